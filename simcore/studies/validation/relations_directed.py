"""Relations that say which way a change pushes: all courses together, each beside itself under the same luck."""

from collections.abc import Callable, Mapping
from typing import Any

from simcore.behaviour.world import NEIGHBOUR, WMO
from simcore.run import ENTERPRISE, NOTHING
from simcore.studies.validation.bench import NotHere
from simcore.studies.validation.looks import (Look, capacity, count, euros, events, hours, nothing_count, placed,
                                              quarterly, served, visits, weeks_open)
from simcore.studies.validation.relations import Trial, Verdict, directed, relation

LEARNING, RECRUITING = "key_activities.*.learning", "key_activities.*.recruiting"
MANY = {"neighbourhood.people.benefit_share": 0.4}         # people on benefit, so that what happens to them is seen
CONTRIBUTION = "neighbourhood.wmo.contribution_least.1.value"


def pushes(key: str, pattern: str, low: Any, high: Any, look: Look, way: str, on: Mapping[str, Any] = {},
           lanes: tuple[str, ...] = (ENTERPRISE,)) -> None:
    """A relation: a number from ``low`` to ``high`` makes what is looked at more, or less.

    ``on`` is what both courses share. A low or high of a pair ("times", x) is x times what the file says.
    """
    def check(trial: Trial) -> Verdict:
        sides = [trial.times(pattern, value[1]) if isinstance(value, tuple) else {pattern: value}
                 for value in (low, high)]
        return directed(*trial.each(on, sides, look, lanes), way)

    relation(key, way)(check)


def needing(path: str) -> Callable:
    """Do without a relation where a model has no such part."""
    def around(check: Callable[[Trial], Verdict]) -> Callable[[Trial], Verdict]:
        def guarded(trial: Trial) -> Verdict:
            if getattr(trial.shipped.canvas.simwijk, path) is None:
                raise NotHere(path)
            return check(trial)

        return guarded

    return around


# Whom it reaches, and what they ask
pushes("price", "revenue_streams.*.price", ("times", 0.7), ("times", 1.5), visits, "less")
pushes("appeal", "customer_relationships.*.bond.appeal", -1, 2, visits, "more")
pushes("outside", "channels.*.outside", 0.3, 2, count("heard"), "more")
pushes("mouth", "channels.*.word_of_mouth", 0, 4, count("heard"), "more", {"channels.*.outside": 1})
pushes("event", "channels.*.event.reach", 0, 0.2, count("heard"), "more", {"channels.*.outside": 0.3})

# Who works, and how
pushes("hours", "key_resources.*.team.hours", ("times", 0.25), ("times", 1.0), served, "more")
pushes("attendance", f"{LEARNING}.attendance", 0.4, 0.95, served, "more")
pushes("travel", f"{LEARNING}.travel", 0.0, 0.5, served, "less")
pushes("skill", f"{LEARNING}.productivity_in_the_end", 0.4, 0.8, capacity, "more",
       {f"{LEARNING}.productivity_at_start": 0.4})
pushes("join", f"{RECRUITING}.join", 0.05, 0.6, placed, "more")
pushes("drop_out", f"{RECRUITING}.drop_out", 0.0, 0.9, placed, "less")
pushes("leave", "key_activities.*.waiting.leave", 0.05, 0.8, count("gave_up"), "more")

# Benefit and work
pushes("lock_in", "neighbourhood.assistance.lock_in", -0.95, 0.0, count("placed_exits"), "more",
       {**MANY, "neighbourhood.assistance.exit_all": 0.3})
pushes("afterwards", "neighbourhood.assistance.afterwards", 0.0, 3.0, count("exits"), "more",
       {**MANY, f"{RECRUITING}.join": 0.9, f"{RECRUITING}.drop_out": 0.9, "neighbourhood.assistance.exit_all": 0.14,
        "neighbourhood.labour.place_weeks": 26, "key_resources.*.team.places": 60})
pushes("returns", "neighbourhood.assistance.returns", 0.05, 0.5, count("returns"), "more", MANY)
pushes("way_out", "neighbourhood.assistance.other_outflow", 0.05, 0.3, nothing_count("other_outflow"), "more",
       lanes=(NOTHING,))

# Partners and rules
pushes("phase_out", "key_partnerships.*.phase_out", 0.0, 0.15, euros("in kind."), "less")
pushes("renew", "key_partnerships.*.renew", -5, 5, events("withdraws"), "less",
       {"key_partnerships.*.term": 13, "key_partnerships.*.renew_on_gain": 0})
pushes("strict", "neighbourhood.labour.inspection", 0.0, 0.95, events("barred"), "more", {"simwijk.law": "strict"})


@relation("stop", "less")
@needing("stop")
def stopping_closes(trial: Trial) -> Verdict:
    """Stopping what does not pay: fewer weeks of open services."""
    on = {"simwijk.stop.on": "full_cost", "simwijk.stop.grace": 4}
    return directed(weeks_open(trial.base()), weeks_open(trial.play(on)), "less")


# The neighbourhood
pushes("contribution", CONTRIBUTION, 18.6, 200, hours(WMO, NOTHING), "less",
       {"simwijk.start": "2014-06-30", "neighbourhood.wmo.clients": 60}, lanes=(NOTHING,))
pushes("helpers", "neighbourhood.people.helpers", 0.0, 0.32, hours(NEIGHBOUR, NOTHING), "more", lanes=(NOTHING,))
pushes("illness", "neighbourhood.needs.illness", 0.005, 0.1, nothing_count("ill"), "more", lanes=(NOTHING,))
pushes("moves", "neighbourhood.people.moves", 0.02, 0.2, nothing_count("moved"), "more", lanes=(NOTHING,))
pushes("contact", "neighbourhood.ties.contact", 0.02, 0.5, count("new_ties"), "more")
pushes("fade", "neighbourhood.ties.fade", 0.005, 0.2, quarterly("ties"), "less", {"neighbourhood.ties.contact": 0.5})


@relation("ties_help", "less")
def ties_that_help_more_leave_fewer_lonely(trial: Trial) -> Verdict:
    """Where an enterprise makes ties: the more each helps, the fewer are lonely."""
    sides = [trial.play({"neighbourhood.ties.contact": 0.9, "neighbourhood.ties.loneliness": weight})
             for weight in (0, 3)]
    if not count("new_ties")(sides[0]).any():
        return Verdict(None)
    return directed(*map(quarterly("lonely"), sides), "less")


@relation("cut", "less")
def a_cut_leaves_less_help(trial: Trial) -> Verdict:
    """A cut in household help: fewer hours of it, with doing nothing."""
    plain, cut = (trial.play({}, plugins=False, use=use, lanes=(NOTHING,))
                  for use in ((), ("wmo_cut:start=2013-07-01",)))
    return directed(hours(WMO, NOTHING)(plain), hours(WMO, NOTHING)(cut), "less")
