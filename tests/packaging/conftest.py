"""Read the project's own description once, for all tests of what is shipped and how it is built."""

import tomllib
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def root():
    """The project's folder."""
    return Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def project(root):
    """The ``[project]`` table of pyproject.toml."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
