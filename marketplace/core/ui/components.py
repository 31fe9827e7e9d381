"""Components as Python signatures: keyword-only props, so that a misspelt one fails loudly.

This library is a template builtin: pages use its tags without {% load %}.

To add a component:
1. its signature goes into the family it belongs to: actions (what one presses), navigation,
   forms, money, status (small facts and notices), content (frames around content),
   evidence, charts, page (the page itself, times, long text). At most one subject is
   positional ({% money milestone.price %}); every prop after it is keyword-only. With content
   between the tags it is a `simple_block_tag`, else an `inclusion_tag`.
2. its markup goes into templates/components/<name>.html;
3. its style into static/css/components/<name>.css, which templates/components/stylesheets.html
   lists;
4. all its states are shown in templates/core/style_guide/<family>.html, and a page uses it.

Rich content for a prop is caught first: {% capture as aside %}{% money m %}{% endcapture %}.
"""

from django import template

from marketplace.core.ui import (
    actions,
    charts,
    content,
    evidence,
    forms,
    money,
    navigation,
    page,
    status,
)

register = template.Library()

for family in (
    actions,
    navigation,
    forms,
    money,
    status,
    content,
    evidence,
    charts,
    page,
):
    register.tags.update(family.register.tags)
    register.filters.update(family.register.filters)
