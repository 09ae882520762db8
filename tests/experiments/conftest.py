"""Experiments are tried with pieces that look like blocks, and with the smallest of districts."""

import json
import shutil
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
SHARED = """
experiment: tiny
question: {nl: "Welke?", en: "Which?"}
models: [haarlems_gemak]
weeks: 6
residents: 300
figures: [money.result]
"""
KINDS = {"sweep": TINY, "threshold": SHARED + """
kind: threshold
courses: {most: 12, batch: 3, until: {half_width: 20000, level: 0.5}}
raise: costs.cost-rooms.amount
between: [0, 40000]
while: money.result >= -15000
tolerance: 5000
scan: 3
hold_in: [0.5]
""", "sensitivity": SHARED + """
kind: sensitivity
inputs: [rs-cleaning.price, rs-garden.price, costs.cost-rooms.amount, costs.cost-start.amount]
screen: {trajectories: 6, keep: 2}
samples: 8
blocks: false
""", "compare": SHARED.replace("[haarlems_gemak]", "[haarlems_gemak, compiratie]") + """
kind: compare
courses: {most: 6, batch: 3}
futures:
  - {name: same, label: {nl: "Zoals nu", en: "As now"}}
  - {name: cut, label: {nl: "Minder Wmo", en: "Less Wmo"}, plugins: {wmo_cut: {cut: 0.5, start: 2013-01-21}}}
"""}


@pytest.fixture
def tiny(tmp_path, monkeypatch):
    """A small experiment in a folder to be in: two prices, six courses."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "tiny.yaml"
    file.write_text(TINY, encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def played_once(tmp_path_factory):
    """``played_once(words, ...)`` gives a folder where ``sweep`` was given these words in turn, once for all tests."""
    from simcore.cli import ended
    from simcore.experiments import others, pool
    from simcore.experiments.block import forget

    kept = {}

    def played(*sweeps):
        if sweeps not in kept:
            folder = tmp_path_factory.mktemp("played")
            with pytest.MonkeyPatch.context() as patch:
                patch.chdir(folder)
                patch.setattr(others, "cache_folder", lambda: folder / "cache")
                patch.setattr(pool, "Pool", Here)
                (folder / "tiny.yaml").write_text(TINY, encoding="utf-8")
                for words in sweeps:
                    forget()
                    assert ended(["sweep", "tiny.yaml", *words.split(), "--quiet", "--lang", "en"]) == 0
            forget()
            kept[sweeps] = folder
        return kept[sweeps]

    return played


@pytest.fixture
def swept(tiny, here, played_once):
    """``swept(words, ...)``: as if ``sweep`` had been given these words in turn, here and now; gives the folder of the
    studies. ``here`` then holds what is played after it."""
    from simcore.experiments.folder import store_in

    def copied(*sweeps):
        for name in ("studies", "cache"):
            shutil.copytree(played_once(*sweeps) / name, tiny.parent / name)
        for runs in (tiny.parent / "studies").glob("*/runs.sqlite"):
            with store_in(runs.parent) as store:
                store.say({"file": str(tiny)})
        here.clear()
        return tiny.parent / "studies"

    return copied


@pytest.fixture
def folder(swept):
    """The folder of a small study that is finished."""
    return swept("") / "tiny"


@pytest.fixture
def exported():
    """``exported(folder)`` gives everything that a study shows of itself: path -> bytes; not how it keeps its runs, nor
    the day on which it was made, for midnight may come between two."""
    def files(folder):
        out = {str(file.relative_to(folder)): file.read_bytes() for file in sorted(Path(folder).rglob("*"))
               if file.is_file() and not file.name.startswith("runs.sqlite")}
        if "manifest.json" in out:
            day = json.loads(out["manifest.json"])["made"].encode()
            out |= {name: out[name].replace(day, b"DAY") for name in ("answer.md", "report.html", "manifest.json")
                    if name in out}
        return out

    return files
