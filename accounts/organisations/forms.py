from django import forms

from accounts.organisations.models.organisations import Membership, Organisation
from accounts.people.places import countries


class OrganisationForm(forms.ModelForm):
    country = forms.ChoiceField(choices=[("", "Choose a country"), *countries()])
    website = forms.URLField(required=False, assume_scheme="https")

    class Meta:
        model = Organisation
        fields = ["name", "website", "country", "about"]
        labels = {"name": "Name of the organisation"}
        help_texts = {
            "name": "As it stands on terms and receipts.",
            "about": "What the organisation does, for freelancers who read your briefs.",
        }


class InvitationForm(forms.Form):
    email = forms.EmailField(label="Email address")
    role = forms.ChoiceField(choices=Membership.Role.choices, initial="hiring_manager")


class RoleForm(forms.Form):
    role = forms.ChoiceField(choices=Membership.Role.choices)
