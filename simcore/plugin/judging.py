"""Within these a plugin is at work: whatever it raises, and whatever it changes, is told of it by name."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from simcore.errors import printable
from simcore.plugin.answers import PluginError
from simcore.plugin.fields import LONGEST, Wrong
from simcore.plugin.patience import is_ours, watch
from simcore.plugin.spots import Spot, written
from simcore.plugin.week import Model, copied

# through which an error may come: no place to mend it
BEHIND = {"simcore", "pydantic", "pluggy", "importlib", "functools.py", "contextlib.py"}


@contextmanager
def unchanged(spec: Any, name: str, hook: str, spot: Spot) -> Iterator[Any]:
    """A model for one plugin, a copy of its own once it looks at it; PluginError when the plugin has changed it.

    A plugin is asked several times about the same model: the copy it had is given again if it is still the same, for
    to see that takes a tenth of the time to copy.
    """
    def copy(spec: Any) -> tuple[bytes, Any]:
        of, before, own = _given.pop(name, (None, b"", None))
        return (before, own) if of is spec and own == spec else copied(spec)

    if spec is None:
        yield None
        return
    model = Model(spec, copy=copy)
    yield model
    if model._changed:
        raise PluginError(name, hook, None, f"changes the model it was given; leave spec as it is{written(spot)}")
    if model._before:
        _given[name] = spec, model._before, model._own


_given: dict[str, tuple[Any, bytes, Any]] = {}     # plugin -> the model it looked at last, as bytes, and its copy


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
    words = " ".join(text.split(maxsplit=LONGEST)[:LONGEST])[:LONGEST]            # however long it is
    return f"{type(error).__name__}: {printable(words)}".rstrip(": ")


def place(error: BaseException, file: str = "") -> str:
    """Where an exception rose, as `` (file:line)``: the last place in it in this file,
    else the last that is not ours."""
    import traceback

    frames = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    ours = {name for name in dict(frames) if name.startswith("<frozen") or not BEHIND.isdisjoint(Path(name).parts)}
    frames = [one for one in frames if one[0] not in ours]
    if not frames or isinstance(error, SyntaxError):             # which says itself where it is
        return ""
    its = {name for name in dict(frames) if file and Path(name).resolve() == Path(file).resolve()}
    name, line = ([one for one in frames if one[0] in its] or frames)[-1]
    return f" ({Path(name).name}:{line})"
