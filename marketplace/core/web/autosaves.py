"""The answers to a draft that saves itself as it is written; js/autosave.js hears them."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict

from marketplace.core.data.edit_versions import Facts, edit_version_of
from marketplace.core.web import kept_forms, refusals


def saved(request: HttpRequest, *forms: BaseForm, stored: Facts) -> HttpResponse:
    """What is valid of `forms` is saved: 204 if that is all, else 422 and what is not, and why.

    In the second case all that was typed is kept, so that the page shows it again. The answer
    names the version of what is now `stored`, from which the form goes on.
    """
    unsaved = [fault for form in forms for fault in _faults(form)]
    version = {"Edit-Version": edit_version_of(stored)}
    if not unsaved:
        kept_forms.forget(user=request.user, path=kept_forms.path_of(request))
        return HttpResponse(status=204, headers=version)
    answer = JsonResponse({"unsaved": unsaved}, status=422, headers=version)
    return _kept(request, answer)


def conflicting(request: HttpRequest) -> HttpResponse:
    """Somebody else saved meanwhile: nothing is overwritten, and what was typed is kept."""
    return _kept(request, HttpResponse(status=409))


def _kept(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    path = kept_forms.path_of(request)
    try:
        kept_forms.keep(user=request.user, path=path, data=_going_on(request.POST, answer))
    except kept_forms.TooLongToKeep:
        return refusals.refused(413, refusals.TOO_LARGE)
    return answer


def _going_on(typed: QueryDict, answer: HttpResponse) -> QueryDict:
    """What was typed goes on from the version that the answer names."""
    data = typed.copy()
    if "Edit-Version" in answer:
        data["edit_version"] = answer["Edit-Version"]
    return data


def _faults(form: BaseForm) -> list[dict[str, Any]]:
    return [
        {
            "label": str(form[name].label),
            "id": f"{form[name].auto_id}-field",
            "problem": " ".join(map(str, errors)),
        }
        for name, errors in form.errors.items()
        if name in form.fields
    ]
