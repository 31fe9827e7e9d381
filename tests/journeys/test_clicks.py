"""How short the way is: two new people, from the home page, by what the pages and letters offer.

Every click counts: links, buttons, ticks, links in letters, and the processor's own button.
What is typed or chosen in a list does not.
"""

from payments.escrows.models.escrows import Escrow
from payments.payouts.models.payees import Payee
from payments.payouts.states import PayeeState
from tests.journeys import steps

TITLE = "Tell us which prepaid subscribers will leave"


def test_a_funded_contract_and_a_ready_payout_account_are_few_clicks_away(people):
    client, freelancer = people.new("Clara Client"), people.new("Fred Freelancer")
    post_a_brief(client)
    propose(freelancer)
    accept_and_sign(client)
    sign_and_set_up_payouts(freelancer)
    fund(client)
    assert Escrow.objects.get().state == "held"
    assert Payee.objects.get().state == PayeeState.READY
    assert client.clicks <= 15
    assert freelancer.clicks <= 20


def post_a_brief(client) -> None:
    client.open("/")
    client.follow("Post a brief")
    client.give_name_and_code()
    client.fill("Name", "Meridian Mobile")
    client.choose("Country", "Germany")
    client.submit()
    client.fill("Title", TITLE)
    client.submit()
    for name, value in steps.BRIEF.items():
        client.fill_named(name, value)
    client.tick("Supervised learning")
    client.choose_named("industry", index=1)
    client.choose_named("data_sensitivity", index=1)
    client.choose_named("currency", label="USD")
    client.click("Publish the brief")
    client.sees("Your brief is open")


def propose(freelancer) -> None:
    freelancer.open("/")
    freelancer.follow("Browse")
    freelancer.follow(TITLE)
    freelancer.follow("Write a proposal")
    freelancer.give_name_and_code()
    freelancer.fill_named("headline", "Churn and demand models that hold up in production")
    freelancer.choose_named("country", label="Germany")
    freelancer.tick("English")
    freelancer.submit()
    freelancer.click("Start writing")
    for name, value in steps.PROPOSAL.items():
        freelancer.fill_named(name, value)
    steps.fill_milestone(freelancer, 0, *steps.MILESTONES[0])
    freelancer.click("Send the proposal")
    freelancer.follow("Write a case study")
    for name, value in steps.CASE_STUDY.items():
        freelancer.fill_named(name, value)
    freelancer.choose_named("industry", label="Telecommunications")
    freelancer.submit()
    freelancer.click("Send the proposal")
    freelancer.sees("Your proposal is sent")


def accept_and_sign(client) -> None:
    client.follow_mail("proposes for")
    client.follow("Accept")
    client.click("Make the offer")
    sign(client)


def sign_and_set_up_payouts(freelancer) -> None:
    freelancer.follow_mail("offers you")
    freelancer.follow("Read and sign")
    sign(freelancer)
    freelancer.follow("Set up payouts")
    freelancer.choose_named("country", label="Germany")
    freelancer.submit()
    steps.give_details_to_the_processor(freelancer)
    freelancer.sees("Your payout account is ready")


def sign(person) -> None:
    person.fill_named("name", person.name)
    person.press(person.page.locator("[name=consent]"))
    person.click("Sign version 1")


def fund(client) -> None:
    client.follow_mail("fund milestone 1")
    client.click("Pay")
    steps.pay_by_card(client, steps.PAYS)
    client.sees("Paid and held")
