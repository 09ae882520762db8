"""``simwijk new canvas``: one file, whole or not at all, never over another; what it says next works."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from simcore import cli
from simcore.canvas.bundled import models

SMALL = ["--residents", "300", "--weeks", "6", "--replications", "2", "--no-pictures"]


@pytest.fixture
def new(capsys, tmp_path, monkeypatch, own_lanes):
    """``new(...)`` runs a command in an empty folder: (exit code, output, errors)."""
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
    assert compare == ["compare", "compiratie", "haarlems_gemak", "wijkbedrijf_samen", "wijkonderneming",
                       *run[1:]], "its own mark is not theirs"
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
    assert (code, said) == (4, "") and "de schijf is vol" in err and here() == []


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


# --- a plugin -----------------------------------------------------------------------------------------------------


def test_a_new_plugin_passes_its_own_tests_as_it_is_made_and_its_commands_work(new, here, tmp_path):
    import os
    from pathlib import Path

    code, said, err = new("new", "plugin", "Hete", "zomer", "--lang", "en")
    assert (code, err, here()) == (0, "", ["simwijk-hete-zomer"])
    folder = tmp_path / "here" / "simwijk-hete-zomer"
    assert {str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()} == {
        "hete_zomer.py", "README.md", "pyproject.toml", str(Path("tests") / "test_hete_zomer.py")}
    tests, page, run, install = (shlex.split(one)[2:] for one in re.findall(r": ((?:python -m|simwijk ).*)", said))
    done = subprocess.run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", tests[1]],
                          capture_output=True, text=True,
                          cwd=tmp_path / "here", env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
                          timeout=300)
    assert done.returncode == 0 and "3 passed" in done.stdout, done.stdout
    code, text, err = new("plugins", *page, "--quick")
    assert ((code, err) == (0, "") and text.startswith("hete_zomer: Hete zomer")
            and "weekly: number with source; €100 per week" in text)
    assert run[0] in models()
    code, text, err = new("run", *run, *SMALL, "--weeks", "12", "--explain-effects")
    assert (code, err) == (0, "") and "hete_zomer: times" in text
    assert install[-1] == "simwijk-hete-zomer"


def test_what_a_new_plugin_comes_with_can_be_built_and_installed(new, tmp_path):
    """Its metadata names the module as an entry point; building takes setuptools only."""
    import tomllib

    new("new", "plugin", "Hete zomer", "--out", "pack")
    with open("pack/pyproject.toml", "rb") as file:
        made = tomllib.load(file)
    assert made["project"]["entry-points"]["simwijk"] == {"hete_zomer": "hete_zomer"}
    assert (made["tool"]["setuptools"]["py-modules"] == ["hete_zomer"]
            and made["project"]["name"] == "simwijk-hete-zomer")


@pytest.mark.parametrize(("words", "says"), [
    (("pgb",), "name of a plugin that is there already"), (("haarlems gemak",), "name of a model that comes along"),
    (("Market",), "has a meaning of its own here (market)"), (("Payment",), "has a meaning of its own here (payment)"),
    (("Bar",), "has a meaning of its own here (bar)"), (("note",), "has a meaning of its own here (note)"),
    (("none",), "no name for a module"), (("random",), "name of a Python module that is there already (random)"),
    (("numpy",), "name of a Python module"), (("simcore",), "name of a Python module"),
    (("2 zomers",), "no name for a module"), (("class",), "no name for a module"), (("!!!",), "no letter or digit"),
    (("a" * 80,), "characters"), (("Hete zomer", "--out", "nowhere/x"), "there is no folder"),
    (("Hete zomer", "--out", "there"), "is there already")])
def test_a_name_no_plugin_can_have_is_refused_and_nothing_is_written(new, here, tmp_path, words, says):
    (tmp_path / "here" / "there").mkdir()
    code, out, err = new("new", "plugin", *words, "--lang", "en")
    assert (code, out) == (2, "") and says in err and here() == ["there"]


def test_a_name_with_three_quotes_gives_a_module_and_a_test_that_can_be_read(new):
    assert new("new", "plugin", 'a """ b')[0] == 0
    for file in ("a_b.py", "tests/test_a_b.py"):
        compile(Path("simwijk-a-b", file).read_text(encoding="utf-8"), file, "exec")


def test_a_name_with_quotes_gives_a_plugin_that_can_be_read(new):
    assert new("new", "plugin", 'De "zomer" van \'t jaar')[0] == 0
    code, text, err = new("plugins", "de_zomer_van_t_jaar", "--plugin-file",
                          "simwijk-de-zomer-van-t-jaar/de_zomer_van_t_jaar.py", "--quick")
    assert (code, err) == (0, "") and text.startswith('de_zomer_van_t_jaar: De "zomer" van \'t jaar')
