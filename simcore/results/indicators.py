"""All figures of a run, measured once: what the terminal says, the files keep and the pictures may quote.

Numbers in brackets are those of the list of indicators the product is held to. A difference is always with doing
nothing, taken per replication before the band is. What is "a year" is a mean over the whole run, also after an end,
unless its key ends in ``alive``: then over the weeks in which the enterprise existed.
"""

from dataclasses import asdict, dataclass

import numpy as np

from simcore.results import money, people
from simcore.results.bands import Band, band, ratio
from simcore.results.movers import Mover, movers
from simcore.results.parties import who_pays
from simcore.run import ENTERPRISE, NOTHING, LaneOutcome, Outcome

TAKING = "neighbourhood.assistance.exits_taking_a_job"
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

    @property
    def answer(self) -> Lives:
        """The tier that answers whether it lives without municipal money."""
        return self.tiers[ANSWER]

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
        }  # fmt: skip


def measure(outcome: Outcome) -> Indicators:
    """Every indicator of a run that has both lanes; the law's effect when a third lane reads it the other way."""
    nothing, with_it = outcome.lanes[NOTHING], outcome.lanes[ENTERPRISE]
    alive = with_it.series["alive"]
    left = money.tier_results(with_it.streams, with_it.flows)
    lived = money.last_week(alive)
    ended = lived[~alive[-1]]
    return Indicators(
        courses=with_it.replications, weeks=outcome.weeks, luck_only=outcome.luck_only, alive=int(alive[-1].sum()),
        ends_in_week=int(np.median(ended)) if ended.size else None,
        tiers={tier: lives(money.live_on(one, alive)) for tier, one in left.items()},
        law=law_effect(outcome),
        money=money_of(with_it),
        work=work_of(nothing, with_it),
        ladder=ladder_of(nothing, with_it),
        displacement=displacement_of(nothing, with_it, outcome.numbers[TAKING]),
        displacement_by_activity=by_activity(nothing, with_it, [one.id for one in outcome.spec.place.needs.activities]),
        parties=parties_of(outcome),
        helped=helped_of(with_it),
        movers=[] if outcome.luck_only else movers(ranged(outcome), money.viability(left[ANSWER], alive)),
    )  # fmt: skip


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


def money_of(lane: LaneOutcome) -> dict[str, Band | None]:
    """1: cash at the end; own result per four weeks while it lives, start capital left out."""
    result, alive = money.own_result(lane.streams, lane.flows), lane.series["alive"]
    return {"cash": band(lane.series["cash"][-1] / 100, "EUR"),
            "result": band(money.viability(result, alive) * 4 / 52, "EUR/4 weeks")}


def work_of(nothing: LaneOutcome, with_it: LaneOutcome) -> dict[str, Band | None]:
    """3: people a year who find work and keep it half a year, more than without it; and as a share of participants."""
    more = people.exits(with_it) - people.exits(nothing)
    there = people.participants(with_it)
    return {"exits": band(more, "people/year", True), "exits_share": band(ratio(more, there), "share/year", True),
            "participants": band(there, "people"),
            "participants_alive": band(people.while_it_lives(with_it.series["placed"], with_it), "people")}


def ladder_of(nothing: LaneOutcome, with_it: LaneOutcome) -> dict[str, Band | None]:
    """4: how much higher on the participation ladder people on benefit stand, averaged over the run.

    The second figure is of those who hold or held a place, beside where they stood before it; it is not taken off
    what they would have done anyway.
    """
    return {"rung": band(people.mean_rung(with_it), "rung"),
            "placed": band(people.rungs_higher(with_it), "rungs"),
            "rungs": band(people.mean_rung(with_it) - people.mean_rung(nothing), "rungs", True)}


def displacement_of(nothing: LaneOutcome, with_it: LaneOutcome, taking: np.ndarray) -> dict[str, Band | None]:
    """7: regular paid hours a year that are gone, and as a share of the hours people on benefit deliver.

    Apart from those hours: the people a year whose job went to somebody from benefit. ``taking`` (R,) is the share
    of exits to work that take such a job.
    """
    gone, delivered = people.displaced(nothing, with_it).sum(1), people.hours_on_benefit(with_it)
    return {"hours": band(gone, "hours/year", True), "share": band(ratio(gone, delivered), "share", True),
            "jobs": band(people.jobs_taken(nothing, with_it, taking), "people/year", True),
            "delivered": band(people.hours_delivered(with_it), "hours/year"),
            "delivered_alive": band(people.while_it_lives(people.weekly_hours(with_it), with_it) * 52, "hours/year")}


def by_activity(nothing: LaneOutcome, with_it: LaneOutcome, names: list[str]) -> dict[str, Band | None]:
    """7, for each need of the neighbourhood: regular paid hours a year that are gone."""
    gone = people.displaced(nothing, with_it)
    return {name: band(gone[:, a], "hours/year", True) for a, name in enumerate(names)}


def parties_of(outcome: Outcome) -> dict[str, dict[str, Band | None]]:
    """9: what each party gains a year, in cash and in kind; parties that nothing moves for are left out."""
    partners = {p.id: p.sim.kind for p in outcome.spec.canvas.key_partnerships if p.sim}
    found = who_pays(outcome.lanes[NOTHING], outcome.lanes[ENTERPRISE], partners)
    return {party: {side: band(values, "EUR/year", True) for side, values in sides.items()}
            for party, sides in found.items() if any(values.any() for values in sides.values())}


def helped_of(lane: LaneOutcome) -> dict[str, Band | None]:
    """13: different households a year, the share of asked minutes that were served, days of waiting."""
    return {"households": band(people.helped(lane), "households/year"), "met": band(people.met(lane), "share"),
            "wait": band(people.wait(lane), "days")}


def ranged(outcome: Outcome) -> dict[str, np.ndarray]:
    """The drawn numbers that have a range, by path."""
    return {path: values for path, values in outcome.numbers.items() if np.ptp(values) > 0}
