"""Reads an experiment file and checks it against the models it names: every path, every value, every figure.

    found = experiment("experiments/cleaning_price.yaml")
    found.question.kind, found.cases["ons_groen"]

A problem with a value of a model is pointed at where the experiment file gives that value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping as Values, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from simcore.canvas import Spec, bundled
from simcore.canvas.switched import OFF
from simcore.errors import BadInput, Problem, kept, quoted
from simcore.experiments import files
from simcore.experiments.case import PLUGIN, Case, opened, text_of
from simcore.experiments.condition import condition, wrong
from simcore.experiments.measured import PARTY, units
from simcore.experiments.mending import as_far_as_it_goes, made_up
from simcore.experiments.paths import whole_path
from simcore.experiments.pointing import OPTIONS, at, at_place, in_order, in_which, remedy, wrong_values, wrong_with
from simcore.experiments.question import MOST_POINTS, Axis, Question
from simcore.experiments.setting import set_in, settings_of, twice_set
from simcore.files import Here, Listing, Mapping, Node, Scalar, suggestion
from simcore.files import load as load_tree


@dataclass(frozen=True)
class Experiment:
    """A question that is right in itself and fits its models. ``cases`` are the models by key, with what is set in
    all of them; ``specs`` what was understood of each."""
    question: Question
    file: Path
    tree: Node
    cases: dict[str, Case]
    specs: dict[str, Spec]
    quick: bool = False

    @property
    def weeks(self) -> int:
        """How long every run is."""
        first = next(iter(self.specs.values()))
        return self.question.weeks or first.canvas.simwijk.weeks

    @property
    def points_file(self) -> Path | None:
        """The file that holds the points, beside that of the experiment; None where none does."""
        name = getattr(self.question, "file", None)
        return self.file.parent / name if name else None

    def here(self, *steps: str | int) -> Here:
        """A place in the file."""
        return Here(self.tree, steps)


def experiment(name: str | Path, quick: bool = False) -> Experiment:
    """The experiment in a file, or a bundled one by name; ``quick`` makes it as small as it says.

    Raises BadInput with every problem of the file.
    """
    file = files.file_of(name)
    tree = load_tree(file, unread := [])
    question, tree = as_far_as_it_goes(tree, unread)
    unread = [replace(one, instead=remedy(one)) for one in unread]
    if question is None:
        raise in_order(unread)
    if quick:
        question = made_quick(question)
    problems = unread + list(figures_wrong(tree))
    cases, specs = {}, {}
    common = tuple(settings_of(tree, (), Here(tree), problems))
    problems += twice_set(tree, common)
    for n, model in enumerate(question.models):
        here, key = Here(tree, ("models", n)), Path(model).stem
        if key in cases:
            problems.append(here.problem(what=f"is called {quoted(key)} as well", instead="give its file another name",
                                         why="models are told apart by the names of their files"))
        elif spec := model_at(problems, here, located(model, file)):
            cases[key] = Case(located(model, file))
            specs[key] = spec
    cases, wrong = set_in(tree, common, cases, specs)
    problems += wrong
    if problems and cases:
        problems += wrong_besides(Experiment(question, file, tree, cases, specs, quick))
    if not problems and common:
        for key, case in cases.items():
            if found := at_place(problems, Here(tree, ("set" if "set" in tree else "plugins",)), lambda: opened(case)):
                specs[key] = found[0]
    if not problems:
        problems += alike(question, specs, Here(tree))
    if problems:
        raise in_order(unread + beside(unread, problems))
    return Experiment(question, file, tree, cases, specs, quick)


def beside(unread: Sequence[Problem], problems: Sequence[Problem]) -> list[Problem]:
    """The problems of the rest, where some could not be read: of one place the first that is said is the telling one,
    and what stands in for what was cut is nobody's mistake."""
    places = {one.place for one in unread}
    return [one for one in problems if one.place not in places and not made_up(one)]


def model_at(problems: list[Problem], here: Here, where: str) -> Spec | None:
    """A model as it is, by name or file; None when it cannot be read, of which the problems are added."""
    try:
        return opened(Case(where))[0]
    except BadInput as error:
        gone = where not in bundled() and not Path(where).exists()
        problems += [at(replace(one, file=""), here.mark()) if gone or one.file in OPTIONS else one
                     for one in error.problems]
        return None


def wrong_besides(asked: Experiment) -> list[Problem]:
    """What its kind has against an experiment that is wrong already, so that all is told at once."""
    from simcore.experiments.kinds import played_by

    kept(found := [], lambda: played_by(asked.question.kind).checked(asked))
    return found


def wrong_axes(experiment: Experiment, block: str, values: Sequence[Values]) -> list[Problem]:
    """What is wrong with the paths of a block of axes, and with their ``values`` (each with its mark)."""
    axes = getattr(experiment.question, block)
    wrong: dict[str, list[Problem]] = {key: [] for key in experiment.cases}
    for key, case in experiment.cases.items():
        before: list[str] = []
        for n, (axis, mine) in enumerate(zip(axes, values)):
            here = experiment.here(block, n)
            path = at_place(wrong[key], experiment.here(block, n, "path"),
                            lambda: whole_path(experiment.specs[key], axis.path))
            if path in before:
                wrong[key].append(here.problem("path", what="is varied a second time", instead="leave it out"))
            elif path in dict(case.settings) and not is_switch(path):
                wrong[key].append(here.problem("path", what="is also set for all courses",
                                               instead="leave it out under set: or plugins:"))
            elif path:
                found = wrong_values(here.mark("path"), mine, lambda value: case.but([(path, value)]))
                wrong[key] += found or wrong_dates(experiment, case, path, mine, experiment.here(block, n, "path"))
            before.append(path)
    return in_which(wrong)


def made_quick(question: Question) -> Question:
    """The question as small as ``quick`` says."""
    small = question.quick
    changes: dict = {"weeks": small.weeks, "residents": small.residents,
                     "courses": replace(question.courses, most=small.most, batch=small.most, until=None)}
    if small.points is not None and getattr(question, "points", None):
        changes["points"] = small.points
    return replace(question, **changes, **question.smaller())


def located(model: str, file: Path) -> str:
    """A model as the experiment file means it: one that comes along, or a file beside it."""
    return model if model in bundled() or Path(model).is_absolute() else str(file.parent / model)


def wrong_dates(experiment: Experiment, case: Case, path: str, values: Iterable[str], here: Here) -> list[Problem]:
    """What is wrong with a plugin that is varied, where it begins after the last week whatever its value; nothing of
    values that are wrong themselves."""
    from simcore.experiments.dates import begins_in, too_late

    if not (found := PLUGIN.match(path)):
        return []
    without = case.but([(f"plugins.{found[1]}", OFF)])
    ons = [case.but([(path, value)]) for value in values if value != OFF]
    if any(map(wrong_with, ons)):
        return []
    weeks = [begins_in(experiment, [(one, without)]) for one in ons]
    return too_late(experiment, min(weeks), here, found[1]) if weeks and None not in weeks else []


def is_switch(path: str) -> bool:
    """Whether a path is that of a plugin as a whole, which is on or off."""
    found = PLUGIN.match(path)
    return found is not None and found[2] is None


def alike(question: Question, specs: dict[str, Spec], here: Here) -> Iterator[Problem]:
    """Models that are played beside each other live in one neighbourhood, as long, from the same day."""
    keys = list(specs)
    first = specs[keys[0]]
    for n, key in enumerate(keys[1:], 1):
        run, mine = first.canvas.simwijk, specs[key].canvas.simwijk
        for what, one, other in (("neighbourhood", first.place_digest, specs[key].place_digest),
                                 ("start", run.start, mine.start),
                                 ("weeks", question.weeks or run.weeks, question.weeks or mine.weeks)):
            if one != other:
                yield here.problem("models", n, what=f"has not the same {what} as {keys[0]}",
                                   why="models of one experiment share their possible courses",
                                   instead="write the same in both files" if what != "weeks" else "add weeks: 260")


def figures_wrong(tree: Node) -> Iterator[Problem]:
    """Figures that nothing measures and conditions that are none, also where the rest of the file cannot be read."""
    here, figures = Here(tree), tree.get("figures") if isinstance(tree, Mapping) else None
    for n, one in enumerate(figures if isinstance(figures, Listing) else ()):
        if isinstance(one, Scalar) and one.text and (problem := figure_unknown(one.text, here, "figures", n)):
            yield problem
    for key in ("while", "fails_when"):
        one = tree.get(key) if isinstance(tree, Mapping) else None
        if isinstance(one, Scalar) and one.text and (problem := condition_wrong(one.text, here, key)):
            yield problem


def figure_unknown(name: str, here: Here, *steps: str | int) -> Problem | None:
    """The Problem for a figure that nothing measures; None for one that is known."""
    if name in units() or PARTY.match(name):
        return None
    return here.problem(*steps, what=f"{quoted(name)} is no figure", why="figures are those of the indicators",
                        instead=suggestion(name, [*units(), "parties.municipality.cash"]))


def condition_wrong(text: str, here: Here, *steps: str | int) -> Problem | None:
    """The Problem with a condition, as ``money.result < 0``; None when there is none."""
    return wrong(text, here, *steps) or figure_unknown(condition(text).figure, here, *steps)


def values_of(axis: Axis) -> list[str]:
    """The values of an axis as text, as the file has them or from step to step; no more than can be asked for."""
    if axis.values:
        return list(axis.values)
    return [text_of(axis.from_ + n * axis.step) for n in range(min(count_of(axis), MOST_POINTS + 1))]


def count_of(axis: Axis) -> int:
    """How many values an axis has."""
    return len(axis.values) or int((axis.to - axis.from_) / axis.step + 1e-9) + 1
