"""How a line of an itinerary becomes a visit, and what is not visited.

Every route of ours that answers GET stands in VISITS, or in UNVISITED with a reason.
"""

from dataclasses import dataclass
from types import SimpleNamespace

from django.urls import reverse

from tests.sweep.itineraries import VISITS

# Answers that are files or fragments: fetched, not looked at.
FILES = {
    "accounts:unread",
    "projects:attachment",
    "contracts:terms_markdown",
    "contracts:terms_paper",
    "contracts:terms_text",
    "contracts:file",
    "contracts:time",
    "payments:document",
    "payments:staff_evidence_preview",
    "payments:staff_sent_evidence",
    "payments:statement",
    "payments:statement_paper",
    "payments:year_paper",
    "payments:organisation_statement",
    "payments:organisation_statement_paper",
    "payments:organisation_year_paper",
    "local:mail_attachment",
    "mfa_download_recovery_codes",
}
# These send the person on to a page that stands for itself.
FORWARDING = {
    "accounts:notification",
    "accounts:proof_return",
    "contracts:of_proposal",
    "payments:onboarding_return",
    "payments:method_setup_result",
}


BY_PROVIDER = "goes to Google or GitHub; without their keys it is not found"
UNVISITED = dict.fromkeys(
    ("github_login", "github_callback", "google_login", "google_callback", "google_login_by_token"),
    BY_PROVIDER,
) | {
    "mfa_login_webauthn": "answers the script of the sign-in page in JSON",
    "socialaccount_signup": "needs an answer of Google or GitHub",
    "account_set_password": "for people who signed up by Google or GitHub",
    "account_email_verification_sent": "in the midst of signing up",
    "account_confirm_login_code": "in the midst of signing in",
    "mfa_authenticate": "in the midst of signing in",
    "account_confirm_password_reset_code": "in the midst of a reset",
    "account_complete_password_reset": "in the midst of a reset",
}


@dataclass(frozen=True)
class Visit:
    """One line of VISITS."""

    name: str
    subjects: tuple[str, ...] = ()
    query: str = ""
    status: int = 200

    @classmethod
    def parse(cls, line: str) -> "Visit":
        name, *parts = line.split(" ")
        status = int(parts.pop()[1:]) if parts and parts[-1].startswith("=") else 200
        query = parts.pop() if parts and parts[-1].startswith("?") else ""
        return cls(name, tuple(parts), query, status)

    def path(self, world: SimpleNamespace) -> str:
        return (
            reverse(self.name, args=[_argument(world, one) for one in self.subjects]) + self.query
        )


def visits_of(kind: str) -> list[Visit]:
    return [Visit.parse(line) for line in VISITS[kind].split("\n")[1:-1]]


def _argument(world: SimpleNamespace, part: str) -> object:
    if part.isdecimal():
        return int(part)
    subject = getattr(world, part)
    return getattr(subject, "public_id", subject)
