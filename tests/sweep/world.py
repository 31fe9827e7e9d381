"""A marketplace with something in every state, for each kind of person to look at."""

from types import SimpleNamespace

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from accounts.api_tokens.services import create_token
from accounts.moderation.services import suspend_person
from accounts.notices.models import NoticeKind, Notification
from accounts.notices.services.unsubscribing import unsubscribe_token
from accounts.organisations.models.organisations import Membership
from accounts.organisations.services.invitations import invitation_token, invite
from marketplace.core.data.actors import client, moderator, person
from tests.factories.accounts import make_freelancer, make_member, make_organisation, make_user
from tests.jobs import run_jobs
from tests.sweep.passkey import passkey
from tests.sweep.world_briefs import fill_briefs
from tests.sweep.world_contracts import fill_contracts
from tests.sweep.world_hourly import fill_hourly
from tests.sweep.world_money import fill_money
from tests.sweep.world_retainer import fill_retainer


def make_world() -> SimpleNamespace:
    """The people by their kind (`client`, `finance`, …) and what they see by its state."""
    world = SimpleNamespace()
    fill_people(world)
    fill_briefs(world)
    fill_contracts(world)
    fill_hourly(world)
    fill_retainer(world)
    fill_money(world)
    fill_standing(world)
    run_jobs("accounts.deliver_notices")
    for kind in ("client", "freelancer"):
        notices = Notification.objects.filter(user=getattr(world, kind)).exclude(url="")
        setattr(world, f"notice_of_{kind}", notices.latest("pk"))
    return world


def fill_people(world: SimpleNamespace) -> None:
    world.client = make_user("Clara Client")
    world.finance = make_user("Finn Finance")
    world.freelancer = make_freelancer()
    world.newcomer = make_user("Nora Newcomer")
    world.moderator = make_user("Mo Moderator", is_moderator=True, is_staff=True)
    world.administrator = make_user(
        "Ada Admin", is_superuser=True, is_staff=True, is_moderator=True
    )
    world.organisation = make_organisation(world.client)
    world.seat = make_member(world.organisation, Membership.Role.FINANCE, world.finance)
    world.other_freelancer = make_freelancer("Oscar Other")
    world.profile = world.freelancer.freelancer_profile
    world.other_profile = world.other_freelancer.freelancer_profile
    world.case_study = world.profile.case_studies.get()


def fill_standing(world: SimpleNamespace) -> None:
    """Invitations, tokens, a suspended person, and the links that emails carry."""
    by_client = client(world.client)
    world.invited = invite(
        organisation=world.organisation,
        email=world.newcomer.email,
        role=Membership.Role.VIEWER,
        by=by_client,
    )
    world.invitation = invitation_token(world.invited)
    world.nonsense = "no-such-link"
    world.unsubscribe = unsubscribe_token(user=world.client, kind=next(iter(NoticeKind)))
    for user in (world.client, world.freelancer):
        create_token(by=person(user), name="Nightly export", scopes=["read"])
    guard(world)
    world.suspended = make_user("Sue Suspended")
    suspend_person(
        user=world.suspended, by=moderator(world.moderator), why="Sent spam to every client."
    )


def guard(world: SimpleNamespace) -> None:
    """Somebody with an authenticator app, recovery codes and a passkey."""
    world.guarded = make_user("Greta Guarded")
    TOTP.activate(world.guarded, generate_totp_secret())
    RecoveryCodes.activate(world.guarded)
    world.passkey = Authenticator.objects.create(
        user=world.guarded,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "Laptop", "credential": passkey()},
    ).pk
