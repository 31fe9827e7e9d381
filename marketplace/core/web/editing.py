"""Pages that edit what others may edit too: they carry its version, and show a conflict.

A refused save is answered with 409 and the same form. What the person wrote is in it, except
for fields that they left as they read them: there stands what is stored now. Above it each
difference is shown. To save again keeps mine; to drop what was typed takes theirs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm, BaseFormSet, BoundField, CheckboxInput, Form
from django.http import HttpResponse, QueryDict

from marketplace.core.data.edit_versions import EditedMeanwhile, Facts, edit_version_of
from marketplace.core.data.errors import DomainError

CONFLICT = 409


@dataclass(frozen=True)
class Difference:
    """One field in both texts; `is_taken` if theirs stands in the form, because mine was old."""

    label: str
    theirs: str
    mine: str
    is_taken: bool


@dataclass(frozen=True)
class Editing:
    """What `{% edit_version %}` puts into a form: the version, and what is in conflict."""

    edit_version: str
    address: str
    differences: Sequence[Difference] = ()
    is_refused: bool = False


class EditsShared:
    """Of a page with one form; `stored_facts` says what it edits, by the names of its fields."""

    request: Any
    form: Any
    kept: Any
    _refused: Editing | None = None

    def stored_facts(self) -> Facts:
        """As they are stored now, for what the form edits."""
        raise NotImplementedError

    @property
    def seen(self) -> str:
        """The version that the posted form started from."""
        return self.request.POST.get("edit_version", "")

    def show(self, status: int = 200, **extra: Any) -> HttpResponse:
        shown: HttpResponse = super().show(status, editing=self._editing(), **extra)  # type: ignore[misc]
        return shown

    def _editing(self) -> Editing:
        if self._refused:
            return self._refused
        # What was posted stays: to correct a mistake must not hide a conflict.
        version = self.seen or self._kept_version() or edit_version_of(self.stored_facts())
        return Editing(edit_version=version, address=self.request.get_full_path())

    def _kept_version(self) -> str:
        """What was typed before, and is shown again, started from the version of then."""
        return self.kept.data.get("edit_version", "") if self.kept else ""

    def refused(self, form: Any, refusal: DomainError) -> HttpResponse:
        if not isinstance(refusal, EditedMeanwhile):
            return super().refused(form, refusal)  # type: ignore[misc]
        theirs = self.form()
        self.remember(refusal, differences_of(form, theirs, refusal))
        return self.show(CONFLICT, form=self.form(with_theirs(self.request.POST, theirs, refusal)))

    def remember(self, refusal: EditedMeanwhile, differences: Sequence[Difference]) -> None:
        """Let the form that is shown next say what is in conflict, and go on from there."""
        self._refused = Editing(
            edit_version=refusal.edit_version,
            address=self.request.get_full_path(),
            differences=differences,
            is_refused=True,
        )


def differences_of(mine: BaseForm, theirs: BaseForm, refusal: EditedMeanwhile) -> list[Difference]:
    """The fields that read differently, in the order of the form."""
    found = []
    for bound in theirs:
        texts = text_of(bound), text_of(mine[bound.name])
        if _fact_of(bound) in refusal.differing and texts[0] != texts[1]:
            found.append(Difference(str(bound.label), *texts, _fact_of(bound) in refusal.untouched))
    return found


def difference_of_rows(
    name: str, label: str, mine: BaseFormSet, theirs: BaseFormSet, refusal: EditedMeanwhile
) -> list[Difference]:
    """The same for a list of forms, as one text; nothing if they read the same."""
    texts = _text_of_rows(theirs), _text_of_rows(mine)
    if name not in refusal.differing:
        return []
    return [Difference(label, *texts, name in refusal.untouched)]


def with_theirs(data: QueryDict, theirs: BaseForm, refusal: EditedMeanwhile) -> QueryDict:
    """The posted form with what is stored in each field that the person left as it was."""
    merged = data.copy()
    for bound in theirs:
        if _fact_of(bound) in refusal.untouched:
            merged.setlist(bound.html_name, sent_by(bound))
    return merged


def _fact_of(bound: BoundField) -> str:
    """A form says by `fact_of` that several of its fields are one fact."""
    fact_of = getattr(bound.form, "fact_of", str)
    return str(fact_of(bound.name))


def text_of(bound: BoundField) -> str:
    """What a field says, in the words of the page."""
    labels = {str(value): str(label) for value, label in _choices(bound.field)}
    values = sent_by(bound)
    if isinstance(bound.field.widget, CheckboxInput):
        return "yes" if values else "no"
    words = [labels.get(value, value) if value else "" for value in values]
    return "\n".join(", ".join(word for word in words if word).split("\r\n")).strip()


def sent_by(bound: BoundField) -> list[str]:
    """What a browser sends for the field as it stands."""
    widget, value = bound.field.widget, bound.value()
    if isinstance(widget, CheckboxInput):
        return ["on"] if value else []
    shown = widget.format_value(value)
    values = shown if isinstance(shown, list | tuple) else [shown]
    return [str(each) for each in values if each is not None]


def _choices(field: Any) -> Iterator[tuple[Any, Any]]:
    for value, label in getattr(field, "choices", ()):
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield value, label


def _text_of_rows(rows: BaseFormSet) -> str:
    texts = [_text_of_row(form) for form in rows.forms]
    return "\n\n".join(text for text in texts if text)


def _text_of_row(form: Form) -> str:
    said = [(bound.label, text_of(bound)) for bound in form if not bound.is_hidden]
    return "\n".join(f"{label}: {text}" for label, text in said if text)
