"""What a room changes on one canvas, and the canvas that this makes: B is the text of a file, and plays as that file.

    b = Redesign("mine.yaml", (("set", "revenue_streams.rs-cleaning.price", 16), ("off", "vp-ironing")))
    written(b).text                               # what is downloaded, and what ``load`` reads

Each step is what the page says: ``set`` a number at a path; a note ``off`` or ``on``; ``add`` a note of a kind, with
its name, the notes it is for or from, value, lowest and highest of each number it asks for, and its choices. A share is
a percentage there, as it is written beside the box in which it is typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

from simcore.canvas import Spec
from simcore.canvas.bundled import folder
from simcore.canvas.notes import BLOCKS, ids_in
from simcore.canvas.spec import Written
from simcore.canvas.switched import note_of, without
from simcore.canvas.wording import amount
from simcore.demo.deck import Kind, kinds
from simcore.demo.typed import FINEST, ordered, taken, times
from simcore.demo.wrong import NO_STEP
from simcore.errors import BadInput, printable
from simcore.experiments.case import Case, opened, text_of
from simcore.files.marks import Listing, Mapping, Node, Scalar, node_of
from simcore.files.overrides import apply, is_whole, standing_at
from simcore.files.sources import NOWHERE, odd_character
from simcore.show.note_money import ADDED
from simcore.show.words import Words

Step = tuple[Any, ...]
LONGEST_NAME, MOST_STEPS, MOST_LINKS, LONGEST_ID = 60, 200, 40, 40
SUFFIX = "B"
THOUGHT_OF = "thought of at a session"             # what a note that a room added says of itself, and its numbers
TEXTS = {
    "head": ("{name}: een herontwerp van {model}. Wat er anders is:", "{name}: a redesign of {model}. What differs:"),
    "set": ("{note}, {leaf}: {new} (was {old})", "{note}, {leaf}: {new} (was {old})"),
    "off": ("{note}: uit", "{note}: off"),
    "with": ("{note}: uit, want daaraan hing het", "{note}: off, as it hung on that"),
    "add": ("{note}: erbij ({kind}{numbers})", "{note}: added ({kind}{numbers})"),
    "none": ("niets", "nothing"),
}


@dataclass(frozen=True)
class Redesign:
    """A model by its file or name, and the steps that change it, in order."""
    model: str
    steps: tuple[Step, ...]


@dataclass
class Draft:
    """A canvas while it is changed: its tree, the notes that are off, and what was done, a note or path once."""
    spec: Spec
    tree: Node
    off: set[str] = field(default_factory=set)
    put: dict[str, Any] = field(default_factory=dict)          # path -> its value
    added: dict[str, tuple[Kind | None, list[str]]] = field(default_factory=dict)     # id -> kind, paths of numbers


def redesign_of(said: Any, models: tuple[str, ...]) -> Redesign | None:
    """The redesign in what the page says (``of``, the place of a model, and ``steps``); None where there is none.

    Raises BadInput for what no page of ours would say.
    """
    try:
        steps = tuple(frozen(one) for one in (said or {}).get("steps", ()))
        if not steps:
            return None
        if len(steps) > MOST_STEPS or not all(isinstance(one, tuple) and one for one in steps):
            raise ValueError("no steps")
        return Redesign(models[int(said["of"])], steps)
    except (TypeError, ValueError, KeyError, IndexError, AttributeError) as error:
        raise BadInput(NO_STEP) from error


def frozen(said: Any) -> Any:
    """Lists of the page as tuples, so that what is asked can be looked up; nothing but texts and numbers in them."""
    if isinstance(said, list):
        return tuple(frozen(one) for one in said)
    if isinstance(said, (str, int, float)):
        return said
    raise ValueError("no text, number or list")


# --- what is changed ---------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def drafted(one: Redesign) -> Draft:
    """The canvas after all steps; BadInput for a step that cannot be done."""
    spec = opened(Case(one.model))[0]
    draft = Draft(spec, spec.tree())
    for step in one.steps:
        try:
            STEPS[step[0]](draft, *step[1:])
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
            raise BadInput(NO_STEP) from error
    return draft


def put(draft: Draft, path: str, value: Any) -> None:
    """Another value: what is chosen holds in every course, and is nobody's source."""
    old = standing_at(draft.tree, path) if path.partition(".")[0] in BLOCKS and is_whole(draft.tree, path) else None
    if not (isinstance(old, Mapping) and "value" in old and "unit" in old):
        raise BadInput(NO_STEP)
    text = {name: part.text for name, part in old.items() if isinstance(part, Scalar)}
    new = written_as(value, text["unit"])
    number = {"value": new, "unit": text["unit"], "low": new, "high": new, "evidence": "assumption",
              "source": text["source"] if path in draft.put else chosen(text)[:4000]}
    if text.get("evidence") == "open" and "question" in text:
        number |= {"evidence": "open", "question": text["question"]}
    draft.tree = apply(draft.tree, path, node_of(number, NOWHERE))
    draft.put[path] = new.text


def chosen(old: dict[str, str]) -> str:
    """What a number that a room chose says of itself, of the one in its place as its file had it: ``Words.note`` says
    it in Dutch too."""
    said = [text_of(round(float(old[key]) * times(old["unit"]), FINEST)) + "%" * (times(old["unit"]) == 100)
            for key in ("value", "low", "high") if key in old]
    was = "{} ({} to {})".format(*said) if len(said) == 3 else said[0]
    return Words("en")("chosen", was=was, source=old.get("source", ""))


def written_as(value: Any, unit: str) -> Scalar:
    """A number that a room typed, as the files have it."""
    return Scalar(text_of(taken(value, unit)), True, NOWHERE)


def off(draft: Draft, note: str) -> None:
    """A note that counts no more."""
    if note_of(draft.tree, note) != note or not note:
        raise BadInput(NO_STEP)
    draft.off.add(note)


def on(draft: Draft, note: str) -> None:
    """A note that was off counts again."""
    draft.off.discard(note)


def add(draft: Draft, kind: str, name: str, links: tuple[str, ...], numbers: tuple[tuple[Any, ...], ...],
        picks: tuple[str, ...] = ()) -> None:
    """A note of a kind, behind the notes of its block, and what comes with it."""
    one, label = kinds()[kind], visible(name)
    if len(links) > MOST_LINKS or not all(isinstance(id, str) for id in (*links, *picks)):
        raise BadInput(NO_STEP)
    asked = {at: tuple(number) for at, number in zip(one.asks, numbers, strict=True)}
    chosen = {key: Scalar(visible(pick)[:LONGEST_ID], True, NOWHERE)
              for key, pick in zip(one.choices or {}, picks, strict=True)}
    linked = {key: {block: list(links)} for key, block in (one.links or {}).items() if links}
    id = pinned(draft, one.block, label, {} if one.beside else linked, chosen | with_numbers(one.sim, asked))
    where, of = one.block, id
    if one.beside:
        where, linked = one.beside.block, linked | {"for": {one.block: [id]}}
        of = pinned(draft, where, label, linked, with_numbers(one.beside.sim, asked))
    draft.added |= {of: (None, []), id: (one, [f"{where}.{of}.{at}" for at in one.asks])}


def pinned(draft: Draft, block: str, label: str, links: dict[str, Any], sim: dict[str, Node]) -> str:
    """Put a note on the canvas; its id."""
    id = free_id(draft.tree, block, label)
    node = node_of({"id": id, "name": label, "description": THOUGHT_OF, **links, "sim": {"english": label}}, NOWHERE)
    node["sim"] = Mapping(NOWHERE, node["sim"] | sim)
    tree = Mapping(draft.tree.mark, draft.tree, draft.tree.key_marks)
    tree[block] = Listing(NOWHERE, [*draft.tree.get(block, []), node])
    draft.tree = tree
    return id


def with_numbers(sim: Mapping, numbers: dict[str, tuple[Any, ...]], path: str = "") -> Mapping:
    """What a kind has under ``sim``, with numbers of the room where it asks for them; all of them assumptions."""
    out = Mapping(NOWHERE)
    for key, part in sim.items():
        at = f"{path}.{key}" if path else key
        if isinstance(part, Mapping) and "value" in part:
            value, low, high = (written_as(one, part["unit"].text) for one in numbers[at]) if at in numbers else (
                part["value"], part["low"], part["high"])
            ordered(*numbers.get(at, (0, 0, 0)))
            out[key] = node_of({"value": value, "unit": part["unit"], "low": low, "high": high,
                                "evidence": "assumption", "source": THOUGHT_OF}, NOWHERE)
        else:
            out[key] = with_numbers(part, numbers, at) if isinstance(part, Mapping) else part
    return out


STEPS = {"set": put, "off": off, "on": on, "add": add}


def visible(text: str) -> str:
    """A text of which nothing is hidden: what nobody can see, or turns what they see, is a box."""
    return "".join("□" if odd_character(one) or one in "\t\n\r" else " " if one == "\u00a0" else one
                   for one in str(text)).strip()


def free_id(tree: Node, block: str, label: str) -> str:
    """An id that no note of the block has, and that says that a room added it."""
    start = BLOCKS[block][0] + ADDED + (re.sub(r"[^a-z0-9]+", "-", label.lower())[:LONGEST_ID].strip("-") or "note")
    taken, n, id = ids_in(tree, block), 1, start
    while id in taken:
        n += 1
        id = f"{start}-{n}"
    return id


# --- the file it makes ---------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def written(one: Redesign, lang: str = "nl") -> Written:
    """The canvas as the text of a file, which begins with what was changed."""
    draft = drafted(one)
    tree = without(draft.tree, draft.off)
    meta = tree["meta"]
    name = f"{meta['name'].text[:LONGEST_NAME - 2].strip()} {SUFFIX}"
    tree = Mapping(tree.mark, tree, tree.key_marks)
    tree["meta"] = Mapping(meta.mark, meta | {"name": Scalar(name, False, NOWHERE),
                                              "derived_from": Scalar(draft.spec.name, False, NOWHERE)})
    head = text("head", lang, name=name, model=draft.spec.canvas.meta.name)
    lines = [head, *(f"- {said}" for said in changes(one, lang) or [text("none", lang)])]
    comments = "".join(f"# {printable(line)}\n" for line in lines)
    own = Path(draft.spec.model_file).parent
    return Written(f"{draft.spec.name}_{SUFFIX.lower()}.yaml", comments + "\n" + dumped(tree), str(own or folder()))


def dumped(tree: Node) -> str:
    """A tree as YAML, every value by PyYAML; a number or a list of words on one line."""
    text, how = "", {"allow_unicode": True, "width": 10**9}
    if yaml.__with_libyaml__:                      # seven times faster, but a smiley comes out as a number
        text = yaml.serialize(node(tree), Dumper=yaml.CSafeDumper, **how)
    return text if text and "\\U" not in text else yaml.serialize(node(tree), Dumper=yaml.SafeDumper, **how)


def node(one: Node) -> yaml.Node:
    """A part of the tree as PyYAML has it: what stood between quotes does so again."""
    if isinstance(one, Scalar):
        tag = RESOLVER.resolve(yaml.ScalarNode, one.text, (True, False)) if one.bare else STR
        return yaml.ScalarNode(tag, one.text, style=None if one.bare else '"')
    if isinstance(one, Listing):
        return yaml.SequenceNode(SEQ, [node(part) for part in one],
                                 flow_style=all(isinstance(part, Scalar) for part in one))
    flow = {"value", "unit"} <= one.keys() or bool(one) and all(isinstance(part, Listing) and all(
        isinstance(word, Scalar) for word in part) for part in one.values())
    parts = [(yaml.ScalarNode(STR, key), node(part)) for key, part in one.items()]
    return yaml.MappingNode(MAP, parts, flow_style=flow)


RESOLVER = yaml.resolver.Resolver()
STR, SEQ, MAP = (RESOLVER.DEFAULT_SCALAR_TAG, RESOLVER.DEFAULT_SEQUENCE_TAG, RESOLVER.DEFAULT_MAPPING_TAG)


# --- what was changed, in words ------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def changes(one: Redesign, lang: str) -> tuple[str, ...]:
    """Each number, note and addition by which the canvas differs, once."""
    draft, words = drafted(one), Words(lang)
    names = {note.id: words.name(note) for block in BLOCKS for note in getattr(draft.spec.canvas, block)}
    names |= {id: note["name"].text for block in BLOCKS for id, note in zip(ids_in(draft.tree, block), draft.tree.get(
        block, [])) if id in draft.added}
    left = without(draft.tree, draft.off)
    there, stay = ([id for block in BLOCKS for id in ids_in(tree, block)] for tree in (draft.tree, left))
    gone = {*there} - {*stay}
    out = []
    for path, value in draft.put.items():
        id, old = path.split(".")[1], draft.spec.quantities().get(path)
        if old is not None and id not in gone:
            out.append(text("set", lang, note=names[id], leaf=words.leaf(path),
                            old=amount(old, lang), new=spoken(value, old.unit, lang)))
    for id in (id for id in there if id in gone and id not in draft.added):
        out.append(text("off" if id in draft.off else "with", lang, note=names.get(id, id)))
    for id, (kind, paths) in draft.added.items():
        if kind and id not in gone:
            numbers = [standing_at(draft.tree, path) for path in paths]
            said = "".join(f", {spoken(one['value'].text, one['unit'].text, lang)}" for one in numbers)
            label = kind.label.nl if lang == "nl" else kind.label.en
            out.append(text("add", lang, note=names[id], kind=label, numbers=said))
    return tuple(out)


def spoken(value: str, unit: str, lang: str) -> str:
    """A number with its unit as people write it."""
    return amount(SimpleNamespace(value=float(value), unit=unit), lang)


def text(key: str, lang: str, **parts: str) -> str:
    """A text of this page."""
    return TEXTS[key][lang == "en"].format(**parts)
