"""Model files are read once for all of this."""

import pytest


@pytest.fixture(scope="module", autouse=True)
def read_once(trees_read_once):
    """One reading serves every module here."""
