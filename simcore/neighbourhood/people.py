"""A neighbourhood needs people: the same people in every replication, whatever life they lead there.

No file lists real residents, so they are made from what is published about their street and city. A
pool of thinkable households is weighed until kinds of household, ages and people living alone at 75
agree with the file (iterative proportional updating: Ye and others 2009), and then drawn from evenly.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from simcore.luck import key, normal_quantile, uniforms

if TYPE_CHECKING:
    from simcore.canvas.place_people import People as Section

SINGLE, COUPLE, COUPLE_WITH_CHILDREN, SINGLE_PARENT, OTHER = range(5)
KINDS = ("single", "couple", "couple_with_children", "single_parent", "other")
PLACES = 5                          # the largest household of the pool
NOBODY = -1.0                       # the age of an empty place in the pool
STUDENT_UNTIL = 23                  # those who do not live alone have no full-time job before: assumption
POORER = 0.3                        # how far a low income leans towards a limitation (0 not at all): assumption
HOME_UNTIL = 26.0                   # age at which the oldest child, and so this household, leaves: assumption
# Stage of life of each kind and how common it is before weighing (assumption); most at 38 have children.
LIVES = (
    ((18.0, 25.0, 36.0, 45.0, 55.0, 65.0, 75.0, 80.0, 98.0), (0.6, 1.0, 0.6, 0.7, 0.8, 1.0, 0.58, 0.43, 0.0)),
    ((18.0, 28.0, 38.0, 45.0, 55.0, 63.0, 75.0, 80.0, 96.0), (0.1, 0.9, 0.2, 0.3, 0.8, 1.2, 0.65, 0.45, 0.0)),
    ((0.0, 18.0, HOME_UNTIL), (1.0, 1.0, 0.0)),
    ((0.0, 18.0, HOME_UNTIL), (1.0, 1.0, 0.0)),
    ((18.0, 30.0, 60.0, 81.0), (0.2, 1.0, 0.6, 0.0)),
)
GOLDEN, TWENTY = 0.6180339887498949, 20     # even marks: see marks()
ROUNDS = 60                         # of weighing; margins then agree within 0.1 point


@dataclass(frozen=True)
class People:
    """H households and their N residents, in street order; a household's residents follow each other.

    Marks (``u_...``) are uniform numbers in [0, 1) that stay with a person or household: a replication
    draws shares, and marks below a share say who has it.
    """

    # households (H,)
    kind: np.ndarray                # index into KINDS
    size: np.ndarray                # persons
    first: np.ndarray               # row of its first resident, the head
    children: np.ndarray            # bool: has children at home
    stage: np.ndarray               # years: age of the oldest child, or of the head where there are none
    income: np.ndarray              # disposable, whole EUR a year, when not on benefit
    group: np.ndarray               # third of the residents by income per head: 0, 1, 2
    pension_income: np.ndarray      # the income it has, or will have, with a head of 65 or over
    pension_group: np.ndarray       # and the third that puts it in
    norm: np.ndarray                # its benefit norm, EUR a year
    benefit_rank: np.ndarray        # how soon it is on benefit: 0 first; H or more when the head is 65 or over
    single_rank: np.ndarray         # how soon a single of working age has a full-time job; H for all others
    u_eligible: np.ndarray
    u_pgb: np.ndarray
    u_help: np.ndarray
    # residents (N,)
    household: np.ndarray
    age: np.ndarray                 # years and part of a year
    job_rank: np.ndarray            # how soon an adult who does not live alone works full time; N for others
    u_limited: np.ndarray
    u_near: np.ndarray
    # ties between households
    tie_start: np.ndarray           # (H + 1,)
    tie_to: np.ndarray              # (E,), the closest tie of each first

    @property
    def households(self) -> int:
        """How many households live here."""
        return self.size.size

    @property
    def residents(self) -> int:
        """How many people live here."""
        return self.age.size


@lru_cache(maxsize=4)
def populate(section: "Section", seed: int, residents: int | None = None) -> People:
    """The people of the ``people:`` section: about ``residents`` of them, or as many as the file says.

    Asked for the same once more it gives the same object: nobody writes in its arrays.
    """
    from simcore.neighbourhood.ties import tie

    asked = section.residents.value if residents is None else residents
    homes = max(1, round(asked / section.household_size.value))
    kind, ages, stage = pool(section, seed, max(6000, 3 * homes))
    weights = weigh(kind, ages, stage, section)
    chosen = spread_choice(kind, ages, stage, weights, homes, key(seed, "people", "street"))
    kind, ages, stage = kind[chosen], ages[chosen], stage[chosen]

    there = ages >= 0
    size = there.sum(1)
    household = np.repeat(np.arange(homes), size)
    first = np.cumsum(size) - size
    age = ages[there]
    money = incomes(section, seed, kind, size, age[first])
    work = chances_of_work(seed, kind, size, first, household, age, money["income"], money["norm"])
    by_age = np.lexsort((age, has_children(kind)[household], size[household]))
    wealth = order_of(per_head(money["income"], size), np.ones(homes, bool), homes)[household] / homes
    others = np.ones(age.size, bool)
    others[first] = False
    heads_first = np.lexsort((work["benefit_rank"][household], others))
    tie_start, tie_to = tie(age[first], section.ties.value, seed)
    return People(
        kind=kind, size=size, first=first, children=has_children(kind), stage=stage, **money, **work,
        u_eligible=marks(seed, "eligible", np.arange(homes)), u_pgb=marks(seed, "pgb", np.arange(homes)),
        u_help=marks(seed, "help", np.arange(homes)),
        household=household, age=age, u_limited=marks(seed, "limited", by_age, POORER * wealth),
        u_near=marks(seed, "near", heads_first),
        tie_start=tie_start, tie_to=tie_to)


def has_children(kind: np.ndarray) -> np.ndarray:
    """Whether a kind of household has children at home."""
    return (kind == COUPLE_WITH_CHILDREN) | (kind == SINGLE_PARENT)


def draws(seed: int, purpose: str, n: int) -> np.ndarray:
    """(n, 4) uniform numbers for one purpose of the population."""
    return uniforms(key(seed, "people", purpose), n)


def pool(section: "Section", seed: int, n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """n thinkable households: kind (n,), ages (n, PLACES) with NOBODY in empty places, stage (n,).

    Parents are 18 to 42 years older than their oldest child (30 on average), children 1.5 to 4.5 years
    apart and at home until 26, partners within five years, and this at every age: so a household grows
    older without ceasing to be a thinkable one. All of these are assumptions.
    """
    kind = np.arange(n) % 5
    one, two, three = (draws(seed, f"pool {name}", n) for name in ("stage", "adults", "children"))
    shares = np.array([c.share.value for c in section.children])
    many = 1 + np.searchsorted(np.cumsum(shares / shares.sum())[:2], three[:, 0])
    family = has_children(kind)
    gap2, gap3 = 1.5 + 3 * three[:, 1], 1.5 + 3 * three[:, 2]
    youngest_stage = np.where(many > 1, gap2, 0.0) + np.where(many > 2, gap3, 0.0)
    oldest = youngest_stage + (HOME_UNTIL - youngest_stage) * one[:, 0]
    from_age = np.array([LIVES[k][0][0] for k in range(5)])[kind]
    to_age = np.array([LIVES[k][0][-1] for k in range(5)])[kind]
    stage = np.where(family, oldest, from_age + (to_age - from_age) * one[:, 0])
    head = np.where(family, oldest + 30 + 12 * (two[:, 0] + two[:, 1] - 1), stage)

    ages = np.full((n, PLACES), NOBODY)
    ages[:, 0] = head
    together = (kind == COUPLE) | (kind == COUPLE_WITH_CHILDREN)
    ages[:, 1] = np.where(together, np.maximum(18, head - 2 + 6 * (two[:, 2] - 0.5)), NOBODY)
    sharing = kind == OTHER
    ages[sharing, 1] = np.maximum(18, head[sharing] - 8 * two[sharing, 2])
    third = sharing & (two[:, 3] < 0.3)
    ages[third, 2] = np.maximum(18, head[third] - 8 * one[third, 3])
    for child, age in enumerate((oldest, oldest - gap2, oldest - gap2 - gap3)):
        born = family & (many > child)
        place = np.where(kind == SINGLE_PARENT, 1, 2) + child
        ages[born, place[born]] = age[born]
    return kind, ages, stage


def shape(kind: np.ndarray, stage: np.ndarray) -> np.ndarray:
    """How common households of each stage are before any margin is met: lines between the knots of LIVES."""
    out = np.zeros(stage.size)
    for k, (stages, heights) in enumerate(LIVES):
        out = np.where(kind == k, np.interp(stage, stages, heights), out)
    return out


def weigh(kind: np.ndarray, ages: np.ndarray, stage: np.ndarray, section: "Section") -> np.ndarray:
    """Weights (n,) under which the pool has the file's shares of kinds, ages and people of 75+ alone.

    Round by round each margin in turn scales the households that count towards it. Shares are of a
    neighbourhood with one household, so weights sum to 1 and people to the household size.
    """
    edges = np.array([band.youngest for band in section.ages])
    kinds = np.array([k.share.value for k in sorted(section.kinds, key=lambda k: KINDS.index(k.id))])
    bands = np.array([band.share.value for band in section.ages])
    of_persons = section.household_size.value * bands / bands.sum()
    band = np.searchsorted(edges, ages, side="right") - 1
    counts = [(band == b).sum(1).astype(float) for b in range(edges.size)]
    alone = ((kind == SINGLE) & (ages[:, 0] >= 75)).astype(float)
    old = of_persons[edges >= 75].sum()
    margins = [((kind == k).astype(float), share) for k, share in enumerate(kinds / kinds.sum())]
    margins += [*zip(counts, of_persons), (alone, section.alone_75plus.value * old)]

    weights = shape(kind, stage)
    weights = weights / np.cumsum(weights)[-1]
    counted = [(some, count[some], target) for count, target in margins if (some := np.flatnonzero(count)).size]
    for _ in range(ROUNDS):
        for some, count, target in counted:
            mine = weights[some]
            have = np.cumsum(mine * count)[-1]               # cumsum adds in one order on every machine
            if have > 0:
                weights[some] = mine * (target / have)
    return weights


def spread_choice(kind, ages, stage, weights, homes, street) -> np.ndarray:
    """``homes`` rows of the pool in street order, chosen at even steps through kind, size and stage."""
    order = np.lexsort((stage, (ages >= 0).sum(1), kind))
    heap = np.cumsum(np.round(weights[order] / weights.max() * 2**30).astype(np.int64))
    steps = (2 * np.arange(homes, dtype=np.int64) + 1) * (heap[-1] // (2 * homes))
    chosen = order[np.searchsorted(heap, steps, side="right")]
    return chosen[np.argsort(uniforms(street, homes)[:, 0], kind="stable")]


def incomes(section: "Section", seed: int, kind, size, head_age) -> dict[str, np.ndarray]:
    """Income, third, pension income and norm of each household; whole EUR a year."""
    u = draws(seed, "income", kind.size)
    median = {k.id: k.income.value for k in section.kinds}
    middle = np.array([median[k] for k in KINDS])[kind]
    month = {SINGLE: section.norm_single.value, SINGLE_PARENT: section.norm_single_parent.value}
    norm = np.array([month.get(k, section.norm_couple.value) for k in range(5)])[kind] * 12
    alone = (kind == SINGLE) | (kind == SINGLE_PARENT)
    z = normal_quantile(u[:, 0])
    wage = np.maximum(norm, middle * np.exp(section.income_spread.value * z))
    aow = np.where(alone, section.aow_single.value, section.aow_couple.value)
    extra = np.where(alone, 1.0, 1.5) * section.pension.value
    pension = np.round(aow + extra * np.exp(section.pension_spread.value * normal_quantile(u[:, 1])))
    income = np.where(head_age >= 65, pension, np.round(wage))
    low, high = thirds(per_head(income, size), size)
    return {"income": income, "group": third(per_head(income, size), low, high), "pension_income": pension,
            "pension_group": third(per_head(pension, size), low, high), "norm": np.round(norm)}


def per_head(income: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Income by the square root of household size, as statistics compare households of unlike size."""
    return income / np.sqrt(size)


def thirds(income: np.ndarray, size: np.ndarray) -> tuple[float, float]:
    """The two incomes per head that part the *residents* into three equal groups."""
    order = np.argsort(income, kind="stable")
    heap = np.cumsum(size[order])
    return tuple(income[order[np.searchsorted(heap, heap[-1] * part // 3)]] for part in (1, 2))


def third(income: np.ndarray, low: float, high: float) -> np.ndarray:
    """0, 1 or 2: the third an income per head falls in."""
    return (income > low).astype(np.int64) + (income > high)


def chances_of_work(seed: int, kind, size, first, household, age, income, norm) -> dict[str, np.ndarray]:
    """Orders in which people come on benefit or into full-time work: by income over norm, and luck.

    Both follow income, from its two ends: few are first in both, and of those settle() keeps the benefit.
    """
    homes, n = size.size, age.size
    head = age[first]
    working = head < 65
    rank = order_of(income / norm, np.ones(homes, bool), homes) / homes
    closeness = rank + 0.5 * draws(seed, "work", homes)[:, 0]
    benefit_rank = order_of(closeness, working, homes)
    single = working & (kind == SINGLE)
    job = marks(seed, "single job", np.lexsort((head, ~single)), -2 * rank)       # equally often at every age
    single_rank = order_of(job, single, homes)
    settled = (age >= STUDENT_UNTIL) & (age < 65) & (size[household] > 1)
    job_rank = order_of(-(rank[household] + draws(seed, "job", n)[:, 0]), settled, n)
    return {"benefit_rank": benefit_rank, "single_rank": single_rank, "job_rank": job_rank}


def order_of(score: np.ndarray, who: np.ndarray, last: int) -> np.ndarray:
    """0, 1, 2... by rising score for those marked in ``who``; ``last`` for all others."""
    rank = np.full(score.size, last, np.int64)
    rows = np.flatnonzero(who)
    rank[rows[np.argsort(score[rows], kind="stable")]] = np.arange(rows.size)
    return rank


def marks(seed: int, purpose: str, order: np.ndarray, lean: np.ndarray | float = 0.0) -> np.ndarray:
    """Uniform numbers that lie evenly among people who follow each other in ``order``.

    So a share of, say, 36 % comes out near 36 % at every age, and one population's chance is not taken
    for a fact in all its replications. A golden-ratio sequence (Weyl) gives the numbers; within each
    TWENTY it is luck who has which, and more ``lean`` tends to the higher ones.
    """
    u = draws(seed, purpose, order.size)[:, 0]
    even = (np.arange(order.size) * GOLDEN + uniforms(key(seed, "people", purpose, "start"), 1)[0, 0]) % 1.0
    whole = order.size // TWENTY * TWENTY
    score = (u + lean)[order[:whole]].reshape(-1, TWENTY)
    rank = np.argsort(np.argsort(score, axis=1, kind="stable"), axis=1, kind="stable")
    out = np.empty(order.size)
    out[order[:whole]] = np.take_along_axis(np.sort(even[:whole].reshape(-1, TWENTY), axis=1), rank, axis=1).ravel()
    out[order[whole:]] = even[whole:]
    return out
