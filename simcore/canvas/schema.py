"""The JSON Schema of canvas files: the nine blocks, the run, and the parameters of every plugin that is found."""

from typing import Any

from simcore.canvas.notes import BLOCKS
from simcore.canvas.run import PluginUse
from simcore.canvas.spec import Canvas
from simcore.files.schema import DRAFT, HOME, record, schema_of

TITLE = "A canvas of simwijk"


def canvas_schema(plugins: dict[str, tuple[type, str]]) -> dict[str, Any]:
    """The schema of a canvas file; ``plugins`` gives the class of each by name, and a line about it."""
    definitions: dict[str, Any] = {}
    schema_of(Canvas, definitions)
    for block, (prefix, _) in BLOCKS.items():
        notes = definitions["Canvas"]["properties"][block]
        notes["items"] = {"allOf": [notes["items"], {"properties": {"id": {"pattern": f"^{prefix}."}}}]}
    definitions["PluginUse"] = use(plugins, definitions)
    return {"$schema": DRAFT, "title": TITLE, **definitions.pop("Canvas"), "definitions": definitions}


def use(plugins: dict[str, tuple[type, str]], definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one use of a plugin: its name, and under ``with`` the parameters of that very plugin."""
    out = record(PluginUse, definitions)
    known = [{"const": name, "description": about} for name, (_, about) in plugins.items()]
    out["properties"]["use"] = {"anyOf": known}
    out["properties"]["with"] = {"type": "object"}
    rules = []
    for name, (kind, _) in plugins.items():
        definitions[f"plugin_{name}"] = mine = record(kind, definitions)
        with_ = {"properties": {"with": {"$ref": f"{HOME}plugin_{name}"}}}
        rules.append({"if": {"properties": {"use": {"const": name}}, "required": ["use"]},
                      "then": with_ | ({"required": ["with"]} if mine["required"] else {})})
    return out | {"allOf": rules}
