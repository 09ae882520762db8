"""README.md is true: its commands work, its Python example runs, and the output shown is what is printed."""

import re
import runpy
import shlex
from pathlib import Path

import pytest

from simcore import cli
from simcore.canvas import bundled

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line.partition("#")[0].strip() for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
            for line in block.splitlines() if line.startswith("simwijk ")]
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


def test_the_commands_of_the_text_exist():
    named = set(re.findall(r"`simwijk (\w+)", README))
    assert named and named <= set(cli.simwijk.commands)


def test_the_python_example_runs(capsys):
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert "residents=2000" in example and "range(52)" in example
    exec(example.replace("residents=2000", "residents=300").replace("range(52)", "range(3)"), {})
    out = capsys.readouterr().out
    assert "on benefit" in out and "cash" in out


def test_every_file_that_is_named_is_there():
    for name in [*re.findall(r"\]\(([\w/.]+)\)", README), *re.findall(r"`((?:models|plugins|docs)/[\w/.]*)`", README)]:
        assert (ROOT / name).exists(), name
    for picture in (ROOT / "docs" / "pictures").glob("*.png"):
        assert picture.stat().st_size <= 400_000, picture


@pytest.mark.long
def test_the_output_is_what_the_command_prints(tmp_path):
    script = runpy.run_path(str(ROOT / "scripts" / "readme.py"))
    for file in script["FILES"]:
        text = file.read_text(encoding="utf-8")
        assert script["BLOCK"].search(text)
        assert script["filled"](text, tmp_path) == text
