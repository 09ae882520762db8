"""Answers that were given before, kept on disk: asked once more, the page has them before the engine is even loaded.

An answer goes by a digest of all it can hang on: what is asked, every text of ours, every model, neighbourhood and
plugin that comes along, the files of the user that are shown, and the versions that may count otherwise. So another
text means another name, never an old answer; and a computer on which all of that is the same finds what was played
elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import entry_points, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from simcore.folders import cache_folder

ROOM = 60_000_000                                  # bytes of all answers; those used longest ago go first
TEXTS = {".py", ".yaml", ".csv"}
CONFIG = ["config"]                                # what goes by that is what the page knows before it asks anything
NAMED = re.compile(rb"""neighbourhood:\s*["']?([^"'\n,}]+\.yaml)""")       # the file of a neighbourhood, on a canvas
FIRST: dict[str, list[str] | str] = {}             # each plan as it was when it was first asked about
VERSIONS = ("numpy", "numba", "mesa")              # as of experiments, which load for longer than an answer may take


def name_of(models: tuple[str, ...], said: Any) -> str | None:
    """The name of the answer to what a page says; None where plugins of others may have a say in it, or a plan is not
    what it was when we began: it may have been read before that, or after."""
    if (ours := source()) is None:
        return None
    own = [own_plan(file) if (file := Path(name)).is_file() else name for name in models]
    if any(FIRST.setdefault(name, one) != one for name, one in zip(models, own)):
        return None
    text = json.dumps([ours, own, said], sort_keys=True)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def own_plan(file: Path) -> list[str]:
    """All a plan in a file hangs on: its name, by which the page knows it, its text, and the neighbourhoods that it can
    name: those of its folder, and one that stands in a file of its own."""
    text = file.read_bytes()
    named = [file.parent / os.fsdecode(one) for one in NAMED.findall(text)]
    beside = [*sorted(file.parent.glob("neighbourhoods/*.yaml")), *(one for one in named if one.is_file())]
    return [file.stem, text.hex(), *(one.read_bytes().hex() for one in beside)]


@cache
def source() -> str | None:
    """A digest of all that comes along; None when somebody else's plugins are installed."""
    if any(one.dist and one.dist.name != "simwijk" for one in entry_points(group="simwijk")):
        return None
    versions = [*sys.version_info[:2], *map(version, VERSIONS)]
    digest = hashlib.blake2b(repr(versions).encode(), digest_size=16)
    for name, file in sorted(files()):
        digest.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def files() -> Iterator[tuple[str, Path]]:
    """Every text that comes along, by a name that is the same everywhere: package data once installed, beside simcore
    in a checkout."""
    ours = Path(__file__).parents[1]
    for name in ("simcore", "models", "plugins"):
        found = find_spec(f"simwijk_{name}")
        beside = ours if name == "simcore" else ours.parent / name
        root = Path(found.origin).parent if found and found.origin else beside
        for one in root.rglob("*"):
            if one.suffix in TEXTS:
                yield f"{name}/{one.relative_to(root).as_posix()}", one


def folder() -> Path:
    """Where answers are kept."""
    return cache_folder() / "demo"


def kept(name: str | None) -> list[dict[str, Any]]:
    """The lines of the answer of this name; none when it was not kept, or cannot be read."""
    if name is None:
        return []
    with suppress(OSError, ValueError):
        file = folder() / f"{name}.json"
        lines = json.loads(file.read_text(encoding="utf-8"))
        os.utime(file)
        return lines
    return []


def keep(name: str | None, lines: list[dict[str, Any]]) -> None:
    """Keep the lines of an answer. A disk that is full or read-only costs only the time to play it again."""
    if name is None:
        return
    with suppress(OSError):
        folder().mkdir(parents=True, exist_ok=True)
        new = folder() / f"{name}.{os.getpid()}.new"
        new.write_text(json.dumps(lines, separators=(",", ":")), encoding="utf-8")
        new.replace(folder() / f"{name}.json")
        taken = 0
        for file in sorted(folder().glob("*.json"), key=lambda one: one.stat().st_mtime, reverse=True):
            taken += file.stat().st_size
            if taken > ROOM:
                file.unlink(missing_ok=True)
