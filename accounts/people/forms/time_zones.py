from typing import Any

from django import forms

from accounts.people.time_zones import Zone, offered_zones, shown_zone, zone_named


class TimeZoneField(forms.CharField):
    """A zone, typed or chosen from a list that the browser searches; its cleaned value is its name.

    Whatever the person has already is shown and kept, whether the list offers it or not.
    """

    def __init__(self, *, proposes_own: bool = False, **options: Any) -> None:
        """With `proposes_own` a script fills in the browser's zone where nobody chose one."""
        attrs = {"list": "time-zones", "autocomplete": "off", "spellcheck": "false"}
        attrs |= {"data-time-zone": ""} if proposes_own else {}
        options.setdefault("help_text", "Type a city near you, or choose from the list.")
        super().__init__(max_length=64, widget=forms.TextInput(attrs=attrs), **options)

    @property
    def zones(self) -> list[Zone]:
        return offered_zones()

    def prepare_value(self, value: Any) -> Any:
        return shown_zone(value) if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        zone = zone_named(typed)
        if typed and not zone:
            raise forms.ValidationError(
                f"“{typed}” is not in the list of time zones. Type a city near you, such as Rome, "
                "New York or Kolkata."
            )
        return zone
