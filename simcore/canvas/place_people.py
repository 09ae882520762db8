"""The ``people:`` section of a neighbourhood file: who lives there, and what is unsure about them.

The first half says who lives here and is drawn once, from the middle values; the second half, from
``benefit_share`` on, is drawn anew in every replication within its range.
"""

from collections.abc import Iterator
from typing import Literal, get_args

from simcore.canvas.measures import (
    EurosAYear, Households, HoursAWeek, Income, MonthlyNorm, Part, PersonsAHousehold, Share, ShareAYear, Spread,
)  # fmt: skip
from simcore.canvas.measures import People as Number
from simcore.errors import Problem
from simcore.files import Here, Id, Whole, record

LEAST_RESIDENTS, MOST_RESIDENTS = 100, 100_000
KindName = Literal["single", "couple", "couple_with_children", "single_parent", "other"]
CountName = Literal["one", "two", "three"]
OLDEST = 100                        # from which the last band of ages may begin


@record
class Kind:
    """A kind of household: its share of households and its median income at working age (EUR a year)."""

    id: KindName
    share: Share
    income: Income


@record
class Children:
    """The share of households with children that have one, two or three of them, in this order."""

    id: CountName
    share: Share


@record
class Ages:
    """The share of residents from an age up to the next band."""

    id: Id
    youngest: Whole
    share: Share


@record
class People:
    """Everything a synthetic population is made from; each number with unit, range and origin."""

    residents: Number
    household_size: PersonsAHousehold
    kinds: tuple[Kind, ...]
    children: tuple[Children, ...]
    ages: tuple[Ages, ...]
    alone_75plus: Share              # of residents of 75 or over
    income_spread: Spread
    aow_single: EurosAYear
    aow_couple: EurosAYear
    pension: EurosAYear
    pension_spread: Spread
    norm_single: MonthlyNorm
    norm_single_parent: MonthlyNorm
    norm_couple: MonthlyNorm
    benefit_share: Share             # of households
    share_far: Part                 # of people on benefit
    working_singles: Share           # of households
    full_time: Share                 # of residents of 18 to 64
    limited_under_65: Share          # of residents of 18 to 64
    limited_65plus: Share
    severe_under_65: Share           # of limited residents of 18 to 64
    severe_65plus: Share             # of limited residents of 65 and over
    eligible_share: Share            # of households within the rule for household help
    pgb_share: Share                 # of eligible households
    helpers: Share                   # of heads of households
    hours_without_job: HoursAWeek
    hours_with_job: HoursAWeek
    volunteers: Share                # of adults, who volunteer for anything at all
    moves: ShareAYear                     # of households, per year
    ties: Households                      # households known, per household

    def problems(self, here: Here) -> Iterator[Problem]:
        """A district, not a house and not a province; every kind of household and every age has its place."""
        for name in ("value", "low", "high"):
            number = getattr(self.residents, name)
            if number is not None and not LEAST_RESIDENTS <= number <= MOST_RESIDENTS:
                yield here.problem("residents", name, what=f"is {number:g}",
                                   instead=f"write {LEAST_RESIDENTS} to {MOST_RESIDENTS}")
        for name, known in (("kinds", get_args(KindName)), ("children", get_args(CountName))):
            there = [one.id for one in getattr(self, name)]
            if sorted(there) != sorted(known) or (name == "children" and there != list(known)):
                yield here.problem(name, what=f"are {', '.join(there) or 'none'}",
                                   instead=f"give each of these once, in this order: {', '.join(known)}")
        youngest = [band.youngest for band in self.ages]
        if youngest[:1] != [0] or youngest != sorted(set(youngest)) or youngest[-1] > OLDEST:
            yield here.problem("ages", what=f"begin at {', '.join(map(str, youngest)) or 'no age'}",
                               instead=f"begin at 0, and let each band begin above the one before, at most at {OLDEST}")
        for name in ("kinds", "children", "ages"):
            if getattr(self, name) and not sum(one.share.value for one in getattr(self, name)):
                yield here.problem(name, what="are all of no share", instead="let one share be more than 0")
