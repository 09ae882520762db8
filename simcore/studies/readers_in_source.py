"""Which acts and laws read a field of a table, by their source."""

import ast
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from simcore.behaviour import (arrangements, assistance, awareness, choice, course, delivery, enterprise, lives,
                               longrun, needs, prices, reception, ties, work)
from simcore.studies.watching import first_line, relative
from simcore.week import community, decisions, desk, dispatch, fit, market, moves

LAWS = (arrangements, assistance, awareness, choice, course, delivery, enterprise, lives, longrun, needs, prices,
        reception, ties, work, community, decisions, desk, dispatch, fit, market, moves)
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
