"""The same POST twice does its act once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone

from marketplace.core.data.models import IdempotencyRecord
from projects.briefs.models.attachments import BriefAttachment
from projects.briefs.models.briefs import Brief
from tests.api.conftest import Program
from tests.factories.projects import make_draft_brief

pytestmark = pytest.mark.django_db


@pytest.fixture
def hirer(program_of, client_person, organisation):
    return program_of(client_person)


def body(organisation, title="Churn"):
    return {"organisation": str(organisation.public_id), "title": title}


def test_the_same_request_is_answered_again_and_done_once(hirer, organisation):
    first = hirer.write("briefs/", body(organisation), key="k1")
    again = hirer.write("briefs/", body(organisation), key="k1")
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert again["Content-Type"] == first["Content-Type"]
    assert "Idempotent-Replayed" not in first
    assert again["Idempotent-Replayed"] == "true"
    assert Brief.objects.count() == 1


def test_another_body_under_the_same_key_is_refused(hirer, organisation):
    hirer.write("briefs/", body(organisation), key="k1")
    other = hirer.write("briefs/", body(organisation, "Fraud"), key="k1")
    assert (other.status_code, other.json()["code"]) == (422, "key_used_for_another_request")
    assert [brief.title for brief in Brief.objects.all()] == ["Churn"]


def test_another_address_under_the_same_key_is_refused(hirer, organisation):
    brief = hirer.write("briefs/", body(organisation), key="k1").json()
    other = hirer.write(f"briefs/{brief['id']}/publication/", key="k1")
    assert (other.status_code, other.json()["code"]) == (422, "key_used_for_another_request")


def test_a_refusal_is_kept_too(hirer, organisation):
    first = hirer.write("briefs/", {"title": "No organisation"}, key="k1")
    again = hirer.write("briefs/", {"title": "No organisation"}, key="k1")
    assert (first.status_code, again.status_code) == (400, 400)
    assert again["Idempotent-Replayed"] == "true"
    assert again["Content-Type"] == "application/problem+json"


def test_keys_of_two_people_are_apart(hirer, organisation, program_of, stranger):
    hirer.write("briefs/", body(organisation), key="k1")
    other = program_of(stranger).write("briefs/", body(organisation), key="k1")
    assert "Idempotent-Replayed" not in other
    assert other.status_code == 400


def test_an_upload_sent_again_in_another_multipart_packing_is_the_same(hirer, organisation):
    brief = make_draft_brief(organisation)
    for _ in range(2):
        upload = SimpleUploadedFile("columns.csv", b"column,meaning\n")
        answer = hirer.write(
            f"briefs/{brief.public_id}/files/", {"upload": upload}, key="k1", format="multipart"
        )
        assert answer.status_code == 201
    assert answer["Idempotent-Replayed"] == "true"
    assert BriefAttachment.objects.count() == 1


@pytest.mark.parametrize("key", ["x" * 201, "ключ", "a\tb"])
def test_an_unusable_key_is_refused_and_nothing_is_done(hirer, organisation, key):
    answer = hirer.write("briefs/", body(organisation), key=key)
    assert (answer.status_code, answer.json()["code"]) == (400, "key_unusable")
    assert Brief.objects.count() == 0


def test_a_key_is_free_again_after_a_day(hirer, organisation):
    hirer.write("briefs/", body(organisation), key="k1")
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1), tick=False):
        later = hirer.write("briefs/", body(organisation, "Fraud"), key="k1")
    assert later.status_code == 201


def test_a_claim_without_an_answer_waits_and_is_then_free(hirer, organisation, client_person):
    hirer.write("briefs/", body(organisation), key="k1")
    IdempotencyRecord.objects.update(status=None, claimed_at=timezone.now())
    waiting = hirer.write("briefs/", body(organisation), key="k1")
    assert (waiting.status_code, waiting.json()["code"]) == (409, "still_running")
    IdempotencyRecord.objects.update(claimed_at=timezone.now() - timedelta(minutes=2))
    assert hirer.write("briefs/", body(organisation), key="k1").status_code == 201


@pytest.mark.django_db(transaction=True)
def test_requests_at_the_same_moment_do_the_act_once(hirer, organisation):
    start = Barrier(4)
    secret = hirer._credentials["HTTP_AUTHORIZATION"].removeprefix("Bearer ")

    def send(_):
        start.wait(timeout=10)
        try:
            return Program(secret).write("briefs/", body(organisation), key="k1").status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        codes = sorted(pool.map(send, range(4)))
    assert Brief.objects.count() == 1
    assert codes[0] == 201
    assert set(codes) <= {201, 409}
