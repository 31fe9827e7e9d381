"""No page with a form that forgets what was typed into it."""

from marketplace.core.web.views import Page
from tests.url_table import url_table

# Nothing is typed there: they only ask.
NOTHING_TYPED = {"UnsubscribePage"}


def test_every_page_that_is_sent_something_keeps_what_was_typed():
    views = {row.view for row in url_table()}
    pages = {view for view in views if isinstance(view, type) and issubclass(view, Page)}
    forgetful = {view.__name__ for view in pages if hasattr(view, "post") and not view.keeps_typed}
    assert forgetful == NOTHING_TYPED
