"""Refusals about change orders, each with the sentence for the person reading."""

from marketplace.core.data.errors import DomainError


class ChangeOrderOpen(DomainError):
    sentence = (
        "A change order waits for an answer already. Answer it, or have it withdrawn, before "
        "another one is proposed."
    )


class ChangeOrderOver(DomainError):
    sentence = "This change order is “{state}”, so it cannot be {verb} any more. Nothing changed."


class ChangeOrderOverdue(DomainError):
    sentence = "This change order lapsed on {date}. Propose it again if it is still wanted."


class ContractChangedMeanwhile(DomainError):
    sentence = (
        "Version {number} of the terms was signed while this was written. Open the form again: it "
        "begins with that version. Nothing was changed."
    )


class TermsNotChangeable(DomainError):
    sentence = "The terms of this kind of contract ({kind}) stay as they were signed."
