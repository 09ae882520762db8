"""Who uses a number: found by watching a small model being built and stepped, never written down by hand.

A number is read in three steps. Ordinary code asks for it by its path: that is recorded as it happens, with the line.
Much of it is copied into the tables that acts and laws read: a model built with another value shows into which
fields. And who reads those fields is in the source of the acts and laws. Indicators are asked in the same way.
"""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from simcore.behaviour import (assistance, awareness, choice, course, delivery, enterprise, lives, longrun, needs,
                               prices, reception, ties, work)
from simcore.canvas import Spec
from simcore.errors import SimwijkError
from simcore.files import Quantity
from simcore.neighbourhood.people import populate
from simcore.played import written
from simcore.plugin import active, week as plugin_week
from simcore.results.registry import Case
from simcore.results.sixteen import INDICATORS
from simcore.week import community, decisions, desk, dispatch, fit, market, moves, numbers as numbers_module
from simcore.week.lane import Engine, Lane
from simcore.week.numbers import Numbers, quantities_of

ROOT = Path(__file__).parents[2]
RESIDENTS, WEEKS, SEED = 300, 14, 1             # a quarter and a week: every rhythm of the model comes by
LAWS = (assistance, awareness, choice, course, delivery, enterprise, lives, longrun, needs, prices, reception, ties,
        work, community, decisions, desk, dispatch, fit, market, moves)
# What acts call a row of a table; a name that stands for a table only by what it is assigned is found as well.
ROWS = {"numbers": "numbers", "enterprise": "enterprises", "service": "services", "team": "teams", "worker": "workers"}
TERMS = "terms"                                  # numbers of a week that plugins may move: price.<service>, cost.<id>
MANY = ("households", "residents")               # tables that nearly every act reads: no news


@dataclass(frozen=True, order=True)
class Reader:
    """A place in the code: its file from the top of the product, line, name and what it says it does."""
    file: str
    line: int
    name: str
    about: str
    field: str = ""                              # of which table it reads the number, when by a copy


@dataclass(frozen=True)
class Uses:
    """Who uses one number: code that asks for it, acts and laws that read its copies, indicators that ask for it."""
    asks: list[Reader]
    reads: list[Reader]
    indicators: list[str]


class Watch:
    """Remembers who reads which number, while it is on."""

    def __init__(self) -> None:
        self.on = False                          # whether quantities tell it too
        self.seen: dict[str, set[tuple[str, int, str, str]]] = {}
        self.who = ""                            # what is asked for now goes to this name instead of to code
        self.asked: dict[str, set[str]] = {}

    def note(self, path: str) -> None:
        """Somebody reads the number at this path now."""
        if self.who:
            self.asked.setdefault(path, set()).add(self.who)
            return
        frame = sys._getframe(1)
        while frame and (frame.f_code.co_filename in HIDDEN or "<" in frame.f_code.co_qualname):
            frame = frame.f_back
        if frame and frame.f_code.co_filename.startswith(str(ROOT)):
            code = frame.f_code
            self.seen.setdefault(path, set()).add((code.co_filename, frame.f_lineno, code.co_qualname, doc_of(frame)))


HIDDEN = {__file__, numbers_module.__file__, active.__file__, plugin_week.__file__}


def doc_of(frame: Any) -> str:
    """The first sentence of what the function of a frame says it does; of its class when it is silent."""
    code = frame.f_code
    outer = frame.f_globals.get(code.co_qualname.split(".")[0])
    texts = (code.co_consts[0] if code.co_consts else None, getattr(outer, "__doc__", None))
    return next((first_line(one) for one in texts if isinstance(one, str)), "")


def first_line(text: str | None) -> str:
    """The first sentence of a docstring."""
    return " ".join((text or "").split("\n\n")[0].split())


class Watched(Numbers):
    """Numbers that tell a watch who asks for them."""

    watch: Watch

    def __getitem__(self, path: str) -> np.ndarray:
        self.watch.note(path)
        return super().__getitem__(path)

    def __contains__(self, path: object) -> bool:
        return path in self._values

    def under(self, prefix: str) -> "Part":
        """As for Numbers, and what is read of it is seen too."""
        return Part(self, prefix)


class Part(Mapping):
    """The numbers under a prefix, named without it."""

    def __init__(self, of: Watched, prefix: str):
        self.of, self.prefix = of, prefix + "."

    def __getitem__(self, path: str) -> np.ndarray:
        return self.of[self.prefix + path]

    def __iter__(self) -> Iterator[str]:
        return (path[len(self.prefix):] for path in self.of if path.startswith(self.prefix))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def watched_quantities(quantities: Mapping[str, Quantity], watch: Watch) -> None:
    """Let every quantity tell the watch when its value is read without being drawn, as people are made."""
    paths = {id(one): path for path, one in quantities.items()}

    class Seen(Quantity):
        def __getattribute__(self, name: str) -> Any:
            if name == "value" and watch.on:
                watch.note(paths[id(self)])
            return super().__getattribute__(name)

    for one in quantities.values():
        object.__setattr__(one, "__class__", Seen)


class Opening(Lane):
    """A lane that keeps its tables as they were filled from the numbers, before anybody has chosen anything."""

    def begin(self) -> np.ndarray:
        self.filled = {name: np.array(getattr(self.world, name)) for name in self.world.fields}
        return super().begin()

    def base_terms(self) -> dict[str, np.ndarray]:
        terms = super().base_terms()
        self.filled |= {f"{TERMS}.{name}": values for name, values in terms.items()}
        return terms


def uses_of(spec: Spec, plugins: list[tuple[str, Any]], path: str) -> Uses:
    """Who uses the number at ``path``. ``spec`` and ``plugins`` are watched from then on: give them to nothing else."""
    watch, quantities = Watch(), quantities_of(spec, plugins)
    watched_quantities(quantities, watch)
    watch.on = True
    people = populate(spec.place.people, SEED, RESIDENTS)
    watch.on = False
    lane = lane_of(spec, plugins, people, watched(quantities, watch))
    before = lane.filled
    for _ in range(WEEKS):
        lane.step()
    kept = written(lane)
    asks = [Reader(relative(file), line, name, about) for file, line, name, about in watch.seen.get(path, ())]
    copies = fields_moved(spec, plugins, people, path, before)
    return Uses(sorted(asks), sorted(set(reads(copies))), asked_by(spec, kept, lane.numbers, watch).get(path, []))


def together(many: list[Uses]) -> Uses:
    """Who uses a number in any of several models."""
    return Uses(sorted({one for each in many for one in each.asks}), sorted({one for each in many for one in each.reads}),
                list(dict.fromkeys(key for each in many for key in each.indicators)))


def watched(quantities: Mapping[str, Quantity], watch: Watch) -> Watched:
    """The numbers of one course at their middle values, under watch."""
    out = Watched(quantities, SEED, [0], True)
    out.watch = watch
    return out


def lane_of(spec: Spec, plugins: list, people: Any, numbers: Numbers) -> Opening:
    """A small lane with these numbers."""
    numbers.among = lambda replications: numbers
    return Opening(spec, people, SEED, [0], enterprise=True, plugins=plugins, weeks=WEEKS, luck_only=True,
                   engine=Engine(), numbers=numbers)


def fields_moved(spec: Spec, plugins: list, people: Any, path: str,
                 before: Mapping[str, np.ndarray]) -> list[tuple[str, str]]:
    """(table, field) of all that is filled otherwise when the number has another value."""
    numbers = Numbers(quantities_of(spec, plugins), SEED, [0], True)
    one = numbers.quantities[path]
    numbers._values[path] = np.array([other_value(one)])
    try:
        after = lane_of(spec, plugins, people, numbers).filled
    except (SimwijkError, ArithmeticError, ValueError):
        return []
    out = []
    for name, was in before.items():
        now = after[name]
        if name.startswith(f"{TERMS}.") and not np.array_equal(now, was):
            out.append((TERMS, name.split(".")[1]))
        elif now.shape != was.shape:
            out.append((name, ""))
        elif now.dtype.names:
            out += [(name, field) for field in now.dtype.names if not np.array_equal(now[field], was[field])]
        elif not np.array_equal(now, was):
            out.append((name, ""))
    return out


def other_value(one: Quantity) -> float:
    """Another value that the number may well have: the end of its range that lies farther off, or a tenth more."""
    if one.ranged:
        return float(max((one.low, one.high), key=lambda end: abs(end - one.value)))
    return float(one.value) * 1.1 if one.value else 1.0


def asked_by(spec: Spec, kept: Any, numbers: Watched, watch: Watch) -> dict[str, list[str]]:
    """Path -> keys of the indicators that ask for the number themselves."""
    case = Case(kept, kept, numbers, RESIDENTS, {}, tuple(need.id for need in spec.place.needs.activities))
    for key, one in INDICATORS.items():
        watch.who = key
        one.values(case)
    watch.who = ""
    return {path: sorted(keys, key=list(INDICATORS).index) for path, keys in watch.asked.items()}


# --- who reads the copies ------------------------------------------------------------------------------------------


def reads(fields: list[tuple[str, str]]) -> Iterator[Reader]:
    """The acts and laws that read these fields of tables."""
    for table, field in fields:
        if table not in MANY and not table.startswith("base_"):
            yield from index().get((table, field), ())


@cache
def index() -> dict[tuple[str, str], list[Reader]]:
    """(table, field) -> who reads it, by the source of acts, laws and moves; a field of a plain array is empty."""
    from simcore.behaviour.world import World

    out: dict[tuple[str, str], list[Reader]] = {}
    for module in LAWS:
        file = relative(inspect.getsourcefile(module))
        for function in functions(ast.parse(inspect.getsource(module))):
            for table, field in sorted(fields_read(function, World.fields)):
                reader = Reader(file, function.lineno, function.name, first_line(ast.get_docstring(function)),
                                f"{table}.{field}" if field else table)
                out.setdefault((table, field), []).append(reader)
    return out


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    """Every function of a module, also those of classes."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def fields_read(function: ast.FunctionDef, tables: Mapping[str, tuple[np.dtype, int]]) -> set[tuple[str, str]]:
    """(table, field) that a function reads: off the world, off a row of it by a name, or off this week's terms."""
    names = {one.arg: ROWS[one.arg] for one in function.args.args if one.arg in ROWS}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target, value in assigned(node):
                table = table_of(value, names, tables)
                if table and isinstance(target, ast.Name):
                    names[target.id] = table
    out = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Subscript) and TERMS in (getattr(node.value, part, "") for part in ("id", "attr")):
            out |= {(TERMS, kind) for kind in term_of(node.slice)}
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            table = table_of(node.value, names, tables)
            if table and tables[table][0].names and node.attr in tables[table][0].names:
                out.add((table, node.attr))
            elif node.attr in tables and not tables[node.attr][0].names and is_world(node.value):
                out.add((node.attr, ""))
    return out


def term_of(key: ast.expr) -> Iterator[str]:
    """The kind of the term that a key asks for: ``price`` of ``price.vp-a``."""
    first = key.values[0] if isinstance(key, ast.JoinedStr) else key
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        yield first.value.split(".")[0]


def assigned(node: ast.Assign) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The targets of an assignment with what each gets, also those of ``a, b = x, y``."""
    for target in node.targets:
        both = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
        if both and len(target.elts) == len(node.value.elts):
            yield from zip(target.elts, node.value.elts)
        else:
            yield target, node.value


def table_of(node: ast.expr, names: Mapping[str, str], tables: Mapping) -> str:
    """The table that an expression is, or is a row of; empty when it is none."""
    while isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Name):
        return names.get(node.id, "")
    if isinstance(node, ast.Attribute) and node.attr in tables and tables[node.attr][0].names and is_world(node.value):
        return node.attr
    return ""


def is_world(node: ast.expr) -> bool:
    """Whether an expression is the world, or its columns."""
    if isinstance(node, ast.Attribute) and node.attr in ("columns", "world"):
        return True
    return isinstance(node, ast.Name) and node.id in ("w", "world")


def relative(file: str) -> str:
    """A file from the top of the product."""
    path = Path(file)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
