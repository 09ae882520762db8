"""``simwijk new canvas``: one file, whole or not at all, never over another; what it says next works."""

import re
import shlex
import subprocess
import sys

import pytest

from simcore import cli

SMALL = ["--residents", "300", "--weeks", "6", "--replications", "2", "--no-pictures"]


@pytest.fixture
def new(capsys, tmp_path, monkeypatch):
    """``new(...)`` runs a command in an empty folder: (exit code, output, errors)."""
    from simcore.results import lanes

    monkeypatch.setattr(lanes, "folder", lambda: tmp_path / "kept")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    def ran(*arguments: str) -> tuple[int, str, str]:
        code = cli.ended(list(arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran


@pytest.fixture
def here(tmp_path):
    return lambda: sorted(one.name for one in (tmp_path / "here").iterdir())


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("out", [None, "een map/mijn canvas.yaml"], ids=["by its name", "elsewhere, with spaces"])
def test_the_commands_it_names_check_and_play_the_canvas_as_it_stands(new, lang, out, tmp_path):
    (tmp_path / "here" / "een map").mkdir()
    code, said, err = new("new", "canvas", "Ons", "Groen", "--lang", lang, *(["--out", out] if out else []))
    assert (code, err) == (0, "")
    check, run, compare = (shlex.split(one) for one in re.findall(r": simwijk (.*)", said))
    assert (check[0], run[0]) == ("check", "run") and check[1:] == run[1:]
    assert compare == ["compare", "compiratie", "haarlems_gemak", "wijkonderneming", *run[1:]], "its own mark is not theirs"
    code, read, err = new(*check)
    assert (code, err) == (0, "") and read.startswith("Ons Groen, ")
    assert all(line.strip() in read for line in said.split("\n") if line.endswith("?"))
    for options in ([], ["--luck-only"]):
        code, played, err = new(*run, *SMALL, *options)
        assert (code, err) == (0, "") and "Ons Groen" in played.split("\n")[0]


def test_the_commands_in_its_comments_work(new):
    for lang in ("nl", "en"):
        new("new", "canvas", "Ons Groen", "--lang", lang, "--out", f"{lang}.yaml")
        with open(f"{lang}.yaml", encoding="utf-8") as file:
            commands = re.findall(r"(?m)^#   simwijk ((?:check|run) .*?)(?:   .*)?$", file.read())
        assert [one.split()[0] for one in commands] == ["check", "run", "run"]
        assert commands[2].split()[2:4] == ["--set", "revenue_streams.rs-garden.price=17"]
        for one in commands:
            arguments = shlex.split(one)
            assert ("en" in arguments) == (lang == "en")
            assert new(*arguments, *(SMALL if arguments[0] == "run" else []))[0] == 0


def test_a_file_that_is_there_stays_and_the_name_that_is_proposed_is_free(new, here):
    new("new", "canvas", "Ons Groen")
    with open("ons_groen.yaml", "a", encoding="utf-8") as file:
        file.write("# mine\n")
    code, said, err = new("new", "canvas", "Ons Groen", "--lang", "en")
    assert (code, said) == (2, "") and "is there already" in err and here() == ["ons_groen.yaml"]
    with open("ons_groen.yaml", encoding="utf-8") as file:
        assert file.read().endswith("# mine\n")
    other = re.search(r"--out (\S+)", err)[1]
    assert new("new", "canvas", "Ons Groen", "--out", other)[0] == 0
    assert here() == sorted(["ons_groen.yaml", other])
    assert other not in new("new", "canvas", "Ons Groen")[2]


@pytest.mark.parametrize("arguments, words", [
    (["ons_groen.yaml"], "write 'ons_groen'; where the file goes"), (["map/Ons Groen"], "write 'Ons Groen'"),
    (["..\\x"], "write 'x'"), (["???"], "no letter or digit"), ([" "], "no letter or digit"),
    (["a\x1bb"], "cannot be shown"), (["Ons Groen " * 9], "a sticky note holds 60"),
    (["Haarlems Gemak"], "comes along"), (["أمل"], "--out my_canvas.yaml"),
    ([], "NAME"), (["x", "--lang", "fr"], "fr"), (["x", "--out", "."], "is a folder"),
    (["x", "--out", "x.txt"], "--out x.yaml"), (["x", "--out", "x"], "--out x.yaml"),
    (["x", "--out", "nowhere/x.yaml"], "there is no folder 'nowhere'"),
    (["x", "--out", "y" * 300 + ".yaml"], "too long")])
def test_what_cannot_be_is_refused_with_a_remedy_and_leaves_nothing(new, here, arguments, words):
    code, said, err = new("new", "canvas", "--lang", "en", *arguments)
    assert (code, said) == (2, "") and words in err and "Traceback" not in err
    assert here() == []


def test_a_write_that_fails_leaves_nothing(new, here, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device", "ons_groen.yaml")

    monkeypatch.setattr("os.replace", full)
    code, said, err = new("new", "canvas", "Ons Groen")
    assert (code, said) == (4, "") and "No space" in err and here() == []


def test_where_the_user_may_not_write_another_file_is_proposed(new, here, monkeypatch):
    def barred(*_):
        raise PermissionError(13, "Permission denied", "ons_groen.yaml")

    monkeypatch.setattr("os.replace", barred)
    code, _, err = new("new", "canvas", "Ons Groen")
    assert code == 2 and "permission denied" in err and "--out" in err and here() == []


@pytest.mark.parametrize("arguments", [["--help"], ["new", "--help"], ["new", "canvas", "--help"]])
def test_help_loads_nothing_heavy(arguments):
    code = (f"import sys; from simcore.cli import ended; ended({arguments}); "
            "print([m for m in ('mesa', 'numba', 'numpy', 'pandas', 'pydantic', 'yaml') if m in sys.modules])")
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "new" in out and out.strip().endswith("[]")


def test_a_canvas_is_begun_without_loading_what_plays_it(tmp_path):
    code = ("import sys; from simcore.cli import ended; ended(['new', 'canvas', 'x', '--out', sys.argv[1]]); "
            "print([m for m in ('mesa', 'numba', 'numpy', 'pandas', 'seaborn') if m in sys.modules])")
    command = [sys.executable, "-c", code, str(tmp_path / "x.yaml")]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "simwijk check" in out and out.strip().endswith("[]")
