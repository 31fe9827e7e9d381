"""What the rules of organisations refuse, in sentences for the person reading."""

from marketplace.core.data.errors import DomainError


class AlreadyMember(DomainError):
    sentence = "{name} is already a member of {organisation}."


class AlreadyInvited(DomainError):
    sentence = "{email} already has an open invitation. Send that one again instead."


class InvitationClosed(DomainError):
    sentence = "This invitation is no longer open. Ask {organisation} for a new one."


class InvitationForSomebodyElse(DomainError):
    sentence = "This invitation was sent to {email}. Sign in with that address to accept it."
    status = 403


class TooManyInvitations(DomainError):
    sentence = "{limit} invitations are unanswered. Revoke some before you send more."


class TooManyInvitationEmails(DomainError):
    sentence = "You have sent enough invitations for today. Go on tomorrow."


class LastOwner(DomainError):
    sentence = "{organisation} needs an owner. Make somebody else an owner first."
