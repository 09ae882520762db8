"""The hooks, version 1: five verbs, called by keyword, each answering with nouns or nothing. Only nouns may grow."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any, get_args

import pluggy

from simcore.errors import Problem
from simcore.files import InUnit, Quantity, record
from simcore.plugin.nouns import Brought, Effect, Section, Settled

if TYPE_CHECKING:
    from simcore.canvas import Spec
    from simcore.plugin.week import Week
    from simcore.plugin.seen import Numbers, Results

VERSION = 1
hookspec = pluggy.HookspecMarker("simwijk")
hookimpl = pluggy.HookimplMarker("simwijk")

# What each hook may answer with.
ANSWERS = {"check": (Problem,), "brings": get_args(Brought), "plan": (Effect,), "settle": get_args(Settled),
           "report": (Section,)}
HOOKS = tuple(ANSWERS)


def plugin(kind: type) -> type:
    """Make a class a plugin: its fields are parameters, read from YAML by the checker of the canvas.

    A frozen record like any other, but compared by identity: pluggy refuses two equal objects. A parameter that is a
    Quantity keeps the unit of its default, as the plugin reckons in that unit.
    """
    kind.__annotations__ = {name: in_its_unit(hint, vars(kind).get(name))
                            for name, hint in inspect.get_annotations(kind).items()}
    return record(kind, eq=False)


def in_its_unit(hint: Any, default: Any) -> Any:
    """The type of a parameter; of a plain Quantity with a default: one in the unit of that default."""
    if hint in (Quantity, "Quantity") and isinstance(default, Quantity):
        return Annotated[Quantity, InUnit(default.unit)]
    return hint


class Hooks:
    """What a plugin may answer. It implements the ones it needs; docs/plugins.md tells all of it.

    A plugin is asked in every lane, in that of doing nothing too: rules and shocks reach people with or without an
    enterprise. There ``spec`` holds the same canvas, but nobody plays it: effects on terms that only an enterprise
    has, streams to or from its accounts, what is paid over them, and covers are left out. So a plugin need not ask
    which lane it is in. A name that exists in no lane is an error.

    A plugin that raises, or answers with something that cannot be, loses the replications in which it does; the
    others go on. One that gives no answer ends the run (see patience.py).
    """

    @hookspec
    def check(self, spec: Spec) -> Iterable[Problem]:
        """After reading: problems of this plugin with this canvas (``spec``), for the user to mend."""

    @hookspec
    def brings(self, spec: Spec, numbers: Numbers) -> Iterable[Brought]:
        """At the build of a lane: what this plugin brings along.

        ``numbers(name)`` gives (R,) the drawn values of one of its own ranged parameters, or of a number of the
        neighbourhood by its whole path, to read only.
        """

    @hookspec
    def plan(self, week: Week) -> Iterable[Effect]:
        """When a week opens: what this plugin does to this week's terms.

        ``week`` is a Week: ``number``, ``date``, ``alive``, ``tally``, ``columns``, ``numbers`` and ``luck``; nothing
        in it can be written.
        """

    @hookspec
    def settle(self, week: Week) -> Iterable[Settled]:
        """When people have acted and the books are open: payments, new values of own columns, diary notes."""

    @hookspec
    def report(self, results: Results) -> Iterable[Section]:
        """When all is played and measured: what this plugin adds to the answer.

        ``results`` is a Results: indicators, streams by quarter, own columns and numbers; nothing in it can be written.
        """
