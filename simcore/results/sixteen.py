"""The sixteen indicators: each a function with its unit and formula, and what it reads.

N residents, t weeks, a year of 52 weeks; "more" and "less" are against doing nothing with the same luck, taken in each
course before any band is. What is "a year" is a mean over the whole run, also after an end, unless its key ends in
``alive``. Keys of figures stay as they are: files and other programs read them.
"""

import numpy as np

from simcore.results import district, money, parties, people
from simcore.results.bands import per_year, ratio
from simcore.results.prices import balance
from simcore.results.registry import INDICATORS, Case, Figure, indicator

__all__ = ["INDICATORS", "TAKING"]

TAKING = "neighbourhood.assistance.exits_taking_a_job"
PEOPLE, HOURS, EURO, SHARE = "people/year", "hours/year", "EUR/year", "share"

# Assumptions that much rests on: who comes to it, who works there, what it costs and who bears that.
DEMAND = ("revenue_streams.*.price", "customer_relationships.*.bond.appeal", "channels.*", "neighbourhood.choice.price")
WORK = ("key_resources.*.team.*", "key_activities.*.recruiting.*", "key_activities.*.learning.*")
COSTS = ("costs.*", "key_activities.*.guidance.*", "key_activities.*.coordination.*", "key_resources.*.area",
         "key_partnerships.*")
COMPANY = ("value_propositions.*.company.*", "neighbourhood.ties.contact", "neighbourhood.ties.fade")
# Every price, rate, share and term at which money is booked; tests/results/test_registry.py
# watches what books it.
BOOKED = ("revenue_streams.*", "costs.*", "key_partnerships.*", "value_propositions.*.vat",
          "value_propositions.*.start_cost", "key_activities.*.guidance.*", "key_activities.*.coordination.*",
          "key_activities.*.gathering.*",
          "key_resources.*.area", "key_resources.*.building.*", "simwijk.unpaid_labour", "simwijk.pay_delay.*",
          "simwijk.grow.*", "plugins.*",
          *(f"neighbourhood.{path}" for path in (
              "assistance.cost", "assistance.coach_*", "assistance.norm_single.*", "assistance.disregard_*",
              "labour.net_wage", "labour.wage_tax", "labour.hour_cost", "labour.minimum_wage.*",
              "labour.most_subsidy.*",
              "labour.holiday_pay", "labour.ride_fee", "labour.volunteer_*", "wmo.tariff", "wmo.budget_rate",
              "wmo.contribution_*", "commons.*", "needs.activities.*.prices.*", "needs.activities.*.vat")))


def given(**found: np.ndarray | None) -> dict[str, np.ndarray]:
    """The figures that there are."""
    return {key: values for key, values in found.items() if values is not None}


# --- everyone ----------------------------------------------------------------------------------------------------


@indicator("1", "money", Figure("cash", "EUR"), Figure("result", "EUR/4 weeks"), series=("cash", "alive"),
           streams=("sale", "pgb", "vat", "cost", "wages", "begin", "growth", "grant"),
           numbers=(*COSTS, *DEMAND, *WORK))
def own_money(case: Case) -> dict[str, np.ndarray]:
    """EUR; EUR per four weeks. cash(t) = cash(t-1) + in - out; result = in - out, no start capital, while it lives."""
    lane = case.lane
    result = money.own_result(lane.streams, lane.flows)
    return {"cash": lane.series["cash"][-1] / 100, "result": money.viability(result, lane.series["alive"]) * 4 / 52}


@indicator("2", "without", *(Figure(tier, EURO) for tier in money.TIERS), series=("alive",),
           streams=("sale", "pgb", "vat", "cost", "wages", "in kind", "unpaid", "subsidy", "grant"),
           numbers=(*COSTS, *DEMAND, *WORK))
def without_municipal_money(case: Case) -> dict[str, np.ndarray]:
    """EUR in the last 52 weeks. what is left of the result when a tier takes its money away; it lives from 0.

    A grants; B also help in kind; C also orders, PGB and Wmo; D also unpaid labour at the price of paid labour.
    """
    lane = case.lane
    left = money.tier_results(lane.streams, lane.flows)
    return {tier: money.live_on(one, lane.series["alive"]).yearly for tier, one in left.items()}


# --- the alderman ------------------------------------------------------------------------------------------------


@indicator("3", "work", Figure("exits", PEOPLE, True), Figure("exits_share", "share/year", True),
           Figure("participants", "people"), Figure("participants_alive", "people"),
           Figure("supported", "people", True),
           series=("exits", "short_exits", "placed", "rung 5"),
           numbers=("neighbourhood.assistance.exit_*", "neighbourhood.assistance.lock_in",
                    "neighbourhood.assistance.afterwards", "neighbourhood.assistance.returns",
                    "neighbourhood.people.share_far", *WORK))
def work(case: Case) -> dict[str, np.ndarray]:
    """People a year; share. exits to work kept 26 weeks or more than without, / mean participants; rung 5 apart."""
    more, there = people.exits(case.lane) - people.exits(case.nothing), people.participants(case.lane)
    supported = [district.looked_at(lane, "rung 5").mean(0) for lane in (case.lane, case.nothing)]
    return {"exits": more, "exits_share": ratio(more, there), "participants": there,
            "participants_alive": people.while_it_lives(case.lane.series["placed"], case.lane),
            "supported": supported[0] - supported[1]}


@indicator("4", "ladder", Figure("rung", "rung"), Figure("placed", "rungs"), Figure("rungs", "rungs", True),
           Figure("risen", SHARE), series=("counted", "rung 1..6", "had a place", "rungs higher", "risen"),
           numbers=("neighbourhood.ties.*", "neighbourhood.assistance.*", *WORK))
def ladder(case: Case) -> dict[str, np.ndarray]:
    """Rungs 1-6 a person. mean(rung) more than without; of who holds or held a place: mean(rung now - rung before it).

    The second is not taken off what they would have done anyway. Also the share of them that stands a rung higher or
    more, where that is counted.
    """
    higher = people.mean_rung(case.lane)
    risen = district.share_of(case.lane, "risen", "had a place") if "risen" in case.lane.quarter else None
    return given(rung=higher, placed=people.rungs_higher(case.lane), rungs=higher - people.mean_rung(case.nothing),
                 risen=risen)


@indicator("5", "benefits", Figure("saved", EURO, True), Figure("weeks", "weeks/year", True),
           streams=("benefits", "benefits.tax", "deducted"), series=("benefit",),
           numbers=("neighbourhood.assistance.*", "neighbourhood.labour.hour_cost", *WORK))
def avoided_benefits(case: Case) -> dict[str, np.ndarray]:
    """EUR a year; person-weeks a year. benefits paid less than without + part-time pay taken off benefits.

    A week off benefit counts for what a benefit costs the municipality: what the person gets, tax and premiums.
    """
    weeks = case.lane.flows.shape[0]
    less = people.benefits_paid(case.nothing) - people.benefits_paid(case.lane)
    off = case.nothing.series["benefit"].sum(0) - case.lane.series["benefit"].sum(0)
    return {"saved": per_year((less + people.deducted(case.lane) - people.deducted(case.nothing)) / 100, weeks),
            "weeks": per_year(off, weeks)}


@indicator("6", "caught", Figure("hours", HOURS), series=("caught",), absent="uncounted",
           numbers=("neighbourhood.wmo.*", *DEMAND, *WORK))
def caught(case: Case) -> dict[str, np.ndarray]:
    """Hours a year. sum of household help delivered to residents who lost or lack an indication for the Wmo."""
    return given(hours=district.caught(case.lane))


@indicator("7", "displacement", Figure("hours", HOURS, True), Figure("share", SHARE, True),
           Figure("jobs", PEOPLE, True), Figure("delivered", HOURS), Figure("delivered_alive", HOURS),
           series=("minutes", "teams", "exits", "short_exits"),
           numbers=(TAKING, *DEMAND, *WORK))
def displacement(case: Case) -> dict[str, np.ndarray]:
    """Hours a year; share. regular paid hours without - with it, / hours delivered by people on benefit; never floored.

    Apart from those hours: people a year whose job went to somebody from benefit.
    """
    gone, delivered = people.displaced(case.nothing, case.lane).sum(1), people.hours_on_benefit(case.lane)
    return {"hours": gone, "share": ratio(gone, delivered),
            "jobs": people.jobs_taken(case.nothing, case.lane, case.numbers[TAKING]),
            "delivered": people.hours_delivered(case.lane),
            "delivered_alive": people.while_it_lives(people.weekly_hours(case.lane), case.lane) * 52}


@indicator("8", "coping", Figure("coping", SHARE), Figure("more", SHARE, True), proxy=True,
           series=("clients", "coping", "short of help"),
           numbers=("neighbourhood.wmo.*", "neighbourhood.people.eligible_share", "plugins.*", *DEMAND, *WORK))
def coping(case: Case) -> dict[str, np.ndarray]:
    """Share of clients. clients with delivered / needed hours of 0.8 or more, and content (0.6 or more) / all clients.

    Where the engine keeps only the share that lacks hours, the difference with doing nothing is in that.
    """
    return given(coping=district.coping(case.lane), more=district.coping_more(case.nothing, case.lane))


@indicator("9", "parties", numbers=BOOKED)
def who_pays(case: Case) -> dict[str, np.ndarray]:
    """EUR a year for each party, in cash and in kind. sum of what it gets - sum of what it gives, more than without.

    All parties together are zero, to the cent; ``parties.cells`` opens each figure into its streams. Keys are
    ``<party>|cash`` and ``<party>|kind``.
    """
    found = parties.who_pays(case.nothing, case.lane, case.partners)
    return {f"{party}|{side}": values for party, sides in found.items() for side, values in sides.items()}


@indicator("9b", "balance", Figure("effects", EURO, True), Figure("cost", EURO, True), Figure("balance", EURO, True),
           Figure("ratio", "ratio"), absent="unpriced")
def indicative_balance(case: Case) -> dict[str, np.ndarray]:
    """EUR a year; ratio. sum of effect x (1 - deadweight) x price - cost; effects / cost. Off unless prices are given.

    Deadweight is 0, as effects are differences with doing nothing already. Cost is what the municipality, the treasury
    and the partners give more than without, in cash and in kind, as in who pays and who gains.
    """
    return balance(case, INDICATORS) if case.prices else {}


# --- the neighbourhood -------------------------------------------------------------------------------------------


@indicator("10", "cohesion", Figure("cohesion", "0-10"), Figure("more", "0-10", True), proxy=True,
           series=("cohesion", "ties", "adults"), numbers=("neighbourhood.ties.cohesion*", *COMPANY))
def cohesion(case: Case) -> dict[str, np.ndarray]:
    """Points, 0-10. cohesion at the start + c x new ties per adult, mean over the quarters (docs/laws.md 12)."""
    here = district.cohesion(case.lane)
    return {"cohesion": here, "more": here - district.cohesion(case.nothing)}


@indicator("11", "meetings", Figure("participations", "per resident-week", True),
           Figure("new_ties", "ties/quarter", True), series=("participations", "contacts", "new_ties"),
           numbers=COMPANY)
def meetings(case: Case) -> dict[str, np.ndarray]:
    """Per resident-week; ties a quarter. sum of residents present at meetings / (N x weeks); new ties x 13 / weeks."""
    present, made = (count(case.lane) - count(case.nothing) for count in (district.participations, district.ties_made))
    return {"participations": present / (case.residents * case.lane.flows.shape[0]), "new_ties": made}


@indicator("12", "lonely", Figure("lonely", SHARE), Figure("somewhat", SHARE), Figure("strongly", SHARE),
           Figure("lonely_more", SHARE, True), Figure("strongly_more", SHARE, True), proxy=True,
           series=("lonely", "severely lonely", "adults"),
           numbers=("neighbourhood.ties.lon*", "neighbourhood.ties.severely_lonely", *COMPANY))
def lonely(case: Case) -> dict[str, np.ndarray]:
    """Share of adults. with 2-4 (somewhat) or 5-6 (strongly) unfavourable answers of 6, mean over the quarters."""
    every, strongly = district.lonely(case.lane), district.strongly_lonely(case.lane)
    return {"lonely": every, "somewhat": every - strongly, "strongly": strongly,
            "lonely_more": every - district.lonely(case.nothing),
            "strongly_more": strongly - district.strongly_lonely(case.nothing)}


@indicator("13", "helped", Figure("households", "households/year"), Figure("met", SHARE), Figure("wait", "days"),
           series=("helped", "services", "teams"), numbers=(*DEMAND, *WORK))
def helped(case: Case) -> dict[str, np.ndarray]:
    """Households a year; share; days. distinct households; minutes served / asked; minutes waiting / a week's."""
    return {"households": people.helped(case.lane), "met": people.met(case.lane), "wait": people.wait(case.lane)}


@indicator("14", "load", Figure("top_three", SHARE), Figure("dropped_out", PEOPLE),
           series=("unpaid", "unpaid top", "organisers stopped"),
           numbers=("neighbourhood.people.helpers", "neighbourhood.people.hours_*", "neighbourhood.volunteers.*",
                    "key_activities.*"))
def load(case: Case) -> dict[str, np.ndarray]:
    """Share; people a year. unpaid hours of the three who do most, each quarter anew / all unpaid hours; drop-outs."""
    return given(top_three=district.top_three(case.lane), dropped_out=district.burned_out(case.lane))


@indicator("15", "goals", Figure("chosen", "goals"), Figure("reached", "goals"), Figure("share", SHARE),
           Figure("pot", SHARE), series=("goals", "goals reached", "pot", "pot target"),
           numbers=("key_activities.*", "simwijk.*", "costs.*"))
def goals(case: Case) -> dict[str, np.ndarray]:
    """n of m; share. goals residents chose and reached by the end / goals chosen; savings pot / what it is for."""
    chosen, reached, pot, target = (district.at_the_end(case.lane, name)
                                    for name in ("goals", "goals reached", "pot", "pot target"))
    return given(chosen=chosen, reached=reached, share=district.part(reached, chosen), pot=district.part(pot, target))


@indicator("16", "tidy", Figure("porticoes", SHARE), Figure("litter", SHARE), Figure("rounds", SHARE),
           series=("porticoes due", "porticoes done", "litter", "litter addressed", "rounds planned", "rounds walked"),
           numbers=("key_activities.*", "neighbourhood.volunteers.*", "neighbourhood.ties.*", *WORK))
def tidy(case: Case) -> dict[str, np.ndarray]:
    """Share. porticoes cleaned on time / due; litter addressed / seen; rounds walked / planned, over the whole run."""
    return given(porticoes=district.kept(case.lane, "porticoes done", "porticoes due"),
                 litter=district.kept(case.lane, "litter addressed", "litter"),
                 rounds=district.kept(case.lane, "rounds walked", "rounds planned"))
