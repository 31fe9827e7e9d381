"""Money as people move it: through the processor's hosted pages."""

from django.conf import settings

from accounts.models import FreelancerProfile, User
from marketplace.core.actors import Actor
from marketplace.local.demo.stories.hosted_pages import complete_onboarding, pay_checkout
from payments.countries import PAYOUT_COUNTRIES
from payments.models import Escrow
from payments.queries.payees import is_ready
from payments.services.checkouts import look_at_payment, start_checkout
from payments.services.payees import refresh_own_account, start_onboarding
from payments.states import EscrowState


def pay(escrow: Escrow, *, by: Actor, back_to: str) -> None:
    """Pay an open escrow by card on the hosted checkout; one that is paid stays as it is."""
    look_at_payment(escrow=escrow)
    if escrow.state == EscrowState.AWAITING_FUNDS:
        back = settings.SITE_URL + back_to
        url = start_checkout(escrow=escrow, by=by, return_url=back, cancel_url=back)
        pay_checkout(url, email=by.user.email, name=by.user.name)
        look_at_payment(escrow=escrow)


def set_up_payouts(user: User) -> None:
    """Complete the processor's onboarding, once."""
    if is_ready(user):
        return
    back = f"{settings.SITE_URL}/money/"
    country = _country_of_account(user)
    url = start_onboarding(user=user, return_url=back, refresh_url=back, country=country)
    complete_onboarding(url, name=user.name, country=country)
    refresh_own_account(user=user)


def _country_of_account(user: User) -> str:
    """Their own country if the processor pays out to it, else an account in the United States."""
    country = FreelancerProfile.objects.get(user=user).country
    return country if country in dict(PAYOUT_COUNTRIES) else "US"
