"""Changes single values of a tree by path, as ``--set`` and experiment files do.

A path names keys with dots between them and items of a list by their ``id``;
``sim`` may be left out, and so may what stands before a note, as in ``rs-cleaning.price``,
where no other path ends so. A path to a quantity changes its value and closes its
range around it, so that every replication uses the number that was asked for;
``...price.low`` and the like change one part of it. Nothing is checked here
beyond the path: the changed tree goes through the same reader as any file.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from simcore.errors import BadInput, Problem, quoted
from simcore.files.marks import Listing, Mapping, Node, Scalar, compose_source, node_of, written
from simcore.files.places import Kinds, fields_of, keys_of, locate, name_of, node_at
from simcore.files.sources import Mark, closest, source_of

OPTION = "--set"
MOST = 6                         # paths named when a short one may mean several


def split(text: str, root: Node | None = None) -> tuple[str, str]:
    """``path=value`` into its two halves; raises BadInput when there is no path or no value.

    ``root`` is the tree that will be changed: the remedy is an example of it.
    """
    path, sign, value = text.partition("=")
    if sign and path.strip() and value.strip():
        return path.strip(), value.strip()
    what = "has no value" if sign and path.strip() else "is not path=value"
    instead = f"write {example(root, path.strip())}" if root is not None else "write a path, = and a value"
    raise BadInput(Problem(OPTION, 0, 0, f"{quoted(text)} {what}", instead=instead))


def example(root: Node, like: str = "") -> str:
    """A right ``path=value`` of this tree: of the number most like a path, else of its first price or number."""
    numbers = {path: node["value"].text for path, node in _paths(root, "")
               if _is_quantity(node) and isinstance(node["value"], Scalar)}
    ends = [path for path in numbers if like and path.endswith(f".{like}")]
    prices = [path for path in numbers if path.endswith(".price")]
    nearest = [like if like in numbers else "", *ends, closest(like, list(numbers)), *prices, *numbers]
    return next((f"{path}={numbers[path]}" for path in nearest if path), "simwijk.weeks=52")


def apply(root: Node, path: str, value: Any, kinds: Kinds | None = None) -> Node:
    """A new tree with the value at a path replaced; the old tree is untouched.

    ``value`` is text as written after ``--set path=``, a number or flag, or a node.
    ``kinds`` tells which record each mapping becomes, so that a key the file
    leaves to its default can be set too. Raises BadInput for an unknown path.
    """
    return apply_all(root, [(path, value)], kinds or Kinds())


def apply_all(root: Node, pairs: Iterable[tuple[str, Any]], kinds: Kinds) -> Node:
    """As :func:`apply` for several pairs in order, collecting the problems of all."""
    problems: list[Problem] = []
    for path, value in pairs:
        try:
            node = _node_of(path, value)
            steps = _steps(root, path, kinds)
            root = _replaced(root, steps, node, kinds)
        except BadInput as error:
            problems.extend(error.problems)
    if problems:
        raise BadInput(problems)
    return root


def mark_of(root: Node, path: str) -> Mark:
    """Where the value at a path stands; raises BadInput for a path the tree does not have."""
    return locate(root, tuple(_steps(root, path, Kinds())))


def standing_at(root: Node, path: str) -> Node | None:
    """What stands at a path; raises BadInput for a path the tree does not have."""
    return node_at(root, tuple(_steps(root, path, Kinds())))


def known_paths(root: Node) -> list[str]:
    """Every path that can be set in this tree, quantities first by their own path."""
    return [path for path, _ in _paths(root, "")]


def _paths(node: Node, before: str) -> Iterable[tuple[str, Node]]:
    for name, child in _children(node):
        path = before if name == "sim" else f"{before}.{name}" if before else name
        if isinstance(child, Scalar):
            yield path, child
            continue
        if _is_quantity(child):
            yield path, child
        yield from _paths(child, path)


def _children(node: Node) -> list[tuple[str, Node]]:
    if isinstance(node, Mapping):
        return list(node.items())
    if isinstance(node, Listing):
        return [(name_of(item, n), item) for n, item in enumerate(node)]
    return []


def _is_quantity(node: Node) -> bool:
    return isinstance(node, Mapping) and "value" in node and "unit" in node


def _node_of(path: str, value: Any) -> Node:
    """The value as a node whose marks show the option the user typed."""
    text = value if isinstance(value, str) else "" if isinstance(value, (dict, list, tuple)) else written(value)
    line = f"{path}={text}"
    source = source_of(text, OPTION, len(path) + 2, line)
    if not isinstance(value, str):
        return node_of(value, source.mark(1, 1))
    if not text.strip():
        raise BadInput(source.mark(1, 1).problem(f"{path} gets no value", instead="write a value after the ="))
    return compose_source(source)


def _steps(root: Node, path: str, kinds: Kinds) -> list[str | int]:
    """The keys and positions that lead to a path, or to the only one that ends in it; else what was perhaps meant."""
    found_at = _followed(root, path, kinds)
    if not found_at:
        found_at = _followed(root, only(path, ends(root, path)), kinds)
    if not found_at:
        raise BadInput(_unknown(root, path))
    return found_at


def is_whole(root: Node, path: str) -> bool:
    """Whether a path leads somewhere in the tree as it stands."""
    return bool(_followed(root, path, Kinds()))


def is_there(root: Node, path: str) -> bool:
    """Whether a path, or the end of one, leads somewhere in the tree as it stands."""
    return is_whole(root, path) or bool(ends(root, path))


def ends(root: Node, path: str) -> list[str]:
    """The known paths that end in a path of two words or more: a note and its number, as in ``rs-cleaning.price``."""
    return [one for one in known_paths(root) if one.endswith(f".{path}")] if "." in path else []


def only(path: str, found: list[str]) -> str:
    """The one path that a short one may mean, nothing when there is none; raises BadInput where there are several."""
    if len(found) > 1:
        shown = ", ".join(found[:MOST]) + (f" and {len(found) - MOST} more" if len(found) > MOST else "")
        raise BadInput(Problem(OPTION, 0, 0, f"{quoted(path)} may mean {len(found)} paths",
                               instead=f"name one: {shown}"))
    return found[0] if found else ""


def _followed(root: Node, path: str, kinds: Kinds) -> list[str | int]:
    """The keys and positions of a whole path; none when it leads nowhere."""
    steps: list[str | int] = []
    node: Node | None = root
    words = path.split(".")
    for n, word in enumerate(words):
        found = _step(node, word, kinds, last=n == len(words) - 1)
        if found is None:
            return []
        for step in found:
            node = node.get(step) if isinstance(node, Mapping) else node[step]  # type: ignore[index, union-attr]
        steps.extend(found)
    return steps


def _step(node: Node | None, word: str, kinds: Kinds, last: bool) -> list[str | int] | None:
    if isinstance(node, Listing):
        return next(([n] for n, item in enumerate(node) if name_of(item, n) == word), None)
    if not isinstance(node, Mapping):
        return None
    if word in node:
        return [word]
    inner = node.get("sim")
    if isinstance(inner, Mapping) and word in inner:
        return ["sim", word]
    if last:
        for steps, mapping in ((["sim", word], inner), ([word], node)):
            if any(word in keys_of(cls) for cls in kinds.of(mapping)):
                return steps  # type: ignore[return-value]
    return None


def _unknown(root: Node, path: str) -> Problem:
    known = known_paths(root)
    listed = [one for one in root.values() if isinstance(one, Listing)] if isinstance(root, Mapping) else []
    notes = [name_of(item, n) for some in listed for n, item in enumerate(some)] if "." not in path else []
    best = closest(path, notes, 0.75) or closest(path, known)
    if not best:
        last = path.rsplit(".", 1)[-1]
        best = next((name for name in known if name.rsplit(".", 1)[-1] == last), "")
    instead = f"did you mean {quoted(best)}?" if best else f"write a path of the model, as in {example(root)}"
    return Problem(OPTION, 0, 0, f"unknown path {quoted(path)}", instead=instead)


def _replaced(node: Node | None, steps: list[str | int], value: Node, kinds: Kinds) -> Node:
    if not steps:
        if node is not None and _is_quantity(node) and isinstance(value, Scalar):
            return _pinned(node, value, kinds)
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(node, Listing):
        items = list(node)
        items[step] = _replaced(node[step], rest, value, kinds)  # type: ignore[call-overload, index]
        return Listing(node.mark, items)
    assert isinstance(node, Mapping) and isinstance(step, str)
    copy = Mapping(node.mark, node, node.key_marks)
    before = node.get(step)
    if before is None and not rest:
        before = _default(node, step, kinds, value.mark)
    copy[step] = _replaced(before, rest, value, kinds)
    copy.key_marks.setdefault(step, value.mark)
    kinds.copy(node, copy)
    return copy


def _pinned(quantity: Node, value: Scalar, kinds: Kinds) -> Mapping:
    assert isinstance(quantity, Mapping)
    copy = Mapping(quantity.mark, quantity, quantity.key_marks)
    for name in ("value", "low", "high"):
        if name in quantity:
            copy[name] = value
    kinds.copy(quantity, copy)
    return copy


def _default(node: Mapping, key: str, kinds: Kinds, mark: Mark) -> Node | None:
    """A quantity the file leaves to its default, as a node to change."""
    for cls in kinds.of(node):
        name = fields_of(cls).get(key)
        default = cls.__pydantic_fields__[name].default if name else None  # type: ignore[attr-defined]
        if {"value", "unit"} <= set(keys_of(type(default))):
            return _as_node(default, mark)
    return None


def _as_node(quantity: Any, mark: Mark) -> Mapping:
    parts = {}
    for field in dataclasses.fields(quantity):
        part = getattr(quantity, field.name)
        if part is not None:
            text = part if isinstance(part, str) else f"{part:.15g}"
            parts[field.name] = Scalar(text, not isinstance(part, str), mark)
    return Mapping(mark, parts, dict.fromkeys(parts, mark))
