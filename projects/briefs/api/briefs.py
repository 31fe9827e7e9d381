"""Briefs for programs: read, write, publish."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from marketplace.core.api.edits import EditedEndpoint
from marketplace.core.api.endpoints import ActEndpoint, Endpoint, ListEndpoint
from marketplace.core.api.serializers import OptionalReason
from marketplace.core.data.actors import Actor, client
from marketplace.core.data.edit_versions import Facts
from marketplace.core.web.views import signed_in
from projects.briefs.api.serializers import (
    BriefDetailSerializer,
    BriefInput,
    BriefSerializer,
    MyBriefsQuery,
)
from projects.briefs.models.briefs import Brief
from projects.briefs.permissions import can_list_attachments, can_manage_brief, can_view_brief
from projects.briefs.queries.briefs import briefs_for_hirer, briefs_of, briefs_visible_to
from projects.briefs.services.activity import keep_brief_open
from projects.briefs.services.briefs import (
    close_brief,
    discard_brief,
    pause_brief,
    publish_brief,
    reopen_brief,
    save_brief,
)
from projects.briefs.services.copies import copy_brief
from projects.briefs.services.review import recall_brief


def shown(brief: Brief, user: Any) -> Brief:
    """`brief` with the files that `user` may download."""
    files = brief.attachments.all() if can_list_attachments(user, brief) else []
    brief.shown_attachments = list(files)  # type: ignore[attr-defined]
    return brief


class BriefEndpoint(Endpoint):
    """A brief that the caller manages."""

    tag = "briefs"
    permission = can_manage_brief
    shows = BriefDetailSerializer

    def load(self) -> Brief:
        briefs = briefs_for_hirer(self.user)
        return get_object_or_404(briefs, public_id=self.kwargs["public_id"])

    def actor(self) -> Actor:
        return client(self.user, self.address)

    def answer(self, subject: Brief) -> Response:
        return super().answer(shown(subject, self.user))


class MyBriefs(ListEndpoint):
    """The briefs of the organisations that you belong to, newest first."""

    tag = "briefs"
    permission = signed_in
    shows = BriefSerializer
    filters = MyBriefsQuery

    def rows(self, **wanted: Any) -> QuerySet[Brief]:
        return briefs_of(self.user).filter(**wanted)


class BriefDetail(BriefEndpoint, EditedEndpoint):
    """One brief."""

    public = True
    permission = can_view_brief
    write_permission = can_manage_brief
    takes = BriefInput

    def stored_facts(self, subject: Brief) -> Facts:
        return subject.written

    def load(self) -> Brief:
        if not self.is_reading:
            return super().load()
        briefs = briefs_visible_to(self.user)
        return get_object_or_404(briefs, public_id=self.kwargs["public_id"])

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Read a brief. Drafts are shown to members only."""
        return self.show(shown(self.subject, self.user))

    def patch(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change a brief. One that is published must stay complete; its currency is fixed."""
        facts = self.validated()
        by = self.actor()
        return self.answer(save_brief(brief=self.subject, by=by, facts=facts, seen=self.seen))

    def delete(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """Throw a draft away, with its files."""
        discard_brief(brief=self.subject, by=self.actor())
        return Response(status=204)


class Publication(BriefEndpoint, ActEndpoint):
    """Publish a draft. It must be complete; freelancers can propose from then on.

    Where a moderator reads it first, the answer is 202 and the brief is `in_review`: it
    becomes `open`, or a `draft` again. A change takes it out of the queue.
    """

    also = (202,)

    def act(self) -> Brief:
        return publish_brief(brief=self.subject, by=self.actor())

    def answer(self, subject: Brief) -> Response:
        response = super().answer(subject)
        if subject.is_in_review:
            response.status_code = status.HTTP_202_ACCEPTED
        return response


class Recall(BriefEndpoint, ActEndpoint):
    """Take a brief back out of the moderators' queue. It is a draft again."""

    def act(self) -> Brief:
        return recall_brief(brief=self.subject, by=self.actor())


class Copies(BriefEndpoint, ActEndpoint):
    """Copy an ended brief into a new draft. Its dates and files are left out."""

    creates = True

    def act(self) -> Brief:
        return copy_brief(brief=self.subject, by=self.actor())


class Pause(BriefEndpoint, ActEndpoint):
    """Pause an open brief. It leaves the list and takes no new proposals."""

    def act(self) -> Brief:
        return pause_brief(brief=self.subject, by=self.actor())


class Reopening(BriefEndpoint, ActEndpoint):
    """Reopen a paused brief."""

    def act(self) -> Brief:
        return reopen_brief(brief=self.subject, by=self.actor())


class Activity(BriefEndpoint, ActEndpoint):
    """Keep a brief open for another 30 days."""

    def act(self) -> Brief:
        return keep_brief_open(brief=self.subject, by=self.actor())


class Closing(BriefEndpoint, ActEndpoint):
    """Close a brief for good. Its undecided proposals are closed with it."""

    takes = OptionalReason

    def act(self, why: str) -> Brief:
        return close_brief(brief=self.subject, by=self.actor(), why=why)
