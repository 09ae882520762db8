"""Finds the model and neighbourhood files that come along, by name."""

import os
from importlib import resources
from pathlib import Path

from simcore.errors import Environment


def folder() -> Path:
    """Where the bundled models lie: package data once installed, models/ beside simcore in a checkout."""
    try:
        return Path(str(resources.files("simwijk_models")))
    except ModuleNotFoundError:
        pass
    beside = Path(__file__).parents[2] / "models"
    if not beside.is_dir():
        raise Environment("the bundled models are missing; install simwijk again")
    return beside


def models() -> dict[str, Path]:
    """The bundled canvases by name."""
    return _files(folder())


def neighbourhoods(beside: Path | None = None) -> dict[str, Path]:
    """The neighbourhoods by name: those in ``neighbourhoods/`` of a folder, then the bundled ones."""
    own = _files(beside / "neighbourhoods") if beside else {}
    return {**_files(folder() / "neighbourhoods"), **own}


def is_ours(path: Path) -> bool:
    """Whether a file came along."""
    return Path(os.path.abspath(folder())) in Path(os.path.abspath(path)).parents


def from_here(file: Path) -> str:
    """A file from the top of what came along, else from this folder, else as it is: ``models/ons_groen.yaml``."""
    file, top = Path(os.path.abspath(file)), Path(os.path.abspath(folder()))
    if file.is_relative_to(top):
        return (Path("models") / file.relative_to(top)).as_posix()
    for start in (Path.cwd(), Path(__file__).parents[2]):
        if file.is_relative_to(start):
            return file.relative_to(start).as_posix()
    return str(file)


def _files(where: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted(where.glob("*.yaml")) if not path.name.startswith("_")}
