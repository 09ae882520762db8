"""Household help as it went: the cut of 2015, its repair in 2016, the flat fee of 2019; the transition from the AWBZ.

Played by the dates and numbers of the plugins themselves, with doing nothing; beside it the same luck without them.
What no row of figures tells stands here too, so that one sees that it was not tried: those have no row.
"""

from functools import partial

import numpy as np

from simcore.behaviour.world import SELF, WITHOUT
from simcore.calendar import WEEKS_A_YEAR as YEAR
from simcore.results.bands import ratio
from simcore.studies.validation.patterns import pattern
from simcore.studies.validation.stage import Fee, History, Stage, arc

LOW, MIDDLE, HIGH = range(3)                               # thirds of incomes
BEFORE, CUT, AFTER, REPAIRED = 2014, 2015, 2016, 2017      # years; the repair came in the autumn of 2016
FEE, SOON, LATER, HALF = 2019, 2020, 2023, 6               # CBS counts the first six months of a year
NEARBY = ("groceries", "cooking")                          # what is looked for where guidance falls away

policy = partial(pattern, topic="policy")


def went(stage: Stage) -> History:
    """As it went, until the middle of 2023."""
    return stage.history(LATER, "wmo_cut")


def without(stage: Stage) -> History:
    """The same years without the cut."""
    return stage.history(REPAIRED + 1)


def unrepaired(stage: Stage) -> History:
    """With the cut, and never an hour given back."""
    return stage.history(REPAIRED + 1, "wmo_cut:unmet=1")


def clients(one: History, year: int, months: int = 12) -> np.ndarray:
    """(R,) households with help in the mean week."""
    return one.mean("clients", year, months).sum(1)


def grown(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """(R,) what came with it, as a share of what was there."""
    return ratio(after, before) - 1


def per_client(one: History, year: int, months: int = 12) -> np.ndarray:
    """(R,) hours of help a client has in a week."""
    return ratio(one.mean("hours", year, months), clients(one, year, months))


# --- use --------------------------------------------------------------------------------------------------------------


@policy("cut_level", "WMO-021", "per 1000")
def cut_level(stage: Stage) -> np.ndarray:
    """Clients per 1,000 residents after the cut: Haarlem in 2016. The row also sets with how many the model begins."""
    one = went(stage)
    return clients(one, AFTER) / one.residents * 1000


@policy("cut_town", "WMO-020", "share", (-0.239, -0.146, -0.028))
def cut_town(stage: Stage) -> np.ndarray:
    """Growth of clients over the cut: Haarlem, 4,100 (3,600 to 4,600) in 2012 (WMO-061), 3,500 in 2016."""
    return grown(clients(went(stage), BEFORE), clients(went(stage), AFTER))


@policy("cut_land", "WMO-031", "share", (-0.170, -0.126, -0.045))
def cut_land(stage: Stage) -> np.ndarray:
    """The same: the Netherlands, 437,000 (400,000 to 460,000) in 2012 (WMO-029), 382,000 in the first half of 2019."""
    return grown(clients(went(stage), BEFORE), clients(went(stage), FEE, HALF))


@policy("cut_without", "", "share", why="without")
def cut_without(stage: Stage) -> np.ndarray:
    """Growth of the number of clients until 2016 where nothing is cut."""
    return grown(clients(without(stage), BEFORE), clients(without(stage), AFTER))


@policy("cut_rules", "", "share", why="unknown")
def cut_rules(stage: Stage) -> np.ndarray:
    """The same for 2015 alone, in which the own contribution rises by 80 cents in four weeks (WMO-052, WMO-046)."""
    return grown(clients(without(stage), BEFORE), clients(without(stage), CUT))


@policy("cut_hours", "WMO-024", "hours/week")
def cut_hours(stage: Stage) -> np.ndarray:
    """Hours a week of a client after the cut: Utrecht in 2015."""
    return per_client(went(stage), CUT)


@policy("cut_gap", "WMO-062", "hours/year", (849, 1241, 1633))
def cut_gap(stage: Stage) -> np.ndarray:
    """Hours of help a year that fall away, per 1,000 residents: 190,000 in Haarlem (130,000 to 250,000; POP-003)."""
    one = went(stage)
    return (one.mean("hours", BEFORE) - one.mean("hours", CUT)) * YEAR / one.residents * 1000


@policy("cut_unspent", "WMO-026", "share", (0.17, 0.19, 0.20))
def cut_unspent(stage: Stage) -> np.ndarray:
    """Of a budget that was cut, the share that is not even spent in the year of the cut: almost a fifth in Utrecht."""
    one = went(stage)
    left = ratio(per_client(one, CUT), per_client(one, BEFORE))
    return 1 - ratio(one.mean("spent", CUT), one.mean("spent", BEFORE) * left)


@policy("cut_own", "", "share", why="unknown")
def cut_own(stage: Stage) -> np.ndarray:
    """What an hour costs a client itself, more than the year before: the contribution goes by period, not by hour."""
    one = went(stage)
    return grown(*(ratio(one.mean("own", year), one.mean("hours", year)) for year in (BEFORE, CUT)))


# --- unmet need -------------------------------------------------------------------------------------------------------


@policy("cut_short", "WMO-027", "share", scale=0.01)
def cut_short(stage: Stage) -> np.ndarray:
    """Clients who cannot keep their home liveable after the cut: Utrecht, before the repair of 2016."""
    return went(stage).mean("short", AFTER, HALF)


@policy("short_without", "", "share", why="without")
def short_without(stage: Stage) -> np.ndarray:
    """Clients short of help at that time where nothing is cut."""
    return without(stage).mean("short", AFTER, HALF)


# --- repair -----------------------------------------------------------------------------------------------------------


@policy("repair_hours", "WMO-025", "hours/week")
def repair_hours(stage: Stage) -> np.ndarray:
    """Hours a week of a client after the repair: Utrecht from October 2016 on."""
    return per_client(went(stage), REPAIRED)


@policy("repair_cost", "WMO-022", "EUR/year", (429, 500, 571))
def repair_cost(stage: Stage) -> np.ndarray:
    """What the repair costs a year for each client there was: Haarlem, 1.75 million (1.5 to 2) for 3,500 (WMO-020)."""
    more = went(stage).mean("spent", REPAIRED) - unrepaired(stage).mean("spent", REPAIRED)
    return ratio(more * YEAR, clients(went(stage), AFTER))


@policy("repair_clients", "", "share", why="unknown")
def repair_clients(stage: Stage) -> np.ndarray:
    """Clients more a year after the repair than without it."""
    return grown(clients(unrepaired(stage), REPAIRED), clients(went(stage), REPAIRED))


@policy("repair_later", "WMO-054", "hours/week", (1.47, 1.72, 1.93))
def repair_later(stage: Stage) -> np.ndarray:
    """Hours a week of a client in 2023: 268 EUR a month in Eemnes, at 36 EUR an hour (32 to 42; WMO-041)."""
    return per_client(went(stage), LATER, HALF)


# --- the flat fee -----------------------------------------------------------------------------------------------------


def risen(stage: Stage, year: int, group: slice = slice(None)) -> np.ndarray:
    """(R,) growth of clients, of some thirds of incomes, from the first half of 2019 to that of another year."""
    before, after = (went(stage).mean("clients", y, HALF)[:, group].sum(1) for y in (FEE, year))
    return grown(before, after)


@policy("fee_low", "WMO-058", "share", (0.08, 0.08, 0.08))
def fee_low(stage: Stage) -> np.ndarray:
    """Growth of clients with the lowest incomes in the year after the flat fee of 2019 (WMO-034)."""
    return risen(stage, SOON, slice(LOW, LOW + 1))


@policy("fee_middle", "WMO-059", "share", (0.24, 0.24, 0.24))
def fee_middle(stage: Stage) -> np.ndarray:
    """The same for middle incomes (WMO-035)."""
    return risen(stage, SOON, slice(MIDDLE, MIDDLE + 1))


@policy("fee_high", "WMO-060", "share", (0.50, 0.50, 0.50))
def fee_high(stage: Stage) -> np.ndarray:
    """The same for the highest incomes (WMO-036)."""
    return risen(stage, SOON, slice(HIGH, HIGH + 1))


@policy("fee_all", "WMO-032", "share", (0.16, 0.16, 0.16))
def fee_all(stage: Stage) -> np.ndarray:
    """The same for everybody: 382,000 to 445,000 clients (WMO-031)."""
    return risen(stage, SOON)


@policy("fee_later", "WMO-033", "share", (0.18, 0.27, 0.27))
def fee_later(stage: Stage) -> np.ndarray:
    """The same in four years: 485,000 clients. By then 8 % more people were 60 and over: 18 % without those."""
    return risen(stage, LATER)


def elasticity(fee: Fee, group: int) -> np.ndarray:
    """(R,) arc elasticity (absolute) of a third of incomes over the year, by what an hour costs who would get it."""
    return -arc(fee.clients[:, group], fee.then[:, group]) / arc(fee.hour[:, group], fee.later[:, group])


@policy("elasticity_middle", "ELA-001", "elasticity")
def elasticity_middle(stage: Stage) -> np.ndarray:
    """How middle incomes answer the price of help."""
    return elasticity(stage.flat_fee(), MIDDLE)


@policy("elasticity_high", "ELA-002", "elasticity")
def elasticity_high(stage: Stage) -> np.ndarray:
    """How high incomes answer it."""
    return elasticity(stage.flat_fee(), HIGH)


# --- the transition from the AWBZ -------------------------------------------------------------------------------------


def taken_over(stage: Stage, way: int) -> np.ndarray:
    """(R,) of the hours more that are needed nearby in 2016, as indications have ended: the share met by a way."""
    needs = [k for k, one in enumerate(stage.spec.place.needs.activities) if one.id in NEARBY]
    more = stage.history(REPAIRED, "awbz_to_wmo").mean("minutes", AFTER) - without(stage).mean("minutes", AFTER)
    more = more[:, needs].sum(1)
    return ratio(more[:, way], more.sum(1))


@policy("awbz_self", "", "share", why="unknown")
def awbz_self(stage: Stage) -> np.ndarray:
    """Of guidance that fell away and was looked for nearby: what households do themselves."""
    return taken_over(stage, SELF)


@policy("awbz_undone", "", "share", why="unknown")
def awbz_undone(stage: Stage) -> np.ndarray:
    """Of guidance that fell away and was looked for nearby: what nobody does."""
    return taken_over(stage, WITHOUT)
