"""What a request must be for the rest of us to read it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound

ENCODING = "utf-8"


class ReadableMiddleware:
    """Stands first. Requests are UTF-8, and an address with NUL in it leads nowhere.

    Django would decode by any codec of Python that a Content-Type names: some are no text
    encodings (zip, hex), others make what no database keeps.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            return HttpResponseNotFound("There is nothing at this address.")
        if request.encoding not in (None, ENCODING):
            request.encoding = ENCODING
        return self.get_response(request)
