"""Names places in a file: the mark of a path, the words of a path, the keys of a record."""

from __future__ import annotations

import dataclasses
import datetime
import types
from collections.abc import Iterable
from typing import Any, Literal, Union, get_args, get_origin

from simcore.errors import Problem, quoted
from simcore.files.marks import Listing, Mapping, Node, Scalar
from simcore.files.sources import Mark, suggestion

Place = tuple["str | int", ...]


NAMING_KEYS = ("id", "as", "use")  # an item of a list goes by the first of these it has


class Kinds:
    """Which records each mapping was read as; holds the mappings, so that no identity is reused."""

    def __init__(self) -> None:
        self._of: dict[int, tuple[Any, list[type]]] = {}

    def note(self, node: Any, cls: type) -> None:
        """Remembers that a mapping was tried as this record (a union tries several)."""
        self._of.setdefault(id(node), (node, []))[1].append(cls)

    def copy(self, node: Any, to: Any) -> None:
        """Lets a changed copy of a mapping be read as what the mapping was."""
        self._of[id(to)] = (to, self.of(node))

    def of(self, node: Any) -> list[type]:
        """The records tried for a mapping, first one first; none if nothing read it."""
        return self._of.get(id(node), (None, []))[1]


@dataclasses.dataclass(frozen=True, slots=True)
class Here:
    """Where a record stands, so that its rules can point at one of its values.

    Steps are keys and positions below the record; a step the file does not have
    (a default) points at the nearest thing above it that the file does have.
    """

    root: Node | None
    place: Place = ()
    name: str = ""
    references: list[tuple[str, Problem]] = dataclasses.field(default_factory=list)

    def mark(self, *steps: str | int, key: bool = False) -> Mark | None:
        """The mark of a value (or of its key); None for a record built in Python."""
        if self.root is None:
            return None
        return locate(self.root, self.place + steps, key)

    def problem(self, *steps: str | int, what: str, why: str = "", instead: str = "", key: bool = False) -> Problem:
        """A Problem about the value at these steps; its path is put in front of ``what``."""
        if self.root is None:
            words = ".".join([self.name, *map(str, steps)])
            return Problem("", 0, 0, f"{words} {what}", why, instead)
        place = self.place + steps
        return locate(self.root, place, key).problem(named(self.root, place, what), why=why, instead=instead)

    def add(self, *steps: str | int, line: str) -> str:
        """What to do where the block at these steps lacks a line, such as ``who: everyone``."""
        return adding(node_at(self.root, self.place + steps) if self.root is not None else None, line)

    def unknown(self, *steps: str | int, word: str, noun: str, known: Iterable[str]) -> Problem:
        """The Problem for a reference to something that is not there: "unknown service 'x' in ...".

        ``noun`` is what is referred to, ``known`` what there is; the nearest is suggested.
        """
        of = steps[:-1] if steps and isinstance(steps[-1], int) else steps
        where = path_of(self.root, self.place + of) if self.root is not None else ".".join([self.name, *map(str, of)])
        what = f"unknown {noun} {quoted(word)} in {where or 'the file'}"
        instead = suggestion(word, list(known))
        mark = self.mark(*steps)
        found = mark.problem(what, instead=instead) if mark else Problem("", 0, 0, what, "", instead)
        return self.reference(word, found)

    def reference(self, word: str, found: Problem) -> Problem:
        """The Problem again, kept as one about what a word refers to: it is told beside mistakes elsewhere."""
        self.references.append((word, found))
        return found


def locate(root: Node, place: Place, key: bool = False) -> Mark:
    """The mark of the node at a place, or of the last node on the way that exists."""
    node, mark = root, root.mark
    for n, step in enumerate(place):
        if isinstance(node, Mapping) and step in node.key_marks:
            last_key = key and n == len(place) - 1
            mark = node.key_marks[step] if last_key else node[step].mark
            if isinstance(node[step], Scalar) and not node[step].text and node[step].bare:
                mark = node.key_marks[step]  # an empty value is best shown at its key
            node = node[step]
        elif isinstance(node, Listing) and isinstance(step, int) and -len(node) <= step < len(node):
            node = node[step]
            mark = node.mark
    return mark


def node_at(root: Node, place: Place) -> Node | None:
    """The node at a place; steps that name no node (the tag of a union) are passed over."""
    node: Node | None = root
    for step in place:
        if isinstance(node, Mapping) and step in node:
            node = node[step]
        elif isinstance(node, Listing) and isinstance(step, int) and -len(node) <= step < len(node):
            node = node[step]
    return node


def path_of(root: Node, place: Place) -> str:
    """A place in words, items of a list by their id: ``streams.rs-cleaning.for.0``."""
    words: list[str] = []
    node: Any = root
    for step in place:
        if isinstance(step, str) and step.startswith("<"):        # the tag of a union
            continue
        if isinstance(node, Mapping):
            words.append(str(step))
            node = node.get(step)
        elif isinstance(node, Listing) and isinstance(step, int):
            node = node[step] if -len(node) <= step < len(node) else None
            words.append(name_of(node, step))
        elif node is None:
            words.append(str(step))
    return ".".join(words)


def name_of(item: Any, position: int) -> str:
    """What an item of a list is called in paths, be it a node or a record: its id, or its position."""
    for key in NAMING_KEYS:
        if isinstance(item, Mapping):
            name = item.get(key)
            name = name.text if isinstance(name, Scalar) else None
        else:
            name = getattr(item, key, None) or getattr(item, key + "_", None)
        if isinstance(name, str) and name:
            return name
    return str(position)


def adding(block: Node | None, line: str) -> str:
    """What to do where a block lacks a line; one between braces has no lines of its own."""
    if not isinstance(block, Mapping) or block.mark.character != "{":
        return f"add a line {line}"
    return f"add it between the braces: {{{'..., ' if block else ''}{line}}}"


def named(root: Node, place: Place, what: str) -> str:
    """The path followed by what is wrong there; the file itself has no path."""
    path = path_of(root, place)
    return f"{path} {what}" if path else f"the file {what}"


def fields_of(cls: Any) -> dict[str, str]:
    """The fields of a record, in order: the key in a file and the name in Python."""
    if known := getattr(cls, "__dict__", {}).get("_by_key"):
        return known
    fields = getattr(cls, "__pydantic_fields__", {})
    found = {(field.alias or name): name for name, field in fields.items()}
    if isinstance(cls, type) and fields and all(field.alias for field in fields.values()):
        cls._by_key = found                                      # asked for of every block of every file
    return found


def keys_of(cls: Any) -> list[str]:
    """The keys a record knows, as written in a file and in the order of its fields."""
    return list(fields_of(cls))


def example_of(kind: Any, node: Node | None = None) -> str:
    """What a value of this type looks like in a file; empty when there is no short example."""
    if hasattr(kind, "__metadata__"):                  # before the kind itself, as it knows more: the unit, say
        for extra in kind.__metadata__:
            if hasattr(extra, "example"):
                return extra.example(node)
        return example_of(get_args(kind)[0], node)
    if hasattr(kind, "example"):
        return kind.example(node)
    origin = get_origin(kind)
    if origin is Literal:
        return str(get_args(kind)[0])
    if origin in (Union, types.UnionType):
        return next((text for part in get_args(kind) if (text := example_of(part, node))), "")
    if origin in (tuple, list):
        inner = example_of(get_args(kind)[0], node)
        return f"[{inner}]" if inner else "[...]"
    if dataclasses.is_dataclass(kind):
        return "{" + ", ".join(f"{name}: ..." for name in keys_of(kind)[:4]) + "}"
    return {str: "a text", float: "12.50", int: "12", bool: "true", datetime.date: "2012-10-01"}.get(kind, "")
