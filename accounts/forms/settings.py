from typing import Any

from django import forms

from accounts.forms.time_zones import TimeZoneField
from accounts.models import ApiToken, NoticeKind, User
from accounts.queries.notifications import Ways
from marketplace.core.web.text_fields import Line


class AccountForm(forms.ModelForm):
    time_zone = TimeZoneField()

    class Meta:
        model = User
        fields = ["name", "time_zone"]
        help_texts = {"name": "As the other side sees it on terms and proposals."}


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


class TokenForm(forms.Form):
    EXPIRIES = (("30", "30 days"), ("90", "90 days"), ("365", "One year"), ("", "Never"))

    name = Line(max_length=80, help_text="What will use it: “Nightly export”.", label="Name")
    scopes = forms.MultipleChoiceField(
        choices=ApiToken.Scope.choices,
        initial=["read"],
        widget=forms.CheckboxSelectMultiple,
        label="May",
    )
    expires = forms.ChoiceField(choices=EXPIRIES, required=False, initial="90")
