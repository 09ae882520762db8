"""The names a model has for its plugins: accounts between which money moves, items it is tied to, services.

Some of them only an enterprise has. In the lane of doing nothing whatever a plugin does to those is left out. The
terms it may move stand in terms.py, what is counted for it in tallies.py.
"""

from dataclasses import fields, is_dataclass

from simcore.canvas import Spec
from simcore.canvas.notes import BLOCKS

CASH = "enterprise:cash"
OUTSIDE = [
    "residents", "people on benefit", "participants", "people at work", "employers", "informal helpers",
    "companies", "care provider", "coaches", "payroll", "staff", "landlord", "suppliers", "insurers",
    "treasury", "municipality:wmo", "municipality:benefits", "municipality:reintegration",
]  # fmt: skip
INSIDE = [
    CASH, "enterprise:debtors", "enterprise:institutions", "enterprise:vat",
    "enterprise:work in kind", "enterprise:rooms in kind",
]  # fmt: skip

# How streams of the engine begin: a stream of a plugin may not, or it would be taken for one of them.
RESERVED = {"market", "wmo", "benefits", "coach", "sale", "collected", "vat", "vat paid", "begin", "cost", "in kind",
            "start", "wages", "work", "pay", "payroll tax", "subsidy", "deducted", "unpaid", "growth", "lost benefits",
            "order", "order collected", "passed on", "commons", "entry", "prizes", "purchases", "saved", "paid out",
            "bought", "pot", "letting", "bar", "bar purchases", "volunteers"}


def accounts(spec: Spec) -> list[str]:
    """Every account there is without plugins; a partner is an account under its id."""
    pot = ["enterprise:pot"] if any(one.sim and one.sim.per == "pot" for one in spec.canvas.costs) else []
    return [*OUTSIDE, *INSIDE, *pot, *(one.id for one in spec.canvas.key_partnerships if one.sim)]


def is_inside(account: str) -> bool:
    """Whether only an enterprise has this account."""
    return account.startswith("enterprise:")


def items(spec: Spec) -> list[str]:
    """Every sticky note, block and part of the two files to which money or an event can be tied."""
    notes = [note.id for block in BLOCKS for note in getattr(spec.canvas, block)]
    parts = [f"{name}.{one.name}" for name, record in (("neighbourhood", spec.place), ("simwijk", spec.canvas.simwijk))
             for one in fields(record) if is_dataclass(getattr(record, one.name))]
    return [*notes, *BLOCKS, *parts]


def services(spec: Spec) -> list[str]:
    """The value propositions that take part: they meet a need, are company during a visit, or are ordered."""
    ordered = {id for one in spec.canvas.revenue_streams if one.sim and one.sim.order
               for id in one.for_.value_propositions}
    return [one.id for one in spec.canvas.value_propositions
            if one.sim and (one.sim.activity or one.sim.company or one.id in ordered)]


def helped(spec: Spec) -> list[str]:
    """The value propositions that meet a need which household help from the Wmo may meet."""
    needs = {need.id for need in spec.place.needs.activities if need.wmo}
    return [one.id for one in spec.canvas.value_propositions if one.sim and one.sim.activity in needs]


def with_a_team(spec: Spec) -> list[str]:
    """The value propositions for which an institution may ask: there are people to do them."""
    return [one.id for one in spec.canvas.value_propositions if one.sim and one.sim.team]


def spoken_to(canvas) -> set[str]:
    """The kinds of household that a channel speaks to, of the channels by which people hear of it from outside."""
    kinds = {one.id: one.sim.who for one in canvas.customer_segments if one.sim}
    return {kinds[id] for channel in canvas.channels if channel.sim and channel.sim.outside is not None
            for id in channel.for_.customer_segments or kinds}


def paid_over(owner: str, what: str) -> tuple[str, str]:
    """The streams over which a cover or an order of a plugin is owed, and paid."""
    return f"{owner}.{what}", f"{owner} collected.{what}"
