"""Reads the folder that the file backend of Django writes emails to."""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from functools import cached_property
from pathlib import Path

BOUNDARY = b"\n" + b"-" * 79 + b"\n"
NAME = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Attachment:
    name: str
    content: bytes


@dataclass(frozen=True)
class Mail:
    """One sent email: the file that it lies in, and its number there from 0."""

    file: str
    number: int
    raw: bytes

    @cached_property
    def message(self) -> EmailMessage:
        return email.message_from_bytes(self.raw, policy=email.policy.default)

    @property
    def subject(self) -> str:
        return self.message["Subject"] or ""

    @property
    def sender(self) -> str:
        return self.message["From"] or ""

    @property
    def recipients(self) -> list[str]:
        fields = [str(self.message[name]) for name in ("To", "Cc", "Bcc") if self.message[name]]
        return [address for _, address in getaddresses(fields) if address]

    @property
    def sent_at(self) -> datetime:
        return parsedate_to_datetime(self.message["Date"]).replace(tzinfo=UTC)

    @property
    def text(self) -> str:
        return self._body("plain")

    @property
    def html(self) -> str:
        return self._body("html")

    @property
    def attachments(self) -> list[Attachment]:
        parts = self.message.iter_attachments()
        return [Attachment(part.get_filename() or "attachment", _bytes_of(part)) for part in parts]

    def _body(self, kind: str) -> str:
        part = self.message.get_body((kind,))
        return part.get_content() if part else ""


def mails(folder: Path, *, to: str = "") -> list[Mail]:
    """Every email, or those `to` an address, newest first."""
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    found = (mail for path in files for mail in reversed(list(_mails_in(path))))
    return [mail for mail in found if not to or to in mail.recipients]


def find_mail(folder: Path, *, file: str, number: int) -> Mail | None:
    path = folder / f"{file}.log"
    if not NAME.fullmatch(file) or not path.is_file():
        return None
    return next((mail for mail in _mails_in(path) if mail.number == number), None)


def _mails_in(path: Path) -> Iterator[Mail]:
    parts = path.read_bytes().split(BOUNDARY)
    for number, raw in enumerate(part for part in parts if part.strip()):
        yield Mail(path.stem, number, raw)


def _bytes_of(part: EmailMessage) -> bytes:
    content = part.get_content()
    return content.encode() if isinstance(content, str) else content
