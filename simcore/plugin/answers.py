"""Whether what a plugin answers can be: every noun is looked at before anything is done with it.

A field that cannot be is told with plugin, hook, week, noun and field, and with what to write instead.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args

from simcore.canvas import Spec
from simcore.errors import Problem, SimwijkError, quoted
from simcore.plugin import names
from simcore.plugin.fields import Wrong, array_of, flag, numbers, one_of, own_numbers, shown, span, text
from simcore.plugin.names import paid_over
from simcore.plugin.nouns import (Account, Column, Cover, Effect, Kind, Measure, Note, Order, Payment, Section, Shock,
                                  Stream, Tier, Update, Who)
from simcore.plugin.patience import called
from simcore.plugin.tallies import tallied
from simcore.plugin.terms import terms

MOST_CENTS = 10**13                            # of a plugin in a week: a run of 50 years of them fits in the books
MOST_TIMES, MOST_MINUTES, MOST_EUROS = 1e5, 1e5, 1e7           # of an order, a week and each
PARTS = ("scale", "add", "floor", "cap", "set")


class PluginError(SimwijkError):
    """A plugin raised, or answered with something that cannot be: ``reason``, in which hook and week."""

    exit_code = 2

    def __init__(self, plugin: str, hook: str, week: int | None, reason: str):
        self.plugin, self.hook, self.week, self.reason = plugin, hook, week, reason
        self.failed: dict[int, PluginError] = {}                # by replication, when it has failed in all of them
        super().__init__(plugin, hook, week, reason)            # all of it, so that it survives a process border

    def __str__(self) -> str:
        return f"{called(self.plugin, self.hook, self.week)}: {self.reason}"


@dataclass
class Known:
    """What a noun may name. None stands for anything: a plugin tried without a model."""
    replications: int = 1
    accounts: list[str] | None = None
    items: list[str] | None = None
    services: list[str] | None = None
    helped: list[str] | None = None                              # services that help from the Wmo may be
    ordered: list[str] | None = None                             # services that an institution may ask for
    terms: set[str] | None = None
    tallies: set[str] | None = None
    taken: dict[str, str] = field(default_factory=dict)          # name of a stream -> the plugin that brings it
    streams: dict[str, list[str]] = field(default_factory=dict)  # what each plugin may pay over
    columns: dict[str, dict[str, Any]] = field(default_factory=dict)
    purses: set[str] = field(default_factory=set)                # brought accounts that hold only what was paid in
    measures: set[tuple[str, str]] = field(default_factory=set)  # (plugin, name)

    @classmethod
    def of(cls, spec: Spec, plugins: Iterable[str], replications: int) -> "Known":
        """The names of a model in which these plugins take part."""
        return cls(replications, names.accounts(spec), [*names.items(spec), *(f"plugins.{name}" for name in plugins)],
                   names.services(spec), names.helped(spec), names.with_a_team(spec), set(terms(spec)),
                   set(tallied(spec)))


def free(name: str, known: Known) -> None:
    """A stream that nobody brings yet."""
    if name in known.taken:
        raise Wrong(f"a stream {quoted(name)} is brought a second time, the first by {known.taken[name]}; "
                    f"write another name")


def look(noun: object, owner: str, known: Known) -> None:
    """Raises Wrong for the first field of a noun that cannot be; what are numbers in it become numbers of our own."""
    LOOKS[type(noun)](noun, owner, known)


# --- what is told before anything is played -----------------------------------------------------------------------


def look_at_problem(noun: Problem, owner: str, known: Known) -> None:
    for part in ("file", "what", "why", "instead", "source_line"):
        if not isinstance(getattr(noun, part), str) or part == "what" and not noun.what.strip():
            raise Wrong(f"Problem.{part} is {shown(getattr(noun, part))}; write a text")
    for part in ("line", "column"):
        numbers(f"Problem.{part}", getattr(noun, part), 0, least=0, whole=True)


# --- what is brought at the build ---------------------------------------------------------------------------------


def look_at_account(noun: Account, owner: str, known: Known) -> None:
    text("Account.name", noun.name)
    flag("Account.purse", noun.purse)
    if noun.dutch or noun.english:
        text("Account.dutch", noun.dutch)
        text("Account.english", noun.english)
    if known.accounts is not None and noun.name in known.accounts:
        raise Wrong(f"Account.name is {quoted(noun.name)}, which is there already; leave the Account out")
    if names.is_inside(noun.name):
        raise Wrong(f"Account.name is {quoted(noun.name)}; an account of the enterprise is not brought, "
                    f"write another name")


def look_at_stream(noun: Stream, owner: str, known: Known) -> None:
    text("Stream.name", noun.name)
    if noun.name.partition(".")[0] in names.RESERVED:
        raise Wrong(f"Stream.name is {quoted(noun.name)}, and streams of our own begin so; write '{owner}.{noun.name}'")
    free(noun.name, known)
    for end in ("payer", "payee"):
        one_of(f"Stream.{end}", getattr(noun, end), known.accounts, "account", "; a new one is brought as an Account")
    if names.is_inside(noun.payer) and noun.payer != names.CASH:
        raise Wrong(f"Stream.payer is {quoted(noun.payer)}; an enterprise pays out of '{names.CASH}' alone")
    if noun.payer == noun.payee:
        raise Wrong(f"Stream.payer and Stream.payee are both {quoted(noun.payer)}; name two accounts")
    one_of("Stream.item", noun.item, known.items, "item", f"; or write plugins.{owner}")
    one_of("Stream.tier", noun.tier, get_args(Tier), "tier")
    one_of("Stream.kind", noun.kind, get_args(Kind), "kind")
    for part in ("bill", "capital"):
        flag(f"Stream.{part}", getattr(noun, part))
    if noun.capital and noun.kind != "cash":
        raise Wrong("Stream.capital is True and Stream.kind is 'kind'; capital is cash, leave one of them out")


def look_at_cover(noun: Cover, owner: str, known: Known) -> None:
    text("Cover.name", noun.name)
    if owner in names.RESERVED:
        raise Wrong(f"a Cover pays over streams that begin with the name of the plugin, and '{owner}' is one of our "
                    f"own; give it another name with as:")
    one_of("Cover.who", noun.who, get_args(Who), "group")
    if not isinstance(noun.services, (list, tuple)):
        raise Wrong(f"Cover.services is {shown(noun.services)}; write ids between brackets, as in ('vp-cleaning',)")
    for service in noun.services:
        one_of("Cover.services", service, known.services, "service")
        if noun.who == "wmo":
            one_of("Cover.services", service, known.helped, "service that help from the Wmo may be")
        free(f"{owner}.{service}", known)
    own_numbers(noun, "rate", known.replications, least=0, most=1e6)
    own_numbers(noun, "own", known.replications, least=0, most=1e6)
    if noun.budget is not None:
        own_numbers(noun, "budget", known.replications, least=0, most=1e9)
    one_of("Cover.payer", noun.payer, known.accounts, "account", "; a new one is brought as an Account")
    if names.is_inside(noun.payer):
        raise Wrong(f"Cover.payer is {quoted(noun.payer)}; an enterprise covers nothing of its own work, name who pays")
    one_of("Cover.item", noun.item, known.items, "item", f"; or write plugins.{owner}")
    one_of("Cover.tier", noun.tier, get_args(Tier), "tier")
    span("Cover", noun)


def look_at_order(noun: Order, owner: str, known: Known) -> None:
    text("Order.name", noun.name)
    if owner in names.RESERVED:
        raise Wrong(f"an Order is paid over streams that begin with the name of the plugin, and '{owner}' is one of "
                    f"our own; give it another name with as:")
    for stream in paid_over(owner, noun.name):
        free(stream, known)
    one_of("Order.payer", noun.payer, known.accounts, "account", "; a new one is brought as an Account")
    if names.is_inside(noun.payer):
        raise Wrong(f"Order.payer is {quoted(noun.payer)}; an enterprise orders nothing of itself, name who pays")
    one_of("Order.service", noun.service, known.ordered, "service with a team")
    own_numbers(noun, "times", known.replications, least=0, most=MOST_TIMES)
    own_numbers(noun, "minutes", known.replications, least=1, most=MOST_MINUTES)
    own_numbers(noun, "price", known.replications, least=0, most=MOST_EUROS)
    if noun.displaces is not None:
        own_numbers(noun, "displaces", known.replications, least=0, most=1)
    one_of("Order.item", noun.item, known.items, "item", f"; or write plugins.{owner}")
    one_of("Order.tier", noun.tier, get_args(Tier), "tier")
    span("Order", noun)


def look_at_measure(noun: Measure, owner: str, known: Known) -> None:
    for field_ in ("name", "dutch", "english", "unit"):
        text(f"Measure.{field_}", getattr(noun, field_))
    if (owner, noun.name) in known.measures:
        raise Wrong(f"Measure.name is {quoted(noun.name)} a second time; write another name")
    mine = known.columns.get(owner, {})
    if noun.column not in mine:
        one_of("Measure.column", noun.column, None if known.tallies is None else {*known.tallies, *mine},
               "own column or tally", "; bring a Column before the Measure of it")


def look_at_column(noun: Column, owner: str, known: Known) -> None:
    text("Column.name", noun.name)
    own_numbers(noun, "start", 0)
    if noun.name in known.columns.get(owner, ()):
        raise Wrong(f"Column.name is {quoted(noun.name)} a second time; write another name")


def look_at_shock(noun: Shock, owner: str, known: Known) -> None:
    text("Shock.name", noun.name)
    text("Shock.english", noun.english)
    text("Shock.dutch", noun.dutch)
    if not isinstance(noun.start, date):
        raise Wrong(f"Shock.start is {shown(noun.start)}; write a date, as in date(2015, 1, 1)")


# --- what is answered each week -----------------------------------------------------------------------------------


def look_at_effect(noun: Effect, owner: str, known: Known) -> None:
    one_of("Effect.target", noun.target, known.terms, "term")
    text("Effect.because", noun.because)
    if all(getattr(noun, part) is None for part in PARTS):
        raise Wrong(f"Effect of '{noun.target}' moves nothing; give it scale=, add=, floor=, cap= or set=")
    for part in PARTS:
        if getattr(noun, part) is not None:
            own_numbers(noun, part, known.replications, f" of '{noun.target}'")


def look_at_payment(noun: Payment, owner: str, known: Known) -> None:
    mine = known.streams.get(owner, [])
    one_of("Payment.stream", noun.stream, mine, "stream",
           "; a plugin pays over streams it brings" if mine else ", as this plugin brings no Stream")
    own_numbers(noun, "cents", known.replications, least=0, most=MOST_CENTS, whole=True)


def look_at_update(noun: Update, owner: str, known: Known) -> None:
    mine = known.columns.get(owner, {})
    one_of("Update.column", noun.column, list(mine), "column",
           "; a plugin updates columns it brings" if mine else ", as this plugin brings no Column")
    own_numbers(noun, "values", known.replications, f" of '{noun.column}'", single=False)


def look_at_note(noun: Note, owner: str, known: Known) -> None:
    where, R = array_of("Note.where", noun.where), known.replications
    if where.dtype.kind != "b" or where.shape not in ((), (R,)):
        raise Wrong(f"Note.where is {shown(noun.where)}; write True, or one True or False per course ({R}), "
                    f"as a comparison of arrays gives")
    noun.__dict__["where"] = where
    text("Note.dutch", noun.dutch)
    text("Note.english", noun.english)
    one_of("Note.item", noun.item, known.items, "item", f"; or write plugins.{owner}")


# --- what is answered when all is over ----------------------------------------------------------------------------


def look_at_section(noun: Section, owner: str, known: Known) -> None:
    text("Section.dutch", noun.dutch)
    text("Section.english", noun.english)
    for part in ("lines", "head"):
        both = {f"{lang}_{part}": getattr(noun, f"{lang}_{part}") for lang in ("dutch", "english")}
        for name, some in both.items():
            if not isinstance(some, (list, tuple)):
                raise Wrong(f"Section.{name} is {shown(some)}; write texts between brackets")
            for one in some:
                text(f"Section.{name}", one)
        dutch, english = (len(some) for some in both.values())
        if dutch != english:
            raise Wrong(f"Section.dutch_{part} has {dutch} texts and english_{part} {english}; say the same in both")
    if not isinstance(noun.rows, (list, tuple)):
        raise Wrong(f"Section.rows is {shown(noun.rows)}; write rows between brackets")
    rows = []
    for row in noun.rows:
        if not isinstance(row, (list, tuple)) or len(row) != len(noun.dutch_head):
            raise Wrong(f"Section.rows has {shown(row)}; write a row with as many cells as the head has "
                        f"({len(noun.dutch_head)})")
        rows.append(tuple(text("Section.rows", one) if isinstance(one, str) else numbers("Section.rows", one, 0)
                          for one in row))
    noun.__dict__["rows"] = tuple(rows)


LOOKS = {Problem: look_at_problem, Account: look_at_account, Stream: look_at_stream, Cover: look_at_cover, Order:
         look_at_order, Column: look_at_column, Measure: look_at_measure, Shock: look_at_shock, Effect:
         look_at_effect, Payment: look_at_payment, Update: look_at_update, Note: look_at_note, Section:
         look_at_section}
