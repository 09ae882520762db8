"""All figures of a run, measured once: what the terminal says, the files keep and the pictures may quote.

The sixteen indicators stand in sixteen.py; here they are measured together, with what is said of a run beside them:
the four claims, the other reading of the law, the assumptions that move the answer.
"""

from dataclasses import asdict, dataclass, field

import numpy as np

from simcore.results import money, people
from simcore.results.bands import Band, band
from simcore.results.movers import Mover, movers
from simcore.results.prices import Price
from simcore.results.registry import Case
from simcore.results.sixteen import INDICATORS
from simcore.run import ENTERPRISE, Outcome

ANSWER = "C"                     # the tier that answers "without municipal money?": no grants, help in kind, PGB, Wmo


@dataclass(frozen=True)
class Lives:
    """In how many of ``courses`` something holds, and the week it first did in the middle one of ``ever`` courses."""
    holds: int
    courses: int
    ever: int
    first_week: int | None
    yearly: Band | None


@dataclass(frozen=True)
class Law:
    """The same run with the law read the other way: ``played`` and ``other`` are strict or lenient."""
    played: str
    other: str
    alive: int                    # courses in which the enterprise still exists at the end, as played
    alive_other: int
    without: int                  # courses in which it lives without municipal money, as played
    without_other: int
    changes: int                  # courses in which either of the two differs
    courses: int


@dataclass(frozen=True)
class Indicators:
    """The figures of one run; each band over the replications, None where there is nothing to measure."""
    courses: int
    weeks: int
    luck_only: bool
    alive: int                                   # courses in which it still exists at the end
    ends_in_week: int | None                     # middle week of its end, among the courses in which it ended
    tiers: dict[str, Lives]
    law: Law | None
    money: dict[str, Band | None]                # 1
    work: dict[str, Band | None]                 # 3
    ladder: dict[str, Band | None]               # 4
    displacement: dict[str, Band | None]         # 7
    displacement_by_activity: dict[str, Band | None]
    parties: dict[str, dict[str, Band | None]]   # 9
    helped: dict[str, Band | None]               # 13
    movers: list[Mover]
    others: dict[str, dict[str, Band | None]] = field(default_factory=dict)      # the other indicators, by key
    absent: dict[str, str] = field(default_factory=dict)     # which do not apply to this run, and why: key of a text
    heaviest: money.Heaviest | None = None       # what costs it most, beside what it earns

    @property
    def answer(self) -> Lives:
        """The tier that answers whether it lives without municipal money."""
        return self.tiers[ANSWER]

    def group(self, key: str) -> dict[str, Band | None]:
        """The figures of an indicator by its key; none where it does not apply."""
        return getattr(self, key) if key in APART else self.others.get(key, {})

    def as_dict(self) -> dict:
        """Plain values under keys that stay as they are, for ``--json`` and the files of a run."""
        bands = lambda some: {key: one.as_dict() if one else None for key, one in some.items()}  # noqa: E731
        return {
            "courses": self.courses, "weeks": self.weeks, "luck_only": self.luck_only, "alive": self.alive,
            "ends_in_week": self.ends_in_week, "answer_tier": ANSWER,
            "tiers": {tier: asdict(one) | {"yearly": one.yearly.as_dict() if one.yearly else None}
                      for tier, one in self.tiers.items()},
            "law": asdict(self.law) if self.law else None, "money": bands(self.money), "work": bands(self.work),
            "ladder": bands(self.ladder), "displacement": bands(self.displacement),
            "displacement_by_activity": bands(self.displacement_by_activity),
            "parties": {party: bands(sides) for party, sides in self.parties.items()}, "helped": bands(self.helped),
            "movers": [asdict(one) for one in self.movers],
            **{key: bands(group) for key, group in self.others.items()}, "absent": self.absent,
            "heaviest": asdict(self.heaviest) if self.heaviest else None,
        }  # fmt: skip


APART = {"money", "work", "ladder", "displacement", "parties", "helped"}     # have a field of their own
PORTICOES, ORDERED = "porticoes", "ordered"      # shared stairs and work for institutions are no need of a household
OFF = "off"                      # why there is no balance when nobody gave prices


def measure(outcome: Outcome, prices: tuple[Price, ...] | None = None) -> Indicators:
    """Every indicator of a run that has both lanes; the law's effect when a third lane reads it the other way.

    ``prices`` are what effects are held to be worth; without them there is no balance (9b).
    """
    case = Case.of(outcome, prices=prices)
    alive = case.lane.series["alive"]
    left = money.tier_results(case.lane.streams, case.lane.flows)
    lived = money.last_week(alive)
    ended = lived[~alive[-1]]
    found = {key: one.bands(case) for key, one in INDICATORS.items() if key != "parties"}
    return Indicators(
        courses=case.lane.replications, weeks=outcome.weeks, luck_only=outcome.luck_only, alive=int(alive[-1].sum()),
        ends_in_week=int(np.median(ended)) if ended.size else None,
        tiers={tier: lives(money.live_on(one, alive)) for tier, one in left.items()},
        law=law_effect(outcome),
        money=found["money"], work=found["work"], ladder=found["ladder"], displacement=found["displacement"],
        displacement_by_activity=by_activity(case), parties=parties_of(case), helped=found["helped"],
        movers=[] if outcome.luck_only else movers(ranged(outcome), money.viability(left[ANSWER], alive)),
        others={key: group for key, group in found.items() if key not in APART | {"without"} and group},
        absent={key: OFF if key == "balance" and prices is None else INDICATORS[key].absent
                for key, group in found.items() if not group},
        heaviest=money.heaviest(case.lane.streams, case.lane.flows, alive),
    )  # fmt: skip


def by_activity(case: Case) -> dict[str, Band | None]:
    """7, for each need of the neighbourhood, and for shared stairs and ordered work where they lose any: regular paid
    hours a year gone."""
    gone = people.displaced(case.nothing, case.lane)
    more = [name for name, there in ((PORTICOES, "contract minutes"), (ORDERED, "displaced minutes"))
            if there in case.lane.series]
    return {name: band(hours, "hours/year", True) for name, hours in zip((*case.needs, *more), gone.T)
            if name not in more or hours.any()}


def parties_of(case: Case) -> dict[str, dict[str, Band | None]]:
    """9: what each party gains a year, in cash and in kind; parties that nothing moves for are left out."""
    out: dict[str, dict[str, Band | None]] = {}
    moved = {cell: values for cell, values in INDICATORS["parties"].values(case).items()}
    for cell, values in moved.items():
        party, _, side = cell.partition("|")
        if moved[f"{party}|cash"].any() or moved[f"{party}|kind"].any():
            out.setdefault(party, {})[side] = band(values, "EUR/year", True)
    return out


def lives(tier: money.Tier) -> Lives:
    """How many courses live up to a tier, and from when."""
    ever = tier.first >= 0
    first = int(np.median(tier.first[ever])) if ever.any() else None
    return Lives(int(tier.lives.sum()), tier.lives.size, int(ever.sum()), first, band(tier.yearly, "EUR/year"))


def law_effect(outcome: Outcome) -> Law | None:
    """2: what reading the law the other way would change."""
    played = outcome.spec.canvas.simwijk.law
    other = "lenient" if played == "strict" else "strict"
    if other not in outcome.lanes:
        return None
    found = []
    for name in (ENTERPRISE, other):
        lane = outcome.lanes[name]
        alive = lane.series["alive"]
        tier = money.live_on(money.tier_results(lane.streams, lane.flows)[ANSWER], alive)
        found.append((alive[-1], tier.lives))
    (alive, without), (alive_other, without_other) = found
    return Law(played, other, int(alive.sum()), int(alive_other.sum()), int(without.sum()), int(without_other.sum()),
               int(((alive != alive_other) | (without != without_other)).sum()), alive.size)


def ranged(outcome: Outcome) -> dict[str, np.ndarray]:
    """The drawn numbers that have a range, by path."""
    return {path: values for path, values in outcome.numbers.items() if np.ptp(values) > 0}
