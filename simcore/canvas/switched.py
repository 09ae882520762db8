"""Switches sticky notes off: the canvas as if they had never been on it, and what hung on them alone neither.

    --set vp-ironing=off

What points at a note that is off points there no more. A note goes along when nothing is left of what it was for or
from, of the team that does it, of the room it is held in, of those who pay for it, or of what it earns; a service goes
along with its price, a promise that is a goal with the last that works for it, a cost with the last of what it is
counted by. With volunteers goes what they carry, with the fair the goals that are chosen there, and with a note the
plugin that was given it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from simcore.canvas.notes import BLOCKS, ids_in, notes_in
from simcore.canvas.rules import COUNTED, PLAYED
from simcore.errors import BadInput, Problem, quoted
from simcore.files import Here, Listing, Mapping, Node, Scalar
from simcore.files.overrides import OPTION

ON, OFF = "on", "off"
OWNS = {"team", "payers", "item", "room"}        # what a note cannot do without, when it has it
# Parts that are nothing without another: the block and part, the parts that it must say, then what it hangs on.
LEANS = [
    ("key_resources", "building", (), ("key_activities", "volunteering", ())),
    ("key_activities", "gathering", ("helpers",), ("key_activities", "volunteering", ())),
    ("value_propositions", "goal", (), ("key_activities", "gathering", ("goals",))),
]


def note_of(tree: Node, path: str) -> str:
    """The id of the note that a path names whole (``vp-ironing``, or with its block before it); empty for another."""
    block, _, name = path.rpartition(".")
    for one in [block] if block else BLOCKS:
        if one in BLOCKS and name in ids_in(tree, one) and name:
            return name
    return ""


def switches(tree: Node, pairs: Iterable[tuple[str, Any]]) -> tuple[set[str], list[tuple[str, Any]]]:
    """The notes that pairs of path and value switch off, and the other pairs;
    BadInput for what is neither on nor off."""
    off, others, problems = set(), [], []
    for path, value in pairs:
        note = note_of(tree, path)
        if not note:
            others.append((path, value))
        elif value not in (ON, OFF):
            problems.append(Problem(OPTION, 0, 0, f"{quoted(path)} is a sticky note, which is on or off",
                                    instead=f"write {path}=off, or a number of it such as {path}.price="))
        elif value == OFF:
            off.add(note)
    if problems:
        raise BadInput(problems)
    return off, others


def without(tree: Node, off: set[str]) -> Node:
    """The canvas without some notes and what hung on them alone; the tree itself stays as it is."""
    if not off:
        return tree
    gone = set(off)
    while True:
        more = {id for block in BLOCKS for id, note in zip(ids_in(tree, block), notes_in(tree, block))
                if id not in gone and hangs_on(note, gone)}
        more |= unpaid(tree, gone | more) | uncounted(tree, gone | more) | uncarried(tree, gone | more)
        if not more:
            break
        gone |= more
    left = Mapping(tree.mark, tree, tree.key_marks)
    for block in BLOCKS:
        listed = tree.get(block)
        if isinstance(listed, Listing):
            left[block] = Listing(listed.mark, [cut(note, gone) for id, note in
                                                zip(ids_in(tree, block), notes_in(tree, block)) if id not in gone])
    if isinstance(tree.get("simwijk"), Mapping):
        left["simwijk"] = run_without(tree, gone)
    return left


def played_in(tree: Node) -> list[str]:
    """The ids of the notes by which a canvas can be played: what is asked for, ordered or done together."""
    return list(dict.fromkeys(id for one in PLAYED for id in noted(tree, *one)))


def nothing_left(tree: Node, off: set[str]) -> list[Problem]:
    """The Problem where all that can be played goes with notes that are off, shown at the first of them without which
    something would stay."""
    if not (played := played_in(tree)) or played_in(without(tree, off)):
        return []
    places = {id: (block, n) for block in BLOCKS for n, id in enumerate(ids_in(tree, block)) if id in off}
    some = [id for id in places if played_in(without(tree, off - {id}))]
    if len(some) == 1:
        instead = f"leave {some[0]} on"
    elif some:
        instead = f"leave one of these on: {', '.join(some)}"
    else:
        instead = f"leave more of these on: {', '.join(places)}"
    return [Here(tree).problem(*places[[*some, *places][0]], what="is off, and nothing is left to play",
                               why=f"with {', '.join(places)} goes all that can be asked for: {', '.join(played)}",
                               instead=instead)]


def run_without(tree: Node, gone: set[str]) -> Node:
    """The rules of the run, without plugins that were given a note that is gone, or a list of which nothing is left;
    and without those for goals when no goal is left."""
    run = tree["simwijk"]
    left = Mapping(run.mark, run, run.key_marks)
    goals = noted(tree, "value_propositions", "goal")
    if goals and all(id in gone for id in goals):
        left.pop("goals", None)
    if isinstance(run.get("plugins"), Listing):
        used = [one for one in run["plugins"] if not (isinstance(one, Mapping) and misses(one.get("with"), gone))]
        left["plugins"] = Listing(run["plugins"].mark, [cut(one, gone) for one in used])
    return left


def misses(given: Node | None, gone: set[str]) -> bool:
    """Whether a plugin was given a note that is gone, or a list of notes that all are."""
    values = given.values() if isinstance(given, Mapping) else ()
    return any(isinstance(one, Scalar) and one.text in gone
               or isinstance(one, Listing) and bool(ids := texts(one)) and all(id in gone for id in ids)
               for one in values)


def hangs_on(note: Mapping, gone: set[str]) -> bool:
    """Whether nothing is left of what a note is for or from, or of one thing that it owns."""
    links = [[id for listed in note[key].values() if isinstance(listed, Listing) for id in texts(listed)]
             for key in ("for", "from") if isinstance(note.get(key), Mapping)]
    return any(ids and all(id in gone for id in ids) for ids in [*links, *owned(note.get("sim"))])


def owned(node: Node | None) -> Iterable[list[str]]:
    """The ids of each thing a note owns: its team, its room, all payers of its order, what it earns."""
    if isinstance(node, Mapping):
        for key, one in node.items():
            if key in OWNS and isinstance(one, Scalar):
                yield [one.text]
            elif key in OWNS and isinstance(one, Listing):
                yield texts(one)
            else:
                yield from owned(one)
    elif isinstance(node, Listing):
        for one in node:
            yield from owned(one)


def texts(listed: Listing) -> list[str]:
    """The ids in a list, of plain ids or of blocks that have one."""
    return [one.text if isinstance(one, Scalar) else one["id"].text for one in listed
            if isinstance(one, Scalar) or isinstance(one, Mapping) and isinstance(one.get("id"), Scalar)]


def unpaid(tree: Node, gone: set[str]) -> set[str]:
    """The value propositions of which the price is gone, or the order,
    promises or building by which they are a goal."""
    out = set()
    for id, promise in zip(ids_in(tree, "value_propositions"), notes_in(tree, "value_propositions")):
        prices = [one for one, note in pointing(tree, "revenue_streams", id)
                  if has(note, "price") or has(note, "order")]
        works = [*prices, *(one for one, note in pointing(tree, "key_activities", id) if has(note, "pledge")),
                 *(one for one, note in pointing(tree, "key_resources", id) if has(note, "building"))]
        if id not in gone and works and all(one in gone for one in works):
            out.add(id)
    return out


def pointing(tree: Node, block: str, id: str) -> list[tuple[str, Mapping]]:
    """The notes of a block that are for a value proposition, with their ids."""
    return [(one, note) for one, note in zip(ids_in(tree, block), notes_in(tree, block))
            if isinstance(note.get("for"), Mapping) and isinstance(note["for"].get("value_propositions"), Listing)
            and id in texts(note["for"]["value_propositions"])]


def has(note: Mapping, part: str) -> bool:
    """Whether a note has a part under ``sim``."""
    return isinstance(note.get("sim"), Mapping) and part in note["sim"]


def noted(tree: Node, block: str, part: str, says: tuple[str, ...] = ()) -> list[str]:
    """The ids of the notes of a block that have a part, and in it what it must say."""
    return [id for id, note in zip(ids_in(tree, block), notes_in(tree, block))
            if has(note, part) and all(key in note["sim"][part] for key in says)]


def uncarried(tree: Node, gone: set[str]) -> set[str]:
    """What leans on notes that were there and are all gone."""
    out: set[str] = set()
    for block, part, says, on in LEANS:
        there = noted(tree, *on)
        if there and all(id in gone for id in there):
            out |= {id for id in noted(tree, block, part, says) if id not in gone}
    return out


def uncounted(tree: Node, gone: set[str]) -> set[str]:
    """The costs of which nothing is left that says how many there are, while something did."""
    out = set()
    for id, cost in zip(ids_in(tree, "costs"), notes_in(tree, "costs")):
        per = cost["sim"].get("per") if isinstance(cost.get("sim"), Mapping) else None
        block, part = COUNTED.get(per.text, ("", "")) if isinstance(per, Scalar) else ("", "")
        having = [one for one, note in zip(ids_in(tree, block), notes_in(tree, block))
                  if has(note, part)] if block else []
        if id not in gone and having and all(one in gone for one in having):
            out.add(id)
    return out


def cut(node: Node, gone: set[str]) -> Node:
    """A part of the tree that points at nothing that is gone."""
    if isinstance(node, Mapping):
        left = Mapping(node.mark, {}, node.key_marks)
        for key, one in node.items():
            if not (isinstance(one, Scalar) and one.text in gone):
                left[key] = cut(one, gone)
        return left
    if isinstance(node, Listing):
        return Listing(node.mark, [cut(one, gone) for one in node if not (
            isinstance(one, Scalar) and one.text in gone
            or isinstance(one, Mapping) and isinstance(one.get("id"), Scalar) and one["id"].text in gone)])
    return node
