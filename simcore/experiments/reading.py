"""Reads an experiment file and checks it against the models it names: every path, every value, every figure.

    found = experiment("experiments/cleaning_price.yaml")
    found.question.kind, found.cases["ons_groen"]

A problem with a value of a model is pointed at where the experiment file gives that value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping as Values, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace

from simcore.canvas import Spec, bundled
from simcore.canvas.notes import BLOCKS
from simcore.canvas.switched import OFF, ON
from simcore.errors import BadInput, Problem, kept, quoted
from simcore.experiments import files
from simcore.experiments.case import PLUGIN, Case, opened, text_of, unused
from simcore.experiments.condition import condition, wrong
from simcore.experiments.measured import PARTY, units
from simcore.experiments.pointing import OPTIONS, at, at_place, in_order, in_which, mark_of, wrong_values
from simcore.experiments.question import KINDS, MOST_AXES, MOST_POINTS, SIZES, Axis, Question, outside
from simcore.files import Here, Listing, Mapping, Node, Scalar, read, suggestion
from simcore.files import load as load_tree
from simcore.files.overrides import only

Settings = tuple[tuple[str, str], ...]


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
    wrong: list[Problem] = []
    tree = load_tree(file, wrong)
    question = kept(wrong, lambda: read(tree, kind_of(tree)))
    if wrong:
        raise in_order([*wrong, *figures_wrong(tree), *besides_wrong(tree, file)])
    if quick:
        question = made_quick(question)
    problems: list[Problem] = list(figures_wrong(tree))
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
    if problems and len(cases) == len(question.models):
        problems += wrong_besides(Experiment(question, file, tree, cases, specs, quick))
    if not problems and common:
        for key, case in cases.items():
            if found := at_place(problems, Here(tree, ("set" if "set" in tree else "plugins",)), lambda: opened(case)):
                specs[key] = found[0]
    if not problems:
        problems += alike(question, specs, Here(tree))
    if problems:
        raise in_order(problems)
    return Experiment(question, file, tree, cases, specs, quick)


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


def set_in(tree: Node, common: Settings, cases: dict[str, Case], specs: dict[str, Spec]
           ) -> tuple[dict[str, Case], list[Problem]]:
    """The cases with all common settings that are right in them; and what is wrong with the others, each where it
    stands."""
    wrong: dict[str, list[Problem]] = {key: [] for key in cases}
    out = {}
    for key, case in cases.items():
        right: list[tuple[str, str]] = []
        for path, some in together(common).items():
            here = Here(tree, steps_of(tree, path))
            changes = at_place(wrong[key], here, lambda: [(whole_path(specs[key], one), value) for one, value in some])
            if changes and at_place(wrong[key], here, lambda: opened(case.but(changes))):
                right += changes
                wrong[key] += [at(one, mark_of(one, here)) for one in unused(case.but(changes)).values()]
        out[key] = case.but(right)
    return out, in_which(wrong)


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


def twice_set(tree: Node, common: Settings) -> Iterator[Problem]:
    """Paths of which one is the end of another: the same number, set twice."""
    for n, (path, _) in enumerate(common):
        if any(path.endswith(f".{other}") or other.endswith(f".{path}") for other, _ in common[:n]):
            yield Here(tree).problem(*steps_of(tree, path), key=True, what="is set a second time",
                                     instead="leave it out")


def kind_of(tree: Node) -> type[Question]:
    """What kind of experiment a file holds; BadInput when it does not say, or says what nobody knows."""
    here = Here(tree)
    if not isinstance(tree, Mapping):
        raise BadInput(here.problem(what="is no experiment", instead="write experiment: name and kind: sweep first"))
    if "kind" not in tree and any(block in tree for block in BLOCKS):
        raise BadInput(here.problem(what="is a canvas, and no experiment",
                                    instead="simwijk run plays it; an experiment names it under models:"))
    said = tree.get("kind")
    if not isinstance(said, Scalar):
        raise BadInput(here.problem(what="says no kind of experiment", instead=f"add kind: {' | '.join(KINDS)}"))
    if said.text not in KINDS:
        raise BadInput(here.problem("kind", what=f"is {quoted(said.text)}", instead=suggestion(said.text, list(KINDS))))
    return KINDS[said.text]


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


def settings_of(tree: Node, place: tuple, here: Here, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """What a file sets under ``set`` and ``plugins``, as pairs of path and text."""
    for block in ("set", "plugins"):
        node = tree.get(block) if isinstance(tree, Mapping) else None
        if node is None:
            continue
        if not isinstance(node, Mapping):
            problems.append(here.problem(block, what="should be a block of keys", instead=(
                "write plugins: {name: {parameter: value}}" if block == "plugins" else "write set: {path: value}")))
            continue
        for name, value in node.items():
            if isinstance(value, Scalar) and value.bare and not value.text:
                problems.append(here.problem(block, name, key=True, what="has no value", instead=(
                    "write a value behind it; decimals begin with a point, as a comma ends a value")))
            elif block == "set" and isinstance(value, Scalar):
                yield name, value.text
            elif block == "plugins" and isinstance(value, Mapping) and all(map(single, value.values())):
                if not value:
                    yield f"plugins.{name}", "on"
                yield from ((f"plugins.{name}.{key}", text_of_node(one)) for key, one in value.items())
            elif block == "plugins" and isinstance(value, Scalar) and value.text in (ON, OFF):
                yield f"plugins.{name}", value.text
            elif block == "plugins":
                problems.append(here.problem(block, name, what="is neither on nor off, nor a block of parameters",
                                             instead=f"write {name}: {{parameter: value}}, {name}: on or {name}: off"))
            else:
                problems.append(here.problem(block, name, what="is no single value", instead=(
                    "write the whole path, as in revenue_streams.rs-cleaning.price: 12")))


def single(node: Node) -> bool:
    """Whether a value, or a list of values, is all there is in a node."""
    return isinstance(node, Scalar) or isinstance(node, Listing) and all(isinstance(one, Scalar) for one in node)


def text_of_node(node: Node) -> str:
    """A value as an option has it; a list between brackets."""
    return node.text if isinstance(node, Scalar) else f"[{', '.join(one.text for one in node)}]"


def together(settings: Settings) -> dict[str, Settings]:
    """Settings as they can be tried: each alone, those of one plugin at once, under its path where they are more."""
    out: dict[str, Settings] = {}
    for path, value in settings:
        found = PLUGIN.match(path)
        mine = tuple(one for one in settings if found and (other := PLUGIN.match(one[0])) and other[1] == found[1])
        out[f"plugins.{found[1]}" if len(mine) > 1 else path] = mine or ((path, value),)
    return out


def steps_of(tree: Node, path: str, place: tuple = ()) -> tuple:
    """Where in a file a setting stands."""
    node = tree
    for step in place:
        node = node[step]
    found = PLUGIN.match(path)
    if found and isinstance(node.get("plugins"), Mapping) and found[1] in node["plugins"]:
        inner = node["plugins"][found[1]]
        return (*place, "plugins", found[1], *((found[2],) if found[2] and isinstance(inner, Mapping) else ()))
    mine = node.get("set")
    if isinstance(mine, Mapping):
        key = path if path in mine else next((one for one in mine if path.endswith(f".{one}")), None)
        return (*place, "set", key) if key else (*place, "set")
    return place


def wrong_dates(experiment: Experiment, case: Case, path: str, values: Iterable[str], here: Here) -> list[Problem]:
    """What is wrong with a plugin that is varied, where it begins after the last week whatever its value."""
    from simcore.experiments.dates import begins_in, too_late

    if not (found := PLUGIN.match(path)):
        return []
    without = case.but([(f"plugins.{found[1]}", OFF)])
    weeks = [begins_in(experiment, [(case.but([(path, value)]), without)]) for value in values if value != OFF]
    return too_late(experiment, min(weeks), here, found[1]) if weeks and None not in weeks else []


def is_switch(path: str) -> bool:
    """Whether a path is that of a plugin as a whole, which is on or off."""
    found = PLUGIN.match(path)
    return found is not None and found[2] is None


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


def alike(question: Question, specs: dict[str, Spec], here: Here) -> Iterator[Problem]:
    """Models that are played beside each other live in one neighbourhood, as long, from the same day."""
    keys = list(specs)
    first = specs[keys[0]]
    for n, key in enumerate(keys[1:], 1):
        run, mine = first.canvas.simwijk, specs[key].canvas.simwijk
        for what, one, other in (("neighbourhood", repr(first.place), repr(specs[key].place)),
                                 ("start", run.start, mine.start),
                                 ("weeks", question.weeks or run.weeks, question.weeks or mine.weeks)):
            if one != other:
                yield here.problem("models", n, what=f"has not the same {what} as {keys[0]}",
                                   why="models of one experiment share their possible courses",
                                   instead="write the same in both files" if what != "weeks" else "add weeks: 260")


def besides_wrong(tree: Node, file: Path) -> Iterator[Problem]:
    """Sizes, a list of nothing, and models that cannot be, where a mistake elsewhere keeps the rest from being read."""
    if not isinstance(tree, Mapping):
        return
    here = Here(tree)
    sizes = {key: int(one.text) for key in ("weeks", "residents")
             if isinstance(one := tree.get(key), Scalar) and re.fullmatch(r"-?\d{1,9}", one.text)}
    yield from outside(SimpleNamespace(**{"weeks": None, "residents": None} | sizes), here, **SIZES)
    if isinstance(vary := tree.get("vary"), Listing) and not vary and "design" in tree:
        yield here.problem("vary", what="has 0 paths", instead=f"name 1 to {MOST_AXES}")
    models = tree.get("models")
    for n, model in enumerate(models if isinstance(models, Listing) else ()):
        if isinstance(model, Scalar) and model.text:
            found: list[Problem] = []
            model_at(found, Here(tree, ("models", n)), located(model.text, file))
            yield from found


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
