"""Reads a question of which some is wrong: what is wrong is cut out, and the rest is read again.

So the rest is held against the models by what checks a question that is right, and all mistakes are told at once. What
cannot be left out is given its example; a question that was mended is never played.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from simcore.canvas.notes import BLOCKS
from simcore.errors import BadInput, Problem, quoted
from simcore.experiments.question import KINDS, Axis, Future, Question, Told, Until
from simcore.files import Here, Listing, Mapping, Node, Scalar, compose, read, suggestion
from simcore.files.places import Place, fields_of, node_at
from simcore.files.sources import Mark, closest

ROUNDS = 12                                        # of reading, each of which cuts one level around what is wrong
EXAMPLE = "<example>"                              # how the name of what stands in for what is wrong begins
VALUES = compose("[on, off]", EXAMPLE)             # of a path of which nothing else can be read
MEANT = re.compile(r"did you mean '([^']+)'")
MISSES = re.compile(r"misses the key '(.+)'$")
# Key -> how what is said elsewhere begins that hangs on what that key says.
LEANING = {"models": ("unknown model",), "design": ("points ", "file ", "vary."),
           "between": ("tolerance ",), "tolerance": ("courses.until.half_width ",)}
# Keys that not all kinds have.
OF_A_KIND = {key for kind in KINDS.values() for key in fields_of(kind)} - fields_of(Question).keys()


def as_far_as_it_goes(tree: Node, problems: list[Problem]) -> tuple[Question | None, Node]:
    """The question in a tree and the tree as that was read from, without what is wrong, of which the problems are
    added; None where nothing can be read of it."""
    cut: set[str] = set()
    try:
        kind = kind_of(tree)
    except BadInput as error:
        problems += error.problems
        if not isinstance(tree, Mapping) or is_canvas(tree):
            return None, tree
        kind = likely(tree)
        tree = changed(tree, ("kind",), compose(kind, EXAMPLE))
        cut.add("kind")
    for _ in range(ROUNDS):
        try:
            return read(tree, KINDS[kind]), tree
        except BadInput as error:
            problems += [one for one in error.problems
                         if not (made_up(one) or lacks(one, cut) or leans(one, tree, cut))]
            missed_last = sorted(error.problems, key=lambda one: bool(MISSES.search(one.what)))
            for one in missed_last:                # what is missed may be there by another name
                tree = without(tree, one, KINDS[kind], cut)
    return None, tree


def made_up(problem: Problem) -> bool:
    """Whether a problem is about what stands in for what is wrong."""
    return problem.file.startswith(EXAMPLE)


def lacks(problem: Problem, cut: set[str]) -> bool:
    """Whether a problem comes of what was cut: its remedy is to write that."""
    return any(re.search(rf"\b{re.escape(key)}:", problem.instead) for key in cut)


def leans(problem: Problem, tree: Mapping, cut: set[str]) -> bool:
    """Whether a problem may come of what was cut: a rule looks at both, or it is none in another kind."""
    if "kind" in cut and (MISSES.search(problem.what)
                          or any(place[0] in OF_A_KIND for place in places_of(problem, tree) if place)):
        return True
    return any(problem.what.startswith(LEANING.get(key, ())) for key in cut)


def kind_of(tree: Node) -> str:
    """What kind of experiment a file holds; BadInput when it does not say, or says what nobody knows."""
    here = Here(tree)
    if not isinstance(tree, Mapping):
        raise BadInput(here.problem(what="is no experiment", instead="write experiment: name and kind: sweep first"))
    if is_canvas(tree):
        raise BadInput(here.problem(what="is a canvas, and no experiment",
                                    instead="simwijk run plays it; an experiment names it under models:"))
    said = tree.get("kind")
    if not isinstance(said, Scalar):
        raise BadInput(here.problem(what="says no kind of experiment", instead=f"add kind: {' | '.join(KINDS)}"))
    if said.text not in KINDS:
        raise BadInput(here.problem("kind", what=f"is {quoted(said.text)}", instead=suggestion(said.text, list(KINDS))))
    return said.text


def is_canvas(tree: Mapping) -> bool:
    """Whether a file is none of an experiment, but a model."""
    return "kind" not in tree and any(block in tree for block in BLOCKS)


def likely(tree: Mapping) -> str:
    """The kind that was meant: the word that is most like it, else the one that knows most of the keys."""
    return closest(text_of(tree.get("kind")), list(KINDS)) or max(
        KINDS, key=lambda kind: len(fields_of(KINDS[kind]).keys() & tree.keys()))


def places_of(problem: Problem, tree: Node) -> list[Place]:
    """The places in a tree that a problem points at, the outermost first."""
    return [place for place, mark in marks(tree)
            if (mark.source.name, mark.line, mark.column) == (problem.file, problem.line, problem.column)]


def without(tree: Node, problem: Problem, kind: type[Question], cut: set[str]) -> Node:
    """A tree without what a problem is about, of which the key is added to what was ``cut``."""
    places = places_of(problem, tree)
    if not places:
        return tree
    if misses := MISSES.search(problem.what):
        place = (*places[0], misses[1])
        if misses[1] in node_at(tree, places[0]):
            return tree
        if example := example_of(kind, misses[1], problem):
            cut.add(misses[1])
            return changed(tree, place, compose(example, f"{EXAMPLE} {place}"))
    place = places[-1] if not misses else places[0]
    if (mended := as_meant(tree, place, problem) or with_its_path_alone(tree, place)) is not None:
        return mended
    while isinstance(node_at(tree, place[:-1]), Listing) and len(node_at(tree, place[:-1])) == 1:
        place = place[:-1]                         # a list of nothing is wrong as well
    if not place:
        return tree
    cut.add(str(place[-1]))
    return changed(tree, place, None)


def as_meant(tree: Node, place: Place, problem: Problem) -> Node | None:
    """The tree with what is plainly meant there: the key that is most like it, a list of one."""
    node, around = node_at(tree, place), node_at(tree, place[:-1])
    meant = MEANT.search(problem.instead)
    if meant and problem.what.startswith("unknown key ") and meant[1] not in around:
        return changed(changed(tree, place, None), (*place[:-1], meant[1]), node)
    if isinstance(node, Scalar) and " should be a list, but is " in problem.what:
        return changed(tree, place, Listing(node.mark, [node]))
    return None


def with_its_path_alone(tree: Mapping, place: Place) -> Node | None:
    """The tree where what is varied at a place has its path and two values that stand in for others, so that the path
    is still looked at; None where that is done, or would pair up with others."""
    for n in range(len(place), 0, -1):
        axis = node_at(tree, place[:n])
        if isinstance(axis, Mapping) and isinstance(axis.get("path"), Scalar) and axis.get("values") is not VALUES:
            alone = Mapping(axis.mark, {"path": axis["path"], "values": VALUES},
                            {"path": axis.key_marks["path"], "values": VALUES.mark})
            return None if text_of(tree.get("design")) == "zip" else changed(tree, place[:n], alone)
    return None


def marks(node: Node, place: Place = ()) -> Iterator[tuple[Place, Mark]]:
    """Each place in a tree, the outermost first, with the mark of its key and that of its value."""
    yield place, node.mark
    for step, part in node.items() if isinstance(node, Mapping) else ():
        yield (*place, step), node.key_marks[step]
        yield from marks(part, (*place, step))
    for n, part in enumerate(node) if isinstance(node, Listing) else ():
        yield from marks(part, (*place, n))


def changed(node: Node, place: Place, to: Node | None) -> Node:
    """A tree with another node at a place, or with none."""
    step, *deeper = place
    to = changed(node[step], tuple(deeper), to) if deeper else to
    if isinstance(node, Listing):
        parts = (to if n == step else part for n, part in enumerate(node))
        return Listing(node.mark, [part for part in parts if part is not None])
    rest = {key: part for key, part in {**node, step: to}.items() if part is not None}
    return Mapping(node.mark, rest, {key: node.key_marks.get(key, part.mark) for key, part in rest.items()})


def text_of(node: Node | None) -> str:
    """A word as it was written; empty where there is none."""
    return node.text if isinstance(node, Scalar) else ""


def example_of(kind: type[Question], key: str, problem: Problem) -> str:
    """What may stand under a key that cannot be left out; empty where no example is known."""
    if key == "name":
        return f"of-line-{problem.line}"           # each another
    known = (one.__pydantic_fields__[fields_of(one)[key]] for one in (kind, Told, Until, Axis, Future)
             if key in fields_of(one))
    return next((field.examples[0] for field in known if field.examples), "")
