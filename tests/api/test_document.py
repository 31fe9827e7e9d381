"""The OpenAPI document and the page that shows it."""

import io

import pytest
from django.core.management import call_command
from drf_spectacular.generators import SchemaGenerator

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def operations():
    document = SchemaGenerator().get_schema(request=None, public=True)
    return [
        (f"{method.upper()} {path}", operation)
        for path, item in document["paths"].items()
        for method, operation in item.items()
    ]


def test_the_document_is_written_without_a_warning():
    options = {"validate": True, "fail_on_warn": True}
    call_command("spectacular", stdout=io.StringIO(), stderr=io.StringIO(), **options)


def test_it_is_openapi_3_1_and_public(client):
    answer = client.get("/api/v1/schema/?format=json")
    assert (answer.status_code, answer.json()["openapi"]) == (200, "3.1.0")


def test_every_post_can_be_repeated_safely(operations):
    for name, operation in operations:
        headers = [p["name"] for p in operation.get("parameters", []) if p["in"] == "header"]
        is_post = name.startswith("POST")
        assert (name, "Idempotency-Key" in headers) == (name, is_post)


def test_every_change_of_a_text_can_name_the_version_that_it_changes(operations):
    for name, operation in operations:
        headers = [p["name"] for p in operation.get("parameters", []) if p["in"] == "header"]
        is_change = name.startswith(("PATCH", "PUT")) or name.endswith("terms/")
        is_change = is_change and not name.startswith("GET")
        assert (name, "If-Match" in headers) == (name, is_change)
        assert (name, "412" in operation["responses"]) == (name, is_change)


def test_every_error_is_a_problem(operations):
    for name, operation in operations:
        for code, answer in operation["responses"].items():
            if code >= "400":
                assert (name, list(answer["content"])) == (name, ["application/problem+json"])
        assert {"401", "403", "429"} <= set(operation["responses"])


def test_acts_of_money_and_signing_name_their_scope(operations):
    needing = {
        name for name, operation in operations if {"token": ["money"]} in operation["security"]
    }
    contract, milestone = "/api/v1/contracts/{public_id}/", "/api/v1/milestones/{public_id}/"
    week, contested = "/api/v1/weeks/{public_id}/", "/api/v1/contested-lines/{public_id}/"
    period = "/api/v1/periods/{public_id}/"
    escrow, trial = "/api/v1/escrows/{public_id}/", "/api/v1/trials/{public_id}/"
    assert needing == {
        f"POST {contract}signature/",
        *(f"POST {contract}change-orders/{kind}/" for kind in ("milestones", "weeks", "periods")),
        "POST /api/v1/change-orders/{public_id}/signature/",
        f"POST {milestone}funding/",
        f"POST {milestone}approval/",
        f"POST {milestone}reclaim/",
        f"POST {trial}funding/",
        f"POST {trial}approval/",
        f"POST {trial}reclaim/",
        "POST /api/v1/cancellations/{public_id}/consent/",
        f"POST {week}funding/",
        f"POST {week}approval/",
        f"POST {period}funding/",
        f"POST {period}report/",
        f"POST {period}approval/",
        f"POST {period}waiver/",
        f"POST {contested}concession/",
        f"POST {contested}retraction/",
        f"POST {escrow}releases/",
        f"POST {escrow}refunds/",
        f"POST {escrow}returns/",
        f"POST {escrow}bonuses/",
        f"POST {escrow}charge-plan/",
        "POST /api/v1/payouts/",
        "POST /api/v1/payout-account/onboarding/",
    }
