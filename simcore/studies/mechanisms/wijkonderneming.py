"""Cases of Wijkonderneming: orders, volunteers, gatherings and a pot, goals and promises, a building."""

from functools import partial

from simcore.studies.mechanisms.case import Case, Stage
from simcore.studies.mechanisms.looks import (
    CASH,
    CONTRACT_HOURS_GONE,
    count,
    euros,
    events,
    kept_share,
    quarterly,
    series,
)

UNPAID = series("unpaid", "hours", per=60)
VOLUNTEERS = series("volunteers", "weeks of people")
PROMISES = quarterly("promises", "promises")

# Courses in which everything comes up in a year or so: all is chosen at once, many come, promise and volunteer.
PLEDGES = ("ka-chats", "ka-litter", "ka-rounds")
STAGE = Stage("wijkonderneming", {
    "simwijk.goals.support": 0.01, "key_activities.ka-fair.gathering.first": 2,
    "key_activities.ka-fair.gathering.every": 26,
    "key_activities.ka-fair.gathering.visitors": 150, "key_activities.ka-fair.gathering.recruits": 0.05,
    "key_activities.ka-bingo.gathering.first": 4, "key_activities.ka-recruiting.recruiting.join": 0.9,
    "neighbourhood.people.benefit_share": 0.3, "neighbourhood.ties.contact": 0.3,
    "key_activities.ka-organising.volunteering.pool": 1,
    **{f"key_activities.{one}.pledge.takes": 0.5 for one in PLEDGES},
}, weeks=66, use=("centre_closing:hazard=0.99,warning=4",))
case = partial(Case, STAGE)
BINGO, FAIR = "key_activities.ka-bingo.gathering", "key_activities.ka-fair.gathering"
CARRY = "key_activities.ka-organising.volunteering"
ORDER = "revenue_streams.rs-porticoes.order"
PAYERS = ("kp-corporation-flats", "kp-corporation-small")
NONE = {f"{ORDER}.payers.{one}.porticoes": 0 for one in PAYERS}
HEAVY = {f"{CARRY}.organising": 24, f"{CARRY}.start": 8, f"{CARRY}.drop_out": 0.6}

CASES = [
    # orders
    case("an order", NONE, CONTRACT_HOURS_GONE, "more"),
    case("partners pay their share", {f"{ORDER}.payers.{one}.share": 0 for one in PAYERS}, euros("order."), "more"),
    case("tenants pay what is passed on", {f"{ORDER}.passed_on": 0}, euros("passed on"), "more"),
    case("ordered work takes time", {"neighbourhood.commons.minutes": 30}, series("porticoes done", "porticoes"),
         "less", {"neighbourhood.commons.minutes": 75}),
    case("a payer may not renew", {f"key_partnerships.{one}.renew": 9 for one in PAYERS}, euros("order."), "less",
         {f"key_partnerships.{one}.{leaf}": value for one in PAYERS
          for leaf, value in (("renew", -9), ("renew_on_gain", 0), ("term", 26))}),
    case("firms clean what is not taken over", {"neighbourhood.commons.cleaned": 0}, euros("commons.cleaning"), "more"),
    # volunteers
    case("load burns out", {f"{CARRY}.load_power": 0}, series("organisers stopped", "times"), "more",
         HEAVY | {f"{CARRY}.load_power": 2, f"{CARRY}.organising": 40}),
    case("organisers stretch", {f"{CARRY}.stretch": 1}, UNPAID, "more", HEAVY | {f"{CARRY}.stretch": 3}),
    case("volunteers leave", {f"{CARRY}.turnover": 0}, VOLUNTEERS, "less"),
    case("volunteers bring others along", {f"{CARRY}.invite": 0}, VOLUNTEERS, "more"),
    case("not everybody would volunteer for it", {f"{CARRY}.pool": 1}, VOLUNTEERS, "less", {f"{CARRY}.pool": 0.2}),
    case("somebody steps up", {f"{CARRY}.step_up": 0}, UNPAID, on=HEAVY),
    case("visitors become volunteers", {f"{FAIR}.recruits": 0}, VOLUNTEERS, "more"),
    case("volunteers' hours are written down", {"simwijk.unpaid_labour": 13}, euros("volunteers."), "more",
         {"simwijk.unpaid_labour": 15.5}),
    case("volunteers cost coffee", {"costs.cost-volunteers.amount": 0}, euros("cost.cost-volunteers"), "more"),
    case("willing people change who carries most", {f"{CARRY}.willing": 0.3}, quarterly("unpaid top", "hours", per=60),
         on={f"{CARRY}.willing": 0.8}),
    # gatherings and the pot
    case("without helpers nothing is held", {f"{BINGO}.helpers": 2, f"{BINGO}.least": 1}, euros("saved"), "less",
         {f"{BINGO}.helpers": 60, f"{BINGO}.least": 40}),
    case("bingo fills a pot", {f"{BINGO}.held": "false"}, series("pot", "EUR", True, per=100), "more"),
    case("prizes", {f"{BINGO}.prizes": 0.4}, euros("paid out"), "more"),
    case("a pot pays once", {"costs.cost-facade.amount": 40_000}, euros("pot."), "more",
         {"costs.cost-facade.amount": 1000}),
    case("more come once it is done", {"costs.cost-facade.more_visitors": 0}, euros("saved"), "more",
         {"costs.cost-facade.amount": 200, "costs.cost-facade.more_visitors": 0.9}),
    case("a fair costs money", {"costs.cost-fair.amount": 0}, euros("cost.cost-fair"), "more"),
    case("the fair is where goals are chosen", {f"{FAIR}.held": "false"}, series("goals", "goals", True), "more"),
    case("a cafe", {"key_activities.ka-cafe.gathering.held": "false"}, euros("entry"), "more",
         {"key_activities.ka-cafe.gathering.held": "true", "key_activities.ka-cafe.gathering.first": 6}),
    case("a meal has VAT in it", {"key_activities.ka-cafe.gathering.vat": 0}, CASH, "less",
         {"key_activities.ka-cafe.gathering.held": "true", "key_activities.ka-cafe.gathering.first": 6}),
    case("contacts at bingo make ties", {f"{BINGO}.contacts": 0}, count("new_ties"), "more"),
    case("regulars keep ties up", {f"{BINGO}.regulars": 0}, quarterly("ties", "ties"),
         on={f"{BINGO}.regulars": 0.9, f"{BINGO}.contacts": 4}),
    case("a young association may hold no bingo", {}, euros("saved"), "less", use=("bingo_law:age=0",), off_use=()),
    case("prizes have a maximum", {}, euros("paid out"), "less", use=("bingo_law:most=10",), off_use=()),
    # goals and promises
    case("enough must name a goal", {"simwijk.goals.support": 0.01}, series("goals", "goals", True), "less",
         {"simwijk.goals.support": 1}),
    case("a goal nobody works on is dropped", {"simwijk.goals.patience": 900}, events("goal_dropped"), "more",
         {"simwijk.goals.patience": 3, "key_activities.ka-rounds.pledge.takes": 0}),
    *(case(f"promises of {one}", {f"key_activities.{one}.pledge.takes": 0}, UNPAID, "more") for one in PLEDGES),
    case("ties make promises weigh", {f"key_activities.{one}.pledge.per_tie": 0 for one in PLEDGES},
         kept_share("rounds walked", "rounds planned"), "more",
         {f"key_activities.{one}.pledge.per_tie": 2 for one in PLEDGES}),
    case("kept promises spread", {f"key_activities.{one}.pledge.spread": 0 for one in PLEDGES}, PROMISES, "more",
         {f"key_activities.{one}.pledge.spread": 0.03 for one in PLEDGES}),
    case("broken promises fade", {f"key_activities.{one}.pledge.fade": 0 for one in PLEDGES}, PROMISES, "less",
         {f"key_activities.{one}.pledge.fade": 0.2 for one in PLEDGES}),
    case("litter promised is litter addressed", {"key_activities.ka-litter.pledge.takes": 0},
         series("litter addressed", "times"), "more"),
    case("the older promise more", {"key_activities.ka-litter.pledge.older": 1}, UNPAID, "more",
         {"key_activities.ka-litter.pledge.older": 4, "key_activities.ka-litter.pledge.takes": 0.2}),
    # the building
    case("rooms are let", {"key_resources.kr-centre.building.occupancy": 0}, euros("letting"), "more"),
    case("a bar", {"key_resources.kr-centre.building.bar": 0}, CASH, "more"),
    case("the bar pays VAT", {"key_resources.kr-centre.building.bar_vat": 0}, CASH, "less"),
    case("people have to open it", {"key_resources.kr-centre.building.helpers": 0}, euros("bar."), "less",
         {"key_resources.kr-centre.building.helpers": 12}),
    case("the municipality bears it until it gives it up", {}, euros("cost.cost-energy"), "less",
         without=("centre_closing",)),
    case("when nobody takes it over it closes", {}, euros("saved"), "less",
         use=("centre_closing:own_management=false,hazard=0.99,warning=4",), off_use=()),
]
