"""What must be true of the world a week before and after each kind of event, or of the books: ``CHECKS``, by kind."""

from dataclasses import replace

import numpy as np

from simcore.behaviour.commons import CARRIED
from simcore.behaviour.world import COUNT, ENTERPRISE as BY_ENTERPRISE, WAYS
from simcore.neighbourhood.rows import NEVER
from simcore.run import ENTERPRISE
from simcore.week.series import SERVICE_FIELDS

from .courses import WEEKS


def number_of(e, part: str, leaf: str) -> float:
    """A number of the first activity that has this part."""
    return next(float(values[0]) for path, values in e.c.outcome.numbers.items()
                if path.startswith("key_activities.") and path.endswith(f".{part}.{leaf}"))


class Evidence:
    """The world around one fact: ``b`` a week before, ``a`` after it; the row of its person; the books."""

    def __init__(self, c, fact):
        self.c, self.f, self.t, self.v = c, fact, fact.week, fact.values
        self.b, self.a = (c.states[self.t], c.states[self.t + 1]) if 0 <= self.t < WEEKS else (None, None)
        self.i = fact.who.number if fact.who else -1
        self.h = fact.who.household if fact.who else -1
        self.lane = c.outcome.lanes[ENTERPRISE]
        self.layout, self.spec = self.lane.layout, c.outcome.spec
        self.kept = fact.cents is None

    # the person
    def is_here(self, state) -> bool:
        """The person of the fact is who lives in that row, in that state."""
        who, r, h = self.f.who, state.residents, state.households
        return (0 <= who.number < r.size and r.household[who.number] == who.household
                and h.generation[who.household] == who.generation and h.first[who.household] + who.place == who.number)

    def age(self, state) -> int:
        return int(state.residents.age[self.i] + (self.t - state.residents.arrived[self.i]) / 52)

    def held(self, state) -> bool:
        """Holds a place, in the team of the fact."""
        p = state.residents.placed[self.i]
        return p >= 0 and self.layout.teams[state.workers.team[p]].id == self.f.item

    def works(self, state) -> str:
        """Whether the team of the person is at it, or the person waits for it to begin."""
        return "work" if state.teams.together[state.workers.team[state.residents.placed[self.i]]] else "wait"

    def was_there(self) -> int:
        """Weeks in the place that was left."""
        return self.t - self.b.workers.since[self.b.residents.placed[self.i]]

    def left(self) -> bool:
        """Left a place of the team this week, after the weeks that are told."""
        return (self.is_here(self.b) and self.is_here(self.a)
                and self.held(self.b) and self.a.residents.placed[self.i] < 0
                and self.v == {"weeks": self.was_there(), "sort": self.works(self.b)} and self.kept)

    def at_staff(self) -> bool:
        """Left it at the end of the week, still on benefit: no work found, no other reason."""
        return self.left() and self.a.residents.benefit[self.i] and self.a.residents.exit_week[self.i] != self.t

    def closed(self) -> bool:
        p = self.b.residents.placed[self.i]
        t = self.b.workers.team[p]
        team, stops = self.b.teams[t], self.b.teams.together[t] and not self.a.teams.together[t]
        return not self.b.enterprises.alive[0] or stops or p >= team.first + team.places

    def all_sent(self) -> bool:
        """As many as are told of as sent home this week held a place that was closed, as the run counted."""
        told = sum(fact.kind == "sent_home" for fact in self.c.facts if fact.week == self.t)
        return told == self.lane.series["counts"][self.t, 0, COUNT["closed_places"]]

    def has(self, part: str) -> bool:
        """Whether an activity has this part."""
        return any(one.sim and getattr(one.sim, part) for one in self.spec.canvas.key_activities)

    def complained_of(self) -> bool:
        """A customer complained this week, and it left less confidence than one needs to come back."""
        p = self.b.residents.placed[self.i]
        return bool(self.a.workers.complaint[p]) and self.a.workers.confidence[p] < number_of(
            self, "recognition", "gives_up_below")

    def due(self) -> str:
        """What the law said of the place: over, not renewed, or nothing."""
        weeks, n = self.was_there(), self.c.outcome.numbers
        if weeks >= round(float(n["neighbourhood.labour.place_weeks"][0])):
            return "place_over"
        begun = number_of(self, "learning", "confidence_at_start")
        at_review = weeks == round(float(n["neighbourhood.labour.place_review"][0]))
        return "not_renewed" if at_review and self.a.residents.confidence[self.i] <= begun else ""

    def counts_agree(self) -> bool:
        """As many as are told of this week dropped out, and came to the end of their place, as the run counted."""
        told = [fact.kind for fact in self.c.facts if fact.week == self.t]
        counts = self.lane.series["counts"][self.t, 0]
        return (told.count("drops_out") + told.count("slides_back") == counts[COUNT["dropped_out"]]
                and counts[COUNT["ended"]]
                == sum(told.count(kind) for kind in ("place_over", "not_renewed", "moves_from_team")))

    def had_place(self) -> bool:
        """The last place held before was in the team of the fact."""
        for k in range(self.t, -1, -1):
            state = self.c.states[k]
            if self.is_here(state) and state.residents.placed[self.i] >= 0:
                return self.held(state)
        return False

    # the household
    def need(self) -> int:
        """The need a service of the fact meets."""
        return next((s.activity for s in self.layout.services if s.id == self.f.item), -1)

    def is_head(self, state) -> bool:
        return self.is_here(state) and self.f.who.place == 0

    def bought(self, state) -> bool:
        return self.need() >= 0 and state.habit[self.h, self.need()] >= BY_ENTERPRISE

    def price_a_week(self) -> int:
        s = self.layout.service(self.f.item)
        return int(self.a.services.price[s] * self.a.bought[self.h, self.need()] / 60 + 0.5)

    def customers_before(self) -> int:
        """Households that had the service by the week before, at any time."""
        return sum(int((state.habit[:, self.need()] >= BY_ENTERPRISE).sum()) for state in self.c.states[:self.t + 1])

    def weeks_as_customer(self) -> int:
        k = self.t
        while k > 0 and self.c.states[k - 1].habit[self.h, self.need()] >= BY_ENTERPRISE:
            k -= 1
        return self.t - (k - 1) if k > 0 else self.t

    def home_visits(self) -> list:
        """(week, service id, cents, minutes) of the visits to the household while this one lived there."""
        return [(int(v.week), self.layout.services[v.service].id, int(v.paid + v.covered), int(v.minutes))
                for v in self.c.visits[self.c.visits.household == self.h]
                if self.c.states[v.week + 1].households.generation[self.h] == self.f.who.generation]

    # the books
    def stream(self, name: str) -> np.ndarray:
        names = [s.name for s in self.lane.streams]
        return self.lane.flows[:, 0, names.index(name)] if name in names else np.zeros(WEEKS, np.int64)

    def ordered(self) -> np.ndarray:
        """(weeks,) what the partner of the fact owed for its orders."""
        mine = [i for i, s in enumerate(self.lane.streams) if s.name.startswith("order.") and s.payer == self.f.item]
        return self.lane.flows[:, 0, mine].sum(1)

    # what residents do together
    def deed(self) -> int:
        """The kind of deed of the fact, by the id of its activity."""
        ids = sorted(one.id for one in self.spec.canvas.key_activities if one.sim and one.sim.pledge)
        return ids.index(self.f.item) if self.f.item in ids else -1

    def sort_of_deed(self) -> str:
        note = next(one for one in self.spec.canvas.key_activities if one.id == self.f.item)
        return note.sim.pledge.deed

    def promised(self, state) -> bool:
        """The person of the fact has promised it, with or to the other of the fact."""
        two = self.f.other or self.f.who
        return any((one.kind, one.resident, one.generation, one.other, one.other_generation) == (
            self.deed(), self.i, self.f.who.generation, two.number, two.generation) for one in state.pledges)

    def both_here(self) -> bool:
        return all(self.is_as_told(one) for one in (self.f.who, self.f.other) if one is not None)

    def is_as_told(self, who) -> bool:
        """There is such a person: the row belongs to that household, and that is who lives there after the week."""
        return Evidence(self.c, replace(self.f, who=who)).is_here(self.a)

    def goal_is(self, state) -> bool:
        return bool(state.goals.chosen[int(state.deeds.goal[self.deed()])])

    def weeks_promised(self) -> int:
        k = self.t
        while k > 0 and self.promised(self.c.states[k - 1]):
            k -= 1
        return self.t - (k - 1)

    def seat(self, state) -> int:
        """The seat of the volunteer of the fact; -1: none."""
        seats = state.volunteers
        found = np.flatnonzero((seats.resident == self.i) & (seats.generation == self.f.who.generation))
        return int(found[0]) if found.size and self.is_here(state) else -1

    def organises(self, state) -> bool:
        return self.seat(state) >= 0 and bool(state.volunteers.core[self.seat(state)])

    def given(self) -> int:
        mine = [i for i, s in enumerate(self.lane.streams) if self.f.item in (s.payer, s.item)
                and not s.name.startswith("start.")]
        return int(self.lane.flows[max(0, self.t - 51):self.t + 1, 0, mine].sum())

    def weeks(self, path: str) -> int:
        return int(self.c.outcome.numbers[path][0] + 0.5)

    def cents(self, stream: str) -> int:
        """What went over a stream this week."""
        return int(self.lane.stream(stream)[self.t, 0])

    def happened(self, kind: str, item: str | None = None) -> bool:
        return (self.t, kind, item or self.f.item) in self.c.events

    def service(self, field: str) -> np.ndarray:
        """(weeks,) a figure of the service of the fact; zeroes when there is no such service."""
        rows = [s for s, one in enumerate(self.layout.services) if one.id == self.f.item]
        return self.lane.series["services"][:, 0, rows, SERVICE_FIELDS.index(field)].sum(1)

    def opened(self, before: int, now: int) -> bool:
        open_ = self.service("open")
        return self.t > 0 and open_[self.t - 1] == before and open_[self.t] == now and self.kept

    def alive(self) -> bool:
        return bool(self.b.enterprises.alive[0])

    def share(self, weeks: slice, cost: str) -> float:
        rows = [i for i, s in enumerate(self.lane.streams)
                if s.name == f"cost.{cost}" or s.name.startswith(f"in kind.{cost}.")]
        return self.stream(f"in kind.{cost}.{self.f.item}")[weeks].sum() / self.lane.flows[weeks, 0][:, rows].sum()


def stops(e) -> bool:
    if not e.happened("stops"):
        return False
    began = [week for week, kind, item in e.c.events if (kind, item) == ("begins", e.f.item) and week < e.t]
    since = max([0, e.t + 1 - e.weeks("simwijk.stop.window"), *(week + 1 for week in began)])
    margin = e.c.lane.decisions.margin[:, 0, e.layout.service(e.f.item)]
    return (e.alive() and e.v == {"weeks": e.t + 1 - since} and e.f.about == "short"
            and e.f.cents == round(100 * (margin[since] - margin[e.t + 1])) >= 0)


def begins(e) -> bool:
    span = min(e.t + 1, e.weeks("simwijk.start_on_request.period"))
    return (e.happened("begins") and e.v == {"n": e.service("asked")[e.t + 1 - span:e.t + 1].sum(), "weeks": span}
            and (e.f.cents, e.f.about) == (e.stream(f"begin.{e.f.item}")[e.t], "start"))


def note(e) -> bool:
    text = (e.c.folder / "events.csv").read_text(encoding="utf-8")
    return e.happened("note") and e.kept and f"{e.f.item},{e.v['dutch']},{e.v['english']}" in text


def renews(e) -> bool:
    path = f"key_partnerships.{e.f.item}.term"
    term = e.weeks(path) if path in e.c.outcome.numbers else 0
    only_orders = f"key_partnerships.{e.f.item}.share" not in e.c.outcome.numbers
    since = int(np.flatnonzero(e.ordered())[0]) if only_orders and e.ordered().any() else 0
    return (term > 0 and (e.t + 1 - since) % term == 0 and e.t > since and e.alive()
            and (e.f.cents, e.f.about) == (e.given(), "given")
            and not any((kind, item) == ("withdraws", e.f.item) and week <= e.t for week, kind, item in e.c.events))


def gives_less(e) -> bool:
    year = e.t - 51
    if (e.t + 1) % 52 or e.v["of"] not in [cost.id for cost in e.spec.canvas.costs]:
        return False
    first, last = (e.share(slice(week, week + 13), e.v["of"]) for week in (year, e.t - 12))
    return (last < first and e.v == {"of": e.v["of"], "before": round(100 * first), "share": round(100 * last)}
            and e.f.cents == e.stream(f"in kind.{e.v['of']}.{e.f.item}")[year:e.t + 1].sum()
            and e.f.about == "kind_year")


def year(e) -> bool:
    weeks = slice(e.t - 51, e.t + 1)
    served = e.lane.series["services"][weeks, 0, :, SERVICE_FIELDS.index("served")].sum()
    return (e.f.item == "enterprise:cash" and (e.t + 1) % 52 == 0
            and e.v == {"n": (e.t + 1) // 52, "hours": served // 60}
            and (e.f.cents, e.f.about) == (e.lane.series["result"][weeks, 0].sum(), "result_year"))


def first(e, there, values, about) -> bool:
    return (e.f.item == "enterprise:cash" and there[e.t] and not there[:e.t].any() and e.v == {}
            and (e.f.cents, e.f.about) == (values[e.t], about))


def helped(e) -> bool:
    seen = set()
    for v in e.c.visits[:np.searchsorted(e.c.visits.week, e.t, side="right")]:
        home = (v.household, e.c.states[v.week + 1].households.generation[v.household])
        if home not in seen and len(seen) + 1 == e.v["n"]:
            return (home == (e.h, e.f.who.generation) and v.week == e.t and e.is_head(e.a)
                    and e.f.item == e.layout.services[v.service].id
                    and (e.f.cents, e.f.about) == (v.paid + v.covered, "visit"))
        seen.add(home)
    return False


def biggest(e) -> bool:
    totals = {}
    for v in e.c.visits:
        home = (v.household, e.c.states[v.week + 1].households.generation[v.household])
        totals[home] = totals.get(home, 0) + v.paid + v.covered
    mine = e.home_visits()
    return (e.is_head(e.a) and max(totals.values()) == e.f.cents == sum(cents for _, _, cents, _ in mine)
            and mine[-1][0] == e.t and e.v == {"n": len(mine)} and mine[0][1] == e.f.item and e.f.about == "total")


def first_visit(e) -> bool:
    mine = [visit for visit in e.home_visits() if visit[1] == e.f.item]
    return (bool(mine) and mine[0] == (e.t, e.f.item, e.f.cents, e.v["minutes"]) and e.is_head(e.a)
            and e.f.about == "visit")


def joins(e) -> bool:
    new = e.b.residents.placed[e.i] < 0 or not e.is_here(e.b)
    return new and e.is_here(e.a) and e.held(e.a) and e.v == {"age": e.age(e.a), "sort": e.works(e.a)} and e.kept


def learns(e) -> bool:
    if not (e.is_here(e.a) and e.held(e.a)):
        return False
    p = e.a.residents.placed[e.i]
    start, end, hours = (number_of(e, "learning", x) for x in (
        "productivity_at_start", "productivity_in_the_end", "hours_to_learn"))
    practised = e.a.workers.practised[p]
    before = e.b.workers.practised[p] if e.b.workers.resident[p] == e.i else 0.0
    pace = end - (end - start) * np.exp(-practised / hours)
    return (before < hours <= practised and e.kept
            and e.v == {"hours": int(practised), "pace": round(100 * pace), "start": round(100 * start)})


def finds_work_later(e) -> bool:
    return (e.is_here(e.b) and e.had_place() and e.b.residents.placed[e.i] < 0 and e.a.residents.exit_week[e.i] == e.t
            and e.v == {"weeks": e.t - e.b.residents.left_week[e.i]} and e.kept)


def work_lost(e) -> bool:
    found = e.b.residents.exit_week[e.i]
    return (e.is_here(e.b) and e.had_place() and not e.b.residents.benefit[e.i] and e.a.residents.benefit[e.i]
            and e.v == {"weeks": e.t - found} and found > NEVER and e.kept)


def customer(e, is_first: bool) -> bool:
    return (e.is_head(e.a) and e.bought(e.a) and not (e.bought(e.b) and e.is_head(e.b))
            and (e.customers_before() == 0) >= is_first and e.v == {"minutes": e.a.bought[e.h, e.need()]}
            and (e.f.cents, e.f.about) == (e.price_a_week(), "a_week"))


def customer_ends(e, shut: bool) -> bool:
    if not (e.is_head(e.a) and e.is_head(e.b) and e.bought(e.b) and not e.bought(e.a) and e.kept):
        return False
    s = e.layout.service(e.f.item)
    return (e.v == {"way": WAYS[e.a.habit[e.h, e.need()]], "weeks": e.weeks_as_customer()}
            and (bool(e.b.services.open[s]) and not e.a.services.open[s]) == shut)


def tie_visit(e) -> bool:
    one, two = e.f.who, e.f.other
    if two is None or not all(Evidence(e.c, replace(e.f, who=x)).is_here(e.a) for x in (one, two)):
        return False
    known, fresh = (bool(((state.bond_other[one.number] == two.number) & (state.bond_until[one.number] > e.t)).any())
                    for state in (e.b, e.a))
    at_home = {(int(v.worker), int(v.household)) for v in e.c.visits[e.c.visits.week == e.t]}
    came = any((int(state.residents.placed[guest.number]), host.household) in at_home and host.place == 0
               for host, guest in ((one, two), (two, one)) for state in (e.b, e.a))
    company = [s.id for s in e.layout.services if s.company]
    return fresh and not known and came and [e.f.item] == company and e.v == {} and e.kept


def tie(e) -> bool:
    """Came to know each other this week, not on a visit."""
    one, two = e.f.who, e.f.other
    if two is None or not all(Evidence(e.c, replace(e.f, who=x)).is_here(e.a) for x in (one, two)):
        return False
    known, fresh = (bool(((state.bond_other[one.number] == two.number) & (state.bond_until[one.number] > e.t)).any())
                    for state in (e.b, e.a))
    return fresh and not known and e.f.item == "neighbourhood.ties" and e.v == {} and e.kept


def searches(e) -> bool:
    sure = number_of(e, "recognition", "search_from")
    return (e.is_here(e.b) and e.is_here(e.a) and e.held(e.a) and e.held(e.b) and e.v == {} and e.kept
            and e.b.residents.confidence[e.i] < sure <= e.a.residents.confidence[e.i])


def team(e, begins: bool) -> bool:
    t = next((t for t, one in enumerate(e.layout.teams) if one.id == e.f.item), -1)
    return (t >= 0 and e.v == {} and e.kept and bool(e.a.teams.together[t]) == begins
            and bool(e.b.teams.together[t]) != begins)


def meets_first(e) -> bool:
    path, first = f"key_activities.{e.f.item}.gathering.every", f"key_activities.{e.f.item}.gathering.first"
    since = e.t + 1 - (e.weeks(first) if first in e.c.outcome.numbers else 0)
    held = [week for week, kind, item in e.c.events if (kind, item) == ("meets_first", e.f.item)]
    return held == [e.t] and since % e.weeks(path) == 0 and e.v == {} and e.kept


def goal(e, before: bool, after: bool) -> bool:
    """A goal was chosen before the week, and after it."""
    ids = [one.id for one in e.spec.canvas.value_propositions if one.sim and one.sim.goal]
    g = ids.index(e.f.item) if e.f.item in ids else -1
    return (g >= 0 and e.v == {} and e.kept and bool(e.b.goals.chosen[g]) == before
            and bool(e.a.goals.chosen[g]) == after)


def goal_reached(e) -> bool:
    """Enough deeds in a quarter, or enough of the work that was due; or what the pot is for was paid this week."""
    ids = [one.id for one in e.spec.canvas.value_propositions if one.sim and one.sim.goal]
    reached = [week for week, kind, item in e.c.events if (kind, item) == ("goal_reached", e.f.item)]
    if e.f.item not in ids or not e.kept or not e.a or e.t not in reached or e.v != {"n": reached.index(e.t) + 1}:
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


def order_begins(e) -> bool:
    owed = e.ordered()
    return (0 <= e.t < WEEKS and owed[e.t] > 0 and not owed[:e.t].any() and e.v == {"of": "vp-porticoes"}
            and (e.f.cents, e.f.about) == (owed[e.t], "order"))


def order_ends(e) -> bool:
    owed = e.ordered()
    return (e.happened("withdraws") and owed[:e.t + 1].any() and not owed[e.t + 1:].any()
            and e.v == {"of": "vp-porticoes"} and (e.f.cents, e.f.about) == (owed.sum(), "orders"))


def desk_year(e) -> bool:
    weeks = slice(max(0, e.t - 51), e.t + 1)
    return (e.f.item == "vp-desk" and (e.t + 1) % 52 == 0 and e.kept
            and e.v == {"n": int(e.service("visits")[weeks].sum()), "year": (e.t + 1) // 52})


def portrait(e) -> bool:
    r, i = e.a.residents if e.v["came"] else e.b.residents, e.i
    state = e.a if e.v["came"] else e.b
    age = e.age(state)
    situation = ("benefit" if r.benefit[i] else "job" if r.full_time[i] else "child" if not r.adult[i] else
                 "old" if age >= 65 else "other")
    return (e.is_here(state) and r.arrived[i] == e.t and e.v["came"] == (e.f.who.generation > 0) and e.kept
            and e.f.item == "neighbourhood" and e.v["persons"] == e.a.households.persons[e.h]
            and (e.v["age"], e.v["situation"]) == (age, situation))


def ways_first(e) -> bool:
    state = e.a if e.f.who.generation else e.b
    needs = {need.id: a for a, need in enumerate(e.spec.place.needs.activities) if need.kind == "standing"}
    name = lambda j: WAYS[j] if j < BY_ENTERPRISE else "enterprise"  # noqa: E731
    return (e.is_head(state) and state.residents.arrived[e.i] == e.t and e.f.item == "neighbourhood.needs" and e.kept
            and e.v == {"ways": {need: name(state.habit[e.h, a]) for need, a in needs.items()}})


def way(e) -> bool:
    places = {need.id: a for a, need in enumerate(e.spec.place.needs.activities)}
    if not (e.is_head(e.a) and e.is_head(e.b) and e.f.item in places and e.kept):
        return False
    old, new = (state.habit[e.h, places[e.f.item]] for state in (e.b, e.a))
    return old != new and max(old, new) < BY_ENTERPRISE and e.v == {"way": WAYS[new], "old": WAYS[old]}


def turned(e, item: str, on: str, table: str = "residents") -> bool:
    """A mark of a person or its household came on this week; nothing else is told."""
    row = e.i if table == "residents" else e.h
    return (e.is_here(e.b) and e.is_here(e.a) and e.f.item == item and e.kept
            and not getattr(getattr(e.b, table), on)[row] and bool(getattr(getattr(e.a, table), on)[row]))


def gone(e) -> bool:
    """Lived here a week ago, and no longer."""
    return e.is_here(e.b) and not e.is_here(e.a) and e.v == {} and e.kept


CHECKS = {
    "fails": lambda e: (e.happened("fails") and e.v == {"weeks": e.weeks("simwijk.insolvent_after")}
                        and e.f.about == "cash" and e.f.cents == e.lane.series["cash"][e.t, 0] < 0
                        and (e.lane.series["cash"][e.t + 1 - e.v["weeks"]:e.t + 1, 0] < 0).all()),
    "barred": lambda e: e.happened("barred") and e.alive() and e.v == {} and e.kept,
    "grows": lambda e: (e.happened("grows") and e.v == {}
                        and (e.f.cents, e.f.about) == (e.stream("growth")[e.t], "growth")),
    "places_close": lambda e: (e.v == {"n": e.lane.series["counts"][e.t, 0, COUNT["closed_places"]]} and e.v["n"] > 0
                               and e.f.item == "key_resources" and e.kept),
    "stops": stops, "begins": begins, "note": note, "renews": renews, "gives_less": gives_less, "year": year,
    "withdraws": lambda e: (e.happened("withdraws") and e.alive() and e.v == {}
                            and (e.f.cents, e.f.about) == (e.given(), "given")),
    "suspended": lambda e: (e.opened(1, 0) and e.alive() and e.v == {} and not any(
        item == e.f.item and kind == "stops" and week < e.t for week, kind, item in e.c.events)),
    "resumes": lambda e: e.opened(0, 1) and e.v == {} and (e.t - 1, "begins", e.f.item) not in e.c.events,
    "closed": lambda e: e.opened(1, 0) and e.alive() and e.v == {"n": e.service("customers")[e.t - 1]},
    "first_profit": lambda e: first(e, e.lane.series["result"][:, 0] > 0, e.lane.series["result"][:, 0], "result"),
    "below_zero": lambda e: first(e, e.lane.series["cash"][:, 0] < 0, e.lane.series["cash"][:, 0], "cash"),
    "joins": joins, "learns": learns, "tie": tie, "searches": searches, "meets_first": meets_first,
    "goal_chosen": lambda e: goal(e, False, True), "goal_dropped": lambda e: goal(e, True, False),
    "goal_reached": goal_reached, "takes_over": takes_over,
    "pot_full": lambda e: (e.f.item == "cost-facade" and e.v == {"of": "vp-centre"} and e.f.about == "pot"
                           and e.f.cents == e.cents("pot.cost-facade") > 0),
    "pot_year": pot_year, "order_begins": order_begins, "order_ends": order_ends, "desk_year": desk_year,
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
    "team_begins": lambda e: team(e, True), "team_stops": lambda e: team(e, False),
    "slides_back": lambda e: e.at_staff() and not e.closed() and e.counts_agree() and e.complained_of(),
    "finds_work": lambda e: e.left() and e.a.residents.exit_week[e.i] == e.t,
    "leaves_benefit_and_team": lambda e: (e.left() and not e.a.residents.benefit[e.i]
                                          and e.a.residents.exit_week[e.i] != e.t),
    "sent_home": lambda e: e.at_staff() and e.closed(),
    "leaves": lambda e: e.at_staff() and not (e.closed() and e.all_sent()),
    "drops_out": lambda e: (e.at_staff() and not e.closed() and e.counts_agree() and not e.due()
                           and not (e.has("recognition") and e.complained_of())),
    "place_over": lambda e: e.at_staff() and not e.closed() and e.counts_agree() and e.due() == "place_over",
    "not_renewed": lambda e: e.at_staff() and not e.closed() and e.counts_agree() and e.due() == "not_renewed",
    "moves_from_team": lambda e: (e.is_here(e.b) and not e.is_here(e.a) and e.kept and e.held(e.b)
                                  and e.v == {"sort": e.works(e.b)}),
    "finds_work_later": finds_work_later, "work_lost": work_lost,
    "helped": helped, "biggest": biggest, "first_visit": first_visit, "tie_visit": tie_visit,
    "first_customer": lambda e: customer(e, True), "customer": lambda e: customer(e, False),
    "customer_stops": lambda e: customer_ends(e, False), "customer_must_go": lambda e: customer_ends(e, True),
    "customer_moves": lambda e: gone(e) and e.is_head(e.b) and e.bought(e.b),
    "portrait": portrait, "ways_first": ways_first, "way": way,
    "hears": lambda e: (e.is_head(e.a) and e.is_head(e.b) and e.f.item == "channels" and e.kept and e.v == {}
                        and not e.b.relations.aware[e.h, 0] and e.a.relations.aware[e.h, 0]),
    "finds_work_elsewhere": lambda e: (
        e.is_here(e.b) and e.b.residents.placed[e.i] < 0 and e.v == {} and e.kept
        and e.a.residents.exit_week[e.i] == e.t and e.f.item == "neighbourhood.assistance"),
    "on_benefit": lambda e: turned(e, "neighbourhood.assistance", "benefit") and e.v == {},
    "benefit_ends": lambda e: (e.is_here(e.b) and e.is_here(e.a) and e.b.residents.benefit[e.i] and e.v == {} and e.kept
                               and not e.a.residents.benefit[e.i] and e.f.item == "neighbourhood.assistance"
                               and e.a.residents.exit_week[e.i] != e.t),
    "limited": lambda e: turned(e, "neighbourhood.people", "limited") and e.v == {"age": e.age(e.a)},
    "retires": lambda e: (turned(e, "neighbourhood.people", "old", "households") and e.f.who.place == 0 and e.v == {}),
    "moves_out": lambda e: gone(e) and e.f.item == "neighbourhood" and e.b.residents.placed[e.i] < 0,
}  # fmt: skip


def holds(c, fact) -> bool:
    """Whether the evidence bears a fact out."""
    return 0 <= fact.week < WEEKS and bool(CHECKS[fact.kind](Evidence(c, fact)))
