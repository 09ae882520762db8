"""Lanes written by hand, a few weeks long, and one small run that is really played."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from simcore.behaviour.world import COUNTS
from simcore.canvas import load
from simcore.played import LaneOutcome
from simcore.plugin.activating import activate
from simcore.plugin.nouns import Stream
from simcore.run import ENTERPRISE, NOTHING, Outcome, play
from simcore.week.layout import Layout, lay_out
from simcore.week.series import SERVICE_FIELDS, TEAM_FIELDS

SALE = Stream(name="sale.vp-a", payer="residents", payee="enterprise:debtors", item="rs-a")
COLLECTED = Stream(name="collected.vp-a", payer="enterprise:debtors", payee="enterprise:cash", item="rs-a")
VAT = Stream(name="vat.vp-a", payer="enterprise:vat", payee="treasury", item="rs-a")
PGB = Stream(name="pgb.vp-a", payer="municipality:wmo", payee="enterprise:institutions", item="rs-pgb", tier="C")
COST = Stream(name="cost.cost-a", payer="enterprise:cash", payee="staff", item="cost-a")
GIFT = Stream(name="in kind.cost-a.kp-a", payer="kp-a", payee="staff", item="kp-a", tier="B", kind="kind")
GRANT = Stream(name="grant", payer="municipality:wmo", payee="enterprise:cash", item="kp-a", tier="A")
START = Stream(name="start.kp-a", payer="kp-a", payee="enterprise:cash", item="kp-a", tier="A", capital=True)
SHARE = Stream(name="shares.bought", payer="residents", payee="enterprise:cash", item="plugins.shares", capital=True)
GUARANTEE = Stream(name="left", payer="enterprise:cash", payee="contract guarantee", item="kp-a", capital=True)
UNPAID = Stream(name="unpaid.kr-a", payer="participants", payee="enterprise:work in kind", item="kr-a", tier="D",
                kind="kind")


@cache
def shipped() -> Layout:
    """The layout of the shipped canvas: its first service and team serve as examples."""
    spec = load("haarlems_gemak")
    return lay_out(spec.canvas, [need.id for need in spec.place.needs.activities])


def a_lane(flows: dict[Stream, list], weeks: int = 1, R: int = 1, J: int = 7, quarter: dict | None = None,
           contract: int = 0, **series) -> LaneOutcome:
    """A lane by hand: cents a week by stream (weeks or weeks x R), and series by name; all else is zero."""
    table = np.zeros((weeks, R, max(1, len(flows))), np.int64)
    for i, cents in enumerate(flows.values()):
        table[:, :, i] = np.asarray(cents).reshape(weeks, -1)
    plan = shipped()
    layout = Layout([replace(plan.services[0], id="vp-a", revenue="rs-a", activity=0, team=0)],
                    [replace(plan.teams[0], id="kr-a", contract=contract)])
    zero = {"counts": (len(COUNTS),), "benefit": (), "placed": (), "services": (1, len(SERVICE_FIELDS)),
            "teams": (1, len(TEAM_FIELDS)), "minutes": (1, J), "cash": (), "result": ()}
    made = {name: np.zeros((weeks, R, *more), np.int64) for name, more in zero.items()}
    made["alive"] = np.ones((weeks, R), bool)
    return LaneOutcome(list(flows) or [SALE], layout, table, made | {k: np.asarray(v) for k, v in series.items()},
                       {k: np.asarray(v) for k, v in (quarter or {}).items()}, np.zeros((R, 1)), [], [""] * R)


@pytest.fixture(scope="session")
def played() -> Outcome:
    """A district of 600 in which three courses are played for 60 weeks, in every lane a run has."""
    spec = load("haarlems_gemak")
    return play(spec, seed=3, replications=3, weeks=60, residents=600, plugins=activate(spec),
                lanes=(NOTHING, ENTERPRISE, "strict"))
