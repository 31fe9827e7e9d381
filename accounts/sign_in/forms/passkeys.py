"""The library's forms of passkeys, whose hidden field a program may fill with anything."""

from typing import Any

from allauth.mfa.webauthn import forms as library
from django import forms
from django.core.exceptions import ValidationError

from marketplace.core.web.text_fields import Line


class CredentialField(forms.JSONField):
    """Also refuses what is no JSON by its length or its depth."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except (ValueError, RecursionError) as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What was sent, to be shown again; what is no JSON is nothing."""
        try:
            return super().bound_data(data, initial)
        except (ValueError, RecursionError):
            return None


class AddPasskeyForm(library.AddWebAuthnForm):
    name = Line(required=False)
    credential = CredentialField()


class ReauthenticateByPasskeyForm(library.ReauthenticateWebAuthnForm):
    credential = CredentialField()


class SignInByPasskeyForm(library.LoginWebAuthnForm):
    credential = CredentialField()
