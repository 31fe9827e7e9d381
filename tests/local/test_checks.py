import os

from local.checks import CLOSING, add_failures, passes


def test_failed_checks_are_counted_among_the_tests():
    assert add_failures("== 216 passed, 7 warnings in 29.13s ==", 4) == "216 passed, 4 failed"
    assert add_failures("== 3 failed, 216 passed, 1 error in 2.1s ==", 1) == "216 passed, 5 failed"
    assert add_failures("", 1) == "0 passed, 1 failed"


def test_the_closing_line_of_pytest_is_known():
    assert CLOSING.search("=== 3 failed, 216 passed, 7 warnings in 29.13s ===")
    assert CLOSING.search("=== 216 passed in 129.13s (0:02:09) ===")
    assert not CLOSING.search("created: 2/2 workers")


def test_a_failing_check_shows_what_it_said(capsys):
    assert not passes("Types", ["-c", "print('wrong type'); raise SystemExit(1)"], dict(os.environ))
    name, said, *_ = capsys.readouterr().out.splitlines()
    assert name.startswith("✗ Types ")
    assert said == "wrong type"


def test_a_passing_check_shows_only_its_name(capsys):
    assert passes("Types", ["-c", "print('fine')"], dict(os.environ))
    assert len(capsys.readouterr().out.splitlines()) == 1
