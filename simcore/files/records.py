"""Turns a tree of nodes into frozen records and finds every mistake at its own line and column.

Declare a record with plain annotations; a trailing underscore stands for a key
that Python reserves, so ``for_`` reads the key ``for``::

    @record
    class Stream:
        id: Id
        for_: tuple[Id, ...] = ()
        price: Quantity | None = None

        def problems(self, here: Here) -> Iterator[Problem]:
            if not self.for_:
                yield here.problem("for", what="names nobody", instead="for: [cs-neighbours]")

``read(path, Stream)`` gives a Stream, or raises BadInput with all problems.
A record's ``problems`` is asked as soon as that record by itself is right, also
when another part of the file is not. Rules that reach across the file belong to
the outermost record, whose ``here`` is the whole file:

- ``here.problem("streams", 3, "for", 0, what=...)`` points at the first word of
  ``for`` in the fourth stream, ``key=True`` at the key itself;
- ``here.unknown("streams", 3, "for", 0, word=..., noun="service", known=ids)`` is a
  reference to an id that is not there. It suggests the nearest, and is asked for
  even when values elsewhere in the file are wrong.

The same ``problems`` guards a record built in Python: there it raises BadInput.

Each record may answer ``example(cls, node)``: what to write where one is missing
or, given the node that was found, in its place.
"""

from __future__ import annotations

import copy
import dataclasses
import functools
import inspect
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar, dataclass_transform, get_type_hints

import pydantic
from pydantic import ConfigDict, TypeAdapter, ValidationError, model_validator

from simcore.errors import BadInput, Problem, quoted
from simcore.files.marks import Listing, Mapping, Node, Scalar, blocks, load, node_of
from simcore.files.overrides import OPTION, apply_all, is_whole
from simcore.files.places import Here, Kinds, Place, example_of, fields_of, keys_of, name_of, node_at
from simcore.files.repair import mended
from simcore.files.reports import MISSING, missing_key, report, unknown_keys
from simcore.files.scalars import refuse, strict
from simcore.files.sources import NOWHERE

T = TypeVar("T")
_CONFIG = ConfigDict(
    extra="forbid",
    arbitrary_types_allowed=True,
    populate_by_name=True,
    defer_build=True,
    alias_generator=lambda name: name.rstrip("_"),
)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(pydantic.Field, dataclasses.field))
def record(cls: type[T] | None = None, /, *, eq: bool = True) -> Any:
    """Makes a class a record: a frozen, keyword-only dataclass that refuses unknown keys.

    ``eq=False`` compares by identity, which a plugin needs. Plain ``float``, ``int``,
    ``bool``, ``str``, ``date`` and ``Literal`` are read as the strict types of scalars.py.
    """
    if cls is None:
        return lambda this: record(this, eq=eq)
    cls._noted = model_validator(mode="wrap")(classmethod(_noted))
    own = inspect.get_annotations(cls)
    hints = get_type_hints(cls, include_extras=True) if any(isinstance(kind, str) for kind in own.values()) else own
    cls.__annotations__ = {name: strict(hints[name]) for name in own}
    for name in own:
        if isinstance(default := cls.__dict__.get(name), (dict, list, set)):
            setattr(cls, name, pydantic.Field(default_factory=functools.partial(copy.deepcopy, default)))
    return pydantic.dataclasses.dataclass(frozen=True, kw_only=True, eq=eq, config=_CONFIG)(cls)


def read(
    source: Node | dict[str, Any] | str | Path,
    kind: type[T],
    overrides: dict[str, Any] | Iterable[tuple[str, Any]] = (),
) -> T:
    """The record in a file, node or plain dict, after the overrides (path to value, see overrides.py).

    ``kind`` is a record type, or any type built of records such as ``tuple[Stream, ...]``.
    Raises BadInput with every problem found, in the order of the file.
    """
    structural: list[Problem] = []
    if isinstance(source, (str, Path)):
        node = load(source, structural)
    else:
        node = node_of(source, NOWHERE)
    pairs = list(overrides.items() if isinstance(overrides, dict) else overrides)
    if pairs:                    # only a key that the file leaves to its default needs to know which record it is in
        known = all(is_whole(node, path) for path, _ in pairs)
        node = apply_all(node, pairs, Kinds() if known else _Reading(node, kind).kinds)
    reading = _Reading(node, kind)
    if problems := _in_order(structural + reading.problems):
        raise BadInput(problems)
    return reading.result


def fault_of(value: Any, kind: Any) -> str | None:
    """What is wrong with a value of Python's own for a field of this kind; None when nothing is."""
    try:
        made = _adapter(kind).validate_python(value)
    except ValidationError as error:
        return error.errors(include_url=False)[0]["msg"]
    except BadInput as error:
        return error.problems[0].what
    return None if isinstance(made, str) or not isinstance(value, str) else f"should be {made!r}"


class _Reading:
    """One pass over a tree: which record each mapping became, and all that is wrong."""

    def __init__(self, root: Node, kind: Any, once_more: bool = True):
        self.root = root
        self.kinds = Kinds()
        self.made: dict[int, Any] = {}
        self.references: list[tuple[str, Problem]] = []           # the word that refers, and what is wrong with it
        self.result: Any = None
        found: list[Problem] = []
        wrong: list[Place] = []
        try:
            self.result = _adapter(kind).validate_python(root, context=self)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                if isinstance(cause := detail.get("ctx", {}).get("error"), (ValueError, AssertionError)):
                    raise cause                                  # of the code of a record: nobody wrote it in a file
                place = detail["loc"]
                wrong.append(place)
                if detail["type"] == "unexpected_keyword_argument":
                    continue  # named below, with the keys that are known
                if detail["type"] in MISSING:
                    found.append(missing_key(root, place, self.kinds))
                else:
                    found.append(report(root, detail, self.kinds))
        found.extend(unknown_keys(root, self.kinds))
        found.extend(self._own_rules())
        if wrong and once_more and (rest := mended(root, wrong, self.kinds)) is not None:
            hurt = {name for place in wrong for name in _names_on(root, place)}
            found.extend(one for word, one in _Reading(rest, kind, once_more=False).references if word not in hurt)
        self.problems = found

    def _own_rules(self) -> Iterator[Problem]:
        for place, node in blocks(self.root):
            rules = getattr(self.made.get(id(node)), "problems", None)
            if rules is not None:
                yield from rules(Here(self.root, place, references=self.references))


def _names_on(root: Node, place: Place) -> Iterator[str]:
    """The names of the items on the way to a place: what refers to one of them goes wrong by what is wrong there."""
    for n in range(1, len(place) + 1):
        item = node_at(root, place[:n])
        if isinstance(item, Mapping) and (name := name_of(item, -1)) != "-1":
            yield name


def _in_order(problems: list[Problem]) -> list[Problem]:
    """Problems in the order of the file, options last, each said once.

    One value given with an option may stand in several fields (a value and its
    range), and a value that breaks the structure may break its field as well;
    either is one thing to change.
    """
    unique: dict[Any, Problem] = {}
    for problem in problems:
        same = problem.source_line if problem.file == OPTION else (problem.what, problem.instead)
        unique.setdefault((problem.file, problem.line, problem.column, same), problem)
    return sorted(unique.values(), key=lambda p: (p.file == OPTION, p.file, p.line, p.column))


def _noted(cls: type, value: Any, handler: Any, info: pydantic.ValidationInfo) -> Any:
    """Remembers which node became which record, and lets a record's own rules have their say."""
    if isinstance(value, cls):
        return handler(value)
    reading = info.context
    if isinstance(value, (Scalar, Listing)):
        wanted = getattr(cls, "called", "a block with keys")
        if isinstance(value, Scalar) and value.bare and not value.text:
            raise refuse("is empty", f"write {wanted} below it, or leave the line out")
        what = "a list" if isinstance(value, Listing) else f"only {quoted(value.text)}"
        raise refuse(f"should be {wanted}, but is {what}", _instead(cls, value))
    if isinstance(reading, _Reading) and isinstance(value, Mapping):
        reading.kinds.note(value, cls)
        keys = dict(value)
        for key, name in fields_of(cls).items():
            if key != name:
                keys.pop(name, None)                             # from_ is no key, though a field
        reading.made[id(value)] = made = handler(keys)
        return made
    made = handler(value)
    # Under construction by __init__ the instance is complete only now; its rules see no file.
    rules = getattr(made, "problems", None)
    if rules is not None and (wrong := list(rules(Here(None, (), cls.__name__)))):
        raise BadInput(wrong)
    return made


def _instead(cls: type, node: Node | None) -> str:
    text = getattr(node, "text", "")
    before, colon, after = text.partition(":")
    if colon and before in keys_of(cls) and after:
        return f"write '{before}: {after}', with a space after the colon"
    example = example_of(cls, node)
    return f"write {example}" if example else "its keys: " + ", ".join(keys_of(cls))


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(strict(kind))
    return _adapters[kind]


_adapters: dict[Any, TypeAdapter[Any]] = {}


_PLAIN = (str, float, int, type, Scalar, Mapping, Listing)      # in which no record is


def walk(record_: Any, whole: type | tuple[type, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every record inside a record with its path of words, in the order of the fields and the file; not inside those
    that are taken as a ``whole``.

    An item of a list goes by its ``id``, or by its position if it has none, and
    ``sim`` is left out: ``("revenue_streams", "rs-cleaning", "price")``.
    """
    waiting: list[tuple[tuple[str, ...], Any]] = [((), record_)]
    while waiting:                                               # by hand: many thousands of parts, one in the other
        place, part = waiting.pop()
        inside: list[tuple[tuple[str, ...], Any]] = []
        if part is None or isinstance(part, _PLAIN):
            continue                                             # kept unread: whoever reads a node walks it
        if dataclasses.is_dataclass(part):
            yield place, part
            if isinstance(part, whole):
                continue
            inside = [(place if key == "sim" else (*place, key), getattr(part, name))
                      for key, name in fields_of(type(part)).items()]
        elif isinstance(part, dict):
            inside = [((*place, str(key)), value) for key, value in part.items()]
        elif isinstance(part, (tuple, list)):
            inside = [((*place, name_of(item, n)), item) for n, item in enumerate(part)]
        waiting += reversed(inside)
