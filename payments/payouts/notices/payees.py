"""What freelancers hear of their payout account."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.letters.texts import Body, Points, Subject, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from marketplace.core.data.models import Event
from marketplace.core.text.moments import moment
from payments.payouts.models.payees import Payee
from payments.payouts.queries.payees import Asked, asked_of


@notice_for("payee.verified")
def payee_verified(event: Event) -> Iterable[Notice]:
    payee: Payee = event.subject
    yield _notice(
        payee,
        subject_line("You can be paid now"),
        "Your payout account is complete. What you earned and what you earn goes there from now "
        "on.",
        "See your money",
        reverse("payments:money"),
    )


@notice_for("payee.restricted")
def payee_restricted(event: Event) -> Iterable[Notice]:
    payee: Payee = event.subject
    yield _notice(
        payee,
        subject_line("Payouts to you are paused"),
        [
            "Stripe, our payment processor, has paused payouts to you.",
            _list(payee),
            "What you earned stays yours and available, and goes out by itself as soon as the "
            "account is ready again.",
        ],
        "See what to do",
        reverse("payments:onboarding"),
    )


@notice_for("payee.asked_more")
def payee_asked_more(event: Event) -> Iterable[Notice]:
    payee: Payee = event.subject
    yield _notice(
        payee,
        subject_line("Stripe asks for more before it goes on paying you"),
        [
            _list(payee),
            "Without it Stripe pauses payouts to you. What you earned stays yours.",
        ],
        "See what to do",
        reverse("payments:onboarding"),
    )


def _list(payee: Payee) -> Points:
    return Points([_line(each) for each in asked_of(payee)])


def _line(asked: Asked) -> str:
    when = f" (until {moment(asked.due_at)})" if asked.due_at and not asked.is_overdue else ""
    late = " (overdue)" if asked.is_overdue and asked.is_for_person else ""
    why = f": {asked.why}" if asked.why else ""
    return f"{asked.what}{when or late}{why}"


def _notice(payee: Payee, subject: Subject, body: Body, action: str, url: str) -> Notice:
    return Notice(
        recipients=[payee.user],
        kind=NoticeKind.MONEY,
        subject=subject,
        body=body,
        url=url,
        action=action,
    )
