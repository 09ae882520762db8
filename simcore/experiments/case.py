"""A case: a model with values set in it, as an experiment plays it; and how one is read.

Settings are ``path -> value`` as text. A path is one of ``--set``, or ``plugins.NAME.PARAMETER``, which also makes
that plugin take part; ``plugins.NAME`` alone has the values on and off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from simcore.canvas import Spec, load
from simcore.canvas.spec import Written, tree_of
from simcore.canvas.switched import OFF, ON, note_of
from simcore.errors import BadInput, Problem, quoted
from simcore.files.overrides import OPTION
from simcore.plugin.activating import activate, no_plugin
from simcore.plugin.finding import find

PLUGIN = re.compile(r"plugins\.([\w-]+)(?:\.([\w.-]+))?$")
KEPT = 64                                          # cases kept ready in a process


@dataclass(frozen=True)
class Case:
    """A model, by its name or file or in memory, and what is set in it, in the order of the paths."""
    model: str | Written
    settings: tuple[tuple[str, str], ...] = ()

    def but(self, settings: Iterable[tuple[str, str]]) -> Case:
        """The same with other values, or more."""
        return Case(self.model, tuple(sorted({**dict(self.settings), **dict(settings)}.items())))


def text_of(value: float) -> str:
    """A number as it is written in a file: never so that a point may be read as one between thousands."""
    text = f"{value:.12g}"
    if "e" in text:
        text = f"{value:.15f}".rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
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
    if (plain := without_what_stands(case)) != case:
        return opened(plain)
    spec = read(case.model, tuple((path, value) for path, value in case.settings if not PLUGIN.match(path)))
    wanted, off = wishes(case.settings)
    if absent := [name for name in off if name not in {one.name for one in spec.plugins}]:
        known = list(find())
        if problems := [no_plugin(name, known) for name in absent if name not in known]:
            raise BadInput(problems)
    return spec, tuple(activate(spec, wanted, off=off))


@lru_cache(maxsize=KEPT)
def read(model: str | Written, changes: tuple[tuple[str, str], ...]) -> Spec:
    """The model after its changes: it is one for all cases that differ in plugins alone."""
    return load(model, changes)


def without_what_stands(case: Case) -> Case:
    """The case without the sticky notes that it switches on, as they stand there anyway: many cases are then one."""
    on = [path for path, value in case.settings if value == ON and not PLUGIN.match(path)]
    tree = tree_of(case.model) if on else None
    notes = [path for path in on if note_of(tree, path)]
    return Case(case.model, tuple(one for one in case.settings if one[0] not in notes)) if notes else case


def forget_cases() -> None:
    """Read models and plugins anew from here on."""
    opened.cache_clear()
    read.cache_clear()


def unused(case: Case) -> dict[str, Problem]:
    """Path -> the Problem, of each plugin that is off in a case, and that neither its model nor its settings bring."""
    used = {one.name for one in opened(case)[0].plugins} | {
        path.split(".")[1] for path, _ in case.settings if PLUGIN.match(path) and path.count(".") > 1}
    return {f"plugins.{name}": Problem(
        OPTION, 0, 0, f"the model does not use the plugin {quoted(name)}, so it cannot be off",
        instead=f"leave it out, or write {name}: on") for name in wishes(case.settings)[1] if name not in used}


def wishes(settings: Iterable[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """What ``--plugin`` would be given for these settings, and the names of plugins that do not take part; BadInput for
    a plugin that is neither on nor off."""
    given: dict[str, list[str]] = {}
    off, problems = [], []
    for path, value in settings:
        found = PLUGIN.match(path)
        if not found:
            continue
        name, key = found.groups()
        if key is None and value not in (ON, OFF):
            what = f"{quoted(path)} is a plugin, which is on or off, not {quoted(value)}"
            problems.append(Problem(OPTION, 0, 0, what, instead="write on or off"))
        if key is None and value == OFF:
            off.append(name)
            continue
        mine = given.setdefault(name, [])
        if key is not None:
            mine.append(f"{key}={value}")
    if problems:
        raise BadInput(problems)
    return [f"{name}:{','.join(pairs)}" if pairs else name for name, pairs in given.items() if name not in off], off
