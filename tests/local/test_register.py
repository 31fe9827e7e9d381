import json
import subprocess
import sys

import psutil
import pytest

from local.register import Running, held, identified


def test_a_second_run_is_told_where_the_first_one_is(tmp_path):
    with held(tmp_path):
        facts = {"pid": 7, "address": "http://localhost:8001", "children": []}
        (tmp_path / "running.json").write_text(json.dumps(facts))
        with pytest.raises(Running) as told, held(tmp_path):
            pass
    assert (told.value.pid, told.value.address) == (7, "http://localhost:8001")


def test_a_stack_may_run_again_after_it_ended(tmp_path):
    with held(tmp_path):
        pass
    with held(tmp_path):
        pass


@pytest.fixture
def leftover():
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    yield psutil.Process(process.pid)
    process.kill()
    process.wait()


def test_what_a_killed_run_left_behind_is_ended(tmp_path, leftover):
    facts = {"pid": 7, "address": "", "children": [identified(leftover.pid)]}
    (tmp_path / "running.json").write_text(json.dumps(facts))
    with held(tmp_path):
        pass
    assert not leftover.is_running() or leftover.status() == psutil.STATUS_ZOMBIE


def test_a_process_that_got_the_number_of_an_old_one_is_left_alone(tmp_path, leftover):
    facts = {"pid": 7, "address": "", "children": [{"pid": leftover.pid, "created": 1.0}]}
    (tmp_path / "running.json").write_text(json.dumps(facts))
    with held(tmp_path):
        pass
    assert leftover.status() != psutil.STATUS_ZOMBIE
