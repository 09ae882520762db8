"""The ``people:`` section of a neighbourhood file: who lives there, and what is unsure about them.

The first half says who lives here and is drawn once, from the middle values; the second half, from
``benefit_share`` on, is drawn anew in every replication within its range.
"""

from collections.abc import Iterator

from simcore.errors import Problem
from simcore.files import Here, Id, Quantity, Whole, record

LEAST_RESIDENTS, MOST_RESIDENTS = 100, 100_000


@record
class Kind:
    """A kind of household: its share of households and its median income at working age (EUR a year)."""

    id: Id
    share: Quantity
    income: Quantity


@record
class Children:
    """The share of households with children that have one, two or three of them, in this order."""

    id: Id
    share: Quantity


@record
class Ages:
    """The share of residents from an age up to the next band."""

    id: Id
    youngest: Whole
    share: Quantity


@record
class People:
    """Everything a synthetic population is made from; each number with unit, range and origin."""

    residents: Quantity
    household_size: Quantity
    kinds: list[Kind]
    children: list[Children]
    ages: list[Ages]
    alone_75plus: Quantity              # of residents of 75 or over
    income_spread: Quantity
    aow_single: Quantity
    aow_couple: Quantity
    pension: Quantity
    pension_spread: Quantity
    norm_single: Quantity
    norm_single_parent: Quantity
    norm_couple: Quantity
    benefit_share: Quantity             # of households
    share_far: Quantity                 # of people on benefit
    working_singles: Quantity           # of households
    full_time: Quantity                 # of residents of 18 to 64
    limited_under_65: Quantity          # of residents of 18 to 64
    limited_65plus: Quantity
    severe_under_65: Quantity           # of limited residents of 18 to 64
    severe_65plus: Quantity             # of limited residents of 65 and over
    eligible_share: Quantity            # of households within the rule for household help
    pgb_share: Quantity                 # of eligible households
    helpers: Quantity                   # of heads of households
    hours_without_job: Quantity
    hours_with_job: Quantity
    moves: Quantity                     # of households, per year
    ties: Quantity                      # households known, per household

    def problems(self, here: Here) -> Iterator[Problem]:
        """A district, not a house and not a province."""
        if not LEAST_RESIDENTS <= self.residents.value <= MOST_RESIDENTS:
            yield here.problem("residents", what=f"is {self.residents.value:g}",
                               instead=f"write {LEAST_RESIDENTS} to {MOST_RESIDENTS}")
