"""The processor knows people and organisations as they are called now."""

from allauth.account.models import EmailAddress
from allauth.account.signals import email_changed

from accounts.organisations.services.organisations import update_organisation
from accounts.people.models import User
from accounts.people.services import update_account
from marketplace.core.data.actors import client, person
from payments.payment_methods.services.customers import customer_of
from payments.payouts.models.payees import Payee
from payments.stripe.gateway import gateway_for_worker
from tests.jobs import run_jobs


def rename(user: User, name: str) -> None:
    update_account(user=user, by=person(user), name=name, time_zone=user.time_zone)
    run_jobs("payments.tell_contact")


def account_of(user, sandbox):
    payee = Payee.objects.get(user=user)
    return sandbox.client().v2.core.accounts.retrieve(payee.account_id)


def test_a_payees_account_follows_every_rename(freelancer_person, onboard, sandbox):
    onboard(freelancer_person)
    first = freelancer_person.name
    for name in ("Fay Okafor", first, "Fay Okafor"):
        rename(freelancer_person, name)
        assert account_of(freelancer_person, sandbox).display_name == name


def test_a_payees_account_follows_the_address(freelancer_person, onboard, sandbox):
    onboard(freelancer_person)
    old = EmailAddress(user=freelancer_person, email=freelancer_person.email)
    User.objects.filter(pk=freelancer_person.pk).update(email="new@example.com")
    freelancer_person.refresh_from_db()
    email_changed.send(
        User, request=None, user=freelancer_person, from_email_address=old, to_email_address=old
    )
    run_jobs("payments.tell_contact")
    assert account_of(freelancer_person, sandbox).contact_email == "new@example.com"


def test_a_customer_follows_its_organisation(organisation, client_person, sandbox):
    customer = customer_of(organisation=organisation, gateway=gateway_for_worker())
    facts = {"about": "", "website": "", "country": ""}
    update_organisation(
        organisation=organisation, by=client(client_person), name="Nordwind AG", **facts
    )
    run_jobs("payments.tell_contact")
    assert sandbox.client().v1.customers.retrieve(customer).name == "Nordwind AG"


def test_somebody_without_an_account_there_is_not_told(stranger, sandbox):
    rename(stranger, "Sam Somebody")
    assert sandbox.client().v2.core.accounts.list().data == []
