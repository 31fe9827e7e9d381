from pathlib import Path

import pytest

from local.environment import Unsafe, embedded, environment, without_owner

PORTS = {"web": 8001, "postgres": 5001, "redis": 6001, "stripe": 7001}
KEYS = dict.fromkeys(("site", "postgres", "application", "redis", "webhook", "demo"), "secret")


def made(**given: str) -> dict[str, str]:
    return environment(Path("/home"), ports=PORTS, keys=KEYS, given=given)


def test_everything_is_embedded_when_nothing_is_given():
    assert embedded({}) == ["postgres", "redis", "stripe"]
    env = made()
    assert env["DATABASE_URL"] == "postgres://holdout_app:secret@127.0.0.1:5001/holdout"
    assert env["DATABASE_OWNER_URL"] == "postgres://holdout:secret@127.0.0.1:5001/holdout"
    assert without_owner(env) == env | {"DATABASE_OWNER_URL": ""}
    assert env["REDIS_URL"] == "redis://:secret@127.0.0.1:6001/0"
    assert env["STRIPE_API_BASE"] == "http://127.0.0.1:7001"
    assert env["CSP_FORM_ACTION"] == "http://127.0.0.1:7001,http://localhost:7001"
    assert env["SITE_URL"] == "http://localhost:8001"


@pytest.mark.parametrize(
    ("name", "value", "rest"),
    [
        ("DATABASE_URL", "postgres://mine/shop", ["redis", "stripe"]),
        ("REDIS_URL", "redis://mine/0", ["postgres", "stripe"]),
        ("STRIPE_SECRET_KEY", "sk_test_mine", ["postgres", "redis"]),
    ],
)
def test_a_server_of_the_surroundings_is_used(name, value, rest):
    assert embedded({name: value}) == rest
    assert made(**{name: value})[name] == value


def test_own_stripe_keys_meet_stripe_itself():
    env = made(STRIPE_SECRET_KEY="sk_test_mine", STRIPE_WEBHOOK_SECRETS="whsec_mine")
    assert env["STRIPE_API_BASE"] == ""
    assert env["STRIPE_WEBHOOK_SECRETS"] == "whsec_mine"
    assert "CSP_FORM_ACTION" not in env


@pytest.mark.parametrize("key", ["sk_live_1", "rk_live_1"])
def test_a_live_key_never_meets_the_demo(key):
    with pytest.raises(Unsafe):
        made(STRIPE_SECRET_KEY=key)


def test_the_local_environment_is_never_production():
    assert made(HOLDOUT_ENVIRONMENT="production")["HOLDOUT_ENVIRONMENT"] == "local"
