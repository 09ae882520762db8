"""Everyone grows older, some move out or die, others move in; and the neighbourhood stays what it is.

Whoever leaves a home makes room for a household of the same slot (equal size, both without children or
with one parent or two of a like age at the first child): a copy of one that lived here at the start, the donor.
Donors are chosen so that what ageing carries out of a stage of life is carried in again. With n_b
households of a slot in stage band b, of which flow(b) a year grow from band b - 1 into b:

    in_b = leave * n_b + flow(b+1) - flow(b)

(the balance of McKendrick's equation at rest). Where that is negative, more leave than move: parents
whose children have left home, the very old who die; the rate of leaving is raised until in_b = 0.
"""

from dataclasses import dataclass, replace

import numpy as np

from simcore.calendar import WEEKS_A_YEAR
from simcore.compiled import act, law
from simcore.neighbourhood.people import SINGLE_PARENT, People
from simcore.neighbourhood.rows import NEVER

YEARS = 2                           # of a stage band
BANDS = 60
EMPTY = 2.0                         # leave rate, per year, in a stage nobody lived in at the start: assumption
PARENTS = np.array([10.0, 27.5, 32.5])   # no parents | young | middling | late ones: age at the first child
HALF = 0.5                          # of the year between two birthdays


@dataclass(frozen=True)
class Renewal:
    """Who leaves and who follows. S slots, B stage bands, H households, R replications."""

    slot: np.ndarray                # (H,) the slot of each household: its home never changes it
    stage: np.ndarray               # (H,) stage of life at the start, in years
    leave_rate: np.ndarray          # (R, S, B) leaving, per year
    donor_start: np.ndarray         # (S + 1,) donors of slot s: donors[donor_start[s]:donor_start[s + 1]]
    donors: np.ndarray              # (H,) rows of households, by slot and stage
    donor_cumulative: np.ndarray    # (R, H) cumulative weight of donors within their slot, ending at 1

    def part(self, some: slice) -> "Renewal":
        """That of some replications."""
        return replace(self, leave_rate=self.leave_rate[some], donor_cumulative=self.donor_cumulative[some])

    @property
    def most(self) -> float:
        """The highest leave rate of all, per year: a bound for a stream of occasions."""
        return float(self.leave_rate.max())


def renewal(people: People, moves: np.ndarray) -> Renewal:
    """The renewal of a population when ``moves`` (R,) of the households move out each year."""
    gap = people.age[people.first] - people.stage                # 0 in households without children
    alike = 2 * np.searchsorted(PARENTS, gap) + (people.kind == SINGLE_PARENT)
    _, slot = np.unique(8 * people.size + alike, return_inverse=True)
    slots, homes = int(slot.max()) + 1, slot.size
    band = np.minimum(people.stage // YEARS, BANDS - 1).astype(np.int64)
    here = np.bincount(slot * BANDS + band, minlength=slots * BANDS).reshape(slots, BANDS).astype(float)
    flow = flows(here)
    gain = flow[:, 1:] - flow[:, :-1]                            # what ageing takes out, less what it brings
    held = np.maximum(here, 1.0)
    leave = np.where(here > 0, np.maximum(moves[:, None, None], -gain / held), EMPTY)
    weight = np.maximum(0.0, leave + gain / held)                # newcomers per donor a year

    donors = np.lexsort((people.stage, slot)).astype(np.int64)
    start = np.concatenate(([0], np.cumsum(np.bincount(slot)))).astype(np.int64)
    weights = weight[:, slot[donors], band[donors]]
    heap = np.empty((moves.size, homes))
    for s in range(slots):
        some = slice(start[s], start[s + 1])
        sums = np.cumsum(weights[:, some], axis=1)
        none = sums[:, -1:] <= 0                                 # nobody needed: then anybody will do
        evenly = np.arange(1, sums.shape[1] + 1) / sums.shape[1]
        heap[:, some] = np.where(none, evenly, sums / np.where(none, 1.0, sums[:, -1:]))
    return Renewal(slot.astype(np.int64), people.stage, leave, start, donors, heap)


def flows(here: np.ndarray) -> np.ndarray:
    """Households a year that age carries over each edge of the bands: (S, B + 1) for counts (S, B).

    At an edge people stand as closely as in the two bands beside it, in the geometric mean, as numbers
    fall by the year at great age; at the last edge with anybody below it, as a line through the last two
    bands says.
    """
    none = np.zeros((here.shape[0], 1))
    below, above = np.hstack((none, here)), np.hstack((here, none))
    before = np.hstack((none, none, here[:, :-1]))
    inner, last = np.sqrt(below * above), np.maximum(0.0, 1.5 * below - 0.5 * before)
    return np.where(below == 0, 0.0, np.where(above == 0, last, inner)) / YEARS


@law
def gets_help(severe, limited, alone, old):
    """Whether household help is granted on asking: someone hardly gets about, or is limited, old and alone.

    A rule of thumb for municipal practice before 2015 (assumption): a healthy house-mate is not asked.
    """
    return severe or (limited and alone and old)


@law
def stage_band(stage, arrived, week):
    """The band of a stage of life (years) that began its stay in week ``arrived``."""
    return min(int((stage + (week - arrived) / WEEKS_A_YEAR) // YEARS), BANDS - 1)


@law
def age_now(age, arrived, week):
    """Age in years in ``week`` of who was ``age`` on arrival."""
    return age + (week - arrived) / WEEKS_A_YEAR


@act
def donor_for(slot, u, donor_start, donors, cumulative):
    """The household that a newcomer in a home of ``slot`` is a copy of: drawn by weight, u being uniform.

    ``cumulative`` (H,) holds the weights of one replication.
    """
    low, high = donor_start[slot], donor_start[slot + 1] - 1
    while low < high:
        middle = (low + high) // 2
        if cumulative[middle] > u:
            high = middle
        else:
            low = middle + 1
    return donors[low]


@act
def arrive(me, residents, homes, lives, donor, week):
    """A new household moves into the home of ``me``: a copy of base household ``donor`` of equal size.

    ``residents``: all residents of this replication; ``homes``, ``lives``: its base households and residents.
    """
    like = homes[donor]
    me.income, me.group, me.tastes = like.income, like.group, donor
    me.alone, me.working_single, me.old = like.alone, like.working_single, like.old
    me.limited, me.severe = like.limited, like.severe
    me.eligible, me.pgb, me.benefit = like.eligible, like.pgb, like.benefit
    me.helping += like.helps - me.helps          # whoever counts on this address for help still does
    me.helps = like.helps
    me.generation, me.ill_until = me.generation + 1, NEVER
    for i in range(me.persons):
        one, other = residents[me.first + i], lives[like.first + i]
        one.age, one.arrived = other.age, week
        one.adult, one.working_age, one.full_time = other.adult, other.working_age, other.full_time
        one.frailty, one.limited, one.severe = other.frailty, other.limited, other.severe
        one.benefit, one.near = other.benefit, other.near
        one.tracked = other.tracked
        one.placed, one.left_week, one.exit_week = -1, NEVER, NEVER


@act
def grow_older(me, residents, pension_income, pension_group, week):
    """Read off what age brings: grown-up at 18, pension at 65 (``pension_income``, ``_group`` of its tastes).

    It is read once a year; the age half a year on stands for that year.
    """
    for i in range(me.persons):
        one = residents[me.first + i]
        age = age_now(one.age, one.arrived, week) + HALF
        one.adult = age >= 18
        one.working_age = 18 <= age < 65
        if age >= 65:
            one.full_time = False
    head = residents[me.first]
    if not me.old and age_now(head.age, head.arrived, week) + HALF >= 65:
        me.old, me.working_single, me.benefit, head.benefit = True, False, False, False
        me.income, me.group = pension_income[me.tastes], pension_group[me.tastes]


@law
def share_at(shares, age):
    """The share at an age from a table by whole years, in a straight line between them."""
    year = min(119, max(0, int(age)))
    return shares[year] + (age - year) * (shares[year + 1] - shares[year])


@act
def weaken(one, limited, severe, week):
    """A birthday: who is frailer than the share limited at this age is limited from now on; likewise severe.

    ``limited``, ``severe`` (121,) are shares of everyone by age (see health.py). The age half a year on stands
    for the year between two birthdays.
    """
    age = age_now(one.age, one.arrived, week) + HALF
    if age >= 18 and one.frailty < share_at(limited, age):
        one.limited = True
        if one.frailty < share_at(severe, age):
            one.severe = True


@act
def reassess(me, residents, would_get_help):
    """Read off a household's health from its residents', and whether it would now get household help.

    ``would_get_help``: its mark (``u_eligible`` of its tastes) is below ``eligible_share``.
    """
    me.limited, me.severe = False, False
    for i in range(me.persons):
        one = residents[me.first + i]
        me.limited = me.limited or one.limited
        me.severe = me.severe or one.severe
    me.eligible = would_get_help and gets_help(me.severe, me.limited, me.alone, me.old)
