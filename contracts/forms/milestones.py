"""Delivering a milestone, and requesting changes to it."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from contracts.models import AcceptanceCriterion, Milestone
from marketplace.core.files import check_upload

MOST_FILES = 10


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


class SubmissionForm(forms.Form):
    note = forms.CharField(
        label="What you deliver",
        help_text="How each acceptance criterion is met, and what did not work.",
        widget=forms.Textarea,
        max_length=5000,
    )
    uploads = UploadsField(
        label="Files",
        help_text=f"Up to {MOST_FILES} files of 25 MB. Reports, notebooks, models, or a .zip.",
        required=False,
    )


class ChangeRequestForm(forms.Form):
    """One criterion, and what is missing for it."""

    criterion = forms.ModelChoiceField(
        AcceptanceCriterion.objects.none(),
        label="Which acceptance criterion is not met?",
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Name the criterion that is not met."},
    )
    note = forms.CharField(
        label="What is missing",
        help_text="Say what you saw and what you expected, so that one more round is enough.",
        widget=forms.Textarea,
        max_length=5000,
    )

    def __init__(self, *args: Any, milestone: Milestone, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["criterion"].queryset = milestone.criteria.all()  # type: ignore[attr-defined]
