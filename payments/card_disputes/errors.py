"""Why a card dispute cannot be answered, decided or settled."""

from marketplace.core.data.errors import DomainError


class EvidenceUnderWay(DomainError):
    sentence = "Evidence is on its way to the bank already. Look again in a minute."


class EvidenceTooLarge(DomainError):
    sentence = (
        "The evidence has more than the {most} pages that banks read. Send a shorter one in the "
        "payment processor’s dashboard."
    )


class NotAnswerable(DomainError):
    sentence = "This card dispute is not waiting for evidence: it is “{state}”."


class NothingToSettle(DomainError):
    sentence = "Nothing is held again after a card dispute that was won."


class LossNotToDecide(DomainError):
    sentence = "There is no loss to decide about: “{bears}”."
