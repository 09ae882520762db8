"""Keeps a comparison: a folder for each model, as ``simwijk run`` leaves it, and what they say side by side."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import Any

from simcore.errors import BadInput, Problem, quoted
from simcore.results.bands import Band
from simcore.results.folder import slug, write_json
from simcore.results.indicators import measure
from simcore.results.opened import damaged, opened
from simcore.results.verify import differences
from simcore.results.write import keep, seal, write_lane
from simcore.run import NOTHING, threads_here
from simcore.studies.compare import Comparison
from simcore.studies.entries import Entry

FORM = 1                         # of the file; another number when a reader would go wrong
FILE = "comparison.json"
STREAMS = "streams.json"         # that every run has, and nothing else


@contextmanager
def keeping(folder: Path, found: Comparison) -> Iterator[None]:
    """Write the folder of each model while the caller does something else; last of all what they say side by side."""
    folders = {entry.key: folder / entry.key for entry in found.entries}
    first = folders[found.keys[0]]

    def write(entry: Entry) -> None:
        mine, outcome = folders[entry.key], found.outcomes[entry.key]
        seal(mine, outcome, keep(mine, outcome, found.found[entry.key], first), entry.changes)

    with ThreadPoolExecutor(threads_here()) as pool:
        pool.submit(write_lane, first, NOTHING, found.any.lanes[NOTHING]).result()     # the others copy it
        writing = [pool.submit(write, entry) for entry in found.entries]
        yield
        for one in writing:
            one.result()
    write_json(folder / FILE, as_dict(found))


def as_dict(found: Comparison) -> dict[str, Any]:
    """A comparison as plain values under keys that stay as they are."""
    pairs = list(combinations(found.keys, 2))
    groups = found.figures()
    return {
        "form": FORM, "courses": len(found.any.replications), "weeks": found.any.weeks, "seed": found.any.seed,
        "luck_only": found.any.luck_only,
        "models": [{"key": entry.key, "name": found.titles[entry.key], "model": entry.spec.name,
                    "digest": found.outcomes[entry.key].digest, **found.found[entry.key].as_dict()}
                   for entry in found.entries],
        "differences": [{"of": one, "with": other,
                         "figures": {group: {name: plain(found.difference(one, other, group, name)) for name in names}
                                     for group, names in groups.items()},
                         "parties": {party: plain(found.gain_more(one, other, party)) for party in found.parties()}}
                        for one, other in pairs],
    }  # fmt: skip


def plain(one: Band | None) -> dict | None:
    """A band as plain values; None where nothing can be measured."""
    return one.as_dict() if one else None


def is_comparison(folder: Path) -> bool:
    """Whether a folder holds a comparison."""
    return (folder / FILE).is_file()


def models_in(folder: Path) -> list[str]:
    """The keys of the models of a comparison; BadInput when its file cannot be read."""
    try:
        about = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if about["form"] != FORM:
            raise ValueError(f"its form is {quoted(str(about['form']))}, this version reads {FORM}")
        return [one["key"] for one in about["models"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise unreadable(folder, error) from error


def reopened(folder: Path) -> Comparison:
    """A comparison from its folder, every figure measured again."""
    entries, outcomes = [], {}
    for key in models_in(folder):
        outcomes[key], manifest = opened(folder / key)
        entries.append(Entry(key, outcomes[key].spec, [], tuple(manifest["changes"])))
    return Comparison(entries, outcomes, {key: measure(one) for key, one in outcomes.items()})


def is_run(folder: Path) -> bool:
    """Whether a folder holds a single run."""
    return (folder / STREAMS).is_file()


def folders_in(folder: Path) -> dict[str, Path]:
    """Key -> the folder of each model of a run or a comparison."""
    if is_comparison(folder):
        return {key: folder / key for key in models_in(folder)}
    return {slug(opened(folder)[1]["model"]): folder}


def laid_out(folder: Path) -> Comparison:
    """A comparison from its folder, or a run from its own as a comparison of one model; every figure measured again."""
    if is_comparison(folder):
        return reopened(folder)
    outcome, manifest = opened(folder)
    key = slug(manifest["model"])
    entry = Entry(key, outcome.spec, [], tuple(manifest["changes"]))
    return Comparison([entry], {key: outcome}, {key: measure(outcome)})


def side_by_side(folder: Path) -> None:
    """What the file says of the models side by side follows from their folders; BadInput where it does not."""
    said = json.loads((folder / FILE).read_text(encoding="utf-8"))
    found = reopened(folder)
    counted = json.loads(json.dumps(as_dict(found)))
    for one, other in zip(said["models"], counted["models"]):   # a copy of a model is called after its folder
        other["model"], other["name"], other["digest"] = one["model"], one["name"], one["digest"]
    if len({tuple(one.lanes["nothing"].digests) for one in found.outcomes.values()}) != 1:
        raise BadInput(Problem(str(folder), 0, 0, "doing nothing is not the same beside every model"))
    for place, left, right in differences(said, counted, ""):
        raise BadInput(Problem(str(folder / FILE), 0, 0, f"{place} says {left!r}, but the lanes give {right!r}"))


def unreadable(folder: Path, error: Exception) -> BadInput:
    """The error for a comparison that cannot be read."""
    return damaged(folder / FILE, error)
