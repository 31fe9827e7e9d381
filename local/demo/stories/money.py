"""Money as people move it: through the processor's hosted pages."""

from django.conf import settings

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from accounts.profiles.models.profiles import FreelancerProfile
from local.demo.content.organisations import ORGANISATIONS
from local.demo.stories.cast import organisation_of, payer_of
from local.demo.stories.hosted_pages import CARD, complete_onboarding, pay_checkout
from marketplace.core.data.actors import Actor
from payments.charges.services.checkouts import look_at_payment, start_checkout
from payments.escrows.models.escrows import Escrow
from payments.escrows.states import EscrowState
from payments.payment_methods.models import PaymentMethod
from payments.payment_methods.services.setups import look_at_setup, start_setup
from payments.payouts.queries.payees import is_ready
from payments.payouts.services.payees import refresh_own_account, start_onboarding
from payments.reconciliation.queries.comparison import newest_reconciliation
from payments.reconciliation.services.comparison import reconcile
from payments.stripe.countries import PAYOUT_COUNTRIES
from payments.stripe.gateway import gateway_for_worker


def pay(escrow: Escrow, *, by: Actor, back_to: str, card: str = CARD) -> None:
    """Pay an open escrow by card on the hosted checkout; one that is paid stays as it is."""
    look_at_payment(escrow=escrow)
    if escrow.state == EscrowState.AWAITING_FUNDS:
        back = settings.SITE_URL + back_to
        url = start_checkout(escrow=escrow, by=by, return_url=back, cancel_url=back)
        pay_checkout(url, email=by.user.email, name=by.user.name, card=card)
        look_at_payment(escrow=escrow)


def tell_methods() -> int:
    """A saved card for companies whose people are at the door; returns how many are saved."""
    if settings.STRIPE_API_BASE:
        for company in ORGANISATIONS:
            if any(member.try_this for member in company.members):
                save_card(organisation_of(company.key), company.currency)
    return PaymentMethod.objects.count()


def tell_comparison() -> int:
    """The nightly comparison of both books, once; returns how many lines have met."""
    if settings.STRIPE_API_BASE and newest_reconciliation() is None:
        reconcile(gateway=gateway_for_worker())
    last = newest_reconciliation()
    return last.matched if last else 0


def save_card(organisation: Organisation, currency: str) -> None:
    """On the processor's page, once."""
    if organisation.payment_methods.exists():
        return
    by, back = payer_of(organisation), f"{settings.SITE_URL}/money/methods/"
    url = start_setup(
        organisation=organisation,
        currency=currency,
        by=by,
        return_url=back,
        cancel_url=back,
    )
    pay_checkout(url, email=by.user.email, name=by.user.name)
    look_at_setup(setup=organisation.method_setups.latest("id"))


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
