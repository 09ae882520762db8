"""Mesa in front: households, residents, workers, partners, the municipality and the enterprise as Mesa agents.

    from simcore.agents import Neighbourhood
    model = Neighbourhood("ons_groen.yaml", replications=3, residents=1000)
    model.step()                                          # one week, in all replications
    model.agents_by_type[Resident].agg("age", max)

An agent is a name for one row of the replication that is shown (``model.show(2)`` shows another); reading and
writing its fields reads and writes the columns that the engine computes on. With ``engine="objects"`` the same
laws and acts run in plain Python with these agents in the place of rows: slower by a hundred times, equal to the
bit. This file alone imports mesa, and uses only what Mesa 3.3.1 to 3.5.1 share.
"""

import itertools
import weakref
from types import SimpleNamespace

import mesa
import numpy as np

from simcore.behaviour import arrangements, assistance, choice, lives, reception, work
from simcore.behaviour.world import NOBODY, WORKERS, World
from simcore.canvas import Spec, load
from simcore.neighbourhood.people import populate
from simcore.neighbourhood.rows import HOUSEHOLD, RESIDENT
from simcore.week import dispatch, moves, together
from simcore.week.lane import Engine, Lane


class _Counts(weakref.WeakKeyDictionary):
    """Agent numbers per model, forgotten with it: Mesa 3.3.1 itself keeps every model alive (mesa 3179)."""

    def __getitem__(self, model):
        try:
            return super().__getitem__(model)
        except KeyError:
            self[model] = itertools.count(1)
            return super().__getitem__(model)


def fields_of(dtype: np.dtype) -> dict[str, property]:
    """A property for each field of a row, that reads and writes the column at ``at``."""
    def one(name):
        return property(lambda me: me.columns[name].item(me.at),
                        lambda me, value: me.columns[name].__setitem__(me.at, value))

    return {name: one(name) for name in dtype.names}


class Rows:
    """A table whose places give an agent, or a light row, instead of a numpy record."""

    def __init__(self, table: np.recarray, kind: type, agents: list | None = None):
        self.shape, self.agents, self.kind = table.shape, agents, kind
        self.columns = {name: table[name] for name in table.dtype.names}

    def __getitem__(self, at):
        if not isinstance(at, tuple):
            return _Slice(self, at)
        if self.agents is None:
            return self.kind(self.columns, at)
        agent = self.agents[at[1]]
        agent.at = at
        return agent


class _Slice:
    """One replication of a table of rows."""

    def __init__(self, rows: Rows, r: int):
        self.rows, self.r = rows, r

    def __getitem__(self, i):
        return self.rows[self.r, i]


class Row:
    """One place in a table that is no agent: a service, a team, a request, what a household thinks of an enterprise."""
    __slots__ = ("columns", "at")

    def __init__(self, columns: dict[str, np.ndarray], at: tuple):
        self.columns, self.at = columns, at


def row_kind(dtype: np.dtype) -> type:
    """A kind of light row with the fields of a dtype."""
    return type("Row", (Row,), {"__slots__": (), **fields_of(dtype)})


class Agent(mesa.Agent):
    """A Mesa agent that is a name for row ``row`` of a table, in the replication its model shows."""
    _ids = _Counts()

    def __init__(self, model: "Neighbourhood", rows: Rows, row: int):
        super().__init__(model)
        self.columns, self.row = rows.columns, row
        self.at = (0, row)                    # (replication, row): where it stands in its table now


class Household(Agent):
    """Whoever decides about a need. Its acts are those of behaviour/: ``choose``, ``review``, ``want_job``..."""
    choose, review, want_job = choice.choose, arrangements.review, arrangements.want_job
    fall_ill, recover, have_birthday, move_house = lives.fall_ill, lives.recover, lives.have_birthday, lives.move_house
    answer = reception.answer


class Resident(Agent):
    """One person of the district."""
    find_work, enter_benefit, join = assistance.find_work, assistance.enter_benefit, assistance.join


class Worker(Agent):
    """A work place at the enterprise, and who holds it (``resident``, -1: nobody)."""
    clock_in, close_week = work.clock_in, work.close_week


for _kind, _dtype in ((Household, HOUSEHOLD), (Resident, RESIDENT), (Worker, WORKERS)):
    for _name, _field in fields_of(_dtype).items():
        setattr(_kind, _name, _field)


class Partner(Agent):
    """A partner of the enterprise."""

    def __init__(self, model: "Neighbourhood", place: int):
        mesa.Agent.__init__(self, model)
        self.place, self.note = place, model.lane.desk.partners[place]

    @property
    def share(self) -> float:
        """The share of its cost lines that it bears now."""
        return float(self.model.lane.desk.share[self.model.shown, self.place])


class Municipality(Agent):
    """The municipality: what it paid this year, and how many residents live on its benefits."""

    def __init__(self, model: "Neighbourhood"):
        mesa.Agent.__init__(self, model)

    @property
    def on_benefit(self) -> int:
        """Residents on benefit now."""
        return int(self.model.lane.world.on_benefit[self.model.shown])

    @property
    def paid(self) -> float:
        """EUR that left its accounts so far, less what came in."""
        ledger = self.model.lane.ledger
        return -sum(int(ledger.balance(a)[self.model.shown])
                    for a in ledger.accounts if a.startswith("municipality")) / 100


class Enterprise(Agent):
    """The enterprise of the canvas."""

    def __init__(self, model: "Neighbourhood"):
        mesa.Agent.__init__(self, model)

    @property
    def cash(self) -> float:
        """EUR at the bank."""
        return int(self.model.lane.ledger.balance("enterprise:cash")[self.model.shown]) / 100

    @property
    def alive(self) -> bool:
        """Whether it still exists."""
        return bool(self.model.lane.alive[self.model.shown])

    @property
    def customers(self) -> int:
        """Households served every week."""
        return int(self.model.lane.world.services.customers[self.model.shown].sum())


class Neighbourhood(mesa.Model):
    """A lane of the neighbourhood as a Mesa model: ``step()`` is one week of all its replications.

    ``model`` is a bundled name, a file or a Spec; ``enterprise=False`` gives the lane of doing nothing;
    ``replications`` is a count, or a list of their numbers.
    """

    def __init__(self, model: str | Spec, *, seed: int = 1, replications: int | list[int] = 1,
                 residents: int | None = None, weeks: int | None = None, enterprise: bool = True,
                 plugins: tuple = (), luck_only: bool = False, engine: str = "columns", lane: Lane | None = None):
        super().__init__(rng=seed)
        if engine not in ("columns", "objects"):
            raise ValueError(f"engine '{engine}'; write 'columns' or 'objects'")
        if lane is None:
            spec = load(model) if isinstance(model, str) else model
            people = populate(spec.place.people, seed, residents)
            some = list(range(replications)) if isinstance(replications, int) else replications
            lane = Lane(spec, people, seed, some, enterprise=enterprise, plugins=plugins,
                        weeks=weeks, luck_only=luck_only,
                        engine=Engine() if engine == "columns" else plain_engine(self))
        self.lane, self.week, self.shown, self.plain = lane, 0, 0, engine == "objects"
        self._people()

    def _people(self) -> None:
        """Make the agents: a name for every row."""
        w, self.tables = self.lane.world, {}
        for name, kind in (("households", Household), ("residents", Resident), ("workers", Worker)):
            rows = self.tables[name] = Rows(getattr(w, name), kind)
            rows.agents = [kind(self, rows, i) for i in range(rows.shape[1])]
        self.municipality = Municipality(self)
        self.enterprise = Enterprise(self) if self.lane.enterprise else None
        self.partners = [Partner(self, i) for i in range(len(self.lane.desk.partners))] if self.lane.enterprise else []

    def show(self, replication: int) -> None:
        """Let the agents stand for the people of another replication (a place in the list of this lane)."""
        self.shown = replication
        for rows in self.tables.values():
            for agent in rows.agents:
                agent.at = (replication, agent.row)

    def step(self) -> None:
        """One week of every replication; afterwards the agents show the replication they showed."""
        self.lane.step()
        self.week = self.lane.week
        if self.plain:
            self.show(self.shown)

    @property
    def working(self) -> list[Worker]:
        """The workers whose place is held by somebody, in the replication shown."""
        return [worker for worker in self.tables["workers"].agents if worker.resident != NOBODY]


def plain_engine(model: Neighbourhood) -> Engine:
    """The loops of the week in plain Python, over the agents of a model."""
    kinds: dict[str, type] = {}

    def view(w: World) -> SimpleNamespace:
        """The world with agents and light rows in the place of records; arrays are the same memory."""
        seen = {name: getattr(w, name) for name in w.fields}
        for name in w.fields:
            table = seen[name]
            if name in model.tables:
                seen[name] = model.tables[name]
            elif name == "numbers":
                seen[name] = [SimpleNamespace(**dict(zip(table.dtype.names, row.tolist()))) for row in table]
            elif table.dtype.names:
                kinds.setdefault(name, row_kind(table.dtype))
                seen[name] = Rows(table, kinds[name])
        seen["scratch"] = w.scratch.tolist()               # room to work in: plain Python is quicker with its own
        return SimpleNamespace(**seen)

    return Engine(live=moves.live.py_func, work=dispatch.work.py_func, staff=dispatch.staff.py_func,
                  come_together=together.come_together.py_func, rethink=moves.rethink.py_func,
                  heed_rules=moves.heed_rules.py_func, view=view)
