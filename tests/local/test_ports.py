import socket

import pytest

from local.ports import claim


@pytest.fixture
def taken():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_a_taken_port_gives_way_to_another(tmp_path, taken):
    chosen = claim(tmp_path, {"web": taken})
    assert chosen["web"] != taken


def test_ports_stay_the_same_from_run_to_run(tmp_path):
    first = claim(tmp_path, {"web": 0, "redis": 0})
    assert claim(tmp_path, {"web": 0, "redis": 0}) == first


def test_a_remembered_port_that_is_taken_now_gives_way(tmp_path):
    first = claim(tmp_path, {"web": 0})
    with socket.create_server(("127.0.0.1", first["web"])):
        assert claim(tmp_path, {"web": 0}) != first


def test_no_two_servers_share_a_port(tmp_path, taken):
    chosen = claim(tmp_path, {"web": taken, "redis": taken, "postgres": taken})
    assert len(set(chosen.values())) == 3
