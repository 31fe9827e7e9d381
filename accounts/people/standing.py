"""What a person is on the marketplace, and the request that knows it."""

from dataclasses import dataclass

from django.http import HttpRequest

from accounts.people.models import User

CLIENT = "client"
FREELANCER = "freelancer"


@dataclass(frozen=True)
class Standing:
    """What a person is on the marketplace; nobody in particular for a visitor."""

    is_client: bool = False
    is_freelancer: bool = False
    unread: int = 0

    def side(self, wished: str) -> str:
        """The wished side if the person has it, else the one that they have, else none."""
        has = {CLIENT: self.is_client, FREELANCER: self.is_freelancer}
        if has.get(wished):
            return wished
        return next((side for side, is_theirs in has.items() if is_theirs), "")

    @property
    def is_new(self) -> bool:
        return not (self.is_client or self.is_freelancer)

    @property
    def unread_label(self) -> str:
        return f"{COUNT_LIMIT - 1}+" if self.unread >= COUNT_LIMIT else str(self.unread or "")


class PersonalRequest(HttpRequest):
    """What a request is once PersonalMiddleware has seen it and the gate let a person in."""

    user: User
    standing: Standing
    side: str


# A longer list of unread notices is shown as "99+".
COUNT_LIMIT = 100
