"""One brief of `client_person` and one proposal of `freelancer_person`."""

import pytest

from marketplace.core.data import capabilities
from marketplace.core.data.actors import Actor, client, freelancer
from marketplace.core.data.capabilities import Capability
from marketplace.core.data.models import Event
from projects.briefs.models.briefs import Brief
from projects.proposals.models.proposals import Proposal
from tests.factories.projects import (
    make_brief,
    make_draft_brief,
    make_draft_proposal,
    make_proposal,
)


@pytest.fixture
def hourly_is_live(monkeypatch) -> None:
    """Work by the hour can be proposed, as if its contracts existed."""
    monkeypatch.setattr(capabilities, "LIVE", capabilities.LIVE | {Capability.HOURLY})


@pytest.fixture
def only_fixed_is_live(monkeypatch) -> None:
    monkeypatch.setattr(capabilities, "LIVE", frozenset({Capability.FIXED}))


@pytest.fixture
def as_client(client_person) -> Actor:
    return client(client_person, "192.0.2.1")


@pytest.fixture
def as_freelancer(freelancer_person) -> Actor:
    return freelancer(freelancer_person, "192.0.2.2")


@pytest.fixture
def draft_brief(organisation) -> Brief:
    return make_draft_brief(organisation)


@pytest.fixture
def brief(organisation) -> Brief:
    return make_brief(organisation)


@pytest.fixture
def draft(brief, freelancer_person) -> Proposal:
    return make_draft_proposal(brief, freelancer_person)


@pytest.fixture
def proposal(brief, freelancer_person) -> Proposal:
    return make_proposal(brief, freelancer_person)


@pytest.fixture
def verbs():
    """The verbs of the events of a subject, oldest first."""

    def of(subject) -> list[str]:
        label = subject._meta.label_lower
        events = Event.objects.filter(subject_type=label, subject_id=subject.pk)
        return list(events.order_by("id").values_list("verb", flat=True))

    return of
