"""A rule of the product that said no, and the sentence that tells the person why."""

import re


class DomainError(Exception):
    """Base of every refusal; `sentence` is shown to the person, `status` to a program."""

    sentence = "This is not possible right now."
    status = 409

    def __init__(self, sentence: str = "", **facts: object) -> None:
        self.facts = facts
        self.sentence = (sentence or self.sentence).format(**facts)
        super().__init__(self.sentence)

    @property
    def code(self) -> str:
        """The class name in snake case, stable for programs."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()


class Gone(DomainError):
    sentence = "This is not there any more: somebody removed it meanwhile."
    status = 404


class NotLocked(RuntimeError):
    """A move was made under a lock that its caller does not hold: a fault of ours."""


class IllegalMove(DomainError):
    sentence = "This {noun} is “{state}”, so it cannot be {verb} now."


class ActorNotAllowed(DomainError):
    sentence = "A {role} cannot mark a {noun} as {verb}."
    status = 403
