"""Mends what is wrong with a tree, so that the references in the rest can still be checked.

A misspelled key and an unknown service should both be named at once; but the
rules that know all services need a whole record, which a file with a misspelled
key does not give. Unknown keys and optional values are left out, needed values
get the example of their type. An id is never made up and no item of a list left
out, since something else may refer to it. The mended record is thrown away.
"""

from __future__ import annotations

import typing
from collections.abc import Iterable

from simcore.files.marks import Listing, Mapping, Node, compose
from simcore.files.places import Kinds, Place, example_of, fields_of
from simcore.files.scalars import Id

_Repairs = dict[Place, "Node | None"]


def mended(root: Node, wrong: Iterable[Place], kinds: Kinds) -> Node | None:
    """A copy of the tree in which these places do no harm, or None when that cannot be."""
    repairs: _Repairs = {}
    for place in wrong:
        repair = _repair(root, _real(root, place), kinds)
        if repair is None:
            return None
        repairs[repair[0]] = repair[1]
    return _copy(root, (), repairs)


def _real(root: Node, place: Place) -> Place:
    """The steps of a place that exist, and a missing key at its end; pydantic adds names in between."""
    node: Node | None = root
    steps: list[str | int] = []
    for n, step in enumerate(place):
        if isinstance(node, Mapping) and (step in node or n == len(place) - 1):
            steps.append(step)
            node = node.get(step)  # type: ignore[call-overload]
        elif isinstance(node, Listing) and isinstance(step, int) and step < len(node):
            steps.append(step)
            node = node[step]
    return tuple(steps)


def _repair(root: Node, place: Place, kinds: Kinds) -> tuple[Place, Node | None] | None:
    """What to put at the place, or at the nearest around it that can be mended; None there cuts it."""
    around: list[Node | None] = [root]
    for step in place[:-1]:
        around.append(around[-1][step])  # type: ignore[index]
    for n in range(len(place), 0, -1):
        if isinstance(around[n - 1], Listing):
            return None
        for cls in kinds.of(around[n - 1]):
            name = fields_of(cls).get(str(place[n - 1]))
            if name is None or not cls.__pydantic_fields__[name].is_required():  # type: ignore[attr-defined]
                return place[:n], None
            kind = typing.get_type_hints(cls, include_extras=True)[name]
            example = "" if kind == Id else example_of(kind)
            if example and "..." not in example:
                return place[:n], compose(example, "")
    return None


def _copy(node: Node, place: Place, repairs: _Repairs) -> Node:
    if isinstance(node, Mapping):
        kept, marks = {}, {}
        here = {where[-1]: repair for where, repair in repairs.items() if where[:-1] == place}
        for key in (*node, *(key for key in here if key not in node)):
            part = here[key] if key in here else _copy(node[key], (*place, key), repairs)
            if part is not None:
                kept[key], marks[key] = part, node.key_marks.get(key, node.mark)
        return Mapping(node.mark, kept, marks)
    if isinstance(node, Listing):
        return Listing(node.mark, (_copy(part, (*place, n), repairs) for n, part in enumerate(node)))
    return node
