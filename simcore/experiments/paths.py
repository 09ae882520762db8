"""The whole path of a number that is named by its end."""

from __future__ import annotations

from simcore.canvas import Spec
from simcore.errors import BadInput
from simcore.experiments.case import PLUGIN
from simcore.files.overrides import only


def whole_path(spec: Spec, path: str) -> str:
    """The whole path of a number that is named by its end; itself when it is none. BadInput where several end so."""
    every = spec.quantities()
    if path in every or PLUGIN.match(path):
        return path
    return only(path, [one for one in every if one.endswith(f".{path}")]) or path


def whole_of(spec: Spec, path: str) -> str:
    """The same; itself too where several end so, which has been told."""
    try:
        return whole_path(spec, path)
    except BadInput:
        return path
