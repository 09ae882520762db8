"""Finds the experiments that come along, by name."""

from importlib import resources
from pathlib import Path

from simcore.canvas.bundled import models
from simcore.errors import BadInput, Environment, Problem, quoted
from simcore.files import Here, Mapping, load, suggestion
from simcore.files.sources import closest


def folder() -> Path:
    """Where they lie: package data once installed, experiments/ beside simcore in a checkout."""
    try:
        return Path(str(resources.files("simwijk_experiments")))
    except ModuleNotFoundError:
        pass
    beside = Path(__file__).parents[2] / "experiments"
    if not beside.is_dir():
        raise Environment("the experiments that come along are missing; install simwijk again")
    return beside


def bundled() -> dict[str, Path]:
    """The experiments that come along, by name."""
    return {file.stem: file for file in sorted(folder().glob("*.yaml"))}


def file_of(name: str | Path) -> Path:
    """The file of an experiment given by name or as a file; BadInput when there is none."""
    known, path = bundled(), Path(name)
    if str(name) in known:
        return known[str(name)]
    if path.is_file():
        return path
    if str(name) in models():
        raise BadInput(Problem("", 0, 0, f"{quoted(str(name))} is a canvas, and no experiment",
                               instead="simwijk run plays it; an experiment names it under models:"))
    what = "there is no such file" if path.suffix else f"there is no experiment {quoted(str(name))}"
    raise BadInput(Problem(str(name) if path.suffix else "", 0, 0, what,
                           instead=suggestion(path.stem, list(known)) + "; or name a .yaml file"))


def comes_along(file: Path) -> bool:
    """Whether a file is that of an experiment that comes along."""
    return bundled().get(file.stem) == file


def named_of(kind: str, model: str) -> list[str]:
    """The experiments that come along of a kind, about a model that comes along, by name."""
    asked = {name: load(file) for name, file in bundled().items()
             if f"kind: {kind}" in file.read_text(encoding="utf-8")}
    return [name for name, tree in asked.items() if model in [one.text for one in tree.get("models") or ()]]


def there_is(name: str) -> None:
    """BadInput when a name without an ending is that of nothing: no file,
    and no canvas or experiment that comes along."""
    canvases, known, path = list(models()), list(bundled()), Path(name)
    if path.suffix or name in (*canvases, *known) or path.exists() or Path(f"{name}.yaml").exists():
        return
    near = closest(name, [*canvases, *known])
    hint = f"did you mean {quoted(near)}? " if near else ""
    raise BadInput(Problem("", 0, 0, f"there is no model and no experiment {quoted(name)}",
                           instead=f"{hint}models: {', '.join(canvases)}; experiments: {', '.join(known)}; "
                                   "or name a .yaml file"))


def is_experiment(name: str | Path) -> bool:
    """Whether a file, or a name, is that of an experiment and not of a canvas; BadInput when it is of neither."""
    if not Path(name).exists() and str(name) not in (known := bundled()):
        return closest(str(name), [*known, *models()]) in known
    try:
        tree = load(file_of(name), [])
    except BadInput:
        return False
    if not isinstance(tree, Mapping):
        raise BadInput(Here(tree).problem(what="is no canvas and no experiment", instead=(
            "begin it with version: for a canvas, or with experiment: and kind: for an experiment")))
    return "experiment" in tree or "kind" in tree and "version" not in tree
