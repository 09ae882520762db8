"""Counts a run again from its files: balances, headlines and payments must follow from the flows, to the cent."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from simcore.errors import BadInput, Problem
from simcore.ledger import CASH, rebuilt
from simcore.played import LaneOutcome, digest_of
from simcore.results.digest import digest_of_all
from simcore.results.indicators import measure
from simcore.results.opened import opened
from simcore.results.payments import read_payments
from simcore.results.prices import read_prices
from simcore.results.replay import gone
from simcore.results.sixteen import INDICATORS
from simcore.results.write import PRICES
from simcore.run import ENTERPRISE, Outcome

CLOSE = 1e-6                     # floats may differ in the last bit between processors


def verified(folder: Path) -> Iterator[tuple[str, dict]]:
    """What agrees, as (key of a text, what to fill in); raises BadInput at the first place where something does not."""
    outcome, manifest = opened(folder)
    courses = len(manifest["replications"])
    digests(outcome, manifest, folder)
    yield "verify.digest", {}
    for name, lane in outcome.lanes.items():
        balances(name, lane, folder)
    yield "verify.balances", {"courses": courses}
    headlines(outcome, folder)
    yield "verify.headlines", {}
    count = payments(outcome, manifest, folder)
    for one in gone(manifest):
        yield "verify.plugin", {"plugin": one.text}
    yield "verify.payments", {"count": count, "course": manifest["replications"].index(manifest["typical"]) + 1}


def wrong(file: Path, what: str) -> BadInput:
    """The error for a place where the files do not agree."""
    return BadInput(Problem(str(file), 0, 0, what))


def digests(outcome: Outcome, manifest: dict, folder: Path) -> None:
    """Every count and cent belongs to the digest in the manifest."""
    for name, lane in outcome.lanes.items():
        for r, kept in enumerate(lane.digests):
            if digest_of(lane, r) != kept:
                raise wrong(folder / f"flows-{name}.npz",
                            f"replication {outcome.replications[r]} of '{name}' is not what the manifest says it was, "
                            f"here or in series-{name}.npz")
    if digest_of_all(manifest["digests"]) != manifest["digest"]:
        raise wrong(folder / "manifest.json", "its digest is not that of its replications")


def balances(name: str, lane: LaneOutcome, folder: Path) -> None:
    """All accounts together are at zero, and in every week cash is what flowed in less what flowed out."""
    if any(sum(rebuilt(lane.streams, lane.flows).values(), np.zeros(lane.replications, np.int64))):
        raise wrong(folder / f"flows-{name}.npz", "the accounts do not add up to zero")
    cash = np.zeros(lane.flows.shape[:2], np.int64)
    for i, s in enumerate(lane.streams):
        cash += lane.flows[:, :, i] * ((s.payee == CASH) - (s.payer == CASH))
    differs = cash.cumsum(0) != lane.series["cash"]
    if differs.any():
        week, r = np.argwhere(differs)[0]
        raise wrong(folder / f"flows-{name}.npz",
                    f"cash in week {week} of course {r} is {cash.cumsum(0)[week, r]} cents by the "
                                                  f"flows and {lane.series['cash'][week, r]} by the series")


def headlines(outcome: Outcome, folder: Path) -> None:
    """The figures in indicators.json are those that the flows and counts give."""
    file = folder / "indicators.json"
    said = json.loads(file.read_text(encoding="utf-8"))
    prices = read_prices(folder / PRICES, INDICATORS) if (folder / PRICES).is_file() else None
    for place, left, right in differences(said, json.loads(json.dumps(measure(outcome, prices).as_dict())), ""):
        raise wrong(file, f"{place} says {left!r}, but the flows give {right!r}")


def differences(left: object, right: object, place: str) -> Iterator[tuple[str, object, object]]:
    """Where two trees of plain values differ."""
    if isinstance(left, dict) and isinstance(right, dict):
        for key in {**left, **right}:
            yield from differences(left.get(key), right.get(key), f"{place}.{key}".lstrip("."))
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for n, (one, other) in enumerate(zip(left, right)):
            yield from differences(one, other, f"{place}.{n}")
    elif isinstance(left, float) and isinstance(right, (int, float)):
        if abs(left - right) > CLOSE * max(1.0, abs(left)):
            yield place, left, right
    elif left != right:
        yield place, left, right


def payments(outcome: Outcome, manifest: dict, folder: Path) -> int:
    """The payments of the typical replication add up to its flows, for every week and stream; how many there are."""
    file, lane = folder / "payments.csv", outcome.lanes[ENTERPRISE]
    flows = lane.flows[:, outcome.replications.index(manifest["typical"])]
    index = {s.name: i for i, s in enumerate(lane.streams)}
    total, count = np.zeros_like(flows), 0
    for week, stream, cents in read_payments(file):
        if stream not in index or not 0 <= week < len(flows):
            raise wrong(file,
                        f"payment {count + 1} is on stream '{stream}' in week {week}, which the run does not have")
        total[week, index[stream]] += cents
        count += 1
    if (total != flows).any():
        week, i = np.argwhere(total != flows)[0]
        raise wrong(file, f"'{lane.streams[i].name}' in week {week} adds up to {total[week, i]} cents; "
                          f"the flows say {flows[week, i]}")
    return count
