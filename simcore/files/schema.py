"""Turns records into JSON Schema, so that an editor completes and checks a file while it is typed.

It is made from the same annotations that read the file. What an editor cannot know (an id that is not there, two
values that do not go together) is left to ``simwijk check``.
"""

from __future__ import annotations

import datetime
import inspect
import types
from collections.abc import Sequence
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from simcore.files import scalars
from simcore.files.places import fields_of
from simcore.files.quantity import InUnit, Quantity
from simcore.files.scalars import MAX_ID, MAX_LABEL, MAX_TEXT
from simcore.files.units import UNITS, bounds_of

DRAFT = "http://json-schema.org/draft-07/schema#"
HOME = "#/definitions/"
# What is read as text may look like a number or a flag to an editor.
TEXT = {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": MAX_TEXT}
KINDS: list[tuple[Any, dict[str, Any]]] = [
    (scalars.Label, TEXT | {"maxLength": MAX_LABEL}), (scalars.Text, TEXT),
    (scalars.Id, {"type": "string", "pattern": f"^{scalars._ID.pattern}$", "maxLength": MAX_ID}),
    (scalars.Number, {"type": "number"}), (scalars.Whole, {"type": "integer"}), (scalars.Flag, {"type": "boolean"}),
    (scalars.Day, {"type": "string", "format": "date", "pattern": "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"}),
    (float, {"type": "number"}), (int, {"type": "integer"}), (bool, {"type": "boolean"}), (str, TEXT),
    (datetime.date, {"type": "string", "format": "date", "pattern": "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"}),
]  # fmt: skip


def schema_of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type; records go to ``definitions`` under their name, once."""
    for known, schema in KINDS:
        if kind is known or kind == known:
            return dict(schema)
    if hasattr(kind, "__metadata__"):
        return annotated(kind, definitions)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin in (Union, types.UnionType):
        some = [schema_of(one, definitions) for one in inner if one is not type(None)]
        return some[0] if len(some) == 1 else {"anyOf": some}
    if origin in (list, tuple, set, frozenset):
        return {"type": "array", "items": schema_of(inner[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": schema_of(inner[1], definitions)}
    if kind is Quantity:
        return in_units(UNITS, definitions)
    if hasattr(kind, "__pydantic_fields__"):
        return {"$ref": HOME + named(kind, definitions)}
    return {}                                                    # kept unread: whoever reads it says what it is


def annotated(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type with a reader or bounds of its own."""
    units = next((extra for extra in kind.__metadata__ if isinstance(extra, InUnit)), None)
    schema = in_units(units.units, definitions, bounded(units)) if units else schema_of(get_args(kind)[0], definitions)
    for extra in kind.__metadata__:
        for bound, key in (("ge", "minimum"), ("le", "maximum")):
            if isinstance(most := getattr(extra, bound, None), (int, float)):
                schema[key] = most
    return schema


def in_units(units: Sequence[str], definitions: dict[str, Any], bounds: dict[str, Any] | None = None) -> dict[str, Any]:
    """The schema of a quantity in one of some units: an editor completes those alone, and writes the whole form."""
    value, low, high = (0.5, 0.4, 0.6) if bounds_of(units[0])[1] <= 1 else (10, 8, 12)
    body = {"value": value, "unit": units[0], "low": low, "high": high, "source": "our estimate",
            "evidence": "assumption"}
    own: dict[str, Any] = {"properties": {"unit": {"enum": list(units)}, **(bounds or {})}}
    if rules := bounds_by_unit(units):
        own["allOf"] = rules
    if units is UNITS:
        definitions["InAnyUnit"] = own
        own = {"$ref": f"{HOME}InAnyUnit"}
    return {"defaultSnippets": [{"label": units[0], "body": body}],
            "allOf": [own, {"$ref": HOME + named(Quantity, definitions)}]}


def bounds_by_unit(units: Sequence[str]) -> list[dict[str, Any]]:
    """What numbers may be by their unit: a share lies between 0 and 1. A rule alone needs no condition."""
    by_bounds: dict[tuple[float, float], list[str]] = {}
    for unit in units:
        by_bounds.setdefault(bounds_of(unit), []).append(unit)
    rules = [(some, {"properties": {name: {"minimum": least, "maximum": most} for name in ("value", "low", "high")}})
             for (least, most), some in by_bounds.items() if most < float("inf")]
    if len(by_bounds) == 1:
        return [then for _, then in rules]
    return [{"if": {"properties": {"unit": {"enum": some}}}, "then": then} for some, then in rules]


def bounded(extra: InUnit) -> dict[str, Any]:
    """The bounds on the numbers of a quantity in some units."""
    bounds = {key: value for key, value in (("minimum", extra.least), ("maximum", extra.most)) if value is not None}
    return {name: bounds for name in ("value", "low", "high")} if bounds else {}


def named(kind: type, definitions: dict[str, Any]) -> str:
    """The name of a record among the definitions; two records of one name get two."""
    name = kind.__name__ if definitions.get(kind.__name__, {}).get("$comment", kind.__module__) == kind.__module__ \
        else f"{kind.__module__}.{kind.__name__}"
    if name not in definitions:
        definitions[name] = {}                                   # a record may hold itself
        definitions[name] = record(kind, definitions)
    return name


def record(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a record: its keys, those it cannot do without, and no others."""
    hints, keys = get_type_hints(kind, include_extras=True), fields_of(kind)
    out: dict[str, Any] = {
        "type": "object", "title": kind.__name__, "additionalProperties": False, "$comment": kind.__module__,
        "properties": {key: schema_of(hints[name], definitions) for key, name in keys.items()},
        "required": [key for key, name in keys.items() if kind.__pydantic_fields__[name].is_required()]}
    if text := inspect.cleandoc(kind.__doc__ or "").split("\n\n")[0]:
        out["description"] = " ".join(text.split()).replace("``", "")
    return out | (quantity(out["properties"]) if kind is Quantity else {})


def quantity(properties: dict[str, Any]) -> dict[str, Any]:
    """What a quantity must be beyond the form of its fields."""
    sure = {"if": {"properties": {"evidence": {"enum": ["assumption", "open"]}}, "required": ["evidence"]},
            "then": {"required": ["low", "high"]}}
    asked = {"if": {"properties": {"evidence": {"const": "open"}}, "required": ["evidence"]},
             "then": {"required": ["question"]}}
    return {"properties": properties | {"unit": {}}, "allOf": [sure, asked],
            "dependencies": {"low": ["high"], "high": ["low"]}}
