from django import forms
from django.http import HttpRequest

from accounts.people.models import User
from accounts.people.time_zones import zone_named
from marketplace.core.web.text_fields import Name


class SignupForm(forms.Form):
    """What we ask on top of email and password; the browser tells the time zone."""

    field_order = ["name", "email", "password1"]

    name = Name(
        label="Your name",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text="As the other side will see it on terms and proposals.",
    )
    time_zone = forms.CharField(
        required=False, widget=forms.HiddenInput(attrs={"data-time-zone": ""})
    )

    def signup(self, request: HttpRequest, user: User) -> None:
        user.name = self.cleaned_data["name"]
        if zone := zone_named(self.cleaned_data["time_zone"]):
            user.time_zone = zone
        user.save(update_fields=["name", "time_zone"])
