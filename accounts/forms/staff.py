from django import forms


class StaffSearchForm(forms.Form):
    """One box for people, organisations, briefs and contracts."""

    q = forms.CharField(
        label="Find",
        help_text="A name, an email address, a title, or an identifier from an address.",
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    def words(self) -> str:
        return self.cleaned_data["q"].strip() if self.is_valid() else ""
