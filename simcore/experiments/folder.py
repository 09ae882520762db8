"""The folder of a study: the answer first, then pictures and tables, and below them what they were made from.

    answer.md  report.html       the sentence that answers the question, and the page of it
    pictures/  tables/           each picture beside its numbers
    experiment.yaml              the question with every default filled in
    manifest.json                what was played with what, and a digest over every number of it
    runs.sqlite                  every run that is finished
    failures/                    each run that failed, why, and how to play it again
"""

from __future__ import annotations

import csv
import hashlib
import platform
import struct
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

from simcore.errors import BadInput, Problem, quoted
from simcore.experiments.reading import Experiment
from simcore.experiments.runner import Runs
from simcore.experiments.store import Store
from simcore.results.folder import LOCK, cell, given_folder, lock, slug, whole
from simcore.results.write import version_of

RUNS, ANSWER, PAGE, QUESTION, MANIFEST = "runs.sqlite", "answer.md", "report.html", "experiment.yaml", "manifest.json"
UNDER = Path("studies")
DECIMALS = 6                                       # of numbers in tables: floats may differ in the last bit


def place_of(experiment: Experiment, out: Path | None) -> Path:
    """Where a study goes that nobody gave a place."""
    return out or UNDER / (slug(experiment.question.experiment) + ("-quick" if experiment.quick else ""))


@contextmanager
def opened(folder: Path, experiment: Experiment) -> Iterator[Store]:
    """The store of a study in its folder, made or taken up again; held by this process alone.

    Raises BadInput when the folder holds something else, or a study of which the question, the model, a plugin or a
    version was another.
    """
    if not (folder / RUNS).exists():
        given_folder(folder)
    lock(folder)
    try:
        store = Store(folder / RUNS)
        try:
            mine, there = identity(experiment), store.about()
            changed = [name for name in mine if there and there.get(name) != mine[name]]
            if changed:
                raise refused(folder, changed, there, mine)
            store.say(mine)
            with whole(folder / QUESTION) as stream:
                stream.write(frozen(experiment))
            yield store
        finally:
            store.close()
    finally:
        (folder / LOCK).unlink(missing_ok=True)


def identity(experiment: Experiment) -> dict[str, str]:
    """What a study hangs on, by what it is called: when any of it changes, its runs are others."""
    from simcore.experiments.block import base_of
    from simcore.results.lanes import our_source

    return {"question": digest_of(frozen(experiment)), "source": our_source(),
            **{f"model {key}": base_of(case) for key, case in experiment.cases.items()},
            "python": ".".join(platform.python_version_tuple()[:2]),
            **{name: str(version_of(name)) for name in ("numpy", "numba", "mesa")}}


def refused(folder: Path, changed: list[str], there: dict[str, str], mine: dict[str, str]) -> BadInput:
    """Why a study cannot be taken up again."""
    words = {"question": "the experiment file", "source": "simwijk itself"}
    said = [words.get(name, name) + (f" ({there.get(name)}, now {mine[name]})" if name in
                                     ("python", "numpy", "numba", "mesa") else "") for name in changed]
    return BadInput(Problem(str(folder), 0, 0, f"was begun with another {', '.join(said)}",
                            "runs of the one and of the other are no answer together",
                            f"give --fresh to begin a new folder, or --out with another than {quoted(str(folder))}"))


def frozen(experiment: Experiment) -> str:
    """The question as YAML with every default filled in."""
    import yaml

    return yaml.safe_dump(plain(experiment.question) | {"weeks": experiment.weeks}, sort_keys=False, allow_unicode=True,
                          width=110)


def plain(value: Any) -> Any:
    """A record as plain values, keys as the file has them; what says nothing is left out."""
    from simcore.files.marks import Listing, Mapping, Scalar
    from simcore.files.places import fields_of

    if isinstance(value, Scalar):
        return value.text
    if is_dataclass(value):
        return {key: plain(one) for key, name in fields_of(type(value)).items()
                if (one := getattr(value, name)) is not None and one != ()}
    if isinstance(value, (Mapping, dict)):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, (Listing, list, tuple)):
        return [plain(one) for one in value]
    return value


def digest_of(text: str) -> str:
    """A digest of a text."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def digest_of_runs(asked: Iterable[Runs]) -> str:
    """One digest over every figure of every run that was asked for, in their order."""
    out = hashlib.blake2b(digest_size=16)
    for runs in asked:
        for run in runs.runs:
            out.update(run.key.encode())
            for name, value in run.figures.items():
                out.update(name.encode() + struct.pack("<d", round(value, DECIMALS) + 0.0))
    return out.hexdigest()


def write_table(file: Path, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table as CSV: numbers with a point and at most six decimals, no number as an empty cell."""
    with whole(file) as stream:
        table = csv.writer(stream)
        table.writerow(head)
        table.writerows([shown(one) for one in row] for row in rows)


def shown(value: object) -> object:
    """A cell: a number rounded, so that every machine writes the same."""
    if isinstance(value, float) or hasattr(value, "dtype"):
        number = float(value)
        if number != number:
            return ""
        return f"{round(number, DECIMALS) + 0.0:.{DECIMALS}f}".rstrip("0").rstrip(".") if abs(number) < 1e300 else (
            "inf" if number > 0 else "-inf")
    return cell(value)


def write_runs(file: Path, asked: Sequence[Runs]) -> None:
    """Every run that was asked for, once: what was set in it, its course, and all its figures."""
    paths = sorted({path for runs in asked for path in
                    (*(p for p, _ in runs.block.case.settings), *(p for p, _ in runs.block.given))})
    names = list(dict.fromkeys(name for runs in asked for run in runs.runs for name in run.figures))
    seen: set[str] = set()

    def rows() -> Iterator[list[object]]:
        for runs in asked:
            fixed, given = dict(runs.block.case.settings), dict(runs.block.given)
            for i, (r, run) in enumerate(zip(runs.block.replications, runs.runs)):
                if run.key in seen:
                    continue
                seen.add(run.key)
                values = [given[path][i] if path in given else fixed.get(path, "") for path in paths]
                yield [Path(runs.block.case.model).stem, r, "done" if run.lived else "failed", *values,
                       *(run.figures.get(name, float("nan")) for name in names)]

    write_table(file, ["model", "course", "status", *paths, *names], rows())


def failures(asked: Sequence[Runs]) -> dict[str, tuple[Runs, int, str]]:
    """Key -> (the block, the course, why) of each run that failed."""
    return {run.key: (runs, r, run.reason) for runs in asked
            for r, run in zip(runs.block.replications, runs.runs) if not run.lived}


def summary(experiment: Experiment, asked: Sequence[Runs]) -> dict[str, Any]:
    """What the manifest says of a study."""
    from datetime import UTC, datetime

    keys = {run.key: run.lived for runs in asked for run in runs.runs}
    return {"experiment": experiment.question.experiment, "kind": experiment.question.kind, "quick": experiment.quick,
            "digest": digest_of_runs(asked), "runs": len(keys), "failed": sum(not lived for lived in keys.values()),
            "seed": experiment.question.courses.seed, "weeks": experiment.weeks,
            "residents": experiment.question.residents, "models": list(experiment.cases),
            "made": datetime.now(UTC).isoformat(timespec="seconds"), "identity": identity(experiment)}
