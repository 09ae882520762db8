"""Two versions of a canvas, played once, and their page."""

import pytest

from simcore.results import lanes
from simcore.show.page.document import document
from simcore.studies.compare import compare
from simcore.studies.entries import entered


@pytest.fixture(scope="session")
def found(tmp_path_factory):
    """The shipped canvas beside itself with another price: twenty short courses of a small district."""
    kept, before = tmp_path_factory.mktemp("kept"), lanes.folder
    lanes.folder = lambda: kept
    try:
        return compare(entered(["haarlems_gemak", "haarlems_gemak"],
                               ["haarlems_gemak-2:revenue_streams.rs-cleaning.price=17"]),
                       seed=3, replications=20, weeks=30, residents=300)
    finally:
        lanes.folder = before


@pytest.fixture(scope="session")
def html(found) -> str:
    return document(found)
