"""What somebody typed into a form and has not sent yet, kept for them and nobody else.

It is kept while it is typed, and when it was sent from a page that outlived its sign-in. The
form shows it again to the same person, in whatever browser, until it is sent or dropped.

Forms of ours say whose page they are on (`typed_by`, signed): what is sent after the sign-in
ended waits in the session, and goes to that account at its next sign-in or nowhere.
"""

from datetime import timedelta
from typing import Any

from django.core.signing import BadSignature, Signer
from django.forms import BaseForm, FileField
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone

from marketplace.core.data.models import KeptForm

KEEP = timedelta(days=30)
MOST_KEPT = 50  # forms of one person
LONGEST = 300_000  # characters of one form
WAITING = "kept_form"
TYPED_BY = "typed_by"
# What a form carries besides what was typed.
NOT_TYPED = ("csrfmiddlewaretoken", "sending", TYPED_BY)

_signer = Signer(salt="typed_by")


class TooLongToKeep(ValueError):
    """More than LONGEST characters."""


def signature_of(user: Any) -> str:
    """What a form carries to say whose page it is on."""
    return _signer.sign(str(user.public_id))


def typed_by(data: QueryDict) -> str:
    """The public id of the person on whose page `data` was typed; empty if it does not say."""
    try:
        return _signer.unsign(data.get(TYPED_BY, ""))
    except BadSignature:
        return ""


def is_typed_by(data: QueryDict, user: Any) -> bool:
    return user.is_authenticated and typed_by(data) == str(user.public_id)


def page_of(path: str) -> Any:
    """The class of the page at `path`; None if none of ours is there."""
    try:
        return getattr(resolve(path).func, "view_class", None)
    except Resolver404:
        return None


def keeps_typed(path: str) -> bool:
    return bool(getattr(page_of(path), "keeps_typed", False))


def path_of(request: HttpRequest) -> str:
    """The page that was typed on: an autosave names it, any other POST is sent to it."""
    named = request.headers.get("X-Autosave", "")
    return named if keeps_typed(named) else request.path


def _kept_at(path: str) -> str:
    """Where the form of a page is kept: pages that show one form keep it at one address."""
    shared = getattr(page_of(path), "shares_form_of", "")
    return reverse(shared, kwargs=resolve(path).kwargs) if shared else path


def keep(*, user: Any, path: str, data: QueryDict) -> None:
    """Keep what `user` typed on the page at `path`, instead of what was kept of it before."""
    _store(user, path, _typed(data))


def kept_for(user: Any, path: str) -> KeptForm | None:
    return KeptForm.objects.filter(user_id=user.pk, path=_kept_at(path)).first()


def forget(*, user: Any, path: str) -> None:
    KeptForm.objects.filter(user_id=user.pk, path=_kept_at(path)).delete()


def forget_page(path: str) -> None:
    """What anybody typed on a page whose subject is deleted is deleted with it."""
    KeptForm.objects.filter(path=path).delete()


def let_wait(request: HttpRequest) -> bool:
    """Keep a POST of somebody who is signed out for the account whose page it came from."""
    account, path = typed_by(request.POST), path_of(request)
    if not account or not keeps_typed(path):
        return False
    waiting = {"account": account, "path": path, "typed": _typed(request.POST)}
    request.session[WAITING] = waiting
    return True


def hand_over(request: HttpRequest, user: Any) -> None:
    """At a sign-in: what waited for this account is kept; what waited for another is dropped."""
    waiting = request.session.pop(WAITING, None)
    if waiting and waiting["account"] == str(user.public_id):
        _store(user, waiting["path"], waiting["typed"])


def type_into(form: BaseForm, typed: QueryDict) -> None:
    """Show in `form` what was typed, without judging it yet."""
    for name, field in form.fields.items():
        if not field.disabled and not isinstance(field, FileField):
            written = field.widget.value_from_datadict(typed, {}, form.add_prefix(name))
            form.initial[name] = written


def typed_rows(form: type[BaseForm], typed: QueryDict, prefix: str) -> list[dict[str, Any]]:
    """The rows of a formset of `form` that say anything, as they were typed."""
    names: Any = form.base_fields  # type: ignore[attr-defined]
    count = typed.get(f"{prefix}-TOTAL_FORMS", "")
    rows = range(min(int(count), 50) if count.isdecimal() and len(count) < 4 else 0)
    written = [{name: typed.get(f"{prefix}-{row}-{name}", "") for name in names} for row in rows]
    return [row for row in written if any(row.values())]


def _store(user: Any, path: str, typed: dict[str, list[str]]) -> None:
    KeptForm.objects.update_or_create(
        user_id=user.pk,
        path=_kept_at(path),
        defaults={"typed": typed, "kept_at": timezone.now()},
    )
    newest = KeptForm.objects.filter(user_id=user.pk).order_by("-kept_at")
    KeptForm.objects.filter(pk__in=list(newest.values_list("pk", flat=True)[MOST_KEPT:])).delete()


def may_be_kept(name: str) -> bool:
    """Whether a person typed this field, and it is no secret."""
    return name not in NOT_TYPED and "password" not in name


def _typed(data: QueryDict) -> dict[str, list[str]]:
    """What was typed by field; PostgreSQL knows no NUL."""
    typed = {
        name.replace("\0", ""): [value.replace("\0", "") for value in values]
        for name, values in data.lists()
        if may_be_kept(name)
    }
    if sum(len(value) for values in typed.values() for value in values) > LONGEST:
        raise TooLongToKeep
    return typed
