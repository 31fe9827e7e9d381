"""Delivering a milestone, and reviewing it: both answer for each acceptance criterion."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile

from contracts.units.models.criteria import AcceptanceCriterion
from contracts.units.models.submissions import CriterionAnswer
from contracts.units.models.units import Unit
from contracts.units.services.criteria import Claim, Finding
from marketplace.core.web.files import check_upload
from marketplace.core.web.text_fields import Words

MOST_FILES = 10
MET, MISSED = "met", "not_met"


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class UploadsField(forms.FileField):
    """Any number of files up to the limit, each sniffed and sized."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        uploads = [item for item in (data or []) if item]
        if self.required and not uploads:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if len(uploads) > MOST_FILES:
            raise forms.ValidationError(f"At most {MOST_FILES} files; put them into a .zip.")
        errors: list[str] = []
        for upload in uploads:
            try:
                check_upload(upload)
            except forms.ValidationError as error:
                errors.extend(error.messages)
        if errors:
            raise forms.ValidationError(errors)
        return uploads


@dataclass(frozen=True)
class CriterionFields:
    """The two fields in which one criterion is answered."""

    criterion: AcceptanceCriterion
    # What was said of it in the round at hand, or in the one before.
    answer: CriterionAnswer | None
    choice: forms.BoundField
    words: forms.BoundField


class CriteriaForm(forms.Form):
    """A choice and some words for each acceptance criterion of a milestone."""

    choices: ClassVar[Sequence[tuple[str, str]]]
    words_label: ClassVar[str]
    is_required: ClassVar[bool]

    def __init__(
        self,
        *args: Any,
        unit: Unit,
        answers: Iterable[CriterionAnswer] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.criteria = list(unit.criteria.all())
        self.said = {answer.criterion_id: answer for answer in answers}
        for criterion in self.criteria:
            choice, words = names_of(criterion)
            self.fields[choice] = forms.ChoiceField(
                label=criterion.text,
                choices=self.choices,
                widget=forms.RadioSelect,
                required=self.is_required,
                error_messages={"required": "Say whether this is met."},
            )
            self.fields[words] = Words(
                label=self.words_label,
                widget=forms.Textarea(attrs={"rows": 2}),
                max_length=2000,
                required=self.is_required,
                error_messages={"required": "Say where one sees it, or what is still missing."},
            )

    @property
    def rows(self) -> list[CriterionFields]:
        return [
            CriterionFields(row, self.said.get(row.pk), *(self[name] for name in names_of(row)))
            for row in self.criteria
        ]

    def answers(self) -> list[tuple[AcceptanceCriterion, bool, str]]:
        """Each criterion that was answered: whether it is met, and the words."""
        return [
            (row, choice == MET, self.cleaned_data.get(names_of(row)[1], ""))
            for row in self.criteria
            if (choice := self.cleaned_data.get(names_of(row)[0]))
        ]


def names_of(criterion: AcceptanceCriterion) -> tuple[str, str]:
    """Of the fields for a criterion: the choice, the words."""
    return f"criterion-{criterion.position}-met", f"criterion-{criterion.position}-words"


class SubmissionForm(CriteriaForm):
    """What is delivered; for each criterion whether it is met, and how one can see it."""

    choices = ((MET, "Met"), (MISSED, "Not met yet"))
    words_label = "How one can see it"
    is_required = True

    note = Words(
        label="What you deliver",
        help_text="What it is, where to begin reading, and what did not work.",
        max_length=5000,
    )
    uploads = UploadsField(
        label="Files",
        help_text=f"Up to {MOST_FILES} files of 25 MB. Reports, notebooks, models, or a .zip.",
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        """What was claimed before and not found missing is proposed again."""
        super().__init__(*args, **options)
        for criterion in self.criteria:
            said = self.said.get(criterion.pk)
            if said and said.is_claimed_met and said.is_found_met is not False:
                choice, words = names_of(criterion)
                self.initial.update({choice: MET, words: said.shown_by})

    def claims(self) -> list[Claim]:
        return [Claim(*answer) for answer in self.answers()]


class ReviewForm(CriteriaForm):
    """What the client found of each criterion; approving accepts those without an answer."""

    choices = ((MET, "Met"), (MISSED, "Not met"))
    words_label = "What is missing"
    is_required = False

    note = Words(
        label="A note on all of it",
        help_text="The freelancer reads it with your approval or your request for changes.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        required=False,
    )

    def __init__(self, *args: Any, is_approval: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.is_approval = is_approval

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        missed = [row for row in self.criteria if cleaned.get(names_of(row)[0]) == MISSED]
        for criterion in missed:
            choice, words = names_of(criterion)
            if self.is_approval:
                self.add_error(choice, "You marked this as not met: request changes instead.")
            elif not cleaned.get(words):
                self.add_error(words, "Say what is missing, so that one more round is enough.")
        if not self.is_approval and not missed:
            raise forms.ValidationError("Mark at least one criterion as not met.")
        return cleaned

    def findings(self) -> list[Finding]:
        return [Finding(*answer) for answer in self.answers()]
