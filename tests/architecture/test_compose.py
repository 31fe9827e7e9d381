"""The container files stay true although no container engine runs here.

Covered: the official compose schema (as check-jsonschema ships it), references between
services, volumes and variables, and that settings.py and .env.example name the same. Not
covered: whether the images build and start.
"""

import re
import runpy
import secrets
import subprocess
import sys
from pathlib import Path

import environ
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = ROOT / "docker-compose.yml"
PAIR = re.compile(r"^([A-Z0-9_]+)=(.*)$", re.MULTILINE)


def example() -> dict[str, str]:
    return dict(PAIR.findall((ROOT / ".env.example").read_text()))


def own_secrets() -> dict[str, str]:
    """The example as somebody fills it in."""
    own = {name: value.replace("change-me", "correct-horse") for name, value in example().items()}
    return {**own, "SECRET_KEY": secrets.token_urlsafe(50)}


def services() -> dict[str, dict]:
    return yaml.safe_load(COMPOSE.read_text())["services"]


def our_services() -> dict[str, dict]:
    return {name: service for name, service in services().items() if "build" in service}


def interpolated() -> set[str]:
    """Variables that the compose file itself puts in."""
    return set(re.findall(r"(?<!\$)\$\{?([A-Z_]+)", COMPOSE.read_text()))


@pytest.fixture
def load_settings(monkeypatch):
    """Runs settings.py anew on the given variables; returns its names and those it read."""

    def load(variables: dict[str, str]) -> tuple[dict, set[str]]:
        read: set[str] = set()
        get_value = environ.Env.get_value

        def recording(self, var, *args, **kwargs):
            read.add(var)
            return get_value(self, var, *args, **kwargs)

        monkeypatch.setattr(environ.Env, "ENVIRON", dict(variables))
        monkeypatch.setattr(environ.Env, "read_env", lambda *args, **kwargs: None)
        monkeypatch.setattr(environ.Env, "get_value", recording)
        return runpy.run_path(str(ROOT / "marketplace" / "settings.py")), read

    return load


def test_the_compose_file_follows_the_official_schema():
    checked = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema=vendor.compose-spec", COMPOSE],
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stdout


def test_the_schema_refuses_a_misspelt_key(tmp_path):
    wrong = tmp_path / "docker-compose.yml"
    wrong.write_text(COMPOSE.read_text().replace("depends_on:", "depend_on:"))
    checked = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema=vendor.compose-spec", wrong],
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 1
    assert "depend_on" in checked.stdout


def test_the_example_names_every_setting_and_nothing_else(load_settings):
    signed_in_by_others = {"GOOGLE_CLIENT_ID": "google", "GITHUB_CLIENT_ID": "github"}
    _, read = load_settings({**own_secrets(), **signed_in_by_others})
    assert set(example()) == read | {"POSTGRES_PASSWORD"}


def test_every_setting_of_the_example_has_a_comment():
    lines = (ROOT / ".env.example").read_text().splitlines()
    bare = [line for above, line in zip(lines, lines[1:], strict=False) if PAIR.match(line)
            and not above.startswith("# ") and not PAIR.match(above)]  # fmt: skip
    assert bare == []


def test_production_starts_with_the_example_and_secrets_of_ones_own(load_settings):
    settings, _ = load_settings(own_secrets())
    assert settings["LOCAL"] is settings["DEBUG"] is settings["DEMO"] is False
    assert settings["STRIPE_API_BASE"] == "http://stripe:12111"
    assert settings["EMAIL_HOST"] == "mail"


def test_the_example_holds_no_secret_key():
    assert example()["SECRET_KEY"] == ""


LIVE = {
    "STRIPE_SECRET_KEY": "sk_live_1",
    "STRIPE_API_BASE": "",
    "STRIPE_WEBHOOK_SECRETS": "whsec_9f",
    "SITE_URL": "https://holdout.example",
}
UNSAFE = [
    ({"DEBUG": "true"}, "DEBUG is on"),
    ({"HOLDOUT_ENVIRONMENT": "prod"}, "neither"),
    ({"SECRET_KEY": "local-only-not-secret" * 3}, "SECRET_KEY is an example"),
    ({"SECRET_KEY": "change-me-" * 6}, "SECRET_KEY is an example"),
    ({"SECRET_KEY": "short"}, "SECRET_KEY is an example or too short"),
    ({"SECRET_KEY": "a" * 60}, "SECRET_KEY is an example or too short"),
    ({"DATABASE_URL": "postgres://holdout:change-me@postgres/holdout"}, "password in DATABASE_URL"),
    ({"DATABASE_OWNER_URL": "postgres://owner:change-me@db/x"}, "password in DATABASE_URL"),
    ({"DATABASE_OWNER_URL": "postgres://holdout_app:other@db/x"}, "name the same role"),
    ({"REDIS_URL": "redis://:changeme@redis:6379/0"}, "REDIS_URL is the example's"),
    ({"STRIPE_WEBHOOK_SECRETS": ""}, "WEBHOOK_SECRETS is empty"),
    ({"STRIPE_WEBHOOK_SECRETS": "whsec_9f, "}, "WEBHOOK_SECRETS is empty"),
    ({"STRIPE_API_BASE": ""}, "holds the example's secret"),
    ({"STRIPE_SECRET_KEY": "pk_test_1"}, "not a secret key"),
    ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
    ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
    ({**LIVE, "STRIPE_API_BASE": "http://stripe:12111"}, "sandbox beside a live Stripe key"),
    ({**LIVE, "STRIPE_SECRET_KEY": "rk_live_1", "HOLDOUT_DEMO": "true"}, "HOLDOUT_DEMO is on"),
    ({**LIVE, "HOLDOUT_ENVIRONMENT": "local"}, "real money needs"),
    ({**LIVE, "SITE_URL": "http://holdout.example"}, "does not begin with https"),
]


@pytest.mark.parametrize(("changed", "sentence"), UNSAFE)
def test_unsafe_settings_are_refused_with_a_sentence(load_settings, changed, sentence):
    with pytest.raises(environ.ImproperlyConfigured, match=re.escape(sentence)):
        load_settings({**own_secrets(), **changed})


def test_every_reason_is_told_at_once(load_settings):
    with pytest.raises(environ.ImproperlyConfigured) as refused:
        load_settings({**own_secrets(), "DEBUG": "true", "SECRET_KEY": "short"})
    assert "DEBUG is on" in str(refused.value)
    assert "SECRET_KEY is an example" in str(refused.value)


def test_a_live_key_starts_with_everything_of_its_own(load_settings):
    settings, _ = load_settings({**own_secrets(), **LIVE})
    assert settings["STRIPE_SECRET_KEY"] == "sk_live_1"


@pytest.mark.parametrize(
    "name",
    ["SECRET_KEY", "DATABASE_URL", "REDIS_URL", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRETS"],
)
def test_production_does_not_start_without(name, load_settings):
    variables = own_secrets()
    del variables[name]
    with pytest.raises(environ.ImproperlyConfigured, match=name):
        load_settings(variables)


def test_our_containers_get_what_the_example_names_but_for_the_owners_login():
    passed = {name: service.get("environment", {}) for name, service in our_services().items()}
    without = {"POSTGRES_PASSWORD": "", "DATABASE_OWNER_URL": ""}
    assert passed.pop("migrate") == {"POSTGRES_PASSWORD": ""}
    assert passed == dict.fromkeys(passed, without)
    assert {service["env_file"] for service in our_services().values()} == {".env"}
    assert interpolated() <= set(example())


def test_every_service_says_whether_it_is_healthy():
    silent = [name for name, service in services().items() if "healthcheck" not in service]
    assert silent == ["web"]
    assert "\nHEALTHCHECK " in (ROOT / "Dockerfile").read_text()


def test_services_wait_for_services_and_keep_to_volumes_that_there_are():
    document = yaml.safe_load(COMPOSE.read_text())
    waited_for = {name for service in services().values() for name in service.get("depends_on", ())}
    kept = {v.split(":")[0] for service in services().values() for v in service.get("volumes", ())}
    assert waited_for <= set(services())
    assert kept == set(document["volumes"])


def test_ports_are_published_on_this_machine_only():
    published = [port for service in services().values() for port in service.get("ports", ())]
    assert [port for port in published if not port.startswith("127.0.0.1:")] == []


def test_the_sandbox_knows_the_options_that_it_is_given():
    usage = subprocess.check_output(
        [sys.executable, "-m", "local.stripe_sandbox", "--help"], text=True
    )
    words = [word.split("=")[0] for word in services()["stripe"]["command"]]
    assert [w for w in words if w.startswith("--") and w not in usage] == []


def stages() -> dict[str, str]:
    """What the Dockerfile says of each target."""
    parts = re.split(r"^FROM \S+ AS (\S+)$", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_the_images_run_as_a_plain_user():
    users = {
        name: re.findall(r"^USER (\S+)$", text, re.MULTILINE) for name, text in stages().items()
    }
    assert users == {"stripe-sandbox": ["holdout"], "libraries": [], "holdout": ["holdout"]}


def test_the_image_of_the_product_has_the_product_and_nothing_else():
    taken = re.findall(r"^COPY (\w\S*) ", stages()["holdout"], re.MULTILINE)
    product = ["marketplace", "accounts", "projects", "contracts", "payments"]
    assert taken == ["manage.py", *product, "templates", "static"]


def test_each_service_is_built_from_a_target_that_there_is():
    targets = {name: service["build"]["target"] for name, service in our_services().items()}
    assert targets.pop("stripe") == "stripe-sandbox"
    assert set(targets.values()) == {"holdout"} and "holdout" in stages()


def test_the_image_takes_the_pinned_uv():
    (version,) = re.findall(r"uv==([\d.]+)", (ROOT / "Dockerfile").read_text())
    assert f"uv=={version}" in (ROOT / "requirements-dev.txt").read_text().splitlines()
