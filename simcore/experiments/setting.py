"""What an experiment file sets, under ``set`` and ``plugins``: where each setting stands, and whether a model takes it.

Settings are tried as they belong together: each by itself, those of one plugin at once. What is wrong is told, and left
out, and the rest is tried again, so that one mistake never hides another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simcore.canvas import Spec
from simcore.canvas.switched import OFF, ON
from simcore.errors import Problem, quoted
from simcore.experiments.case import PLUGIN, Case, unused
from simcore.experiments.mending import lacks
from simcore.experiments.paths import whole_path
from simcore.experiments.pointing import at, at_place, in_which, mark_of, wrong_with
from simcore.files import Here, Listing, Mapping, Node, Scalar

Settings = tuple[tuple[str, str], ...]


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


def twice_set(tree: Node, common: Settings) -> Iterator[Problem]:
    """Paths of which one is the end of another: the same number, set twice."""
    for n, (path, _) in enumerate(common):
        if any(path.endswith(f".{other}") or other.endswith(f".{path}") for other, _ in common[:n]):
            yield Here(tree).problem(*steps_of(tree, path), key=True, what="is set a second time",
                                     instead="leave it out")


def set_in(tree: Node, common: Settings, cases: dict[str, Case], specs: dict[str, Spec]
           ) -> tuple[dict[str, Case], list[Problem]]:
    """The cases with all common settings that are right in them; and what is wrong with the others, each where it
    stands."""
    wrong: dict[str, list[Problem]] = {key: [] for key in cases}
    out = {}
    for key, case in cases.items():
        known: list[tuple[str, str]] = []
        for path, value in common:
            whole = at_place(wrong[key], Here(tree, steps_of(tree, path)), lambda: whole_path(specs[key], path))
            known += [(whole, value)] if whole else []
        right, others = right_in(case, known, tree)
        wrong[key] += others
        for some in together(tuple(right)).values():
            wrong[key] += [at(one, mark_of(one, Here(tree, steps_of(tree, path))))
                           for path, one in unused(case.but(some)).items()]
        out[key] = case.but(right)
    return out, in_which(wrong)


def right_in(case: Case, settings: Iterable[tuple[str, str]], tree: Node, place: tuple = ()
             ) -> tuple[list[tuple[str, str]], list[Problem]]:
    """The settings that are right in a case, and what is wrong with the others, each where it stands below a place."""
    right: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for name, some in together(tuple(settings)).items():
        left, cut = dict(some), set()
        while left and (wrong := wrong_with(case.but(left.items()))):
            guilty = {one: path for one in wrong for path in left if is_about(one, case, path, left[path])}
            for one in wrong:
                here = Here(tree, steps_of(tree, guilty.get(one, name), place))
                told = at(one, mark_of(one, here))
                problems += [told] if not lacks(told, cut) else []
            left = {path: value for path, value in left.items() if guilty and path not in guilty.values()}
            cut |= {path.rpartition(".")[2] for path, _ in some if path not in left}
        right += left.items()
    return right, problems


def is_about(problem: Problem, case: Case, path: str, value: str) -> bool:
    """Whether a problem is about a setting: it names it, or is there where that is set alone."""
    key = path.rpartition(".")[2]
    return problem.what.partition(" ")[0].partition(".")[0] == key or quoted(key) in problem.what or \
        problem.what in [one.what for one in wrong_with(case.but([(path, value)]))]
