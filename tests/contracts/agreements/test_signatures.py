import hashlib
import threading
from dataclasses import replace

import pytest
from django.db import IntegrityError, InternalError, connection, transaction

from contracts.agreements.clauses.schedules import MilestoneDraft, MilestoneSchedule
from contracts.agreements.errors import (
    AlreadySigned,
    SignedAsAnother,
    TermsReplaced,
    TermsUnchanged,
)
from contracts.agreements.models.terms import Signature, TermsVersion
from contracts.agreements.services.signatures import is_same_name, sign_terms
from contracts.agreements.services.terms import propose_terms
from contracts.agreements.states import ContractState
from contracts.units.models.units import Unit
from marketplace.core.data.actors import client
from marketplace.core.data.errors import IllegalMove
from tests.factories.contracts import fresh


def sign(contract, actor, *, sha256=""):
    return sign_terms(
        contract=contract,
        sha256=sha256 or contract.terms.sha256,
        by=actor,
        name="Ada Okafor",
        is_meant=True,
        user_agent="Firefox",
    )


def cheaper(draft):
    first, *rest = draft.schedule.milestones
    return replace(draft, schedule=MilestoneSchedule((replace(first, amount=200_000), *rest)))


def test_a_signature_keeps_text_hash_time_signer_and_address(offered, as_freelancer):
    signature = sign(offered, as_freelancer)
    assert signature.sha256 == hashlib.sha256(offered.terms.text.encode()).hexdigest()
    assert (signature.user, signature.side) == (offered.freelancer, "freelancer")
    assert (signature.address, signature.user_agent) == ("192.0.2.2", "Firefox")
    assert (signature.name, fresh(offered).state) == ("Ada Okafor", ContractState.OFFERED)


@pytest.mark.parametrize("typed", ["Donald Duck", "Clara", "Client Clara", "C. Client"])
def test_another_name_than_the_accounts_is_asked_about(offered, as_client, typed):
    facts = {"contract": offered, "sha256": offered.terms.sha256, "by": as_client, "name": typed}
    with pytest.raises(SignedAsAnother, match=f"Clara Client’s, and you typed “{typed}”"):
        sign_terms(**facts)
    assert Signature.objects.count() == 0
    assert sign_terms(**facts, is_meant=True).name == typed


@pytest.mark.parametrize("typed", ["Clara Client", " clara  CLIENT ", "Clára Cliënt"])
def test_ones_own_name_may_be_written_in_ones_own_way(offered, as_client, typed):
    signed = sign_terms(contract=offered, sha256=offered.terms.sha256, by=as_client, name=typed)
    assert signed.user == as_client.user


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Lukasz", "Łukasz"), ("Soren Oersted", "Søren Œrsted"), ("THOR STRASS", "Þór Straß")],
)
def test_letters_that_a_keyboard_lacks_make_no_other_name(typed, name):
    assert is_same_name(typed, name)
    assert not is_same_name(f"“{typed}", name)


def test_two_signatures_agree_the_contract_and_lay_down_its_milestones(
    offered, as_client, as_freelancer
):
    sign(offered, as_freelancer)
    sign(offered, as_client)
    assert fresh(offered).state == ContractState.AWAITING_FUNDS
    units = Unit.objects.filter(contract=offered)
    assert list(units.values_list("position", "amount", "state")) == [
        (1, 240_000, "planned"),
        (2, 420_000, "planned"),
    ]
    assert units[0].criteria.count() == 2


def test_a_side_signs_a_version_once(offered, as_client, organisation):
    sign(offered, as_client)
    with pytest.raises(AlreadySigned):
        sign(offered, as_client)
    assert offered.terms.signatures.count() == 1


def test_only_the_text_that_was_read_is_signed(offered, as_client, as_freelancer):
    read = offered.terms.sha256
    propose_terms(contract=offered, draft=cheaper(offered.terms.draft), by=as_freelancer)
    with pytest.raises(TermsReplaced):
        sign(offered, as_client, sha256=read)
    assert Signature.objects.count() == 0


def test_a_counter_needs_both_signatures_anew(offered, as_client, as_freelancer):
    sign(offered, as_client)
    propose_terms(contract=offered, draft=cheaper(offered.terms.draft), by=as_freelancer)
    assert fresh(offered).state == ContractState.COUNTERED
    sign(offered, as_freelancer)
    assert fresh(offered).state == ContractState.COUNTERED
    sign(offered, as_client)
    assert fresh(offered).state == ContractState.AWAITING_FUNDS
    assert Unit.objects.get(contract=offered, position=1).amount == 200_000


def test_the_client_answers_a_counter_with_a_revision(offered, as_client, as_freelancer):
    propose_terms(contract=offered, draft=cheaper(offered.terms.draft), by=as_freelancer)
    step = MilestoneDraft(title="All", phase="data", deliverables="x", criteria=("y",), amount=50)
    revised = replace(offered.terms.draft, schedule=MilestoneSchedule((step,)), review_days=14)
    propose_terms(contract=offered, draft=revised, by=as_client, note="One step.")
    contract = fresh(offered)
    assert (contract.state, contract.terms.number, contract.review_days) == ("offered", 3, 14)


def test_a_version_must_differ_from_the_last(offered, as_freelancer):
    with pytest.raises(TermsUnchanged):
        propose_terms(contract=offered, draft=offered.terms.draft, by=as_freelancer)
    assert (fresh(offered).state, TermsVersion.objects.count()) == (ContractState.OFFERED, 1)


def test_an_agreed_contract_takes_no_other_terms(agreed, as_freelancer):
    with pytest.raises(IllegalMove):
        propose_terms(contract=agreed, draft=cheaper(agreed.terms.draft), by=as_freelancer)
    assert TermsVersion.objects.count() == 1


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE contracts_termsversion SET text = text || '.'",
        "DELETE FROM contracts_signature",
        "UPDATE contracts_signature SET name = 'Somebody'",
    ],
)
def test_the_database_freezes_terms_and_signatures(agreed, sql):
    with pytest.raises(InternalError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert fresh(agreed.terms).is_intact


def test_the_database_refuses_a_hash_that_is_not_the_texts(offered):
    terms = fresh(offered.terms)
    terms.pk, terms.number, terms.text = None, 2, terms.text + "."
    with pytest.raises(IntegrityError, match="terms_sha256_of_text"), transaction.atomic():
        terms.save(force_insert=True)
    assert TermsVersion.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_people_of_one_side_signing_at_once_leave_one_signature(offered, as_client):
    outcomes = []

    def attempt():
        try:
            sign_terms(
                contract=fresh(offered),
                sha256=offered.terms.sha256,
                by=client(as_client.user),
                name="Clara Client",
            )
            outcomes.append("signed")
        except AlreadySigned:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=attempt) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["refused", "signed"]
    assert Signature.objects.count() == 1
