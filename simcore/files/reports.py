"""Translates what pydantic found into Problems at the line and column of the culprit."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any

from simcore.errors import Problem, quoted
from simcore.files.marks import Listing, Mapping, Node, Scalar, blocks
from simcore.files.places import Kinds, adding, example_of, fields_of, locate, named, node_at
from simcore.files.sources import closest
from simcore.files.units import as_in

LEAVE_OUT = ", or leave the line out"
MISSING = ("missing", "missing_keyword_only_argument", "missing_argument")
_SHAPES = {
    "tuple_type": "a list",
    "list_type": "a list",
    "set_type": "a list",
    "frozen_set_type": "a list",
    "dict_type": "a block with keys",
    "mapping_type": "a block with keys",
    "dataclass_type": "a block with keys",
    "none_required": "left out",
}
_BOUNDS = {
    "greater_than_equal": ("at least", "ge"),
    "greater_than": ("more than", "gt"),
    "less_than_equal": ("at most", "le"),
    "less_than": ("less than", "lt"),
}


def report(root: Node, detail: Any, kinds: Kinds) -> Problem:
    """The Problem for one of pydantic's error details."""
    place, kind, facts = tuple(detail["loc"]), detail["type"], detail.get("ctx", {})
    at_key = bool(place) and place[-1] == "[key]"
    if at_key:
        place = place[:-1]
    node = node_at(root, place)
    what, why, instead = _words(kind, facts, detail["msg"], node)
    if _is_required(root, place, kinds):
        instead = instead.replace(LEAVE_OUT, "")
    place += tuple(facts.get("at", ())) if kind == "refused" else ()
    return locate(root, place, at_key).problem(named(root, place, what), why=why, instead=instead)


def _is_required(root: Node, place: tuple[Any, ...], kinds: Kinds) -> bool:
    """Whether the value at a place is one its record cannot do without."""
    for cls in kinds.of(node_at(root, place[:-1])) if place else ():
        name = fields_of(cls).get(str(place[-1]))
        if name is not None:
            return bool(cls.__pydantic_fields__[name].is_required())  # type: ignore[attr-defined]
    return False


def missing_key(root: Node, place: tuple[Any, ...], kinds: Kinds) -> Problem:
    """The Problem for a key that has to be there, shown at the block that lacks it."""
    *above, key = place
    parent = node_at(root, tuple(above))
    line = ""
    for cls in kinds.of(parent):
        line = line or _example_line(cls, str(key))
    return locate(root, tuple(above)).problem(
        named(root, tuple(above), f"misses the key {quoted(str(key))}"), instead=adding(parent, line or f"{key}: ...")
    )


def unknown_keys(root: Node, kinds: Kinds) -> Iterator[Problem]:
    """A Problem for each key that no record read from its block knows."""
    for place, node in blocks(root):
        every = [fields_of(cls) for cls in kinds.of(node)]
        for key, mark in node.key_marks.items() if every else ():
            if not any(key in one for one in every):
                where, known = named(root, place, "").strip(), list(dict.fromkeys(key for one in every for key in one))
                yield mark.problem(f"unknown key {quoted(key)} in {where}", instead=_instead_of(key, node, known))


def _instead_of(key: str, node: Mapping, known: list[str]) -> str:
    """The known key that was meant, rather one that is still free; or the quotes a comma asks for."""
    value, mark = node[key], node.key_marks[key]
    line = mark.source.lines[mark.line - 1] if 0 < mark.line <= len(mark.source.lines) else ""
    if isinstance(value, Scalar) and value.bare and not value.text and line[: mark.column - 1].rstrip().endswith(","):
        return "put quotes around a text that holds a comma"
    best = closest(key, [name for name in known if name not in node]) or closest(key, known)
    return (f"did you mean {quoted(best)}? " if best else "") + f"known: {', '.join(known)}"


def _words(kind: str, facts: Any, message: str, node: Node | None) -> tuple[str, str, str]:
    """What, why and instead for one error."""
    if kind == "refused":
        return facts["what"], facts["why"], facts["instead"]
    found = _found(node)
    if kind in _BOUNDS:
        words, name = _BOUNDS[kind]
        bound = f"{facts[name]:.12g}" if isinstance(facts[name], float) else str(facts[name])
        shown = as_in(least=facts[name]) if name == "ge" else as_in(most=facts[name]) if name == "le" else ""
        return f"must be {words} {bound}; found {found}", "", f"write a number of {words} {bound}{shown}"
    if kind in ("too_short", "too_long", "string_too_short", "string_too_long"):
        limit = facts.get("min_length", facts.get("max_length"))
        words = "at least" if kind.endswith("short") else "at most"
        unit = "characters" if kind.startswith("string") else "values"
        return f"must have {words} {limit} {unit}; found {facts.get('actual_length', found)}", "", ""
    if kind in _SHAPES:
        return f"should be {_SHAPES[kind]}, but is {found}", "", _reshape(kind, node)
    return f"cannot be used: {message[:1].lower()}{message[1:]}; found {found}", "", ""


def _found(node: Node | None) -> str:
    if isinstance(node, Scalar):
        return quoted(node.text) if node.text else "empty"
    if isinstance(node, Listing):
        return "a list"
    return "a block with keys" if isinstance(node, Mapping) else "something else"


def _reshape(kind: str, node: Node | None) -> str:
    if _SHAPES[kind] == "a list":
        if isinstance(node, Scalar):
            return f"write [{node.text}]" if node.text else "write [a, b], or leave the line out"
        return "start each item on its own line with '- '"
    return "write 'key: value' lines below it, indented by two spaces" if kind != "none_required" else "remove it"


def _example_line(cls: Any, key: str) -> str:
    hints = typing.get_type_hints(cls, include_extras=True)
    name = fields_of(cls).get(key)
    if name is None:
        return ""
    given = cls.__pydantic_fields__[name].examples
    return f"{key}: {given[0] if given else example_of(hints[name]) or '...'}"
