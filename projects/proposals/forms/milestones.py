"""The milestones of a proposal as a list of forms that can be changed without scripts."""

from collections.abc import Container, Sequence
from datetime import date
from typing import Any

from django.forms import BaseFormSet, formset_factory
from django.http import QueryDict

from projects.proposals.forms.proposals import MilestoneForm

PREFIX = "milestones"
MOST = 20


class MilestoneFormSet(BaseFormSet):
    """Rows in the order of the work; empty ones are left out."""

    def facts(self) -> list[dict[str, Any]]:
        """The valid fields of each row that says anything."""
        rows = [getattr(form, "cleaned_data", {}) for form in self.forms]
        return [row for row in rows if any(row.values())]

    def amounts(self) -> list[int]:
        """The amounts that can be understood, in minor units."""
        self.is_valid()
        return [row.get("amount") or 0 for row in self.facts()]


_Rows = formset_factory(
    MilestoneForm, formset=MilestoneFormSet, extra=0, max_num=MOST, validate_max=True
)


def milestone_rows(
    data: Any = None,
    *,
    currency: str,
    initial: Sequence[dict[str, Any]] = (),
    kept_days: Container[date] = (),
    are_offered: bool = True,
) -> MilestoneFormSet:
    """The rows as posted, else those of `initial`, at least one."""
    rows = list(initial) or [{}]
    options = {"currency": currency, "kept_days": kept_days, "is_offered": are_offered}
    return _Rows(  # type: ignore[return-value]
        data, prefix=PREFIX, initial=rows, form_kwargs=options
    )


def with_row_added(data: QueryDict) -> QueryDict:
    """The posted rows and an empty one after them."""
    changed = data.copy()
    changed[f"{PREFIX}-TOTAL_FORMS"] = str(min(_count(data) + 1, MOST))
    return changed


def with_row_removed(data: QueryDict, index: int) -> QueryDict:
    """The posted rows without the one at `index`; those after it move up."""
    changed = data.copy()
    count = _count(data)
    if not 0 <= index < count:
        return changed
    for name in MilestoneForm.base_fields:
        values = [data.get(f"{PREFIX}-{row}-{name}", "") for row in range(count) if row != index]
        changed.pop(f"{PREFIX}-{count - 1}-{name}", None)
        for row, value in enumerate(values):
            changed[f"{PREFIX}-{row}-{name}"] = value
    changed[f"{PREFIX}-TOTAL_FORMS"] = str(count - 1)
    return changed


def _count(data: QueryDict) -> int:
    try:
        return max(0, min(int(data.get(f"{PREFIX}-TOTAL_FORMS", "0")), MOST))
    except ValueError:
        return 0
