"""What the command line says of itself: whole sentences in its list, and canvases to read."""

import click
import pytest

from simcore.canvas.bundled import models
from simcore.cli import ended, simwijk


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
