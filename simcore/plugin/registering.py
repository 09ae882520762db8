"""A plugin is registered when its hooks are hooks, and ask for what they are given; where they are written is known."""

import inspect
from collections.abc import Callable
from typing import Any

import pluggy

from simcore.files import suggestion
from simcore.plugin.answers import PluginError
from simcore.plugin.hooks import HOOKS, Hooks
from simcore.plugin.judging import judged
from simcore.plugin.spots import class_spot, file_of, spot_of, written


class Manager(pluggy.PluginManager):
    """Knows the hooks of plugins; looks for one under no other name, of which a plugin has many."""

    def __init__(self) -> None:
        super().__init__("simwijk")
        self.add_hookspecs(Hooks)

    def parse_hookimpl_opts(self, plugin: Any, name: str) -> Any:
        """What is said of a hook where it is written; None for what is none."""
        return super().parse_hookimpl_opts(plugin, name) if name in HOOKS else None


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
        if not marked and word not in HOOKS:
            continue
        spot = written(spot_of(hook))
        if marked and word not in HOOKS:
            raise PluginError(name, word, None, f"there is no such hook; {suggestion(word, list(HOOKS))}{spot}")
        if not marked and word in HOOKS:
            raise PluginError(name, word, None, f"is never asked; write @hookimpl above it{spot}")
        if marked and any(hook.simwijk_impl.values()):
            raise PluginError(name, word, None,
                              f"asks for more than to be a hook; write @hookimpl alone above it{spot}")
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
