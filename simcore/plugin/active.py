"""The plugins of one lane at work: asked one by one in the order of their names, their answers kept apart.

A plugin that raises or answers with something that cannot be stops its lane with a message naming it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pluggy

from simcore.files import suggestion
from simcore.plugin import names
from simcore.plugin.answers import Known, PluginError, Wrong, look, shown
from simcore.plugin.hooks import Hooks
from simcore.plugin.nouns import Account, Column, Cover, Effect, Note, Payment, Shock, Stream, Update

ANSWERS = {"brings": (Account, Stream, Cover, Column, Shock), "plan": (Effect,), "settle": (Payment, Update, Note)}
HOOKS = ("check", *ANSWERS)
MOST_NOUNS = 10_000                            # of one plugin in one answer


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
        self.known = Known()
        self.trying = False
        self.left_out: set[tuple[str, str]] = set()          # (plugin, stream): there is no enterprise for it
        self.shocks: list[Shock] = []

    @property
    def columns(self) -> dict[str, dict[str, Any]]:
        """Name -> (R,) of the columns of each plugin."""
        return self.known.columns

    def who(self, hook: str) -> list[str]:
        """The names of the plugins that have a hook, in their order."""
        return self._who[hook]

    def ask_one(self, name: str, hook: str, number: int | None = None, **said) -> list[tuple[str, Any]]:
        """Ask one plugin; gives (name, noun) pairs that can be, less those only an enterprise has use for."""
        out = []
        for noun in self._answers(name, hook, number, said):
            if not isinstance(noun, ANSWERS[hook]):
                raise PluginError(name, hook, number, f"answered with {type(noun).__name__}; it may answer with "
                                  + ", ".join(kind.__name__ for kind in ANSWERS[hook]))
            try:
                look(noun, name, self.known)
            except Wrong as error:
                raise PluginError(name, hook, number, str(error)) from error
            if hook == "brings":
                self._bring(name, noun)
            if self._takes_part(name, noun):
                out.append((name, noun))
        return out

    def _answers(self, name: str, hook: str, number: int | None, said: dict) -> Iterable[Any]:
        """The nouns of one plugin, one by one."""
        try:
            for answer in self._callers[name, hook](**said):
                if isinstance(answer, ANSWERS[hook]):
                    raise Wrong(f"answered with one {type(answer).__name__} by itself; write yield, or return a list")
                try:
                    nouns = iter(() if answer is None else answer)
                except TypeError:
                    raise Wrong(f"answered with {shown(answer)}; write yield, or return a list") from None
                for count, noun in enumerate(islice(nouns, MOST_NOUNS + 1)):
                    if count == MOST_NOUNS:
                        raise Wrong(f"answers with more than {MOST_NOUNS} nouns; does its loop end?")
                    yield noun
        except Wrong as error:
            raise PluginError(name, hook, number, str(error)) from error
        except (Exception, SystemExit) as error:
            raise PluginError(name, hook, number, f"failed{place(error)}: {type(error).__name__}: {error}") from error

    def _bring(self, owner: str, noun: Any) -> None:
        """Make known what a plugin brings, so that what it answers next may name it."""
        known = self.known
        if isinstance(noun, Account) and known.accounts is not None:
            known.accounts.append(noun.name)
        elif isinstance(noun, Stream):
            known.taken[noun.name] = owner
            known.streams.setdefault(owner, []).append(noun.name)
            if not self.enterprise and (names.is_inside(noun.payer) or names.is_inside(noun.payee)):
                self.left_out.add((owner, noun.name))
        elif isinstance(noun, Cover):
            known.taken |= {f"{owner}{what}.{service}": owner for service in noun.services
                            for what in ("", " collected")}
        elif isinstance(noun, Column):
            known.columns[owner][noun.name] = noun.start if self.trying else full(known.replications, noun.start)

    def _takes_part(self, owner: str, noun: Any) -> bool:
        """Whether a noun has something to do in this lane: without an enterprise its terms and accounts are gone."""
        if self.enterprise:
            return True
        if isinstance(noun, Effect):
            return names.is_for_all(noun.target)
        if isinstance(noun, (Stream, Payment)):
            return (owner, noun.name if isinstance(noun, Stream) else noun.stream) not in self.left_out
        return not isinstance(noun, Cover)

    def bring(self, spec, numbers, R: int, trying: bool = False) -> list[tuple[str, Any]]:
        """Ask each what it brings; columns are made here, and kept with their owner. Gives streams and covers.

        ``trying``: only to see what can be; columns hold no arrays then, so that nothing heavy is loaded.
        """
        self.trying = trying
        self.known = Known.of(spec, [name for name, _ in self.plugins], R) if spec is not None else Known(R)
        out = []
        for name, _ in self.plugins:
            self.columns[name] = {}
            mine = own_numbers(numbers, name)
            for owner, noun in self.ask_one(name, "brings", spec=spec, numbers=mine):
                if isinstance(noun, Shock):
                    self.shocks.append(noun)
                elif isinstance(noun, (Stream, Cover)):
                    out.append((owner, noun))
        return out

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
    tally: MappingProxyType                    # what is counted for plugins (R,), by name: see ``names.tallied``
    columns: MappingProxyType                  # its own, by name
    numbers: Callable[[str], Any]              # (R,) of an own parameter, or of any number by its whole path
    luck: Callable[[int], Any] | None = None   # (R,) uniform numbers in (0, 1): the n-th of this plugin this week


def week_seen(number: int, day: date, alive, tally: dict, columns: dict, numbers, luck=None) -> Week:
    """What a plugin sees of a week: read-only arrays, its own columns, its own drawn numbers, its own luck."""
    return Week(number, day, locked(alive), MappingProxyType({name: locked(one) for name, one in tally.items()}),
                MappingProxyType({name: locked(one) for name, one in columns.items()}),
                lambda leaf: locked(numbers(leaf)), luck)


def luck_of(seed: int, replications: Iterable[int], name: str, week: int) -> Callable[[int], Any]:
    """The luck of a plugin in a week: the same in every lane, whatever else asks for luck."""
    import numpy as np

    from simcore.luck import key, luck

    return lambda n: locked(np.array([luck(key(seed, r, "plugin", name), week, n, 0)[0] for r in replications]))


def full(R: int, start: float) -> Any:
    """(R,) numbers that are all the same."""
    import numpy as np

    return np.full(R, start, float)


def own_numbers(numbers: Any, name: str) -> Callable[[str], Any]:
    """A function that gives the drawn values (R,) of a parameter of plugin ``name``."""
    before = f"plugins.{name}."

    def mine(leaf: str) -> Any:
        if before + leaf not in numbers:
            raise KeyError(f"no number '{leaf}'; " + suggestion(leaf, [path.removeprefix(before) for path in numbers
                                                                        if path.startswith(before)]))
        return locked(numbers[before + leaf])

    return mine


def locked(array: Any) -> Any:
    """The same array, to read only; what is no array as it is."""
    if not hasattr(array, "setflags"):
        return array
    view = array.view()
    view.setflags(write=False)
    return view


def registered(manager: pluggy.PluginManager, name: str, plugin: Any) -> None:
    """Register a plugin; PluginError for a hook that is misspelled, or asks for what it is not given."""
    for word in (one for one in dir(type(plugin)) if not one.startswith("_")):
        marked = hasattr(getattr(type(plugin), word), "simwijk_impl")
        if marked and word not in HOOKS:
            raise PluginError(name, word, None, f"there is no such hook; {suggestion(word, list(HOOKS))}")
        if not marked and word in HOOKS:
            raise PluginError(name, word, None, "is never asked; write @hookimpl above it")
    try:
        manager.register(plugin, name=name)
    except pluggy.PluginValidationError as error:
        words = " ".join(str(error).split("\n")[-1].split())
        raise PluginError(name, "hooks", None, words) from error


def place(error: BaseException) -> str:
    """Where an exception rose, as `` (file:line)``: the last place in it, or nothing."""
    import traceback

    frames = [one for one in traceback.extract_tb(error.__traceback__) if not one.filename.startswith("<frozen")]
    if not frames or isinstance(error, SyntaxError):             # which says itself where it is
        return ""
    return f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})"
