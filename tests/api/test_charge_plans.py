"""Programs charge what was saved: nobody is at the page, so what fails is tried again."""

import pytest

from accounts.organisations.models.organisations import Membership
from payments.charges.models import Charge, ChargePlan
from tests.factories.accounts import make_member
from tests.factories.payments import make_escrow, make_held_escrow, make_method
from tests.jobs import run_jobs
from tests.payments.flows import save_method

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(organisation, freelancer_person) -> str:
    escrow = make_escrow(organisation, freelancer_person)
    return f"escrows/{escrow.public_id}/charge-plan/"


def test_the_default_method_is_charged(
    sandbox, program_of, client_person, organisation, payer_browser, address
):
    save_method(organisation, client_person, payer_browser)
    program = program_of(client_person)
    begun = program.write(address)
    assert (begun.status_code, begun.json()["state"]) == (201, "under_way")
    assert begun.json()["payment_method"]["name"] == "Visa •• 4242"
    run_jobs("payments.try_charge_plan")
    found = program.read(address).json()
    assert (found["state"], found["attempts"]) == ("paid", 1)
    escrow = program.read(address.removesuffix("charge-plan/")).json()
    assert escrow["state"] == "held"


def test_another_method_is_named_by_its_id(program_of, client_person, organisation, address):
    make_method(organisation)
    other = make_method(organisation, brand="mastercard", last4="4444")
    answer = program_of(client_person).write(address, {"payment_method": str(other.public_id)})
    assert answer.json()["payment_method"]["id"] == str(other.public_id)


def test_a_repeated_request_with_its_key_begins_one_plan(
    program_of, client_person, organisation, address
):
    make_method(organisation)
    program = program_of(client_person)
    answers = [program.write(address, key="one").status_code for _ in range(2)]
    assert (answers, program.write(address).status_code) == ([201, 201], 409)
    assert ChargePlan.objects.count() == 1


def test_without_a_saved_method_nothing_is_begun(program_of, client_person, address):
    answer = program_of(client_person).write(address)
    assert (answer.status_code, answer.json()["code"]) == (409, "no_method_saved")
    assert ChargePlan.objects.count() == 0


def test_the_freelancer_and_a_writing_token_charge_nothing(
    program_of, client_person, freelancer_person, organisation, address
):
    make_method(organisation)
    assert program_of(freelancer_person).write(address).status_code == 403
    assert program_of(client_person, ["read", "write"]).write(address).status_code == 403
    assert (ChargePlan.objects.count(), Charge.objects.count()) == (0, 0)


def test_what_was_never_charged_by_itself_has_no_plan(
    program_of, client_person, organisation, freelancer_person
):
    held = make_held_escrow(organisation, freelancer_person)
    answer = program_of(client_person).read(f"escrows/{held.public_id}/charge-plan/")
    assert answer.status_code == 404


def test_charges_and_methods_are_listed(program_of, client_person, organisation):
    method = make_method(organisation)
    escrow = make_held_escrow(organisation)
    program = program_of(client_person)
    charge = program.read("charges/", state="succeeded").json()["results"][0]
    assert (charge["escrow_id"], charge["amount"], charge["gone_back"]) == (
        str(escrow.public_id),
        {"minor": 420_000, "currency": "USD"},
        {"minor": 0, "currency": "USD"},
    )
    listed = program.read("payment-methods/").json()["results"]
    assert [(one["id"], one["name"], one["is_default"]) for one in listed] == [
        (str(method.public_id), "Visa •• 4242", True)
    ]


def test_whoever_may_not_pay_sees_no_methods(program_of, organisation):
    make_method(organisation)
    viewer = make_member(organisation, Membership.Role.VIEWER).user
    assert program_of(viewer).read("payment-methods/").json()["results"] == []
