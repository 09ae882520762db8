"""Reads a canvas and its neighbourhood into one checked, frozen whole: the model as everything else knows it.

    spec = load("ons_groen.yaml", ["revenue_streams.rs-cleaning.price=16", "neighbourhood.choice.price=0.2"])
    spec.quantities()["revenue_streams.rs-cleaning.price"].value
"""

from __future__ import annotations

import hashlib
import pickle
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal

from simcore.canvas import bundled as _bundled
from simcore.canvas.blocks import (Activity, Channel, Cost, Meta, Partner, Proposition, Relationship, Resource, Revenue,
                                   Segment)  # fmt: skip
from simcore.canvas.fit import misfits
from simcore.canvas.place import Place
from simcore.canvas.rules import rules
from simcore.canvas.run import PluginUse, Run
from simcore.canvas.switched import nothing_left, switches, without
from simcore.canvas.typed import as_typed, in_its_unit
from simcore.errors import BadInput, Problem, kept, quoted
from simcore.files import Here, Mapping, Node, Quantity, Scalar, apply, read, record, suggestion, walk_quantities
from simcore.files import load as load_tree
from simcore.files.marks import compose, compose_source
from simcore.files.overrides import OPTION, ends, is_there, is_whole, known_paths, only, split
from simcore.files.sources import closest, source_of

PLACE = "neighbourhood."  # what the path of a number of the neighbourhood starts with
# What the path of a parameter of a plugin looks like: its name, its key.
PLUGIN = re.compile(r"(?:simwijk\.)?plugins\.([\w-]+)\.(?:with\.)?(?!use$|as$|with$)(\w+)$")


@record
class Canvas:
    """A model file: the nine blocks of the canvas, and under ``simwijk`` how it is run."""

    version: Literal["2.0"]
    meta: Meta
    customer_segments: list[Segment] = ()
    value_propositions: list[Proposition] = ()
    channels: list[Channel] = ()
    customer_relationships: list[Relationship] = ()
    revenue_streams: list[Revenue] = ()
    key_resources: list[Resource] = ()
    key_activities: list[Activity] = ()
    key_partnerships: list[Partner] = ()
    costs: list[Cost] = ()
    simwijk: Run

    def problems(self, here: Here) -> Iterator[Problem]:
        """Whether the notes together can be played."""
        yield from rules(self, here)


@record
class _Placed:
    """A neighbourhood file under the name that paths give it."""

    neighbourhood: Place


@dataclass(frozen=True)
class Written:
    """A canvas that stands in no file: its text, as we wrote it,
    under the name and in the folder its file would have."""

    file: str
    text: str
    folder: str

    def tree(self) -> Node:
        """What is written there; raises BadInput as for a file of this name."""
        return compose_source(source_of(self.text, self.file))


@dataclass(frozen=True)
class Spec:
    """A model that is right in itself: a canvas, the neighbourhood it plays in, and where both were read."""

    name: str
    canvas: Canvas
    place: Place
    model_file: str
    neighbourhood_file: str
    written: Written | None = field(default=None, repr=False, compare=False)     # where it stands in no file

    def tree(self) -> Node:
        """The canvas as its text has it, before anything was set in it."""
        return self.written.tree() if self.written else load_tree(self.model_file)

    @property
    def plugins(self) -> tuple[PluginUse, ...]:
        """The plugins the canvas activates, in its order."""
        return tuple(self.canvas.simwijk.plugins)

    @cached_property
    def digest(self) -> str:
        """Equal for models of which all is the same."""
        return _digest(self)

    @cached_property
    def place_digest(self) -> str:
        """Equal for neighbourhoods of which all is the same."""
        return _digest(self.place)

    def quantities(self) -> dict[str, Quantity]:
        """Every number by the path that ``--set`` takes: those of the canvas, then of the neighbourhood."""
        return dict(self._quantities)

    @cached_property
    def _quantities(self) -> dict[str, Quantity]:
        found = dict(walk_quantities(self.canvas))
        found.update((PLACE + path, number) for path, number in walk_quantities(self.place))
        return found


def _digest(record: object) -> str:
    """Of all that a record holds, and no more than that: wherever it was read."""
    return hashlib.blake2b(repr(record).encode(), digest_size=16).hexdigest()


def load(
    model: str | Path | Written,
    overrides: Iterable[str | tuple[str, Any]] = (),
    neighbourhood_override: str | Path | None = None,
) -> Spec:
    """The model in a file, a bundled one by name or one in memory, after the overrides (``path=value``, or a pair).

    A path that is the id of a sticky note switches that on or off. A path may be the end of one, of the canvas or the
    neighbourhood, where no other path of both ends so.
    ``neighbourhood_override`` replaces the neighbourhood the canvas names. Raises BadInput with all
    problems of both files, the canvas first.
    """
    written = model if isinstance(model, Written) else None
    model_file = Path(written.file) if written else _model_file(model)
    tree = tree_of(model)
    beside = Path(written.folder) if written else model_file.parent
    if isinstance(tree, Mapping) and "experiment" in tree:
        raise BadInput(tree.key_marks["experiment"].problem(
            "this is an experiment, and should be a canvas",
            instead="simwijk sweep plays an experiment; name the canvas it is about here"))
    problems: list[Problem] = []
    overrides = list(overrides)
    by_hand = {one.partition("=")[0].strip() for one in overrides if isinstance(one, str)}
    pairs = [pair for one in overrides
             if (pair := kept(problems, lambda one=one: split(one, tree) if isinstance(one, str) else one))]
    problems.extend(_for_a_plugin(path, value) for path, value in pairs if PLUGIN.match(path))
    off, pairs = kept(problems, lambda: switches(
        tree, [pair for pair in pairs if not PLUGIN.match(pair[0])])) or (set(), [])
    if alone := nothing_left(tree, off):
        problems.extend(alone)
        off = set()
    tree = without(tree, off)
    changed, of_neighbourhood = _changed(tree, pairs), []
    place_file = kept(of_neighbourhood, lambda: _neighbourhood_file(changed, beside, neighbourhood_override))
    place = kept(of_neighbourhood, lambda: _under_its_name(load_tree(place_file))) if place_file else None
    wholes = {path: kept(problems, lambda path=path: whole_path(path, tree, place)) for path, _ in pairs}
    pairs = [(wholes[path], value) for path, value in pairs if wholes[path]]
    of_canvas = [pair for pair in pairs if not pair[0].startswith(PLACE)]
    of_place = [pair for pair in pairs if pair[0].startswith(PLACE)]
    canvas = kept(problems, lambda: read(tree, Canvas, of_canvas) if of_canvas or off or written else _as_it_stands(
        model_file, Canvas))
    problems.extend(of_neighbourhood)
    placed = kept(problems, lambda: read(place, _Placed, of_place) if of_place else _as_it_stands(
        place_file, _Placed)) if place is not None else None
    if canvas and placed:
        problems.extend(misfits(canvas, placed.neighbourhood, Here(changed)))
    if problems:
        typed = {whole: path for path, whole in wholes.items() if whole and path in by_hand}
        roots = [(one, place if one.source_line.startswith(PLACE) else tree) for one in problems]
        told = [as_typed(in_its_unit(one, root) if one.file == OPTION else one, typed, root) for one, root in roots]
        raise BadInput(sorted(told, key=lambda problem: problem.file == OPTION))
    return Spec(model_file.stem, canvas, placed.neighbourhood, str(model_file), str(place_file), written)


def tree_of(model: str | Path | Written) -> Node:
    """A model as its text has it, before anything is set in it; raises BadInput as ``load`` does for a text."""
    return model.tree() if isinstance(model, Written) else load_tree(_model_file(model))


def of_the_place(model: str | Path, path: str) -> bool:
    """Whether a path, or the end of one, is of the neighbourhood a model plays in; raises BadInput as ``load``."""
    if path.startswith(PLACE):
        return True
    model_file = _model_file(model)
    tree = load_tree(model_file)
    place_file = _neighbourhood_file(tree, model_file.parent, None)
    return bool(place_file) and whole_path(path, tree, _under_its_name(load_tree(place_file))).startswith(PLACE)


def whole_path(path: str, tree: Node, place: Mapping | None) -> str:
    """The whole path that a short one means, in the canvas or the neighbourhood; as it stands where it is none.

    Raises BadInput where several paths end so, and for a path that is most like one of the neighbourhood.
    """
    if path.startswith(PLACE) or place is None or is_whole(tree, path):
        return path
    found = only(path, ends(tree, path) + ends(place, path))
    if found:
        return found
    like = {one.removeprefix(PLACE): one for one in known_paths(place)}
    near = closest(path, list(like)) if path.partition(".")[0] in place["neighbourhood"] else ""
    if near:
        raise BadInput(Problem(OPTION, 0, 0, f"unknown path {quoted(path)}",
                               instead=f"did you mean {quoted(like[near])}?"))
    return path


def bundled() -> dict[str, str]:
    """The models that come along: name to tagline."""
    lines = {}
    for name, path in _bundled.models().items():
        tagline = load_tree(path).get("meta", {}).get("tagline")
        lines[name] = tagline.text if isinstance(tagline, Scalar) else ""
    return lines


def _for_a_plugin(path: str, value: Any) -> Problem:
    """The Problem for a parameter of a plugin, which is set by another option."""
    name, key = PLUGIN.match(path).groups()
    return Problem(OPTION, 0, 0, f"{quoted(path)} is a parameter of a plugin",
                   instead=f"write --plugin {name}:{key}={value}")


def _changed(tree: Node, pairs: list[tuple[str, Any]]) -> Node:
    """The tree after the overrides, as far as they can be followed: it shows where things stand."""
    for path, value in pairs:
        if not path.startswith(PLACE) and is_there(tree, path):      # else a remedy is looked for, which takes long
            with suppress(BadInput):
                tree = apply(tree, path, value)
    return tree


def _under_its_name(tree: Node) -> Mapping:
    return Mapping(tree.mark, {"neighbourhood": tree}, {"neighbourhood": tree.mark})


def _as_it_stands(file: Path, kind: type) -> Any:
    """What is in a file, nothing changed in it: most of what is read was read before.

    Each has a copy of its own: a plugin that changes it, which is found out, spoils it for nobody.
    """
    return pickle.loads(_as_bytes(file, file.read_bytes(), kind))


@lru_cache(maxsize=16)
def _as_bytes(file: Path, said: bytes, kind: type) -> bytes:
    """What a file that says this comes to."""
    tree = compose(said, str(file))
    return pickle.dumps(read(tree if kind is Canvas else _under_its_name(tree), kind))


def _model_file(model: str | Path) -> Path:
    """The path of a model given by name or as a file."""
    known = _bundled.models()
    if isinstance(model, str) and model in known:
        return known[model]
    path = Path(model)
    if path.suffix == ".yaml" and path.stem in known and not _is_file(path):
        raise BadInput(Problem(str(model), 0, 0, "there is no such file",
                               instead=f"write {path.stem} for the model that comes along"))
    if path.suffix or _is_file(path):
        return path
    what = f"there is no model {quoted(str(model))}"
    if _is_file(path.with_name(f"{path.name}.yaml")) if path.name else False:
        raise BadInput(Problem("", 0, 0, what, instead=f"did you mean {path}.yaml?"))
    raise BadInput(Problem("", 0, 0, what, instead=suggestion(str(model), list(known)) + "; or name a .yaml file"))


def _neighbourhood_file(tree: Node, beside: Path, override: str | Path | None) -> Path | None:
    """The path of the neighbourhood: given apart, else named in the canvas; None when it names none."""
    if override is not None:
        return _found(str(override), Path(), Here(None, (), "neighbourhood"))
    run = tree.get("simwijk") if isinstance(tree, Mapping) else None
    named = run.get("neighbourhood") if isinstance(run, Mapping) else None
    if not isinstance(named, Scalar) or not named.text.strip():
        return None  # the reader of the canvas says so
    return _found(named.text, beside, Here(tree, ("simwijk",)))


def _found(name: str, beside: Path, here: Here) -> Path:
    known = _bundled.neighbourhoods(beside)
    if name in known:
        return known[name]
    path = beside / name
    if path.suffix == ".yaml" and _is_file(path):
        return path
    steps = ("neighbourhood",) if here.root is not None else ()
    raise BadInput(here.unknown(*steps, word=name, noun="neighbourhood", known=list(known)))


def _is_file(path: Path) -> bool:
    """Whether there is something to read under a name; a name that no file can have has nothing."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
