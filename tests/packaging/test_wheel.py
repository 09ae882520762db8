"""Build the wheel, offline, and see that it holds the whole project and runs where nothing else is."""

import os
import shutil
import subprocess
import sys
import zipfile

import pytest

FOLDERS = {
    "simcore": "simcore",
    "plugins": "simwijk_plugins",
    "models": "simwijk_models",
    "experiments": "simwijk_experiments",
}
BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
COMMAND = """
import sys
from importlib.metadata import distribution
[script] = distribution("simwijk").entry_points.select(group="console_scripts", name="simwijk")
sys.argv[0] = "simwijk"
sys.exit(script.load()())
"""


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    """A wheel built from a copy, so that the project's folder stays as it is."""
    copy = tmp_path_factory.mktemp("source")
    for folder in FOLDERS:
        shutil.copytree(root / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ["pyproject.toml", "setup.py", "README.md"]:
        shutil.copy(root / name, copy)
    built = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-c", BUILD, built], cwd=copy, check=True, capture_output=True, timeout=120)
    [path] = built.glob("simwijk-*.whl")
    return path


def test_the_wheel_holds_every_file_of_the_four_folders(root, wheel):
    at_home = {
        f"{package}/{path.relative_to(root / folder).as_posix()}"
        for folder, package in FOLDERS.items()
        for path in (root / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }
    shipped = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert sorted(at_home - shipped) == [], "a folder lacks __init__.py, or package-data in pyproject.toml lacks a kind"
    assert sorted(shipped - at_home) == []


@pytest.mark.long
@pytest.mark.parametrize("words", [["models"], ["run", "haarlems_gemak"]])
def test_the_wheel_runs_from_an_empty_folder(words, wheel, tmp_path):
    site, empty = tmp_path / "site", tmp_path / "an empty folder"
    zipfile.ZipFile(wheel).extractall(site)
    empty.mkdir()
    result = subprocess.run(
        [sys.executable, "-P", "-c", COMMAND, *words],
        cwd=empty,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip()
