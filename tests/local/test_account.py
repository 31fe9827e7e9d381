import os

import pytest

from local import account

as_root = pytest.mark.skipif(not account.is_root(), reason="only root lowers its rights")


@pytest.fixture
def closed(tmp_path):
    folder = tmp_path / "closed"
    (folder / "programs").mkdir(parents=True)
    (folder / "programs" / "postgres").touch(mode=0o700)
    folder.chmod(0o700)
    yield folder
    account.forget(folder)


@as_root
def test_a_closed_folder_stays_closed(closed):
    mode = closed.stat().st_mode
    data = account.data_folder(closed, "postgres")
    programs = account.readable_copy(closed / "programs", home=closed, version="1")
    assert closed.stat().st_mode == mode
    assert account.is_reachable(data.parent)
    assert account.is_reachable(programs)
    assert (programs / "postgres").stat().st_mode & 0o055 == 0o044
    assert data.stat().st_uid == account.lowered()["user"] != 0


@as_root
def test_a_folder_that_somebody_else_made_is_not_trusted(closed):
    account.outside(closed)
    os.chown(account.outside(closed), account.lowered()["user"], -1)
    with pytest.raises(SystemExit):
        account.outside(closed)


def test_forgetting_leaves_nothing(closed):
    account.outside(closed)
    account.forget(closed)
    assert account.forget(closed) == []
