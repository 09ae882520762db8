"""A run as data frames, long and tidy, from an outcome in memory or from the folder of a run.

    frames = results.frames.frames("runs/ons_groen-2026-01-05-1")
    frames["weekly"].groupby(["lane", "week"]).cash.median()
"""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.world import COUNTS, WAYS
from simcore.calendar import WEEKS_A_QUARTER
from simcore.played import LaneOutcome
from simcore.results.opened import opened
from simcore.results.parties import cells
from simcore.results.registry import Case
from simcore.results.sixteen import INDICATORS
from simcore.run import NOTHING, Outcome
from simcore.week.series import SERVICE_FIELDS, TEAM_FIELDS

if TYPE_CHECKING:
    import pandas as pd

EUR = 100                        # cents


def frames(run: Outcome | Path | str) -> "dict[str, pd.DataFrame]":
    """Frames by name: weekly, quarterly, services, teams, hours, flows, numbers, indicators and parties.

    Each row has week, date, replication and lane. Money is in euros, hours in hours; flows of nothing are left out.
    ``indicators`` has every figure of the sixteen for each replication, ``parties`` who pays and who gains opened into
    its streams: whole cents of the run, against doing nothing. Both are there where doing nothing is.
    """
    import pandas as pd

    outcome = run if isinstance(run, Outcome) else opened(Path(run))[0]
    found: dict[str, list] = {}
    for name, lane in outcome.lanes.items():
        for kind, frame in frames_of(outcome, lane).items():
            frame.insert(3, "lane", name)
            found.setdefault(kind, []).append(frame)
    out = {kind: pd.concat(parts, ignore_index=True) for kind, parts in found.items()}
    if NOTHING in outcome.lanes:
        beside = {name: Case.of(outcome, name) for name in outcome.lanes if name != NOTHING}
        out["indicators"], out["parties"] = indicators_of(outcome, beside), parties_of(outcome, beside)
    index = pd.Index(outcome.replications, name="replication")
    out["numbers"] = pd.DataFrame(outcome.numbers, index=index).reset_index()
    return out


def indicators_of(outcome: Outcome, cases: dict[str, Case]) -> "pd.DataFrame":
    """Every figure of every indicator that applies, by lane and replication; parties stand in a frame of their own."""
    import pandas as pd

    rows = [(name, r, one.number, one.key, figure.key, figure.unit, value) for name, case in cases.items()
            for one in INDICATORS.values() if one.figures for found in [one.values(case)] for figure in one.figures
            if figure.key in found for r, value in zip(outcome.replications, found[figure.key].tolist())]
    return pd.DataFrame(rows, columns=["lane", "replication", "number", "indicator", "figure", "unit", "value"])


def parties_of(outcome: Outcome, cases: dict[str, Case]) -> "pd.DataFrame":
    """Who pays and who gains, a row for each stream of each cell: all rows of a side add up to zero in a course."""
    import pandas as pd

    rows = [(name, r, party, side, part.stream.name, part.stream.payer, part.stream.payee, part.stream.item, cents)
            for name, case in cases.items()
            for (party, side), parts in cells(case.nothing, case.lane, case.partners).items() for part in parts
            for r, cents in zip(outcome.replications, part.cents.tolist()) if cents]
    columns = ["lane", "replication", "party", "side", "stream", "payer", "payee", "item", "cents"]
    return pd.DataFrame(rows, columns=columns)


def frames_of(outcome: Outcome, lane: LaneOutcome) -> "dict[str, pd.DataFrame]":
    """The frames of one lane, their first columns week, date and replication."""
    s = lane.series
    services, teams = ([one.id for one in some] for some in (lane.layout.services, lane.layout.teams))
    activities = [need.id for need in outcome.spec.place.needs.activities]
    weekly = {"cash": s["cash"] / EUR, "result": s["result"] / EUR, "alive": s["alive"], "benefit": s["benefit"],
              "placed": s["placed"], **{name: s["counts"][:, :, i] for i, name in enumerate(COUNTS)}}
    ways = [*WAYS, "enterprise"][:s["minutes"].shape[3]]
    out = {
        "weekly": table(outcome, weekly),
        "services": table(outcome, {f: s["services"][:, :, :, i] for i, f in enumerate(SERVICE_FIELDS)},
                          service=services),
        "teams": table(outcome, {f: s["teams"][:, :, :, i] for i, f in enumerate(TEAM_FIELDS)}, team=teams),
        "hours": table(outcome, {"hours": s["minutes"] / 60}, activity=activities, way=ways),
        "flows": flows_of(outcome, lane),
    }  # fmt: skip
    if lane.quarter:
        quarters = len(next(iter(lane.quarter.values())))
        out["quarterly"] = table(outcome, dict(lane.quarter), weeks=(np.arange(quarters) + 1) * WEEKS_A_QUARTER - 1)
    return out


def table(outcome: Outcome, columns: dict[str, np.ndarray], weeks: np.ndarray | None = None,
          **axes: list[str]) -> "pd.DataFrame":
    """A long table of arrays (weeks, R, *axes): a column each, and one for every axis."""
    import pandas as pd

    weeks = np.arange(outcome.weeks) if weeks is None else weeks
    days = np.array([outcome.spec.canvas.simwijk.start + timedelta(weeks=int(w)) for w in weeks], "datetime64[s]")
    shape = (len(weeks), len(outcome.replications), *(len(one) for one in axes.values()))
    place = [one.ravel() for one in np.indices(shape)]
    first = {"week": weeks[place[0]], "date": days[place[0]], "replication": np.array(outcome.replications)[place[1]]}
    names = {name: np.array(labels, object)[at] for (name, labels), at in zip(axes.items(), place[2:])}
    return pd.DataFrame({**first, **names, **{name: one.ravel() for name, one in columns.items()}})


def flows_of(outcome: Outcome, lane: LaneOutcome) -> "pd.DataFrame":
    """Every flow that is not zero, with its stream, payer, payee and the sticky note it belongs to."""
    import pandas as pd

    weeks, r, i = np.nonzero(lane.flows)
    start = np.datetime64(outcome.spec.canvas.simwijk.start, "s")
    labels = {part: np.array([getattr(s, part) for s in lane.streams], object)[i]
              for part in ("name", "payer", "payee", "item", "tier", "kind", "capital")}
    return pd.DataFrame({"week": weeks, "date": start + weeks * np.timedelta64(7, "D"),
                         "replication": np.array(outcome.replications)[r], "stream": labels.pop("name"), **labels,
                         "euros": lane.flows[weeks, r, i] / EUR})
