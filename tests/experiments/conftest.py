"""Experiments are tried with pieces that look like blocks, and with the smallest of districts."""

import sys
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_cache_of_runs(monkeypatch, tmp_path):
    """Runs are kept in a folder of the test, not in that of the user."""
    from simcore.experiments import others

    monkeypatch.setattr(others, "cache_folder", lambda: tmp_path / "cache")


@pytest.fixture
def fakes(monkeypatch):
    """The module of fakes, where processes that are started find it as well."""
    monkeypatch.syspath_prepend(Path(__file__).parent)
    import fakes
    from simcore.experiments import crew

    monkeypatch.setattr(crew, "base_of", lambda case: "")
    yield fakes
    sys.modules.pop("fakes", None)


class Here:
    """Plays blocks in this process, as a pool does in its own; ``played`` are the blocks it was given."""
    given: list = []

    def __init__(self, jobs, *, seconds, retries):
        from simcore.experiments.block import Memory

        self.memory = Memory()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def play(self, blocks, tick):
        from simcore.experiments.block import played

        for block in blocks:
            Here.given.append(block)
            yield block, played(block, self.memory)


@pytest.fixture
def here(monkeypatch):
    """Experiments are played in this process; gives the list of blocks that were."""
    from simcore.experiments import pool

    monkeypatch.setattr(pool, "Pool", Here)
    Here.given.clear()
    return Here.given


TINY = """\
experiment: tiny
kind: sweep
question: {nl: "Welke prijs levert het meest op?", en: "Which price earns most?"}
models: [haarlems_gemak]
weeks: 6
residents: 300
courses: {most: 6, batch: 3}
quick: {most: 2, residents: 200, weeks: 5}
vary:
  - {path: revenue_streams.rs-cleaning.price, values: ["8", "12"]}
figures: [money.result, helped.households]
"""


@pytest.fixture
def tiny(tmp_path, monkeypatch):
    """A small experiment in a folder to be in: two prices, six courses."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "tiny.yaml"
    file.write_text(TINY, encoding="utf-8")
    return file


@pytest.fixture
def exported():
    """``exported(folder)`` gives everything that a study shows of itself: path -> bytes; not how it keeps its runs."""
    def files(folder):
        return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(Path(folder).rglob("*"))
                if file.is_file() and not file.name.startswith("runs.sqlite")}

    return files
