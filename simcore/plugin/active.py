"""The plugins of one lane at work: asked one by one in the order of their names, their answers kept apart.

A plugin that raises or answers with something that cannot be stops its lane with a message naming it.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from copy import copy
from datetime import date
from itertools import islice
from typing import Any

from simcore.errors import Problem
from simcore.plugin import names
from simcore.plugin.answers import MOST_CENTS, Known, PluginError, look
from simcore.plugin.fields import Wrong, shown
from simcore.plugin.hooks import ANSWERS, HOOKS
from simcore.plugin.judging import judged, unchanged
from simcore.plugin.names import paid_over
from simcore.plugin.nouns import Account, Column, Cover, Effect, Measure, Note, Order, Payment, Shock, Stream, Update
from simcore.plugin.registering import Manager, registered
from simcore.plugin.spots import AT, Spot, at, file_of, spot_of, written
from simcore.plugin.tallies import Counted, order_done
from simcore.plugin.terms import is_for_all, of_order
from simcore.plugin.week import own_numbers

MOST_NOUNS = 10_000                            # of one plugin in one answer
PLAIN = {str, int, float, bool, type(None), tuple, date}         # values nobody can change


class Active:
    """The active plugins of a lane: (name, plugin) pairs, by name; ``enterprise`` is False for doing nothing."""

    def __init__(self, plugins: Iterable[tuple[str, Any]], enterprise: bool = True):
        self.plugins = sorted(plugins, key=lambda pair: pair[0])
        self.enterprise = enterprise
        self.manager = Manager()
        for name, plugin in self.plugins:
            registered(self.manager, name, plugin)
        self._calls = {(one.plugin_name, hook): call_of(one) for hook in HOOKS
                       for one in getattr(self.manager.hook, hook).get_hookimpls()}
        self._who = {hook: [name for name, _ in self.plugins if (name, hook) in self._calls] for hook in HOOKS}
        self._files = {name: file_of(plugin) for name, plugin in self.plugins}
        self._spots = {(name, hook): spot_of(getattr(type(plugin), hook, None))
                       for name, plugin in self.plugins for hook in HOOKS}
        self.known = Known()
        self.trying = False
        self.left_out: set[tuple[str, str]] = set()          # (plugin, stream): there is no enterprise for it
        self.inside: set[str] = set()                        # streams to or from an account of the enterprise
        self.shocks: list[Shock] = []
        self.called: dict[str, tuple[str, str]] = {}        # account that was brought -> its names in Dutch and English
        self.counted: list[Counted] = []                     # what is counted of their orders

    @property
    def columns(self) -> dict[str, dict[str, Any]]:
        """Name -> (R,) of the columns of each plugin."""
        return self.known.columns

    def who(self, hook: str) -> list[str]:
        """The names of the plugins that have a hook, in their order."""
        return self._who[hook]

    def ask_one(self, name: str, hook: str, number: int | None = None, **said) -> list[tuple[str, Any]]:
        """Ask one plugin; gives (name, noun) pairs that can be, less those only an enterprise has use for.

        What it brings is not looked at yet (see ``bring``): it may name what another brings.
        """
        out, updated, spot = [], set(), self._spots[name, hook]
        try:
            with judged(name, hook, number, self._files[name]), closing(self._answers(name, hook, said)) as answers:
                for noun, spot in answers:
                    if type(noun) not in ANSWERS[hook]:
                        raise Wrong(f"answered with {type(noun).__name__}; it may answer with "
                                    + ", ".join(kind.__name__ for kind in ANSWERS[hook]))
                    noun = kept(noun, spot)
                    if hook == "brings":
                        out.append((name, noun))
                        continue
                    look(noun, name, self.known)
                    if hook == "settle" and type(noun) is Update and noun.column in updated:
                        raise Wrong(f"Update.column is '{noun.column}' a second time; update a column once a week")
                    if self._takes_part(name, noun):
                        out.append((name, noun))
                        if type(noun) is Update:
                            updated.add(noun.column)
        except Wrong as error:
            raise PluginError(name, hook, number, f"{error}{written(spot)}") from error
        return out

    def _answers(self, name: str, hook: str, said: dict) -> Iterator[tuple[Any, Spot]]:
        """The nouns of one plugin, one by one, each with where it was written; raises whatever the plugin raises."""
        if (name, hook) not in self._calls:
            return
        answer = self._calls[name, hook](said)
        if isinstance(answer, ANSWERS[hook]):
            raise Wrong(f"answered with one {type(answer).__name__} by itself; write yield, or return a list")
        try:
            nouns = iter(() if answer is None else answer)
        except TypeError:
            raise Wrong(f"answered with {shown(answer)}; write yield, or return a list") from None
        spot = self._spots[name, hook]
        try:
            for count, noun in enumerate(islice(nouns, MOST_NOUNS + 1)):
                if count == MOST_NOUNS:
                    raise Wrong(f"answers with more than {MOST_NOUNS} nouns; does its loop end?")
                yield noun, yielding(nouns) or spot
        finally:
            if inspect.isgenerator(nouns):                       # while it is watched: later it would be at any time
                with suppress(Exception):
                    nouns.close()

    def _look(self, name: str, noun: Any) -> None:
        """Look at what a plugin brings; PluginError."""
        try:
            with judged(name, "brings", None, self._files[name]):
                look(noun, name, self.known)
                self._bring(name, noun)
        except Wrong as error:
            raise PluginError(name, "brings", None, f"{error}{at(noun)}") from error

    def _bring(self, owner: str, noun: Any) -> None:
        """Make known what a plugin brings, so that what it answers next may name it."""
        known = self.known
        if isinstance(noun, Account) and known.accounts is not None:
            known.accounts.append(noun.name)
            known.purses |= {noun.name} if noun.purse else set()
            if noun.dutch:
                self.called[noun.name] = noun.dutch, noun.english
        elif isinstance(noun, Stream):
            known.taken[noun.name] = owner
            known.streams.setdefault(owner, []).append(noun.name)
            if names.is_inside(noun.payer) or names.is_inside(noun.payee):
                self.inside.add(noun.name)
                if not self.enterprise:
                    self.left_out.add((owner, noun.name))
        elif isinstance(noun, Cover):
            known.taken |= {stream: owner for service in noun.services for stream in paid_over(owner, service)}
        elif isinstance(noun, Order):
            known.taken |= {stream: owner for stream in paid_over(owner, noun.name)}
            if known.terms is not None:
                known.terms |= {term.name for term in of_order(owner, noun)}
                known.tallies.add(order_done(f"{owner}.{noun.name}", noun.name).name)
            self.counted.append(order_done(f"{owner}.{noun.name}", noun.name))
        elif isinstance(noun, Measure):
            known.measures.add((owner, noun.name))
        elif isinstance(noun, Column):
            known.columns[owner][noun.name] = noun.start if self.trying else full(known.replications, noun.start)

    def _takes_part(self, owner: str, noun: Any) -> bool:
        """Whether a noun has something to do in this lane: without an enterprise its terms and accounts are gone, and
        nothing is told of what stands in its canvas."""
        if self.enterprise:
            return True
        if isinstance(noun, Effect):
            return is_for_all(noun.target)
        if isinstance(noun, (Stream, Payment)):
            return (owner, noun.name if isinstance(noun, Stream) else noun.stream) not in self.left_out
        if isinstance(noun, Note):
            return noun.item.startswith(("neighbourhood", "plugins."))
        return not isinstance(noun, (Cover, Order))

    def bring(self, spec, numbers, R: int, trying: bool = False) -> list[tuple[str, Any]]:
        """Ask each what it brings; columns are made here, and kept with their owner. Gives streams, covers, orders and
        measures.

        ``trying``: only to see what can be; columns hold no arrays then, so that nothing heavy is loaded.
        """
        self.trying = trying
        self.known = Known.of(spec, [name for name, _ in self.plugins], R) if spec is not None else Known(R)
        brought = []
        for name, _ in self.plugins:
            self.columns[name] = {}
            if name not in self.who("brings"):
                continue
            with unchanged(spec, name, "brings", self._spots[name, "brings"]) as own:
                brought += self.ask_one(name, "brings", spec=own, numbers=own_numbers(numbers, name))
        for of_all in (True, False):                             # accounts come first: any plugin may pay to them
            for owner, noun in brought:
                if isinstance(noun, Account) == of_all:
                    self._look(owner, noun)
        if not self.enterprise:
            self._leave_out_purses([(owner, noun) for owner, noun in brought if isinstance(noun, Stream)])
        self.shocks += [noun for _, noun in brought if isinstance(noun, Shock)]
        return [(owner, noun) for owner, noun in brought
                if isinstance(noun, (Stream, Cover, Order, Measure)) and self._takes_part(owner, noun)]

    def _leave_out_purses(self, streams: list[tuple[str, Stream]]) -> None:
        """What only an enterprise pays into a purse is not there to pay out of it either."""
        for _ in streams:                                        # one purse may fill another
            fed = {noun.payee for owner, noun in streams if (owner, noun.name) not in self.left_out}
            dry = self.known.purses & {noun.payee for _, noun in streams} - fed
            self.left_out |= {(owner, noun.name) for owner, noun in streams if noun.payer in dry}

    def amount(self, noun: Payment, alive: Any) -> Any:
        """Whole cents (R,) of a payment: an enterprise that is no more pays nothing, and gets nothing."""
        import numpy as np

        return np.where(alive, noun.cents, 0) if noun.stream in self.inside else np.full(alive.shape, noun.cents)

    def afford(self, ledger: Any, paid: list[tuple[str, Payment, Any]], week: int) -> None:
        """PluginError for an account of the enterprise, or a purse, that plugins paid more out of than it held, and for
        a plugin that pays more than the books can hold. ``paid`` has for each payment whose it is,
        and the cents (R,)."""
        by_account: dict[str, list[tuple[str, Payment, Any]]] = {}
        together: dict[str, Any] = {}
        for owner, noun, cents in paid:
            together[owner] = cents + together.get(owner, 0)
            if together[owner].max() > MOST_CENTS:
                raise PluginError(owner, "settle", week, f"pays {together[owner].max()} cents in one week; pay at most "
                                                         f"{MOST_CENTS:g}{at(noun)}")
            stream = ledger.streams[ledger.index[noun.stream]]
            if not stream.bill and (names.is_inside(stream.payer) or stream.payer in self.known.purses):
                by_account.setdefault(stream.payer, []).append((owner, noun, cents))
        for account, some in by_account.items():
            left = ledger.balance(account)
            taken = sum(cents for _, _, cents in some)
            if (over := (left < 0) & (taken > 0)).any():
                held, took = int((left + taken)[over][0]), int(taken[over][0])
                raise PluginError(" and ".join(dict.fromkeys(owner for owner, _, _ in some)), "settle", week,
                                  f"takes {took} cents out of {account}, which holds {max(held, 0)}; pay no more than "
                                  f"there is, or bring the Stream with bill=True{at(some[-1][1])}")

    def update(self, owner: str, noun: Update) -> None:
        """New values of a column; a copy, so that a plugin cannot change them behind our back."""
        import numpy as np

        self.columns[owner][noun.column] = np.array(noun.values, float)


def yielding(nouns: Iterator) -> Spot | None:
    """Where a generator has come to; None for another iterator. Nobody holds its frame: that would hold all it came
    from, the lane too."""
    frame = getattr(nouns, "gi_frame", None)
    return (frame.f_code.co_filename, frame.f_lineno) if frame else None


def full(R: int, start: float) -> Any:
    """(R,) numbers that are all the same."""
    import numpy as np

    return np.full(R, start, float)


def kept(noun: Any, spot: Spot) -> Any:
    """A noun of our own, arrays and lists in it too, so that the plugin cannot change them later; it knows where it was
    written (``at``).
    """
    if type(noun) is Problem:                                    # which nobody can change
        return noun
    own = object.__new__(type(noun))
    held = own.__dict__
    for name, value in noun.__dict__.items():
        held[name] = value if type(value) in PLAIN else copy(value)
    held[AT] = spot
    return own


def call_of(impl: Any) -> Callable[[dict], Any]:
    """A call of the function that implements a hook, with what it asks for: cheaper each week than one by pluggy."""
    function, wanted = impl.function, impl.argnames
    return lambda said: function(**{one: said[one] for one in wanted})
