"""/dev/mail/: the emails that this machine's Holdout would have sent."""

from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp, csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.clickjacking import xframe_options_sameorigin

from local.mail import Mail, find_mail, mails
from marketplace.core.web.views import Gate, Page

SHOWN = 200


class MailList(Page):
    public = True
    template = "local/mail_list.html"

    def context(self) -> dict[str, Any]:
        everything = mails(settings.MAIL_FOLDER)
        recipient = self.request.GET.get("to", "")
        return {
            "recipient": recipient,
            "recipients": sorted({address for mail in everything for address in mail.recipients}),
            "mails": [m for m in everything if not recipient or recipient in m.recipients][:SHOWN],
        }


class OneMail:
    """Loads the email that the address names."""

    kwargs: dict[str, Any]

    def load(self) -> Mail:
        mail = find_mail(settings.MAIL_FOLDER, **self.mail_key())
        if mail is None:
            raise Http404
        return mail

    def mail_key(self) -> dict[str, Any]:
        return {name: self.kwargs[name] for name in ("file", "number")}


@method_decorator(csp_update({"frame-src": [SELF]}), "dispatch")
class MailDetail(OneMail, Page):
    public = True
    template = "local/mail_detail.html"

    def context(self) -> dict[str, Any]:
        return {"mail": self.subject}


# An email brings its styles inline; its own policy lets them in, and nothing else.
MAIL_POLICY = {
    "default-src": [NONE],
    "style-src": [UNSAFE_INLINE],
    "img-src": [SELF, "data:"],
    "frame-ancestors": [SELF],
    "base-uri": [NONE],
    "form-action": [NONE],
}


@method_decorator(csp(MAIL_POLICY), "dispatch")
@method_decorator(xframe_options_sameorigin, "dispatch")
class MailHtml(OneMail, Gate):
    public = True

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return HttpResponse(self.subject.html)


class MailAttachment(OneMail, Gate):
    public = True

    def get(self, request: HttpRequest, *, position: int, **kwargs: Any) -> HttpResponse:
        attachments = self.subject.attachments
        if position >= len(attachments):
            raise Http404
        headers = {"Content-Disposition": f'attachment; filename="{attachments[position].name}"'}
        return HttpResponse(
            attachments[position].content,
            content_type="application/octet-stream",
            headers=headers,
        )
