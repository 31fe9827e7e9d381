import json

from local.keys import NAMES, read_keys


def test_keys_are_made_once_and_only_for_their_owner(tmp_path):
    made = read_keys(tmp_path)
    assert set(made) == set(NAMES)
    assert len(set(made.values())) == len(NAMES)
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600
    assert read_keys(tmp_path) == made


def test_a_new_key_leaves_the_old_ones(tmp_path):
    (tmp_path / "secrets.json").write_text(json.dumps({"site": "old"}))
    assert read_keys(tmp_path)["site"] == "old"
    assert set(read_keys(tmp_path)) == set(NAMES)
