"""What the folder of a run itself tells of one course: its books, its counts and the decisions of the enterprise."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from simcore.behaviour.world import COUNT
from simcore.calendar import WEEKS_A_QUARTER as QUARTER, WEEKS_A_YEAR
from simcore.ledger import CASH, INSTITUTIONS
from simcore.played import LaneOutcome
from simcore.plugin.names import paid_over
from simcore.results.diary import KINDS, Fact
from simcore.run import ENTERPRISE, Outcome
from simcore.week.commons_build import gatherings_in, plan_of
from simcore.week.numbers import whole
from simcore.week.series import SERVICE_FIELDS

POINT = 0.01                       # a partner's share shrinks when it is less by a point at least


def read_events(path: Path, replication: int) -> list[tuple[int, str, str, dict]]:
    """(week, kind, item, texts of a note) of every event of one replication of the enterprise."""
    with open(path, encoding="utf-8", newline="") as stream:
        return [(int(row["week"]), row["kind"], row["subject"].removeprefix("'"),
                 {name: row[name].removeprefix("'") for name in ("dutch", "english") if row[name]})
                for row in csv.DictReader(stream)
                if row["lane"] == ENTERPRISE and int(row["replication"]) == replication]


class Books:
    """One course as the folder holds it: series, flows and numbers of one replication, by name."""

    def __init__(self, outcome: Outcome, place: int, events: list[tuple[int, str, str, dict]],
                 margins: np.ndarray | None = None):
        self.outcome, self.place, self.events, self.margins = outcome, place, events, margins
        self.lane: LaneOutcome = outcome.lanes[ENTERPRISE]
        self.flows, canvas = self.lane.flows[:, place], outcome.spec.canvas
        self.gatherings = gatherings_in(canvas)
        self.common = plan_of(canvas, {one.id: s for s, one in enumerate(self.lane.layout.services)})
        self.alive, self.cash, self.result = (self.lane.series[name][:, place] for name in ("alive", "cash", "result"))
        self.counts = self.lane.series["counts"][:, place]

    def service(self, field: str) -> np.ndarray:
        """(weeks, S) one figure of every service."""
        return self.lane.series["services"][:, self.place, :, SERVICE_FIELDS.index(field)]

    def number(self, path: str) -> float:
        """A number as this course drew it."""
        return float(self.outcome.numbers[path][self.place])

    def weeks(self, path: str) -> int:
        """A number of weeks, as the rules round it."""
        return int(whole(self.outcome.numbers[path][self.place]))

    def paid(self, name: str) -> np.ndarray:
        """(weeks,) cents over one stream; nothing when there is none."""
        names = [stream.name for stream in self.lane.streams]
        return self.flows[:, names.index(name)] if name in names else np.zeros(len(self.flows), np.int64)

    def lived(self, week: int) -> bool:
        """Whether the enterprise was there when a week began."""
        return bool(self.alive[week])

    def facts(self) -> list[Fact]:
        """Everything the folder itself tells of the enterprise."""
        return [*self.told(), *self.openings(), *self.money(), *self.partners(), *self.orders(), *self.years(),
                *self.pot()]

    # --- decisions ----------------------------------------------------------------------------------------------

    def told(self) -> Iterator[Fact]:
        """The events that were written down, and what belongs to each."""
        for week, kind, item, texts in self.events:
            if kind == "note":
                yield Fact(week, "note", item, values=texts)
            elif not self.lived(week):
                continue                                         # partners of an enterprise that is no more
            elif kind == "stops":
                yield self.stop(week, item)
            elif kind == "begins":
                span = min(self.weeks("simwijk.start_on_request.period"), week + 1)
                asked = self.service("asked")[week + 1 - span:week + 1, self.lane.layout.service(item)].sum()
                yield Fact(week, "begins", item, None, int(self.paid(f"begin.{item}")[week]), "start",
                           {"n": int(asked), "weeks": span})
            elif kind == "withdraws":
                given = self.given(item, week)
                yield Fact(week, "withdraws", item, None, given or None, "given" if given else "")
            elif kind == "grows":
                yield Fact(week, "grows", item, None, int(self.paid("growth")[week]), "growth")
            elif kind == "pot_full":
                yield Fact(week, "pot_full", item, None, int(self.paid(f"pot.{item}")[week]), "pot", self.goal_of(item))
            elif kind == "goal_chosen":
                again = any(before < week for before in self.weeks_of("goal_dropped", item))
                yield Fact(week, kind, item, values={"sort": "again"} if again else {})
            elif kind == "goal_reached":
                reached = [before for before in self.weeks_of(kind, item) if before <= week]
                yield Fact(week, kind, item, values={"n": len(reached)} | self.taken_up_again(item, week))
            elif kind == "fails":
                yield Fact(week, "fails", item, None, int(self.cash[week]), "cash",
                           {"weeks": self.weeks("simwijk.insolvent_after")})
            elif kind in KINDS:
                yield Fact(week, kind, item)
        for week in np.flatnonzero(self.counts[:, COUNT["closed_places"]]):
            yield Fact(int(week), "places_close", "key_resources",
                       values={"n": int(self.counts[week, COUNT["closed_places"]])})

    def weeks_of(self, kind: str, item: str) -> list[int]:
        """The weeks in which a kind of event was written down of something, in order."""
        return [week for week, one, of, _ in self.events if (one, of) == (kind, item)]

    def taken_up_again(self, goal: str, week: int) -> dict:
        """Of a goal that is reached, for the first time since it had petered out: the week, from 1, in which residents
        chose it again; nothing of any other."""
        since = max((one for one in self.weeks_of("goal_reached", goal) if one < week), default=-1)
        if not any(since <= one < week for one in self.weeks_of("goal_dropped", goal)):
            return {}
        chosen = max(one for one in self.weeks_of("goal_chosen", goal) if one <= week)
        return {"sort": "again", "chosen": chosen + 1}

    def stop(self, week: int, item: str) -> Fact:
        """A service stops: what it fell short of in the weeks that were looked at, or what it sold in them."""
        s = self.lane.layout.service(item)
        opened = [then + 1 for then, kind, one, _ in self.events if (kind, one) == ("begins", item) and then < week]
        since = max(0, week + 1 - self.weeks("simwijk.stop.window"), *opened)
        values = {"weeks": week + 1 - since}
        if self.margins is not None:
            short = self.margins[since, s] - self.margins[week + 1, s]
            return Fact(week, "stops", item, None, int(round(100 * short)), "short", values)
        mine = [i for i, stream in enumerate(self.lane.streams) if stream.name.endswith(f".{item}")
                and stream.payee in ("enterprise:debtors", "enterprise:institutions")]
        return Fact(week, "stops", item, None, int(self.flows[since:week + 1, mine].sum()), "sold", values)

    def openings(self) -> Iterator[Fact]:
        """Services that close while the enterprise lives, and those that a plugin shuts for a while."""
        teams = {(kind, item, week) for week, kind, item, _ in self.events if kind in ("team_begins", "team_stops")}
        happened = {(kind, item): week for week, kind, item, _ in self.events}
        barred = [week for week, kind, *_ in self.events if kind == "barred"]
        open_, customers = self.service("open"), self.service("customers")
        for s, service in enumerate(self.lane.layout.services):
            for week in np.flatnonzero(np.diff(open_[:, s])) + 1:
                week = int(week)
                team = self.lane.layout.teams[service.team].id
                if not self.lived(week) or {("team_begins", team, week - 1), ("team_stops", team, week - 1)} & teams:
                    continue                                     # then the team itself is told of
                if open_[week, s]:
                    if happened.get(("begins", service.id)) != week - 1:
                        yield Fact(week, "resumes", service.id)
                elif happened.get(("stops", service.id), week) < week or any(then < week for then in barred):
                    if customers[week - 1, s]:
                        yield Fact(week, "closed", service.id, values={"n": int(customers[week - 1, s])})
                else:
                    yield Fact(week, "suspended", service.id)

    # --- money ----------------------------------------------------------------------------------------------------

    def money(self) -> Iterator[Fact]:
        """The first week with a profit, and the first without cash."""
        for kind, there, cents, about in (("first_profit", self.result > 0, self.result, "result"),
                                          ("below_zero", self.cash < 0, self.cash, "cash")):
            weeks = np.flatnonzero(there & self.alive)
            if weeks.size:
                yield Fact(int(weeks[0]), kind, CASH, None, int(cents[weeks[0]]), about)

    def years(self) -> Iterator[Fact]:
        """Each whole year in which it lived to the end: hours delivered and result."""
        served = self.service("served").sum(1)
        for end in range(WEEKS_A_YEAR, len(self.alive) + 1, WEEKS_A_YEAR):
            if self.alive[end - 1]:
                year = slice(end - WEEKS_A_YEAR, end)
                yield Fact(end - 1, "year", CASH, None, int(self.result[year].sum()), "result_year",
                           {"n": end // WEEKS_A_YEAR, "hours": int(served[year].sum() // 60)})
                yield from self.desks(end - 1, year)

    def desks(self, week: int, year: slice) -> Iterator[Fact]:
        """How often somebody was helped in a year at each desk: a service with opening hours."""
        desks = {one.id for one in self.outcome.spec.canvas.value_propositions if one.sim and one.sim.opening}
        for s, service in enumerate(self.lane.layout.services):
            n = int(self.service("visits")[year, s].sum())
            if service.id in desks and n:
                yield Fact(week, "desk_year", service.id, values={"n": n, "year": (week + 1) // WEEKS_A_YEAR})

    def pot(self) -> Iterator[Fact]:
        """How full the pot of residents is after each year, until it is paid out."""
        pots = [cost.id for cost in self.outcome.spec.canvas.costs if cost.sim and cost.sim.per == "pot"]
        if len(pots) != 1:                                       # what several hold together belongs to no one note
            return
        saved, target = (self.lane.series[name][:, self.place] for name in ("pot", "pot target"))
        for end in range(WEEKS_A_YEAR, len(self.alive) + 1, WEEKS_A_YEAR):
            if self.alive[end - 1] and 0 < saved[end - 1] and not self.paid(f"pot.{pots[0]}")[:end].any():
                yield Fact(end - 1, "pot_year", pots[0], None, int(saved[end - 1]), "saved",
                           {"share": int(100 * saved[end - 1] // target[end - 1]), **self.goal_of(pots[0])})

    def goal_of(self, cost: str) -> dict[str, str]:
        """The goal of residents that a pot is for: that of the gathering which fills it."""
        return next(({"of": self.common.goals[one.goal]} for one in self.gatherings
                     if one.goal >= 0 and one.sim.pot == cost), {})

    def given(self, partner: str, week: int) -> int:
        """Cents a partner gave in the year up to and with a week, in cash and in kind, capital left out."""
        mine = [i for i, stream in enumerate(self.lane.streams)
                if partner in (stream.payer, stream.item) and not stream.capital]
        return int(self.flows[max(0, week + 1 - WEEKS_A_YEAR):week + 1, mine].sum())

    def partners(self) -> Iterator[Fact]:
        """Who goes on at the end of a term, and whose share of a cost became smaller, once a year."""
        for partner in self.outcome.spec.canvas.key_partnerships:
            if partner.sim:
                yield from self.renewals(partner.id)
        lines = defaultdict(dict)                                # cost -> partner (or "" for itself) -> stream
        for i, stream in enumerate(self.lane.streams):
            head, _, rest = stream.name.partition(".")
            if head in ("cost", "in kind"):
                cost, _, partner = rest.partition(".")
                lines[cost][partner] = i
        for cost, streams in lines.items():
            for partner in streams:
                if partner:
                    yield from self.shrinking(cost, partner, streams)

    def orders(self) -> Iterator[Fact]:
        """The first work that a partner orders, and the end of an order when the partner leaves."""
        for partner in (note.id for note in self.outcome.spec.canvas.key_partnerships if note.sim):
            for stream, of in self.ordered(partner):
                owed = self.paid(stream)
                for week in np.flatnonzero(owed)[:1].tolist():
                    yield Fact(week, "order_begins", partner, None, int(owed[week]), "order", {"of": of})
                for week, kind, item, _ in self.events:
                    if (kind, item) == ("withdraws", partner) and self.lived(week) and owed[:week + 1].any():
                        yield Fact(week, "order_ends", partner, None, int(owed.sum()), "orders", {"of": of})

    def ordered(self, partner: str) -> list[tuple[str, str]]:
        """The streams over which a partner owes for orders, of the canvas or of a plugin, and what each is for."""
        mine = [(f"order.{plan.revenue}.{partner}", plan.proposition) for plan in self.common.orders
                if partner in plan.payers]
        streams, services = self.lane.streams, {one.id for one in self.lane.layout.services}
        collected = {one.name for one in streams if one.payer == INSTITUTIONS}
        for one in streams:
            owner, _, name = one.name.partition(".")
            if one.payer == partner and name not in services and paid_over(owner, name)[1] in collected \
                    and one.name not in dict(mine):
                mine.append((one.name, one.item))                # over a service a cover is paid
        return mine

    def bound(self, partner: str) -> int | None:
        """The week in which the first term of a partner begins: of who only orders, with its first order."""
        path, numbers = f"key_partnerships.{partner}", self.outcome.numbers
        if f"{path}.share" in numbers and self.number(f"{path}.share") > 0 and self.number(f"{path}.phase_out") < 1:
            return 0
        ordered = [week for stream, _ in self.ordered(partner)
                   for week in np.flatnonzero(self.paid(stream))[:1].tolist()]
        return min(ordered, default=None)

    def renewals(self, partner: str) -> Iterator[Fact]:
        """At the end of each term a partner that does not leave goes on; of one that gave nothing of late that says
        nothing."""
        term, begins = self.weeks(f"key_partnerships.{partner}.term"), self.bound(partner)
        gone = min((week for week, kind, item, _ in self.events if (kind, item) == ("withdraws", partner)),
                   default=len(self.alive))
        if begins is None:
            return
        for week in range(begins + term - 1, min(gone, len(self.alive)), max(1, term)):
            if week >= 0 and self.lived(week) and (given := self.given(partner, week)):
                yield Fact(week, "renews", partner, None, given, "given")

    def shrinking(self, cost: str, partner: str, streams: dict[str, int]) -> Iterator[Fact]:
        """Each year in which it lived: the share of a cost that a partner bore in the last quarter, where that is less
        than in the first.
        """
        def share(weeks: slice) -> float:
            total = int(self.flows[weeks, list(streams.values())].sum())
            return int(self.flows[weeks, streams[partner]].sum()) / total if total else 0.0

        for end in range(WEEKS_A_YEAR, len(self.alive) + 1, WEEKS_A_YEAR):
            first, last = (share(slice(begin, begin + QUARTER)) for begin in (end - WEEKS_A_YEAR, end - QUARTER))
            if self.alive[end - 1] and 0 < last < first - POINT:
                mine = int(self.flows[end - WEEKS_A_YEAR:end, streams[partner]].sum())
                yield Fact(end - 1, "gives_less", partner, None, mine, "kind_year",
                           {"of": cost, "share": round(100 * last), "before": round(100 * first)})
