"""How often the API may be called; while the cache is away, as often as one likes."""

from typing import Any

import structlog
from redis.exceptions import RedisError
from rest_framework.request import Request
from rest_framework.throttling import AnonRateThrottle, SimpleRateThrottle, UserRateThrottle

log = structlog.get_logger(__name__)


class OpenWithoutCache(SimpleRateThrottle):
    """The limits protect us, so their failure must not keep people out."""

    def allow_request(self, request: Request, view: Any) -> bool:
        try:
            return super().allow_request(request, view)
        except RedisError as error:
            log.warning("calls are not counted", error=str(error))
            return True


class PerAddress(OpenWithoutCache, AnonRateThrottle):
    """Of callers who are nobody in particular, by where they come from."""


class PerPerson(OpenWithoutCache, UserRateThrottle):
    """Of people and of their tokens together."""
