"""The fingerprint of a lane, made anew from what was kept: equal to the cent and the count, or not equal."""

import hashlib
from collections.abc import Iterable, Mapping

import numpy as np

from simcore.played import LaneOutcome

COUNTED = ("counts", "benefit", "placed", "services", "teams", "minutes", "cash", "result", "alive")


def digest_of(lane: LaneOutcome, r: int) -> str:
    """The digest of one replication, as the run made it (see week/series.py and run.py)."""
    counts = hashlib.blake2b(digest_size=16)
    whole = (lane.quarter[name] for name in sorted(lane.quarter) if lane.quarter[name].dtype.kind != "f")
    more = (lane.series[name] for name in sorted(lane.series) if name not in COUNTED
            and lane.series[name].dtype.kind != "f")
    for array in (*(lane.series[name] for name in COUNTED), *more, *whole):
        counts.update(np.ascontiguousarray(array[:, r]).tobytes())
    out = hashlib.blake2b(counts.digest(), digest_size=16)
    out.update(np.ascontiguousarray(lane.flows[:, r]).tobytes())
    return out.hexdigest()


def digest_of_all(lanes: Mapping[str, Iterable[str]]) -> str:
    """One digest over the digests of all replications of all lanes."""
    out = hashlib.blake2b(digest_size=16)
    for name in sorted(lanes):
        out.update(name.encode())
        for one in lanes[name]:
            out.update(bytes.fromhex(one))
    return out.hexdigest()
