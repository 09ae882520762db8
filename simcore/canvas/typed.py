"""Tells what is wrong with a value that was set by the path as somebody typed it; behind that,
where the model has it, and in which unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from simcore.canvas.bundled import from_here
from simcore.errors import BadInput, Problem
from simcore.files import Node, Scalar
from simcore.files.overrides import OPTION, mark_of, standing_at
from simcore.files.remedies import UNIT

PART = r"(\.(value|low|high))?"                    # of a number, behind its path


def as_typed(problem: Problem, typed: Mapping[str, str], root: Node | None) -> Problem:
    """A problem with a value by its typed path; as it is when it is about something else.

    ``typed`` is whole path -> as typed; ``root`` the tree in which that path leads somewhere.
    """
    whole, sign, value = problem.source_line.partition("=")
    if problem.file != OPTION or whole not in typed or root is None:
        return problem
    path, space, said = problem.what.partition(" ")
    if re.fullmatch(re.escape(plain(whole)) + PART, plain(path)):
        path = typed[whole]
    why = [problem.why] if problem.why else []
    why += [f"that is {whole}"] if typed[whole] != whole else []
    with suppress(BadInput):
        stands, mark = standing_at(root, whole), mark_of(root, whole)
        number = stands if isinstance(stands, Scalar) else stands["value"]
        why.append(f"the model has {number.text} at {from_here(Path(mark.source.name))}:{mark.line}:{mark.column}")
    return replace(problem, what=f"{path}{space}{said}", why="; ".join(why), source_line=f"{typed[whole]}{sign}{value}",
                   column=problem.column + len(typed[whole]) - len(whole))


def in_its_unit(problem: Problem, root: Node | None) -> Problem:
    """A problem with a value that was set with a unit beside it: its remedy says in which unit that counts."""
    if not problem.instead.endswith(UNIT):
        return problem
    instead = problem.instead.removesuffix(UNIT)
    with suppress(BadInput, KeyError, TypeError, AttributeError):
        instead += f"; it counts in {standing_at(root, problem.source_line.partition('=')[0])['unit'].text}"
    return replace(problem, instead=instead)


def plain(path: str) -> str:
    """A path as people write it, without ``sim``."""
    return path.replace(".sim.", ".")
