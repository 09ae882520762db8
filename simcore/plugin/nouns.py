"""What plugins (and the canvas) answer with. Hooks are verbs, few and frozen; these nouns may grow.

Arrays in them have one value per replication (R,).
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Tier = Literal["", "A", "B", "C", "D"]
Kind = Literal["cash", "kind"]
Who = Literal["pgb", "wmo", "everyone", "old", "limited", "low_income", "benefit"]


@dataclass(frozen=True, kw_only=True)
class Account:
    """Somebody money goes to or comes from who was not there yet: a party of its own in who pays and who gains.

    A ``purse`` holds only what was paid into it: to pay more out of it than it holds is an error. ``dutch`` and
    ``english`` are what it is called for people; without them it goes by its name in both languages.
    """
    name: str
    purse: bool = False
    dutch: str = ""
    english: str = ""


@dataclass(frozen=True, kw_only=True)
class Stream:
    """Money of one kind from one account to another, tied to a sticky note; a euro outside streams cannot move.

    ``payer`` and ``payee`` are accounts that are there or brought (Account); ``item`` is the id of a note, a block,
    a part of a file as in ``neighbourhood.wmo``, or ``plugins.<name>``. Where there is no enterprise, a stream to or
    from one of its accounts is left out, and so is what is paid over it.
    ``tier`` says which claim of living "without municipal money" it stands in the way of: A a grant, B supervision
    or rooms in kind, C orders, PGB and Wmo, D unpaid labour; empty where it is nobody's subsidy. ``kind`` tells
    cash from what is given in kind. ``capital`` is money that is put in or goes back (start capital, a share, a
    guarantee): it moves cash, but is never a result, so that no claim of living counts it. To pay more out of an
    account of the enterprise than it holds is an error, unless the stream is a ``bill``: that has to be paid also when
    cash is short.
    """
    name: str
    payer: str
    payee: str
    item: str
    tier: Tier = ""
    kind: Kind = "cash"
    bill: bool = False
    capital: bool = False


@dataclass(frozen=True, kw_only=True)
class Cover:
    """Who pays which part of which visits, for whom, out of what.

    ``who`` names the households it is for: ``pgb`` (entitled to household help, as a personal budget), ``wmo``
    (entitled to it, in kind), ``everyone``, ``old`` (65 and over), ``limited`` (a lasting limitation), ``low_income``
    (lowest third), ``benefit`` (somebody lives on it). ``services`` are value propositions; ``rate`` EUR an hour, a
    number or (R,).

    - Of a visit it pays at most ``rate`` an hour, and leaves the customer at least ``own`` EUR an hour to pay (0 unless
      said; a service voucher has it). For ``pgb`` and ``wmo`` it pays no more minutes a week than are indicated, and
      the household pays the municipality the own contribution of the Wmo beside it.
    - ``wmo`` pays its ``rate`` whatever the enterprise asks of others: it is the tariff of a contract. Of indicated
      minutes such a household pays ``own`` alone, of others the price.
    - Where several covers hold, a household takes the one that leaves it least to pay.

    ``budget`` (R,) EUR a year of the run, or None for no limit; it holds from ``begin`` until ``end`` (days; that one
    no more), or always. At either day customers of these services look again. Over stream ``<plugin>.<service>``
    ``payer`` owes the enterprise what was covered, in ``tier``, and over ``<plugin> collected.<service>`` it comes in
    after the delay of institutions. What a cover pays is care, free of VAT.
    """
    name: str
    who: Who
    services: tuple[str, ...]
    rate: Any
    payer: str
    item: str
    tier: Tier = "C"
    budget: Any = None
    own: Any = 0.0
    begin: date | None = None
    end: date | None = None


@dataclass(frozen=True, kw_only=True)
class Order:
    """Work that an institution asks of the enterprise: ``times`` a week (number or (R,); a half is every other week),
    ``minutes`` of a regular worker each, for ``price`` EUR each without VAT.

    The team of ``service`` (a value proposition with a team) does it before it serves households, as often as it has
    minutes for a whole one; what is not done lapses, and is not paid. It holds from ``begin`` until ``end`` (days; that
    one no more), or always, while the enterprise lives and, where ``payer`` is a partner, until that withdraws. Over
    stream ``<plugin>.<name>`` ``payer`` owes what was done, in ``tier``, and over ``<plugin> collected.<name>`` it
    comes in after the delay of institutions. Terms ``times.<plugin>.<name>`` and ``fee.<plugin>.<name>`` move it.

    ``displaces`` (0 to 1, a number or (R,)): of what is done, the share that a firm would have done, in regular paid
    hours. None: the share of shared stairs that firms clean in this neighbourhood, as for orders of a canvas; all of it
    where there are none.
    """
    name: str
    payer: str
    service: str
    times: Any
    minutes: Any
    price: Any
    item: str
    tier: Tier = "C"
    begin: date | None = None
    end: date | None = None
    displaces: Any = None


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What a plugin does to a term this week: ``scale``, ``add``, ``floor``, ``cap`` or ``set``, and why.

    Values are finite numbers, or (R,) arrays with one per replication; a term must end within its bounds (most of them
    may not fall below zero). Which terms there are, with units and bounds, stands in ``simcore.plugin.terms``. Where
    there is no enterprise, an effect on a term of it is left out.
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
class Measure:
    """A number of each week that is kept with the results: ``column`` is an own column, or the name of a tally.

    It is taken at the end of the week, after ``settle``, as series ``measure.<plugin>.<name>`` (weeks, R). Nothing in
    the run hangs on it, so it is in no digest. ``dutch`` and ``english`` say what it is, ``unit`` in what.
    """
    name: str
    dutch: str
    english: str
    unit: str
    column: str


@dataclass(frozen=True, kw_only=True)
class Update:
    """The new values (R,) of a column."""
    column: str
    values: Any


@dataclass(frozen=True, kw_only=True)
class Note:
    """An event for the diary, in Dutch and English, tied to an item: in which replications, (R,) bool;
    in all unless said."""
    where: Any = True
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
Brought = Account | Stream | Cover | Order | Column | Measure | Shock
Settled = Payment | Update | Note
