"""Every page that edits a row tells who saves later, so that no new form forgets it."""

from typing import Any

from django.forms import ModelForm

from marketplace.core.web.editing import EditsShared
from tests.url_table import url_table

# They make a row; there is none yet that another may have changed.
CREATING = {"NewCaseStudyPage", "NewOrganisationPage", "WriteReport"}


def edits_a_row(view: Any) -> bool:
    form = getattr(view, "form_class", None)
    return isinstance(form, type) and issubclass(form, ModelForm)


def test_every_page_that_edits_a_row_knows_of_other_editors():
    views = {row.view for row in url_table()}
    editing = {view for view in views if edits_a_row(view)}
    assert {view.__name__ for view in editing if not issubclass(view, EditsShared)} == CREATING
