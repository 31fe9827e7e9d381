"""What the product mailed, read from the folder that both its processes write to."""

import email
import email.policy
import re
from email.message import EmailMessage
from pathlib import Path

from tests.sandbox import wait_for

SEPARATOR = re.compile(rb"^-{79}\n", re.MULTILINE)


class Mailbox:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def to(self, address: str) -> list[EmailMessage]:
        """Every mail to `address`, oldest first."""
        found: list[EmailMessage] = []
        for file in sorted(self.folder.glob("*.log"), key=lambda path: path.stat().st_mtime):
            for raw in SEPARATOR.split(file.read_bytes()):
                message = email.message_from_bytes(raw, policy=email.policy.default)
                if address in str(message.get("To", "")):
                    found.append(message)  # type: ignore[arg-type]
        return found

    def subjects(self, address: str) -> list[str]:
        return [str(message["Subject"]) for message in self.to(address)]

    def wait(self, address: str, subject: str, *, seconds: float = 20) -> EmailMessage:
        """The newest mail to `address` whose subject contains `subject`."""

        def matching() -> list[EmailMessage]:
            return [mail for mail in self.to(address) if subject in str(mail["Subject"])]

        try:
            wait_for(matching, seconds=seconds)
        except AssertionError as error:
            raise AssertionError(f"{subject!r} is not in {self.subjects(address)}") from error
        return matching()[-1]


def text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    return body.get_content() if body else ""
