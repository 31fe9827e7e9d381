"""How form widgets become markup: compiled once, as components are."""

from functools import cache
from typing import Any

from django.forms.renderers import BaseRenderer, DjangoTemplates, Jinja2
from django.template.exceptions import TemplateDoesNotExist

COMPILED, INTERPRETED = Jinja2(), DjangoTemplates()


class CompiledWidgets(BaseRenderer):
    """Django's widgets by Jinja2; the admin's, which come as Django's templates, by these."""

    def get_template(self, template_name: str) -> Any:
        return _template(template_name)


@cache
def _template(name: str) -> Any:
    try:
        return COMPILED.get_template(name)
    except TemplateDoesNotExist:
        return INTERPRETED.get_template(name)
