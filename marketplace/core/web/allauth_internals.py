"""What we use from inside allauth, which may move with any version of it: imported only here."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY, resume_request
from allauth.account.internal.stagekit import unstash_login
from allauth.core.internal import ratelimit
from allauth.core.internal.httpkit import serialize_request

__all__ = [
    "STATE_SESSION_KEY",
    "ratelimit",
    "record_authentication",
    "resume_request",
    "serialize_request",
    "unstash_login",
]
