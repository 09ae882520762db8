"""The neighbourhood file: people, their needs, how they choose, the market, the municipality and the law.

All of it is the same for every lane: a canvas that plays here can change none of these numbers.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from simcore.canvas.commons import Commons
from simcore.canvas.measures import (
    EurosAFourWeeks, EurosAMonth, EurosAnHour, EurosAPersonYear, EurosAYear, Factor, Fading, HoursAClientWeek,
    HoursAWeek, Logit, LogitAnEuro, LogitATie, LogitAWeek, Mark, MinutesAJob, OnTop, PerThousand, PerTie, PerWeek,
    RelativeChange, Share, ShareAYear, Weeks,
)  # fmt: skip
from simcore.canvas.place_people import People
from simcore.files import Day, Here, Id, InUnit, Label, Problem, Quantity, Whole, record


def least_of(number: Quantity) -> float:
    """The lowest a replication may draw."""
    return number.value if number.low is None else number.low


def most_of(number: Quantity) -> float:
    """The highest a replication may draw."""
    return number.value if number.high is None else number.high


@record
class Shares:
    """Observed shares of households that meet a need in this way; the rest do it themselves."""
    without: Share
    neighbour: Share
    informal: Share
    commercial: Share

    def problems(self, here: Here) -> Iterator[Problem]:
        """Together they are at most everybody."""
        total = self.without.value + self.neighbour.value + self.informal.value + self.commercial.value
        if total > 1:
            yield here.problem(what=f"add up to {total:.12g}", instead="make them 1 or less together")


@record
class Prices:
    informal: EurosAnHour
    commercial: EurosAnHour
    vat: Share                                 # in the commercial price


HOURS_OF_A_WEEK = 168
MOST_JOBS = 69                             # a year, of a household that is limited, in the busiest season
AMOUNTS = {"standing": "hours/week", "job": "jobs/year"}


@record
class Need:
    """One thing a household may need done."""
    id: Id
    name: Label
    english: Label
    kind: Literal["standing", "job"]
    of: Literal["household", "limited_old", "benefit"] = "household"
    amount: Annotated[Quantity, InUnit(*AMOUNTS.values(), least=0.1)]  # hours a week, or jobs a year
    minutes: MinutesAJob | None = None         # of one job
    when_undone: Weeks | None = None           # of benefit, lost by a job that is left undone
    when_late: Share | None = None             # of a week of benefit, lost for each week that a job waits
    season: Share
    peak_week: Whole = 27                      # week of the year with most of it
    wmo: bool = False                          # household help from the Wmo may meet it
    prices: Prices
    shares: Shares

    def problems(self, here: Here) -> Iterator[Problem]:
        """A standing need is counted in hours a week, a job in times a year and in minutes."""
        if self.amount.unit != AMOUNTS[self.kind]:
            yield here.problem(
                "amount", "unit", what=f"is {self.amount.unit}, but the need is a {self.kind} one",
                instead=f"write {AMOUNTS[self.kind]}",
            )  # fmt: skip
        if self.kind == "job" and self.minutes is None:
            yield here.problem(
                what="misses the key 'minutes'", why="a job takes time",
                instead=here.add(line="minutes: {value: 60, unit: minutes/job, ...}"),
            )  # fmt: skip
        for lost in ("when_undone", "when_late"):
            if getattr(self, lost) is not None and (self.of, self.kind) != ("benefit", "job"):
                yield here.problem(lost, key=True, what="has meaning for a job of people on benefit only",
                                   instead="remove it, or write of: benefit and kind: job")
        if self.kind == "standing" and self.minutes is not None:
            yield here.problem("minutes", key=True, what="has no meaning for a standing need", instead="remove it")


@record
class Needs:
    when_limited: Factor                       # times the need of others
    illness: ShareAYear                        # adults a year with a temporary limitation
    illness_weeks: Weeks
    activities: list[Need]

    def problems(self, here: Here) -> Iterator[Problem]:
        """Each need has an id of its own, and jobs do not come by the day."""
        ids = [need.id for need in self.activities]
        for n, one in enumerate(ids):
            if one in ids[:n]:
                yield here.problem("activities", n, "id", what=f"{one} stands there a second time",
                                   instead="give one of the two another id")  # fmt: skip

        burden = max(1.0, most_of(self.when_limited))
        for n, need in enumerate(self.activities):
            often = most_of(need.amount) * burden * (1 + most_of(need.season))
            most = MOST_JOBS * (3 if need.of == "limited_old" else 1)
            if need.kind == "job" and often > most:
                yield here.problem("activities", n, "amount", "value",
                                   what=f"comes to {often:.4g} jobs a year in the busiest week",
                                   why=f"with when_limited and season; the model has room for {most:g}",
                                   instead=f"write at most {most / often * most_of(need.amount):.3g}")
            if need.kind == "standing" and often > HOURS_OF_A_WEEK:
                yield here.problem("activities", n, "amount", "value",
                                   what=f"comes to {often:.4g} hours in the busiest week",
                                   why=f"with when_limited and season; a week has {HOURS_OF_A_WEEK}",
                                   instead=f"write at most {HOURS_OF_A_WEEK / often * most_of(need.amount):.3g}")


@record
class Choice:
    price: LogitAnEuro
    habit: Logit
    taste: Logit
    trust: Logit
    waiting: LogitAWeek
    self_when_limited: Logit
    review: PerWeek
    budget: Share
    least_hours: HoursAWeek
    price_jump: Share
    trust_floor: Share

    def problems(self, here: Here) -> Iterator[Problem]:
        """A weight below zero would make people like what is dear, strange or late."""
        for name in ("price", "habit", "taste", "trust", "waiting"):
            number = getattr(self, name)
            if min(number.value, number.low or 0.0) < 0:
                yield here.problem(name, "value", what="is a weight below zero", instead="write zero or more")


@record
class DatedShare:
    """A share, from a day on."""
    from_day: Day
    value: Share


@record
class DatedFourWeekly:
    """A sum per four weeks, from a day on."""
    from_day: Day
    value: EurosAFourWeeks


@record
class DatedMonthly:
    """A sum per month, from a day on."""
    from_day: Day
    value: EurosAMonth


@record
class DatedYearly:
    """A sum per year, from a day on."""
    from_day: Day
    value: EurosAYear


def in_order(here: Here, key: str, values: list) -> Iterator[Problem]:
    """A dated rule has at least one value, and each comes into force after the one before it."""
    if not values:
        yield here.problem(key, what="is empty", instead="give the value that is in force at the start")
    for n in range(1, len(values)):
        if values[n].from_day <= values[n - 1].from_day:
            yield here.problem(key, n, "from_day", what=f"{values[n].from_day} does not come after the value before it",
                               instead="put the values in order of day")  # fmt: skip


@record
class HouseholdHelp:
    """Household help from the Wmo."""
    hours: HoursAClientWeek
    clients: PerThousand
    by_income: list[PerThousand]               # clients per 1,000 in the low, middle and high income third
    tariff: EurosAnHour
    budget_rate: EurosAnHour                   # of a personal budget (PGB), for who hires help with it
    contribution_least: list[DatedFourWeekly]  # single pensioner, EUR per four weeks
    contribution_income: list[DatedYearly]     # threshold, EUR a year
    contribution_rate: Share

    def problems(self, here: Here) -> Iterator[Problem]:
        """Three income groups of which one has clients, and rules in order of day."""
        if len(self.by_income) != 3:
            yield here.problem("by_income", what=f"has {len(self.by_income)} values",
                               instead="give three: lowest, middle and highest incomes")  # fmt: skip
        elif not any(least_of(one) for one in self.by_income):
            yield here.problem("by_income", what="has no clients at all", instead="give one of the three more than 0")
        yield from in_order(here, "contribution_least", self.contribution_least)
        yield from in_order(here, "contribution_income", self.contribution_income)


@record
class Assistance:
    """Social assistance (bijstand): who leaves it, who comes back, who enters."""
    exit_far: ShareAYear
    exit_all: ShareAYear
    other_outflow: ShareAYear
    returns: ShareAYear                        # of those who leave it for work, back within a year
    lock_in: RelativeChange
    afterwards: RelativeChange
    exits_taking_a_job: Share
    cost: EurosAPersonYear
    norm_single: list[DatedMonthly]
    disregard_share: Share
    disregard_most: EurosAMonth
    disregard_weeks: Weeks
    coach_share: Share
    coach_rate: EurosAnHour

    def problems(self, here: Here) -> Iterator[Problem]:
        """Somebody leaves, or there would be no inflow to balance it; norms stand in order of day."""
        if not any(least_of(one) for one in (self.exit_far, self.exit_all, self.other_outflow)):
            yield here.problem("other_outflow", "value", what="is 0, as are exit_far and exit_all",
                               instead="let one of the three be more than 0")
        yield from in_order(here, "norm_single", self.norm_single)


@record
class Labour:
    """What a working hour costs, and what the law says of each form of contract."""
    minimum_wage: list[DatedMonthly]
    hour_cost: EurosAnHour
    net_wage: EurosAPersonYear                 # of who left benefit for work
    wage_tax: OnTop                            # tax and premiums on top of a net wage
    most_subsidy: list[DatedShare]
    holiday_pay: Share
    volunteer_fee: EurosAnHour
    volunteer_most: EurosAYear
    place_weeks: Weeks
    place_review: Weeks
    inspection: ShareAYear
    ride_fee: EurosAnHour

    def problems(self, here: Here) -> Iterator[Problem]:
        """Wages and subsidies stand in order of day."""
        yield from in_order(here, "minimum_wage", self.minimum_wage)
        yield from in_order(here, "most_subsidy", self.most_subsidy)


@record
class Ties:
    contact: Share
    fade: Fading
    loneliness: LogitATie
    cohesion: PerTie
    cohesion_at_start: Mark
    lonely: Share
    severely_lonely: Share
    lonely_old: Share


@record
class Place:
    name: Label
    english: Label
    price_year: Whole
    people: People
    needs: Needs
    choice: Choice
    wmo: HouseholdHelp
    assistance: Assistance
    labour: Labour
    ties: Ties
    commons: Commons | None = None
