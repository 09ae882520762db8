"""What it does for the neighbourhood: meetings, ties, loneliness, cohesion, who carries it, own goals, how it looks.

Each function takes a lane as it was written down and gives one value per replication (R,); None where the model has
nothing of the kind.
"""

import numpy as np

from simcore.calendar import WEEKS_A_QUARTER as QUARTER
from simcore.played import LaneOutcome
from simcore.results.bands import per_year, ratio
from simcore.results.registry import weekly


def looked_at(lane: LaneOutcome, name: str) -> np.ndarray:
    """(quarters, R) of the quarterly look at the district; no number in a run too short for one."""
    return lane.quarter[name] if name in lane.quarter else np.full((1, lane.replications), np.nan)


def share_of(lane: LaneOutcome, some: str, every: str) -> np.ndarray:
    """A share of people or households, averaged over the quarters in which there were any."""
    some, every = looked_at(lane, some), looked_at(lane, every)
    return ratio(np.where(every > 0, ratio(some, every), 0).sum(0), (every > 0).sum(0))


def cohesion(lane: LaneOutcome) -> np.ndarray:
    """Cohesion 0-10, averaged over the quarters."""
    return looked_at(lane, "cohesion").mean(0)


def lonely(lane: LaneOutcome) -> np.ndarray:
    """Share of adults with two or more unfavourable answers of six."""
    return share_of(lane, "lonely", "adults")


def strongly_lonely(lane: LaneOutcome) -> np.ndarray:
    """Share of adults with five or six unfavourable answers."""
    return share_of(lane, "severely lonely", "adults")


def coping(lane: LaneOutcome) -> np.ndarray | None:
    """Share of clients of household help who get 0.8 or more of the hours they need, and are content where that counts.

    None where only the share that falls short is known: it says nothing while there are no clients.
    """
    return share_of(lane, "coping", "clients") if "coping" in lane.quarter and "clients" in lane.quarter else None


def coping_more(nothing: LaneOutcome, lane: LaneOutcome) -> np.ndarray:
    """By how much a larger share of clients copes than with doing nothing."""
    here, there = coping(lane), coping(nothing)
    if here is not None and there is not None:
        nobody = np.isnan(here) & np.isnan(there)                 # while there are no clients, nobody copes worse
        return np.where(nobody, 0.0, here - there)
    return (looked_at(nothing, "short of help") - looked_at(lane, "short of help")).mean(0)


def participations(lane: LaneOutcome) -> np.ndarray:
    """(R,) how often in the run a resident took part in a meeting; a contact of two people is two of those."""
    found = weekly(lane, "participations")
    return found.sum(0) if found is not None else 2 * weekly(lane, "contacts").sum(0)


def ties_made(lane: LaneOutcome) -> np.ndarray:
    """New ties a quarter."""
    made = weekly(lane, "new_ties")
    return made.sum(0) * QUARTER / made.shape[0]


def caught(lane: LaneOutcome) -> np.ndarray | None:
    """Hours a year of household help to who lost, or never had, help from the Wmo."""
    minutes = weekly(lane, "caught")
    return None if minutes is None else per_year(minutes.sum(0) / 60, minutes.shape[0])


def top_three(lane: LaneOutcome) -> np.ndarray | None:
    """Share of all unpaid hours that the three who do most carry, each quarter anew."""
    unpaid, top = weekly(lane, "unpaid"), lane.quarter.get("unpaid top")
    if unpaid is None or top is None:
        return None
    return ratio(top.sum(0), unpaid[:top.shape[0] * QUARTER].sum(0))


def burned_out(lane: LaneOutcome) -> np.ndarray | None:
    """Organisers a year who stop of themselves; other volunteers come and go."""
    found = weekly(lane, "organisers stopped")
    return None if found is None else per_year(found.sum(0), found.shape[0])


def at_the_end(lane: LaneOutcome, name: str) -> np.ndarray | None:
    """(R,) a stock in the last week."""
    found = weekly(lane, name)
    return None if found is None else found[-1].astype(float)


def kept(lane: LaneOutcome, done: str, due: str) -> np.ndarray | None:
    """Share of what was due in the run that was done."""
    some, every = weekly(lane, done), weekly(lane, due)
    return None if some is None or every is None else ratio(some.sum(0), every.sum(0))


def part(some: np.ndarray | None, every: np.ndarray | None) -> np.ndarray | None:
    """Some of every, where the model has both."""
    return None if some is None or every is None else ratio(some, every)
