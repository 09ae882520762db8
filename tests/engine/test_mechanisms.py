"""No mechanism is a placeholder: switched off under the same luck, what it should move moves."""

from typing import NamedTuple

import numpy as np
import pytest

from simcore.behaviour.world import COMMERCIAL, COUNT, INFORMAL, NEIGHBOUR, WMO
from simcore.run import ENTERPRISE, NOTHING, Outcome

RUN = dict(residents=700, weeks=65, replications=2, seed=11, threads=1)

# What every course here shares: an enterprise that does not close its services at once, so that there is something to see.
BASE = {"simwijk.stop.on": "off", "neighbourhood.labour.inspection": 0,
        "key_activities.ka-recruiting.recruiting.join": 0.4, "channels.ch-street.outside": 1,
        "customer_relationships.cr-known-face.bond.appeal": 1}
CONTRIBUTION = "neighbourhood.wmo.contribution_least.1.value"
PARTNERS = ("kp-municipality", "kp-corporation", "kp-welfare")
ALL = ("cs-working-singles", "cs-temporary-care", "cs-pgb")
NEVER = "{value: 900000000, unit: EUR, low: 900000000, high: 900000001, evidence: assumption, source: never}"
PROFITS = {"simwijk.grow.buffer": 10, "simwijk.grow.cost": 1000, "simwijk.grow.profit_weeks": 1,
           "costs.cost-premiums.amount": 0, "costs.cost-insurance.amount": 0, "neighbourhood.choice.price": 0.06,
           "customer_relationships.cr-known-face.bond.appeal": 4, "key_activities.ka-management.coordination.hours": 60,
           "revenue_streams.rs-cleaning.price": 20}
MANY = {"neighbourhood.people.benefit_share": 0.4, "key_resources.kr-home-team.team.places": 40,
        "key_activities.ka-recruiting.recruiting.join": 0.9, "key_activities.ka-recruiting.recruiting.drop_out": 0.9}


def every(names: tuple, leaf: str, value: object) -> dict:
    """The same change for several partners."""
    return {f"key_partnerships.{name}.{leaf}": value for name in names}


def unsold(service: str) -> dict:
    """A service that never begins."""
    return {f"value_propositions.{service}.offered": "on_request", f"value_propositions.{service}.start_cost": NEVER}


# --- what is looked at: one number per replication ------------------------------------------------------------


def of(*lanes: str):
    """Says which lanes a look needs; the enterprise's alone when nothing is said."""
    def note(look):
        look.lanes = lanes
        return look
    return note


def count(name: str):
    return lambda o: o.lanes[ENTERPRISE].series["counts"][:, :, COUNT[name]].sum(0)


def visits(service: str = ""):
    def look(o: Outcome):
        lane = o.lanes[ENTERPRISE]
        mine = [i for i, s in enumerate(lane.layout.services) if service in ("", s.id)]
        return lane.series["services"][:, :, mine, 2].sum((0, 2))
    return look


def euros(start: str, lane: str = ENTERPRISE):
    @of(lane)
    def look(o: Outcome):
        mine = [i for i, s in enumerate(o.lanes[lane].streams) if s.name.startswith(start)]
        return o.lanes[lane].flows[:, :, mine].sum((0, 2)) / 100
    return look


def hours(way: int, lane: str = ENTERPRISE, activity: int | None = None):
    @of(lane)
    def look(o: Outcome):
        minutes = o.lanes[lane].series["minutes"][:, :, :, way]
        return (minutes.sum(2) if activity is None else minutes[:, :, activity]).sum(0) / 60
    return look


def served(o: Outcome):
    return o.lanes[ENTERPRISE].series["teams"][:, :, :, 1].sum((0, 2)) / 60


def cash(o: Outcome):
    return o.lanes[ENTERPRISE].series["cash"][-1] / 100


def events(kind: str):
    return lambda o: np.array([sum(1 for _, k, _, r in o.lanes[ENTERPRISE].events if k == kind and r == one)
                               for one in o.replications])


def quarterly(name: str):
    return lambda o: o.lanes[ENTERPRISE].quarter[name].sum(0)


def weeks_open(o: Outcome):
    return o.lanes[ENTERPRISE].series["services"][:, :, :, 5].sum((0, 2))


def weeks_alive(o: Outcome):
    return o.lanes[ENTERPRISE].series["alive"].sum(0)


@of(NOTHING)
def summer_over_winter(o: Outcome):
    """Garden hours in the summer half of the year less those in the winter half."""
    garden = 3
    minutes = o.lanes[NOTHING].series["minutes"][:52, :, garden, INFORMAL]
    return minutes[13:39].sum(0) - minutes[:13].sum(0) - minutes[39:].sum(0)


def placed_weeks(o: Outcome):
    return o.lanes[ENTERPRISE].series["placed"].sum(0)


@of(NOTHING, ENTERPRISE)
def paid_hours_displaced(o: Outcome):
    return hours(COMMERCIAL, NOTHING)(o) - hours(COMMERCIAL)(o)


class Case(NamedTuple):
    """A mechanism, what switches it off, where it shows, and which way it should go with the mechanism on."""
    name: str
    off: dict
    look: object
    way: str = "differs"                      # more, less, or differs
    on: dict = {}                             # what this mechanism needs beside BASE to be seen
    use: tuple = ()                           # plugins of both courses
    off_use: tuple | None = None              # plugins when it is off, where they differ
    without: tuple = ()                       # plugins of the file left out when it is off
    canvas: str = "haarlems_gemak"

    @property
    def lanes(self) -> tuple:
        """The lanes that have to be played to see it."""
        return getattr(self.look, "lanes", (ENTERPRISE,))


CUT = ("wmo_cut:start=2013-07-01",)
PATCHED = ("wmo_cut:start=2013-04-01,patience=26,unmet=0.01",)
UNPATCHED = ("wmo_cut:start=2013-04-01,patience=26,unmet=1",)

CASES = [
    # whom it reaches, and how they hear
    *(Case(f"segment {one}", {"channels.ch-street.for.customer_segments": f"[{', '.join(s for s in ALL if s != one)}]"},
           count("heard"), "more", {"channels.ch-street.outside": 3, "channels.ch-fair.event.reach": 0.01,
                                    "channels.ch-word-of-mouth.word_of_mouth": 0, "neighbourhood.needs.illness": 0.2})
      for one in ALL),
    Case("hearing from outside", {"channels.ch-street.outside": 0}, count("heard"), "more"),
    Case("word of mouth", {"channels.ch-word-of-mouth.word_of_mouth": 0}, count("heard"), "more"),
    Case("bad word", {"channels.ch-word-of-mouth.bad_word": 0}, count("heard"), "less",
         {"channels.ch-word-of-mouth.bad_word": 4, "channels.ch-word-of-mouth.word_of_mouth": 4}),
    Case("a fair", {"channels.ch-fair.event.reach": 0}, count("heard"), "more"),
    # services
    *(Case(f"service {one}", unsold(f"vp-{one}"), visits(f"vp-{one}"), "more")
      for one in ("cleaning", "windows", "laundry", "garden", "cooking", "groceries", "rides")),
    Case("service ironing", unsold("vp-ironing"), visits("vp-ironing"), "more",
         {"neighbourhood.needs.activities.ironing.amount": 2, "customer_relationships.cr-known-face.bond.appeal": 4}),
    Case("keys, on request", unsold("vp-keys"), visits("vp-keys"), "more",
         {"neighbourhood.needs.activities.keys.amount": 12}),
    Case("enough people must ask", {"simwijk.start_on_request.requests": 100_000}, visits("vp-keys"), "more",
         {"neighbourhood.needs.activities.keys.amount": 12}),
    Case("coffee makes ties", unsold("vp-coffee"), count("new_ties"), "more", {"neighbourhood.ties.contact": 0.15}),
    Case("ties make people less lonely", unsold("vp-coffee"), quarterly("lonely"), "less",
         {"neighbourhood.ties.contact": 0.9, "neighbourhood.ties.loneliness": 2}),
    Case("coffee takes time", unsold("vp-coffee"), hours(6), "less",
         {"value_propositions.vp-coffee.company.minutes": 60, "key_resources.kr-home-team.team.hours": 12}),
    Case("work outdoors", {"key_resources.kr-outdoor-team.team.hours": 1}, visits("vp-windows"), "more"),
    Case("work at home", {"key_resources.kr-home-team.team.hours": 1}, visits("vp-cleaning"), "more"),
    # who does the work
    Case("people on benefit join", {"key_activities.ka-recruiting.recruiting.join": 0}, placed_weeks, "more"),
    Case("without people nothing is served", {"key_activities.ka-recruiting.recruiting.join": 0}, served, "more"),
    Case("giving up a place", {"key_activities.ka-recruiting.recruiting.drop_out": 0}, count("dropped_out"), "more"),
    Case("a place ends by law", {"neighbourhood.labour.place_weeks": 1000, "neighbourhood.labour.place_review": 1000},
         count("ended"), "more", {"neighbourhood.labour.place_weeks": 40}),
    Case("a review ends a place", {"neighbourhood.labour.place_review": 1000}, count("ended"), "more",
         {"neighbourhood.labour.place_review": 13}),
    Case("learning by doing", {"key_activities.ka-learning.learning.productivity_in_the_end": 0.4}, served, "more",
         {"key_activities.ka-learning.learning.productivity_at_start": 0.4}),
    Case("confidence is gained", {"key_activities.ka-learning.learning.confidence_gain": 0}, visits(), on={
        "key_activities.ka-learning.learning.confidence_gain": 0.05}),
    Case("confidence is lost", {"key_activities.ka-learning.learning.confidence_loss": 0}, visits(), on={
        "key_activities.ka-learning.learning.confidence_loss": 0.3, "key_activities.ka-learning.learning.quality_noise": 0.5,
        "key_activities.ka-learning.learning.confidence_at_start": 0.9, "neighbourhood.choice.trust_floor": 0.5}),
    Case("travel", {"key_activities.ka-learning.learning.travel": 0}, served, "less"),
    Case("absence", {"key_activities.ka-learning.learning.attendance": 1}, served, "less"),
    Case("paid people cost wages", {"key_resources.kr-outdoor-team.team.contract": "participation_place"},
         euros("wages.kr-outdoor-team"), "more", {"key_resources.kr-outdoor-team.team.contract": "paid"}),
    Case("a wage subsidy leaves a part of the wage", {"key_resources.kr-home-team.team.contract": "participation_place"},
         euros("wages.kr-home-team"), "more", {"key_resources.kr-home-team.team.contract": "wage_subsidy"}),
    Case("volunteers get a fee", {"neighbourhood.labour.volunteer_fee": 0}, euros("wages.kr-home-team"), "more",
         {"key_resources.kr-home-team.team.contract": "volunteer"}),
    # benefits, work and the ladder
    Case("holding a place keeps people from work", {"neighbourhood.assistance.lock_in": 0}, count("placed_exits"), "less",
         {"neighbourhood.assistance.lock_in": -0.95, "neighbourhood.assistance.exit_all": 0.3}),
    Case("a former place helps", {"neighbourhood.assistance.afterwards": 0}, count("exits"), "more",
         MANY | {"neighbourhood.assistance.afterwards": 3, "neighbourhood.assistance.exit_all": 0.14}),
    Case("unpaid work is a rung", {"key_activities.ka-recruiting.recruiting.join": 0}, quarterly("rung 4"), "more"),
    Case("supported work is a rung", {"key_activities.ka-recruiting.recruiting.join": 0}, quarterly("rung 5"), "more",
         {"key_resources.kr-home-team.team.contract": "wage_subsidy"}),
    Case("contacts are a rung", unsold("vp-coffee"), quarterly("rung 1"), "less",
         MANY | {"neighbourhood.ties.contact": 0.9, "neighbourhood.ties.loneliness": 3, "neighbourhood.ties.fade": 0.005}),
    Case("work that was found is lost again", {"neighbourhood.assistance.returns": 0}, count("returns"), "more",
         {"neighbourhood.assistance.exit_all": 0.14, "neighbourhood.people.benefit_share": 0.4}),
    Case("work elsewhere is paid", {"neighbourhood.labour.net_wage": 1}, euros("work.wages"), "more",
         {"neighbourhood.assistance.exit_all": 0.14, "neighbourhood.people.benefit_share": 0.4}),
    Case("wages are taxed", {"neighbourhood.labour.wage_tax": 0}, euros("work.tax"), "more",
         {"neighbourhood.assistance.exit_all": 0.14, "neighbourhood.people.benefit_share": 0.4}),
    Case("leaving benefit otherwise", {"neighbourhood.assistance.other_outflow": 0}, count("other_outflow"), "more"),
    Case("a personal budget hires at its own rate", {"neighbourhood.wmo.budget_rate": 1}, euros("wmo.budget", NOTHING),
         "more", {"neighbourhood.people.pgb_share": 0.9}),
    Case("companies pass on VAT", {"neighbourhood.needs.activities.cleaning.prices.vat": 0},
         euros("market.vat", NOTHING), "more"),
    # the law
    Case("the law read strictly", {"simwijk.law": "lenient"}, events("barred"), "more",
         {"simwijk.law": "strict", "neighbourhood.labour.inspection": 0.9}),
    Case("a strict inspection ends the work", {"simwijk.law": "lenient"}, visits(), "less",
         {"simwijk.law": "strict", "neighbourhood.labour.inspection": 0.9}),
    Case("a ride without a licence may not pay", {"key_resources.kr-drivers.team.licence": "true"}, euros("sale.vp-rides"), "less"),
    # partners
    *(Case(f"{one} gives in kind", {f"key_partnerships.{one}.share": 0}, cash, "more") for one in PARTNERS),
    Case("hidden subsidy is written down", every(PARTNERS, "share", 0), euros("in kind"), "more"),
    Case("unpaid labour is written down", {"key_resources.kr-home-team.team.contract": "wage_subsidy"},
         euros("unpaid.kr-home-team"), "more"),
    Case("partners give less each quarter", every(PARTNERS, "phase_out", 0), euros("in kind"), "less",
         every(PARTNERS, "phase_out", 0.15) | every(PARTNERS, "term", 900)),
    Case("partners withdraw", every(PARTNERS, "renew", 9), euros("in kind"), "less",
         every(PARTNERS, "renew", -9) | every(PARTNERS, "term", 26) | every(PARTNERS, "renew_on_gain", 0)),
    Case("renewal looks at the gain", every(PARTNERS, "renew_on_gain", 0), events("withdraws"), "more",
         every(PARTNERS, "renew", 2) | every(PARTNERS, "term", 26) | every(PARTNERS, "gain_per_hour", 0)
         | every(PARTNERS, "renew_on_gain", 9)),
    Case("start capital", every(PARTNERS, "start_capital", 0), cash, "more"),
    # rules of the enterprise
    Case("stopping on direct cost", {}, events("stops"), "more", {"simwijk.stop.on": "direct_cost"}),
    Case("what the visits bear need not pay for itself", {"value_propositions.vp-coffee.must_pay": True},
         visits("vp-coffee"), "more", {"simwijk.stop.on": "direct_cost"}),
    Case("a stopped service is not sold", {}, visits("vp-rides"), "less", {"simwijk.stop.on": "direct_cost"}),
    Case("overhead counts on full cost", {"simwijk.stop.on": "direct_cost"}, events("stops"), "more",
         {"simwijk.stop.on": "full_cost", "revenue_streams.rs-cleaning.price": 17, **every(PARTNERS, "phase_out", 0),
          "key_partnerships.kp-welfare.share": 0}),
    Case("a first period of grace", {"simwijk.stop.grace": 1}, weeks_open, "more",
         {"simwijk.stop.on": "direct_cost", "simwijk.stop.grace": 20}),
    Case("notice to customers", {"simwijk.stop.notice": 0}, visits(), "more", {"simwijk.stop.on": "direct_cost"}),
    Case("growth", {"simwijk.grow.buffer": 900_000_000}, events("grows"), "more", PROFITS),
    Case("growth shares overhead", {"simwijk.grow.shared_overhead": 0}, euros("cost.cost-coordination"), "less",
         PROFITS | {"simwijk.grow.shared_overhead": 0.6, "key_partnerships.kp-welfare.share": 0.2}),
    Case("insolvency", {"simwijk.insolvent_after": 100_000}, weeks_alive, "less", every(PARTNERS, "start_capital", 0)),
    Case("customers pay late", {"simwijk.pay_delay.customer": 0}, cash, "less", {"simwijk.pay_delay.customer": 6}),
    Case("institutions pay late", {"simwijk.pay_delay.institution": 0}, cash, "less",
         {"simwijk.pay_delay.institution": 13, "neighbourhood.people.pgb_share": 0.9}),
    *(Case(f"cost of {one}", {f"costs.cost-{one}.amount": 0}, cash, "less") for one in (
        "supervision", "coordination", "rooms", "premiums", "materials", "insurance", "start")),
    Case("VAT", {f"value_propositions.vp-{one}.vat": 0 for one in ("windows", "laundry", "garden")}, euros("vat."), "more"),
    Case("a coach", {"neighbourhood.assistance.coach_share": 0}, euros("coach"), "more"),
    # help by the Wmo
    Case("the own contribution drives people out", {CONTRIBUTION: 18.6}, hours(WMO, NOTHING), "less",
         {"simwijk.start": "2014-06-30", CONTRIBUTION: 200, "neighbourhood.wmo.clients": 60}),
    Case("the own contribution brings money in", {CONTRIBUTION: 18.6}, euros("wmo.contribution", NOTHING), "more",
         {"simwijk.start": "2014-06-30", CONTRIBUTION: 24}),
    Case("a cut in the Wmo", {}, hours(WMO, NOTHING), "less", use=CUT, off_use=()),
    Case("a cut sends people to the enterprise", {}, visits("vp-cleaning"), on={"neighbourhood.wmo.clients": 60},
         use=CUT, off_use=()),
    Case("a cut rebounds", {}, hours(WMO, NOTHING), "more", use=PATCHED, off_use=UNPATCHED),
    Case("a personal budget pays", {}, euros("sale.vp-cleaning"), "differs", {"neighbourhood.people.pgb_share": 0.9},
         without=("pgb",)),
    Case("the personal budgets run out", {}, euros("pgb."), "less", {"neighbourhood.people.pgb_share": 0.9},
         use=("pgb:budget=50",), off_use=("pgb:budget=400000",)),
    # the other ways
    Case("informal helpers are an alternative", {f"neighbourhood.needs.activities.cleaning.prices.informal": 5000},
         hours(INFORMAL, NOTHING, 0), "more"),
    Case("companies are an alternative", {f"neighbourhood.needs.activities.windows.prices.commercial": 5000},
         hours(COMMERCIAL, NOTHING, 6), "more"),
    Case("neighbours are an alternative", {"neighbourhood.people.helpers": 0}, hours(NEIGHBOUR, NOTHING), "more"),
    Case("a price keeps people away", {"revenue_streams.rs-cleaning.price": 6}, visits("vp-cleaning"), "less"),
    Case("appeal", {"customer_relationships.cr-known-face.bond.appeal": -1}, visits(), "more"),
    Case("likeness to a commercial offer", {"customer_relationships.cr-known-face.bond.likeness": 0}, visits()),
    Case("trust", {"neighbourhood.choice.trust": 0}, visits(), on={"neighbourhood.choice.trust": 1.5}),
    Case("a new face costs trust", {"customer_relationships.cr-known-face.bond.new_face": 0}, visits(), on={
        "neighbourhood.choice.trust_floor": 0.4}),
    Case("little trust makes people look around", {"neighbourhood.choice.trust_floor": 0}, visits(), "less",
         {"neighbourhood.choice.trust_floor": 0.6}),
    Case("waiting puts people off", {"neighbourhood.choice.waiting": 0}, visits(), on={"neighbourhood.choice.waiting": 0.5}),
    Case("waiters give up", {"key_activities.ka-reception.waiting.leave": 0}, count("gave_up"), "more"),
    Case("habit", {"neighbourhood.choice.habit": 0}, visits(), on={"neighbourhood.choice.habit": 3}),
    Case("paid hours are displaced", {**unsold("vp-windows"), **unsold("vp-garden"), **unsold("vp-cleaning")},
         paid_hours_displaced, "more"),
    # lives
    Case("people fall ill", {"neighbourhood.needs.illness": 0}, count("ill"), "more"),
    Case("people move", {"neighbourhood.people.moves": 0}, count("moved"), "more"),
    Case("people grow limited", {"neighbourhood.people.limited_under_65": 0.001, "neighbourhood.people.limited_65plus": 0.01},
         count("limited"), "more"),
    Case("seasons", {"neighbourhood.needs.activities.garden.season": 0}, summer_over_winter, "more"),
    Case("somebody limited needs more", {"neighbourhood.needs.when_limited": 1}, hours(WMO), on={
        "neighbourhood.needs.when_limited": 3}),
]


# A canvas of teams of a like mind, in a district with many who can do what they do.
TEAMS = ("kr-carpenters", "kr-furniture-team", "kr-pc-advisers", "kr-desk-team")
CALM = {"key_partnerships.kp-social-service.start_capital": 100_000, "key_activities.ka-inviting.recruiting.join": 0.6,
        "neighbourhood.people.benefit_share": 0.3, "channels.ch-workshop.outside": 2, "channels.ch-desk.outside": 4,
        "customer_relationships.cr-at-home.bond.appeal": 1}
SHORT = {"value_propositions.vp-desk.opening.hours": 0.5, "value_propositions.vp-desk.opening.seats": 1,
         "neighbourhood.needs.activities.forms.amount": 10, "customer_relationships.cr-at-home.bond.appeal": 4}
OFTEN = {"key_activities.ka-borrel.gathering.every": 3}
UNSURE = {"key_activities.ka-practice.learning.quality_noise": 0.5, "key_activities.ka-practice.learning.confidence_loss": 0.3,
          "key_activities.ka-recognition.recognition.gives_up_below": 0.24}
SURE = {"key_activities.ka-practice.learning.confidence_gain": 0.2, "neighbourhood.assistance.exit_all": 0.4,
        "neighbourhood.assistance.lock_in": -0.9, "key_activities.ka-inviting.recruiting.drop_out": 0.05}


def trades(**shares) -> dict:
    """The same change for the trade of every team."""
    return {f"key_resources.{team}.team.trade.{leaf}": value for team in TEAMS for leaf, value in shares.items()}


def minutes_of(service: str):
    def look(o: Outcome):
        lane = o.lanes[ENTERPRISE]
        return lane.series["services"][:, :, lane.layout.service(service), 3].sum(0)
    return look


ALIKE = [
    Case("not everybody can do a trade", trades(can=1), placed_weeks, "less"),
    Case("not everybody likes it", trades(likes=1), placed_weeks, "less"),
    Case("a team waits until enough are together", trades(least=1, keep=1), weeks_open, "less", trades(can=0.4)),
    Case("a team stops when too few are left", trades(keep=1), events("team_stops"), "more",
         trades(least=3, keep=3, can=0.4) | {"key_activities.ka-inviting.recruiting.drop_out": 0.8}),
    Case("who is sure looks for work", {"key_activities.ka-recognition.recognition.search_from": 1},
         count("placed_exits"), "more", SURE | trades(can=0.6)),
    Case("who is unsure slides back", {"key_activities.ka-recognition.recognition.gives_up_below": 0},
         count("slid_back"), "more", UNSURE | trades(can=0.6)),
    Case("a desk has opening hours", {"value_propositions.vp-desk.opening.hours": 60}, minutes_of("vp-desk"), "less", SHORT),
    Case("a desk has seats", {"value_propositions.vp-desk.opening.seats": 20}, minutes_of("vp-desk"), "less",
         SHORT | trades(can=0.6)),
    Case("a form that is not sent in costs benefit", {"neighbourhood.needs.activities.forms.when_undone": 0},
         euros("lost benefits", NOTHING), "more"),
    Case("a form that waits costs benefit", {"neighbourhood.needs.activities.forms.when_late": 0},
         euros("lost benefits"), "more", SHORT | {"key_activities.ka-reception.waiting.leave": 0.1}),
    Case("a channel reaches people on benefit", {"channels.ch-desk.outside": 0}, count("heard"), "more"),
    Case("furniture is done up", {"neighbourhood.needs.activities.furniture.amount": 0.1}, minutes_of("vp-furniture"),
         "more", {"neighbourhood.needs.activities.furniture.amount": 2}),
    Case("members talk at a gathering", {"key_activities.ka-borrel.gathering.contacts": 0}, count("new_ties"), "more",
         OFTEN | {"neighbourhood.ties.contact": 0.9}),
    Case("it gets late", {"key_activities.ka-borrel.gathering.late": 0}, served, "less",
         OFTEN | {"key_activities.ka-borrel.gathering.late": 12, "key_activities.ka-borrel.gathering.every": 1}),
    Case("a gathering costs", {"costs.cost-borrel.amount": 0}, cash, "less", OFTEN),
    Case("no gathering", {"key_activities.ka-borrel.gathering.held": "false"}, count("participations"), "more", OFTEN),
    Case("deals with partners", {}, euros("cost.cost-tools"), "less", OFTEN, without=("partner_deals",)),
]
CASES += [case._replace(canvas="compiratie") for case in ALIKE]
BASES = {"haarlems_gemak": BASE, "compiratie": CALM}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_without_the_mechanism_the_outcome_is_another_under_the_same_luck(case, played):
    run, base = RUN | {"lanes": case.lanes, "canvas": case.canvas}, BASES[case.canvas]
    on = played(base | case.on, use=case.use, keep=True, **run)
    off_use = case.use if case.off_use is None else case.off_use
    switch = case.off or ({"simwijk.stop.on": "off"} if "simwijk.stop.on" in case.on else {})
    off = played(base | case.on | switch, use=off_use, without=case.without, **run)
    with_it, without_it = (np.asarray(case.look(o), float) for o in (on, off))
    shown = f"with: {with_it.round(1).tolist()}, without: {without_it.round(1).tolist()}"
    assert (with_it != without_it).any(), f"{case.name} changes nothing; {shown}"
    if case.way != "differs":
        sign = 1 if case.way == "more" else -1
        assert sign * (with_it.sum() - without_it.sum()) > 0, f"{case.name}: not {case.way}; {shown}"
