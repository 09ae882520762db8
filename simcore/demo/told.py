"""What the page is told of what was played: bands over time, dials, and what each note does, as plain values.

Time goes by periods of four weeks. A band is where 8 of 10 courses lie, with the middle one.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simcore.played import LaneOutcome
from simcore.results.payments import typical
from simcore.run import ENTERPRISE
from simcore.show.bands import band
from simcore.studies.compare import Comparison
from simcore.week.series import SERVICE_FIELDS

PERIOD = 4                                         # weeks
SERVED = SERVICE_FIELDS.index("served")
Series = dict[str, np.ndarray]

# The charts of a lane over time: each gives (weeks, R) values from the series of one lane.
CHARTS = {
    "cash": lambda s: s["cash"] / 100,                                         # EUR in hand
    "hours": lambda s: s["services"][:, :, :, SERVED].sum(2) / 60,             # hours of work a week
    "people": lambda s: s["placed"].astype(float),                             # people on benefit who take part
}


def lines(series: Series, weeks: int) -> dict[str, list[list[float]]]:
    """Chart -> [low, middle, high] at the end of each period of the weeks that were played."""
    at = np.arange(PERIOD - 1, weeks, PERIOD)
    out = {}
    for name, chart in CHARTS.items():
        values = chart({key: some[:weeks] for key, some in series.items()})
        if name == "hours":                                                    # those of the four weeks, by the week
            values = values[:len(at) * PERIOD].reshape(len(at), PERIOD, -1).mean(1) if len(at) else values[:0]
        else:
            values = values[at]
        out[name] = [[round(float(x), 1) for x in edge] for edge in band(values)] if len(at) else [[], [], []]
    return out


def series_of(lane: Any) -> Series:
    """The series of a lane that is being played."""
    s = lane.series
    return {"cash": s.cash, "services": s.services, "placed": s.placed, "alive": s.alive}


def under_way(lane: Any) -> dict[str, Any] | None:
    """What can be seen of one lane by now; None of one that has hardly begun, or has just let go of what it had."""
    try:
        weeks = lane.week
        return {"n": len(lane.replications), "weeks": weeks, "lines": lines(series_of(lane), weeks)} \
            if weeks >= PERIOD else None
    except AttributeError:
        return None


def whole(found: Comparison, of: int) -> dict[str, Any]:
    """All that is shown of the courses that were played so far."""
    n = len(found.any.replications)
    return {"kind": "whole" if n + len(found.failed) >= of else "so_far", "n": n, "of": of, "lanes": {
        key: lane_of(found, key, outcome.lanes[ENTERPRISE]) for key, outcome in found.outcomes.items()}}


def lane_of(found: Comparison, key: str, lane: LaneOutcome) -> dict[str, Any]:
    """One model: its lines, how often it still exists, what its notes do over time in the course a diary tells."""
    n = lane.replications
    return {"n": n, "weeks": found.any.weeks, "lines": lines(lane.series, found.any.weeks),
            "alive": int(lane.series["alive"][-1].sum()), "without": found.found[key].answer.holds,
            "notes": notes_over_time(lane, typical(found.outcomes[key]))}


def notes_over_time(lane: LaneOutcome, course: int) -> dict[str, list[int]]:
    """Note -> euros into the enterprise less out of it (gifts in kind apart), in each period of one course."""
    weeks = len(lane.flows) // PERIOD * PERIOD
    flows = lane.flows[:weeks, course].reshape(-1, PERIOD, len(lane.streams)).sum(1) / 100
    out: dict[str, np.ndarray] = {}
    for i, stream in enumerate(lane.streams):
        ours, theirs = (end.startswith("enterprise:") for end in (stream.payee, stream.payer))
        if stream.item and ours != theirs and stream.payee != "treasury" and stream.kind != "kind":
            out[stream.item] = out.get(stream.item, 0) + (flows[:, i] if ours else -flows[:, i])
    return {item: [round(float(x)) for x in values] for item, values in out.items() if np.any(values)}
