from django import forms

from accounts.people.forms.time_zones import TimeZoneField
from accounts.people.models import User


class AccountForm(forms.ModelForm):
    time_zone = TimeZoneField()

    class Meta:
        model = User
        fields = ["name", "time_zone"]
        help_texts = {"name": "As the other side sees it on terms and proposals."}
