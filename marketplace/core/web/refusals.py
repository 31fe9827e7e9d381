"""What somebody hears whose request is refused before any page has seen it.

A script gets a status and a word for the reason (the header `Refusal`; static/js/refusals.js has
the sentences); a person gets a page, and back what they typed.
"""

import contextlib
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import RequestDataTooBig
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    JsonResponse,
)
from django.middleware.csrf import REASON_NO_CSRF_COOKIE, get_token
from django.shortcuts import render, resolve_url
from django.views.defaults import bad_request

from marketplace.core.web import kept_forms

SIGNED_OUT, OLD_PAGE, OTHER_ACCOUNT, NOT_EDITABLE, TOO_LARGE = (
    "signed-out",
    "old-page",
    "other-account",
    "not-editable",
    "too-large",
)
SIGN_IN_AGAIN = "You are signed out, so nothing was sent. Sign in, and go on where you were."
TEXT_IS_KEPT = "You are signed out, so nothing was sent. What you typed is kept: sign in to get it."
LOOK_AGAIN = "You signed in again since you opened this page, so nothing was sent. Send it again."
# Fields that a form carries for itself.
CARRIED = ("edit_version", "next", "_FORMS")
FILES_AGAIN = " Choose the files again."


def is_autosave(request: HttpRequest) -> bool:
    return "X-Autosave" in request.headers


def is_by_script(request: HttpRequest) -> bool:
    return is_autosave(request) or "HX-Request" in request.headers


def refused(status: int, reason: str, **facts: Any) -> HttpResponse:
    """The answer to a script."""
    return JsonResponse({"reason": reason} | facts, status=status, headers={"Refusal": reason})


def signed_out(request: HttpRequest, *, entrance: str = "") -> HttpResponseBase:
    """Asks for a sign-in, and keeps what was typed for the account that typed it."""
    is_kept = request.method == "POST" and _let_wait(request)
    if is_by_script(request):
        return refused(401, SIGNED_OUT)
    if request.method != "POST":
        return redirect_to_login(request.get_full_path(), entrance or None)
    messages.warning(request, TEXT_IS_KEPT if is_kept else SIGN_IN_AGAIN)
    return redirect_to_login(address_to_go_on(request))


def old_page(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """Django's answer to a POST whose token is missing, foreign or older than the sign-in."""
    user: Any = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return _old_page_of_a_visitor(request, reason)
    if not kept_forms.is_typed_by(request.POST, user):
        return _page_of_somebody_else(request)
    if is_by_script(request):
        return refused(403, OLD_PAGE, token=get_token(request))
    if not _keep(request):
        return _show_old_page(request)
    messages.warning(request, LOOK_AGAIN + (FILES_AGAIN if request.FILES else ""))
    return HttpResponseRedirect(address_to_go_on(request))


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that is larger than anything of ours is told so; any other is not understood."""
    if not isinstance(exception, RequestDataTooBig):
        return bad_request(request, exception)
    if is_by_script(request):
        return refused(413, TOO_LARGE)
    limits = {
        "most_of_a_file": settings.UPLOAD_MAX_BYTES,
        "most_of_words": settings.DATA_UPLOAD_MAX_MEMORY_SIZE,
    }
    return render(request, "413.html", limits, status=413)


def address_to_go_on(request: HttpRequest) -> str:
    """Where the form stands that was sent: at its own address, else on the page one came from."""
    page = kept_forms.page_of(request.path)
    if page is None or hasattr(page, "get"):
        return request.get_full_path()
    with contextlib.suppress(ValueError):  # a header may say anything
        came_from = urlsplit(request.headers.get("Referer", ""))
        if came_from.path and came_from.netloc == request.get_host():
            return came_from.path
    return resolve_url(settings.LOGIN_REDIRECT_URL)


def _old_page_of_a_visitor(request: HttpRequest, reason: str) -> HttpResponseBase:
    if kept_forms.typed_by(request.POST):
        return signed_out(request)
    if is_by_script(request):
        return refused(401, SIGNED_OUT)
    return _show_old_page(request, has_cookies=reason != REASON_NO_CSRF_COOKIE)


def _page_of_somebody_else(request: HttpRequest) -> HttpResponseBase:
    """The page was opened by another account of this browser, or before anybody signed in."""
    if is_by_script(request):
        return refused(403, OTHER_ACCOUNT)
    is_other = bool(kept_forms.typed_by(request.POST))
    return _show_old_page(request, is_other=is_other)


def _show_old_page(request: HttpRequest, **facts: Any) -> HttpResponse:
    """Shows what was typed to who typed it: neither to another account nor for another site."""
    is_theirs = _is_from_here(request) and not facts.get("is_other")
    typed = _typed(request) if is_theirs else {}
    address = address_to_go_on(request)
    return render(
        request, "core/old_page.html", facts | {"typed": typed, "address": address}, status=403
    )


def _is_from_here(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin", "")
    return origin == f"{request.scheme}://{request.get_host()}"


def _let_wait(request: HttpRequest) -> bool:
    try:
        return kept_forms.let_wait(request)
    except kept_forms.TooLongToKeep:
        return False


def _keep(request: HttpRequest) -> bool:
    """Whether nothing is lost by going on to the page: it shows what was typed, or nothing was."""
    path = kept_forms.path_of(request)
    if not kept_forms.keeps_typed(path):
        return not _typed(request)
    try:
        kept_forms.keep(user=request.user, path=path, data=request.POST)
    except kept_forms.TooLongToKeep:
        return False
    return True


def _typed(request: HttpRequest) -> dict[str, Any]:
    """What a person may have typed, by the name of its field in words."""
    return {
        name.replace("_", " ").replace("-", " ").capitalize(): value
        for name, value in request.POST.items()
        if value and kept_forms.may_be_kept(name) and not name.endswith(CARRIED)
    }
