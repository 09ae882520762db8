"""Every payment of one typical replication: played once more with a pen, and held against the books of the run."""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from simcore.behaviour.world import VISITS
from simcore.calendar import day_of
from simcore.errors import Defect
from simcore.results.folder import cell, whole
from simcore.run import ENTERPRISE, Outcome

COLUMNS = ["week", "date", "stream", "payer", "payee", "item", "cents", "household", "worker", "minutes"]


def typical(outcome: Outcome) -> int:
    """The place among the replications of the one that ends with the middle cash; the lower of two."""
    cash = outcome.lanes[ENTERPRISE].series["cash"][-1]
    return int(np.argsort(cash, kind="stable")[(len(cash) - 1) // 2])


def played_again(outcome: Outcome, place: int):
    """The lane of one replication, with every payment written down; a Defect when it does not end the same."""
    from simcore.week.lane import Lane

    kept = outcome.lanes[ENTERPRISE]
    visits = int(kept.series["counts"][:, place, VISITS].sum())
    lane = Lane(outcome.spec, outcome.people, outcome.seed, [outcome.replications[place]], enterprise=True,
                plugins=outcome.plugins, weeks=outcome.weeks, luck_only=outcome.luck_only, written=visits + 1)
    for _ in range(outcome.weeks):
        lane.step()
    if (lane.ledger.flows[:, 0] != kept.flows[:, place]).any() or lane.world.payment_count[0] != visits:
        raise Defect(f"replication {outcome.replications[place]} played again does not give the same books")
    return lane


def rows(outcome: Outcome, place: int) -> Iterator[list]:
    """The payments in order of week and stream: each visit by itself, every other stream as its sum of the week."""
    lane = played_again(outcome, place)
    streams, flows = lane.ledger.streams, lane.ledger.flows[:, 0]
    written = lane.world.payments[0, :lane.world.payment_count[0]]
    covers = [name for name, _ in lane.covers]
    by_visit: dict[tuple[int, str], list] = {}
    for one in written:
        service = lane.layout.services[one["service"]].id
        facts = [int(one["household"]), int(one["worker"]), int(one["minutes"])]
        if one["paid"]:
            by_visit.setdefault((int(one["week"]), f"sale.{service}"), []).append([int(one["paid"]), *facts])
        if one["covered"]:
            name = f"{covers[one['cover']]}.{service}"
            by_visit.setdefault((int(one["week"]), name), []).append([int(one["covered"]), *facts])
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
