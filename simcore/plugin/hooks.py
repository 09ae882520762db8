"""The hooks: five verbs at most, called by keyword, each answering with nouns or nothing."""

from collections.abc import Callable, Iterable
from typing import Any

import pluggy

from simcore.errors import Problem
from simcore.files import record
from simcore.plugin.nouns import Account, Column, Cover, Effect, Note, Payment, Shock, Stream, Update

hookspec = pluggy.HookspecMarker("simwijk")
hookimpl = pluggy.HookimplMarker("simwijk")


def plugin(kind: type) -> type:
    """Make a class a plugin: its fields are parameters, read from YAML by the checker of the canvas.

    A frozen record like any other, but compared by identity: pluggy refuses two equal objects.
    """
    return record(kind, eq=False)


class Hooks:
    """What a plugin may answer. It implements the ones it needs.

    A plugin is asked in every lane, in that of doing nothing too: rules and shocks reach people with or without an
    enterprise. There ``spec`` holds the same canvas, but nobody plays it: effects on terms that only an enterprise
    has, streams to or from its accounts, what is paid over them, and covers are left out. So a plugin need not ask
    which lane it is in. A name that exists in no lane is an error.

    A plugin that raises, or answers with something that cannot be, loses the replications in which it does; the
    others go on.
    """

    @hookspec
    def check(self, spec: Any) -> Iterable[Problem]:
        """After reading: problems of this plugin with this canvas (``spec``), for the user to mend."""

    @hookspec
    def brings(self, spec: Any, numbers: Callable[[str], Any]) -> Iterable[Account | Stream | Cover | Column | Shock]:
        """At the build of a lane: what this plugin brings along.

        ``numbers(name)`` gives (R,) the drawn values of one of its own ranged parameters, to read only.
        """

    @hookspec
    def plan(self, week: Any) -> Iterable[Effect]:
        """When a week opens: what this plugin does to this week's terms.

        ``week`` is a Week: ``number``, ``date``, ``alive``, ``tally``, ``columns``, ``numbers`` and ``luck``; nothing in
        it can be written.
        """

    @hookspec
    def settle(self, week: Any) -> Iterable[Payment | Update | Note]:
        """When people have acted and the books are open: payments, new values of own columns, diary notes."""
