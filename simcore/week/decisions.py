"""What the enterprise decides each week by the rules of its canvas, in all replications side by side.

Stop what does not pay, start what is asked, grow, let partners go, obey an inspection, fail: each rule is a
method that gives what happened as (kind, subject, where (R,)) for the diary. No rule knows which canvas it serves.
"""

import numpy as np

from simcore.behaviour.enterprise import direct_cost, is_barred, phased, premium_per_hour, renewal_chance
from simcore.behaviour.world import World
from simcore.calendar import WEEKS_A_QUARTER as QUARTER, WEEKS_A_YEAR as YEAR
from simcore.ledger import CASH, Ledger, cents
from simcore.luck import key, luck
from simcore.week.desk import Desk
from simcore.week.labour import mean_skill
from simcore.week.numbers import whole


# The rules that count whole weeks.
RULES = ("simwijk.stop.window", "simwijk.stop.grace", "simwijk.stop.notice", "simwijk.start_on_request.period",
         "simwijk.grow.profit_weeks", "simwijk.insolvent_after")


class Decisions:
    """The rules of one enterprise, and what they must remember."""

    def __init__(self, desk: Desk, weeks: int, seed: int, strict: bool):
        self.desk, self.strict = desk, strict
        R, S = desk.R, len(desk.layout.services)
        self.margin = np.zeros((weeks + 1, R, S))                 # heaped up, EUR
        self.asked = np.zeros((weeks + 1, R, S), np.int64)        # heaped up
        self.opened = np.zeros((R, S), np.int64)
        self.closing = np.full((R, S), -1, np.int64)              # week in which a stopped service ends
        self.stopped = np.zeros((R, S), bool)
        self.suspended = np.zeros((R, S), bool)                   # closed for now by a plugin
        self.place = np.arange(R)[:, None], np.arange(S)
        self.together = np.array([[not team.trade for team in desk.layout.teams]] * R, bool).reshape(R, -1)
        self.barred = np.zeros(R, bool)                           # an inspection has found barred work,
        self.barred_teams = np.zeros(self.together.shape, bool)   # done by these
        self.term, self.pace = whole(desk.of_partners("term")), desk.of_partners("phase_out")
        self.next_term = self.term.copy()
        self.bound = np.zeros(self.term.shape, bool)              # partners that gave, or that something was done for
        self.red = np.zeros(R, np.int64)                          # weeks with cash below zero, in a row
        self.weeks = {path: whole(value) for path, value in desk.numbers.items() if path in RULES}
        self.must_pay = np.array([service.must_pay for service in desk.layout.services], bool)
        self.team = np.array([service.team for service in desk.layout.services], np.int64)
        self.bearers = {s: np.array([one.must_pay and one.team == service.team and (one.at_home or not service.company)
                                     for one in desk.layout.services], bool)
                        for s, service in enumerate(desk.layout.services) if not service.must_pay}
        names = ["inspection", *(f"renewal {partner.id}" for partner in desk.partners)]
        self.keys = np.array([[key(seed, r, name) for name in names] for r in desk.numbers.replications])

    def margins(self, w: World, terms: dict[str, np.ndarray]) -> np.ndarray:
        """(R, S) EUR this week: revenue without VAT less direct cost, less overhead by hours under full cost."""
        desk, services = self.desk, w.columns.services
        worth = (services.paid / (1 + desk.vat) + services.covered) / 100      # what a cover pays is free of VAT
        if desk.common.asked.plans:
            worth = worth + desk.common.asked.earned()
        if not worth.any() and not services.served.any():
            return worth
        hours = services.served / 60
        an_hour = self.cost_of_an_hour(w, terms, mean_skill(w))
        out = worth - hours * an_hour[:, self.team]
        for s, bearers in self.bearers.items():                # the visits it goes with bear its cost, by their hours
            mine = hours * bearers
            out += out[:, s, None] * mine / np.maximum(mine.sum(1, keepdims=True), 1e-9)
            out[:, s] = 0.0
        if desk.rules.stop and desk.rules.stop.on == "full_cost":
            out -= desk.fixed[:, None] * hours / np.maximum(hours.sum(1, keepdims=True), 1e-9)
        return out

    def cost_of_an_hour(self, w: World, terms: dict[str, np.ndarray], skill: np.ndarray) -> np.ndarray:
        """(R, T) EUR that an hour delivered by each team costs the enterprise itself: guidance, labour, materials."""
        desk, planned = self.desk, w.columns.teams.minutes / 60
        hired = desk.paid | desk.broker
        attendance, weeks, people = (desk.of("key_activities", *leaf)[:, None] for leaf in (
            ("learning", "attendance"), ("learning", "weeks_a_year"), ("guidance", "people_per_supervisor")))
        hangs_on = [*desk.share_terms(terms), *(terms[f"cost.{cost.id}"] for cost in desk.costs)]
        own = desk.kept.of("own", hangs_on, lambda: {
            per: sum(((1 - desk.borne(cost, terms)) * terms[f"cost.{cost.id}"] for cost in desk.costs
                      if cost.sim.per == per), np.zeros(desk.R))[:, None]
            for per in ("supervisor", "participant", "delivered_hour")})
        labour = desk.hour_cost / np.where(desk.broker, 1.0, np.maximum(skill, 0.05))
        labour = labour + np.where(hired, 0, premium_per_hour(own["participant"], planned, attendance, skill, weeks))
        return direct_cost(1.0, np.where(hired, 0, own["supervisor"]), people, planned, attendance, skill, weeks,
                           labour, own["delivered_hour"])

    def decide(self, w: World, ledger: Ledger, terms: dict[str, np.ndarray], week: int) -> list[tuple]:
        """Keep the rules of the canvas; gives (kind, subject, where (R,)) events for the diary."""
        alive = w.columns.enterprises.alive[:, 0]
        self.margin[week + 1] = self.margin[week] + self.margins(w, terms)
        self.asked[week + 1] = self.asked[week] + w.columns.services.asked
        self.desk.count_result(ledger, week)
        events = [*self.form(w, alive), *self.stop(w, week, alive), *self.begin_service(w, ledger, week, alive),
                  *self.grow(ledger, week, alive), *self.inspect(w, week, alive), *self.phase_out(week, alive), *self.fail(w, ledger, week, alive)]
        self.desk.count_result(ledger, week)                      # now with what beginning and growing cost
        return events

    def form(self, w: World, alive: np.ndarray) -> list[tuple]:
        """Teams of a trade that began this week, or stopped (see assistance.come_and_go_together)."""
        now, events = w.columns.teams.together, []
        if (now == self.together).all():
            return events
        for t, team in enumerate(self.desk.layout.teams):
            for kind, there in (("team_begins", now[:, t] & ~self.together[:, t]),
                                ("team_stops", self.together[:, t] & ~now[:, t])):
                if (there & alive).any():
                    events.append((kind, team.id, there & alive))
        self.together = now.copy()
        return events

    def stop(self, w: World, week: int, alive: np.ndarray) -> list[tuple]:
        """A service whose margin over the window is below zero stops, after notice to its customers."""
        rule, events = self.desk.rules.stop, []
        if rule is None or rule.on == "off":
            return events
        window, grace, notice = (self.weeks[f"simwijk.stop.{x}"] for x in ("window", "grace", "notice"))
        age = week + 1 - self.opened
        since = np.maximum(self.opened, np.maximum(0, week + 1 - window)[:, None])
        rolling = self.margin[week + 1] - self.margin[since, *self.place]
        open_now = w.columns.services.open & alive[:, None] & (self.closing < 0)
        out = open_now & (age >= grace[:, None]) & (rolling < 0) & self.must_pay
        for s in np.flatnonzero(out.any(0)) if out.any() else ():
            self.closing[out[:, s], s] = week + notice[out[:, s]]
            events.append(("stops", self.desk.layout.services[s].id, out[:, s]))
        return events

    def close_due(self, w: World, week: int) -> np.ndarray:
        """(R, S) services whose notice ends this week: they close, and stay closed."""
        due = (self.closing >= 0) & (self.closing <= week) & w.columns.services.open
        w.columns.services.open[due] = False
        w.columns.services.on_request[due] = False
        self.stopped |= due
        return due

    def suspend(self, w: World, terms: dict[str, np.ndarray]) -> np.ndarray:
        """(R, S) services that close for now: a plugin does it (``open.<service>`` below a half), or the team has no
        people of a like mind together. They reopen when it ends.
        """
        services, closes = w.columns.services, np.zeros(self.suspended.shape, bool)
        for s, service in enumerate(self.desk.layout.services):
            shut = (terms[f"open.{service.id}"] < 0.5) | ~w.columns.teams.together[:, service.team]
            back = self.suspended[:, s] & ~shut & ~self.stopped[:, s] & w.columns.enterprises.alive[:, 0]
            closes[:, s] = services.open[:, s] & shut
            services.open[:, s] = (services.open[:, s] & ~shut) | back
            self.suspended[:, s] = (self.suspended[:, s] & shut) | closes[:, s]
        return closes

    def begin_service(self, w: World, ledger: Ledger, week: int, alive: np.ndarray) -> list[tuple]:
        """A service that enough people asked for begins, when there is cash for its start."""
        requested, services, events = w.columns.services.on_request, w.columns.services, []
        if self.desk.rules.start_on_request is None or not requested.any():
            return events
        path = "simwijk.start_on_request"
        since = np.maximum(0, week + 1 - self.weeks[f"{path}.period"])[:, None]
        asked = self.asked[week + 1] - self.asked[since, *self.place]
        ready = alive[:, None] & requested & ~services.open & (asked >= self.desk.numbers[f"{path}.requests"][:, None])
        for s in np.flatnonzero(ready.any(0)):
            service = self.desk.layout.services[s]
            price = cents(self.desk.numbers[f"value_propositions.{service.id}.start_cost"])
            begin = ready[:, s] & (ledger.balance(CASH) >= price)
            if begin.any():
                ledger.post(f"begin.{service.id}", np.where(begin, price, 0))
                services.open[begin, s], requested[begin, s] = True, False
                self.opened[begin, s] = week + 1
                events.append(("begins", service.id, begin))
        return events

    def grow(self, ledger: Ledger, week: int, alive: np.ndarray) -> list[tuple]:
        """With buffers and half a year of profit it grows to a service for the city: once a cost, and shared overhead."""
        if self.desk.rules.grow is None:
            return []
        n = self.desk.numbers
        span = self.weeks["simwijk.grow.profit_weeks"]
        ready = alive & ~self.desk.grown & (week + 1 >= span)
        if ready.any():
            profit = self.desk.result[week + 1] - self.desk.result[np.maximum(0, week + 1 - span), np.arange(self.desk.R)]
            ready &= (profit > 0) & (ledger.balance(CASH) > cents(n["simwijk.grow.buffer"] + n["simwijk.grow.cost"]))
        if not ready.any():
            return []
        ledger.post("growth", np.where(ready, cents(n["simwijk.grow.cost"]), 0))
        self.desk.grown |= ready
        return [("grows", "simwijk.grow", ready)]

    def inspect(self, w: World, week: int, alive: np.ndarray) -> list[tuple]:
        """An inspection finds household work sold at a price; read strictly, participation places in it must end."""
        if not self.strict:
            return []
        chance = 1 - (1 - self.desk.numbers["neighbourhood.labour.inspection"]) ** (1 / YEAR)
        comes = alive.copy()
        comes[alive] = np.array([luck(k, week, 0, 0)[0] for k in self.keys[alive, 0]]) < chance[alive]
        services, teams = self.desk.layout.services, self.desk.layout.teams
        sold = np.array([any(s.team == t and s.revenue for s in services) for t in range(len(teams))], bool)
        bars = is_barred(w.columns.teams.contract, sold[None, :], self.strict) & comes[:, None]
        if not bars.any():
            return []
        w.columns.teams.places[bars] = 0
        self.barred |= bars.any(1)
        self.barred_teams |= bars
        closes = np.take_along_axis(bars, w.columns.services.team, 1) & w.columns.services.open
        self.closing[closes] = week + 1
        return [("barred", "law", bars.any(1))]

    def phase_out(self, week: int, alive: np.ndarray | bool = True) -> list[tuple]:
        """Each quarter partners give less; at the end of a term each decides whether to go on at all.

        A term begins when a partner first gives something, or has something done for it.
        """
        events = []
        if week % QUARTER == QUARTER - 1:
            self.desk.share = phased(self.desk.share, self.pace)
        self.bound |= self.desk.given[week] > 0
        for i, partner in enumerate(self.desk.partners if self.desk.common.ordered else ()):
            self.bound[:, i] |= self.desk.common.pays(partner.id)
        self.next_term += ~self.bound
        due = self.next_term == week + 1
        if due.any():
            self.desk.share = self.desk.share.copy()              # what hangs on the other one looks again
            since = max(0, week + 1 - YEAR)
            for i in np.flatnonzero(due.any(0)):
                partner = self.desk.partners[i]
                given = self.desk.given[since:week + 1, :, i].sum(0) / 100
                hours = self.desk.gained[since:week + 1, :, i].sum(0) / 60
                gain = hours * self.desk.numbers[f"key_partnerships.{partner.id}.gain_per_hour"]
                chance = renewal_chance(self.desk.numbers[f"key_partnerships.{partner.id}.renew"],
                                        self.desk.numbers[f"key_partnerships.{partner.id}.renew_on_gain"], gain, given)
                u = np.zeros(self.desk.R)
                u[due[:, i]] = [luck(k, week, 0, 0)[0] for k in self.keys[due[:, i], 1 + i]]
                gives = (self.desk.share[:, i] > 0) | self.desk.common.pays(partner.id)
                goes = due[:, i] & (u >= chance) & gives & alive
                self.desk.common.leave(partner.id, goes)
                self.desk.share[goes, i] = 0.0
                self.next_term[due[:, i], i] += np.maximum(1, self.term)[due[:, i], i]
                if goes.any():
                    events.append(("withdraws", partner.id, goes))
        return events

    def fail(self, w: World, ledger: Ledger, week: int, alive: np.ndarray) -> list[tuple]:
        """Some weeks in a row without cash are the end: services close, people are at home again."""
        self.red = np.where(alive & (ledger.balance(CASH) < 0), self.red + 1, 0)
        fails = alive & (self.red >= self.weeks["simwijk.insolvent_after"])
        if not fails.any():
            return []
        w.columns.enterprises.alive[fails, 0] = False
        self.closing[fails] = np.where(w.columns.services.open[fails], week + 1, self.closing[fails])
        w.columns.services.on_request[fails] = False
        return [("fails", CASH, fails)]
