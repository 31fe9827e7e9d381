"""Disputes: charges that a payer's bank took back, or asks about."""

from local.stripe_sandbox import customers, dispute_steps, events, files
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import StripeError, missing
from local.stripe_sandbox.lists import list_parameters, page
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import Boolean, Text
from local.stripe_sandbox.schema import Metadata, Struct
from local.stripe_sandbox.storage import Doc

LONGEST_TEXT = 20_000
UPDATE = parameters(
    evidence=Struct(
        {name: Text(LONGEST_TEXT, unsettable=True) for name in dispute_steps.EVIDENCE_TEXTS}
        | {name: Text(unsettable=True) for name in dispute_steps.EVIDENCE_FILES}
    ),
    metadata=Metadata(),
    submit=Boolean(),
)
LIST = list_parameters(charge=Text(), payment_intent=Text())
RETRIEVE = parameters()


def update(box: Box, params: Doc, dispute: str) -> Doc:
    """Stage evidence, and send it to the bank unless `submit` is false; it is sent once."""
    found = _open(box, dispute)
    metadata = customers.merged(found["metadata"], params.get("metadata"))
    if "evidence" in params or params.get("submit"):
        if found["evidence_details"]["submission_count"]:
            raise StripeError(f"The evidence of {dispute} was submitted already.")
        found["evidence"] = found["evidence"] | params.get("evidence", {})
        files.check_evidence(box, found["evidence"], dispute_steps.EVIDENCE_FILES)
        details = found["evidence_details"] | {"has_evidence": _has_evidence(found)}
        found["evidence_details"] = details
        if params.get("submit", True):
            found = dispute_steps.submit(box, found)
    found = box.storage.save(found | {"metadata": metadata})
    events.emit(box, "charge.dispute.updated", found)
    return found


def close(box: Box, params: Doc, dispute: str) -> Doc:
    """Accept a dispute as lost."""
    return dispute_steps.conclude(box, _open(box, dispute), "lost")


def retrieve(box: Box, params: Doc, dispute: str) -> Doc:
    """Return a dispute."""
    found = box.storage.get(dispute, "dispute")
    if found is None:
        raise missing("dispute", dispute, param="dispute")
    return found


def list_(box: Box, params: Doc) -> Doc:
    """Return disputes, newest first."""
    filters = {name: params.get(name) for name in ("charge", "payment_intent")}
    return page(box, "dispute", params, url="/v1/disputes", **filters)


def _open(box: Box, id: str) -> Doc:
    found = retrieve(box, {}, id)
    if found["status"] not in dispute_steps.OPEN:
        raise StripeError(f"The dispute {id} is closed with a status of {found['status']}.")
    return found


def _has_evidence(dispute: Doc) -> bool:
    return any(dispute["evidence"].values())


_ONE = "/v1/disputes/{dispute}"
NOUN = Noun(
    routes=(
        Route("GET", "/v1/disputes", LIST, list_),
        Route("GET", _ONE, RETRIEVE, retrieve),
        Route("POST", _ONE, UPDATE, update),
        Route("POST", f"{_ONE}/close", RETRIEVE, close),
    ),
    expandable={"dispute": {"charge": None, "payment_intent": None}},
)
