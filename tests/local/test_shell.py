"""What a developer gets to work in."""

from local import shell


def test_a_folder_in_which_nothing_has_run_has_no_environment(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(shell, "HOME", tmp_path)
    assert shell.env() == 1
    said = capsys.readouterr()
    assert (said.out, "`make run` comes first" in said.err) == ("", True)
