"""Finds a number of a model by what people call it, and the place in the files where it stands.

    numbers = named(load("ons_groen.yaml"), plugins)
    found = find(numbers, "rs-cleaning.price")       # the paths this name may mean
    where(spec, found[0])                            # file:line:column
"""

import inspect
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from simcore.canvas.bundled import from_here
from simcore.canvas.spec import PLACE, PLUGIN, Spec
from simcore.errors import BadInput
from simcore.files import Quantity, load as load_tree, walk_quantities
from simcore.files.figures import Figure, rows
from simcore.files.overrides import mark_of

ROW = re.compile(r"[A-Z]{2,5}-[0-9]{1,4}")


def named(spec: Spec, plugins: Iterable[tuple[str, Any]] = ()) -> dict[str, Quantity]:
    """Every number of a model by its path: of the canvas, the neighbourhood and the plugins that take part."""
    found = dict(spec.quantities())
    for name, one in plugins:
        found.update((f"plugins.{name}.{path}", number) for path, number in walk_quantities(one))
    return found


def find(numbers: Mapping[str, Quantity], name: str) -> list[str]:
    """The paths a name may mean: itself, else those that end in it; capitals do not matter."""
    name = name.strip().strip(".").lower()
    if not name:
        return []
    lower = {path.lower(): path for path in numbers}
    if name in lower:
        return [lower[name]]
    return [path for low, path in lower.items() if low.endswith(f".{name}")]


def row_of(name: str) -> Figure | None:
    """The row of the figures file with this id."""
    return rows().get(name.strip().upper())


def rows_in(one: Quantity) -> list[Figure]:
    """The rows of the figures file that a number names as its source, or speaks of."""
    names = dict.fromkeys(ROW.findall(f"{one.source} {one.note or ''}"))
    return [rows()[name] for name in names if name in rows()]


def leaning_on(numbers: Mapping[str, Quantity], row: str) -> list[str]:
    """The paths of the numbers that speak of a row of the figures file."""
    return [path for path, one in numbers.items() if row in ROW.findall(f"{one.source} {one.note or ''}")]


def where(spec: Spec, path: str, plugins: Iterable[tuple[str, Any]] = ()) -> str:
    """``file:line:column`` of a number: in the canvas, the neighbourhood, or else the plugin that brings it.

    A file is named as people here would: from the top of what came along, or from the folder they are in.
    """
    own = PLUGIN.match(path)
    of_place = path.startswith(PLACE)
    file = spec.neighbourhood_file if of_place else spec.model_file
    steps = f"simwijk.plugins.{own[1]}.with.{own[2]}" if own else path.removeprefix(PLACE)
    try:
        mark = mark_of(load_tree(file) if of_place else spec.tree(), steps)
    except BadInput:
        return next((in_source(one, own[2]) for name, one in plugins if own and name == own[1]), "")
    return f"{from_here(Path(file))}:{mark.line}:{mark.column}"


def in_source(plugin: Any, key: str) -> str:
    """``file:line:column`` where a plugin gives a parameter its own value; empty when its source is not there."""
    try:
        file, (lines, first) = inspect.getsourcefile(type(plugin)), inspect.getsourcelines(type(plugin))
    except (OSError, TypeError):
        return ""
    at = next((n for n, line in enumerate(lines) if re.match(rf"\s+{key}\s*:", line)), 0)
    return f"{from_here(Path(file))}:{first + at}:{len(lines[at]) - len(lines[at].lstrip()) + 1}"
