from typing import Any

from django.http import HttpRequest


def viewer(request: HttpRequest) -> dict[str, Any]:
    """What every page shows about the person looking at it."""
    return {}
