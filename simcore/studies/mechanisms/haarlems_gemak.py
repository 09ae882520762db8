"""Cases of Haarlems Gemak: customers, services, people in places, benefit, partners, rules and the district itself."""

from functools import partial

from simcore.behaviour.world import COMMERCIAL, INFORMAL, NEIGHBOUR, WMO
from simcore.run import NOTHING
from simcore.studies.mechanisms.case import Case, Stage
from simcore.studies.mechanisms.looks import (
    CASH,
    PAID_HOURS_DISPLACED,
    PLACED_WEEKS,
    SERVED,
    SUMMER_OVER_WINTER,
    WEEKS_ALIVE,
    WEEKS_OPEN,
    count,
    euros,
    events,
    hours,
    quarterly,
    visits,
)

# An enterprise that does not close its services at once, so that there is something to see.
STAGE = Stage("haarlems_gemak", {
    "simwijk.stop.on": "off", "neighbourhood.labour.inspection": 0,
    "key_activities.ka-recruiting.recruiting.join": 0.4, "channels.ch-street.outside": 1,
    "customer_relationships.cr-known-face.bond.appeal": 1})
case = partial(Case, STAGE)
NO_STOP = {"simwijk.stop.on": "off"}
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


CUT = ("wmo_cut:start=2013-07-01",)
PATCHED = ("wmo_cut:start=2013-04-01,patience=26,unmet=0.01",)
UNPATCHED = ("wmo_cut:start=2013-04-01,patience=26,unmet=1",)

CASES = [
    # whom it reaches, and how they hear
    *(case(f"segment {one}", {"channels.ch-street.for.customer_segments": f"[{', '.join(s for s in ALL if s != one)}]"},
           count("heard"), "more", {"channels.ch-street.outside": 3, "channels.ch-fair.event.reach": 0.01,
                                    "channels.ch-word-of-mouth.word_of_mouth": 0, "neighbourhood.needs.illness": 0.2})
      for one in ALL),
    case("hearing from outside", {"channels.ch-street.outside": 0}, count("heard"), "more"),
    case("word of mouth", {"channels.ch-word-of-mouth.word_of_mouth": 0}, count("heard"), "more"),
    case("bad word", {"channels.ch-word-of-mouth.bad_word": 0}, count("heard"), "less",
         {"channels.ch-word-of-mouth.bad_word": 4, "channels.ch-word-of-mouth.word_of_mouth": 4}),
    case("a fair", {"channels.ch-fair.event.reach": 0}, count("heard"), "more"),
    # services
    *(case(f"service {one}", unsold(f"vp-{one}"), visits(f"vp-{one}"), "more")
      for one in ("cleaning", "windows", "laundry", "garden", "cooking", "groceries", "rides")),
    case("service ironing", unsold("vp-ironing"), visits("vp-ironing"), "more",
         {"neighbourhood.needs.activities.ironing.amount": 2, "customer_relationships.cr-known-face.bond.appeal": 4}),
    case("keys, on request", unsold("vp-keys"), visits("vp-keys"), "more",
         {"neighbourhood.needs.activities.keys.amount": 12}),
    case("enough people must ask", {"simwijk.start_on_request.requests": 100_000}, visits("vp-keys"), "more",
         {"neighbourhood.needs.activities.keys.amount": 12}),
    case("coffee makes ties", unsold("vp-coffee"), count("new_ties"), "more", {"neighbourhood.ties.contact": 0.15}),
    case("ties make people less lonely", unsold("vp-coffee"), quarterly("lonely"), "less",
         {"neighbourhood.ties.contact": 0.9, "neighbourhood.ties.loneliness": 2}),
    case("coffee takes time", unsold("vp-coffee"), hours(6), "less",
         {"value_propositions.vp-coffee.company.minutes": 60, "key_resources.kr-home-team.team.hours": 12}),
    case("work outdoors", {"key_resources.kr-outdoor-team.team.hours": 1}, visits("vp-windows"), "more"),
    case("work at home", {"key_resources.kr-home-team.team.hours": 1}, visits("vp-cleaning"), "more"),
    # who does the work
    case("people on benefit join", {"key_activities.ka-recruiting.recruiting.join": 0}, PLACED_WEEKS, "more"),
    case("without people nothing is served", {"key_activities.ka-recruiting.recruiting.join": 0}, SERVED, "more"),
    case("giving up a place", {"key_activities.ka-recruiting.recruiting.drop_out": 0}, count("dropped_out"), "more"),
    case("a place ends by law", {"neighbourhood.labour.place_weeks": 1000, "neighbourhood.labour.place_review": 1000},
         count("ended"), "more", {"neighbourhood.labour.place_weeks": 40}),
    case("a review ends a place", {"neighbourhood.labour.place_review": 1000}, count("ended"), "more",
         {"neighbourhood.labour.place_review": 13}),
    case("learning by doing", {"key_activities.ka-learning.learning.productivity_in_the_end": 0.4}, SERVED, "more",
         {"key_activities.ka-learning.learning.productivity_at_start": 0.4}),
    case("confidence is gained", {"key_activities.ka-learning.learning.confidence_gain": 0}, visits(), on={
        "key_activities.ka-learning.learning.confidence_gain": 0.05}),
    case("confidence is lost", {"key_activities.ka-learning.learning.confidence_loss": 0}, visits(), on={
        "key_activities.ka-learning.learning.confidence_loss": 0.3,
        "key_activities.ka-learning.learning.quality_noise": 0.5,
        "key_activities.ka-learning.learning.confidence_at_start": 0.9, "neighbourhood.choice.trust_floor": 0.5}),
    case("travel", {"key_activities.ka-learning.learning.travel": 0}, SERVED, "less"),
    case("absence", {"key_activities.ka-learning.learning.attendance": 1}, SERVED, "less"),
    case("paid people cost wages", {"key_resources.kr-outdoor-team.team.contract": "participation_place"},
         euros("wages.kr-outdoor-team"), "more", {"key_resources.kr-outdoor-team.team.contract": "paid"}),
    case("a wage subsidy leaves a part of the wage",
         {"key_resources.kr-home-team.team.contract": "participation_place"},
         euros("wages.kr-home-team"), "more", {"key_resources.kr-home-team.team.contract": "wage_subsidy"}),
    case("volunteers get a fee", {"neighbourhood.labour.volunteer_fee": 0}, euros("wages.kr-home-team"), "more",
         {"key_resources.kr-home-team.team.contract": "volunteer"}),
    # benefits, work and the ladder
    case("holding a place keeps people from work", {"neighbourhood.assistance.lock_in": 0}, count("placed_exits"),
         "less",
         {"neighbourhood.assistance.lock_in": -0.95, "neighbourhood.assistance.exit_all": 0.3}),
    case("a former place helps", {"neighbourhood.assistance.afterwards": 0}, count("exits"), "more",
         MANY | {"neighbourhood.assistance.afterwards": 3, "neighbourhood.assistance.exit_all": 0.14}),
    case("unpaid work is a rung", {"key_activities.ka-recruiting.recruiting.join": 0}, quarterly("rung 4"), "more"),
    case("supported work is a rung", {"key_activities.ka-recruiting.recruiting.join": 0}, quarterly("rung 5"), "more",
         {"key_resources.kr-home-team.team.contract": "wage_subsidy"}),
    case("contacts are a rung", unsold("vp-coffee"), quarterly("rung 1"), "less",
         MANY | {"neighbourhood.ties.contact": 0.9, "neighbourhood.ties.loneliness": 3,
         "neighbourhood.ties.fade": 0.005}),
    case("work that was found is lost again", {"neighbourhood.assistance.returns": 0}, count("returns"), "more",
         {"neighbourhood.assistance.exit_all": 0.14, "neighbourhood.people.benefit_share": 0.4}),
    case("work elsewhere is paid", {"neighbourhood.labour.net_wage": 1}, euros("work.wages"), "more",
         {"neighbourhood.assistance.exit_all": 0.14, "neighbourhood.people.benefit_share": 0.4}),
    case("wages are taxed", {"neighbourhood.labour.wage_tax": 0}, euros("work.tax"), "more",
         {"neighbourhood.assistance.exit_all": 0.14, "neighbourhood.people.benefit_share": 0.4}),
    case("leaving benefit otherwise", {"neighbourhood.assistance.other_outflow": 0}, count("other_outflow"), "more"),
    case("a personal budget hires at its own rate", {"neighbourhood.wmo.budget_rate": 1}, euros("wmo.budget", NOTHING),
         "more", {"neighbourhood.people.pgb_share": 0.9}),
    case("companies pass on VAT", {"neighbourhood.needs.activities.cleaning.prices.vat": 0},
         euros("market.vat", NOTHING), "more"),
    # the law
    case("the law read strictly", {"simwijk.law": "lenient"}, events("barred"), "more",
         {"simwijk.law": "strict", "neighbourhood.labour.inspection": 0.9}),
    case("a strict inspection ends the work", {"simwijk.law": "lenient"}, visits(), "less",
         {"simwijk.law": "strict", "neighbourhood.labour.inspection": 0.9}),
    case("a ride without a licence may not pay", {"key_resources.kr-drivers.team.licence": "true"},
         euros("sale.vp-rides"), "less"),
    # partners
    *(case(f"{one} gives in kind", {f"key_partnerships.{one}.share": 0}, CASH, "more") for one in PARTNERS),
    case("hidden subsidy is written down", every(PARTNERS, "share", 0), euros("in kind"), "more"),
    case("unpaid labour is written down", {"key_resources.kr-home-team.team.contract": "wage_subsidy"},
         euros("unpaid.kr-home-team"), "more"),
    case("partners give less each quarter", every(PARTNERS, "phase_out", 0), euros("in kind"), "less",
         every(PARTNERS, "phase_out", 0.15) | every(PARTNERS, "term", 900)),
    case("partners withdraw", every(PARTNERS, "renew", 9), euros("in kind"), "less",
         every(PARTNERS, "renew", -9) | every(PARTNERS, "term", 26) | every(PARTNERS, "renew_on_gain", 0)),
    case("renewal looks at the gain", every(PARTNERS, "renew_on_gain", 0), events("withdraws"), "more",
         every(PARTNERS, "renew", 2) | every(PARTNERS, "term", 26) | every(PARTNERS, "gain_per_hour", 0)
         | every(PARTNERS, "renew_on_gain", 9)),
    case("a corporation looks at its own tenants", {"key_partnerships.kp-corporation.gain_share": 1},
         events("withdraws"),
         "more", {"costs.cost-rooms.amount": 1, "costs.cost-energy.amount": 1, **{
             f"key_partnerships.kp-corporation.{leaf}": value for leaf, value in (
                 ("term", 26), ("renew", 0), ("renew_on_gain", 9), ("gain_per_hour", 15), ("gain_share", 0))}}),
    case("start capital", every(PARTNERS, "start_capital", 0), CASH, "more"),
    # rules of the enterprise
    case("stopping on direct cost", NO_STOP, events("stops"), "more", {"simwijk.stop.on": "direct_cost"}),
    case("what the visits bear need not pay for itself", {"value_propositions.vp-coffee.must_pay": True},
         visits("vp-coffee"), "more", {"simwijk.stop.on": "direct_cost"}),
    case("a stopped service is not sold", NO_STOP, visits("vp-rides"), "less", {"simwijk.stop.on": "direct_cost"}),
    case("overhead counts on full cost", {"simwijk.stop.on": "direct_cost"}, events("stops"), "more",
         {"simwijk.stop.on": "full_cost", "revenue_streams.rs-cleaning.price": 17, **every(PARTNERS, "phase_out", 0),
          "key_partnerships.kp-welfare.share": 0}),
    case("a first period of grace", {"simwijk.stop.grace": 1}, WEEKS_OPEN, "more",
         {"simwijk.stop.on": "direct_cost", "simwijk.stop.grace": 20}),
    case("notice to customers", {"simwijk.stop.notice": 0}, visits(), "more", {"simwijk.stop.on": "direct_cost"}),
    case("growth", {"simwijk.grow.buffer": 900_000_000}, events("grows"), "more", PROFITS),
    case("growth shares overhead", {"simwijk.grow.shared_overhead": 0}, euros("cost.cost-coordination"), "less",
         PROFITS | {"simwijk.grow.shared_overhead": 0.6, "key_partnerships.kp-welfare.share": 0.2}),
    case("insolvency", {"simwijk.insolvent_after": 100_000}, WEEKS_ALIVE, "less", every(PARTNERS, "start_capital", 0)),
    case("customers pay late", {"simwijk.pay_delay.customer": 0}, CASH, "less", {"simwijk.pay_delay.customer": 6}),
    case("institutions pay late", {"simwijk.pay_delay.institution": 0}, CASH, "less",
         {"simwijk.pay_delay.institution": 13, "neighbourhood.people.pgb_share": 0.9}),
    *(case(f"cost of {one}", {f"costs.cost-{one}.amount": 0}, CASH, "less") for one in (
        "supervision", "coordination", "rooms", "energy", "premiums", "materials", "insurance", "start")),
    case("VAT", {f"value_propositions.vp-{one}.vat": 0 for one in ("windows", "laundry", "garden")}, euros("vat."),
         "more"),
    case("a coach", {"neighbourhood.assistance.coach_share": 0}, euros("coach"), "more"),
    # help by the Wmo
    case("the own contribution drives people out", {CONTRIBUTION: 18.6}, hours(WMO, NOTHING), "less",
         {"simwijk.start": "2014-06-30", CONTRIBUTION: 200, "neighbourhood.wmo.clients": 60}),
    case("the own contribution brings money in", {CONTRIBUTION: 0, "neighbourhood.wmo.contribution_rate": 0},
         euros("wmo.contribution", NOTHING), "more", {"simwijk.start": "2014-06-30"}),
    case("a cut in the Wmo", {}, hours(WMO, NOTHING), "less", use=CUT, off_use=()),
    case("a cut sends people to the enterprise", {}, visits("vp-cleaning"), on={"neighbourhood.wmo.clients": 60},
         use=CUT, off_use=()),
    case("a cut rebounds", {}, hours(WMO, NOTHING), "more", use=PATCHED, off_use=UNPATCHED),
    case("a personal budget pays", {}, euros("sale.vp-cleaning"), "differs", {"neighbourhood.people.pgb_share": 0.9},
         without=("pgb",)),
    case("the personal budgets run out", {}, euros("pgb."), "less", {"neighbourhood.people.pgb_share": 0.9},
         use=("pgb:budget=50",), off_use=("pgb:budget=400000",)),
    # the other ways
    case("informal helpers are an alternative", {"neighbourhood.needs.activities.cleaning.prices.informal": 5000},
         hours(INFORMAL, NOTHING, 0), "more"),
    case("companies are an alternative", {"neighbourhood.needs.activities.windows.prices.commercial": 5000},
         hours(COMMERCIAL, NOTHING, 6), "more"),
    case("neighbours are an alternative", {"neighbourhood.people.helpers": 0}, hours(NEIGHBOUR, NOTHING), "more"),
    case("a price keeps people away", {"revenue_streams.rs-cleaning.price": 6}, visits("vp-cleaning"), "less"),
    case("appeal", {"customer_relationships.cr-known-face.bond.appeal": -1}, visits(), "more"),
    case("likeness to a commercial offer", {"customer_relationships.cr-known-face.bond.likeness": 0}, visits()),
    case("trust", {"neighbourhood.choice.trust": 0}, visits(), on={"neighbourhood.choice.trust": 1.5}),
    case("a new face costs trust", {"customer_relationships.cr-known-face.bond.new_face": 0}, visits(), on={
        "neighbourhood.choice.trust_floor": 0.4}),
    case("little trust makes people look around", {"neighbourhood.choice.trust_floor": 0}, visits(), "less",
         {"neighbourhood.choice.trust_floor": 0.6}),
    case("waiting puts people off", {"neighbourhood.choice.waiting": 0}, visits(),
         on={"neighbourhood.choice.waiting": 0.5}),
    case("waiters give up", {"key_activities.ka-reception.waiting.leave": 0}, count("gave_up"), "more"),
    case("habit", {"neighbourhood.choice.habit": 0}, visits(), on={"neighbourhood.choice.habit": 3}),
    case("paid hours are displaced", {**unsold("vp-windows"), **unsold("vp-garden"), **unsold("vp-cleaning")},
         PAID_HOURS_DISPLACED, "more"),
    # lives
    case("people fall ill", {"neighbourhood.needs.illness": 0}, count("ill"), "more"),
    case("people move", {"neighbourhood.people.moves": 0}, count("moved"), "more"),
    case("people grow limited",
         {"neighbourhood.people.limited_under_65": 0.001, "neighbourhood.people.limited_65plus": 0.01},
         count("limited"), "more"),
    case("seasons", {"neighbourhood.needs.activities.garden.season": 0}, SUMMER_OVER_WINTER, "more"),
    case("somebody limited needs more", {"neighbourhood.needs.when_limited": 1}, hours(WMO), on={
        "neighbourhood.needs.when_limited": 3}),
]
