"""Money at a glance, by the side one acts on."""

from typing import Any

from accounts.organisations.queries import organisations_of
from marketplace.core.data.actors import CLIENT, FREELANCER
from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import Page, signed_in
from payments.escrows.queries.escrows import (
    escrows_earned_by,
    escrows_paid_by,
    payable_organisations,
)
from payments.escrows.queries.held_groups import MOST, held_groups
from payments.escrows.queries.purses import NEAREST_TO_PAYEE, NEAREST_TO_PAYER, purses
from payments.escrows.views.viewers import viewer_of
from payments.payouts.queries.earnings import earned_by_month
from payments.payouts.queries.payees import standing_of
from payments.payouts.queries.receivables import owed_by
from payments.releases.queries import rails_of


class MoneyPage(Page):
    """What a client's organisations pay and hold, or what a freelancer earns."""

    permission = signed_in

    @property
    def template(self) -> str:  # type: ignore[override]
        return f"payments/money_{'client' if self.is_client else 'freelancer'}.html"

    @property
    def is_client(self) -> bool:
        return str(self.request.side) == "client"  # type: ignore[attr-defined]

    def context(self) -> dict[str, Any]:
        return self._client() if self.is_client else self._freelancer()

    def _client(self) -> dict[str, Any]:
        organisations: Any = organisations_of(viewer_of(self.request))
        rows = escrows_paid_by(organisations)
        rails = rails_of(rows)
        groups = held_groups(organisations)
        return {
            "side": CLIENT,
            "rails": rails,
            "purses": purses(rails, NEAREST_TO_PAYER),
            "groups": groups[:MOST],
            "has_more_groups": len(groups) > MOST,
            "page": keyset_page(rows, keys=("-id",), after=self.request.GET.get("after", "")),
            "payable": payable_organisations(viewer_of(self.request)),
        }

    def _freelancer(self) -> dict[str, Any]:
        user = viewer_of(self.request)
        rows = escrows_earned_by(user)
        rails = rails_of(rows, after_fee=True)
        return {
            "side": FREELANCER,
            "rails": rails,
            "purses": purses(rails, NEAREST_TO_PAYEE),
            "earned": earned_by_month(user),
            "owed": owed_by(user),
            "standing": standing_of(user),
            "page": keyset_page(rows, keys=("-id",), after=self.request.GET.get("after", "")),
        }
