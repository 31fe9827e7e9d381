from typing import Any

from django import forms

from accounts.notices.models import NoticeKind
from accounts.notices.queries import Ways


class NoticePreferencesForm(forms.Form):
    """Two check boxes for each kind; what is always emailed cannot be switched off."""

    def __init__(self, *args: Any, ways: dict[NoticeKind, Ways], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind, way in ways.items():
            always = kind.is_always_emailed
            for medium, on in (("in_app", way.in_app), ("email", way.email)):
                self.fields[f"{kind}_{medium}"] = forms.BooleanField(
                    label=f"{kind.label}, {'in the app' if medium == 'in_app' else 'by email'}",
                    required=False,
                    initial=on,
                    disabled=always,
                )

    def rows(self) -> list[tuple[NoticeKind, Any, Any]]:
        return [(kind, self[f"{kind}_in_app"], self[f"{kind}_email"]) for kind in NoticeKind]

    def wishes(self) -> dict[NoticeKind, Ways]:
        data = self.cleaned_data
        return {kind: Ways(data[f"{kind}_in_app"], data[f"{kind}_email"]) for kind in NoticeKind}
