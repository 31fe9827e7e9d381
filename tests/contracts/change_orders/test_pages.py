"""Both sides in their browsers: the form, the difference, the second signature."""

import pytest
from django.urls import reverse

from contracts.change_orders.models import ChangeOrder
from tests.factories.change_orders import ADDED, changed, draft_of, propose
from tests.factories.contracts import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def client_side(browser_of, client_person):
    return browser_of(client_person)


@pytest.fixture
def freelancer_side(browser_of, freelancer_person):
    return browser_of(freelancer_person)


def at(name, subject):
    return reverse(f"contracts:{name}", kwargs={"public_id": subject.public_id})


def text_of(answer) -> str:
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())


def fields_of(answer) -> dict[str, str]:
    """What a browser would send of the form as it is shown."""
    context = answer.context
    parts = [context["form"], *context["agreed"]]
    typed = {
        part.add_prefix(name): part.get_initial_for_field(field, name)
        for part in parts
        for name, field in part.fields.items()
        if not field.disabled
    }
    management = context["rows"].management_form
    typed |= {management.add_prefix(name): value for name, value in management.initial.items()}
    return {name: value for name, value in typed.items() if str(value) not in ("None", "False")}


def test_a_change_goes_from_the_form_to_the_second_signature(active, client_side, freelancer_side):
    page = client_side.get(at("milestone_change_order", active))
    typed = fields_of(page) | {"note": "It is not needed.", "consent": "on"}
    answer = client_side.post(
        at("milestone_change_order", active), typed | {"milestone-1-is_dropped": "on"}
    )
    order = ChangeOrder.objects.get()
    assert answer.url == order.get_absolute_url()
    read = text_of(freelancer_side.get(at("change_order", order)))
    assert "Milestone 1 is dropped: 2,400.00 USD goes back to the client at once" in read
    form = {"sha256": order.proposed.sha256, "name": "Fay Freelancer", "consent": "on"}
    signed = freelancer_side.post(at("change_order_signature", order), form)
    assert signed.url == active.get_absolute_url()
    assert fresh(order).state == "signed"
    assert fresh(active.units.get(position=1)).state == "refunded"


def test_rows_are_added_without_scripts(active, client_side):
    address = at("milestone_change_order", active)
    shown = client_side.post(address, fields_of(client_side.get(address)) | {"add": "1"})
    assert "New milestone" in text_of(shown)
    typed = fields_of(client_side.get(address)) | {
        "milestones-TOTAL_FORMS": "1",
        "milestones-0-title": ADDED.title,
        "milestones-0-phase": ADDED.phase,
        "milestones-0-deliverables": ADDED.deliverables,
        "milestones-0-acceptance_criteria": "The job runs daily.",
        "milestones-0-amount": "1,200.00",
        "note": "Drift.",
        "consent": "on",
    }
    client_side.post(address, typed)
    draft = ChangeOrder.objects.get().proposed.draft
    assert draft.by_number[3].amount == 120_000
    assert draft.by_number[1] == draft_of(active).by_number[1]


def test_without_consent_nothing_is_proposed(active, client_side):
    address = at("milestone_change_order", active)
    typed = fields_of(client_side.get(address)) | {"note": "Why.", "milestone-2-is_dropped": "on"}
    assert client_side.post(address, typed).status_code == 422
    assert not ChangeOrder.objects.exists()


def test_the_room_says_whose_turn_it_is(active, as_client, client_side, freelancer_side):
    propose(active, changed(draft_of(active), m3=ADDED), as_client)
    assert "Your turn: answer a change order." in text_of(freelancer_side.get(at("room", active)))
    assert "Read the change order" in text_of(client_side.get(at("room", active)))
    assert "Change of the terms proposed, version 2" in text_of(
        client_side.get(at("timeline", active))
    )


def test_declining_and_withdrawing_take_their_side(active, as_client, client_side, freelancer_side):
    order = propose(active, changed(draft_of(active), m3=ADDED), as_client)
    assert client_side.get(at("change_order_refusal", order)).status_code == 403
    assert freelancer_side.get(at("change_order_withdrawal", order)).status_code == 403
    freelancer_side.post(at("change_order_refusal", order), {"why": "Too late."})
    assert fresh(order).state == "declined"
    assert fresh(active).terms_id == order.base_id


def test_a_stranger_finds_nothing(active, as_client, browser_of, stranger):
    order = propose(active, changed(draft_of(active), m3=ADDED), as_client)
    side = browser_of(stranger)
    names = ("change_order", "change_order_signature", "change_order_refusal")
    assert {side.get(at(name, order)).status_code for name in names} == {404}
    assert side.get(at("milestone_change_order", active)).status_code == 404
