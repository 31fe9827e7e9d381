"""What a request must be for the rest of us to read it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound


def reading_utf8(application: Callable[..., Any]) -> Callable[..., Any]:
    """A WSGI application that reads UTF-8, whatever charset a client names.

    Django would decode by any codec of Python that a Content-Type names: some are no text
    encodings (zip, hex), others make what no database keeps.
    """

    def reading(environ: dict[str, Any], start_response: Any) -> Any:
        kind, *parameters = environ.get("CONTENT_TYPE", "").split(";")
        kept = [each for each in parameters if each.split("=")[0].strip().lower() != "charset"]
        environ["CONTENT_TYPE"] = ";".join([kind, *kept])
        return application(environ, start_response)

    return reading


class AddressMiddleware:
    """Stands first: an address with NUL in it leads nowhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            return HttpResponseNotFound("There is nothing at this address.")
        return self.get_response(request)
