"""The page where a person gives the processor what it needs before paying them."""

import re

from local.stripe_sandbox import account_links, accounts
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.http_messages import Answer, redirect
from local.stripe_sandbox.pages.countries import COUNTRIES
from local.stripe_sandbox.pages.templates import field_values, fragment, notice, options, page
from local.stripe_sandbox.storage import Doc

FIELDS = ("legal_name", "payout_account")


def show(box: Box, fields: dict[str, str], id: str) -> Answer:
    """Show the form; a used or old link goes to its refresh address."""
    link = box.storage.get(id, "v2.core.account_link")
    if link is None:
        return notice("There is no such page", "The address may be mistyped.", status=404)
    if not account_links.is_usable(box, link):
        return redirect(account_links.flow(link)["refresh_url"])
    account = accounts.existing(box, link["account"])
    country = account["_identity"].get("country", "US").upper()
    values = {"legal_name": account["display_name"] or "", "country": country}
    return _form(link, values, {})


def submit(box: Box, fields: dict[str, str], id: str) -> Answer:
    """Take the answers, make transfers to the account possible, and send the person back."""
    link = box.storage.get(id, "v2.core.account_link")
    if link is None:
        return notice("There is no such page", "The address may be mistyped.", status=404)
    flow = account_links.flow(link)
    if not account_links.is_usable(box, link):
        return redirect(flow["refresh_url"])
    errors = _errors(fields)
    if errors:
        return _form(link, fields, errors, status=422)
    account = accounts.onboard(
        box,
        accounts.existing(box, link["account"]),
        name=fields["legal_name"],
        country=fields["country"],
        payout_account=_compact(fields["payout_account"]),
    )
    account_links.use(box, link, account)
    return redirect(flow.get("return_url") or flow["refresh_url"])


def _form(
    link: Doc, values: dict[str, str], errors: dict[str, str], *, status: int = 200
) -> Answer:
    flow = account_links.flow(link)
    body = fragment(
        "onboarding",
        countries=options(COUNTRIES, values.get("country", "US")),
        later=flow.get("return_url", flow["refresh_url"]),
        **field_values(FIELDS, values, errors),
    )
    return page("Set up payouts", body, status=status)


def _errors(fields: dict[str, str]) -> dict[str, str]:
    errors = {}
    if len(fields.get("legal_name", "")) < 2:
        errors["legal_name"] = "Write your full legal name."
    if not is_payout_account(_compact(fields.get("payout_account", ""))):
        errors["payout_account"] = "This is no valid IBAN or account number."
    if fields.get("country") not in COUNTRIES:
        fields["country"] = "US"
    return errors


def is_payout_account(number: str) -> bool:
    """Return whether this is an account number, or an IBAN with its check digits (ISO 13616)."""
    if re.fullmatch(r"\d{6,17}", number):
        return True
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", number):
        return False
    turned = number[4:] + number[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _compact(number: str) -> str:
    return re.sub(r"[\s-]", "", number).upper()
