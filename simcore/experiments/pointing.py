"""Points at the place in an experiment file that is wrong, where something is found in a model with its settings.

Each value is tried by itself, in each model apart. What is wrong with all values of a path is wrong with the path; what
is wrong in some of the models says in which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping as Values, Sequence
from dataclasses import replace
from pathlib import Path

from simcore.canvas.switched import OFF, ON
from simcore.errors import SHOWN_PROBLEMS, BadInput, Problem, quoted
from simcore.experiments.case import Case, opened, text_of, unused
from simcore.experiments.question import Axis
from simcore.files import Here, Mapping
from simcore.files.overrides import OPTION as SET_OPTION
from simcore.files.places import node_at
from simcore.files.remedies import UNIT
from simcore.files.sources import Mark
from simcore.plugin.wishes import OPTION as PLUGIN_OPTION

OPTIONS = (SET_OPTION, PLUGIN_OPTION, "")
NEAREST = "did you mean "
EACH = 100                                         # values of an axis that are all tried
NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")     # as people write one
# How a remedy of a command is done in an experiment file.
REMEDIES = [(re.compile(pattern), other) for pattern, other in (
    (r", or name its file with --plugin-file", ""),
    (r"write --plugin ([\w-]+):([\w.-]+)=([^,]+)", r"write under plugins: \1: {\2: \3}"),
    (r"as in ([\w-]+):([\w.-]+)=([^,]+)$", r"as in \1: {\2: \3}"),
    (r"as in ([\w.-]+)=\S+$", r"as in \1"),
    (r"write \S+=off, or a number of it such as \S+$", "write on or off"),
    (re.escape(UNIT) + "$", ""),
    (r"keep one of lines (\d+) and \1$", "keep one of both"))]


def at_place(problems: list[Problem], here: Here, step: Callable):
    """What a step gives; its problems are pointed at a place in the experiment file."""
    try:
        return step()
    except BadInput as error:
        problems += [at(one, mark_of(one, here)) for one in error.problems]
        return None


def at(problem: Problem, mark: Mark | None) -> Problem:
    """A problem that a setting brings, where that is made; behind it where in a file of the model it is found."""
    if mark is None:
        return problem
    line = f":{problem.line}" if problem.line else ""
    found = "" if problem.file in OPTIONS else f" (in {Path(problem.file).name}{line})"
    path, space, clause = problem.what.partition(" ")          # as the file has it, not as a model keeps it
    what = path.replace(".sim.", ".").removesuffix(".value") + space + clause
    return mark.problem(what + found, why=problem.why, instead=remedy(problem))


def mark_of(problem: Problem, here: Here) -> Mark | None:
    """The mark of a place; of what the problem names in the block that stands there, or of the innermost key that it
    names on the way there."""
    node, first = node_at(here.root, here.place), re.match(r"[\w-]+", problem.what)
    for key in node if isinstance(node, Mapping) else ():
        if quoted(key) in problem.what:
            return here.mark(key, key=True)
        if first and first[0] == key:
            return here.mark(key)
    for n in range(len(here.place), 0, -1):
        if isinstance(step := here.place[n - 1], str) and quoted(step) in problem.what:
            return Here(here.root, here.place[:n]).mark(key=True)
    return here.mark()


def remedy(problem: Problem) -> str:
    """The remedy as it is done in an experiment file."""
    said = problem.instead
    for pattern, other in REMEDIES:
        said = pattern.sub(other, said)
    plugin = re.match(r"([\w-]+): ", problem.what)
    return f"{said}; as in plugins: {{{plugin[1]}: off}}" if plugin and said.endswith("leave the plugin out") else said


def in_which(wrong: Values[str, Sequence[Problem]], instead: str = "") -> list[Problem]:
    """The problems of models by key: what is wrong in each of them once, what is wrong in some with which these are,
    and what else can be done then. Where each has its own remedy, that which names the nearest word is told."""
    same: dict[tuple, dict[str, Problem]] = {}
    for key, mine in wrong.items():
        for one in mine:
            same.setdefault((one.place, one.what, one.why), {})[key] = one
    out = []
    for mine in same.values():
        problem = next((one for one in mine.values() if NEAREST in one.instead), [*mine.values()][0])
        if len(mine) < len(wrong):
            more = instead.removeprefix(";") if problem.instead.endswith("?") else instead
            problem = replace(problem, what=f"{problem.what} (in {', '.join(mine)})", instead=problem.instead + more)
        out.append(problem)
    return out


def in_order(problems: Iterable[Problem]) -> BadInput:
    """All of them, each once, in the order of their files."""
    return BadInput(sorted(dict.fromkeys(problems), key=lambda one: (one.file, one.line, one.column)))


def values_there(here: Here, axis: Axis) -> dict[str, Mark | None]:
    """The values of an axis that are tried, and where each stands: all of a list; of a range its ends, and the first
    step, as what is right at these is so between."""
    if axis.values:
        return {value: here.mark("values", axis.values.index(value)) for value in axis.values}
    steps = {text_of(axis.from_ + axis.step): here.mark("step")} if axis.step else {}
    return steps | {text_of(axis.from_): here.mark("from"), text_of(axis.to): here.mark("to")}


def wrong_values(path: Mark | None, values: Values[str, Mark | None], case_of: Callable[[str], Case]) -> list[Problem]:
    """What is wrong with values of an axis in a model, each at its mark; what is so with all of them, at the path."""
    def wrong(value: str) -> list[Problem]:
        """What is wrong with one of them."""
        case = case_of(value)
        return wrong_with(case) or (list(unused(case).values()) if value == OFF and ON not in values else [])

    found = wrong_among(list(values), wrong)
    alike = [one for one in next(iter(found.values()), []) if all(one in mine for mine in found.values())]
    alike = alike if len(found) > 1 else []
    return [*(at(one, path) for one in alike),
            *(at(one, values[value]) for value, mine in found.items() for one in mine if one not in alike)]


def wrong_among(values: Sequence[str], wrong: Callable[[str], list[Problem]]) -> dict[str, list[Problem]]:
    """Value -> what is wrong with it, of each that is tried. Of very many, numbers are tried from the lowest up, from
    the highest down, and with decimals, until one is right, as those between are then; and no more than are told."""
    numbers = sorted((one for one in values if NUMBER.fullmatch(one)), key=float)
    rest = [one for one in values if not NUMBER.fullmatch(one)]
    many, found = len(values) > EACH, {}
    for some in (numbers, numbers[::-1], [one for one in numbers if "." in one], rest) if many else (values,):
        for value in some:
            found[value] = wrong(value)
            if many and (some is not rest and not found[value] or sum(map(bool, found.values())) >= SHOWN_PROBLEMS):
                break
    return found


def wrong_with(case: Case) -> list[Problem]:
    """What is wrong with a case, as a command would say it."""
    if any(not value for _, value in case.settings):
        return [Problem("", 0, 0, "is empty", instead="write a value")]
    try:
        opened(case)
    except BadInput as error:
        return error.problems
    return []
