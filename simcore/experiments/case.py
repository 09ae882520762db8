"""A case: a model with values set in it, as an experiment plays it; and how one is read.

Settings are ``path -> value`` as text. A path is one of ``--set``, or ``plugins.NAME.PARAMETER``, which also makes
that plugin take part; ``plugins.NAME`` alone has the values on and off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from simcore.canvas import Spec, load
from simcore.canvas.switched import OFF
from simcore.errors import BadInput, Problem
from simcore.files.overrides import OPTION
from simcore.plugin.activating import activate

PLUGIN = re.compile(r"plugins\.([\w-]+)(?:\.([\w.-]+))?$")
KEPT = 64                                          # cases kept ready in a process


@dataclass(frozen=True)
class Case:
    """A model and what is set in it, in the order of the paths. ``chosen`` are plugins that are on in one point of an
    experiment and off in another: off is right there also where the model does not use one."""
    model: str
    settings: tuple[tuple[str, str], ...] = ()
    chosen: tuple[str, ...] = ()

    def but(self, settings: Iterable[tuple[str, str]]) -> Case:
        """The same with other values, or more."""
        return replace(self, settings=tuple(sorted({**dict(self.settings), **dict(settings)}.items())))


def text_of(value: float) -> str:
    """A number as it is written in a file: never so that a point may be read as one between thousands."""
    text = f"{value:.12g}"
    if "e" in text:
        text = f"{value:.15f}".rstrip("0")
    return text + "0" if re.fullmatch(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", text) else text


def number_of(text: str) -> float | None:
    """The number that a text is; None where it is none."""
    try:
        return float(text)
    except ValueError:
        return None


def same_text(value: str) -> str:
    """A value as text, the same for all that are the same number."""
    number = number_of(value)
    return value if number is None else repr(number)


@lru_cache(maxsize=KEPT)
def opened(case: Case) -> tuple[Spec, tuple[tuple[str, Any], ...]]:
    """The model and its active plugins, (name, plugin); BadInput with all that is wrong with the settings."""
    changes = [f"{path}={value}" for path, value in case.settings if not PLUGIN.match(path)]
    spec = load(case.model, changes)
    wanted, off = wishes(case.settings)
    active = activate(spec, wanted)
    given = {path.split(".")[1] for path, _ in case.settings if PLUGIN.match(path) and path.count(".") > 1}
    if unknown := [name for name in off if name not in {*dict(active), *given, *case.chosen}]:
        raise BadInput([Problem(OPTION, 0, 0, f"the model does not use the plugin {name}, so it cannot be off",
                                instead=f"write plugins.{name}: on") for name in unknown])
    return spec, tuple(pair for pair in active if pair[0] not in off)


def wishes(settings: Iterable[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """What ``--plugin`` would be given for these settings, and the names of plugins that do not take part."""
    given: dict[str, list[str]] = {}
    off = []
    for path, value in settings:
        found = PLUGIN.match(path)
        if not found:
            continue
        name, key = found.groups()
        if key is None and value == OFF:
            off.append(name)
            continue
        mine = given.setdefault(name, [])
        if key is not None:
            mine.append(f"{key}={value}")
    return [f"{name}:{','.join(pairs)}" if pairs else name for name, pairs in given.items() if name not in off], off
