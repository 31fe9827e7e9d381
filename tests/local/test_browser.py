import pytest

from local.browser import on_this_machine, starts


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine on whose path nothing is but what the test puts there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("HOLDOUT_CHROMIUM", raising=False)
    monkeypatch.setattr("local.browser.PLACES", ())
    return tmp_path


def program(path, code="exit 0"):
    path.write_text(f"#!/bin/sh\n{code}\n")
    path.chmod(0o755)
    return str(path)


def test_a_machine_without_a_browser_has_none(machine):
    assert on_this_machine() is None


@pytest.mark.parametrize("name", ["chromium", "google-chrome"])
def test_a_browser_of_the_machine_is_found(machine, name):
    assert on_this_machine() is None
    path = program(machine / name)
    assert on_this_machine() == path


def test_the_browser_that_one_asks_for_comes_first(machine, monkeypatch):
    program(machine / "chromium")
    chosen = program(machine / "my-browser")
    monkeypatch.setenv("HOLDOUT_CHROMIUM", chosen)
    assert on_this_machine() == chosen


def test_a_browser_that_lacks_its_libraries_is_none(machine):
    assert starts(program(machine / "chromium"))
    assert not starts(program(machine / "chromium", "exit 127"))
