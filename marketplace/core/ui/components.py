"""Components as Python signatures: keyword-only props, so that a misspelt one fails loudly.

This library is a template builtin: pages use its tags without {% load %}.

To add a component:
1. its signature goes into the family it belongs to: actions (what one presses), navigation,
   forms, money, status (small facts and notices), content (frames around content),
   evidence, charts, page (the page itself, times, long text), frame (around every page). At most
   one subject is positional ({% money milestone.price %}); every prop after it is keyword-only.
   With content between the tags it is a `simple_block_tag`, else a `simple_tag`.
2. its markup goes into templates/components/<name>.html, in Jinja2, where another component is a
   filter of what it is about: {{ "bell"|icon(size=20) }}, {{ "Keep it"|button(variant="quiet") }};
3. its style into static/css/components/<name>.css;
4. all its states are shown in templates/core/style_guide/<family>.html, and a page uses it.

Rich content for a prop is caught first: {% capture as aside %}{% money m %}{% endcapture %}.
"""

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.template.defaultfilters import linebreaks_filter, linebreaksbr
from django.urls import reverse

from marketplace.core.ui import (
    actions,
    charts,
    content,
    csrf,
    evidence,
    forms,
    frame,
    money,
    navigation,
    page,
    status,
)
from marketplace.core.ui.component import MARKUP

register = template.Library()

for family in (
    actions,
    navigation,
    forms,
    csrf,
    money,
    status,
    content,
    evidence,
    charts,
    page,
    frame,
):
    register.tags.update(family.register.tags)
    register.filters.update(family.register.filters)

MARKUP.filters.update(
    url=reverse,
    intcomma=intcomma,
    linebreaks=linebreaks_filter,
    linebreaksbr=linebreaksbr,
    icon=actions.icon,
    button=actions.button,
    link_button=actions.link_button,
    dialog=actions.dialog,
    menu_line=actions.menu_line,
    avatar=status.avatar,
    alert=status.alert,
    money=money.money,
    time=page.time,
    unbroken=page.unbroken,
    plain_number=page.plain_number,
    link_of_people=page.link_of_people,
    fold=page.fold,
    breadcrumb=navigation.breadcrumb,
    diff=content.diff,
    timeline_entry=content.timeline_entry,
    toast=frame.toast,
    unread=frame.unread,
)
MARKUP.globals["saved_indicator"] = status.saved_indicator
