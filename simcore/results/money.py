"""Does it live without municipal money? The enterprise's own result from its flows, and what is left in four tiers.

All from flows (weeks, R, streams) in cents, so that whoever has the files of a run can count it again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simcore.calendar import WEEKS_A_YEAR
from simcore.ledger import adds, is_own
from simcore.plugin.nouns import Stream

TIERS = "ABCD"                   # A grants, B help in kind, C orders and PGB and Wmo, D unpaid labour
WINDOW = WEEKS_A_YEAR            # weeks over which a tier must hold
BORNE = ("cost", "in kind", "wages")    # streams that bear a cost or a team: named cost.<id>, in kind.<id>.<partner>
EARNED = ("", "C")               # tiers of what somebody pays for work


def own_result(streams: Sequence[Stream], flows: np.ndarray) -> np.ndarray:
    """(weeks, R) cents: what comes in from others less what goes out to them, in cash,
    without capital (ledger.adds)."""
    out = np.zeros(flows.shape[:2], np.int64)
    for i, s in enumerate(streams):
        if sign := adds(s):
            out += sign * flows[:, :, i]
    return out


def removed(streams: Sequence[Stream], flows: np.ndarray, tier: str) -> np.ndarray:
    """(weeks, R) cents, never negative, that a tier takes away on top of the tiers before it.

    A: grants in cash other than capital, and what the municipality adds to wages. B: supervision, rooms and
    management that others pay. C: what institutions pay for visits and orders (care: there is no VAT in it); what
    those visits cost stays. D: unpaid work at the price of paid work.
    """
    mine = [i for i, s in enumerate(streams) if s.tier == tier and not s.capital]
    if not mine:
        return np.zeros(flows.shape[:2], np.int64)
    return flows[:, :, mine].sum(2)


def tier_results(streams: Sequence[Stream], flows: np.ndarray) -> dict[str, np.ndarray]:
    """Tier -> (weeks, R) cents that are left of the own result; each tier is at most the one before."""
    left, out = own_result(streams, flows), {}
    for tier in TIERS:
        left = left - removed(streams, flows, tier)
        out[tier] = left
    return out


@dataclass(frozen=True)
class Tier:
    """How one claim fares: in which replications it holds at the end, and from which week it first did."""
    lives: np.ndarray              # (R,) bool
    first: np.ndarray              # (R,) the week that closes the first window that holds, -1 for never
    yearly: np.ndarray             # (R,) EUR over the last window


def live_on(left: np.ndarray, alive: np.ndarray) -> Tier:
    """The tier of a weekly result (weeks, R) in cents and of being alive (weeks, R).

    It holds in a week when the enterprise is alive and its last 52 weeks (all weeks of a shorter run) together
    are not in the red.
    """
    weeks = left.shape[0]
    window = min(WINDOW, weeks)
    heap = np.vstack([np.zeros((1, left.shape[1]), np.int64), left.cumsum(0)])
    windows = heap[window:] - heap[:-window]                       # the window that closes in week window-1+i
    holds = (windows >= 0) & alive[window - 1:]
    first = np.where(holds.any(0), holds.argmax(0) + window - 1, -1)
    return Tier(holds[-1], first, windows[-1] / 100)


def viability(left: np.ndarray, alive: np.ndarray) -> np.ndarray:
    """(R,) EUR a year that is left while the enterprise lives; a longer life is no worse for being longer."""
    lived = np.maximum(alive.sum(0), 1)
    return np.where(alive, left, 0).sum(0) / 100 * WEEKS_A_YEAR / lived


@dataclass(frozen=True)
class Heaviest:
    """What costs an enterprise most, and what customers and orders bring; EUR a year of its life, the middle course.

    ``item`` is a cost or a team, ``cost`` with what partners bear of it, ``earned`` without VAT and grants.
    """
    item: str
    cost: float
    earned: float


def heaviest(streams: Sequence[Stream], flows: np.ndarray, alive: np.ndarray) -> Heaviest | None:
    """The heaviest cost of an enterprise beside what it earns; None where nothing costs anything."""
    costs: dict[str, np.ndarray] = {}
    earned = np.zeros(flows.shape[:2], np.int64)
    for i, s in enumerate(streams):
        what, _, rest = s.name.partition(".")
        if what in BORNE:
            item = rest.partition(".")[0]
            costs[item] = costs.get(item, 0) + flows[:, :, i]
        elif adds(s) > 0 and s.tier in EARNED:
            earned += flows[:, :, i]
        elif is_own(s.payer) and s.payee == "treasury":
            earned -= flows[:, :, i]
    yearly = {item: float(np.median(viability(cents, alive))) for item, cents in costs.items()}
    if not any(yearly.values()):
        return None
    item = max(yearly, key=lambda one: yearly[one])
    return Heaviest(item, yearly[item], float(np.median(viability(earned, alive))))


def last_week(alive: np.ndarray) -> np.ndarray:
    """(R,) the number of weeks the enterprise lived."""
    return alive.sum(0)
