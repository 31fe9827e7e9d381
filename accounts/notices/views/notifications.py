from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import parse_etags, quote_etag
from django.views.decorators.csrf import csrf_exempt

from accounts.notices.models import NoticeKind, Notification
from accounts.notices.permissions import owns_notification
from accounts.notices.queries import notifications_of
from accounts.notices.services.notifications import mark_all_read, mark_read, mark_unread
from accounts.notices.services.unsubscribing import read_unsubscribe_token, unsubscribe
from accounts.people.standing import PersonalRequest
from marketplace.core.ui.frame import unread
from marketplace.core.web.middleware import ASKED_EACH_TIME
from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import Act, Gate, Page, signed_in


class NotificationsPage(Page):
    request: PersonalRequest
    template = "accounts/notification_list.html"
    permission = signed_in

    def context(self) -> dict[str, Any]:
        rows = notifications_of(self.request.user)
        kind = self.request.GET.get("kind", "")
        is_unread = "unread" in self.request.GET
        if kind in NoticeKind.values:
            rows = rows.filter(kind=kind)
        if is_unread:
            rows = rows.filter(read_at=None)
        page = keyset_page(rows, keys=("-id",), after=self.request.GET.get("after", ""))
        return {
            "page": page,
            "is_unread": is_unread,
            "is_all": not is_unread and not kind,
        }


class UnreadFragment(Gate):
    """The bell's number; the header asks for it every half minute, and mostly knows it."""

    request: PersonalRequest
    permission = signed_in

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        count = self.request.standing.unread_label
        tag = quote_etag(str(count))
        if tag in parse_etags(request.headers.get("If-None-Match", "")):
            answer = HttpResponse(status=304)
        else:
            answer = HttpResponse(unread(count))
        answer["ETag"], answer["Cache-Control"] = tag, ASKED_EACH_TIME
        return answer


class OwnNotification(Gate):
    request: PersonalRequest
    permission = owns_notification

    def load(self) -> Notification:
        mine = notifications_of(self.request.user)
        return get_object_or_404(mine, public_id=self.kwargs["public_id"])


class OpenNotification(OwnNotification):
    """Goes to what the notice is about and takes it as read."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        mark_read(notification=self.subject)
        return HttpResponseRedirect(self.subject.url)


class ReadingAct(OwnNotification, Act):
    """Marks one notice as read, or with `unread` as unread again."""

    def act(self) -> str:
        mark = mark_unread if "unread" in self.request.POST else mark_read
        mark(notification=self.subject)
        return self.back()

    def back(self) -> str:
        return reverse("accounts:notifications")


class ReadAllAct(Act):
    request: PersonalRequest
    permission = signed_in

    def act(self) -> str:
        mark_all_read(user=self.request.user)
        return self.back()

    def back(self) -> str:
        return reverse("accounts:notifications")


@method_decorator(csrf_exempt, name="dispatch")
class UnsubscribePage(Page):
    """Stops the emails of one kind by the link in them.

    A GET only asks, since mail programs open links by themselves; a POST comes from the button
    or from the mail program's own (RFC 8058), which has no cookie to check.
    """

    template = "accounts/unsubscribe.html"
    public = True

    def context(self) -> dict[str, Any]:
        told = read_unsubscribe_token(self.kwargs["token"])
        return {"kind": told[1] if told else None}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        told = read_unsubscribe_token(self.kwargs["token"])
        if told is None:
            return self.show(404)
        unsubscribe(user=told[0], kind=told[1])
        return render(request, self.template, {"kind": told[1], "is_done": True})
