"""The JSON Schema of canvas files: the nine blocks, the run, and the parameters of every plugin that is found."""

from collections.abc import Mapping
from typing import Any

from simcore.canvas.notes import BLOCKS
from simcore.canvas.run import PluginUse
from simcore.canvas.spec import Canvas
from simcore.files import Quantity
from simcore.files.marks import written
from simcore.files.places import fields_of
from simcore.files.schema import DRAFT, HOME, record, schema_of

TITLE = "A canvas of simwijk"


def canvas_schema(plugins: dict[str, tuple[type, str]], words: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The schema of a canvas file; ``plugins`` gives the class of each by name and a line about it, ``words`` the name
    of a key for people.
    """
    definitions: dict[str, Any] = {}
    schema_of(Canvas, definitions)
    for one in definitions.values():
        for key, said in one.get("properties", {}).items():
            if words and key in words and one["title"] != Quantity.__name__:
                one["properties"][key] = about(said, words[key])
    for block, (prefix, _) in BLOCKS.items():
        notes = definitions["Canvas"]["properties"][block]
        notes["items"] = {"allOf": [notes["items"], {"properties": {"id": {"pattern": f"^{prefix}."}}}]}
    definitions["PluginUse"] = use(plugins, definitions)
    return {"$schema": DRAFT, **definitions.pop("Canvas"), "title": TITLE, "definitions": definitions}


def use(plugins: dict[str, tuple[type, str]], definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one use of a plugin: its name, and under ``with`` the parameters of that very plugin."""
    out = record(PluginUse, definitions)
    known = [{"const": name, "title": name, "description": line} for name, (_, line) in plugins.items()]
    out["properties"]["use"] = {"anyOf": known}
    out["properties"]["with"] = {"type": "object"}
    rules = []
    for name, (kind, _) in plugins.items():
        definitions[f"plugin_{name}"] = mine = record(kind, definitions) | {"title": name}
        for key, attribute in fields_of(kind).items():
            field = kind.__pydantic_fields__[attribute]
            if said := unless_said(field):
                mine["properties"][key] = about(mine["properties"][key], said) | snippet(key, field.default)
        with_ = {"properties": {"with": {"$ref": f"{HOME}plugin_{name}"}}}
        # a pattern, as an editor would offer each constant of such a rule among the keys
        rules.append({"if": {"properties": {"use": {"pattern": f"^{name}$"}}, "required": ["use"]},
                      "then": with_ | ({"required": ["with"]} if mine["required"] else {})})
    return out | {"allOf": rules}


def about(schema: dict[str, Any], text: str) -> dict[str, Any]:
    """A schema with a description of its own; first of its parts, as an editor shows the first it meets."""
    parts = [schema] if "$ref" in schema else schema.get("allOf")
    told = {"description": text}
    return (schema if "$ref" not in schema else {}) | told | ({"allOf": [told, *parts]} if parts else {})


def unless_said(field: Any) -> str:
    """What a parameter is, and its value when a file says nothing."""
    default = None if field.is_required() else field.get_default(call_default_factory=True)
    if not isinstance(default, Quantity):
        return "" if default is None or default in ((), [], {}) else f"Unless said: {written(default)}"
    span = f", between {written(default.low)} and {written(default.high)}" if default.ranged else ""
    return f"{default.source}. Unless said: {written(default.value)} {default.unit}{span}"


def snippet(key: str, default: Any) -> dict[str, Any]:
    """What an editor writes when a parameter is chosen: its number as it stands, to be changed."""
    if not isinstance(default, Quantity):
        return {}
    said = {"value": default.value, "unit": default.unit, "low": default.low, "high": default.high,
            "source": "our estimate", "evidence": "assumption"}
    return {"defaultSnippets": [{"label": key, "body": {word: one for word, one in said.items() if one is not None}}]}
