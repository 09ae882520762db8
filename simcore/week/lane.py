"""A lane: one enterprise, or none, on the neighbourhood; replications side by side. The week reads top to bottom.

``step()`` is one week:

 1. the calendar: dated rules and plugins give this week's terms
 2. needs arise, reviews come round, lives go on         (moves.live)
 3. people choose who meets a need
 4. requests meet hours: dispatch                         (dispatch.work)
 5. visits are made and paid
 6. workers learn, gain or lose confidence, leave         (dispatch.staff)
 7. people come together                                  (together.come_together)
 8. costs, gifts in kind, VAT and wages are booked        (desk.book; what others are paid: market)
 9. ties and loneliness are counted, each quarter          (community)
10. the enterprise keeps its rules                        (decisions)
11. the books close, compared with counts made elsewhere  (reconcile)
"""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cache

import numpy as np

from simcore.behaviour.covers import FOR
from simcore.behaviour.course import KNOWS, MOST_NEEDS
from simcore.behaviour.world import ENTERPRISE
from simcore.calendar import day_of, week_of_year
from simcore.canvas import Spec
from simcore.files import suggestion
from simcore.ledger import Ledger, cents
from simcore.neighbourhood.people import People
from simcore.neighbourhood.settle import settle
from simcore.plugin import terms as terms_of
from simcore.plugin.active import Active
from simcore.plugin.week import Model, Week, locked, luck_of, week_seen
from simcore.plugin.answers import PluginError
from simcore.plugin.nouns import Cover, Measure, Order, Payment, Stream, Update
from simcore.week import dispatch, effects, moves, together
from simcore.week.beginning import Beginning, first_arrangements
from simcore.week.build import needs_of, world_of
from simcore.week.commons import Commons, commons_streams
from simcore.week.community import Community
from simcore.week.crew import Crew, as_it_is
from simcore.week.dated import Dated
from simcore.week.decisions import Decisions
from simcore.week.desk import Desk
from simcore.week.labour import labour_rates
from simcore.week.layout import lay_out
from simcore.week.market import Market, neighbourhood_streams
from simcore.week.numbers import Numbers, quantities_of, whole
from simcore.week.occasions import Occasions, expect_newcomers, occasions_of_needs, times_when_limited
from simcore.week.reconcile import reconcile
from simcore.week.series import Series
from simcore.week.tally import Tally
from simcore.week.terms import OF_HELP, Terms
from simcore.week.tape import Tape, room_for
from simcore.week.together import Meetings

WHOLE_CANVAS = "week.spec"      # what a plugin has gone by that looked at the canvas itself, not at one number


@dataclass(frozen=True)
class Engine:
    """The loops a lane runs by: compiled by default, plain Python over Mesa agents in the objects engine."""
    live: object = moves.live
    work: object = dispatch.work
    staff: object = dispatch.staff
    come_together: object = together.come_together
    rethink: object = moves.rethink
    heed_rules: object = moves.heed_rules
    view: object = staticmethod(as_it_is)                     # what the loops are given of the world


class Lane:
    """One enterprise (``enterprise=True``) or the lane of doing nothing, in some replications of one seed."""

    def __init__(self, spec: Spec, people: People, seed: int, replications: list[int], *, enterprise: bool,
                 plugins: list[tuple[str, object]] = (), weeks: int | None = None, luck_only: bool = False,
                 strict: bool | None = None, engine: Engine = Engine(), written: int | None = None,
                 begun: Beginning | None = None, numbers: Numbers | None = None, tape: Tape | None = None,
                 earlier: Tape | None = None, hands: int = 1, pool: Executor | None = None):
        run = spec.canvas.simwijk
        self.spec, self.seed, self.replications, self.enterprise = spec, seed, list(replications), enterprise
        self.weeks, self.week, self.start = weeks or run.weeks, 0, run.start
        self.engine, R = engine, len(self.replications)
        canvas = spec.canvas if enterprise else None
        activities = [need.id for need in spec.place.needs.activities]
        self.numbers = numbers.among(self.replications) if numbers else Numbers(
            quantities_of(spec, plugins), seed, self.replications, luck_only)
        self.active = Active(plugins, enterprise)
        brought = self.active.bring(spec, self.numbers, R)
        self.covers, self.orders, self.measures = ([(name, noun) for name, noun in brought if isinstance(noun, kind)]
                                                   for kind in (Cover, Order, Measure))
        self.layout = lay_out(canvas, activities, self.orders)

        settled = begun.settled.again() if begun else settle(people, self.numbers.under("neighbourhood"), R)
        self.needs = needs_of(spec.place, self.numbers)
        self.tape = tape if len(activities) <= MOST_NEEDS else None
        self.world = world_of(spec.place, people, settled, self.numbers, seed, self.layout, canvas,
                              len(self.covers), written, self.room_for_tape(people))
        self.earlier = earlier if tape and earlier and earlier.room <= self.world.tape.shape[1] else None
        self.crew = Crew(self.world, hands, pool)
        self.open_covers()
        self.paying = np.zeros((R, len(self.covers)), bool)    # which covers had something left last week
        self.dated = {term: Dated(spec.place, self.numbers, rule, self.start) for term, rule in terms_of.DATED.items()}
        for leaf in ("least", "income"):
            self.world.numbers[f"contribution_{leaf}"] = self.dated[f"wmo.contribution.{leaf}"][0]
        if begun:
            begun.write(self.world)
        else:
            expect_newcomers(self.world)
        event = event_of(canvas, self.numbers) if enterprise else None
        self.occasions = Occasions(self.world, self.numbers, activities, seed, self.needs["amplitude"],
                                   self.needs["peak"], event)
        self.begun = begun or Beginning(people, settled, Community(self.world, self.numbers, seed), self.begin(),
                                        self.world)
        self.gap, self.community = self.begun.gap, self.begun.community

        self.desk = Desk(spec.canvas, self.layout, self.numbers, self.covers, self.weeks) if enterprise else None
        self.meetings = Meetings(self.layout, self.numbers)
        strictly = run.law == "strict" if strict is None else strict
        self.decisions = Decisions(self.desk, self.weeks, seed, strictly) if enterprise else None
        streams = [*neighbourhood_streams(), *commons_streams(spec.place), *(self.desk.streams() if enterprise else []),
                   *(noun for _, noun in brought if isinstance(noun, Stream))]
        self.ledger = Ledger(streams, self.weeks, self.replications)
        if enterprise:
            self.desk.open_books(self.ledger)
        self.market = Market(self)
        self.series = Series(self.weeks, R, self.layout)
        self.place_weeks = [whole(self.numbers[f"neighbourhood.labour.{x}"]) for x in ("place_weeks", "place_review")]
        self.commons = Commons(self, seed)
        self.need_ids, self.need_terms = activities, [f"need.{name}" for name in activities]
        self.events: list[tuple] = []                         # (week, kind, subject, where (R,))
        self.by_canvas: set[tuple[str, str]] = set()          # (plugin, number of the canvas) it has asked for
        self.models = {name: Model(spec, lambda name=name: self.by_canvas.add((name, WHOLE_CANVAS)))
                       for name, _ in self.active.plugins}    # as each plugin sees it
        self.numbers_of = {name: self.numbers_for(name) for name, _ in self.active.plugins}
        self.tally = Tally(self, self.active.counted)
        self.built = effects.Built(self.world)
        if enterprise:
            self.desk.common.full_places = self.built.teams.places
        self.moving = Terms(self)

    # --- the beginning --------------------------------------------------------------------------------------

    def begin(self) -> np.ndarray:
        """Fit the constants of the choice and give everyone first arrangements; the largest error left (R, A)."""
        return first_arrangements(self)

    def room_for_tape(self, people: People) -> int:
        """Entries of the tape that this lane follows or writes; none without a tape."""
        if self.tape is None:
            return 0
        if self.enterprise and not self.tape.growing:
            return self.tape.room
        needs = occasions_of_needs(self.needs, self.numbers, people.households).sum(1)
        return room_for((needs * times_when_limited(self.numbers)).max())

    def share(self, hands: int, pool: Executor) -> None:
        """From now on so many threads share the loops of a week."""
        if hands != self.crew.hands:
            self.crew = Crew(self.world, hands, pool)

    def forget(self) -> None:
        """Let go of everything when the lane is over and written down: parts of it hold each other, and nobody clears
        that away while playing."""
        if self.desk:
            vars(self.desk.common).clear()
        vars(self).clear()

    def open_covers(self) -> None:
        """Whom covers are for, their rates by service: a personal budget pays no more than the rate of the municipality."""
        most, w = self.numbers["neighbourhood.wmo.budget_rate"], self.world
        for c, (_, cover) in enumerate(self.covers):
            w.cover_who[c], w.cover_own[:, c] = FOR[cover.who], cents(cover.own)
            for s, service in enumerate(self.layout.services):
                if service.id in cover.services:
                    w.cover_rate[:, c, s] = cents(np.minimum(cover.rate, most) if cover.who == "pgb" else cover.rate)

    def base_terms(self) -> dict[str, np.ndarray]:
        """Every number a plugin may move (R,), before it does, by the rules of the first week."""
        R, out, same = len(self.replications), {}, {}
        for name, one in terms_of.terms(self.spec).items():
            if not (one.everywhere or self.enterprise):
                continue
            if name in self.dated:
                out[name] = self.dated[name][0]
            elif isinstance(one.base, str):
                out[name] = self.numbers[one.base]
            elif one.base is not None:
                out[name] = same.setdefault(one.base, np.full(R, one.base))
        if self.enterprise:
            for name, noun in self.orders:
                out |= {one.name: np.full(R, one.base, float) for one in terms_of.of_order(name, noun)}
            out |= {f"open.{one.id}": np.ones(R) for one in self.layout.services if f"open.{one.id}" not in out}
            for t, team in enumerate(self.layout.teams):
                out[f"people.{team.id}"] = self.built.teams.places[:, t].astype(float)
        return out | self.wages(out)

    def wages(self, terms: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        """``wage.<team>`` (R,) as contracts and the rules of the day have it; nothing without an enterprise."""
        rates = labour_rates(self.layout, self.numbers, terms)
        return {f"wage.{team.id}": rates[:, t] for t, team in enumerate(self.layout.teams)}

    @property
    def base(self) -> dict[str, np.ndarray]:
        """The terms of this week without what plugins do to them."""
        return self.moving.base

    @property
    def terms(self) -> dict[str, np.ndarray]:
        """The terms of this week."""
        return self.moving.now

    def moved(self, *heads: str) -> bool:
        """Whether a term with a name that begins so is other than last week's."""
        return self.moving.moved(*heads)

    # --- the week -------------------------------------------------------------------------------------------

    def step(self) -> None:
        """One week."""
        w, week = self.world, self.week
        self.calendar()
        if self.enterprise:
            self.desk.common.prepare(w, self.terms, week)
        self.people()
        if self.enterprise:
            self.serve()
            self.meet()
            self.desk.book(w, self.ledger, self.terms, week)
        self.market.book(self)
        self.commons.week(self)
        self.community.count(self.crew, self.series, week, self.tally.kept)
        if self.enterprise:
            there = self.alive.copy()
            self.events += [(week, *event) for event in self.decisions.decide(w, self.ledger, self.terms, week)]
            self.events += [(week, *event) for event in self.desk.common.follow(w, self.ledger, self.series, week)]
            if (ended := there & ~self.alive).any():              # and nobody hears of it any more
                w.astray[ended] &= ~KNOWS
        self.settle_plugins()
        self.close()

    def calendar(self) -> None:
        """1: the terms of this week, by rules and plugins; whoever they touch looks again."""
        w, week = self.world, self.week
        planned = []
        for name in self.active.who("plan"):
            planned += self.active.ask_one(name, "plan", week, week=self.for_plugin(name))
        self.moving.open(planned, week)
        if self.earlier:
            self.heed_rules(week)
        affected = np.zeros(w.standing_minutes.shape, np.int64)
        effects.follow(self, affected)
        if self.enterprise:
            effects.follow_enterprise(self)
            self.set_prices(affected)
        if affected.any():
            self.loop(self.engine.rethink, week, self.occasions.rethinking, affected)

    def heed_rules(self, week: int) -> None:
        """Household help goes by other rules than in the lane that is followed, perhaps: who is touched may differ."""
        there = self.earlier.help(week)
        turned = (there != self.earlier.help(max(0, week - 1))) | self.moving.moved(OF_HELP)
        if turned.any():
            self.loop(self.engine.heed_rules, there != self.moving.mark[:, 0], turned)

    def set_prices(self, affected: np.ndarray) -> None:
        """Prices, closed and opened services; customers of what stopped, or jumped in price, look again."""
        w, week, services = self.world, self.week, self.world.columns.services
        due, jump = self.decisions.close_due(w, week), np.zeros(services.price.shape, bool)
        if self.moved("open.") or any(team.trade for team in self.layout.teams):
            due |= self.decisions.suspend(w, self.terms)
        if self.moved("price."):
            jump = effects.prices(self)
        effects.covers(self, affected)
        if due.any() or jump.any():
            for s, need in zip(*self.layout.meets):
                mine = affected[:, need, ENTERPRISE]
                mine[jump[:, s]] = 1
                mine[due[:, s]] = 2
        for name in ("asked", "visits", "served", "missed", "paid", "covered", "worth"):
            getattr(services, name)[:] = 0
        w.covered[:] = 0

    def people(self) -> None:
        """2 and 3: occasions come, people choose."""
        w = self.world
        w.counts[:], w.done_minutes[:], w.asked_minutes[:] = 0, 0, 0
        self.waiting = w.waiting.copy()
        factors = [self.terms[name] for name in self.need_terms]
        rates = self.occasions.rates(self.week, week_of_year(self.start, self.week), factors)
        terms = np.concatenate((self.moving.mark, rates[:, :len(factors)]), 1)
        tape = self.tape if self.enterprise else self.earlier
        followed = None if tape is None else tape.read(w, self.week, terms)
        self.loop(self.engine.live, self.week, rates, self.occasions.bounds, self.occasions.keys, self.occasions.past,
                  self.occasions.birthdays)
        if followed is not None:
            tape.tell(w, self.week)
        if not self.enterprise and self.tape is not None:
            self.tape.write(w, terms, followed)

    def serve(self) -> None:
        """4 to 6: dispatch, delivery, workers."""
        self.loop(self.engine.work, self.week, self.occasions.other_keys)
        self.loop(self.engine.staff, self.week, self.occasions.quitting, *self.place_weeks)

    def meet(self) -> None:
        """7: gatherings that are due, and whatever else people do together."""
        if self.layout.gatherings or self.layout.common.any:
            self.meetings.call(self.world, self.terms, self.week, self.desk.common.may)
            self.loop(self.engine.come_together, self.week, self.occasions.together_keys)
            self.events += [(self.week, *event) for event in self.meetings.look(self.world, self.tally.kept)]

    def loop(self, move: Callable, *arguments: object) -> None:
        """Run one of the engine's loops over all replications; every array among the arguments is (R, ...)."""
        self.crew.do(move, self.engine.view, *arguments)

    def settle_plugins(self) -> None:
        """Payments, own state and notes of plugins, now that people have acted."""
        paid = []
        self.tally.turn(self.week)
        for name in self.active.who("settle"):
            for owner, noun in self.active.ask_one(name, "settle", self.week, week=self.for_plugin(name)):
                if isinstance(noun, Payment):
                    paid.append((owner, noun, self.active.amount(noun, self.alive)))
                    self.ledger.post(noun.stream, paid[-1][2])
                elif isinstance(noun, Update):
                    self.active.update(owner, noun)
                else:
                    self.events.append((self.week, "note", noun, np.asarray(noun.where)))
        self.active.afford(self.ledger, paid, self.week)
        for name, noun in self.measures:
            own = self.active.columns[name]
            values = own[noun.column] if noun.column in own else self.tally[noun.column]
            self.series.measure(self.week, f"{name}.{noun.name}", values)

    def close(self) -> None:
        """11: the books close, and the week is over."""
        reconcile(self)
        self.series.record_books(self.week, self.ledger, self.desk)
        self.ledger.close()
        self.week += 1
        self.tally.turn(self.week - 1)
        if self.week == self.weeks:
            for name, model in self.models.items():
                if model._changed:
                    raise PluginError(name, "settle", None, "changes the model it was given; leave week.spec as it is")

    # --- what plugins see -------------------------------------------------------------------------------------

    @property
    def alive(self) -> np.ndarray:
        """(R,) where the enterprise still exists."""
        return self.world.columns.enterprises.alive[:, 0] if self.enterprise else np.ones(len(self.replications), bool)

    def for_plugin(self, name: str) -> Week:
        """The week as one plugin sees it."""
        return week_seen(self.week, day_of(self.start, self.week), self.alive, self.tally, self.active.columns[name],
                         self.numbers_of[name], luck_of(self.seed, self.replications, name, self.week), self.models[name])

    def numbers_for(self, name: str) -> Callable[[str], np.ndarray]:
        """What gives a plugin its numbers, each looked up once."""

        @cache
        def numbers(leaf: str) -> np.ndarray:
            """(R,) the drawn values of an own parameter, or of any number by its whole path; to read only."""
            for path in (f"plugins.{name}.{leaf}", leaf):
                if path in self.numbers:
                    if not path.startswith(("plugins.", "neighbourhood.")):
                        self.by_canvas.add((name, path))
                    return locked(self.numbers[path])
            known = [path.removeprefix(f"plugins.{name}.") for path in self.numbers]
            raise KeyError(f"no number '{leaf}'; " + suggestion(leaf, known))

        return numbers


def event_of(canvas, numbers: Numbers) -> tuple[np.ndarray, np.ndarray]:
    """Reach of the canvas's event and the weeks between two of them, both (R,)."""
    for channel in canvas.channels:
        if channel.sim and channel.sim.event is not None:
            path = f"channels.{channel.id}.event"
            return numbers[f"{path}.reach"], np.maximum(1, whole(numbers[f"{path}.every"]))
    R = len(numbers.replications)
    return np.zeros(R), np.ones(R, np.int64)
