"""Components as Python signatures: keyword-only props, so that a misspelt one fails loudly."""

from django import template

register = template.Library()
