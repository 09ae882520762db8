"""What the command line says of itself: whole sentences in its list, and canvases to read. Its help comes in the
language that is asked for, and else in that of the machine."""

import os
import subprocess
import sys

import click
import pytest

from simcore.canvas.bundled import models
from simcore.cli import ended, simwijk
from simcore.commands.help import FROM_MACHINE, of_machine
from simcore.commands.run import forewarn
from simcore.compiled import source_digest
from simcore.show.words import Words


def commands(group: click.Group, before: str = "") -> dict[str, click.Command]:
    out = {}
    for name, one in group.commands.items():
        out |= commands(one, f"{name} ") if isinstance(one, click.Group) else {}
        out[before + name] = one
    return out


@pytest.mark.parametrize("name", commands(simwijk))
def test_in_the_list_of_commands_no_sentence_is_cut_off(name):
    about = commands(simwijk)[name].help.split("\n\n")[0]
    assert len(about) < 55 and about.endswith(".") and "\n" not in about


def test_the_list_of_commands_has_each_sentence_whole_on_a_narrow_screen(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LC_ALL", "C")
    assert ended(["--help"]) == 0
    assert "..." not in capsys.readouterr().out.split("Commands:")[1]


@pytest.mark.parametrize("name", models())
def test_a_model_that_comes_along_can_be_read_to_the_letter(name, capsys):
    assert ended(["models", "--show", name]) == 0
    assert capsys.readouterr().out == models()[name].read_text(encoding="utf-8")


def test_a_model_to_show_that_is_not_there_is_met_with_the_nearest(capsys):
    assert ended(["models", "--show", "haarlemsgemak"]) == 2
    assert "bedoel je 'haarlems_gemak'" in capsys.readouterr().err


def test_on_a_terminal_the_first_time_is_said_to_take_minutes_and_no_other_time(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("SIMWIJK_CACHE", str(tmp_path))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    forewarn(Words("nl"), silent=True)
    assert capsys.readouterr().err == ""
    forewarn(Words("nl"), silent=False)
    assert "De eerste keer duurt dit een paar minuten" in capsys.readouterr().err
    kept = tmp_path / "moves" / source_digest() / "behaviour_1"
    kept.mkdir(parents=True)
    (kept / "choose.nbi").touch()
    forewarn(Words("nl"), silent=False)
    assert capsys.readouterr().err == ""


# --- in which language ------------------------------------------------------------------------------------------------


@pytest.fixture
def helped(capsys, monkeypatch):
    """Gives the help that a line gets on a machine with some of LC_ALL, LC_MESSAGES and LANG."""
    def once(line: str, **machine: str) -> str:
        for name in FROM_MACHINE:
            monkeypatch.delenv(name, raising=False)
        for name, value in machine.items():
            monkeypatch.setenv(name, value)
        ended(line.split())
        return "".join(capsys.readouterr())

    return once


@pytest.mark.parametrize("machine, lang", [
    ({}, "en"), ({"LANG": "nl_NL.UTF-8"}, "nl"), ({"LANG": "nl"}, "nl"), ({"LANG": "de_DE.UTF-8"}, "en"),
    ({"LANG": "C"}, "en"), ({"LANG": "C.UTF-8"}, "en"), ({"LANG": "POSIX"}, "en"),
    ({"LC_MESSAGES": "nl_BE", "LANG": "en_GB"}, "nl"), ({"LC_ALL": "en_GB", "LC_MESSAGES": "nl_BE"}, "en"),
    ({"LC_ALL": "C", "LANG": "nl_NL"}, "en"), ({"LC_ALL": "", "LANG": "nl_NL"}, "nl")])
def test_the_language_of_a_machine_is_the_first_that_it_says(machine, lang):
    assert of_machine(machine) == lang


@pytest.mark.parametrize("line", ["demo --lang nl --help", "demo --help --lang=nl", "demo -h --lang nl",
                                  "new canvas --lang nl --help"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_help_is_in_the_language_that_stands_on_the_line_whatever_the_machine_says(line, lang, helped):
    machine = "nl_NL.UTF-8" if lang == "en" else "en_GB.UTF-8"
    assert helped(line.replace("nl", lang), LANG=machine).startswith({"nl": "Gebruik: ", "en": "Usage: "}[lang])


@pytest.mark.parametrize("line", ["--lang nl demo --help", "--lang nl --help", "--help --lang=nl", "--lang nl new --help",
                                  "new --lang nl canvas -h", "--lang en models --lang nl -h", "--lang nl schema --help"])
def test_a_language_may_stand_before_the_command(line, helped):
    assert helped(line, LANG="en_GB.UTF-8").startswith("Gebruik: simwijk")


def test_a_command_answers_in_the_language_before_it_unless_it_has_one_of_its_own(helped):
    english, dutch = "who pays for it", "wie ervoor betaalt"
    assert english in helped("--lang en models") and dutch in helped("--lang nl models")
    assert dutch in helped("--lang en models --lang nl") and "is geen van" in helped("--lang xx models")


@pytest.mark.parametrize("line", ["--help", "", "new --help", "new", "cluster", "run --help", "schema --help"])
def test_help_is_else_in_the_language_of_the_machine(line, helped):
    assert helped(line, LANG="nl_NL.UTF-8").startswith("Gebruik: simwijk")
    assert helped(line, LANG="fr_FR.UTF-8").startswith("Usage: simwijk")


def test_all_that_help_says_is_in_dutch(helped):
    said = helped("sheets --help", LANG="nl_NL.UTF-8", COLUMNS="80")
    assert "Gebruik: simwijk sheets [OPTIES] [MODEL...]\n" in said and "\nOpties:\n  --out MAP " in said
    assert "[standaard: sheets]" in " ".join(said.split()) and "default" not in said
    assert "Toon deze uitleg." in said and "\nOpdrachten:\n" in helped("--help", LANG="nl_NL.UTF-8")
    assert "[verplicht]" in helped("merge --lang nl -h")


def test_on_the_narrowest_screen_no_sentence_in_the_list_of_commands_is_cut_off(helped):
    for lang in ("nl", "en"):
        assert "..." not in helped("--help", LANG=lang, COLUMNS="30").partition("canvas ")[2]


def test_a_wrong_line_is_answered_with_the_names_that_its_help_has(helped):
    said = helped("sweep")
    assert said.startswith("Gebruik: simwijk sweep [OPTIES] BESTAND\n") and "'BESTAND' ontbreekt." in said
    assert "NAAM ontbreekt" in helped("new canvas") and "'FILE'" in helped("sweep --lang en")


def test_dutch_is_loaded_where_it_is_asked_for_and_nothing_heavy_with_it():
    code = ("import sys; from simcore.cli import ended; ended(['models', '--lang', 'en']); ended(['run', '-h']); "
            "before = 'simcore.show.help_texts' in sys.modules; ended(['run', '--lang', 'nl', '--help']); "
            "print(before, [m for m in ('mesa', 'numba', 'numpy', 'pandas', 'seaborn') if m in sys.modules])")
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True,
                         env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}).stdout
    assert "Toon deze uitleg." in out and out.strip().endswith("False []")
