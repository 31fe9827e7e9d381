from uuid import uuid4

import pytest

from marketplace.core.data.actors import client
from marketplace.core.data.money import Money
from payments.escrows.models.escrows import Escrow
from payments.escrows.queries import held_groups
from payments.escrows.queries.escrows import RAIL
from payments.escrows.services.reviews import begin_review
from payments.overview.views import money
from tests.factories.accounts import make_freelancer, make_organisation
from tests.factories.payments import make_escrow, make_held_escrow, make_payout, make_ready

pytestmark = [pytest.mark.django_db]

PAGES = ("/money/", "/money/payouts/", "/money/onboarding/")


@pytest.fixture(autouse=True)
def _no_clearing(settings):
    settings.CLEARING_DAYS = 0


@pytest.mark.parametrize("path", PAGES)
def test_pages_without_money_say_what_comes_next(browser_of, freelancer_person, path):
    assert browser_of(freelancer_person).get(path).status_code == 200


def test_a_client_sees_where_each_amount_is(
    browser_of, client_person, organisation, freelancer_person
):
    make_held_escrow(organisation, freelancer_person)
    make_payout(organisation, freelancer_person, amount=100_000)
    page = browser_of(client_person).get("/money/")
    places = {"held": 420_000, "available": 100_000}
    assert page.context["rails"] == {"USD": [(place, places.get(place, 0)) for place in RAIL]}


def test_a_freelancer_sees_what_is_left_after_the_fee(browser_of, organisation, freelancer_person):
    make_payout(organisation, freelancer_person, amount=100_005)
    page = browser_of(freelancer_person).get("/money/")
    assert dict(page.context["rails"]["USD"])["available"] == 92_005
    assert page.context["purses"]["USD"].available == Money(92_005, "USD")


def test_both_sides_see_every_movement(browser_of, client_person, organisation, freelancer_person):
    escrow = make_payout(organisation, freelancer_person).escrow
    for person in (client_person, freelancer_person):
        page = browser_of(person).get(f"/money/escrows/{escrow.public_id}/")
        assert [line.what for line in page.context["movements"]] == [
            "Clearing ended: available to the freelancer",
            "Released to the freelancer, before the fee",
            "Paid and held",
            "Waiting for the payment",
        ]


def test_a_stranger_finds_nothing(browser_of, stranger, organisation, freelancer_person):
    payout = make_payout(organisation, freelancer_person)
    browser = browser_of(stranger)
    unit = f"/money/escrows/{payout.escrow.public_id}/"
    paths = (
        unit,
        f"{unit}funding/",
        f"{unit}funding/result/",
        f"/money/payouts/{payout.public_id}/",
    )
    assert [browser.get(path).status_code for path in paths] == [404] * 4
    assert browser.post(f"{unit}funding/").status_code == 404


def test_a_client_never_sees_the_payout_page(
    browser_of, client_person, organisation, freelancer_person
):
    payout = make_payout(organisation, freelancer_person)
    path = f"/money/payouts/{payout.public_id}/"
    assert browser_of(client_person).get(path).status_code == 404
    assert browser_of(freelancer_person).get(path).status_code == 200


@pytest.mark.parametrize("path", ["/money/", "/money/payouts/"])
def test_lists_take_the_same_number_of_queries_for_1_and_3_rows(
    browser_of, freelancer_person, count_queries, path
):
    make_payout(make_organisation(), freelancer_person)
    browser = browser_of(freelancer_person)
    browser.get(path)
    with count_queries() as one:
        browser.get(path)
    for _ in range(2):
        make_payout(make_organisation(), freelancer_person)
    with count_queries() as three:
        browser.get(path)
    assert len(one) == len(three)


def test_only_payers_are_offered_to_fund(browser_of, client_person, organisation):
    escrow = make_escrow(organisation, make_freelancer())
    page = browser_of(client_person).get(f"/money/escrows/{escrow.public_id}/")
    assert page.context["can_fund"] is True
    page = browser_of(escrow.payee).get(f"/money/escrows/{escrow.public_id}/")
    assert page.context["can_fund"] is False
    assert (
        browser_of(escrow.payee).get(f"/money/escrows/{escrow.public_id}/funding/").status_code
        == 403
    )


def test_pay_out_now_is_offered_to_those_who_can_be_paid(
    browser_of, organisation, freelancer_person
):
    make_payout(organisation, freelancer_person)
    browser = browser_of(freelancer_person)
    assert b'href="/money/payouts/new/"' not in browser.get("/money/").content
    assert b"Set up your payout account first" in browser.get("/money/").content
    make_ready(freelancer_person)
    assert b'href="/money/payouts/new/"' in browser.get("/money/").content


def test_held_funds_are_grouped_by_what_the_units_are_parts_of(
    browser_of, client_person, organisation, freelancer_person
):
    both, churn = (organisation, freelancer_person), uuid4()
    for amount in (100_000, 50_000):
        escrow = make_held_escrow(*both, amount=amount)
        Escrow.objects.filter(pk=escrow.pk).update(group_id=churn, group_title="Churn model")
    begin_review(escrow=escrow, by=client(client_person))
    make_held_escrow(*both, amount=700, currency="JPY", title="A unit alone")
    make_escrow(*both)
    groups = browser_of(client_person).get("/money/").context["groups"]
    assert [(group.title, str(group.total), len(group.lines)) for group in groups] == [
        ("A unit alone", "700 JPY", 1),
        ("Churn model", "1,500.00 USD", 2),
    ]
    parts = {place: minor for place, minor in groups[1].parts if minor}
    assert parts == {"held": 100_000, "in_review": 50_000}


def test_nobody_sees_what_others_have_held(browser_of, stranger, organisation, freelancer_person):
    make_organisation(stranger)
    make_held_escrow(organisation, freelancer_person)
    assert browser_of(stranger).get("/money/").context["groups"] == []


def test_a_page_about_money_leads_with_one_figure_its_rail_and_the_table(
    browser_of, client_person, organisation, freelancer_person
):
    make_held_escrow(organisation, freelancer_person)
    payout = make_payout(organisation, freelancer_person, amount=100_000)
    for person, place, minor in (
        *((freelancer_person, "available", 92_000), (client_person, "held", 420_000)),
    ):
        answer = browser_of(person).get("/money/")
        purse, page = answer.context["purses"]["USD"], answer.content.decode()
        assert (purse.place, purse.figure) == (place, Money(minor, "USD"))
        assert page.index('class="figure"') < page.index("money-rail") < page.index("<table")
    answer = browser_of(freelancer_person).get(f"/money/payouts/{payout.public_id}/")
    assert answer.context["parts"] == [("available", 92_000)]
    page = answer.content.decode()
    assert page.index('class="timeline"') < page.index('aria-label="The facts"')


def test_every_place_of_money_has_one_word(organisation, freelancer_person, browser_of):
    payout = make_payout(organisation, freelancer_person)
    browser = browser_of(freelancer_person)
    words = {"accrued": "Clearing", "available": "Available", "sending": "On its way"}
    for state, word in (words | {"sent": "On its way", "paid": "Paid"}).items():
        type(payout).objects.update(state=state)
        for page in ("/money/", f"/money/payouts/{payout.public_id}/", "/money/payouts/"):
            assert (page, word in browser.get(page).content.decode()) == (page, True)


def test_the_newest_groups_are_shown_whole(
    organisation, client_person, freelancer_person, monkeypatch, browser_of
):
    groups = [uuid4() for _ in range(3)]
    for group in [*groups, groups[1]]:
        escrow = make_held_escrow(organisation, freelancer_person)
        Escrow.objects.filter(pk=escrow.pk).update(group_id=group, group_title=str(group))
    single = make_held_escrow(organisation, freelancer_person)
    for most, is_told in ((4, False), (2, True)):
        monkeypatch.setattr(held_groups, "MOST", most)
        monkeypatch.setattr(money, "MOST", most)
        page = browser_of(client_person).get("/money/")
        found = page.context["groups"]
        assert [group.title for group in found[:2]] == [single.title, str(groups[1])]
        assert [len(group.escrows) for group in found[:2]] == [1, 2]
        assert found[1].total == Money(2 * single.amount, "USD")
        assert (len(found), "newest; the rest" in page.text) == (most, is_told)
