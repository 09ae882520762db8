"""What must be true of goals, promises, volunteers and a building of residents for each kind of event."""

from dataclasses import replace

from simcore.behaviour.commons import CARRIED

from .evidence import Evidence


def meets_first(e) -> bool:
    path, first = f"key_activities.{e.f.item}.gathering.every", f"key_activities.{e.f.item}.gathering.first"
    since = e.t + 1 - (e.weeks(first) if first in e.c.outcome.numbers else 0)
    held = [week for week, kind, item in e.c.events if (kind, item) == ("meets_first", e.f.item)]
    return held == [e.t] and since % e.weeks(path) == 0 and e.v == {} and e.kept


def goal(e, before: bool, after: bool) -> bool:
    """A goal was chosen before the week, and after it."""
    ids = [one.id for one in e.spec.canvas.value_propositions if one.sim and one.sim.goal]
    g = ids.index(e.f.item) if e.f.item in ids else -1
    again = after and g >= 0 and any(one.goals.chosen[g] for one in e.c.states[:e.t + 1])
    return (g >= 0 and e.v == ({"sort": "again"} if again else {}) and e.kept and bool(e.b.goals.chosen[g]) == before
            and bool(e.a.goals.chosen[g]) == after)


def goal_reached(e) -> bool:
    """Enough deeds in a quarter, or enough of the work that was due; or what the pot is for was paid this week."""
    ids = [one.id for one in e.spec.canvas.value_propositions if one.sim and one.sim.goal]
    reached = [week for week, kind, item in e.c.events if (kind, item) == ("goal_reached", e.f.item)]
    if e.f.item not in ids or not e.kept or not e.a or e.t not in reached:
        return False
    was = [bool(one.goals.chosen[ids.index(e.f.item)]) for one in e.c.states[:e.t + 2]]
    since = max((week for week in reached if week < e.t), default=0)
    petered_out = any(was[week] and not was[week + 1] for week in range(since, e.t))
    chosen = max((week + 1 for week in range(e.t + 1) if was[week + 1] and not was[week]), default=0)
    if e.v != {"n": reached.index(e.t) + 1} | ({"sort": "again", "chosen": chosen} if petered_out else {}):
        return False
    if not e.a.goals.chosen[ids.index(e.f.item)]:
        return False
    path = f"value_propositions.{e.f.item}.goal.reached"
    if path not in e.c.outcome.numbers:
        return e.cents("pot.cost-facade") > 0
    weeks = [e.c.states[week + 1] for week in range(e.t - 12, e.t + 1)]
    done, due = sum(one.goals.deeds[ids.index(e.f.item)] for one in weeks), 1
    if e.f.item == "vp-porticoes":
        due = sum(one.orders.due.sum() for one in weeks)
    return e.t % 13 == 12 and done >= float(e.c.outcome.numbers[path][0]) * due


def takes_over(e) -> bool:
    """Residents run the building since this week, for the first time."""
    before = any(state.buildings.managed.any() for state in e.c.states[:e.t + 1])
    return e.f.item == "kr-centre" and e.v == {} and e.kept and not before and bool(e.a.buildings.managed[0])


def promise(e, before: bool, after: bool) -> bool:
    """Promised by the end of one of two weeks, and not of the other."""
    return (e.deed() >= 0 and e.is_here(e.b) and e.is_here(e.a) and e.kept
            and e.promised(e.b) == before and e.promised(e.a) == after)


def keeps(e) -> bool:
    """So many minutes were given this week by who had promised nothing else and does nothing else."""
    if e.deed() < 0 or not (e.promised(e.b) or e.promised(e.a)) or e.t % 13 == 12 or not e.is_here(e.a):
        return False
    minutes = int(e.a.unpaid[e.i]) - (0 if e.t % 13 == 0 else int(e.b.unpaid[e.i]))
    mine = {one.kind for state in (e.b, e.a) for one in state.pledges if one.resident == e.i or (
        one.other == e.i and state.deeds.together[one.kind] == 2)}
    return (mine == {e.deed()} and (e.a.volunteers.resident != e.i).all() and e.kept
            and e.v == {"sort": e.sort_of_deed(), "n": minutes / e.a.deeds.minutes[e.deed()]} and minutes > 0)


def breaks(e) -> bool:
    """No longer promised, though both live here and it is still what residents want; as many as were counted."""
    told = sum(fact.kind == "breaks" for fact in e.c.facts if fact.week == e.t)
    return (promise(e, True, False) and e.both_here() and e.goal_is(e.b)
            and e.v == {"sort": e.sort_of_deed(), "weeks": e.weeks_promised()}
            and told <= e.a.carried[CARRIED.index("broken")])


def lapses(e) -> bool:
    if e.deed() < 0 or not (e.is_here(e.b) and e.is_here(e.a)) or not e.kept:
        return False
    if e.v["sort"] == "moved":
        two = Evidence(e.c, replace(e.f, who=e.f.other))
        return (promise(e, True, False) and two.is_here(e.b) and not two.is_here(e.a)
                and e.v == {"sort": "moved", "weeks": e.weeks_promised()})
    mine = [one for one in e.b.pledges if (one.kind, one.resident, one.generation) == (
        e.deed(), e.i, e.f.who.generation)]
    goals = [one.id for one in e.spec.canvas.value_propositions if one.sim and one.sim.goal]
    return (len(mine) == 1 and not e.goal_is(e.b) and e.f.other is None
            and e.v["of"] == goals[int(e.b.deeds.goal[e.deed()])])


def organiser_stops(e) -> bool:
    if not (e.organises(e.b) and e.is_here(e.a) and not e.organises(e.a)) or e.f.item != "ka-organising":
        return False
    seat = e.b.volunteers[e.seat(e.b)]
    weeks = e.t - int(seat.since)
    lately = min(13, weeks)
    minutes = sum(int(state.given_before[e.seat(e.b), (k - 1) % 13])
                  for k, state in enumerate(e.c.states[:e.t + 1]) if k > max(e.t - 13, int(seat.since) - 1, 0))
    return (e.v == {"weeks": weeks, "lately": lately, "hours": round(minutes / 60),
                    "free": round(int(seat.minutes) * lately / 60)} and e.kept
            and e.a.carried[CARRIED.index("burned_out")] > 0)


def organises(e) -> bool:
    if e.f.item != "ka-organising" or not e.kept:
        return False
    if e.v["sort"] == "first":
        return e.t == 0 and e.organises(e.b) and e.v == {"sort": "first", "n": int(e.b.volunteers.core.sum())}
    return e.v == {"sort": "later"} and e.organises(e.a) and not e.organises(e.b)


def place_of(e) -> int:
    """The row of the gathering of the fact."""
    ids = sorted(one.id for one in e.spec.canvas.key_activities if one.sim and one.sim.gathering)
    return ids.index(e.f.item) if e.f.item in ids else -1


def held(e) -> bool:
    g = place_of(e)
    if g < 0 or not e.a.gatherings.held[g] or e.v != {"n": e.a.gatherings.came[g]}:
        return False
    names = [s.name for s in e.lane.streams if s.name in (f"entry.{e.f.item}", f"saved.{e.f.item}")]
    return (e.f.cents, e.f.about) == (e.cents(names[0]), "entry") if names else e.kept and e.f.about == ""


def not_held(e) -> bool:
    g = place_of(e)
    if g < 0:
        return False
    one = e.a.gatherings[g]
    sort = "members" if one.members else "helpers"
    return (e.v == {"sort": sort} and e.kept and bool(one.due) and bool(one.allowed) and not one.held and e.alive()
            and (one.came == 0 if sort == "members" else one.helpers > 0))


def open_year(e) -> bool:
    weeks = e.c.states[max(0, e.t - 51) + 1:e.t + 2]
    return (e.f.item == "kr-centre" and (e.t + 1) % 52 == 0 and e.kept
            and e.v == {"year": (e.t + 1) // 52, "hours": sum(int(one.buildings.opened[0]) for one in weeks) // 60})


def nobody_runs(e) -> bool:
    """The municipality gave it up the week before, and residents do not run it, then or ever before."""
    gone = any((week, kind, item) == (e.t - 1, "note", e.f.item) for week, kind, item in e.c.events)
    return (gone and e.f.item == "kr-centre" and e.v == {} and e.kept and not e.a.buildings.managed[0]
            and not any(state.buildings.managed.any() for state in e.c.states[:e.t + 1]))


def pot_year(e) -> bool:
    """What went into the pot so far, less prizes and purchases; nothing was paid from it yet."""
    names = [s.name for s in e.lane.streams]
    put, took = ([names.index(name) for name in names if name.split(".")[0] in some]
                 for some in (("saved",), ("paid out", "bought", "pot")))
    flows = e.lane.flows[:e.t + 1, 0]
    saved = int(flows[:, put].sum() - flows[:, took].sum())
    target = 100 * e.c.outcome.numbers["costs.cost-facade.amount"][0]
    return (e.f.item == "cost-facade" and (e.t + 1) % 52 == 0 and (e.f.cents, e.f.about) == (saved, "saved")
            and not e.stream("pot.cost-facade")[:e.t + 1].any()
            and e.v == {"share": int(100 * saved // target), "of": "vp-centre"})


CHECKS = {
    "meets_first": meets_first,
    "goal_chosen": lambda e: goal(e, False, True),
    "goal_dropped": lambda e: goal(e, True, False),
    "goal_reached": goal_reached, "takes_over": takes_over,
    "pot_full": lambda e: (e.f.item == "cost-facade" and e.v == {"of": "vp-centre"} and e.f.about == "pot"
                           and e.f.cents == e.cents("pot.cost-facade") > 0),
    "pot_year": pot_year,
    "gives_back": lambda e: (e.f.item == "kr-centre" and e.v == {} and e.kept and bool(e.b.buildings.managed[0])
                             and not e.a.buildings.managed[0]),
    "nobody_runs": nobody_runs, "open_year": open_year, "held": held, "not_held": not_held,
    "promises": lambda e: (e.deed() >= 0 and e.both_here() and e.kept and e.v == {"sort": e.sort_of_deed()}
                           and e.promised(e.a) and not e.promised(e.b)),
    "keeps": keeps, "breaks": breaks, "lapses": lapses, "organiser_stops": organiser_stops, "organises": organises,
    "volunteers": lambda e: (e.f.item == "ka-organising" and e.v == {} and e.kept and e.seat(e.a) >= 0
                             and e.seat(e.b) < 0),
    "volunteer_stops": lambda e: (e.f.item == "ka-organising" and e.kept and e.seat(e.b) >= 0 and e.is_here(e.a)
                                  and e.seat(e.a) < 0 and not e.organises(e.b)
                                  and e.v == {"weeks": e.t - int(e.b.volunteers.since[e.seat(e.b)])}),
}  # fmt: skip
