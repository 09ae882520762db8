"""The names a model has for its plugins: accounts between which money moves, items it is tied to, terms to move.

Some of them only an enterprise has. In the lane of doing nothing whatever a plugin does to those is left out.
"""

from dataclasses import fields, is_dataclass

from simcore.canvas import Spec
from simcore.canvas.notes import BLOCKS

OUTSIDE = [
    "residents", "people on benefit", "participants", "people at work", "employers", "informal helpers",
    "companies", "care provider", "coaches", "payroll", "staff", "landlord", "suppliers", "insurers",
    "treasury", "municipality:wmo", "municipality:benefits", "municipality:reintegration",
]  # fmt: skip
INSIDE = [
    "enterprise:cash", "enterprise:debtors", "enterprise:institutions", "enterprise:vat",
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


def is_for_all(term: str) -> bool:
    """Whether a term is there in every lane, also where there is no enterprise."""
    return term in ("wmo.hours", "hearing") or term.startswith("need.")


def items(spec: Spec) -> list[str]:
    """Every sticky note, block and part of the two files to which money or an event can be tied."""
    notes = [note.id for block in BLOCKS for note in getattr(spec.canvas, block)]
    parts = [f"{name}.{one.name}" for name, record in (("neighbourhood", spec.place), ("simwijk", spec.canvas.simwijk))
             for one in fields(record) if is_dataclass(getattr(record, one.name))]
    return [*notes, *BLOCKS, *parts]


def services(spec: Spec) -> list[str]:
    """The value propositions that take part: they meet a need, are company during a visit, or are ordered."""
    ordered = {id for one in spec.canvas.revenue_streams if one.sim and one.sim.order for id in one.for_.value_propositions}
    return [one.id for one in spec.canvas.value_propositions
            if one.sim and (one.sim.activity or one.sim.company or one.id in ordered)]


def tallied(spec: Spec) -> list[str]:
    """What is counted for plugins, by name: clients short of help, who works there, who came and what was held."""
    there = [one.id for one in spec.canvas.key_activities if one.sim and one.sim.gathering]
    return ["wmo.short", "members", *(f"{what}.{id}" for id in there for what in ("came", "held"))]


def gatherings(spec: Spec) -> list[str]:
    """The key activities at which people come together."""
    return [one.id for one in spec.canvas.key_activities if one.sim and one.sim.gathering]


def place_terms(spec: Spec) -> list[str]:
    """The terms of every lane."""
    return ["wmo.hours", "hearing", *(f"need.{need.id}" for need in spec.place.needs.activities)]


def enterprise_terms(spec: Spec) -> list[str]:
    """The terms that only an enterprise has."""
    canvas, there = spec.canvas, services(spec)
    priced = {id for one in canvas.revenue_streams if one.sim and one.sim.price for id in one.for_.value_propositions}
    return [*(f"price.{id}" for id in there if id in priced), *(f"cost.{one.id}" for one in canvas.costs if one.sim),
            *(f"share.{one.id}" for one in canvas.key_partnerships if one.sim),
            *(f"open.{id}" for id in (*there, *gatherings(spec))),
            *(f"prizes.{one.id}" for one in canvas.key_activities
              if one.sim and one.sim.gathering and one.sim.gathering.prizes is not None),
            *(f"{what}.{one.id}" for one in canvas.key_resources if one.sim and one.sim.building
              for what in ("open", "managed"))]
