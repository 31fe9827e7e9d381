"""What differs by country: where a payee's bank may be, and for how long money may rest.

Codes are ISO 3166-1 alpha-2.
"""

from datetime import timedelta

from django.conf import settings

from accounts.profiles.payout_reach import reached_countries

# The processor wants held funds to leave within these days of the charge, counted by the country
# of the platform's account: https://docs.stripe.com/connect/manual-payouts
HOLDING_DAYS = {"US": 730, "TH": 10}
HOLDING_DAYS_ELSEWHERE = 90
# Days before the end on which both sides and staff are told.
HOLDING_ALARMS = (60, 30, 7)


def holding_limit() -> timedelta:
    """For how long a charge may be held."""
    return timedelta(days=HOLDING_DAYS.get(settings.PLATFORM_COUNTRY, HOLDING_DAYS_ELSEWHERE))


# Where a payee's bank may be, by name.
PAYOUT_COUNTRIES = reached_countries()
