"""The plugins of one lane at work: asked one by one in the order of their names, their answers kept apart.

A plugin that raises or answers with something that cannot be stops its lane with a message naming it.
"""

import inspect
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext, suppress
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

import pluggy

from simcore.errors import Problem, printable
from simcore.files import suggestion
from simcore.plugin import names
from simcore.plugin.answers import (AT, LONGEST, MOST_CENTS, Known, PluginError, Spot, Wrong, at, look, paid_over, shown,
                                     written)
from simcore.plugin.hooks import Hooks
from simcore.plugin.nouns import (Account, Brought, Column, Cover, Effect, Measure, Note, Order, Payment, Section, Settled,
                                  Shock, Stream, Update)
from simcore.plugin.patience import is_ours, watch
from simcore.plugin.tallies import Counted, order_done
from simcore.plugin.terms import is_for_all, of_order

ANSWERS = {"check": (Problem,), "brings": get_args(Brought), "plan": (Effect,), "settle": get_args(Settled), "report": (Section,)}
HOOKS = tuple(ANSWERS)
MOST_LUCK = 2**31                              # numbers a week
MOST_NOUNS = 10_000                            # of one plugin in one answer
BEHIND = {"simcore", "pydantic", "pluggy", "importlib", "functools.py", "contextlib.py"}       # through which an error may come: no place to mend it
PLAIN = {str, int, float, bool, type(None), tuple, date}         # values nobody can change


class Active:
    """The active plugins of a lane: (name, plugin) pairs, by name; ``enterprise`` is False for doing nothing."""

    def __init__(self, plugins: Iterable[tuple[str, Any]], enterprise: bool = True):
        self.plugins = sorted(plugins, key=lambda pair: pair[0])
        self.enterprise = enterprise
        self.manager = pluggy.PluginManager("simwijk")
        self.manager.add_hookspecs(Hooks)
        for name, plugin in self.plugins:
            registered(self.manager, name, plugin)
        everyone = [plugin for _, plugin in self.plugins]
        self._callers = {
            (name, hook): self.manager.subset_hook_caller(hook, [p for p in everyone if p is not plugin])
            for name, plugin in self.plugins for hook in HOOKS}
        self._who = {hook: [name for name, _ in self.plugins if self._callers[name, hook].get_hookimpls()]
                     for hook in HOOKS}
        self._straight = {key: straight(caller.get_hookimpls()) for key, caller in self._callers.items()}
        self._files = {name: file_of(plugin) for name, plugin in self.plugins}
        self._spots = {(name, hook): spot_of(getattr(type(plugin), hook, None))
                       for name, plugin in self.plugins for hook in HOOKS}
        self.known = Known()
        self.trying = False
        self.left_out: set[tuple[str, str]] = set()          # (plugin, stream): there is no enterprise for it
        self.inside: set[str] = set()                        # streams to or from an account of the enterprise
        self.shocks: list[Shock] = []
        self.called: dict[str, tuple[str, str]] = {}         # account that was brought -> its names in Dutch and English
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
        out, spot = [], self._spots[name, hook]
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
                    if hook == "settle" and type(noun) is Update and any(
                            type(one) is Update and one.column == noun.column for _, one in out):
                        raise Wrong(f"Update.column is '{noun.column}' a second time; update a column once a week")
                    if self._takes_part(name, noun):
                        out.append((name, noun))
        except Wrong as error:
            raise PluginError(name, hook, number, f"{error}{written(spot)}") from error
        return out

    def _answers(self, name: str, hook: str, said: dict) -> Iterator[tuple[Any, Spot]]:
        """The nouns of one plugin, one by one, each with where it was written; raises whatever the plugin raises."""
        call = self._straight[name, hook]
        for answer in (self._callers[name, hook](**said) if call is None else (call(said),)):
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
                    frame = getattr(nouns, "gi_frame", None)
                    yield noun, (frame.f_code.co_filename, frame.f_lineno) if frame else spot
            finally:
                if inspect.isgenerator(nouns):                   # while it is watched: later it would be at any time
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
        a plugin that pays more than the books can hold. ``paid`` has for each payment whose it is, and the cents (R,)."""
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


@dataclass(frozen=True)
class Week:
    """A week as one plugin sees it. Arrays have one value per replication (R,) and cannot be written."""
    number: int                                # weeks since the start
    date: date                                 # the Monday it begins on
    alive: Any                                 # (R,) where the enterprise still exists; without one, everywhere
    tally: Mapping                             # what is counted for plugins (R,), by name: see tallies.py
    columns: MappingProxyType                  # its own, by name
    numbers: Callable[[str], Any]              # (R,) of an own parameter, or of any number by its whole path
    luck: Callable[[int], Any] | None = None   # (R,) uniform numbers in (0, 1): the n-th of this plugin this week
    spec: Any = None                           # the model, to read only: a Spec

    def since(self, day: date) -> int:
        """Whole weeks since a day: 0 in the first week that begins on it or later, 1 in the next; below zero before."""
        return (self.date - day).days // 7


class Model:
    """The model as one plugin sees it from week to week: a copy, made when it first looks, of which no field can be set.

    ``canvas()`` is called whenever it looks at more than the neighbourhood: in the lane of doing nothing that matters.
    """

    def __init__(self, spec: Any, canvas: Callable[[], None]):
        vars(self).update(_spec=spec, _canvas=canvas, _own=None, _before=b"")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if self._own is None:
            before, own = copied(self._spec)
            vars(self).update(_own=own, _before=before)
        if name not in ("place", "neighbourhood_file"):
            self._canvas()
        return getattr(self._own, name)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"cannot set '{name}' of the model; it is to read only")

    @property
    def _changed(self) -> bool:
        """Whether something within it is other than it was."""
        return bool(self._before) and pickle.dumps(self._own) != self._before and self._own != self._spec


def copied(spec: Any) -> tuple[bytes, Any]:
    """A model as bytes, and a copy of it; no bytes, and the model itself, where somebody watches who reads it."""
    try:
        before = pickle.dumps(spec)
        return before, pickle.loads(before)
    except Exception:
        return b"", spec


def week_seen(number: int, day: date, alive, tally: Mapping, columns: dict, numbers, luck=None, spec=None) -> Week:
    """What a plugin sees of a week: read-only arrays, its own columns, its own drawn numbers, its own luck.

    A ``tally`` that is no plain dict gives arrays to read only itself, when asked.
    """
    counted = {name: locked(one) for name, one in tally.items()} if type(tally) is dict else tally
    return Week(number, day, locked(alive), MappingProxyType(counted),
                MappingProxyType({name: locked(one) for name, one in columns.items()}),
                lambda leaf: locked(numbers(leaf)), luck, spec)


def luck_of(seed: int, replications: Iterable[int], name: str, week: int) -> Callable[[int], Any]:
    """The luck of a plugin in a week: the same in every lane, whatever else asks for luck."""
    def mine(n: int) -> Any:
        import numpy as np

        from simcore.luck import fill_each

        keys = keys_of(seed, tuple(replications), name)
        if n != int(n) or not 0 <= n < MOST_LUCK:
            raise ValueError(f"luck({n}) asks for no number of this week; write 0, 1, 2 and so on")
        out = np.empty(keys.size)
        fill_each(keys, week, int(n), out)
        return locked(out)

    return mine


@lru_cache(maxsize=256)
def keys_of(seed: int, replications: tuple[int, ...], name: str) -> Any:
    """(R,) keys of the luck of a plugin."""
    import numpy as np

    from simcore.luck import key

    return np.array([key(seed, r, "plugin", name) for r in replications])


def full(R: int, start: float) -> Any:
    """(R,) numbers that are all the same."""
    import numpy as np

    return np.full(R, start, float)


def own_numbers(numbers: Any, name: str) -> Callable[[str], Any]:
    """A function that gives the drawn values (R,) of a parameter of plugin ``name``, or of a number of the
    neighbourhood by its whole path."""
    before = f"plugins.{name}."

    def mine(leaf: str) -> Any:
        if leaf.startswith("neighbourhood.") and leaf in numbers:
            return locked(numbers[leaf])
        if before + leaf not in numbers:
            raise KeyError(f"no number '{leaf}'; " + suggestion(leaf, [path.removeprefix(before) for path in numbers
                                                                        if path.startswith(before)]))
        return locked(numbers[before + leaf])

    return mine


def locked(array: Any) -> Any:
    """A copy of an array, to read only (a plugin that unlocks it spoils only its copy); what is no array as it is."""
    if not hasattr(array, "setflags"):
        return array
    own = array.copy()
    own.setflags(write=False)
    return own


@contextmanager
def unchanged(spec: Any, name: str, hook: str, spot: Spot) -> Iterator[Any]:
    """A model for one plugin, a copy of its own; PluginError when the plugin has changed it."""
    before, own = copied(spec)
    yield own
    if before and pickle.dumps(own) != before and own != spec:
        raise PluginError(name, hook, None, f"changes the model it was given; leave spec as it is{written(spot)}")


@contextmanager
def judged(name: str, hook: str, week: int | None, file: str) -> Iterator[None]:
    """Within it a plugin is at work: watched, and whatever it raises (SystemExit too) is told of it as PluginError."""
    try:
        with watch.over(name, hook, week, file), numpy_kept():
            yield
    except (Wrong, PluginError):
        raise
    except BaseException as error:
        if is_ours(error):
            raise
        if isinstance(error.__cause__, StopIteration):           # Python makes another one of it on its way
            error = error.__cause__
        raise PluginError(name, hook, week, f"failed{place(error, file)}: {said_by(error)}") from error


def numpy_kept() -> Any:
    """What a plugin tells numpy to do about overflow and the like holds for the plugin alone."""
    numpy = sys.modules.get("numpy")
    return numpy.errstate() if numpy else nullcontext()


def said_by(error: BaseException) -> str:
    """What an exception says, on one line and not too long."""
    try:
        text = str(error)
    except BaseException:
        text = "(its message cannot be read)"
    return f"{type(error).__name__}: {printable(' '.join(text.split()))[:LONGEST]}".rstrip(": ")


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


def straight(impls: list[Any]) -> Callable[[dict], Any] | None:
    """A call of the one function that implements a hook, with what it asks for: every week is cheaper so. None where
    pluggy has more to do.
    """
    if len(impls) != 1 or impls[0].wrapper or impls[0].hookwrapper:
        return None
    function, wanted = impls[0].function, impls[0].argnames
    return lambda said: function(**{one: said[one] for one in wanted})


def file_of(plugin: Any) -> str:
    """The file a plugin is written in, as its code knows it."""
    for hook in HOOKS:
        code = getattr(getattr(type(plugin), hook, None), "__code__", None)
        if code and not code.co_filename.startswith("<"):
            return code.co_filename
    return ""


def spot_of(function: Any) -> Spot:
    """Where a function is written; None for what is no function."""
    code = getattr(inspect.unwrap(function), "__code__", None) if callable(function) else None
    return (code.co_filename, code.co_firstlineno) if code else None


def class_spot(kind: type) -> Spot:
    """Where a class is written; None when that is not there to read."""
    try:
        return inspect.getsourcefile(kind), inspect.getsourcelines(kind)[1]
    except (OSError, TypeError):
        return None


def registered(manager: pluggy.PluginManager, name: str, plugin: Any) -> None:
    """Register a plugin; PluginError for a hook that is misspelled, or asks for what it is not given."""
    kind = type(plugin)
    for word in HOOKS:
        if word in getattr(kind, "__pydantic_fields__", ()):
            raise PluginError(name, word, None, f"is the name of a hook, and a parameter here; give it another "
                                                f"name{written(class_spot(kind))}")
    for word in (one for one in dir(kind) if not one.startswith("_")):
        hook = getattr(kind, word)
        marked = hasattr(hook, "simwijk_impl")
        spot = written(spot_of(hook))
        if marked and word not in HOOKS:
            raise PluginError(name, word, None, f"there is no such hook; {suggestion(word, list(HOOKS))}{spot}")
        if not marked and word in HOOKS:
            raise PluginError(name, word, None, f"is never asked; write @hookimpl above it{spot}")
        if marked and any(hook.simwijk_impl.values()):
            raise PluginError(name, word, None, f"asks for more than to be a hook; write @hookimpl alone above it{spot}")
        if marked and (inspect.iscoroutinefunction(hook) or inspect.isasyncgenfunction(hook)):
            raise PluginError(name, word, None, f"is async, and nobody waits for it; write def {word}{spot}")
        if marked and (wanted := unknown_arguments(hook, getattr(Hooks, word))):
            given = ", ".join(inspect.signature(getattr(Hooks, word)).parameters)
            raise PluginError(name, word, None, f"asks for {wanted}; write def {word}({given}){spot}")
    with judged(name, "hooks", None, file_of(plugin)):
        manager.register(plugin, name=name)


def unknown_arguments(hook: Callable, as_it_is: Callable) -> str:
    """What a hook asks for that it is not given, in words; nothing when its signature is right."""
    mine, given = (list(inspect.signature(one).parameters.values()) for one in (hook, as_it_is))
    odd = [f"'{one.name}'" for one in mine[1:] if one.name not in [each.name for each in given[1:]]
           or one.kind in (one.VAR_POSITIONAL, one.VAR_KEYWORD, one.KEYWORD_ONLY)]
    if not mine or mine[0].name in [each.name for each in given[1:]]:
        odd = ["no 'self'", *odd]
    return ", ".join(odd)


def place(error: BaseException, file: str = "") -> str:
    """Where an exception rose, as `` (file:line)``: the last place in it in this file, else the last that is not ours."""
    import traceback

    frames = [one for one in traceback.extract_tb(error.__traceback__)
              if not one.filename.startswith("<frozen") and BEHIND.isdisjoint(Path(one.filename).parts)]
    if not frames or isinstance(error, SyntaxError):             # which says itself where it is
        return ""
    last = [one for one in frames if file and Path(one.filename).resolve() == Path(file).resolve()] or frames
    return f" ({Path(last[-1].filename).name}:{last[-1].lineno})"
