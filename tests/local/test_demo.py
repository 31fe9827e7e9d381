"""The demo marketplace is filled once for this module, through a real sandbox."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Model
from django.test import TransactionTestCase, override_settings

from accounts.organisations.models.organisations import Membership, Organisation
from accounts.people.models import User
from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.models.profiles import FreelancerProfile
from contracts.agreements.models.contracts import Contract
from contracts.timesheets.models.entries import TimeContest
from contracts.trials.models import Trial
from contracts.units.models.units import Unit
from contracts.units.states import UnitState
from local.demo.content.briefs import BRIEFS
from local.demo.content.deals import DEALS
from local.demo.filling import CHAPTERS, is_filled
from local.demo.guide import people_to_try
from marketplace.core.data.models import Event, OutboxMessage
from payments.card_disputes.models import CardDispute
from payments.escrows.models.escrows import Escrow
from payments.ledger.queries import trial_balance
from payments.payment_methods.models import PaymentMethod
from payments.payouts.models.bank_payouts import BankPayout
from payments.payouts.models.payouts import Payout
from payments.payouts.models.reversals import Reversal
from payments.reconciliation.services.comparison import reconcile
from payments.stripe.errors import ProcessorUnavailable
from payments.stripe.gateway import gateway_for_worker
from projects.briefs.models.briefs import Brief
from projects.proposals.models.proposals import Proposal
from projects.proposals.models.versions import ProposalMilestone, ProposalVersion
from tests.sandbox import SECRET_KEY, SandboxProcess

pytestmark = pytest.mark.django_db

AWAY = {"kind": "fail_once", "status": 503}
PARTS = ("understanding", "approach", "data_preparation", "validation_plan", "risks")


@pytest.fixture(scope="module")
def filled(
    django_db_setup, django_db_blocker, emptied_between_tests, tmp_path_factory
) -> Iterator[str]:
    """What the second of two runs printed: the processor fails in the middle of the first."""
    folder: Path = tmp_path_factory.mktemp("demo")
    sandbox = SandboxProcess(folder / "sandbox.sqlite3")
    sandbox.start()
    demo = {
        "DEMO": True,
        "CLEARING_DAYS": 0,
        "STRIPE_SECRET_KEY": SECRET_KEY,
        "STRIPE_API_BASE": sandbox.url,
        "MEDIA_ROOT": folder / "media",
    }
    with django_db_blocker.unblock(), override_settings(**demo):
        try:
            sandbox.control("faults", method="POST", path="/v1/checkout/sessions", **AWAY)
            with pytest.raises(ProcessorUnavailable):
                run()
            yield run()
        finally:
            TransactionTestCase(methodName="__init__")._fixture_teardown()
            sandbox.stop()


def run() -> str:
    printed = StringIO()
    call_command("fill_demo", stdout=printed)
    return printed.getvalue()


def counts() -> dict[str, int]:
    models: tuple[type[Model], ...] = (
        *(User, Organisation, Membership, FreelancerProfile, CaseStudy, Brief, Proposal),
        *(ProposalVersion, Contract, Unit, Escrow, Payout, Event, OutboxMessage),
    )
    return {model.__name__: model._default_manager.count() for model in models}


def states(model: type[Model]) -> dict[str, int]:
    return dict(Counter(model._default_manager.values_list("state", flat=True)))


def words_of(brief) -> str:
    texts = (value for name, value in vars(brief).items() if name not in ("data_set", "key"))
    return " ".join(text for text in texts if isinstance(text, str))


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda brief: brief.key)
def test_a_brief_names_the_figures_of_its_data_set(brief):
    text = words_of(brief)
    assert brief.figures
    assert [figure for figure in brief.figures if figure not in text] == []


def test_the_demo_is_as_large_as_promised(filled):
    made = counts()
    assert is_filled()
    assert made["Organisation"] >= 6
    assert made["FreelancerProfile"] >= 40
    assert made["CaseStudy"] >= made["FreelancerProfile"]
    assert made["Brief"] >= 25
    assert made["Proposal"] >= 60
    assert made["Contract"] >= 15


def test_briefs_are_mostly_open_and_every_usual_state_is_there(filled):
    found = states(Brief)
    assert set(found) == {"draft", "open", "paused", "filled", "closed"}
    assert found["open"] > sum(found.values()) / 2


def added(deal) -> tuple[str, ...]:
    """What a change order that both have signed put behind the milestones."""
    return ("planned",) if deal.change and deal.change.is_signed and deal.change.title else ()


def test_every_contract_stands_where_its_deal_says(filled):
    told = {deal.brief: (deal.state, (*deal.milestones, *added(deal))) for deal in DEALS}
    titles = {brief.title: brief.key for brief in BRIEFS}
    found = {}
    for contract in Contract.objects.exclude(kind="trial").select_related("brief"):
        reached = contract.units.order_by("position").values_list("state", flat=True)
        key = titles[contract.brief.title]
        found[key] = (contract.state, tuple(reached) if told[key][1] else ())
    assert found == told


def test_a_milestone_of_every_lasting_state_is_there(filled):
    assert set(UnitState) - set(states(Unit)) == {UnitState.APPROVED}


def test_a_contract_by_the_hour_has_a_contested_line_and_a_week_that_runs(filled):
    contract = Contract.objects.get(kind="hourly")
    first, second = contract.units.order_by("position")[:2]
    assert (first.state, second.state) == ("partly_approved", "funded")
    assert second.starts_at == first.ends_at + timedelta(days=7)
    assert TimeContest.objects.get().entry.task == "Slides for the regulator"
    assert first.held_in.left == TimeContest.objects.get().entry.amount


def test_a_retainer_has_a_reported_period_and_one_that_runs_with_hours_rolled_over(filled):
    contract = Contract.objects.get(kind="retainer")
    first, second = contract.units.select_related("period__report").order_by("position")
    assert (first.state, second.state) == ("released", "funded")
    assert (first.period.report.choice, first.period.report.is_intact) == ("keep", True)
    assert second.starts_at == first.ends_at
    # A quarter of eighteen hours is less than what was left of them.
    assert second.period.rolled_seconds == 18 * 3_600 // 4


def test_two_try_the_same_task_and_one_has_feedback(filled):
    first, second = Trial.objects.select_related("unit").order_by("pk")
    assert (first.task, first.unit.state) == (second.task, "released")
    assert (bool(first.feedback), second.unit.state) == (True, "submitted")


def test_money_is_in_every_place_that_the_demo_has(filled):
    assert set(states(Escrow)) == {"awaiting_funds", "held", "released", "refunded", "disputed"}
    assert states(Payout) == {"sent": 16, "available": 2, "paid": 1}
    assert states(BankPayout) == {"paid": 1, "pending": 1}
    assert set(Contract.objects.values_list("currency", flat=True)) == {"USD", "EUR", "GBP", "JPY"}


def test_money_goes_other_ways_too(filled):
    assert Escrow.objects.get(bonus_for__isnull=False).state == "released"
    assert Escrow.objects.filter(state="held", released__gt=0).count() == 2
    assert PaymentMethod.objects.filter(is_default=True, kind="card").count() >= 3
    assert states(Reversal) == {"made": 1}
    assert states(CardDispute) == {"needs_response": 1, "lost": 1}


def test_the_books_of_the_demo_are_those_of_its_processor(filled):
    compared = reconcile(gateway=gateway_for_worker())
    assert (compared.state, compared.open_cases) == ("agreed", 0)
    assert all(ours == theirs - waiting for _, ours, theirs, waiting, _ in compared.totals)


def test_the_books_of_the_demo_balance(filled):
    totals: Counter[str] = Counter()
    for line in trial_balance():
        totals[line.currency] += line.total
    assert totals == {"USD": 0, "EUR": 0, "GBP": 0, "JPY": 0}


def test_no_promised_job_is_left_for_a_worker(filled):
    assert OutboxMessage.objects.filter(done_at=None).count() == 0
    assert OutboxMessage.objects.exclude(last_error="").count() == 0


def test_a_second_run_does_nothing(filled):
    before = counts()
    assert run() == "The demo marketplace is already there.\n"
    assert counts() == before


def test_a_run_begun_again_adds_nothing_that_is_there(filled):
    before = counts()
    for chapter in CHAPTERS:
        chapter.tell()
    assert counts() == before


def test_nobody_is_on_both_sides_of_a_brief(filled):
    for proposal in Proposal.objects.select_related("brief"):
        members = proposal.brief.organisation.members.values_list("pk", flat=True)
        assert proposal.freelancer_id not in members


def test_people_to_try_are_those_whom_the_sign_in_page_offers(filled):
    offered = User.objects.filter(is_demo=True).values_list("email", flat=True)
    assert {guest.email for guest in people_to_try()} == set(offered)
    assert len(offered) == 13


def test_every_text_fits_its_form(filled):
    for model in (Brief, FreelancerProfile, CaseStudy, ProposalVersion, ProposalMilestone):
        for row in model._default_manager.all():
            row.full_clean(validate_unique=False, validate_constraints=False)


@pytest.mark.parametrize("part", PARTS)
def test_no_two_proposals_share_a_paragraph(part):
    texts = [getattr(plan, part) for brief in BRIEFS for plan in brief.plans]
    assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_the_demo_is_refused_outside_a_demo(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="on a local machine only"):
        call_command("fill_demo")


def test_the_guide_prints_each_person_with_a_line_to_try():
    printed = StringIO()
    call_command("demo_people", stdout=printed)
    for guest in people_to_try():
        assert f"<{guest.email}>\n    {guest.try_this}\n" in printed.getvalue()
