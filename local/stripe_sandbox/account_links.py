"""Account links: a short-lived address of the hosted onboarding page."""

from datetime import datetime

from local.stripe_sandbox import accounts, ids, thin_events
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.clock import stamp
from local.stripe_sandbox.errors import StripeError
from local.stripe_sandbox.routing import Noun, Route
from local.stripe_sandbox.scalars import Choice, Text, Url
from local.stripe_sandbox.schema import Struct
from local.stripe_sandbox.storage import Doc

LIFETIME_SECONDS = 10 * 60

_FLOW = Struct(
    {
        "collection_options": Struct(
            {
                "fields": Choice("currently_due", "eventually_due"),
                "future_requirements": Choice("include", "omit"),
            }
        ),
        "return_url": Url(),
    },
    {"refresh_url": Url()},
)
CREATE = Struct(
    required={
        "account": Text(),
        "use_case": Struct(
            {"account_onboarding": _FLOW, "account_update": _FLOW},
            {"type": Choice("account_onboarding", "account_update")},
        ),
    }
)


def create(box: Box, params: Doc) -> Doc:
    """Create a link for an account; it works once, for ten minutes."""
    if accounts.existing(box, params["account"])["closed"]:
        raise StripeError("The account is closed.", code="account_closed", param="account")
    use_case = params["use_case"]
    if use_case["type"] not in use_case:
        raise StripeError(
            f"use_case.{use_case['type']} is required when use_case.type names it.",
            code="parameter_missing", param=f"use_case[{use_case['type']}]",
        )  # fmt: skip
    id = ids.new("accl")
    link = {
        "id": id,
        "object": "v2.core.account_link",
        "account": params["account"],
        "created": box.clock.stamp(),
        "expires_at": stamp(box.clock.now() + LIFETIME_SECONDS),
        "livemode": False,
        "url": f"{box.public_url}/onboarding/{id}",
        "use_case": use_case,
        "_used": False,
    }
    box.storage.insert(link)
    return {name: value for name, value in link.items() if name != "id"}


def flow(link: Doc) -> Doc:
    """Return the addresses and options of the flow that a link leads to."""
    chosen: Doc = link["use_case"][link["use_case"]["type"]]
    return chosen


def is_usable(box: Box, link: Doc) -> bool:
    """Return whether a link has neither been used nor run out."""
    ends = datetime.fromisoformat(link["expires_at"]).timestamp()
    return not link["_used"] and box.clock.now() < ends


def use(box: Box, link: Doc, account: Doc) -> None:
    """Close a link whose flow was finished."""
    box.storage.save(link | {"_used": True})
    data = {
        "account_id": account["id"],
        "configurations": account["applied_configurations"],
        "use_case": link["use_case"]["type"],
    }
    thin_events.emit(box, "v2.core.account_link.returned", account, data=data)


NOUN = Noun(routes=(Route("POST", "/v2/core/account_links", CREATE, create),))
