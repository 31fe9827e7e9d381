"""Who may make a move, for all tables of payments."""

from marketplace.core.data.actors import CLIENT, FREELANCER, MODERATOR, PERSON, SYSTEM_ROLE

ANYBODY = (CLIENT, FREELANCER, MODERATOR, PERSON, SYSTEM_ROLE)
PROCESSOR = (SYSTEM_ROLE,)
STAFF = (MODERATOR,)
