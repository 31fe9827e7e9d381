"""What the settings make of the environment, where a mistake would cost people something."""

import os
import runpy
from pathlib import Path

import environ
import pytest
from allauth.socialaccount.adapter import get_adapter
from django.conf import settings as site_settings
from django.core.exceptions import ImproperlyConfigured
from rest_framework.settings import api_settings
from rest_framework.throttling import AnonRateThrottle

from marketplace.celery import app
from marketplace.core.web.views import client_address

SETTINGS = Path(site_settings.BASE_DIR) / "marketplace" / "settings.py"


@pytest.fixture
def load(monkeypatch):
    """Runs settings.py anew with further variables; returns its names."""

    def load(**variables: str) -> dict:
        monkeypatch.setattr(environ.Env, "ENVIRON", os.environ | variables)
        monkeypatch.setattr(environ.Env, "read_env", lambda *args, **kwargs: None)
        return runpy.run_path(str(SETTINGS))

    return load


def test_an_email_that_a_provider_has_not_verified_proves_nothing(load, settings, rf, db):
    keys = {"GITHUB_CLIENT_ID": "id", "GOOGLE_CLIENT_ID": "id"}
    settings.SOCIALACCOUNT_PROVIDERS = load(**keys)["SOCIALACCOUNT_PROVIDERS"]
    found = {"email": "victim@example.com", "primary": True, "verified": False}
    for name in ("github", "google"):
        provider = get_adapter().get_provider(rf.get("/"), name)
        assert get_adapter().is_email_verified(provider, found["email"]) is False
    github = get_adapter().get_provider(rf.get("/"), "github")
    addresses = github.extract_email_addresses({"emails": [found]})
    assert [address.verified for address in addresses] == [False]


@pytest.mark.parametrize("key", ["sk_live_1", "rk_live_1"])
def test_the_demo_refuses_live_keys(load, key):
    with pytest.raises(ImproperlyConfigured):
        load(HOLDOUT_DEMO="true", STRIPE_SECRET_KEY=key)


@pytest.mark.parametrize(("proxies", "address"), [(0, "10.0.0.1"), (1, "203.0.113.9")])
def test_a_client_is_seen_past_our_own_proxies_only(rf, settings, proxies, address, monkeypatch):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    monkeypatch.setattr(api_settings, "NUM_PROXIES", proxies)
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="1.2.3.4, 203.0.113.9")
    assert client_address(request) == address
    assert AnonRateThrottle().get_ident(request) == address


def test_a_client_without_an_address_has_none(rf):
    assert client_address(rf.get("/", REMOTE_ADDR="")) == ""


def test_one_setting_tells_everybody_of_the_proxies(load):
    names = load(TRUSTED_PROXY_COUNT="2")
    assert names["ALLAUTH_TRUSTED_PROXY_COUNT"] == 2
    assert names["REST_FRAMEWORK"]["NUM_PROXIES"] == 2


def test_every_scheduled_task_is_one_that_workers_know():
    app.loader.import_default_modules()
    scheduled = {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert scheduled - set(app.tasks) == set()
