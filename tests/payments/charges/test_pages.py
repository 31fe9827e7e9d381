import pytest
from django.utils.html import strip_tags

from marketplace.core.data.actors import client
from marketplace.core.data.money import Money
from payments.charges.models import Charge
from payments.documents.services.documents import issue_receipt
from payments.refunds.models import Refund
from payments.refunds.services.refunds import refund_escrow, refund_part
from tests.factories.accounts import make_freelancer, make_organisation
from tests.factories.payments import make_charge, make_escrow, make_held_escrow, make_method

pytestmark = [pytest.mark.django_db]

PATH = "/money/charges/"


def words(answer) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


def rows(browser) -> list[Charge]:
    return browser.get(PATH).context["page"].items


def test_every_attempt_is_shown_with_its_receipt_and_what_came_back(
    browser_of, client_person, organisation
):
    escrow = make_held_escrow(organisation)
    charge = escrow.charges.get()
    receipt = issue_receipt(charge=charge)
    refund_part(escrow=escrow, part=Money(20_001, "USD"), by=client(client_person), why="Agreed.")
    make_charge(make_escrow(organisation), state="expired")
    browser = browser_of(client_person)
    assert [(row.state, row.gone_back.minor) for row in rows(browser)] == [
        ("expired", 0), ("succeeded", 20_001),
    ]  # fmt: skip
    page = browser.get(PATH).content.decode()
    assert f"/money/documents/{receipt.public_id}/" in page
    assert f"/money/escrows/{escrow.public_id}/" in page
    assert "200.01" in page


def test_a_refund_that_failed_did_not_go_back(browser_of, client_person, organisation):
    escrow = make_held_escrow(organisation)
    refund_escrow(escrow=escrow, by=client(client_person), why="Agreed.")
    assert rows(browser_of(client_person))[0].gone_back.minor == 420_000
    Refund.objects.update(state="failed")
    assert rows(browser_of(client_person))[0].gone_back.minor == 0


def test_it_says_with_what_it_was_paid(browser_of, client_person, organisation):
    charge = make_charge(make_escrow(organisation), method=make_method(organisation))
    browser = browser_of(client_person)
    assert "Visa •• 4242" in words(browser.get(PATH))
    Charge.objects.filter(pk=charge.pk).update(paid_with="Mastercard •• 4444")
    assert "Mastercard •• 4444" in words(browser.get(PATH))


def test_without_charges_the_page_says_what_comes_next(browser_of, client_person, organisation):
    assert "Nothing was charged yet" in words(browser_of(client_person).get(PATH))


def test_a_stranger_and_the_freelancer_see_none(browser_of, stranger, organisation):
    freelancer = make_freelancer()
    make_held_escrow(organisation, freelancer)
    make_organisation(stranger)
    assert rows(browser_of(stranger)) == rows(browser_of(freelancer)) == []


def test_pages_go_on_where_the_last_one_ended(browser_of, client_person, organisation):
    charges = [make_charge(make_escrow(organisation), state="expired") for _ in range(30)]
    browser = browser_of(client_person)
    page = browser.get(PATH).context["page"]
    following = browser.get(PATH, {"after": page.next}).context["page"]
    seen = [charge.pk for charge in [*page.items, *following.items]]
    assert seen == [charge.pk for charge in reversed(charges)]


def test_the_list_takes_the_same_number_of_queries_for_1_and_3_rows(
    browser_of, client_person, organisation, count_queries
):
    browser = browser_of(client_person)
    issue_receipt(charge=make_held_escrow(organisation).charges.get())
    browser.get(PATH)
    with count_queries() as one:
        browser.get(PATH)
    for _ in range(2):
        issue_receipt(charge=make_held_escrow(organisation).charges.get())
    with count_queries() as three:
        browser.get(PATH)
    assert len(one) == len(three)
