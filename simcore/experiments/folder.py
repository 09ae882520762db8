"""The folder of a study: the answer first, then pictures and tables, and below them what they were made from.

    answer.md  report.html       the sentence that answers the question, and the page of it
    pictures/  tables/           each picture beside its numbers
    experiment.yaml              the question with every default filled in
    manifest.json                what was played with what, and a digest over every number of it
    runs.sqlite                  every run that is finished
    failures/                    each run that failed, why, and how to play it again

All but ``runs.sqlite`` is the same to the byte however the runs came to be there.
"""

from __future__ import annotations

import csv
import errno
import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, is_dataclass
from pathlib import Path
from typing import Any

from simcore.errors import BadInput, Environment, Problem, quoted
from simcore.experiments.holding import held
from simcore.experiments.reading import Experiment, experiment
from simcore.experiments.runner import Runs
from simcore.experiments.store import Store
from simcore.results.folder import cell, given_folder, slug, unusable, whole

RUNS, ANSWER, PAGE, QUESTION, MANIFEST = "runs.sqlite", "answer.md", "report.html", "experiment.yaml", "manifest.json"
UNDER = Path("studies")
PICTURES, TABLES, FAILURES = "pictures", "tables", "failures"
TABLE = f"{TABLES}/runs.csv"                       # every run; the digest of a study is that of this file
DECIMALS = 6                                       # of numbers in tables: floats may differ in the last bit
HALF = re.compile(r"\..+\.\d+$")                   # a file that was being written when its process ended
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)       # a disk in the way
FREE = ("question", "about", "mind", "figures", "limits", "quick")       # may change: no run hangs on it
ASIDE = ("file", "quick", "most", "most_of_all", "made")          # what is said of a study beside what it hangs on


def place_of(experiment: Experiment, out: Path | None, part: tuple[int, int] = (0, 1)) -> Path:
    """Where a study goes that nobody gave a place; each part of one in a folder of its own."""
    name = slug(experiment.question.experiment) + ("-quick" if experiment.quick else "")
    return out or UNDER / (name if part[1] == 1 else f"{name}-{part[0] + 1}-of-{part[1]}")


@contextmanager
def opened(folder: Path, experiment: Experiment, part: tuple[int, int] = (0, 1), instead: str = "") -> Iterator[Store]:
    """The store of a study in its folder, made or taken up again; held by this process alone. ``instead`` is what else
    to do where it cannot be.

    Raises BadInput when the folder holds something else, or a study of which the question, the model, a plugin or a
    version was another; Environment when another process is at work in it, or the disk is in the way.
    """
    try:
        if not (folder / RUNS).exists():
            given_folder(folder)
    except (OSError, ValueError) as error:
        raise unusable(folder, error) from error
    with held(folder), told(folder):
        store = Store(folder / RUNS)
        try:
            mine, there = identity(experiment) | {"part": said_of(part)}, store.about()
            if changed := different(there, mine):
                raise refused(folder, changed, there, mine, instead)
            store.say(mine | {"file": named(experiment), "quick": str(int(experiment.quick))})
            tidied(folder)
            write_question(folder, experiment)
            yield store
        finally:
            store.close()


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """What is wrong with the file of runs or the disk, as what it is: the machine, or a file that is damaged."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise Environment(f"{folder}: {error.strerror}; what is finished is kept, and the same command goes on once "
                          f"the disk lets it") from error
    except sqlite3.OperationalError as error:
        raise Environment(f"{folder / RUNS}: {error}; what is finished is kept, and the same command goes on once the "
                          f"disk lets it") from error
    except sqlite3.DatabaseError as error:
        raise Environment(f"{folder / RUNS}: {error}; the file cannot be read: begin anew with --fresh") from error


def tidied(folder: Path) -> None:
    """Take away what was half written when a process ended."""
    for place in (folder, folder / TABLES, folder / PICTURES, folder / FAILURES):
        for file in place.glob(".*") if place.is_dir() else ():
            if HALF.fullmatch(file.name):
                with suppress(OSError):
                    file.unlink()


def named(experiment: Experiment) -> str:
    """How the file of an experiment is found again: by its name when it comes along, else by its path."""
    from simcore.experiments.files import comes_along

    return experiment.file.stem if comes_along(experiment.file) else str(experiment.file.resolve())


def going_on(about: dict[str, str], folder: Path) -> str:
    """The command that goes on with a study; ``about`` is what was said of it, ``folder`` as it was named."""
    part = "" if about["part"] == said_of((0, 1)) else f" --shard {about['part']}"
    named = [f'"{one}"' if " " in one else one for one in (about["file"], str(folder))]
    return f"simwijk sweep {named[0]}{' --quick' * int(about['quick'])}{part} --out {named[1]}"


def said_of(part: tuple[int, int]) -> str:
    """A part as an option has it: the second of four is 2/4."""
    return f"{part[0] + 1}/{part[1]}"


def part_of(said: str) -> tuple[int, int]:
    """The same, back."""
    first, _, last = said.partition("/")
    return int(first) - 1, int(last)


@dataclass(frozen=True)
class Study:
    """A study in a folder: its store, its experiment as it is now, which part of the courses it has."""
    folder: Path
    store: Store
    experiment: Experiment
    part: tuple[int, int]


@contextmanager
def looked_at(folder: Path, file: str | None = None, *, same: bool = True) -> Iterator[Study]:
    """A study that is there, read and not written; its experiment is read from where it was, or from ``file``.

    Raises BadInput when there is none, or when with ``same`` its runs are those of another experiment or version.
    """
    with store_in(folder) as store:
        about = store.about()
        asked = experiment(file or asked_by(about, folder), about["quick"] == "1")
        mine = identity(asked) | {"part": about["part"]}
        if same and (changed := different(about, mine)):
            raise refused(folder, changed, about, mine, "use what it was begun with, or play it again in a new folder",
                          "its runs can only be read with what they were played with")
        yield Study(folder, store, asked, part_of(about["part"]))


def asked_by(about: dict[str, str], folder: Path) -> Path:
    """The experiment file of a study; BadInput when it is no longer where it was."""
    from simcore.experiments.files import file_of

    try:
        return file_of(about["file"])
    except BadInput as error:
        raise BadInput(Problem(str(folder), 0, 0, f"was asked by {quoted(about['file'])}, which is no longer there",
                               instead="name the experiment file with --file")) from error


@contextmanager
def store_in(folder: Path) -> Iterator[Store]:
    """The runs of a study that is there; BadInput when there is none."""
    if not (folder / RUNS).is_file():
        raise BadInput(Problem(str(folder), 0, 0, "holds no study",
                               instead="name a folder that simwijk sweep has made"))
    with told(folder):
        store = Store(folder / RUNS)
        try:
            if "part" not in store.about():
                raise BadInput(Problem(str(folder), 0, 0, "holds no study that was begun",
                                       instead="name a folder that simwijk sweep has made"))
            yield store
        finally:
            store.close()


def identity(experiment: Experiment) -> dict[str, str]:
    """What a study hangs on, by what it is called: when any of it changes, its runs are others."""
    from simcore.experiments.block import ground, parts_of
    from simcore.plugin.finding import find
    from simcore.plugin.origin import digest_of as digest_of_plugin

    asked = deciding(experiment)
    named = [one for name, every in find().items() if re.search(rf"\b{re.escape(name)}\b", asked) for one in every]
    points = experiment.points_file
    return {"question": digest_of(asked), **ground(),
            **({"points": digest_of_file(points) if points.is_file() else ""} if points else {}),
            **{f"{what} ({key})" if what in ("model", "neighbourhood") else what: digest
               for key, case in experiment.cases.items() for what, digest in parts_of(case).items()},
            **{f"plugin {one.name}": str(digest_of_plugin(one.kind)) for one in named}}


def deciding(experiment: Experiment) -> str:
    """The question without what no run hangs on, and without how many courses at most: more of them go on."""
    import yaml

    asked = {key: value for key, value in plain(experiment.question).items() if key not in FREE}
    asked["courses"] = {key: value for key, value in asked["courses"].items() if key not in ("most", "until")}
    return yaml.safe_dump(unlabelled(asked) | {"weeks": experiment.weeks}, sort_keys=True, allow_unicode=True)


def unlabelled(value: Any) -> Any:
    """Plain values without what they are called for people."""
    if isinstance(value, dict):
        return {key: unlabelled(one) for key, one in value.items() if key != "label"}
    return [unlabelled(one) for one in value] if isinstance(value, list) else value


def different(there: dict[str, str], mine: dict[str, str]) -> list[str]:
    """What a study hangs on that is another now; nothing of one that has just been made."""
    there, mine = ({name: value for name, value in one.items() if name not in ASIDE} for one in (there, mine))
    return [name for name in {**there, **mine} if there.get(name) != mine.get(name)] if there else []


WORDS = {"question": "the experiment file", "points": "its file of points", "source": "simwijk itself",
         "part": "--shard"}
SHOWN = ("python", "numpy", "numba", "mesa", "part")


def changes(changed: list[str], there: dict[str, str], mine: dict[str, str]) -> list[str]:
    """What is another, in words, with both versions where they have one."""
    return [WORDS.get(name, name) + (f" ({there.get(name)}, now {mine.get(name)})" if name in SHOWN else "")
            for name in changed]


def refused(folder: Path, changed: list[str], there: dict[str, str], mine: dict[str, str], instead: str = "",
            why: str = "runs of the one and of the other are no answer together") -> BadInput:
    """Why a study cannot be taken up again, or not read, or not together with another."""
    what = ", ".join(changes(changed, there, mine))
    return BadInput(Problem(str(folder), 0, 0, f"was begun with another: {what}", why, instead or (
        f"give --fresh to begin a new folder, or --out with another than {quoted(str(folder))}")))


def write_question(folder: Path, experiment: Experiment) -> None:
    """The question as it is answered now."""
    with whole(folder / QUESTION) as stream:
        stream.write(frozen(experiment))


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


@dataclass(frozen=True)
class Row:
    """One run that was asked for: its number in the order of asking, the block it is of, and its place there."""
    number: int
    runs: Runs
    at: int

    @property
    def run(self):
        return self.runs.runs[self.at]

    @property
    def course(self) -> int:
        return self.runs.block.replications[self.at]

    @property
    def model(self) -> str:
        return Path(self.runs.block.case.model).stem

    @property
    def settings(self) -> dict[str, str | float]:
        """What is set in it: path -> value."""
        return dict(self.runs.block.case.settings) | {path: values[self.at] for path, values in self.runs.block.given}


def rows(asked: Iterable[Runs]) -> Iterator[Row]:
    """Every run that was asked for, once, numbered from 1."""
    seen: set[str] = set()
    for runs in asked:
        for at, run in enumerate(runs.runs):
            if run.key not in seen:
                seen.add(run.key)
                yield Row(len(seen), runs, at)


def write_runs(file: Path, asked: Sequence[Runs]) -> None:
    """Every run that was asked for: its number, what was set in it, its course, and all its figures."""
    paths = sorted({path for runs in asked for path in
                    (*(p for p, _ in runs.block.case.settings), *(p for p, _ in runs.block.given))})
    names = list(dict.fromkeys(name for runs in asked for run in runs.runs for name in run.figures))

    def cells(row: Row) -> list[object]:
        values, figures = row.settings, row.run.figures
        return [row.number, row.model, row.course, "done" if row.run.lived else "failed",
                *(values.get(path, "") for path in paths), *(figures.get(name, float("nan")) for name in names)]

    write_table(file, ["run", "model", "course", "status", *paths, *names], map(cells, rows(asked)))


def failures(asked: Iterable[Runs]) -> list[Row]:
    """Each run that failed."""
    return [row for row in rows(asked) if not row.run.lived]


def write_failures(folder: Path, asked: Sequence[Runs]) -> None:
    """A file for each run that failed: why, and how to play it again; none is left of those that live by now."""
    mine = {f"{row.number}.txt": row for row in failures(asked)}
    for old in (folder / FAILURES).glob("*.txt"):
        if old.name not in mine:
            old.unlink()
    for name, row in mine.items():
        with whole(folder / FAILURES / name) as stream:
            stream.write("\n".join([row.run.reason, "", f"model: {row.model}", f"course: {row.course}",
                                    *(f"{path}: {value}" for path, value in row.settings.items()), "",
                                    f"simwijk rerun {folder} {row.number}", ""]))
    if not mine:
        with suppress(OSError):
            (folder / FAILURES).rmdir()


def cleared(folder: Path, kept: Iterable[str]) -> None:
    """Take away pictures and tables of an earlier answer that this one has not; ``kept`` are their paths."""
    kept = {folder / one for one in kept}
    for place in (PICTURES, TABLES):
        for file in (folder / place).glob("*.*") if (folder / place).is_dir() else ():
            if file not in kept and file.suffix in (".png", ".csv"):
                file.unlink()


def made_on(store: Store) -> str:
    """The day on which a study was whole for the first time; the day does not change when it is written again."""
    from datetime import UTC, datetime

    if "made" not in (about := store.about()):
        about = {"made": datetime.now(UTC).date().isoformat()}
        store.say(about)
    return about["made"]


def summary(experiment: Experiment, asked: Sequence[Runs], made: str, digest: str) -> dict[str, Any]:
    """What the manifest says of a study; ``digest`` is that of the table of all its runs."""
    every = list(rows(asked))
    return {"experiment": experiment.question.experiment, "kind": experiment.question.kind, "quick": experiment.quick,
            "digest": digest, "runs": len(every), "failed": sum(not row.run.lived for row in every),
            "seed": experiment.question.courses.seed, "weeks": experiment.weeks,
            "residents": experiment.question.residents, "models": list(experiment.cases),
            "made": made, "identity": identity(experiment)}


def digest_of_file(file: Path) -> str:
    """A digest of the bytes of a file."""
    return hashlib.blake2b(file.read_bytes(), digest_size=16).hexdigest()
