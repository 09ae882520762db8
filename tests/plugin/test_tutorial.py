"""docs/plugins_tutorial.md is run as it stands: its files written, its commands run, and what it says is printed."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from simcore import cli

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "plugins_tutorial.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"<!-- file: (\S+) -->\n```python\n(.*?)```", TEXT, re.S))
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.S) for line in block.strip().split("\n")]
PRINTED = re.findall(r"<!-- prints -->\n```text\n(.*?)```", TEXT, re.S)
MOST = 60                        # lines of a plugin


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """What each command of the tutorial printed, in a folder with its files."""
    folder, out = tmp_path_factory.mktemp("tutorial"), {}
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    tests = [shlex.split(line)[-1] for line in COMMANDS if line.startswith("python -m pytest")]
    done = subprocess.run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests], cwd=folder,
                          timeout=600, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    out["python -m pytest"] = done.stdout
    here = os.getcwd()
    os.chdir(folder)
    try:
        for line in COMMANDS:
            if line.startswith("simwijk "):
                with open("said.txt", "w+", encoding="utf-8") as file:
                    kept, sys.stdout = sys.stdout, file
                    try:
                        code = cli.ended(shlex.split(line)[1:])
                    finally:
                        sys.stdout = kept
                    file.seek(0)
                    out[line] = file.read()
                assert code == 0, (line, out[line])
    finally:
        os.chdir(here)
        for name in ("volunteer_day", "cold_spell"):
            sys.modules.pop(f"simwijk_found.{name}", None)
    return folder, out


def test_its_plugins_are_short():
    plugins = [text for name, text in FILES.items() if not name.startswith("test_")]
    assert len(plugins) == 2 and all(len(text.splitlines()) <= MOST for text in plugins)


def test_its_plugins_import_nothing_but_the_public_names_and_numpy():
    for name, text in FILES.items():
        ours = r"datetime|simcore\.plugin|simcore\.testing|simcore\.files|volunteer_day|cold_spell"
        allowed = rf"(?:from (?:{ours}) import .*|import numpy as np)"
        assert all(re.match(allowed, line) for line in text.split("\n") if re.match("(from|import) ", line)), name


def test_its_tests_pass_and_its_commands_work(followed):
    _, out = followed
    assert ("6 passed" in out["python -m pytest"]
            and len(out) == 1 + sum(line.startswith("simwijk ") for line in COMMANDS))


def test_what_it_says_is_printed_is_printed(followed):
    said = " ".join("\n".join(followed[1].values()).split())
    for block in PRINTED:
        for line in block.strip().split("\n"):
            assert " ".join(line.split()) in said, line
