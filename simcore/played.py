"""What a lane leaves when it is over: its books, its series and its digests, all replications in order."""

import hashlib
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.world import VISITS
from simcore.plugin.nouns import Stream
from simcore.week.layout import Layout
from simcore.week.series import digest_of_counts
from simcore.week.tape import Reel

if TYPE_CHECKING:
    from simcore.week.beginning import Beginning


@dataclass(frozen=True)
class Visits:
    """Every visit of one course: rows of PAYMENTS, in which a cover goes by its place in ``covers``."""
    rows: np.ndarray
    covers: list[str]


@dataclass
class LaneOutcome:
    """What one lane wrote down, all replications in order."""
    streams: list[Stream]
    layout: Layout
    flows: np.ndarray                              # (weeks, R, streams) int64 cents
    series: dict[str, np.ndarray]                  # (weeks, R, ...)
    quarter: dict[str, np.ndarray]                 # (quarters, R)
    gap: np.ndarray                                # (R, A) error left in the fit of the shares
    events: list[tuple]                            # (week, kind, subject, replication index)
    fingerprints: list[str] | None = None          # the digests that were kept with it; else they are made when asked for
    tape: Reel | None = None                       # of doing nothing: what other lanes follow (week/tape.py)
    visits: Visits | None = None                   # of a lane with one replication, when they were written down
    columns: dict[str, dict[str, np.ndarray]] = field(default_factory=dict)   # of plugins, (R,) as they were at the end
    by_canvas: tuple[tuple[str, str], ...] = ()    # of doing nothing: (plugin, number of the canvas) it has looked at
    begun: "dict[tuple[int, ...], Beginning]" = field(default_factory=dict)  # of doing nothing: where other lanes begin
    # accounts of plugins: their Dutch and English names
    called: dict[str, tuple[str, str]] = field(default_factory=dict)

    @cached_property
    def digests(self) -> list[str]:
        """One per replication, of every count and cent."""
        return self.fingerprints or [digest_of(self, r) for r in range(self.replications)]

    @property
    def replications(self) -> int:
        return self.flows.shape[1]

    def only(self, places: list[int], numbers: list[int]) -> "LaneOutcome":
        """The lane with the replications at some places alone, which have these numbers."""
        some = set(numbers)

        def pick(arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
            return {name: one[:, places] for name, one in arrays.items()}

        return replace(self, flows=self.flows[:, places], series=pick(self.series), quarter=pick(self.quarter),
                       gap=self.gap[places], events=[event for event in self.events if event[3] in some],
                       fingerprints=self.fingerprints and [self.fingerprints[i] for i in places],
                       tape=self.tape and Reel([self.tape.of(places)]),
                       columns={owner: {name: one[places] for name, one in mine.items()}
                                for owner, mine in self.columns.items()}, begun={})

    def stream(self, name: str) -> np.ndarray:
        """(weeks, R) cents over one stream."""
        return self.flows[:, :, [s.name for s in self.streams].index(name)]


def whole(lane) -> LaneOutcome:
    """What is kept of a lane that is over; the rest is let go."""
    out = written(lane)
    lane.forget()
    return out


def written(lane) -> LaneOutcome:
    """What is kept of a lane when it is over."""
    s = lane.series
    events = [(week, kind, subject, lane.replications[r]) for week, kind, subject, where in lane.events
              for r in np.flatnonzero(np.broadcast_to(where, (len(lane.replications),)))]
    return LaneOutcome(lane.ledger.streams, lane.layout, lane.ledger.flows, s.arrays(), s.quarter, lane.gap, events,
                       None, None if lane.enterprise or lane.tape is None else Reel([lane.tape]), visits_of(lane),
                       {owner: dict(mine) for owner, mine in lane.active.columns.items()},
                       () if lane.enterprise else tuple(sorted(lane.by_canvas)), called=dict(lane.active.called))


def digest_of(lane: LaneOutcome, r: int) -> str:
    """The digest of one replication of a lane: its counts and its books."""
    out = hashlib.blake2b(bytes.fromhex(digest_of_counts(lane.series, lane.quarter, r)), digest_size=16)
    out.update(np.ascontiguousarray(lane.flows[:, r]).tobytes())
    return out.hexdigest()


def tape_of(null: LaneOutcome | None, places: list[int]):
    """The part of a kept tape for the replications at these places; None when there is none."""
    return None if null is None or null.tape is None else null.tape.of(places)


def visits_of(lane) -> Visits | None:
    """The visits a lane wrote down; None when it did not, or not all of them."""
    rows, count = lane.world.payments[0], int(lane.world.payment_count[0])
    if not rows.size or count != lane.series.counts[:, 0, VISITS].sum():
        return None
    return Visits(rows[:count].copy(), [name for name, _ in lane.covers])


def joined(parts: list[LaneOutcome]) -> LaneOutcome:
    """Chunks of one lane put side by side, in the order of their replications."""
    if len(parts) == 1:
        return parts[0]

    def side(pick):
        return {name: np.concatenate([pick(p)[name] for p in parts], 1) for name in pick(parts[0])}

    return LaneOutcome(parts[0].streams, parts[0].layout, np.concatenate([p.flows for p in parts], 1),
                       side(lambda p: p.series), side(lambda p: p.quarter), np.concatenate([p.gap for p in parts]),
                       sorted((e for p in parts for e in p.events), key=lambda e: (e[3], e[0])),
                       [one for p in parts for one in p.fingerprints] if all(p.fingerprints for p in parts) else None,
                       Reel([tape for p in parts for tape in p.tape.tapes]) if parts[0].tape else None,
                       columns={owner: {name: np.concatenate([p.columns[owner][name] for p in parts]) for name in mine}
                                for owner, mine in parts[0].columns.items()},
                       by_canvas=tuple(sorted({pair for p in parts for pair in p.by_canvas})), called=parts[0].called)
