"""The ledger explorer: every account, movement and unit leads to every other."""

import pytest
from django.urls import reverse

from marketplace.core.data.actors import client
from marketplace.core.data.money import Money
from payments.card_disputes.models import CardDispute
from payments.ledger.models import Entry, Transfer
from payments.operations.models import Operation
from payments.payouts.models.payees import Payee
from payments.refunds.services.refunds import refund_part
from payments.releases.services.recalls import recall_release
from payments.staff.queries.explorer import transfers_of_escrow
from payments.staff.queries.identifiers import rows_identified_by
from tests.factories.payments import make_dispute, make_held_escrow, make_payout, make_ready

pytestmark = [pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _clearing_days(settings):
    settings.CLEARING_DAYS = 5


@pytest.fixture
def desk(browser_of, moderator):
    return browser_of(moderator)


def account(kind: str, currency: str, owner=None) -> str:
    args = [kind, currency, *([owner.public_id] if owner else [])]
    return reverse("payments:staff_account", args=args)


def test_an_account_shows_its_entries_newest_first_with_what_stood_then(desk):
    escrow = make_held_escrow()
    for minor in (1_000, 2_000):
        refund_part(escrow=escrow, part=Money(minor, "USD"), by=client(None), why="Agreed.")
    page = desk.get(account("held", "USD", escrow)).context["page"]
    assert [(entry.amount, entry.standing) for entry in page.items] == [
        (-2_000, 417_000), (-1_000, 419_000), (420_000, 420_000),
    ]  # fmt: skip


def test_a_later_page_goes_on_where_the_first_one_ended(desk, monkeypatch):
    monkeypatch.setattr("payments.staff.views.explorer.PAGE_SIZE", 2)
    for _ in range(3):
        make_held_escrow()
    first = desk.get(account("charge_clearing", "USD")).context["page"]
    second = desk.get(account("charge_clearing", "USD") + f"?after={first.next}").context["page"]
    shown = [*first.items, *second.items]
    entries = Entry.objects.filter(account__kind="charge_clearing").order_by("-id")
    assert [entry.pk for entry in shown] == [entry.pk for entry in entries[:4]]
    stood = [entry.standing for entry in shown]
    for newer, older, entry in zip(stood, stood[1:], shown, strict=False):
        assert newer - older == entry.amount


def test_an_account_that_is_not_there_is_not_found(desk, freelancer_person):
    assert desk.get(account("held", "USD")).status_code == 404
    assert desk.get(account("held", "USD", freelancer_person)).status_code == 404
    assert desk.get(account("payee_available", "USD", make_held_escrow())).status_code == 404


def test_a_movement_shows_its_legs_and_what_it_was_for(desk):
    payout = make_payout()
    path = reverse("payments:staff_transfer", args=[f"release:{payout.public_id}"])
    page = desk.get(path)
    assert page.context["legs"] == [
        ("net", "held", "payee_clearing", 386_400), ("fee", "held", "platform_fees", 33_600),
    ]  # fmt: skip
    escrow = reverse("payments:staff_escrow", args=[payout.escrow.public_id])
    assert [url for _, url in page.context["about"]] == [escrow]
    assert desk.get(reverse("payments:staff_transfer", args=["release:none"])).status_code == 404


def test_movements_are_found_by_kind_and_by_the_id_in_their_key(desk):
    payout = make_payout()
    make_payout()
    path = reverse("payments:staff_transfers")

    def codes(query: str) -> list[str]:
        return [transfer.code for transfer in desk.get(path + query).context["page"].items]

    assert codes("?code=release") == ["release", "release"]
    assert codes(f"?key={payout.public_id}") == ["release"]
    assert codes(f"?key=release:{payout.public_id}") == ["release"]
    assert codes("?kind=platform_fees") == ["release", "release"]
    assert codes("?key=nothing") == []


def test_a_unit_lists_everything_that_was_posted_for_it_and_nothing_else():
    payout = make_payout()
    other = make_payout(payee=payout.payee)
    recall_release(escrow=payout.escrow, part=Money(1_000, "USD"), by=client(None), why="Agreed.")
    of_one, of_other = (
        list(transfers_of_escrow(one.escrow).order_by("id")) for one in (payout, other)
    )
    assert [transfer.code for transfer in of_one] == [
        "charge_succeeded", "release", "release_recalled", "receivable_settled", "refund_decided",
    ]  # fmt: skip
    assert [transfer.code for transfer in of_other] == ["charge_succeeded", "release"]


def test_a_persons_money_is_in_one_place(desk, freelancer_person):
    payout = make_payout(payee=freelancer_person)
    path = reverse("payments:staff_ledger_person", args=[freelancer_person.public_id])
    page = desk.get(path)
    accounts = [(account.kind, account.balance) for account in page.context["accounts"]]
    assert accounts == [("payee_clearing", 386_400)]
    assert page.context["page"].items == [payout]


def test_a_search_knows_our_identifiers_and_the_processors(desk, organisation, freelancer_person):
    escrow = make_payout(organisation, freelancer_person).escrow
    charge, payout = escrow.charges.get(), escrow.payout
    type(payout).objects.filter(pk=payout.pk).update(processor_id="tr_77")
    payee = make_ready(freelancer_person)
    dispute = make_dispute(escrow, "lost", id="du_77")
    operation = Operation.objects.create(
        verb="x", subject_type="payments.payout", subject_id=1, attempt=1, idempotency_key="a:b:1"
    )
    for words, row in {
        charge.charge_id: charge,
        charge.payment_intent_id: charge,
        "tr_77": payout,
        "du_77": dispute,
        payee.account_id: payee,
        "a:b:1": operation,
        str(escrow.public_id): escrow,
        str(payout.public_id): payout,
        str(dispute.public_id): dispute,
    }.items():
        assert rows_identified_by(words) == [(row._meta.label_lower, row.pk)]
        groups = desk.get(reverse("accounts:staff_search"), {"q": words}).context["groups"]
        assert [len(group.rows) for group in groups if group.title == "Money"] == [1]
    assert (rows_identified_by("ch_unknown"), rows_identified_by("")) == ([], [])
    assert (CardDispute.objects.count(), Payee.objects.count()) == (1, 1)


def test_a_search_for_money_asks_once_and_once_for_each_kind_that_it_found(
    django_assert_num_queries,
):
    charge = make_held_escrow().charges.get()
    with django_assert_num_queries(1):
        rows_identified_by(charge.charge_id)


def test_the_explorer_is_for_those_who_read_the_ledger(
    browser_of, client_person, freelancer_person, organisation
):
    payout = make_payout(organisation, freelancer_person)
    paths = [
        account("platform_fees", "USD"),
        reverse("payments:staff_transfer", args=[Transfer.objects.latest("id").key]),
        reverse("payments:staff_ledger_person", args=[payout.payee.public_id]),
    ]
    for user in (client_person, freelancer_person):
        assert [browser_of(user).get(path).status_code for path in paths] == [403, 403, 403]
