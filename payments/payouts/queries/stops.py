"""What keeps every payout back, asked of whoever registered a reason.

@stops_payouts: a question that holds all payouts while its answer is yes.
"""

from collections.abc import Callable

Question = Callable[[], bool]
_questions: list[Question] = []


def stops_payouts(question: Question) -> Question:
    _questions.append(question)
    return question


def are_payouts_stopped() -> bool:
    return any(question() for question in _questions)
