"""What the rules of moderation refuse, in sentences for the person reading."""

from marketplace.core.data.errors import DomainError


class StaffNotSuspended(DomainError):
    sentence = "{name} is of the staff. An administrator takes their powers away first."


class AlreadySo(DomainError):
    sentence = "Somebody has done this already."
