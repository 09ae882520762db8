"""The plugins of one lane at work: asked one by one in the order of their names, their answers kept apart.

A plugin that raises or answers with something that cannot be stops its lane with a message naming it.
"""

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType, SimpleNamespace
from typing import Any

import pluggy

from simcore.plugin.hooks import Hooks
from simcore.plugin.nouns import Column, Cover, Effect, Note, Payment, Shock, Stream, Update
from simcore.plugin.terms import PluginError

ANSWERS = {"brings": (Stream, Cover, Column, Shock), "plan": (Effect,), "settle": (Payment, Update, Note)}


class Active:
    """The active plugins of a lane: (name, plugin) pairs, by name."""

    def __init__(self, plugins: Iterable[tuple[str, Any]]):
        self.plugins = sorted(plugins, key=lambda pair: pair[0])
        self.manager = pluggy.PluginManager("simwijk")
        self.manager.add_hookspecs(Hooks)
        try:
            for name, plugin in self.plugins:
                self.manager.register(plugin, name=name)
            self.manager.check_pending()
        except pluggy.PluginValidationError as error:
            raise PluginError(f"{name}: {error}") from error
        everyone = [plugin for _, plugin in self.plugins]
        self._callers = {
            (name, hook): self.manager.subset_hook_caller(hook, [p for p in everyone if p is not plugin])
            for name, plugin in self.plugins for hook in (*ANSWERS, "check")}
        self.columns: dict[str, dict[str, Any]] = {}
        self.shocks: list[Shock] = []

    def ask_one(self, name: str, hook: str, number: int | None = None, **said) -> list[tuple[str, Any]]:
        """Ask one plugin; gives (name, noun) pairs."""
        try:
            answers = [noun for answer in self._callers[name, hook](**said) for noun in (answer or ())]
        except (Exception, SystemExit) as error:
            raise PluginError(f"{name}.{hook} failed{'' if number is None else f' in week {number}'}{place(error)}: "
                              f"{type(error).__name__}: {error}") from error
        for noun in answers:
            if not isinstance(noun, ANSWERS[hook]):
                raise PluginError(f"{name}.{hook} answered with {type(noun).__name__}; it may answer with "
                                  + ", ".join(kind.__name__ for kind in ANSWERS[hook]))
        return [(name, noun) for noun in answers]

    def bring(self, spec, numbers, R: int) -> list[tuple[str, Any]]:
        """Ask each what it brings; columns are made here, and kept with their owner."""
        import numpy as np

        out = []
        for name, _ in self.plugins:
            self.columns[name] = {}
            mine = lambda leaf, name=name: numbers[f"plugins.{name}.{leaf}"]  # noqa: E731
            for owner, noun in self.ask_one(name, "brings", spec=spec, numbers=mine):
                if isinstance(noun, Column):
                    self.columns[name][noun.name] = np.full(R, noun.start, float)
                elif isinstance(noun, Shock):
                    self.shocks.append(noun)
                else:
                    out.append((owner, noun))
        return out

    def update(self, owner: str, noun: Update, week: int) -> None:
        """New values of a column; only its owner may give them."""
        import numpy as np

        mine = self.columns[owner]
        if noun.column not in mine:
            raise PluginError(f"{owner}.settle in week {week}: it owns no column '{noun.column}'")
        values = np.asarray(noun.values, float)
        if values.shape != mine[noun.column].shape or not np.isfinite(values).all():
            raise PluginError(f"{owner}.settle in week {week}: column '{noun.column}' must be one finite number "
                              f"per replication")
        mine[noun.column] = values


def week_seen(number: int, day: date, alive, tally: dict, columns: dict, numbers) -> SimpleNamespace:
    """What a plugin sees of a week: read-only arrays, its own columns, its own drawn numbers."""
    return SimpleNamespace(number=number, date=day, alive=alive, tally=MappingProxyType(tally),
                           columns=MappingProxyType(columns), numbers=numbers)


def place(error: Exception) -> str:
    """Where an exception rose, as `` (file:line)``: the last place in it, or nothing."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    return f" ({frames[-1].filename.rsplit('/', 1)[-1]}:{frames[-1].lineno})" if frames else ""
