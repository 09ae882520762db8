"""The desk of the enterprise: what it pays and gets each week, in all replications side by side.

Rows of the world say who was served; the desk turns that into money over declared streams.
"""

from types import SimpleNamespace

import numpy as np

from simcore.behaviour.enterprise import without_vat
from simcore.behaviour.world import BROKER, PAID, PARTICIPATION, SUBSIDY, VOLUNTEER, World
from simcore.calendar import WEEKS_A_QUARTER as QUARTER, WEEKS_A_YEAR as YEAR
from simcore.canvas import Canvas
from simcore.ledger import CASH, DEBTORS, INSTITUTIONS, ROOMS_IN_KIND, VAT, WORK_IN_KIND, Ledger, adds, cents
from simcore.plugin.nouns import Cover, Stream
from simcore.week.common_desk import CommonDesk
from simcore.week.kept import Kept
from simcore.week.labour import PAYEES, book_labour, roll_call
from simcore.week.layout import Layout
from simcore.week.numbers import Numbers, whole
from simcore.week.split import split_by, weights


class Desk:
    """Money of one enterprise over R replications."""

    def __init__(self, canvas: Canvas, layout: Layout, numbers: Numbers, covers: list[tuple[str, Cover]],
                 weeks: int):
        self.canvas, self.layout, self.numbers, self.covers = canvas, layout, numbers, covers
        self.rules = canvas.simwijk
        R = self.R = len(numbers.replications)
        S = len(layout.services)
        self.costs = [cost for cost in canvas.costs if cost.sim]
        self.partners = [partner for partner in canvas.key_partnerships if partner.sim]
        self.vat = np.zeros((R, S))
        for s, service in enumerate(layout.services):
            self.vat[:, s] = numbers.get(f"value_propositions.{service.id}.vat", 0.0)
        self.share = self.of_partners("share")                       # (R, partners) of the cost lines they stand for
        self.given = np.zeros((weeks, R, len(self.partners)), np.int64)
        self.gained = np.zeros((weeks, R, len(self.partners)))    # minutes of work that each partner gains from
        self.gains = self.of_which_they_gain()                    # (R, partners, S) share of the minutes served
        self.result = np.zeros((weeks + 1, R), np.int64)          # heaped up, cents, as the enterprise knows it
        self.late = np.zeros(R, np.int64)                         # of last week, what plugins paid after the count
        self.grown = np.zeros(R, bool)                            # overhead is shared with the city
        self.delays = {who: whole(numbers[f"simwijk.pay_delay.{who}"]) for who in ("customer", "institution")}
        self.givers = {cost.id: [i for i, partner in enumerate(self.partners) if self.stands_for(partner, cost)]
                       for cost in self.costs}
        self.shared = self.cost_lines_shared()
        self.areas = {cost.id: {r.id: numbers[f"key_resources.{r.id}.area"] for r in canvas.key_resources
                                if r.sim and r.sim.area is not None and r.id in cost.for_.key_resources}
                      for cost in self.costs if cost.sim.per == "m2"}
        self.found: dict[tuple[str, str, str], np.ndarray] = {}   # numbers looked up before (``of``)
        self.common = CommonDesk(self)                            # what residents do together
        self.kept = Kept()                                        # what stands still from week to week
        self.still = {cost.id for cost in self.costs if self.stands_still(cost)}
        self.people = self.residents = self.at_work = np.zeros((R, len(layout.teams)), np.int64)     # see ``roll_call``
        contract = np.array([team.contract for team in layout.teams], np.int64)
        self.paid, self.broker = contract == PAID, contract == BROKER

    def of_partners(self, leaf: str) -> np.ndarray:
        """(R, partners): one number of every partner; zero for one that has no such number."""
        out = np.zeros((self.R, len(self.partners)))
        for i, partner in enumerate(self.partners):
            out[:, i] = self.numbers.get(f"key_partnerships.{partner.id}.{leaf}", 0.0)
        return out

    def of_which_they_gain(self) -> np.ndarray:
        """(R, partners, S) of what is served, the share that each partner gains from (docs/laws.md 9).

        Of what it orders itself the order says how much (``common.orders``); who only orders gains from nothing else.
        """
        services, orders, asked = self.layout.services, self.layout.common.orders, self.layout.common.asked
        out = np.zeros((self.R, len(self.partners), len(services)))
        for i, partner in enumerate(self.partners):
            named, orderer = partner.sim.gain_from, [one for one in orders if partner.id in one.payers]
            asks = orderer or any(one.noun.payer == partner.id for one in asked)
            if named is None and partner.sim.share is None and asks:
                continue
            share = self.numbers.get(f"key_partnerships.{partner.id}.gain_share", 1.0)
            for s, service in enumerate(services):
                if (named is None or service.id in named) and not any(one.service == s for one in orderer):
                    out[:, i, s] = share
        return out

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
                    own = cost.sim.payee == partner.id      # what is its own it lets go of: the enterprise has the use
                    out.append(Stream(name=f"in kind.{cost.id}.{partner.id}", payer=partner.id,
                                      payee=ROOMS_IN_KIND if own else cost.sim.payee, item=partner.id, tier="B", kind="kind"))
        for partner in self.partners:
            if partner.sim.start_capital is not None:
                out.append(Stream(name=f"start.{partner.id}", payer=partner.id, payee=CASH, item=partner.id, tier="A",
                                  capital=True))
        for team in self.layout.teams:
            out.append(Stream(name=f"wages.{team.id}", payer=CASH, payee=PAYEES[team.contract], item=team.id))
            if team.contract == SUBSIDY:
                out += [Stream(name=f"subsidy.{team.id}", payer="municipality:reintegration", payee="payroll",
                               item=team.id, tier="A"),
                        Stream(name=f"pay.{team.id}", payer="payroll", payee="participants", item=team.id),
                        Stream(name=f"payroll tax.{team.id}", payer="payroll", payee="treasury", item=team.id),
                        Stream(name=f"deducted.{team.id}", payer="people on benefit", payee="municipality:benefits",
                               item=team.id)]
            if team.contract in (PARTICIPATION, VOLUNTEER):
                out.append(Stream(name=f"unpaid.{team.id}", payer="participants", payee=WORK_IN_KIND, item=team.id,
                                  tier="D", kind="kind"))
        out.append(Stream(name="growth", payer=CASH, payee="suppliers", item="simwijk.grow"))
        return out + self.common.streams()

    def open_books(self, ledger: Ledger) -> None:
        """Where the streams that flow every week stand in the books, and what each adds to the result."""
        self.signs = np.array([adds(stream) for stream in ledger.streams], np.int64)
        sold = [self.layout.services[s].id for s in self.layout.sold]
        covered = [(c, s, name) for s in self.layout.sold for c, (name, cover) in enumerate(self.covers)
                if self.layout.services[s].id in cover.services]
        self.cared = tuple(np.array([one[:2] for one in covered], int).reshape(-1, 2).T)     # which covers, which services
        services = [(name, self.layout.services[s].id) for _, s, name in covered]
        sales, care = [f"sale.{service}" for service in sold], [f"{name}.{service}" for name, service in services]
        self.sold = [*sales, *care, *self.common.earned()]
        self.vat_sold = self.vat[:, self.layout.sold]
        self.unpaid = [t for t, team in enumerate(self.layout.teams) if team.contract in (PARTICIPATION, VOLUNTEER)]
        self.common.asked.open_books(ledger)
        self.lines = SimpleNamespace(
            sales=ledger.lines(sales), care=ledger.lines(care), sold=ledger.lines(sales + care),
            settled=ledger.lines([*(f"{what}.{service}" for what in ("vat", "collected") for service in sold),
                                  *(f"{name} collected.{service}" for name, service in services)]),
            costs=ledger.lines(f"cost.{cost.id}" for cost in self.costs),
            gifts=[ledger.lines(f"in kind.{self.costs[c].id}.{self.partners[i].id}"
                                for c, mine in zip(some, givers) for i in mine) for some, givers in self.shared],
            wages=ledger.lines(f"wages.{team.id}" for team in self.layout.teams),
            unpaid=ledger.lines(f"unpaid.{self.layout.teams[t].id}" for t in self.unpaid))
        self.who_gives = [np.eye(len(self.partners), dtype=np.int64)[np.ravel(givers)] for _, givers in self.shared]

    @staticmethod
    def stands_for(partner, cost) -> bool:
        """Whether a partner bears a part of a cost: both point at the same resource or activity."""
        mine = {*partner.for_.key_resources, *partner.for_.key_activities}
        return bool(mine & {*cost.for_.key_resources, *cost.for_.key_activities})

    def cost_lines_shared(self) -> list[tuple[list[int], list[list[int]]]]:
        """Cost lines that partners bear a part of, with who bears it; those with as many givers together."""
        out: dict[int, tuple[list[int], list[list[int]]]] = {}
        for c, cost in enumerate(self.costs):
            if givers := self.givers[cost.id]:
                lines, all_givers = out.setdefault(len(givers), ([], []))
                lines.append(c)
                all_givers.append(givers)
        return list(out.values())

    def prices(self, w: World, terms: dict[str, np.ndarray]) -> None:
        """Set this week's prices in cents; rides without a taxi licence may ask no more than a covering fee."""
        fee = self.numbers["neighbourhood.labour.ride_fee"]
        for s, service in enumerate(self.layout.services):
            if service.revenue is None:
                continue
            price = terms[f"price.{service.id}"]
            if not self.layout.teams[service.team].licence:
                hours = w.job_minutes[:, service.activity] / 60 if service.per_job else 1.0
                price = np.minimum(price, fee * hours)
            w.columns.services.price[:, s] = cents(price)

    # --- what it pays and gets ----------------------------------------------------------------------------

    def book(self, w: World, ledger: Ledger, terms: dict[str, np.ndarray], week: int) -> None:
        """Post sales, VAT, what is collected, costs, gifts in kind, wages and unpaid labour of this week."""
        alive = self.alive = w.columns.enterprises.alive[:, 0].copy()
        self.people, self.residents, self.at_work = roll_call(w)
        self.gained[week] = (self.gains @ w.columns.services.served.astype(float)[:, :, None])[:, :, 0]
        self.start(ledger, week)
        self.book_sales(w, ledger, week)
        self.common.book(w, ledger, terms, week)
        self.book_costs(w, ledger, terms, week, alive)
        book_labour(self, w, ledger, terms, week)

    def start(self, ledger: Ledger, week: int) -> None:
        """Start capital comes in the first week."""
        if week == 0:
            for partner in self.partners:
                if partner.sim.start_capital is not None:
                    given = self.numbers[f"key_partnerships.{partner.id}.start_capital"]
                    ledger.post(f"start.{partner.id}", cents(given))

    def book_sales(self, w: World, ledger: Ledger, week: int) -> None:
        """What was sold this week, its VAT, and what customers and institutions pay of earlier weeks."""
        lines, paid = self.lines, w.columns.services.paid[:, self.layout.sold]
        ledger.post_all(lines.sold, np.concatenate((paid, w.covered[:, *self.cared]), 1))
        ledger.post_all(lines.settled, np.concatenate((
            paid - without_vat(paid, self.vat_sold),                                 # a cover pays care: exempt
            earlier(ledger, lines.sales, self.delays["customer"], week),
            earlier(ledger, lines.care, self.delays["institution"], week)), 1))
        if week % QUARTER == QUARTER - 1:
            ledger.post("vat paid", np.maximum(0, -ledger.balance(VAT)))

    def book_costs(self, w: World, ledger: Ledger, terms, week: int, alive: np.ndarray) -> None:
        """Each cost line, split to the cent over the enterprise and the partners that stand for it."""
        self.fixed = np.zeros(self.R)
        if not alive.any() or not self.costs:
            return
        people = (self.residents * w.columns.teams.together).sum(1)             # strangers need no guidance
        self.held = w.columns.gatherings.held
        hours = w.columns.services.served.sum(1) / 60
        of = lambda cost: self.quantity(cost, people, hours, week, w)  # noqa: E731
        lines = np.array([self.kept.of(cost.id, (), lambda: of(cost)) if cost.id in self.still else of(cost)
                          for cost in self.costs])
        prices = [terms[f"cost.{cost.id}"] for cost in self.costs]
        lines *= self.kept.of("prices", prices, lambda: np.array(prices))
        own = cents(np.where(alive, lines, 0.0))                  # (costs, R): the whole line, then less what is given
        borne = self.kept.of("gifts", self.share_terms(terms), lambda: self.parts_given(terms))
        for (some, givers), weight, who, streams in zip(self.shared, borne, self.who_gives, self.lines.gifts):
            parts = split_by(own[some].reshape(-1), weight)[:, :-1].reshape(len(some), self.R, -1)
            own[some] -= parts.sum(2)
            gifts = parts.transpose(1, 0, 2).reshape(self.R, -1)
            ledger.post_all(streams, gifts)
            self.given[week] += gifts @ who
        ledger.post_all(self.lines.costs, own.T)
        for cost, line in zip(self.costs, own / 100):
            if cost.sim.per in ("coordination_hour", "m2", "year"):
                self.fixed += line

    def share_terms(self, terms: dict[str, np.ndarray]) -> list[np.ndarray]:
        """The arrays that the shares of partners hang on."""
        return [self.share, *(terms[f"share.{partner.id}"] for partner in self.partners)]

    def parts_given(self, terms: dict[str, np.ndarray]) -> list[np.ndarray]:
        """Of each group of shared cost lines (lines x R, givers + 1) the parts of its givers, and last what is left."""
        borne = self.shares(terms)
        some = [borne[:, givers].transpose(1, 0, 2) for _, givers in self.shared]           # (lines, R, givers)
        return [weights(with_rest(one.reshape(-1, one.shape[2]))) for one in some]

    def shares(self, terms: dict[str, np.ndarray]) -> np.ndarray:
        """(R, partners) the share that each partner bears this week of the cost lines it stands for."""
        out = self.share.copy()
        for i, partner in enumerate(self.partners):
            out[:, i] *= terms[f"share.{partner.id}"]
        return out

    def stands_still(self, cost) -> bool:
        """Whether a cost line takes as much every week: a year's amount, and rooms that are always used."""
        rooms = self.areas.get(cost.id, {}).keys() if cost.sim.per == "m2" else ()
        return cost.sim.per == "year" or bool(rooms) and not rooms & self.common.running.keys()

    def quantity(self, cost, people: np.ndarray, hours: np.ndarray, week: int, w: World) -> np.ndarray:
        """How much of a cost line this week takes, in its own unit."""
        n, per = self.numbers, cost.sim.per
        if per == "supervisor":
            return people / self.of("key_activities", "guidance", "people_per_supervisor") / YEAR
        if per == "coordination_hour":
            shared = n["simwijk.grow.shared_overhead"] if self.rules.grow else 0.0
            return self.of("key_activities", "coordination", "hours") / YEAR * np.where(self.grown, 1 - shared, 1.0)
        if per == "m2":
            return sum(area * self.common.runs(id) for id, area in self.areas[cost.id].items()) / YEAR
        if per == "participant":
            return people / (YEAR / 2)
        if per == "delivered_hour":
            return hours
        if per == "gathering":
            mine = [plan.id in cost.for_.key_activities for plan in self.layout.gatherings]
            return self.held[:, mine].sum(1).astype(float)
        if per in ("volunteer_hour", "pot"):
            return self.common.quantity(cost, w)
        if per == "start":
            return np.ones(self.R) * (week == 0)
        return np.ones(self.R) / YEAR

    def of(self, block: str, part: str, leaf: str) -> np.ndarray:
        """(R,) a number of the first note of a block that has this part; one where none has."""
        if (block, part, leaf) not in self.found:
            note = next((n for n in getattr(self.canvas, block) if n.sim and getattr(n.sim, part) is not None), None)
            self.found[block, part, leaf] = (np.ones(self.R) if note is None else
                                             self.numbers[f"{block}.{note.id}.{part}.{leaf}"])
        return self.found[block, part, leaf]

    def weekly_result(self, ledger: Ledger) -> np.ndarray:
        """Cents (R,) earned so far in the week that is open: cash from others less cash to them, without capital."""
        return ledger.flows[ledger.week] @ self.signs

    def count_result(self, ledger: Ledger, week: int) -> None:
        """Heap up what the enterprise knows of as it decides: what this week brought, what plugins paid last week."""
        self.result[week + 1] = self.result[week] + self.late + self.weekly_result(ledger)

    def close(self, ledger: Ledger, week: int) -> np.ndarray:
        """Cents (R,) that the week which closes has earned in all; what plugins paid in it is known next week."""
        earned = self.weekly_result(ledger)
        self.late = earned - (self.result[week + 1] - self.result[week] - self.late)
        return earned

    def borne(self, cost, terms) -> np.ndarray:
        """(R,) the share of a cost line that partners bear."""
        parts = [self.share[:, i] * terms[f"share.{self.partners[i].id}"] for i in self.givers[cost.id]]
        return np.minimum(1.0, sum(parts)) if parts else np.zeros(self.R)


def earlier(ledger: Ledger, lines: np.ndarray | slice, delay: np.ndarray, week: int) -> np.ndarray:
    """Cents (R, n) that were posted over some streams ``delay`` (R,) weeks ago; nothing before the start."""
    then = week - delay
    found = ledger.flows[np.maximum(then, 0), np.arange(delay.size)][:, lines]
    return np.where((then >= 0)[:, None], found, 0) if week < delay.max() else found


def with_rest(shares: np.ndarray) -> np.ndarray:
    """(R, n + 1) shares (R, n), and last what they leave; nothing where they are all of it or more."""
    return np.hstack((shares, np.maximum(0.0, 1.0 - shares.sum(1, keepdims=True))))
