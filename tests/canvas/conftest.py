"""A copy of the shipped model and its neighbourhood in which a test breaks one thing."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from simcore.canvas import Spec, load
from simcore.canvas.bundled import models, neighbourhoods
from simcore.errors import BadInput, Problem

PLACE = neighbourhoods()["boerhaavewijk_2013"].read_text(encoding="utf-8")


@dataclass
class Copy:
    """The two files, as text to change and as a folder to read."""

    folder: Path
    model: str
    place: str

    def swap(self, old: str, new: str) -> None:
        """Replaces the first ``old`` in whichever file has it."""
        for name in ("model", "place"):
            text = getattr(self, name)
            if old in text:
                setattr(self, name, text.replace(old, new, 1))
                return
        raise AssertionError(f"neither file has {old!r}")

    def load(self, *overrides: str) -> Spec:
        (self.folder / "haarlems_gemak.yaml").write_text(self.model, encoding="utf-8")
        if self.place != PLACE:                       # else the one that came along serves, which is read much sooner
            (self.folder / "neighbourhoods").mkdir(exist_ok=True)
            (self.folder / "neighbourhoods" / "boerhaavewijk_2013.yaml").write_text(self.place, encoding="utf-8")
        return load(self.folder / "haarlems_gemak.yaml", overrides)

    def problems(self, *overrides: str) -> list[Problem]:
        with pytest.raises(BadInput) as caught:
            self.load(*overrides)
        return caught.value.problems

    def problem(self, *overrides: str) -> Problem:
        (one,) = self.problems(*overrides)
        return one

    def where(self, words: str, key: str = "") -> tuple[int, int]:
        """Line and column of the first ``words`` in either file, or of ``key`` after them."""
        text = self.model if words in self.model else self.place
        at = text.index(key, text.index(words)) if key else text.index(words)
        return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def copy_of(name: str, folder: Path) -> Copy:
    return Copy(folder, models()[name].read_text(encoding="utf-8"), PLACE)


@pytest.fixture
def copy(tmp_path) -> Copy:
    return copy_of("haarlems_gemak", tmp_path)


@pytest.fixture
def compiratie(tmp_path) -> Copy:
    """The same of a model with teams by trade, recognition, a desk and gatherings."""
    return copy_of("compiratie", tmp_path)


@pytest.fixture
def wijk(tmp_path) -> Copy:
    """The same of a model of residents: goals, promises, volunteers, gatherings, an order and a building."""
    return copy_of("wijkonderneming", tmp_path)
