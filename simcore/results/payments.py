"""Every payment of one typical replication: played once more with a pen, and held against the books of the run."""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from simcore.behaviour.world import VISITS
from simcore.calendar import day_of
from simcore.errors import Defect
from simcore.played import Visits, visits_of
from simcore.results.folder import cell, whole
from simcore.run import ENTERPRISE, Outcome

COLUMNS = ["week", "date", "stream", "payer", "payee", "item", "cents", "household", "worker", "minutes"]


def typical(outcome: Outcome) -> int:
    """The place among the replications of the one that goes most as the middle one does; the first of equals.

    Held against the middle of all: how long the enterprise lives, and its cash and the people placed, week by week.
    Each distance counts in the mean distance of all replications, so that weeks, euros and people weigh the same.
    """
    series = outcome.lanes[ENTERPRISE].series
    courses = (series["alive"].sum(0)[None], series["cash"], series["placed"])
    apart = [np.abs(one - np.median(one, axis=1, keepdims=True)).mean(0) for one in courses]
    return int(np.argmin(sum(one / one.mean() for one in apart if one.any())))


def visits(outcome: Outcome, place: int) -> Visits:
    """The visits of one replication: as they were written down, or played again with a pen until the last of them.

    A Defect when it does not go the same.
    """
    from simcore.week.lane import Lane

    kept = outcome.lanes[ENTERPRISE]
    if kept.visits is not None:
        return kept.visits
    count, weeks = kept.series["counts"][:, place, VISITS], 0
    if count.any():
        weeks = int(np.flatnonzero(count)[-1]) + 1               # most courses live on long after that
    count = int(count.sum())
    lane = Lane(outcome.spec, outcome.people, outcome.seed, [outcome.replications[place]], enterprise=True,
                plugins=outcome.plugins, weeks=outcome.weeks, luck_only=outcome.luck_only, written=count + 1)
    for _ in range(weeks):
        lane.step()
    found = visits_of(lane)
    if found is None or (lane.ledger.flows[:weeks, 0] != kept.flows[:weeks, place]).any():
        raise Defect(f"replication {outcome.replications[place]} played again does not give the same books")
    return found


def rows(outcome: Outcome, place: int) -> Iterator[list]:
    """The payments in order of week and stream: each visit by itself, every other stream as its sum of the week."""
    kept, written = outcome.lanes[ENTERPRISE], visits(outcome, place)
    streams, flows, services = kept.streams, kept.flows[:, place], kept.layout.services
    by_visit: dict[tuple[int, str], list] = {}
    for week, service, household, worker, minutes, paid, covered, cover in written.rows.tolist():
        facts, name = [household, worker, minutes], services[service].id
        if paid:
            by_visit.setdefault((week, f"sale.{name}"), []).append([paid, *facts])
        if covered:
            by_visit.setdefault((week, f"{written.covers[cover]}.{name}"), []).append([covered, *facts])
    for week in range(outcome.weeks):
        day = day_of(outcome.spec.canvas.simwijk.start, week).isoformat()
        for i, s in enumerate(streams):
            for cents, *facts in by_visit.get((week, s.name), [[int(flows[week, i]), "", "", ""]]):
                if cents:
                    yield [week, day, s.name, s.payer, s.payee, s.item, cents, *facts]


def write_payments(path: Path, outcome: Outcome) -> int:
    """Write the payments of the typical replication; gives its number."""
    place = typical(outcome)
    with whole(path) as stream:
        file = csv.writer(stream)
        file.writerow(COLUMNS)
        file.writerows([cell(value) for value in row] for row in rows(outcome, place))
    return outcome.replications[place]


def read_payments(path: Path) -> Iterator[tuple[int, str, int]]:
    """(week, stream, cents) of every payment in a file."""
    with open(path, encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield int(row["week"]), row["stream"].removeprefix("'"), int(row["cents"])
