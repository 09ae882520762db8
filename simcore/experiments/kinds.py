"""The kinds of experiment: for each, where it is played and where it is shown; loaded when it is asked for.

A kind is a module with ``checked(experiment)``, which raises BadInput for what cannot be played, ``runs(experiment)``,
how many runs it asks for at most, and ``answer(asking)``, which gives what was found. Its other half in
``simcore.show.experiments`` has ``said(found, words)`` (lines; the first is the answer, in one sentence), ``sure(found,
words)`` (how sure that is, what bands mean) and ``tables(found)`` (name -> head and rows, numbers as they are); it may
have ``first`` (what to check first), ``besides`` and ``method``. Its pictures stand by themselves beside it:
``pictures(found, words)`` (name, a Sheet, its numbers).
"""

from importlib import import_module
from types import ModuleType

MODULES = {"sweep": "sweep", "sensitivity": "sensitivity", "threshold": "threshold", "compare": "versus"}


def played_by(kind: str) -> ModuleType:
    """The module that plays a kind."""
    return import_module(f"simcore.experiments.{MODULES[kind]}")


def shown_by(kind: str) -> ModuleType:
    """The module that says what a kind has found."""
    return import_module(f"simcore.show.experiments.{MODULES[kind]}")


def drawn_by(kind: str) -> ModuleType:
    """The module that draws what a kind has found."""
    return import_module(f"simcore.show.experiments.{MODULES[kind]}_pictures")
