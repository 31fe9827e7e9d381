"""To whom nothing is shown, what exists answers as what does not: staff pages, pages, the API."""

import re
import uuid
from collections.abc import Iterator
from unittest import mock
from urllib.parse import quote

from django.http import HttpResponse
from django.test import Client
from rest_framework.throttling import SimpleRateThrottle

from accounts.api_tokens.models import ApiToken
from accounts.profiles.models.profiles import FreelancerProfile
from contracts.units.models.submissions import ChangeRequest
from tests.doors.world import WithWorld
from tests.factories.accounts import make_user
from tests.people import sign_in
from tests.url_table import url_table

# Who or what stands first in an address, by what is before it there.
SUBJECTS = {
    "bank-payouts/": "bank_payout",
    "brief-files/": "attachment",
    "briefs/": "draft_brief",
    "cancellations/": "cancellation",
    "change-orders/": "change_order",
    "change-requests/": "change_request",
    "contested-lines/": "line_contested",
    "contracts/": "room",
    "demo-sign-in/": "client",
    "documents/": "fee_invoice",
    "escrows/": "held_escrow",
    "freelancers/": "profile",
    "invitations/": "invited",
    "memberships/": "seat",
    "milestones/": "funded",
    "money/bank-payouts/": "bank_payout",
    "money/billing-details/": "organisation",
    "money/documents/": "fee_invoice",
    "money/escrows/": "held_escrow",
    "money/methods/": "method",
    "money/methods/new/": "organisation",
    "money/methods/setups/": "method_setup",
    "money/organisations/": "organisation",
    "money/payouts/": "payout",
    "notifications/": "notice_of_client",
    "organisations/": "organisation",
    "payouts/": "payout",
    "profile/case-studies/": "case_study",
    "periods/": "period_open",
    "proposals/": "draft_proposal",
    "settings/tokens/": "token",
    "staff/adjustments/": "adjustment",
    "staff/card-dispute-evidence/": "evidence",
    "staff/card-disputes/": "disputed",
    "staff/contracts/": "room",
    "staff/escrows/": "held_escrow",
    "staff/events/": "message",
    "staff/ledger/accounts/": "platform_account",
    "staff/ledger/people/": "freelancer",
    "staff/ledger/reconciliation/cases/": "case",
    "staff/ledger/transfers/": "transfer",
    "staff/milestones/": "standing",
    "staff/operations/": "operation",
    "staff/organisations/": "organisation",
    "staff/people/": "freelancer",
    "staff/profiles/": "profile",
    "staff/receivables/": "debtor",
    "staff/refunds/": "failed_refund",
    "submission-files/": "file",
    "time-entries/": "line",
    "weeks/": "week_open",
    "trials/": "tried",
}
# A secret in a link, a number, a side: nothing that could be guessed to exist.
NOT_SUBJECTS = ("dev/", "join/", "unsubscribe/", "side/", "style-guide/", "money/statements/")
LIBRARIES = ("admin/", "account/")
ARGUMENT = re.compile(r"<(?:\w+:)?\w+>")
INVENTED = str(uuid.uuid4())
METHODS = ("post", "get", "patch", "delete")
# What stands further right in an address.
FURTHER = {"<slug:currency>": "USD", "<str:currency>": "USD", "<int:year>": "2026"}


def doors() -> Iterator[tuple[str, str]]:
    """Each address with the verbs that its view asks different permissions for."""
    for row in url_table():
        address = row.address
        kind = address.removeprefix("api/v1/")
        if "<" not in kind or kind.startswith((*LIBRARIES, *NOT_SUBJECTS, "statements/")):
            continue
        verbs = [verb for verb in METHODS if row.answers(verb)]
        for verb in verbs if kind != address else verbs[:1]:
            yield verb, address


def further(argument: re.Match[str]) -> str:
    return FURTHER.get(argument.group(), INVENTED if "uuid" in argument.group() else "1")


class InventedAddresses(WithWorld):
    """The profile is unlisted and the brief a draft: others are there for everybody to see."""

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.world.change_request = ChangeRequest.objects.first()
        cls.world.token = ApiToken.objects.get(user=cls.world.client)
        FreelancerProfile.objects.filter(user=cls.world.freelancer).update(is_listed=False)
        cls.world.attachment.brief = cls.world.draft_brief
        cls.world.attachment.save()

    def setUp(self) -> None:
        unlimited = dict.fromkeys(("anon", "user"))
        self.enterContext(mock.patch.dict(SimpleRateThrottle.THROTTLE_RATES, unlimited))

    def test_a_stranger_and_who_is_not_signed_in_cannot_tell(self) -> None:
        stranger = sign_in(make_user("Sam Stranger"))
        told = [
            (kind, verb, address)
            for kind, browser in (("stranger", stranger), ("nobody", Client()))
            for verb, address in doors()
            if self.answer(browser, verb, address) != self.answer(browser, verb, address, True)
        ]
        assert told == []

    def test_every_page_of_staff_asks_who_one_is_before_it_looks(self) -> None:
        forgotten = [
            row.address
            for row in url_table()
            if row.address.startswith("staff/") and not row.view.for_staff
        ]
        assert forgotten == []

    def answer(self, browser: Client, verb: str, address: str, invented: bool = False) -> object:
        before = address[: address.index("<")]
        subject = getattr(self.world, SUBJECTS[before.removeprefix("api/v1/")])
        part = str(getattr(subject, "public_id", subject))
        if invented:
            part = "nothing" if part == subject else INVENTED
        path = "/" + ARGUMENT.sub(further, ARGUMENT.sub(part, address, count=1))
        response: HttpResponse = getattr(browser, verb)(path)
        body = b"" if response.streaming else response.content
        return (
            response.status_code,
            response.headers.get("Location", "").replace(quote(part, safe=""), "…"),
            len(body.replace(part.encode(), b"")) if path.startswith("/api/") else 0,
        )
