"""README.md is true: its commands work, its Python example runs, the output shown is what is printed; and docs/ too."""

import re
import runpy
import shlex
from pathlib import Path

import click
import pytest

from simcore import cli
from simcore.canvas import bundled

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line.partition("#")[0].strip() for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
            for line in block.splitlines() if line.startswith("simwijk ")]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SMALL = ["--residents", "300", "--weeks", "4", "--replications", "1"]


@pytest.mark.parametrize("command", [one for one in COMMANDS if one.startswith(("simwijk run ", "simwijk compare "))])
def test_each_run_works_as_it_is_written(command, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    words = shlex.split(command)[1:]
    assert cli.ended([*words, *SMALL, *(["--no-pictures"] if words[0] == "run" else [])]) == 0
    assert "Haarlems Gemak" in capsys.readouterr().out


def test_the_plans_are_those_that_come_along():
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", README, re.MULTILINE))
    assert rows.keys() == bundled().keys()


def commands_in(text: str) -> list[str]:
    """What a page tells to type: in its blocks of commands, and within a sentence."""
    blocks = re.findall(r"```(?:sh|bat)\n(.*?)```", text, re.DOTALL)
    lines = [line.partition("#")[0].strip().removeprefix(".venv/bin/") for block in blocks
             for line in block.split("\n")]
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    return [line for line in lines if line.startswith("simwijk ")] + re.findall(r"`(simwijk [^`\n]+)`", prose)


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.name)
def test_the_commands_of_the_text_exist_with_their_options(page):
    for one in commands_in(page.read_text(encoding="utf-8")):
        _, *words = shlex.split(one)
        command = cli.simwijk
        while words and isinstance(command, click.Group) and not words[0].startswith("-"):
            command = command.commands[words.pop(0)]                      # KeyError: there is no such command
        options = {option for parameter in command.params for option in parameter.opts} | {"--help", "-h", "--version"}
        assert {word.partition("=")[0] for word in words if word.startswith("-")} <= options, one


def test_a_command_that_is_not_there_is_found():
    text = "`simwijk rnu x` and\n```sh\nsimwijk run x --sed 3   # what\n```"
    assert commands_in(text) == ["simwijk run x --sed 3", "simwijk rnu x"]


def test_the_python_example_runs(capsys):
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert "residents=2000" in example and "range(52)" in example
    exec(example.replace("residents=2000", "residents=300").replace("range(52)", "range(3)"), {})
    out = capsys.readouterr().out
    assert "on benefit" in out and "cash" in out


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.name)
def test_every_file_that_is_named_is_there(page):
    text = page.read_text(encoding="utf-8")
    links = [name for name in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text) if "://" not in name]
    files = ([page.parent / name for name in links]
             + [ROOT / name for name in re.findall(r"`((?:models|plugins|docs)/[\w/.]*)`", text)])
    assert [file for file in files if not file.exists()] == []


def test_no_picture_of_the_pages_is_large():
    for picture in (ROOT / "docs" / "pictures").glob("*.png"):
        assert picture.stat().st_size <= 400_000, picture


@pytest.mark.long
def test_the_output_is_what_the_command_prints(tmp_path):
    script = runpy.run_path(str(ROOT / "scripts" / "readme.py"))
    for file in script["FILES"]:
        text = file.read_text(encoding="utf-8")
        assert script["BLOCK"].search(text)
        assert script["filled"](text, tmp_path) == text
