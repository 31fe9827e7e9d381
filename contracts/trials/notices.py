"""What people hear of trials: what they hear of any unit, and the client's feedback."""

from collections.abc import Iterable

from accounts.letters.texts import Quotation
from accounts.notices.registry import Builder, Notice, notice_for
from contracts.trials.queries import NOUN
from contracts.units.notices import units
from contracts.units.notices.people import about_unit, on_unit, unit_of
from marketplace.core.data.models import Event
from marketplace.core.text.markdown import as_text

AS_ANY_UNIT: dict[str, Builder] = {
    "funded": units.funded,
    "submitted": units.submitted,
    "review_reminded": units.review_reminded,
    "returned": units.returned,
    "approved": units.approved,
    "refunded": units.refunded,
    "silence_warned": units.silence_warned,
    "charged_back": units.charged_back,
    "payment_undisputed": units.undisputed,
}
for verb, builder in AS_ANY_UNIT.items():
    notice_for(f"{NOUN}.{verb}")(builder)


@notice_for("trial.feedback_given")
def feedback_given(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    yield about_unit(
        unit,
        [unit.contract.freelancer],
        on_unit("Feedback on", unit),
        [
            f"{unit.contract.organisation} has written what they think of it.",
            Quotation(as_text(event.particulars["feedback"])),
        ],
    )
