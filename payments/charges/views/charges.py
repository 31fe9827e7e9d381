from typing import Any

from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import Page, signed_in
from payments.charges.queries import charges_of
from payments.escrows.views.viewers import viewer_of


class ChargesPage(Page):
    """Every attempt to pay of one's organisations: how it went, and what came back."""

    template = "payments/charge_list.html"
    permission = signed_in

    def context(self) -> dict[str, Any]:
        rows = charges_of(viewer_of(self.request))
        return {"page": keyset_page(rows, keys=("-id",), after=self.request.GET.get("after", ""))}
