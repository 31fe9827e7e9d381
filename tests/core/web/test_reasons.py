"""Why somebody acts: any words of the two sides, ten letters of staff."""

import pytest

from marketplace.core.staff.reasons import ReasonTooShort, StaffReasonForm, require_staff_reason
from marketplace.core.web.reasons import (
    OptionalReasonForm,
    ReasonForm,
    ReasonMissing,
    require_reason,
)


@pytest.mark.parametrize(
    ("form", "why", "is_enough"),
    [
        (ReasonForm, " \n ", False),
        (ReasonForm, "Ill.", True),
        (OptionalReasonForm, "", True),
        (StaffReasonForm, "It is spa", False),
        (StaffReasonForm, "It is spam", True),
    ],
)
def test_how_much_is_a_reason(form, why, is_enough):
    assert form({"why": why}).is_valid() == is_enough


def test_an_act_refuses_what_its_form_would_refuse():
    require_reason("Ill.")
    with pytest.raises(ReasonMissing):
        require_reason(" \n ")
    require_staff_reason("It is spam")
    with pytest.raises(ReasonTooShort):
        require_staff_reason(" It is spa ")
