"""Cases of Compiratie: trades, recognition, a desk, gatherings of members and deals with partners."""

from functools import partial

from simcore.run import NOTHING
from simcore.studies.mechanisms.case import Case, Stage
from simcore.studies.mechanisms.looks import CASH, PLACED_WEEKS, SERVED, WEEKS_OPEN, count, euros, events, minutes_of

TEAMS = ("kr-carpenters", "kr-furniture-team", "kr-pc-advisers", "kr-desk-team")
# Teams of a like mind, in a district with many who can do what they do.
STAGE = Stage("compiratie", {
    "key_partnerships.kp-social-service.start_capital": 100_000, "key_activities.ka-inviting.recruiting.join": 0.6,
    "neighbourhood.people.benefit_share": 0.3, "channels.ch-workshop.outside": 2, "channels.ch-desk.outside": 4,
    "customer_relationships.cr-at-home.bond.appeal": 1})
case = partial(Case, STAGE)
SHORT = {"value_propositions.vp-desk.opening.hours": 0.5, "value_propositions.vp-desk.opening.seats": 1,
         "neighbourhood.needs.activities.forms.amount": 10, "customer_relationships.cr-at-home.bond.appeal": 4}
OFTEN = {"key_activities.ka-borrel.gathering.every": 3}
UNSURE = {"key_activities.ka-practice.learning.quality_noise": 0.5,
          "key_activities.ka-practice.learning.confidence_loss": 0.3,
          "key_activities.ka-recognition.recognition.gives_up_below": 0.24}
SURE = {"key_activities.ka-practice.learning.confidence_gain": 0.2, "neighbourhood.assistance.exit_all": 0.4,
        "neighbourhood.assistance.lock_in": -0.9, "key_activities.ka-inviting.recruiting.drop_out": 0.05}


def trades(**shares: float) -> dict:
    """The same change for the trade of every team."""
    return {f"key_resources.{team}.team.trade.{leaf}": value for team in TEAMS for leaf, value in shares.items()}


CASES = [
    case("not everybody can do a trade", trades(can=1), PLACED_WEEKS, "less"),
    case("not everybody likes it", trades(likes=1), PLACED_WEEKS, "less"),
    case("a team waits until enough are together", trades(least=1, keep=1), WEEKS_OPEN, "less", trades(can=0.4)),
    case("a team stops when too few are left", trades(keep=1), events("team_stops"), "more",
         trades(least=3, keep=3, can=0.4) | {"key_activities.ka-inviting.recruiting.drop_out": 0.8}),
    case("who is sure looks for work", {"key_activities.ka-recognition.recognition.search_from": 1},
         count("placed_exits"), "more", SURE | trades(can=0.6)),
    case("who is unsure slides back", {"key_activities.ka-recognition.recognition.gives_up_below": 0},
         count("slid_back"), "more", UNSURE | trades(can=0.6)),
    case("a desk has opening hours", {"value_propositions.vp-desk.opening.hours": 60}, minutes_of("vp-desk"), "less",
         SHORT),
    case("a desk has seats", {"value_propositions.vp-desk.opening.seats": 20}, minutes_of("vp-desk"), "less",
         SHORT | trades(can=0.6)),
    case("a form that is not sent in costs benefit", {"neighbourhood.needs.activities.forms.when_undone": 0},
         euros("lost benefits", NOTHING), "more"),
    case("a form that waits costs benefit", {"neighbourhood.needs.activities.forms.when_late": 0},
         euros("lost benefits"), "more", SHORT | {"key_activities.ka-reception.waiting.leave": 0.1}),
    case("a channel reaches people on benefit", {"channels.ch-desk.outside": 0}, count("heard"), "more"),
    case("furniture is done up", {"neighbourhood.needs.activities.furniture.amount": 0.1}, minutes_of("vp-furniture"),
         "more", {"neighbourhood.needs.activities.furniture.amount": 2}),
    case("members talk at a gathering", {"key_activities.ka-borrel.gathering.contacts": 0}, count("new_ties"), "more",
         OFTEN | {"neighbourhood.ties.contact": 0.9}),
    case("it gets late", {"key_activities.ka-borrel.gathering.late": 0}, SERVED, "less",
         OFTEN | {"key_activities.ka-borrel.gathering.late": 12, "key_activities.ka-borrel.gathering.every": 1}),
    case("a gathering costs", {"costs.cost-borrel.amount": 0}, CASH, "less", OFTEN),
    case("no gathering", {"key_activities.ka-borrel.gathering.held": "false"}, count("participations"), "more", OFTEN),
    case("deals with partners", {}, euros("cost.cost-tools"), "less", OFTEN, without=("partner_deals",)),
]
