"""Organisations and who belongs to them."""

from django.db import transaction

from accounts.organisations.errors import LastOwner
from accounts.organisations.models.organisations import Membership, Organisation
from accounts.organisations.services.access import access_changes
from accounts.people.models import User
from marketplace.core.data.actors import Actor
from marketplace.core.data.edit_versions import editable_facts, refuse_passed_version
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock

OWNER = Membership.Role.OWNER


@transaction.atomic
def create_organisation(
    *, by: Actor, name: str, about: str = "", website: str = "", country: str = ""
) -> Organisation:
    """Create an organisation with the acting person as its owner; writes an event."""
    organisation = Organisation.objects.create(
        name=name, about=about, website=website, country=country
    )
    Membership.objects.create(organisation=organisation, user=by.user, role=OWNER)
    record("organisation.created", subject=organisation, actor=by, particulars={"name": name})
    return organisation


@transaction.atomic
def update_organisation(
    *,
    organisation: Organisation,
    by: Actor,
    name: str,
    about: str,
    website: str,
    country: str,
    seen: str = "",
) -> Organisation:
    """Change the facts of an organisation; writes an event that names the changed fields.

    With `seen`, the version that was edited, raises EditedMeanwhile if another is stored by now.
    """
    lock(organisation)
    facts = {"name": name, "about": about, "website": website, "country": country}
    refuse_passed_version(seen, wanted=facts, stored=lambda: editable_facts(organisation))
    changed = [field for field, value in facts.items() if getattr(organisation, field) != value]
    if changed:
        for field in changed:
            setattr(organisation, field, facts[field])
        organisation.save(update_fields=changed)
        record(
            "organisation.updated",
            subject=organisation,
            actor=by,
            particulars={"fields": changed},
        )
    return organisation


@transaction.atomic
def add_member(*, organisation: Organisation, user: User, role: str, by: Actor) -> Membership:
    """Make `user` a member with `role` unless they are one already; writes an event."""
    with access_changes([organisation]):
        membership, is_new = Membership.objects.get_or_create(
            organisation=organisation, user=user, defaults={"role": role}
        )
    if is_new:
        _record("member_added", membership, by, role=role)
    return membership


@transaction.atomic
def change_role(*, membership: Membership, role: str, by: Actor, seen: str = "") -> Membership:
    """Give a member another role, never taking the last owner's; writes an event.

    With `seen`, the version that was edited, raises EditedMeanwhile if another is stored by now.
    """
    organisation = _locked_organisation(membership)
    refuse_passed_version(
        seen, wanted={"role": role}, stored=lambda: {"role": str(membership.role)}
    )
    if membership.role == role:
        return membership
    if membership.role == OWNER:
        _refuse_last_owner(organisation)
    earlier, membership.role = membership.role, role
    with access_changes([organisation]):
        membership.save(update_fields=["role"])
    _record("role_changed", membership, by, role=role, earlier=earlier)
    return membership


@transaction.atomic
def remove_member(*, membership: Membership, by: Actor) -> None:
    """Take a member out, never the last owner; writes an event."""
    organisation = _locked_organisation(membership)
    if membership.role == OWNER:
        _refuse_last_owner(organisation)
    _record("member_removed", membership, by, role=membership.role)
    with access_changes([organisation]):
        membership.delete()


def _locked_organisation(membership: Membership) -> Organisation:
    """Two owners who remove each other at once must wait for one another."""
    organisation = membership.organisation
    lock(organisation)
    lock(membership)
    return organisation


def _refuse_last_owner(organisation: Organisation) -> None:
    if organisation.memberships.filter(role=OWNER).count() == 1:
        raise LastOwner(organisation=organisation.name)


def _record(verb: str, membership: Membership, by: Actor, **particulars: str) -> None:
    member = {"user": str(membership.user.public_id), "name": membership.user.name}
    record(
        f"organisation.{verb}",
        subject=membership.organisation,
        actor=by,
        particulars=member | particulars,
    )
