"""What each form that is sent carries unseen."""

from django import template
from django.template.context import Context
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html

from marketplace.core.web.kept_forms import TYPED_BY, signature_of
from marketplace.core.web.sent_once import SENDING, new_sending

register = template.Library()

FIELD = '<input type="hidden" name="{}" value="{}">'


def plain_token(context: Context) -> str:
    """Django's tag and a word of its own, see marketplace.core.web.sent_once."""
    token = CsrfTokenNode().render(context)
    return token + format_html(FIELD, SENDING, new_sending()) if token else token


@register.simple_tag(takes_context=True)
def csrf_token(context: Context) -> str:
    """The same, and whose page the form is on: see marketplace.core.web.kept_forms."""
    token = plain_token(context)
    user = getattr(context.get("request"), "user", None)
    if token and user is not None and user.is_authenticated:
        token += format_html(FIELD, TYPED_BY, signature_of(user))
    return token
