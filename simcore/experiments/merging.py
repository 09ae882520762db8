"""Puts the runs of several studies of one question together: those of shards, or of machines that played apart."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

import numpy as np

from simcore.errors import BadInput, Problem
from simcore.experiments.folder import different, refused, store_in
from simcore.experiments.store import Run, Store

SOME = 200                                         # runs written at a time


def alike(folders: Sequence[Path], mine: dict[str, str] | None = None) -> None:
    """Raises BadInput when studies are not of one question, made with the same model, plugins and versions: those of
    the first, or ``mine``."""
    with ExitStack() as stack:
        every = [stack.enter_context(store_in(folder)).about() for folder in folders]
    first = (mine or every[0]) | {"part": ""}
    for folder, about in zip(folders, every):
        if changed := different(first, about | {"part": ""}):
            raise refused(folder, changed, about, first, "leave it out, or play it again with the same")


def taken_in(store: Store, folders: Sequence[Path]) -> int:
    """Put the runs of studies in a store; gives how many were new. BadInput when a run is another in two of them."""
    new = 0
    for folder in folders:
        with store_in(folder) as other:
            every = other.every()
            while some := list(islice(every, SOME)):
                there = store.found([run.key for run in some])
                if odd := [run.key for run in some if run.key in there and not same(run, there[run.key])]:
                    raise BadInput(Problem(str(folder), 0, 0, f"has another result for run {odd[0]}",
                                           "the same run gives the same on every machine",
                                           "play one of both again, and report it"))
                new += sum(run.key not in there for run in some)
                store.keep(some)
    return new


def same(one: Run, other: Run) -> bool:
    """Whether two runs that should be one are; one that failed says nothing against one that lived."""
    if not (one.lived and other.lived):
        return True
    return list(one.figures) == list(other.figures) and np.array_equal(
        list(one.figures.values()), list(other.figures.values()), equal_nan=True)
