"""Components as Python signatures: keyword-only props, so that a misspelt one fails loudly.

This library is a template builtin: pages use its tags without {% load %}.

To add a component:
1. its signature goes into the family it belongs to: ui_actions (what one presses), ui_navigation,
   ui_forms, ui_money, ui_status (small facts and notices), ui_content (frames around content),
   ui_evidence, ui_charts, ui_page (the page itself, times, long text). At most one subject is
   positional ({% money milestone.price %}); every prop after it is keyword-only. With content
   between the tags it is a `simple_block_tag`, else an `inclusion_tag`.
2. its markup goes into templates/components/<name>.html;
3. its style into static/css/components/<name>.css, which templates/components/stylesheets.html
   lists;
4. all its states are shown in templates/core/style_guide/<family>.html.

Rich content for a prop is caught first: {% capture as aside %}{% money m %}{% endcapture %}.
"""

from django import template

from marketplace.core.ui import actions as ui_actions  # noqa: F401
from marketplace.core.ui import charts as ui_charts  # noqa: F401
from marketplace.core.ui import content as ui_content  # noqa: F401
from marketplace.core.ui import evidence as ui_evidence  # noqa: F401
from marketplace.core.ui import forms as ui_forms  # noqa: F401
from marketplace.core.ui import money as ui_money  # noqa: F401
from marketplace.core.ui import navigation as ui_navigation  # noqa: F401
from marketplace.core.ui import page as ui_page  # noqa: F401
from marketplace.core.ui import status as ui_status  # noqa: F401

register = template.Library()

for family in (
    ui_actions,
    ui_navigation,
    ui_forms,
    ui_money,
    ui_status,
    ui_content,
    ui_evidence,
    ui_charts,
    ui_page,
):
    register.tags.update(family.register.tags)
    register.filters.update(family.register.filters)
