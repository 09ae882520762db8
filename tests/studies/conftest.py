"""A canvas and edited copies of it, and one small comparison that is really played."""

import pytest

from simcore.canvas.bundled import models
from simcore.results import lanes
from simcore.studies.compare import compare
from simcore.studies.entries import entered

SMALL = {"seed": 3, "replications": 3, "weeks": 30, "residents": 400}
COFFEE_AT = ("  - id: vp-coffee", "# Channels")


def edited(*changes: tuple[str, str]) -> str:
    """The text of the shipped canvas after changes, each of which must change something."""
    text = models()["haarlems_gemak"].read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def without_coffee() -> str:
    text = edited((", vp-coffee]", "]"))
    begin, end = (text.index(one) for one in COFFEE_AT)
    return text[:begin] + text[end:]


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    """A folder of the tests for lanes, in the place of that of the user."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(autouse=True, scope="module")
def own_lanes(kept):
    """Lanes are kept in a folder of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lanes, "folder", lambda: kept)
        yield


@pytest.fixture
def copy(tmp_path):
    """``copy(name, (old, new), ...)`` writes an edited copy of the shipped canvas; gives its path as text."""
    def write(name: str, *changes: tuple[str, str], text: str | None = None) -> str:
        file = tmp_path / f"{name}.yaml"
        file.write_text(edited(*changes) if text is None else text, encoding="utf-8")
        return str(file)

    return write


@pytest.fixture(scope="session")
def pair(tmp_path_factory, kept):
    """The shipped canvas beside one with another price and without coffee, as they were played."""
    folder = tmp_path_factory.mktemp("pair")
    (folder / "other.yaml").write_text(without_coffee().replace("price: {value: 14, unit: EUR/hour, low: 11, high: 18",
                                                                "price: {value: 17, unit: EUR/hour, low: 15, high: 19"))
    with pytest.MonkeyPatch.context() as patch:                # played before the lanes of any module are
        patch.setattr(lanes, "folder", lambda: kept)
        return compare(entered(["haarlems_gemak", str(folder / "other.yaml")]), **SMALL)
