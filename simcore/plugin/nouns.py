"""What plugins (and the canvas) answer with. Hooks are verbs, few and frozen; these nouns may grow.

Arrays in them have one value per replication (R,).
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Tier = Literal["", "A", "B", "C", "D"]
Kind = Literal["cash", "kind"]
Who = Literal["pgb"]


@dataclass(frozen=True, kw_only=True)
class Account:
    """Somebody money goes to or comes from who was not there yet: a party of its own in who pays and who gains.

    A ``purse`` holds only what was paid into it: to pay more out of it than it holds is an error.
    """
    name: str
    purse: bool = False


@dataclass(frozen=True, kw_only=True)
class Stream:
    """Money of one kind from one account to another, tied to a sticky note; a euro outside streams cannot move.

    ``payer`` and ``payee`` are accounts that are there or brought (Account); ``item`` is the id of a note, a block,
    a part of a file as in ``neighbourhood.wmo``, or ``plugins.<name>``. Where there is no enterprise, a stream to or
    from one of its accounts is left out, and so is what is paid over it.
    ``tier`` says which claim of living "without municipal money" it stands in the way of: A a grant, B supervision
    or rooms in kind, C orders, PGB and Wmo, D unpaid labour; empty where it is nobody's subsidy. ``kind`` tells
    cash from what is given in kind. To pay more out of an account of the enterprise than it holds is an error, unless
    the stream is a ``bill``: that has to be paid also when cash is short.
    """
    name: str
    payer: str
    payee: str
    item: str
    tier: Tier = ""
    kind: Kind = "cash"
    bill: bool = False


@dataclass(frozen=True, kw_only=True)
class Cover:
    """Who pays which part of which visits: at most ``rate`` (R,) EUR an hour, out of ``budget`` EUR a year (R,).

    ``who`` names the households it is for, ``services`` the value propositions. Per service a stream named after
    the cover carries the money from ``payer``. What it pays is care, which is free of VAT.
    """
    name: str
    who: Who
    services: tuple[str, ...]
    rate: Any
    payer: str
    item: str
    tier: Tier = "C"
    budget: Any = None


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What a plugin does to a term this week: ``scale``, ``add``, ``floor``, ``cap`` or ``set``, and why.

    Values are finite numbers, or (R,) arrays with one per replication; no term may end below zero. Terms are
    ``wmo.hours``, ``hearing``, ``need.<id>`` (factors), and of the enterprise ``price.<service>`` (EUR),
    ``cost.<id>`` (EUR in its unit), ``share.<partner>`` and ``open.<service>`` (factors; below 0.5 it is closed).
    Where there is no enterprise, an effect on a term of it is left out.
    """
    target: str
    because: str
    scale: Any = None
    add: Any = None
    floor: Any = None
    cap: Any = None
    set: Any = None


@dataclass(frozen=True, kw_only=True)
class Payment:
    """Cents (R,), whole and not negative, over one declared stream this week."""
    stream: str
    cents: Any


@dataclass(frozen=True, kw_only=True)
class Column:
    """State a plugin owns: one number per replication, ``start`` in the first week, changed by ``Update``."""
    name: str
    start: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Update:
    """The new values (R,) of a column."""
    column: str
    values: Any


@dataclass(frozen=True, kw_only=True)
class Note:
    """An event for the diary: in which replications (R,) bool, in Dutch and English, tied to an item."""
    where: Any
    dutch: str
    english: str
    item: str


@dataclass(frozen=True, kw_only=True)
class Shock:
    """A dated event, so that screens and files know of it before it comes."""
    name: str
    start: date
    english: str
    dutch: str


@dataclass(frozen=True, kw_only=True)
class Section:
    """What a plugin adds to the answer of a run: a title, lines of text and a table, in Dutch and in English.

    Both languages hold the same facts: as many lines, as many columns. ``rows`` of the table hold texts and numbers.
    """
    dutch: str
    english: str
    dutch_lines: tuple[str, ...] = ()
    english_lines: tuple[str, ...] = ()
    dutch_head: tuple[str, ...] = ()
    english_head: tuple[str, ...] = ()
    rows: tuple[tuple, ...] = ()


# What each hook may answer with. Hooks are frozen; these may grow.
Brought = Account | Stream | Cover | Column | Shock
Settled = Payment | Update | Note
