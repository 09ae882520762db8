"""What the command line says of itself: whole sentences in its list, and canvases to read."""

import click
import pytest

from simcore.canvas.bundled import models
from simcore.cli import ended, simwijk
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
