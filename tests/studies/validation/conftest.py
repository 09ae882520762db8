"""Model files are read once in a session: overrides never change the tree of a file."""

import functools

import pytest

import simcore.canvas.spec as spec_module


@pytest.fixture(scope="session", autouse=True)
def trees_read_once():
    """One reading serves a whole session."""
    patch = pytest.MonkeyPatch()
    patch.setattr(spec_module, "load_tree", functools.cache(spec_module.load_tree))
    yield
    patch.undo()
