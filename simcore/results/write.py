"""Keeps a run as files: whatever a figure says can be followed from here to the payments and the sources."""

import csv
import hashlib
import platform
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from simcore.calendar import day_of
from simcore.played import LaneOutcome
from simcore.plugin.origin import said_of
from simcore.results.arrays import save
from simcore.results.folder import MANIFEST, cell, whole, write_json
from simcore.results.indicators import Indicators
from simcore.results.payments import write_payments
from simcore.run import NOTHING, Outcome

FORM = 1                         # of the folder; another number when a reader would go wrong
MODEL, PLACE, PRICES = "model.yaml", "neighbourhood.yaml", "prices.csv"


def keep(folder: Path, outcome: Outcome, found: Indicators, nothing: Path | None = None) -> dict:
    """Write every file of a run but the pictures and the manifest; gives what the manifest says about them.

    ``nothing`` is a folder in which the same lane of doing nothing has been written already.
    """
    about = {f"{name}_digest": copied(Path(file), folder / f"{name}.yaml") for name, file in
             (("model", outcome.spec.model_file), ("neighbourhood", outcome.spec.neighbourhood_file))}
    write_json(folder / "streams.json", {name: lane_table(lane) for name, lane in outcome.lanes.items()})
    for name, lane in outcome.lanes.items():
        if nothing is None or name != NOTHING:
            write_lane(folder, name, lane)
        elif nothing != folder:
            for file in files_of(name):
                copied(nothing / file, folder / file)
    write_numbers(folder / "numbers.csv", outcome)
    write_events(folder / "events.csv", outcome)
    write_json(folder / "indicators.json", found.as_dict())
    return about | {"typical": write_payments(folder / "payments.csv", outcome)}


def files_of(lane: str) -> tuple[str, str]:
    """The files with the numbers of a lane."""
    return f"flows-{lane}.npz", f"series-{lane}.npz"


def write_lane(folder: Path, name: str, lane: LaneOutcome) -> None:
    """Write the numbers of a lane: its flows, and what it counted."""
    flows, series = files_of(name)
    save(folder / flows, {"flows": lane.flows})
    save(folder / series, lane.series | {f"quarter {key}": one for key, one in lane.quarter.items()})


def seal(folder: Path, outcome: Outcome, about: dict, changes: Iterable[str] = ()) -> None:
    """Write the manifest, last of all: a folder that has one is a whole result.

    ``changes`` are the ``path=value`` that were made to the model.
    """
    write_json(folder / MANIFEST, manifest(outcome, changes) | about)


def copied(source: Path, to: Path) -> str:
    """Copy a file as it is; gives its digest."""
    data = source.read_bytes()
    with whole(to, "wb") as stream:
        stream.write(data)
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def manifest(outcome: Outcome, changes: Iterable[str]) -> dict:
    """What was played, with what, and one digest over every count and cent of it."""
    return {
        "form": FORM, "model": outcome.spec.name, "digest": outcome.digest,
        "digests": {name: lane.digests for name, lane in outcome.lanes.items()},
        "seed": outcome.seed, "weeks": outcome.weeks, "start": outcome.spec.canvas.simwijk.start.isoformat(),
        "replications": outcome.replications, "failed": failures(outcome), "luck_only": outcome.luck_only,
        "law": outcome.spec.canvas.simwijk.law,
        "changes": list(changes), "plugins": {name: parameters(one) for name, one in outcome.plugins},
        "plugin_origins": said_of(outcome.plugins),
        "residents": outcome.people.residents, "households": outcome.people.households,
        "price_year": outcome.spec.place.price_year,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "versions": {"python": platform.python_version(),
                     **{name: version_of(name) for name in ("simwijk", "numpy", "numba", "mesa")}},
    }  # fmt: skip


def failures(outcome: Outcome) -> list[dict]:
    """The replications that a plugin failed in, which are not in the result, and what it did."""
    return [{"replication": r, "plugin": one.plugin, "hook": one.hook, "week": one.week, "reason": one.reason}
            for r, one in outcome.failed.items()]


def parameters(plugin: object) -> dict:
    """The parameters of a plugin as plain values."""
    return {name: value if isinstance(value, (int, float, bool, type(None))) else
            str(value) if not isinstance(value, dict)
            else value for name, value in asdict(plugin).items()}


def version_of(name: str) -> str | None:
    """The version of a distribution that is installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def lane_table(lane: LaneOutcome) -> dict:
    """The streams in the order of the flows, and the services and teams in the order of the series."""
    return {"streams": [asdict(one) for one in lane.streams], "services": [asdict(one) for one in lane.layout.services],
            "teams": [asdict(one) for one in lane.layout.teams], "called": lane.called}


def write_numbers(path: Path, outcome: Outcome) -> None:
    """Every number with its origin and, where it has a range, what each replication drew."""
    from simcore.week.numbers import quantities_of

    with whole(path) as stream:
        file = csv.writer(stream)
        file.writerow(["path", "unit", "evidence", "source", "value", "low", "high",
                       *(f"replication {r}" for r in outcome.replications)])
        for name, one in quantities_of(outcome.spec, outcome.plugins).items():
            drawn = [] if outcome.luck_only or not one.ranged else [float(x) for x in outcome.numbers[name]]
            file.writerow([cell(x) for x in (name, one.unit, one.evidence, one.source)]
                          + [one.value, "" if one.low is None else one.low, "" if one.high is None else one.high,
                             *drawn])


def write_events(path: Path, outcome: Outcome) -> None:
    """What happened: services that stop and begin, partners that leave, the end; and the notes of plugins."""
    start = outcome.spec.canvas.simwijk.start
    with whole(path) as stream:
        file = csv.writer(stream)
        file.writerow(["lane", "replication", "week", "date", "kind", "subject", "dutch", "english"])
        for name, lane in outcome.lanes.items():
            for week, kind, subject, r in lane.events:
                what = [subject, "", ""] if isinstance(subject, str) else [subject.item, subject.dutch, subject.english]
                file.writerow([cell(x)
                               for x in (name, int(r), int(week), day_of(start, int(week)).isoformat(), kind, *what)])
