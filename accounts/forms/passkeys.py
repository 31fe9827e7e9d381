"""The library's forms of passkeys, whose hidden field a program may fill with anything."""

from typing import Any

from allauth.mfa.webauthn import forms as library
from django import forms
from django.core.exceptions import ValidationError


class CredentialField(forms.JSONField):
    """Also refuses what is no JSON by its length or its depth."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except (ValueError, RecursionError) as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error


class AddPasskeyForm(library.AddWebAuthnForm):
    credential = CredentialField()


class ReauthenticateByPasskeyForm(library.ReauthenticateWebAuthnForm):
    credential = CredentialField()


class SignInByPasskeyForm(library.LoginWebAuthnForm):
    credential = CredentialField()
