"""The models of a comparison: each under a key of its own, with the changes that are meant for it.

    entered(["haarlems_gemak", "mine.yaml"], ["mine:revenue_streams.rs-cleaning.price=17"])

A key is the name of the file; a second one of the same name gets a number: ``mine-2``. A change holds for every
model that has its path, or, with a key and a colon before it, for that model alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simcore.canvas import Spec, load
from simcore.canvas.spec import of_the_place
from simcore.errors import BadInput, Problem, kept, quoted
from simcore.files import suggestion
from simcore.files.overrides import OPTION
from simcore.plugin.activating import activate
from simcore.results.folder import slug


@dataclass(frozen=True)
class Entry:
    """A model that takes part: its key, what was read of it, its plugins and the changes made to it."""
    key: str
    spec: Spec
    plugins: list[tuple[str, Any]]
    changes: tuple[str, ...] = ()


def entered(models: Sequence[str], changes: Iterable[str] = (), plugins: Iterable[str] = (),
            plugin_files: Iterable[Path] = ()) -> list[Entry]:
    """Read the models with their changes and plugins; raises BadInput with every problem of all of them."""
    plugins, plugin_files = list(plugins), list(plugin_files)
    problems: list[Problem] = []
    plain = [spec for one in models if (spec := kept(problems, lambda one=one: load(one)))]
    if problems:
        raise BadInput(unique(problems))
    keys = keys_of([spec.name for spec in plain])
    mine = meant_for(dict(zip(keys, models)), list(changes))
    out = []
    for key, model, spec in zip(keys, models, plain):
        if mine[key]:
            spec = kept(problems, lambda key=key, model=model: load(model, mine[key]))
        active = kept(problems, lambda spec=spec: activate(spec, plugins, plugin_files)) if spec else None
        if active is not None:
            out.append(Entry(key, spec, active, tuple(mine[key])))
    if problems:
        raise BadInput(unique(problems))
    return out


def unique(problems: list[Problem]) -> list[Problem]:
    """Each problem once: an option that is wrong is wrong for every model."""
    return list(dict.fromkeys(problems))


def keys_of(names: Iterable[str]) -> list[str]:
    """A key for each name that is safe as a folder, also where capitals make no difference."""
    out: list[str] = []
    for name in map(slug, names):
        n, key = 1, name
        while key.lower() in (one.lower() for one in out):
            n += 1
            key = f"{name}-{n}"
        out.append(key)
    return out


def meant_for(models: dict[str, str], changes: Sequence[str]) -> dict[str, list[str]]:
    """Key -> the changes for that model; raises BadInput for a key or path that no model has."""
    out: dict[str, list[str]] = {key: [] for key in models}
    problems: list[Problem] = []
    for change in changes:
        path, sign, value = change.partition("=")
        key, colon, rest = path.partition(":")
        key, rest = key.strip(), rest.strip()
        if not colon:
            refusals = {one: refusal(model, change) for one, model in models.items()}
            known = [one for one, wrong in refusals.items() if wrong is None]
            for one in known:
                out[one].append(change)
            if not known:
                problems.append(next(iter(refusals.values())))
        elif key not in models:
            problems.append(Problem(OPTION, 0, 0, f"no model here is called {quoted(key)}",
                                    instead=suggestion(key, list(models))))
        elif kept(problems, lambda: of_the_place(models[key], rest)):
            problems.append(Problem(OPTION, 0, 0, f"{quoted(rest)} belongs to the neighbourhood",
                                    "all models play in the same one", f"write --set {rest}{sign}{value}"))
        else:
            out[key].append(f"{rest}{sign}{value}")
    if problems:
        raise BadInput(problems)
    return out


def refusal(model: str, change: str) -> Problem | None:
    """Why a model has no place for a change; None when it has, whatever is wrong with the value."""
    try:
        load(model, [change])
    except BadInput as error:                            # an unknown path stands on no line; a wrong value does
        return next((one for one in error.problems if one.file == OPTION and not one.line), None)
    return None
