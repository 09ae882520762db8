"""Reads an experiment file and checks it against the models it names: every path, every value, every figure.

    found = experiment("experiments/cleaning_price.yaml")
    found.question.kind, found.cases["ons_groen"]

A problem with a value of a model is pointed at where the experiment file gives that value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from simcore.canvas import Spec, bundled
from simcore.canvas.switched import ON
from simcore.errors import BadInput, Problem, quoted
from simcore.experiments import files
from simcore.experiments.case import PLUGIN, Case, opened
from simcore.experiments.condition import condition, wrong
from simcore.experiments.measured import PARTY, units
from simcore.experiments.question import KINDS, Axis, Question
from simcore.files import Here, Listing, Mapping, Node, Scalar, read, suggestion
from simcore.files import load as load_tree
from simcore.files.overrides import only
from simcore.plugin.wishes import OPTION as PLUGIN_OPTION
from simcore.files.overrides import OPTION as SET_OPTION

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

    def here(self, *steps: str | int) -> Here:
        """A place in the file."""
        return Here(self.tree, steps)


def experiment(name: str | Path, quick: bool = False) -> Experiment:
    """The experiment in a file, or a bundled one by name; ``quick`` makes it as small as it says.

    Raises BadInput with every problem of the file.
    """
    file = files.file_of(name)
    tree = load_tree(file)
    kind = kind_of(tree)
    question = read(tree, kind)
    if quick:
        question = made_quick(question)
    problems: list[Problem] = list(figures_unknown(question, Here(tree)))
    cases, specs = {}, {}
    common = tuple(settings_of(tree, (), Here(tree), problems))
    for n, model in enumerate(question.models):
        here, where = Here(tree, ("models", n)), located(model, file)
        plain = at_place(problems, here, lambda where=where: opened(Case(where)))
        if plain:
            key = Path(model).stem
            cases[key] = Case(where, tuple(sorted((whole_path(plain[0], path), value) for path, value in common)),
                              chosen(question))
            specs[key] = plain[0]
    for key, case in cases.items():
        for path, some in together(case.settings).items():
            at_place(problems, Here(tree, steps_of(tree, path)), lambda c=Case(case.model, some): opened(c))
    if not problems and common:
        for key, case in cases.items():
            if found := at_place(problems, Here(tree), lambda case=case: opened(case)):
                specs[key] = found[0]
    if not problems:
        problems += alike(question, specs, Here(tree))
    if problems:
        raise BadInput(list(dict.fromkeys(problems)))
    return Experiment(question, file, tree, cases, specs, quick)


def kind_of(tree: Node) -> type[Question]:
    """What kind of experiment a file holds; BadInput when it does not say, or says what nobody knows."""
    here = Here(tree)
    if not isinstance(tree, Mapping):
        raise BadInput(here.problem(what="is no experiment", instead="write experiment: name and kind: sweep first"))
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


def chosen(question: Question) -> tuple[str, ...]:
    """The plugins that are on in one point and off in another, by name."""
    axes = (*getattr(question, "vary", ()), *getattr(question, "also_under", ()))
    return tuple(found[1] for axis in axes if (found := PLUGIN.match(axis.path)) and not found[2] and ON in axis.values)


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
            if block == "set" and isinstance(value, Scalar):
                yield name, value.text
            elif block == "plugins" and isinstance(value, Mapping) and all(map(single, value.values())):
                if not value:
                    yield f"plugins.{name}", "on"
                yield from ((f"plugins.{name}.{key}", text_of_node(one)) for key, one in value.items())
            elif block == "plugins" and isinstance(value, Scalar) and value.text in ("on", "off"):
                yield f"plugins.{name}", value.text
            else:
                problems.append(here.problem(block, name, what="is no single value", instead=(
                    f"write {name}: {{parameter: value}}, {name}: on or {name}: off" if block == "plugins"
                    else f"write {name}: value")))


def single(node: Node) -> bool:
    """Whether a value, or a list of values, is all there is in a node."""
    return isinstance(node, Scalar) or isinstance(node, Listing) and all(isinstance(one, Scalar) for one in node)


def text_of_node(node: Node) -> str:
    """A value as an option has it; a list between brackets."""
    return node.text if isinstance(node, Scalar) else f"[{', '.join(one.text for one in node)}]"


def together(settings: Settings) -> dict[str, Settings]:
    """Settings as they can be tried: each alone, those of one plugin at once, under its own path where they are more."""
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
        return next(((*place, "set", key) for key in mine if key == path or path.endswith(f".{key}")), (*place, "set"))
    return place


def whole_path(spec: Spec, path: str) -> str:
    """The whole path of a number that is named by its end; itself when it is none."""
    every = spec.quantities()
    if path in every or PLUGIN.match(path):
        return path
    return only(path, [one for one in every if one.endswith(f".{path}")]) or path


def at_place(problems: list[Problem], here: Here, step: Callable):
    """What a step gives; its problems with an option are pointed at a place in the experiment file."""
    try:
        return step()
    except BadInput as error:
        for one in error.problems:
            if one.file in (SET_OPTION, PLUGIN_OPTION, ""):
                mark = here.mark()
                one = mark.problem(one.what, why=one.why, instead=remedy(one)) if mark else one
            problems.append(one)
        return None


def remedy(problem: Problem) -> str:
    """The remedy as it is done in an experiment file."""
    return problem.instead.replace("--plugin-file", "a package").replace("write --plugin ", "write under plugins: ")


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


def figures_unknown(question: Question, here: Here) -> Iterator[Problem]:
    """Figures that nothing measures."""
    for n, name in enumerate(question.figures):
        if (problem := figure_unknown(name, here, "figures", n)):
            yield problem
    if question.fails_when and (problem := condition_wrong(question.fails_when, here, "fails_when")):
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
    """The values of an axis as text, as the file has them or from step to step."""
    from simcore.experiments.case import text_of

    if axis.values:
        return list(axis.values)
    steps = int((axis.to - axis.from_) / axis.step + 1e-9)
    return [text_of(axis.from_ + n * axis.step) for n in range(steps + 1)]
