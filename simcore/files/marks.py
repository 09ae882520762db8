"""Turns YAML text into a tree whose every part knows its line and column.

PyYAML only finds the structure. No value is ever interpreted here and no object
constructed: a scalar stays text, because whether ``no``, ``012`` or ``10:00``
is a word, a number or a time depends on the field it stands in (see scalars.py).

What makes YAML a danger is refused: anchors and aliases, tags, merge keys,
duplicate keys, more than one document, and anything too large or too deep.
The three kinds of node are a dict, a list and a ``Scalar``; each has a ``mark``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from simcore.errors import BadInput, Problem, quoted
from simcore.files import sources
from simcore.files.sources import Mark, Source
from simcore.files.syntax import sentence

MAX_DEPTH = 32
MAX_NODES = 20_000
MAX_PROBLEMS = 20
_DROPPED = ""  # stands for a key whose value goes nowhere, since the file is refused anyway
_DIGITS = re.compile("-?[0-9]{1,20}")
# What libyaml may take otherwise: a tab, a question mark after no letter; a line of comment may have both.
_UNLIKE = re.compile(r"(?m)^(?!#[^\r\n]*\r?$).*?(?:\t|(?<!\w)\?)")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it was written; ``bare`` says that no quotes stood around it."""

    text: str
    bare: bool
    mark: Mark = field(compare=False, repr=False)


class Listing(list):
    """A YAML sequence of nodes, with the mark of its first character."""

    __slots__ = ("mark",)

    def __init__(self, mark: Mark, items: Any = ()):
        super().__init__(items)
        self.mark = mark


class Mapping(dict):
    """A YAML mapping of text to nodes; ``key_marks`` locates the keys themselves."""

    __slots__ = ("mark", "key_marks")

    def __init__(self, mark: Mark, items: Any = (), key_marks: dict[str, Mark] | None = None):
        super().__init__(items)
        self.mark = mark
        self.key_marks = dict(key_marks or {})


Node: TypeAlias = Scalar | Listing | Mapping


def load(path: str | Path, problems: list[Problem] | None = None) -> Node:
    """The tree of a file; raises BadInput naming every structural problem found.

    With a list for ``problems``, those that leave a usable tree (a duplicate key, a
    decimal comma between braces) are put there instead of raised.
    """
    return compose_source(sources.open_source(path), problems)


def compose(text: str | bytes, name: str) -> Node:
    """The tree of a text called ``name`` in messages; raises BadInput as ``load`` does."""
    return compose_source(sources.source_of(text, name))


def compose_source(source: Source, problems: list[Problem] | None = None) -> Node:
    """The tree of a source that is already open, such as the value of an option; see ``load``."""
    sources.refuse_odd_characters(source)
    tree = _once(source.name, source.text, source.lines, source.column)
    if tree.problems and problems is None:
        raise BadInput(tree.problems)
    if tree.root is None:
        raise BadInput(Problem(source.name, 0, 0, "the file is empty", instead="write at least one 'key: value' line"))
    if problems is not None:
        problems.extend(tree.problems)
    return tree.root


@lru_cache(maxsize=16)
def _once(name: str, text: str, lines: tuple[str, ...], column: int) -> _Tree:
    """The tree; a text that was read before is not read again: nothing changes a tree (see overrides.py)."""
    source = Source(name, text, lines, column)
    return _quickly(source) or _carefully(source)


def _quickly(source: Source) -> _Tree | None:
    """The tree by libyaml, ten times faster; None when that is not there or finds anything to say, and for what the two
    may not take alike: a tab, an empty value, a question mark between braces, a line of ---, a block after | or >."""
    if not yaml.__with_libyaml__ or _UNLIKE.search(source.text):
        return None
    tree, loader, braces = _Tree(source), yaml.CSafeLoader(source.text), 0
    try:
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.CollectionStartEvent):
                braces += event.flow_style             # between braces all is between braces
            elif isinstance(event, yaml.CollectionEndEvent):
                braces -= braces > 0
            elif isinstance(event, yaml.ScalarEvent):
                if event.style in ("|", ">") or not event.style and (not event.value or braces and "?" in event.value):
                    return None
            elif getattr(event, "explicit", False):
                return None
            tree.take(event)
    except (yaml.YAMLError, BadInput, ValueError, OverflowError):
        return None
    finally:
        loader.dispose()
    return None if tree.problems else tree


def _carefully(source: Source) -> _Tree:
    """The tree by PyYAML itself, whose messages are known; raises BadInput for what leaves no tree."""
    tree, loader = _Tree(source), yaml.SafeLoader(source.text)
    try:
        while loader.check_event():
            tree.take(loader.get_event())
    except yaml.YAMLError as error:
        raise BadInput([*tree.problems, sentence(error, source)]) from None
    except (ValueError, OverflowError):  # an escape or directive with an impossible number
        problem = source.mark(loader.line + 1, loader.column + 1).problem(
            "this cannot be read as YAML", instead="write the character itself, not its code"
        )
        raise BadInput([*tree.problems, problem]) from None
    finally:
        loader.dispose()
    return tree


class _Tree:
    """Builds nodes from events, with a stack of its own so that depth costs nothing."""

    def __init__(self, source: Source):
        self.source = source
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.open: list[Listing | Mapping] = []
        self.keys: list[str | None] = []  # per open mapping, the key waiting for its value
        self.skipped: list[bool] = []  # per open node, whether it is dropped when it closes
        self.nodes = 0
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._stop(event, "a second document starts here", "a file holds one document: remove the line ---")
        elif isinstance(event, yaml.AliasEvent):
            name = "*" + event.anchor
            self._note(event, f"the alias {quoted(name)} is not allowed", "write the value out where it is needed")
            self._place(Scalar("", True, self._mark(event)), event)
        elif isinstance(event, yaml.NodeEvent):
            self._start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            node = self.open.pop()
            self.keys.pop()
            if not self.skipped.pop():
                self._place(node, event)

    def _start(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._stop(event, f"the file has more than {MAX_NODES} values", "split it, or leave the data out")
        if event.anchor is not None:
            name = "&" + event.anchor
            self._note(event, f"the anchor {quoted(name)} is not allowed", "remove it and write the value out")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._note(event, f"the tag {quoted(tag)} is not allowed", "remove it: the field decides the type")
        mark = self._mark(event)
        if isinstance(event, yaml.ScalarEvent):
            text = event.value
            odd = sources.odd_character(text)
            if odd:
                self._note(event, f"the text holds {odd}", "leave it out")
            self._place(Scalar(text, not event.style, mark), event)
            return
        if len(self.open) >= MAX_DEPTH:
            self._stop(event, f"values are nested more than {MAX_DEPTH} deep", "flatten this part")
        as_key = self._expects_key()
        if as_key:
            self._note(event, "a key must be one word, not a list or a block", "write 'key: value'")
        self.open.append(Mapping(mark) if isinstance(event, yaml.MappingStartEvent) else Listing(mark))
        self.keys.append(None)
        self.skipped.append(as_key)
        if as_key:
            self.keys[-2] = _DROPPED

    def _expects_key(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1], Mapping) and self.keys[-1] is None

    def _place(self, node: Node, event: Any) -> None:
        if not self.open:
            self.root = node
        elif isinstance(parent := self.open[-1], Listing):
            parent.append(node)
        elif self.keys[-1] is not None:
            key = self.keys[-1]
            self.keys[-1] = None
            if key and not self._is_split_number(parent, key, node):
                parent[key] = node
        else:
            self.keys[-1] = self._key(parent, node)

    def _key(self, parent: Mapping, node: Node) -> str:
        assert isinstance(node, Scalar)
        text, mark = node.text, node.mark
        if text == "<<" and node.bare:
            self._add(mark, "the merge key '<<' is not allowed", "write the keys out")
            return _DROPPED
        if text.strip() == "":
            self._add(mark, "a key is empty", "write a name before the colon")
            return _DROPPED
        if text in parent.key_marks:
            first = parent.key_marks[text].line
            self._add(
                mark,
                f"the key {quoted(text)} stands here a second time",
                f"keep one of lines {first} and {mark.line}",
                why=f"the first is on line {first}",
            )
        parent.key_marks.setdefault(text, mark)
        return text

    def _is_split_number(self, parent: Mapping, key: str, node: Node) -> bool:
        """``{value: 12,50}`` is a value 12 and a key 50: the commonest slip of a Dutch hand."""
        if not (isinstance(node, Scalar) and node.bare and not node.text and _DIGITS.fullmatch(key) and parent):
            return False
        name, before = next(reversed(parent.items()))
        mark = parent.key_marks[key]
        if not (isinstance(before, Scalar) and before.bare and _DIGITS.fullmatch(before.text)):
            return False
        if before.mark.line != mark.line or before.mark.column + len(before.text) + 1 != mark.column:
            return False
        what = f"{quoted(f'{before.text},{key}')} has a decimal comma"
        why = "between braces a comma starts a new key"
        self._add(before.mark, what, f"write {before.text}.{key}", why)
        del parent.key_marks[key]
        meant = f"{before.text}.{key}" + ("0" if len(key) == 3 else "")  # three decimals look like thousands
        parent[name] = Scalar(meant, True, before.mark)
        return True

    def _mark(self, event: Any) -> Mark:
        return self.source.mark(event.start_mark.line + 1, event.start_mark.column + 1)

    def _note(self, event: Any, what: str, instead: str) -> None:
        self._add(self._mark(event), what, instead)

    def _add(self, mark: Mark, what: str, instead: str, why: str = "") -> None:
        self.problems.append(mark.problem(what, why=why, instead=instead))
        if len(self.problems) >= MAX_PROBLEMS:
            raise BadInput(self.problems)

    def _stop(self, event: Any, what: str, instead: str) -> None:
        self._note(event, what, instead)
        raise BadInput(self.problems)


def node_of(value: Any, mark: Mark) -> Node:
    """Values of Python's own (the body of a request, a swept level) as nodes that all stand at one mark."""
    if isinstance(value, (Scalar, Listing, Mapping)):
        return value
    if isinstance(value, dict):
        items = {str(key): node_of(part, mark) for key, part in value.items()}
        return Mapping(mark, items, dict.fromkeys(items, mark))
    if isinstance(value, (list, tuple)):
        return Listing(mark, (node_of(part, mark) for part in value))
    return Scalar(written(value), not isinstance(value, str), mark)


def written(value: Any) -> str:
    """One value as it would be written in a file: a number without exponent, true, a date."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, float) or not math.isfinite(value):
        return str(value)
    text = repr(value) if "e" not in repr(value) else f"{value:.18f}".rstrip("0")
    whole, _, decimals = text.partition(".")
    if not decimals.strip("0"):
        return whole
    # Three decimals would look like a thousand with a point to the reader of numbers.
    return text + "0" if len(decimals) == 3 else text


def blocks(root: Node) -> Iterator[tuple[tuple[str | int, ...], Mapping]]:
    """Every mapping with its place (keys and positions from the root), in file order."""
    waiting: list[tuple[tuple[str | int, ...], Node]] = [((), root)]
    while waiting:
        place, node = waiting.pop()
        if isinstance(node, Mapping):
            yield place, node
            waiting += [((*place, key), child) for key, child in reversed(node.items())
                        if not isinstance(child, Scalar)]
        elif isinstance(node, Listing):
            waiting += [((*place, n), node[n]) for n in range(len(node) - 1, -1, -1) if not isinstance(node[n], Scalar)]
