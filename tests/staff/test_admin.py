"""The admin: complete, read-only, of a bounded cost, and signed in to like the rest of the site."""

from datetime import timedelta

from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from marketplace.core.data.jobs import enqueue
from tests.factories.accounts import make_freelancer

OURS = ("core", "accounts", "projects", "contracts", "payments")
# Each is shown and searched as a part of its parent, and means nothing without it.
SHOWN_WITH_THEIR_PARENT = {
    "projects.briefattachment",
    "projects.proposalmilestone",
    "contracts.acceptancecriterion",
    "contracts.criterionanswer",
    "contracts.submissionfile",
}
# What people keep for themselves is nobody else's to look at.
KEPT_PRIVATE = {"accounts.savedfreelancer", "core.keptform"}
# What the database keeps for the search says nothing that its subject does not say.
KEPT_FOR_SEARCH = {
    f"{app}.{subject}{kind}"
    for app, subject in (("projects", "brief"), ("accounts", "profile"))
    for kind in ("entry", "word")
}
MODELS = [
    model
    for model in apps.get_models()
    if model._meta.app_label in OURS
    and model._meta.label_lower not in KEPT_PRIVATE | KEPT_FOR_SEARCH
]
REGISTERED = [model for model in MODELS if model in admin.site._registry]
# Session, user, the page, its filters and inlines, and what the navigation asks for.
MOST_QUERIES = 20


def address(model, kind, *args) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{kind}", args=args)


def label(model) -> str:
    return model._meta.label_lower


def test_every_model_is_in_the_admin_or_stands_with_its_parent():
    missing = {label(model) for model in MODELS} - {label(model) for model in REGISTERED}
    assert missing == SHOWN_WITH_THEIR_PARENT
    inline = {
        label(part.model)
        for registered in admin.site._registry.values()
        for part in registered.inlines
    }
    assert missing <= inline


def test_every_list_can_be_searched():
    assert [label(m) for m in REGISTERED if not admin.site._registry[m].search_fields] == []


def test_lists_and_rows_open_at_a_bounded_cost(browser_of, admin, busy):
    browser, dear = browser_of(admin), []
    for model in REGISTERED:
        row = model._base_manager.first()
        paths = [address(model, "changelist") + "?q=a"]
        for path in [*paths, address(model, "change", row.pk)] if row else paths:
            with CaptureQueriesContext(connection) as captured:
                assert browser.get(path).status_code == 200, path
            if len(captured) > MOST_QUERIES:
                dear.append(path)
    assert dear == []


def test_nothing_is_changed_or_deleted_there(browser_of, admin, busy):
    browser, row_of = browser_of(admin), {m: m._base_manager.first() for m in REGISTERED}
    for model, row in row_of.items():
        if label(model) != "payments.feeschedule":
            assert browser.get(address(model, "add")).status_code == 403
        if row is None:
            continue
        before = model._base_manager.filter(pk=row.pk).values().get()
        for kind, data in (("change", {}), ("delete", {"post": "yes"})):
            assert browser.post(address(model, kind, row.pk), data).status_code == 403
        assert model._base_manager.filter(pk=row.pk).values().get() == before


def test_the_lists_cost_the_same_for_one_row_and_three(browser_of, admin, contract):
    browser, costs = browser_of(admin), []
    browser.get("/admin/")
    path = address(apps.get_model("accounts.freelancerprofile"), "changelist")
    for more in (0, 2):
        for _ in range(more):
            make_freelancer()
        with CaptureQueriesContext(connection) as captured:
            browser.get(path)
        costs.append(len(captured))
    assert costs[0] == costs[1]


def test_staff_without_powers_read_everything(browser_of, moderator, busy):
    browser = browser_of(moderator)
    for model in REGISTERED:
        assert browser.get(address(model, "changelist")).status_code == 200


def test_sign_in_is_that_of_the_site(client, browser_of, client_person, moderator):
    wanted = "/admin/payments/escrow/"
    there = client.get(wanted, follow=True)
    assert there.redirect_chain[-1][0] == f"/account/login/?next={wanted}"
    assert browser_of(client_person).get("/admin/login/").status_code == 403
    assert browser_of(client_person).get(wanted, follow=True).status_code == 403
    assert browser_of(moderator).get("/admin/login/").url == "/admin/"


def test_only_the_admin_has_a_weaker_policy(browser_of, moderator):
    browser = browser_of(moderator)
    policies = {
        path: browser.get(path)["Content-Security-Policy"] for path in ("/admin/", "/staff/")
    }
    assert "'unsafe-eval'" in policies["/admin/"]
    assert "default-src 'none'" in policies["/admin/"]
    assert "unsafe" not in policies["/staff/"]


def test_a_late_job_is_sent_again(browser_of, moderator, contract):
    later = timezone.now() + timedelta(hours=1)
    message = enqueue("accounts.deliver_notices", due_at=later, event_id="none")
    data = {"action": "send_again", "_selected_action": [str(message.pk)]}
    browser_of(moderator).post("/admin/core/outboxmessage/", data)
    message.refresh_from_db()
    assert (message.due_at <= timezone.now(), message.done_at) == (True, None)


def test_secrets_are_not_shown(browser_of, admin, freelancer_person):
    page = browser_of(admin).get(
        address(apps.get_model("accounts.user"), "change", freelancer_person.pk)
    )
    assert page.status_code == 200
    assert freelancer_person.password.encode() not in page.content
    assert b"md5$" not in page.content
