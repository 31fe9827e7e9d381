from contracts.models.cancellation import Cancellation
from contracts.models.contract import Contract
from contracts.models.milestone import AcceptanceCriterion, Milestone
from contracts.models.submission import (
    ChangeRequest,
    CriterionAnswer,
    Submission,
    SubmissionFile,
)
from contracts.models.terms import Side, Signature, TermsVersion

__all__ = [
    "AcceptanceCriterion",
    "Cancellation",
    "ChangeRequest",
    "Contract",
    "CriterionAnswer",
    "Milestone",
    "Side",
    "Signature",
    "Submission",
    "SubmissionFile",
    "TermsVersion",
]
