"""Where in a plugin something is written: a file and a line, known of its hooks and of every noun it answers with."""

import inspect
from pathlib import Path
from typing import Any

from simcore.plugin.hooks import HOOKS

AT = "_at"                                     # under which a noun keeps where it was written
Spot = tuple[str, int] | None                  # a file and a line of it


def at(noun: Any) -> str:
    """Where in a plugin a noun was written, as `` (file:line)``; nothing when that is not known."""
    return written(getattr(noun, AT, None))


def written(spot: Spot) -> str:
    """A place in a file, as `` (file:line)``."""
    return f" ({Path(spot[0]).name}:{spot[1]})" if spot else ""


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
