"""Try the building of .venv with interpreters that only pretend, so that no network and no minutes are needed."""

import os
import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no sh; docs/install.md says what to do there")

# Answers questions as the real Python would, after a line of preparation; notes all else, and does as if.
PRETENDER = """#!/bin/sh
case "$1" in
    -c) exec "{real}" -c 'import sys; {preparation}; exec(sys.argv[1])' "$2" ;;
esac
echo "$*" >>"$NOTES"
case "$1 $2" in
    "-m venv") mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
    "-m pip") [ ! -e "$NOTES.offline" ] || [ "$3" = --version ] ;;
esac
"""
OLD = "sys.version_info = (3, 9, 2)"
BARE = "sys.modules['ensurepip'] = None"
OTHER = "sys.version_info = (3, 13, 99)"


class Machine:
    """A project in a folder with a space, on a machine that has only these commands and the Pythons it is given."""

    def __init__(self, root, tmp_path):
        self.home, self.bin, self.notes = tmp_path / "my project", tmp_path / "bin", tmp_path / "notes"
        (self.home / "scripts").mkdir(parents=True)
        self.bin.mkdir()
        for name in ["pyproject.toml", "setup.py", "constraints.txt", "scripts/make_venv.sh"]:
            shutil.copy(root / name, self.home / name)
        for name in ["cat", "cksum", "cp", "dirname", "mkdir", "rm", "sh"]:
            (self.bin / name).symlink_to(shutil.which(name))

    def has(self, name, preparation="pass"):
        path = self.bin / name
        path.write_text(PRETENDER.format(real=sys.executable, preparation=preparation.replace("'", '"')))
        path.chmod(0o755)

    def make_venv(self, **variables):
        """Run the script; give its exit status, its lines of complaint, and what the Pythons were told to do."""
        self.notes.write_text("")
        result = subprocess.run(
            ["sh", "scripts/make_venv.sh"],
            cwd=self.home,
            env={"PATH": str(self.bin), "NOTES": str(self.notes), **variables},
            capture_output=True,
            text=True,
            timeout=60,
        )
        return result.returncode, result.stderr.splitlines(), self.notes.read_text().splitlines()


@pytest.fixture
def machine(root, tmp_path):
    return Machine(root, tmp_path)


@pytest.fixture
def built(machine):
    machine.has("python3")
    assert machine.make_venv()[0] == 0
    return machine


def test_the_first_call_installs_the_pinned_versions(machine):
    machine.has("python3")
    status, _, told = machine.make_venv()
    assert status == 0
    assert told[0] == "-m venv --clear .venv"
    assert told[1:] and all("--constraint constraints.txt" in line for line in told[1:])
    assert told[-1].endswith("--editable .[test]")


def test_a_second_call_starts_no_python_at_all(built):
    (built.home / ".venv/bin/python").write_text("#!/bin/sh\necho started >>\"$NOTES\"\n")
    assert built.make_venv() == (0, [], [])


def test_changed_pins_are_installed_into_the_same_venv(built):
    with (built.home / "constraints.txt").open("a") as constraints:
        constraints.write("# another day\n")
    status, _, told = built.make_venv()
    assert status == 0
    assert any("--editable" in line for line in told) and not any("-m venv" in line for line in told)


def test_a_moved_folder_is_installed_again_without_starting_over(built):
    built.home = built.home.rename(built.home.with_name("moved project"))
    status, _, told = built.make_venv()
    assert status == 0
    assert any("--editable" in line for line in told) and not any("-m venv" in line for line in told)


def test_an_install_that_stopped_goes_on_at_the_next_call(machine):
    machine.has("python3")
    offline = machine.notes.with_name("notes.offline")
    offline.touch()
    status, complaint, _ = machine.make_venv()
    assert status == 4 and "run make again" in complaint[-1]
    offline.unlink()
    status, _, told = machine.make_venv()
    assert status == 0 and not any("-m venv" in line for line in told)


def test_another_python_asked_for_builds_the_venv_anew(built):
    built.has("python3.13", OTHER)
    assert built.make_venv(PYTHON="python3.13")[2][0] == "-m venv --clear .venv"
    assert built.make_venv(PYTHON="python3.13") == (0, [], [])
    assert built.make_venv() == (0, [], []), "whoever asks for no Python in particular keeps the one that is there"


def test_a_fitting_python_is_found_behind_an_old_one(machine):
    machine.has("python3", OLD)
    machine.has("python3.12")
    assert machine.make_venv()[0] == 0


@pytest.mark.parametrize(
    ("preparation", "advice"),
    [(OLD, "python3 is Python 3.9.2; simwijk needs 3.11 or newer"), (BARE, "apt install python3-venv")],
)
def test_a_python_that_does_not_fit_gets_one_line_of_advice(preparation, advice, machine):
    machine.has("python3", preparation)
    for variables in [{}, {"PYTHON": "python3"}]:
        status, [line], told = machine.make_venv(**variables)
        assert status == 4 and advice in line and told == []


def test_a_machine_without_python_gets_one_line_of_advice(machine):
    status, [line], _ = machine.make_venv()
    assert status == 4 and "install Python 3.11 or newer" in line
