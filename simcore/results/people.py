"""What it does for people: exits to work, rungs of the ladder, paid hours displaced, households helped.

Each function takes lanes as they were written down and gives one value per replication (R,).
"""

import numpy as np

from simcore.behaviour.world import COMMERCIAL, ENTERPRISE, EXITS, PARTICIPATION, SHORT_EXITS, SUBSIDY, VOLUNTEER, WMO
from simcore.played import LaneOutcome
from simcore.results.bands import per_year, ratio
from simcore.week.community import RUNGS
from simcore.week.series import SERVICE_FIELDS, TEAM_FIELDS

QUARTERS_A_YEAR = 4
ON_BENEFIT = (PARTICIPATION, SUBSIDY, VOLUNTEER)    # contracts of people who come from benefit
REGULAR = (COMMERCIAL, WMO)                         # ways in which somebody is paid regularly


def exits(lane: LaneOutcome) -> np.ndarray:
    """People a year who leave benefit for work and stay away at least half a year: exits less early returns."""
    counts = lane.series["counts"]
    held = counts[:, :, EXITS].sum(0) - counts[:, :, SHORT_EXITS].sum(0)
    return per_year(held, counts.shape[0])


def participants(lane: LaneOutcome) -> np.ndarray:
    """People on benefit in a place, averaged over all weeks of the run, also those after an end."""
    return lane.series["placed"].mean(0)


def while_it_lives(weekly: np.ndarray, lane: LaneOutcome) -> np.ndarray:
    """(R,) mean of a weekly count (weeks, R) over the weeks in which the enterprise existed."""
    alive = lane.series["alive"]
    return np.where(alive, weekly, 0).sum(0) / np.maximum(alive.sum(0), 1)


def mean_rung(lane: LaneOutcome) -> np.ndarray:
    """Mean rung 1-6 of people on benefit and of those who left it for work, averaged over the quarters."""
    if "counted" not in lane.quarter:
        return np.full(lane.replications, np.nan)
    heights = sum(k * lane.quarter[f"rung {k}"] for k in range(1, len(RUNGS) + 1))
    return ratio(heights, lane.quarter["counted"]).mean(0)


def rungs_higher(lane: LaneOutcome) -> np.ndarray:
    """Rungs that people who hold or held a place stand higher than their contacts alone would have put them.

    Averaged over those people and the quarters in which there were any; what they would have done anyway is in it.
    """
    if "had a place" not in lane.quarter:
        return np.full(lane.replications, np.nan)
    return ratio(lane.quarter["rungs higher"].sum(0), lane.quarter["had a place"].sum(0))


def benefits_paid(lane: LaneOutcome) -> np.ndarray:
    """Cents of the whole run that benefits cost the municipality: what people get, with tax and premiums."""
    return streams_of(lane, "benefits")


def deducted(lane: LaneOutcome) -> np.ndarray:
    """Cents of the whole run by which earnings lowered benefits that are paid on."""
    return streams_of(lane, "deducted")


def streams_of(lane: LaneOutcome, name: str) -> np.ndarray:
    """(R,) cents of the whole run over a stream, and over those whose names begin with it and a point."""
    mine = [i for i, s in enumerate(lane.streams) if s.name == name or s.name.startswith(f"{name}.")]
    return lane.flows[:, :, mine].sum((0, 2))


def regular_hours(lane: LaneOutcome) -> np.ndarray:
    """(R, activities) hours a year worked by companies and by household help from the Wmo.

    Where the neighbourhood has shared stairs, one column more: what firms work at them.
    """
    minutes = lane.series["minutes"]
    hours = per_year(minutes[:, :, :, list(REGULAR)].sum((0, 3)) / 60, minutes.shape[0])
    stairs = lane.series.get("contract minutes")
    return hours if stairs is None else np.column_stack((hours, per_year(stairs.sum(0) / 60, stairs.shape[0])))


def displaced(nothing: LaneOutcome, enterprise: LaneOutcome) -> np.ndarray:
    """(R, activities) regular paid hours a year that are gone; below zero where there are more of them.

    Where plugins order work, one column more: what firms would have worked at it.
    """
    gone = regular_hours(nothing) - regular_hours(enterprise)
    ordered = enterprise.series.get("displaced minutes")
    return gone if ordered is None else np.column_stack((gone, per_year(ordered.sum(0) / 60, ordered.shape[0])))


def jobs_taken(nothing: LaneOutcome, enterprise: LaneOutcome, taking: np.ndarray) -> np.ndarray:
    """People a year without the job that somebody from benefit took: more lasting exits x the share that take one.

    No floor for a single replication: where the enterprise costs exits, it is below zero.
    """
    return (exits(enterprise) - exits(nothing)) * taking


def hours_on_benefit(lane: LaneOutcome) -> np.ndarray:
    """Hours a year delivered by people on benefit: served minutes of teams of places and wage subsidies."""
    mine = [t for t, team in enumerate(lane.layout.teams) if team.contract in ON_BENEFIT]
    served = lane.series["teams"][:, :, mine, TEAM_FIELDS.index("served")]
    return per_year(served.sum((0, 2)) / 60, served.shape[0])


def weekly_hours(lane: LaneOutcome) -> np.ndarray:
    """(weeks, R) hours that the enterprise delivers to households, and to partners that order work."""
    ordered = [s for s, one in enumerate(lane.layout.services) if one.activity < 0 and not one.company]
    minutes = lane.series["minutes"][:, :, :, ENTERPRISE:].sum((2, 3))
    return (minutes + lane.series["services"][:, :, ordered, SERVICE_FIELDS.index("served")].sum(2)) / 60


def hours_delivered(lane: LaneOutcome) -> np.ndarray:
    """Hours a year that the enterprise delivers, over the whole run."""
    hours = weekly_hours(lane)
    return per_year(hours.sum(0), hours.shape[0])


def helped(lane: LaneOutcome) -> np.ndarray:
    """Different households served in a year: the mean of the counts at the end of each year."""
    if "helped" not in lane.quarter:
        return np.full(lane.replications, np.nan)
    counts = lane.quarter["helped"]
    ends = counts[QUARTERS_A_YEAR - 1::QUARTERS_A_YEAR]
    return (ends if len(ends) else counts[-1:]).mean(0)


def met(lane: LaneOutcome) -> np.ndarray:
    """Share of the minutes asked that were served in the same week; what waits counts again the week after."""
    sold = [s for s, service in enumerate(lane.layout.services) if not service.company]
    served = lane.series["services"][:, :, sold, SERVICE_FIELDS.index("served")].sum((0, 2))
    missed = lane.series["services"][:, :, sold, SERVICE_FIELDS.index("missed")].sum((0, 2))
    waiting = lane.series["teams"][:, :, :, TEAM_FIELDS.index("waiting")].sum((0, 2))
    return ratio(served, served + missed + waiting)


def wait(lane: LaneOutcome) -> np.ndarray:
    """Days a new request waits in the middle week of the life of the enterprise: minutes waiting by minutes a week."""
    teams, alive = lane.series["teams"], lane.series["alive"]
    waiting = teams[:, :, :, TEAM_FIELDS.index("waiting")].sum(2)
    weeks = ratio(waiting, teams[:, :, :, TEAM_FIELDS.index("capacity")].sum(2))
    weeks = np.where(alive, weeks, np.nan)
    return np.array([7 * np.median(w[np.isfinite(w)]) if np.isfinite(w).any() else np.nan for w in weeks.T])
