"""The desk of the enterprise: what it pays, gets and decides each week, in all replications side by side.

Rows of the world say who was served; the desk turns that into money over declared streams, and afterwards
keeps the rules of the canvas: stop what does not pay, start what is asked, phase partners out, grow, fail.
"""

import numpy as np

from simcore.behaviour.enterprise import (direct_cost, earned_back, is_barred, labour_cost, phased, premium_per_hour,
                                          renewal_chance)
from simcore.behaviour.world import BROKER, NOBODY, PAID, PARTICIPATION, SUBSIDY, VOLUNTEER, World
from simcore.calendar import day_of, in_force
from simcore.canvas import Canvas, Place
from simcore.ledger import Ledger, cents, split
from simcore.luck import key, luck
from simcore.plugin.nouns import Cover, Stream
from simcore.week.build import whole
from simcore.week.layout import Layout
from simcore.week.numbers import Numbers

QUARTER, YEAR = 13, 52
CASH, DEBTORS, INSTITUTIONS, VAT = "enterprise:cash", "enterprise:debtors", "enterprise:institutions", "enterprise:vat"
WORK_IN_KIND = "enterprise:work in kind"


class Desk:
    """Money and decisions of one enterprise over R replications."""

    def __init__(self, canvas: Canvas, place: Place, layout: Layout, numbers: Numbers, covers: list[tuple[str, Cover]], weeks: int,
                 seed: int, law_strict: bool):
        self.canvas, self.place, self.layout, self.numbers, self.covers = canvas, place, layout, numbers, covers
        self.rules, self.seed, self.strict = canvas.simwijk, seed, law_strict
        R = self.R = len(numbers.replications)
        S, T = len(layout.services), len(layout.teams)
        self.costs = [cost for cost in canvas.costs if cost.sim]
        self.partners = [partner for partner in canvas.key_partnerships if partner.sim]
        self.vat = np.stack([numbers[f"value_propositions.{s.id}.vat"] if f"value_propositions.{s.id}.vat" in numbers
                             else np.zeros(R) for s in layout.services], 1)
        self.share = self._numbers("share")                       # (R, partners) of the cost lines they stand for
        self.next_term = whole(self._numbers("term"))
        self.given = np.zeros((weeks, R, len(self.partners)), np.int64)
        self.served = np.zeros((weeks, R, S), np.int64)           # minutes
        self.margin = np.zeros((weeks + 1, R, S))                 # heaped up, EUR
        self.asked = np.zeros((weeks + 1, R, S), np.int64)        # heaped up
        self.result = np.zeros((weeks + 1, R), np.int64)          # heaped up, cents, without start capital
        self.opened = np.zeros((R, S), np.int64)
        self.closing = np.full((R, S), -1, np.int64)              # week in which a stopped service ends
        self.stopped = np.zeros((R, S), bool)
        self.suspended = np.zeros((R, S), bool)                   # closed for now by a plugin
        self.grown, self.barred = np.zeros(R, bool), np.zeros(R, bool)
        self.signs: np.ndarray | None = None                      # of streams in the result
        self.red = np.zeros(R, np.int64)                          # weeks with cash below zero, in a row
        names = ["inspection", *(f"renewal {partner.id}" for partner in self.partners)]
        self.keys = np.array([[key(seed, r, name) for name in names] for r in numbers.replications])

    def _numbers(self, leaf: str) -> np.ndarray:
        """(R, partners): one number of every partner."""
        return np.stack([self.numbers[f"key_partnerships.{p.id}.{leaf}"] for p in self.partners], 1) \
            if self.partners else np.zeros((self.R, 0))

    # --- what it brings ---------------------------------------------------------------------------------

    def streams(self) -> list[Stream]:
        """Every stream of the enterprise, each tied to a sticky note."""
        out = []
        for s in self.layout.services:
            if s.revenue is None:
                continue
            out += [Stream(name=f"sale.{s.id}", payer="residents", payee=DEBTORS, item=s.revenue),
                    Stream(name=f"collected.{s.id}", payer=DEBTORS, payee=CASH, item=s.revenue),
                    Stream(name=f"vat.{s.id}", payer=VAT, payee="treasury", item=s.revenue)]
            for name, cover in self.covers:
                if s.id in cover.services:
                    out += [Stream(name=f"{name}.{s.id}", payer=cover.payer, payee=INSTITUTIONS, item=cover.item,
                                   tier=cover.tier),
                            Stream(name=f"{name} collected.{s.id}", payer=INSTITUTIONS, payee=CASH, item=cover.item)]
        for s in self.layout.services:
            if s.on_request:
                out.append(Stream(name=f"begin.{s.id}", payer=CASH, payee="suppliers", item=s.id))
        out.append(Stream(name="vat paid", payer=CASH, payee=VAT, item="revenue_streams"))
        for cost in self.costs:
            out.append(Stream(name=f"cost.{cost.id}", payer=CASH, payee=cost.sim.payee, item=cost.id))
            for partner in self.partners:
                if self.stands_for(partner, cost):
                    out.append(Stream(name=f"in kind.{cost.id}.{partner.id}", payer=partner.id, payee=cost.sim.payee,
                                      item=partner.id, tier="B", kind="kind"))
        for partner in self.partners:
            if partner.sim.start_capital is not None:
                out.append(Stream(name=f"start.{partner.id}", payer=partner.id, payee=CASH, item=partner.id, tier="A"))
        for team in self.layout.teams:
            out.append(Stream(name=f"wages.{team.id}", payer=CASH, payee="staff", item=team.id))
            if team.contract == SUBSIDY:
                out += [Stream(name=f"subsidy.{team.id}", payer="municipality:reintegration", payee="staff",
                               item=team.id, tier="A"),
                        Stream(name=f"deducted.{team.id}", payer="people on benefit", payee="municipality:benefits",
                               item=team.id)]
            if team.contract in (PARTICIPATION, VOLUNTEER):
                out.append(Stream(name=f"unpaid.{team.id}", payer="participants", payee=WORK_IN_KIND, item=team.id,
                                  tier="D", kind="kind"))
        out.append(Stream(name="growth", payer=CASH, payee="suppliers", item="simwijk.grow"))
        return out

    @staticmethod
    def stands_for(partner, cost) -> bool:
        """Whether a partner bears a part of a cost: both point at the same resource or activity."""
        mine = {*partner.for_.key_resources, *partner.for_.key_activities}
        return bool(mine & {*cost.for_.key_resources, *cost.for_.key_activities})

    def terms(self) -> dict[str, np.ndarray]:
        """Base of every term of the enterprise that a plugin may move."""
        n = self.numbers
        out = {f"price.{s.id}": n[f"revenue_streams.{s.revenue}.price"] for s in self.layout.services if s.revenue}
        out |= {f"cost.{c.id}": n[f"costs.{c.id}.amount"] for c in self.costs}
        out |= {f"share.{p.id}": np.ones(self.R) for p in self.partners}
        out |= {f"open.{s.id}": np.ones(self.R) for s in self.layout.services}
        return out

    def prices(self, w: World, terms: dict[str, np.ndarray]) -> np.ndarray:
        """Set this week's prices in cents; rides without a taxi licence may ask no more than a covering fee."""
        before = w.columns.services.price.copy()
        fee = self.numbers["neighbourhood.labour.ride_fee"]
        for s, service in enumerate(self.layout.services):
            if service.revenue is None:
                continue
            price = terms[f"price.{service.id}"]
            if not self.layout.teams[service.team].licence:
                hours = w.job_minutes[:, service.activity] / 60 if service.per_job else 1.0
                price = np.minimum(price, fee * hours)
            w.columns.services.price[:, s] = cents(price)
        return before

    # --- what it pays and gets ----------------------------------------------------------------------------

    def skill(self, w: World) -> np.ndarray:
        """(R, T) mean productivity of the people of each team; that of a beginner when nobody is there."""
        e, out = w.columns.enterprises, np.empty((self.R, len(self.layout.teams)))
        z = productivity_of(w)
        for t in range(out.shape[1]):
            mine = (w.columns.workers.team == t) & (w.columns.workers.resident != NOBODY)
            out[:, t] = np.where(mine.any(1), (z * mine).sum(1) / np.maximum(mine.sum(1), 1), e.start_skill[:, 0])
        return out

    def people(self, w: World) -> np.ndarray:
        """(R, T) people who hold a place."""
        there = w.columns.workers.resident != NOBODY
        return np.stack([((w.columns.workers.team == t) & there).sum(1) for t in range(len(self.layout.teams))], 1)

    def guided_hours(self, w: World) -> np.ndarray:
        """(R,) hours this week in which people from the district on benefit were at work."""
        there = w.columns.workers.present & (w.columns.workers.resident >= 0)
        return (there * np.take_along_axis(w.columns.teams.minutes, w.columns.workers.team, 1) / 60).sum(1)

    def book(self, w: World, ledger: Ledger, terms: dict[str, np.ndarray], week: int) -> None:
        """Post sales, VAT, what is collected, costs, gifts in kind, wages and unpaid labour of this week."""
        alive = self.alive = w.columns.enterprises.alive[:, 0].copy()
        self.served[week] = w.columns.services.served
        self.start(ledger, week)
        self.book_sales(w, ledger, week)
        self.book_costs(w, ledger, terms, week, alive)
        self.book_labour(w, ledger, week)

    def start(self, ledger: Ledger, week: int) -> None:
        """Start capital comes in the first week."""
        if week == 0:
            for partner in self.partners:
                if partner.sim.start_capital is not None:
                    ledger.post(f"start.{partner.id}", cents(self.numbers[f"key_partnerships.{partner.id}.start_capital"]))

    def book_sales(self, w: World, ledger: Ledger, week: int) -> None:
        """What was sold this week, its VAT, and what customers and institutions pay of earlier weeks."""
        delays = [whole(self.numbers[f"simwijk.pay_delay.{who}"]) for who in ("customer", "institution")]
        for s, service in enumerate(self.layout.services):
            if service.revenue is None:
                continue
            paid, covered = w.columns.services.paid[:, s], w.columns.services.covered[:, s]
            ledger.post(f"sale.{service.id}", paid)
            collect(ledger, f"sale.{service.id}", f"collected.{service.id}", delays[0], week)
            for c, (name, cover) in enumerate(self.covers):
                if service.id in cover.services:
                    ledger.post(f"{name}.{service.id}", w.covered[:, c, s])
                    collect(ledger, f"{name}.{service.id}", f"{name} collected.{service.id}", delays[1], week)
            gross = paid + covered
            ledger.post(f"vat.{service.id}", gross - np.floor(gross / (1 + self.vat[:, s]) + 0.5).astype(np.int64))
        if week % QUARTER == QUARTER - 1:
            ledger.post("vat paid", np.maximum(0, -ledger.balance(VAT)))

    def book_costs(self, w: World, ledger: Ledger, terms, week: int, alive: np.ndarray) -> None:
        """Each cost line, split to the cent over the enterprise and the partners that stand for it."""
        people, hours = self.people(w).sum(1), w.columns.services.served.sum(1) / 60
        strangers = (w.columns.workers.resident < NOBODY).sum(1)
        self.fixed = np.zeros(self.R)
        for cost in self.costs:
            amount = terms[f"cost.{cost.id}"]
            total = cents(np.where(alive, self.quantity(cost, people - strangers, hours, week) * amount, 0.0))
            givers = [i for i, p in enumerate(self.partners) if self.stands_for(p, cost)]
            own, parts = total, None
            if givers:
                parts = split_over(total, np.stack([self.share[:, i] * terms[f"share.{self.partners[i].id}"]
                                                    for i in givers], 1))
                for i, part in zip(givers, parts.T):
                    ledger.post(f"in kind.{cost.id}.{self.partners[i].id}", part)
                    self.given[week, :, i] += part
                own = total - parts.sum(1)
            ledger.post(f"cost.{cost.id}", own)
            if cost.sim.per in ("coordination_hour", "m2", "year"):
                self.fixed += own / 100

    def quantity(self, cost, people: np.ndarray, hours: np.ndarray, week: int) -> np.ndarray:
        """How much of a cost line this week takes, in its own unit."""
        n, per = self.numbers, cost.sim.per
        if per == "supervisor":
            return people / self.of("key_activities", "guidance", "people_per_supervisor") / YEAR
        if per == "coordination_hour":
            shared = n["simwijk.grow.shared_overhead"] if self.rules.grow else 0.0
            return self.of("key_activities", "coordination", "hours") / YEAR * np.where(self.grown, 1 - shared, 1.0)
        if per == "m2":
            return sum(n[f"key_resources.{r.id}.area"] for r in self.canvas.key_resources
                       if r.sim and r.sim.area is not None and r.id in cost.for_.key_resources) / YEAR
        if per == "participant":
            return people / (YEAR / 2)
        if per == "delivered_hour":
            return hours
        if per == "start":
            return np.ones(self.R) * (week == 0)
        return np.ones(self.R) / YEAR

    def of(self, block: str, part: str, leaf: str) -> np.ndarray:
        """(R,) a number of the first note of a block that has this part."""
        note = next(n for n in getattr(self.canvas, block) if n.sim and getattr(n.sim, part) is not None)
        return self.numbers[f"{block}.{note.id}.{part}.{leaf}"]

    def book_labour(self, w: World, ledger: Ledger, week: int) -> None:
        """Wages of who is paid and what the municipality adds, earnings taken off benefits, worth of unpaid work."""
        n, people = self.numbers, self.people(w)
        subsidy = n["neighbourhood.labour.most_subsidy"]
        self.hour_cost = self.rates(w, week)
        for t, team in enumerate(self.layout.teams):
            contract = w.columns.teams.contract[:, t]
            mine = (w.columns.workers.team == t) & w.columns.workers.present
            planned = w.columns.teams.minutes[:, t] / 60
            served = w.columns.teams.served[:, t] / 60
            hours = np.select([contract == PAID, contract == BROKER], [people[:, t] * planned, served],
                              mine.sum(1) * planned)
            wages = hours * self.hour_cost[t]
            if team.contract == VOLUNTEER:                        # no more than the law leaves free of tax a year
                wages = np.minimum(wages, people[:, t] * n["neighbourhood.labour.volunteer_most"] / YEAR)
            ledger.post(f"wages.{team.id}", cents(wages))
            if team.contract == SUBSIDY:
                ledger.post(f"subsidy.{team.id}", cents(hours * subsidy * n["neighbourhood.labour.hour_cost"]))
                ledger.post(f"deducted.{team.id}", cents(self.deducted(w, t, planned, week)))
            if team.contract in (PARTICIPATION, VOLUNTEER):
                ledger.post(f"unpaid.{team.id}", cents(served * n["simwijk.unpaid_labour"]))

    def rates(self, w: World, week: int) -> list[np.ndarray]:
        """EUR (R,) per worked hour in each team, by its form of contract and the rules of the day."""
        n, wage = self.numbers, self.hourly_wage(week)
        return [labour_cost(w.columns.teams.contract[:, t], n["neighbourhood.labour.hour_cost"],
                            n["neighbourhood.labour.most_subsidy"], n["neighbourhood.labour.volunteer_fee"], wage)
                for t in range(len(self.layout.teams))]

    def dated(self, rule: str, week: int) -> np.ndarray:
        """(R,) the value of a dated rule of the neighbourhood in force this week."""
        block, leaf = rule.split(".")
        days = [one.from_day for one in getattr(getattr(self.place, block), leaf)]
        return self.numbers[f"neighbourhood.{rule}.{in_force(days, day_of(self.rules.start, week))}.value"]

    def hourly_wage(self, week: int) -> np.ndarray:
        """(R,) EUR: the minimum wage per hour of a 38-hour week, with holiday pay."""
        return self.dated("labour.minimum_wage", week) * 12 / 52 / 38 * (1 + self.numbers["neighbourhood.labour.holiday_pay"])

    def deducted(self, w: World, t: int, hours: np.ndarray, week: int) -> np.ndarray:
        """(R,) EUR this week that earnings of people in team t lower their benefits."""
        n = self.numbers
        earnings = hours * self.hourly_wage(week) * 52 / 12
        there = (w.columns.workers.team == t) & (w.columns.workers.resident >= 0) & w.columns.workers.present
        less = earned_back(earnings[:, None], week - w.columns.workers.since, self.dated("assistance.norm_single", week)[:, None],
                           n["neighbourhood.assistance.disregard_share"][:, None],
                           n["neighbourhood.assistance.disregard_most"][:, None],
                           n["neighbourhood.assistance.disregard_weeks"][:, None])
        return np.where(there, less, 0).sum(1) * 12 / 52

    def weekly_result(self, ledger: Ledger) -> np.ndarray:
        """Cents (R,) earned this week on its own account: sales and covers less VAT and own costs, no start capital."""
        if self.signs is None:
            covers = {name for name, _ in self.covers}
            heads = [stream.name.split(".")[0] for stream in ledger.streams]
            self.signs = np.array([1 if head in covers else RESULT.get(head, 0) for head in heads], np.int64)
        return ledger.flows[ledger.week] @ self.signs

    # --- what it decides ------------------------------------------------------------------------------------

    def margins(self, w: World, terms: dict[str, np.ndarray], week: int) -> np.ndarray:
        """(R, S) EUR this week: revenue without VAT less direct cost, less overhead by hours under full cost."""
        n, skill = self.numbers, self.skill(w)
        attendance, weeks = self.of("key_activities", "learning", "attendance"), self.of("key_activities", "learning", "weeks_a_year")
        hours = w.columns.services.served / 60
        gross = (w.columns.services.paid + w.columns.services.covered) / 100
        out = gross / (1 + self.vat)
        lines = {cost.sim.per: cost for cost in self.costs}
        own = {per: 1 - self.borne(cost, terms) for per, cost in lines.items()}
        for s, service in enumerate(self.layout.services):
            t = service.team
            h = w.columns.teams.minutes[:, t] / 60
            contract = w.columns.teams.contract[:, t]
            unpaid = (contract != PAID) & (contract != BROKER)
            labour = self.hour_cost[t] / np.where(contract == BROKER, 1.0, np.maximum(skill[:, t], 0.05))
            if "participant" in lines:
                labour = labour + own["participant"] * np.where(unpaid, premium_per_hour(
                    terms[f"cost.{lines['participant'].id}"], h, attendance, skill[:, t], weeks), 0)
            supervisor = terms[f"cost.{lines['supervisor'].id}"] * unpaid if "supervisor" in lines else 0
            materials = own["delivered_hour"] * terms[f"cost.{lines['delivered_hour'].id}"] if "delivered_hour" in lines else 0
            out[:, s] -= hours[:, s] * direct_cost(
                own.get("supervisor", 0), supervisor, self.of("key_activities", "guidance", "people_per_supervisor"), h,
                attendance, skill[:, t], weeks, labour, materials)
        if self.rules.stop and self.rules.stop.on == "full_cost":
            out -= self.fixed[:, None] * hours / np.maximum(hours.sum(1, keepdims=True), 1e-9)
        return out

    def borne(self, cost, terms) -> np.ndarray:
        """(R,) the share of a cost line that partners bear."""
        parts = [self.share[:, i] * terms[f"share.{p.id}"] for i, p in enumerate(self.partners) if self.stands_for(p, cost)]
        return np.minimum(1.0, sum(parts)) if parts else np.zeros(self.R)

    def decide(self, w: World, ledger: Ledger, terms: dict[str, np.ndarray], week: int) -> list[tuple]:
        """Keep the rules of the canvas; gives (kind, subject, where (R,)) events for the diary."""
        alive = w.columns.enterprises.alive[:, 0]
        self.margin[week + 1] = self.margin[week] + self.margins(w, terms, week)
        self.asked[week + 1] = self.asked[week] + w.columns.services.asked
        self.result[week + 1] = self.result[week] + self.weekly_result(ledger)
        events = [*self.stop(w, week, alive), *self.begin_service(w, ledger, week, alive), *self.grow(w, ledger, week, alive),
                  *self.inspect(w, week, alive), *self.phase_out(week), *self.fail(w, ledger, week, alive)]
        self.result[week + 1] = self.result[week] + self.weekly_result(ledger)       # now with what beginning and growing cost
        return events

    def stop(self, w: World, week: int, alive: np.ndarray) -> list[tuple]:
        """A service whose margin over the window is below zero stops, after notice to its customers."""
        rule, events = self.rules.stop, []
        if rule is None or rule.on == "off":
            return events
        window, grace, notice = (whole(self.numbers[f"simwijk.stop.{x}"]) for x in ("window", "grace", "notice"))
        for s, service in enumerate(self.layout.services):
            age = week + 1 - self.opened[:, s]
            since = np.maximum(self.opened[:, s], np.maximum(0, week + 1 - window))
            rolling = self.margin[week + 1, :, s] - self.margin[since, np.arange(self.R), s]
            open_now = w.columns.services.open[:, s] & alive & (self.closing[:, s] < 0)
            out = open_now & (age >= grace) & (rolling < 0)
            if out.any():
                self.closing[out, s] = week + notice[out]
                events.append(("stops", service.id, out))
        return events

    def close_due(self, w: World, week: int) -> np.ndarray:
        """(R, S) services whose notice ends this week: they close, and stay closed."""
        due = (self.closing >= 0) & (self.closing <= week) & w.columns.services.open
        w.columns.services.open[due] = False
        w.columns.services.on_request[due] = False
        self.stopped |= due
        return due

    def suspend(self, w: World, terms: dict[str, np.ndarray]) -> np.ndarray:
        """(R, S) services that a plugin closes this week (``open.<service>`` below a half); they reopen when it ends."""
        services, closes = w.columns.services, np.zeros(self.suspended.shape, bool)
        for s, service in enumerate(self.layout.services):
            shut = terms[f"open.{service.id}"] < 0.5
            back = self.suspended[:, s] & ~shut & ~self.stopped[:, s] & w.columns.enterprises.alive[:, 0]
            closes[:, s] = services.open[:, s] & shut
            services.open[:, s] = (services.open[:, s] & ~shut) | back
            self.suspended[:, s] = (self.suspended[:, s] & shut) | closes[:, s]
        return closes

    def begin_service(self, w: World, ledger: Ledger, week: int, alive: np.ndarray) -> list[tuple]:
        """A service that enough people asked for begins, when there is cash for its start."""
        rule, events = self.rules.start_on_request, []
        if rule is None:
            return events
        period, enough = whole(self.numbers["simwijk.start_on_request.period"]), self.numbers["simwijk.start_on_request.requests"]
        for s, service in enumerate(self.layout.services):
            if not service.on_request:
                continue
            since = np.maximum(0, week + 1 - period)
            asked = self.asked[week + 1, :, s] - self.asked[since, np.arange(self.R), s]
            price = cents(self.numbers[f"value_propositions.{service.id}.start_cost"])
            begin = alive & w.columns.services.on_request[:, s] & ~w.columns.services.open[:, s] & (asked >= enough) & (ledger.balance(CASH) >= price)
            if begin.any():
                ledger.post(f"begin.{service.id}", np.where(begin, price, 0))
                w.columns.services.open[begin, s], w.columns.services.on_request[begin, s] = True, False
                self.opened[begin, s] = week + 1
                events.append(("begins", service.id, begin))
        return events

    def grow(self, w: World, ledger: Ledger, week: int, alive: np.ndarray) -> list[tuple]:
        """With buffers and half a year of profit it grows to a service for the city, once: a cost, and shared overhead."""
        if self.rules.grow is None:
            return []
        n = self.numbers
        span = whole(n["simwijk.grow.profit_weeks"])
        profit = self.result[week + 1] - self.result[np.maximum(0, week + 1 - span), np.arange(self.R)]
        ready = alive & ~self.grown & (week + 1 >= span) & (profit > 0) & (ledger.balance(CASH) > cents(n["simwijk.grow.buffer"] + n["simwijk.grow.cost"]))
        if not ready.any():
            return []
        ledger.post("growth", np.where(ready, cents(n["simwijk.grow.cost"]), 0))
        self.grown |= ready
        return [("grows", "simwijk.grow", ready)]

    def inspect(self, w: World, week: int, alive: np.ndarray) -> list[tuple]:
        """An inspection finds household work sold at a price; read strictly, participation places in it must end."""
        chance = 1 - (1 - self.numbers["neighbourhood.labour.inspection"]) ** (1 / YEAR)
        comes = np.array([luck(k, week, 0, 0)[0] for k in self.keys[:, 0]]) < chance
        sold = np.array([any(s.team == t and s.revenue for s in self.layout.services) for t in range(len(self.layout.teams))])
        bars = is_barred(w.columns.teams.contract, sold[None, :], self.strict) & (alive & comes)[:, None]
        if not bars.any():
            return []
        w.columns.teams.places[bars] = 0
        self.barred |= bars.any(1)
        closes = np.take_along_axis(bars, w.columns.services.team, 1) & w.columns.services.open
        self.closing[closes] = week + 1
        return [("barred", "law", bars.any(1))]

    def phase_out(self, week: int) -> list[tuple]:
        """Each quarter partners give less; at the end of a term each decides whether to go on at all."""
        events = []
        if week % QUARTER == QUARTER - 1:
            self.share = phased(self.share, self._numbers("phase_out"))
        due = self.next_term == week + 1
        if due.any():
            for i, partner in enumerate(self.partners):
                since = np.maximum(0, week + 1 - YEAR)
                given = self.given[since:week + 1, :, i].sum(0) / 100
                gain = self.served[since:week + 1].sum((0, 2)) / 60 * self.numbers[f"key_partnerships.{partner.id}.gain_per_hour"]
                chance = renewal_chance(self.numbers[f"key_partnerships.{partner.id}.renew"],
                                        self.numbers[f"key_partnerships.{partner.id}.renew_on_gain"], gain, given)
                u = np.array([luck(k, week, 0, 0)[0] for k in self.keys[:, 1 + i]])
                goes = due[:, i] & (u >= chance) & (self.share[:, i] > 0)
                self.share[goes, i] = 0.0
                self.next_term[due[:, i], i] += np.maximum(1, whole(self._numbers("term")))[due[:, i], i]
                if goes.any():
                    events.append(("withdraws", partner.id, goes))
        return events

    def fail(self, w: World, ledger: Ledger, week: int, alive: np.ndarray) -> list[tuple]:
        """Some weeks in a row without cash are the end: services close, people are at home again."""
        self.red = np.where(alive & (ledger.balance(CASH) < 0), self.red + 1, 0)
        fails = alive & (self.red >= whole(self.numbers["simwijk.insolvent_after"]))
        if not fails.any():
            return []
        w.columns.enterprises.alive[fails, 0] = False
        self.closing[fails] = np.where(w.columns.services.open[fails], week + 1, self.closing[fails])
        w.columns.services.on_request[fails] = False
        return [("fails", CASH, fails)]


RESULT = {"sale": 1, "vat": -1, "cost": -1, "wages": -1, "begin": -1, "growth": -1}     # streams that make the result


def productivity_of(w: World) -> np.ndarray:
    """(R, W) productivity of every work place's holder (laws.md 5, on columns)."""
    e = w.columns.enterprises
    z = e.end_skill - (e.end_skill - e.start_skill) * np.exp(-w.columns.workers.practised / e.hours_to_learn)
    return np.where(w.columns.workers.resident < NOBODY, 1.0, z)


def collect(ledger: Ledger, sold: str, collected: str, delay: np.ndarray, week: int) -> None:
    """Post what was sold ``delay`` (R,) weeks ago as money that came in."""
    then = week - delay
    amounts = ledger.flows[np.maximum(then, 0), np.arange(delay.size), ledger.index[sold]]
    ledger.post(collected, np.where(then >= 0, amounts, 0))


def split_over(total: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """Cents (R, n) that n givers bear of a total (R,): their shares, together at most all of it."""
    rest = np.maximum(0.0, 1.0 - shares.sum(1, keepdims=True))
    return split(total, np.hstack((shares, rest)))[:, :-1]
