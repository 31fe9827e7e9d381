"""Briefs are found by what they mean, once a job has read them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.utils import timezone

from marketplace.core.data.search import embedding
from marketplace.core.data.search.candidates import NEIGHBOURS
from marketplace.core.data.search.embedding import embed
from marketplace.core.web.pages import keyset_page
from projects.briefs.models.briefs import Brief
from projects.briefs.services.briefs import save_brief
from projects.search.models import BriefEntry
from projects.search.queries import Wanted, find_briefs
from tests.factories.projects import hirer, make_brief
from tests.jobs import run_jobs
from tests.vectors import without_the_dead


def titles(text: str, **wanted) -> list[str]:
    found = find_briefs(Wanted(text=text, **wanted))
    return [brief.title for brief in keyset_page(found.rows, keys=found.keys).items]


@pytest.fixture
def salmon(db, organisation) -> Brief:
    without_the_dead(BriefEntry)
    make_brief(organisation)
    about = {
        "title": "Count lice on salmon",
        "summary": "Video of a fish farm.",
        "problem": "Murky.",
    }
    return make_brief(organisation, **about, industry="agriculture")


def test_until_the_job_has_run_words_alone_find(salmon):
    assert titles("fishery") == []
    assert titles("salmon") == [salmon.title]
    run_jobs("projects.embed_briefs")
    assert titles("fishery") == [salmon.title]
    assert titles("subscriber attrition") == ["Tell us which prepaid subscribers will leave"]


def test_a_right_word_that_nobody_uses_is_not_taken_for_another(salmon, organisation):
    about = {"title": "Attribution of advertising", "summary": "Adverts.", "goal_kpi": "Sales"}
    about["problem"] = "Which advert sells?"
    make_brief(organisation, **about)
    embed(BriefEntry)
    found = find_briefs(Wanted(text="subscriber attrition"))
    assert found.instead == ""
    assert [brief.title for brief in found.rows] == ["Tell us which prepaid subscribers will leave"]
    assert find_briefs(Wanted(text="advertising atribution")).instead == "advertising attribution"


def test_nonsense_finds_nothing(salmon):
    embed(BriefEntry)
    assert titles("zeppelin") == titles("violin lessons") == []


@pytest.mark.parametrize("text", ['"fishery"', "fishery -churn"])
def test_quotes_and_exclusions_are_about_words(salmon, text):
    embed(BriefEntry)
    assert titles(text) == []
    assert titles("fishery", is_literal=True) == [salmon.title]


def test_filters_hold_for_neighbours(salmon):
    embed(BriefEntry)
    assert titles("fishery", industry="agriculture") == [salmon.title]
    assert titles("fishery", industry="telecom") == []
    assert titles("fishery", currency="USD", budget=99_000_000) == []


def test_other_words_empty_the_embedding_and_the_same_words_keep_it(salmon, organisation):
    embed(BriefEntry)
    before = BriefEntry.objects.get(brief=salmon)
    save_brief(brief=salmon, by=hirer(organisation), facts={"budget_max": 2_000_000})
    after = BriefEntry.objects.get(brief=salmon)
    assert (after.pk > before.pk, after.embedding) == (True, before.embedding)
    save_brief(brief=salmon, by=hirer(organisation), facts={"summary": "Video of a hen house."})
    assert BriefEntry.objects.get(brief=salmon).embedding is None


def test_whoever_comes_second_leaves_nothing_out(salmon, monkeypatch):
    monkeypatch.setattr(embedding, "BATCH", 1)
    embed(BriefEntry)
    embed(BriefEntry)
    assert not BriefEntry.objects.filter(embedding=None).exists()


@pytest.mark.django_db(transaction=True)
def test_an_entry_that_another_worker_reads_is_skipped(organisation):
    locked, free = make_brief(organisation), make_brief(organisation, title="Another brief")
    with transaction.atomic(), ThreadPoolExecutor(1) as other:
        BriefEntry.objects.select_for_update().get(brief=locked)
        other.submit(_embed_elsewhere).result(timeout=20)
    bare = BriefEntry.objects.filter(embedding=None)
    assert [entry.brief for entry in bare] == [locked]
    embed(BriefEntry)
    assert not bare.all().exists()
    assert free.entry.embedding


def _embed_elsewhere() -> None:
    try:
        embed(BriefEntry)
    finally:
        connection.close()


def test_what_is_told_is_no_more_than_there_are_neighbours(db, organisation):
    without_the_dead(BriefEntry)
    Brief.objects.bulk_create(
        Brief(
            organisation=organisation,
            created_by=hirer(organisation).user,
            state="open",
            title=f"Salmon farm {number}",
            industry="agriculture",
            budget_min=1,
            budget_max=1,
            published_at=timezone.now(),
        )
        for number in range(NEIGHBOURS + 20)
    )
    embed(BriefEntry)
    assert find_briefs(Wanted(text="fishery")).count == NEIGHBOURS
