"""Markdown means something in the fields that are listed for it, and nowhere else."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from marketplace.core.text.markdown import MARKDOWN_FIELDS, as_text

# What templates call a row of each model.
CALLED = {
    "accounts.Organisation": ("organisation",),
    "accounts.FreelancerProfile": ("profile",),
    "accounts.CaseStudy": ("study",),
    "projects.Brief": ("brief",),
    "projects.ProposalVersion": ("version", "current"),
    "contracts.Milestone": ("milestone", "item"),
    "contracts.Submission": ("submission",),
    "contracts.ChangeRequest": ("request", "change_request"),
    "contracts.TermsVersion": ("terms",),
}
SHOWN = re.compile(r"{{\s*(?:\w+\.)*(\w+)\.(\w+)((?:\|[^}]*)?)}}")
READ = re.compile(r"\|(markdown|excerpt:)")


def shown() -> list[tuple[str, str, bool]]:
    """Every field of a row that a template shows, and whether its markdown is read."""
    pages = Path(settings.BASE_DIR, "templates").rglob("*.html")
    found = [match for page in pages for match in SHOWN.findall(page.read_text())]
    return [(noun, field, bool(READ.search(filters))) for noun, field, filters in found]


def test_templates_read_markdown_in_the_listed_fields_and_in_no_other():
    listed = {
        (noun, field)
        for label, fields in MARKDOWN_FIELDS.items()
        for noun in CALLED[label]
        for field in fields
    }
    nouns = {noun for noun, _ in listed}
    wrong = {
        (noun, field)
        for noun, field, is_read in shown()
        if noun in nouns and ((noun, field) in listed) != is_read
    }
    assert wrong == set()


@pytest.mark.parametrize("label", MARKDOWN_FIELDS)
def test_the_listed_fields_exist(label):
    names = {field.name for field in apps.get_model(label)._meta.get_fields()}
    assert set(MARKDOWN_FIELDS[label]) <= names


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**Bold** and _slanted_ `code`", "Bold and slanted code"),
        ("# Title\n\nFirst\nsecond\n\nThird", "Title\n\nFirst\nsecond\n\nThird"),
        ("- one\n- two\n  - three\n\nEnd", "– one\n– two\n  – three\n\nEnd"),
        ("3. three\n4. four", "3. three\n4. four"),
        (
            "[site](https://a.example) <https://b.example>",
            "site (https://a.example) https://b.example",
        ),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2"),
        ("```\nx = 1\n```", "x = 1"),
        ("> said\n\n---\n\n<b>raw</b>", "said\n\n<b>raw</b>"),
        ("", ""),
    ],
)
def test_markdown_is_readable_where_there_is_no_markup(written, read):
    assert as_text(written) == read
