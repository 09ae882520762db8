import errno
import json
import os

import pytest

from simcore.errors import BadInput, Environment
from simcore.results.folder import LOCK, MANIFEST, cell, claimed, slug, whole, write_json


def test_runs_of_one_day_are_numbered(tmp_path):
    names = []
    for _ in range(2):
        with claimed(None, "haarlems_gemak", tmp_path) as folder:
            (folder / "a").write_text("kept")
            names.append(folder.name)
    assert names[0].endswith("-1") and names[1].endswith("-2")
    assert names[0].startswith("haarlems_gemak-")


def test_a_folder_that_holds_a_result_is_refused(tmp_path):
    (tmp_path / MANIFEST).write_text("{}")
    with pytest.raises(BadInput, match="holds a result already"), claimed(tmp_path, "m"):
        pass
    assert (tmp_path / MANIFEST).read_text() == "{}"


def test_a_folder_with_anything_in_it_is_refused(tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(BadInput, match="is not empty"), claimed(tmp_path, "m"):
        pass


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "a").write_text("")
    with pytest.raises(BadInput, match="is a file"), claimed(tmp_path / "a", "m"):
        pass


def test_while_a_run_is_at_work_another_one_is_kept_out(tmp_path):
    (tmp_path / LOCK).write_text(str(os.getppid()))
    with pytest.raises(Environment, match=str(os.getppid())), claimed(tmp_path, "m"):
        pass


LONG = "x" * 300


@pytest.mark.parametrize("path, why", [
    ("a\0b", "null"), (LONG, "the name is too long"), (f"new/{LONG}/deep", "the name is too long"),
    ("file/out", "a file is in the way"), ("loop/out", "its links go in a circle")])
def test_a_path_where_no_folder_can_be_is_the_users_to_change_and_leaves_nothing(tmp_path, path, why):
    (tmp_path / "file").write_text("")
    (tmp_path / "loop").symlink_to("loop")
    before = sorted(tmp_path.rglob("*"))
    words = f"cannot be made a folder of results; .*{why}"
    with pytest.raises(BadInput, match=words) as caught, claimed(tmp_path / path, "m"):
        pass
    assert "--out results/first" in caught.value.problems[0].instead
    assert sorted(tmp_path.rglob("*")) == before


def test_a_link_to_nowhere_is_no_folder(tmp_path):
    (tmp_path / "link").symlink_to("nowhere")
    with pytest.raises(BadInput, match="is a link to nowhere"), claimed(tmp_path / "link", "m"):
        pass


@pytest.mark.parametrize("number, kind", [(errno.EACCES, BadInput), (errno.EROFS, BadInput), (errno.ENOSPC, OSError)])
def test_where_one_may_not_write_is_told_first_and_a_full_disk_is_the_machines(tmp_path, monkeypatch, number, kind):
    def no(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", no)
    with pytest.raises(kind), claimed(tmp_path / "new" / "out", "m"):
        raise AssertionError("the run began")
    assert list(tmp_path.iterdir()) == []


def test_folders_around_it_are_made_and_go_again_when_nothing_was_written(tmp_path):
    with claimed(tmp_path / "a" / "b" / "c", "m") as folder:
        assert folder.is_dir()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("said", [b"\xff\xfe", b"", b"0", b"-1", "²".encode(), b"9" * 400, b"me"])
def test_a_lock_that_names_no_process_is_taken_over(tmp_path, said):
    (tmp_path / LOCK).write_bytes(said)
    with claimed(tmp_path, "m") as folder:
        assert (folder / LOCK).read_text() == str(os.getpid())


def test_a_lock_that_is_a_link_to_nowhere_is_taken_over(tmp_path):
    (tmp_path / LOCK).symlink_to("nowhere")
    with claimed(tmp_path, "m") as folder:
        assert not (folder / LOCK).is_symlink()


def test_a_lock_that_is_a_folder_is_refused(tmp_path):
    (tmp_path / LOCK).mkdir()
    with pytest.raises(BadInput, match="cannot be made a folder of results"), claimed(tmp_path, "m"):
        pass


def test_the_lock_of_a_process_that_is_gone_is_taken_over(tmp_path):
    (tmp_path / LOCK).write_text("999999999")
    with claimed(tmp_path, "m") as folder:
        assert (folder / LOCK).read_text() == str(os.getpid())
    assert not (tmp_path / LOCK).exists()


def test_a_run_that_fails_at_once_leaves_nothing(tmp_path):
    with pytest.raises(ZeroDivisionError), claimed(None, "m", tmp_path / "runs"):
        1 / 0
    assert list(tmp_path.iterdir()) == []


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    with pytest.raises(ZeroDivisionError), whole(tmp_path / "a.txt") as stream:
        stream.write("half")
        1 / 0
    assert list(tmp_path.iterdir()) == []


def test_a_number_that_is_none_is_not_written_as_json(tmp_path):
    with pytest.raises(ValueError):
        write_json(tmp_path / "a.json", {"x": float("nan")})
    write_json(tmp_path / "a.json", {"x": 1})
    assert json.loads((tmp_path / "a.json").read_text()) == {"x": 1}


@pytest.mark.parametrize("text", ["=1+1", "+31", "-x", "@me", "\tx", "\rx"])
def test_text_that_a_spreadsheet_takes_for_a_formula_gets_a_quote(text):
    assert cell(text) == "'" + text
    assert cell(-3) == -3


def test_a_name_becomes_safe_for_files():
    assert slug("../Wijk 1/ö") == "Wijk-1"
