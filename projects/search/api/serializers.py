"""What programs look for."""

from django.conf import settings
from rest_framework import serializers

from accounts.profiles.taxonomy import Industry, Specialism
from marketplace.core.api.searches import SearchQuery
from marketplace.core.api.serializers import MOST_MINOR, QueryNumber
from projects.briefs.api.serializers import KindField


class BriefQuery(SearchQuery):
    specialism = serializers.MultipleChoiceField(
        choices=Specialism.choices, required=False, help_text="Any of these; may be repeated."
    )
    industry = serializers.ChoiceField(choices=Industry.choices, required=False)
    engagement_kind = KindField(required=False)
    currency = serializers.ChoiceField(choices=settings.CURRENCIES, required=False)
    budget = QueryNumber(
        required=False,
        min_value=1,
        max_value=MOST_MINOR,
        help_text="Pays at least this much, in minor units of `currency`, or of your own currency "
        "without it: that of your profile, or where your organisation is.",
    )
    days = QueryNumber(
        required=False, min_value=1, max_value=365, help_text="Published within so many days."
    )
