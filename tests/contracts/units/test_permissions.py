import pytest

from accounts.organisations.models.organisations import Membership
from contracts.agreements.permissions import can_sign_terms, can_terminate_contract, side_of
from contracts.units.permissions import (
    can_fund_unit,
    can_review_unit,
    can_submit_unit,
)
from tests.factories.accounts import make_member

Role = Membership.Role


@pytest.mark.parametrize(
    ("role", "signs", "funds", "reviews"),
    [
        (Role.OWNER, True, True, True),
        (Role.HIRING_MANAGER, True, False, True),
        (Role.FINANCE, False, True, False),
        (Role.VIEWER, False, False, False),
    ],
)
def test_a_members_role_says_what_they_may_do(funded, organisation, role, signs, funds, reviews):
    user = make_member(organisation, role).user
    assert can_sign_terms(user, funded.contract) == signs
    assert can_fund_unit(user, funded) == funds
    assert can_review_unit(user, funded) == reviews
    assert not can_submit_unit(user, funded)


def test_the_freelancer_delivers_and_signs_and_nothing_else(funded, freelancer_person):
    assert can_sign_terms(freelancer_person, funded.contract)
    assert can_submit_unit(freelancer_person, funded)
    assert not can_fund_unit(freelancer_person, funded)
    assert not can_review_unit(freelancer_person, funded)


def test_a_freelancer_taken_in_by_the_client_stays_on_their_side(funded, people):
    organisation, _, freelancer = people
    make_member(organisation, Role.OWNER, freelancer)
    assert side_of(freelancer, funded.contract).role == "freelancer"
    assert not can_review_unit(freelancer, funded)
    assert not can_fund_unit(freelancer, funded)


def test_a_stranger_is_on_no_side(funded, stranger):
    assert side_of(stranger, funded.contract) is None
    assert not can_terminate_contract(stranger, funded.contract)


def test_a_moderator_never_ends_their_own_contract(active, people, moderator):
    assert can_terminate_contract(moderator, active)
    make_member(people[0], Role.VIEWER, moderator)
    assert not can_terminate_contract(moderator, active)
