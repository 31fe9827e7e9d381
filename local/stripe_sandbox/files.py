"""Files: documents that were uploaded as evidence. Only what describes them is kept."""

from local.stripe_sandbox import ids
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.clock import DAY
from local.stripe_sandbox.errors import StripeError, missing
from local.stripe_sandbox.lists import list_parameters, page
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import Choice, Upload
from local.stripe_sandbox.storage import Doc

LARGEST = 5_000_000
# Stripe takes no more for the evidence of one dispute, whatever each file may weigh.
LARGEST_EVIDENCE = 4_500_000
DAYS_KEPT = 300
TYPES = {b"%PDF": "pdf", b"\x89PNG": "png", b"\xff\xd8\xff": "jpg"}
PURPOSES = Choice("dispute_evidence")
CREATE = parameters({"file": Upload(), "purpose": PURPOSES})
LIST = list_parameters(purpose=PURPOSES)
RETRIEVE = parameters()


def create(box: Box, params: Doc) -> Doc:
    """Take a document in."""
    upload = params["file"]
    kind = next((name for sign, name in TYPES.items() if upload.body.startswith(sign)), None)
    if kind is None:
        raise StripeError("Evidence must be a PDF, PNG or JPEG file.", param="file")
    if len(upload.body) > LARGEST:
        raise StripeError("This file exceeds the maximum size of 5 MB.", param="file")
    id, now = ids.new("file"), box.clock.now()
    return box.storage.insert(
        {
            "id": id, "object": "file", "created": now, "expires_at": now + DAYS_KEPT * DAY,
            "filename": upload.name, "links": None, "purpose": params["purpose"],
            "size": len(upload.body), "title": None, "type": kind,
            "url": f"{box.public_url}/v1/files/{id}/contents",
        }
    )  # fmt: skip


def retrieve(box: Box, params: Doc, file: str) -> Doc:
    """Return what describes a file."""
    found = box.storage.get(file, "file")
    if found is None:
        raise missing("file upload", file, param="file")
    return found


def list_(box: Box, params: Doc) -> Doc:
    """Return files, newest first."""
    return page(box, "file", params, url="/v1/files", purpose=params.get("purpose"))


def check_evidence(box: Box, evidence: Doc, fields: tuple[str, ...]) -> None:
    """Refuse evidence that names unknown files, or weighs too much together."""
    named = [(field, evidence[field]) for field in fields if evidence.get(field)]
    sizes = {}
    for field, id in named:
        found = box.storage.get(id, "file")
        if found is None or found["purpose"] != "dispute_evidence":
            raise missing("file upload", id, param=f"evidence[{field}]", status=400)
        sizes[id] = found["size"]
    if sum(sizes.values()) > LARGEST_EVIDENCE:
        raise StripeError("The evidence files together exceed 4.5 MB.", param="evidence")


NOUN = Noun(
    routes=(
        Route("GET", "/v1/files", LIST, list_),
        Route("POST", "/v1/files", CREATE, create),
        Route("GET", "/v1/files/{file}", RETRIEVE, retrieve),
    )
)
