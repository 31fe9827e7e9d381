"""Login links: one-time addresses of an account's Express dashboard."""

from local.stripe_sandbox import accounts, ids
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import StripeError, missing
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.storage import Doc

CREATE = parameters()


def create(box: Box, params: Doc, account: str) -> Doc:
    """Create a link to the dashboard of an onboarded account."""
    found = box.storage.get(account, "v2.core.account")
    if found is None:
        raise missing("account", account, param="account")
    if found["dashboard"] != "express":
        raise StripeError("Login links can only be created for accounts with Express dashboards.")
    if not accounts.can_receive_transfers(found):
        raise StripeError(
            "Cannot create a login link for an account that has not completed onboarding."
        )
    id = ids.new("lael")
    link = {
        "id": id,
        "object": "login_link",
        "created": box.clock.now(),
        "url": f"{box.public_url}/express/{id}",
        "_account": account,
    }
    box.storage.insert(link)
    return {name: value for name, value in link.items() if name != "id"}


NOUN = Noun(routes=(Route("POST", "/v1/accounts/{account}/login_links", CREATE, create),))
