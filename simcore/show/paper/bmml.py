"""Writes a canvas in BMML 2.0, the open language whose keys ours are: without what we add to it.

What BMML has no place for is left out: our numbers, what we say of the run, and most descriptions. Its ids have no
underscore; ours get a hyphen there.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import yaml

from simcore.canvas import Spec
from simcore.canvas.notes import BLOCKS, LINKS
from simcore.errors import BadInput, Defect, Problem

VERSION = "2.0"
META = ("name", "tagline", "portfolio", "stage", "created", "updated", "derived_from")
DAYS = ("created", "updated")                                # that are dates in BMML
DESCRIBED = ("customer_segments", "value_propositions")      # blocks whose notes may have a description


def bmml(spec: Spec) -> str:
    """A canvas as YAML; BadInput when two ids become one."""
    found = plain(spec)
    if wrong := faults(found):
        raise Defect(f"this is no BMML {VERSION}: {'; '.join(wrong)}")
    return yaml.safe_dump(found, sort_keys=False, allow_unicode=True, width=1000)


def plain(spec: Spec) -> dict[str, Any]:
    """The same as plain values."""
    meta = {key: str(one) for key in META if (one := getattr(spec.canvas.meta, key)) is not None
            and (key not in DAYS or is_day(str(one)))}
    blocks = {block: [note_of(block, note) for note in some] for block in BLOCKS
              if (some := getattr(spec.canvas, block))}
    for block, some in blocks.items():
        ids = [one["id"] for one in some]
        if twice := next((one for one in ids if ids.count(one) > 1), None):
            raise BadInput(Problem(spec.model_file, 0, 0, f"two notes of {block} are called {twice} in BMML",
                                   "its ids have no underscore", "give one of the two another id"))
    return {"version": VERSION, "meta": meta, **blocks}


def note_of(block: str, note: Any) -> dict[str, Any]:
    """A note: its id, name and description, and what it is for or comes from."""
    out: dict[str, Any] = {"id": hyphens(note.id), "name": note.name}
    if block in DESCRIBED and note.description:
        out["description"] = note.description
    for way in ("from", "for"):
        links = getattr(note, f"{way}_", None)
        named = {target: [hyphens(one) for one in some] for target in LINKS.get((block, way), ())
                 if (some := getattr(links, target))}
        if named:
            out[way] = named
    return out


def hyphens(id: str) -> str:
    """An id as BMML has it."""
    return id.replace("_", "-")


def is_day(text: str) -> bool:
    """Whether a text is a date as BMML writes it."""
    try:
        return bool(date.fromisoformat(text)) and len(text) == 10
    except ValueError:
        return False


def faults(found: dict[str, Any]) -> list[str]:
    """What the schema of BMML 2.0 would not have: unknown keys, ids of another block, links where none may go."""
    out = [] if found.get("version") == VERSION else ["version"]
    meta = found.get("meta", {})
    out += [f"meta.{key}" for key in ("name", "portfolio", "stage") if not isinstance(meta.get(key), str)]
    out += [f"meta.{key}" for key in meta if key not in META]
    out += [key for key in found if key not in ("version", "meta", *BLOCKS)]
    for block in BLOCKS:
        for n, note in enumerate(found.get(block, ())):
            where = f"{block}.{n}"
            may = {"id", "name", *(("description",) if block in DESCRIBED else ()),
                   *(way for one, way in LINKS if one == block)}
            out += [f"{where}.{key}" for key in note if key not in may]
            if not is_id(note.get("id"), block) or not isinstance(note.get("name"), str):
                out.append(where)
            out += [f"{where}.{way}.{target}" for way in ("for", "from") for target, some in note.get(way, {}).items()
                    if target not in LINKS.get((block, way), ()) or not all(is_id(one, target) for one in some)]
    return out


def is_id(one: Any, block: str) -> bool:
    """Whether this is an id of a block."""
    return isinstance(one, str) and bool(re.fullmatch(f"{BLOCKS[block][0]}[a-z0-9-]+", one))
