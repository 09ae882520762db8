"""Finds plugins and activates those that are asked for: found is not active, so installing one changes no result.

A plugin is a module that holds exactly one class made by ``@plugin``, and goes by the name of that module. It is
found bundled, by entry-point group ``simwijk``, or in a file named by ``--plugin-file``. Only the model file or an
option activates it: ``--plugin`` by name; ``--plugin-file`` as well, since whoever names a file wants what is in it.
"""

import importlib
import importlib.util
import inspect
import re
import sys
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

from simcore.canvas import Spec
from simcore.canvas.bundled import is_ours as came_along
from simcore.canvas.run import PluginUse
from simcore.errors import BadInput, Problem, quoted
from simcore.files import Here, Listing, Mapping, Quantity, compose, fault_of, load, read, suggestion, walk_quantities
from simcore.files.marks import written
from simcore.files.overrides import OPTION as CHANGED
from simcore.files.places import fields_of, keys_of
from simcore.plugin.active import Active
from simcore.plugin.registering import spot_of
from simcore.plugin.judging import judged, place, said_by, unchanged
from simcore.plugin.answers import PluginError, shown
from simcore.plugin.patience import is_ours, watch

GROUP, BUNDLED = "simwijk", "simwijk_plugins"
OPTION, FILE_OPTION = "--plugin", "--plugin-file"


@dataclass(frozen=True)
class Found:
    """A plugin that is there: its name, where it comes from, and how to load it when somebody wants it."""
    name: str
    origin: str
    place: Path | str | EntryPoint

    @cached_property
    def kind(self) -> type:
        """The class of the plugin; raises whatever its module raises."""
        with watch.over(self.name, "import", None, str(self.place)):
            if isinstance(self.place, EntryPoint):
                there = self.place.load()
                kind = there if isinstance(there, type) and is_plugin(there) else only_plugin(there)
            elif isinstance(self.place, Path):
                kind = only_plugin(module_in(self.place, self.name))
            else:
                kind = only_plugin(importlib.import_module(self.place))
            sound(kind)
        loaded[kind] = self
        return kind

    @property
    def came_from(self) -> str:
        """Where it comes from, with the version of its package."""
        dist = self.place.dist if isinstance(self.place, EntryPoint) else None
        return f"{dist.name} {dist.version}" if dist else self.origin

    @property
    def about(self) -> str:
        """The first sentence about it: of its module, else of its class."""
        module = sys.modules.get(self.kind.__module__)
        text = (module.__doc__ if module else None) or self.kind.__doc__ or ""
        return " ".join(text.strip().split("\n\n")[0].split())


loaded: dict[type, Found] = {}                   # where the class of each plugin in use was found


def find(files: Iterable[str | Path] = ()) -> dict[str, list[Found]]:
    """Every plugin there is, by name; a name that is found twice has two entries."""
    found: dict[str, list[Found]] = {}
    for one in [*bundled(), *installed(), *(in_file(file) for file in dict.fromkeys(map(Path, files)))]:
        found.setdefault(one.name, []).append(one)
    return dict(sorted(found.items()))


def bundled() -> list[Found]:
    """The plugins that come along: a package once installed, the folder plugins/ beside simcore in a checkout."""
    spec = importlib.util.find_spec(BUNDLED)
    if spec is not None and spec.submodule_search_locations:
        folder = Path(next(iter(spec.submodule_search_locations)))
        return [Found(file.stem, "bundled", f"{BUNDLED}.{file.stem}") for file in modules_in(folder)]
    return [Found(file.stem, "bundled", file) for file in modules_in(Path(__file__).parents[2] / "plugins")]


def modules_in(folder: Path) -> list[Path]:
    """The modules of a folder in order of name, those with a leading underscore left out."""
    return [file for file in sorted(folder.glob("*.py")) if not file.name.startswith("_")]


def installed() -> list[Found]:
    """The plugins of other distributions, by the name of their entry point."""
    return [Found(point.name, point.dist.name if point.dist else "installed", point)
            for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)]


def in_file(path: Path) -> Found:
    """The plugin in a file of the user; raises BadInput when there is no such file, or its name cannot be used."""
    try:
        there = path.is_file() and path.suffix == ".py"
    except (OSError, ValueError):                                # no name a file can have
        there = False
    if not there:
        raise BadInput(Problem(FILE_OPTION, 0, 0, f"{quoted(str(path))} is no Python file", instead="name a .py file"))
    if not path.stem.replace("-", "_").isidentifier():
        better = re.sub(r"\W+", "_", path.stem, flags=re.ASCII).strip("_")
        better = better if better.isidentifier() else f"plugin_{better}".strip("_")
        raise BadInput(Problem(FILE_OPTION, 0, 0, f"{quoted(path.name)} is no name for a plugin",
                               "a plugin goes by the name of its file", f"call it {better}.py"))
    return Found(path.stem, str(path), path)


def module_in(path: Path, name: str) -> ModuleType:
    """The module in a file, imported once under a name of its own."""
    full = f"simwijk_found.{name}"
    if full in sys.modules and getattr(sys.modules[full], "__file__", None) == str(path):
        return sys.modules[full]
    spec = importlib.util.spec_from_file_location(full, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[full] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[full]
        raise
    return module


def is_plugin(kind: type) -> bool:
    """Whether a class is made by ``@plugin``."""
    return hasattr(kind, "__pydantic_fields__") and kind.__eq__ is object.__eq__


def sound(kind: type) -> None:
    """Raise TypeError for what a plugin says of itself that cannot be: texts that are none, defaults nobody could give."""
    for word in ("dutch_about", "fragment", "fits"):
        if not isinstance(said := getattr(kind, word, ""), str):
            raise TypeError(f"{word} is {shown(said)}; write a text")
    for name, field in kind.__pydantic_fields__.items():
        if field.is_required() or name not in kind.__annotations__:
            continue
        default = field.get_default(call_default_factory=True)
        wrong = fault_of(default, kind.__annotations__[name])
        if wrong is not None:
            raise TypeError(f"the default of {name} is {shown(default)}, which {wrong or 'is not what it says it is'}")


def only_plugin(module: ModuleType) -> type:
    """The one class in a module that is made by ``@plugin``."""
    if not isinstance(module, ModuleType):
        raise ImportError(f"{shown(module)} is no plugin; name a module with one, or a class made by @plugin")
    kinds = [one for _, one in inspect.getmembers(module, inspect.isclass)
             if one.__module__ == module.__name__ and is_plugin(one)]
    if len(kinds) != 1:
        names = ", ".join(kind.__name__ for kind in kinds) or "none"
        raise ImportError(f"a plugin module holds exactly one class made by @plugin; this one holds {names}")
    return kinds[0]


# --- an example of its use ------------------------------------------------------------------------------------


def fragment_of(kind: type) -> str:
    """The example a plugin gives of its use: a line of ``simwijk: plugins:``, or a piece of a canvas; or nothing."""
    return textwrap.dedent(str(getattr(kind, "fragment", "") or "")).strip("\n")


def uses_in(fragment: str, name: str) -> list[PluginUse]:
    """The uses of plugins in such an example; raises BadInput when it cannot be read."""
    node = compose(fragment + "\n", f"fragment of {name}")
    if isinstance(node, Mapping) and "use" not in node:
        run = node.get("simwijk")
        node = run.get("plugins") if isinstance(run, Mapping) else None
    uses = node if isinstance(node, Listing) else [node] if isinstance(node, Mapping) else []
    if not uses:
        raise BadInput(Problem(f"fragment of {name}", 1, 1, "asks for no plugin",
                               instead=f"write {{use: {name}}}, or simwijk: and plugins: with that in it"))
    return [read(one, PluginUse) for one in uses]


def read_fragment(kind: type, name: str) -> Any:
    """The plugin with the parameters of its example; as it comes when there is none. Raises BadInput."""
    if not (text := fragment_of(kind)):
        return made_of(name, kind, None)
    uses = uses_in(text, name)
    return made_of(name, kind, next((one for one in uses if one.use == name), uses[0]).with_)


# --- activating -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Wish:
    """A plugin asked for by an option: its name and the parameters that were given, as text."""
    name: str
    given: tuple[tuple[str, str], ...] = ()


def wish(text: str, example: str = "name:key=value") -> Wish:
    """``name`` or ``name:key=value,key=value`` as written after ``--plugin``; ``example`` is one that is right."""
    name, colon, rest = text.partition(":")
    pairs: list[tuple[str, str]] = []
    for part in rest.split(",") if colon else ():
        key, sign, value = part.partition("=")
        if not sign or not key.strip() or not value.strip():
            instead = f"write {example}, say"
            if pairs and re.fullmatch("[0-9]+", part.strip()) and re.fullmatch("-?[0-9]+", pairs[-1][1]):
                instead = f"write {pairs[-1][0]}={pairs[-1][1]}.{part.strip()}, with a point before the decimals"
            raise BadInput(Problem(OPTION, 0, 0, f"{quoted(text)} is not name:key=value,key=value", instead=instead))
        pairs.append((key.strip(), value.strip()))
    return Wish(name.strip(), tuple(pairs))


def wishes_of(wanted: Iterable[str], found: dict[str, list[Found]], problems: list[Problem]) -> list[Wish]:
    """What ``--plugin`` asks for; what cannot be read goes to the problems, with an example of that very plugin."""
    out = []
    for text in wanted:
        name = text.partition(":")[0].strip()
        there = [] if name not in found or unusable(found[name]) else [found[name][0].kind]
        try:
            out.append(wish(text, *(example_of(name, kind) for kind in there)))
        except BadInput as error:
            problems.extend(error.problems)
    return out


def example_of(name: str, kind: type) -> str:
    """A wish that is right for a plugin: its first parameter that is a number or a day, as it stands."""
    for key, attribute in fields_of(kind).items():
        default = kind.__pydantic_fields__[attribute].default
        value = default.value if isinstance(default, Quantity) else default
        if isinstance(value, (int, float, date)):
            return f"{name}:{key}={written(value)}"
    return name


def block_of(kind: type) -> str:
    """What to write under ``with:`` for a plugin."""
    key = next((key for key, name in fields_of(kind).items()
                if isinstance(kind.__pydantic_fields__[name].default, Quantity)), "")
    return f"write with: {{{key}: {Quantity.example()}}}, or leave it out" if key else "leave it out"


def no_parameter(name: str, key: str, value: str, kind: type) -> Problem:
    """The Problem for a parameter that a plugin does not have."""
    known, example = keys_of(kind), example_of(name, kind)
    days = [one.name for one in fields(kind) if isinstance(kind.__pydantic_fields__[one.name].default, date)]
    instead = suggestion(key, known)
    if days and re.match("[0-9]{4}(-|$)", value) and not instead.startswith("did you mean"):
        instead = f"did you mean {quoted(days[0])}? {instead}"
    more = f"; as in {example}" if ":" in example else ""
    return Problem(OPTION, 0, 0, f"{quoted(name)} has no parameter {quoted(key)}", instead=instead + more)


def activate(spec: Spec, wanted: Iterable[str] = (), files: Iterable[str | Path] = ()) -> list[tuple[str, Any]]:
    """The plugins that the model file and options ask for, as (name, plugin); all problems in one BadInput.

    An option for a plugin that the model file uses already, by the name it has there, changes its parameters. A
    plugin in one of ``files`` takes part, unless the model file uses it already, under whatever name.
    """
    wanted, own, problems = list(wanted), [in_file(Path(file)).name for file in files], []
    if not spec.plugins and not wanted and not own:
        return []
    found = find(files)
    wishes = wishes_of(wanted, found, problems)
    asked = {*(use.use for use in spec.plugins), *(one.name for one in wishes)}
    wishes += [Wish(name) for name in dict.fromkeys(own) if name not in asked]
    known = list(found)
    root = load(spec.model_file, ours=came_along(Path(spec.model_file))) if spec.plugins else None
    ready: dict[str, tuple[Found, Any, list[tuple[str, str]]]] = {}
    places: dict[str, Here] = {}
    for n, use in enumerate(spec.plugins):
        here = Here(root, ("simwijk", "plugins", n))
        if use.use not in found:
            problems.append(here.unknown("use", word=use.use, noun="plugin", known=known))
        elif use.name in ready:
            problems.append(here.problem("as" if use.as_ else "use", what=f"names {quoted(use.name)} a second time",
                                         instead="give the second use a name of its own: as: another_name"))
        elif trouble := unusable(found[use.use]):
            problems.append(here.problem("use", what=trouble))
        elif use.with_ is not None and not isinstance(use.with_, dict):
            problems.append(here.problem("with", what="is no block of parameters",
                                         instead=block_of(found[use.use][0].kind)))
        else:
            ready[use.name] = (found[use.use][0], use.with_, [])
            places[use.name] = here
    for one in wishes:
        if one.name in ready:
            ready[one.name][2].extend(one.given)
        elif one.name not in found:
            problems.append(Problem(OPTION, 0, 0, f"no plugin is called {quoted(one.name)}",
                                    instead=suggestion(one.name, known)))
        elif trouble := unusable(found[one.name]):
            problems.append(Problem(OPTION, 0, 0, trouble))
        else:
            ready[one.name] = (found[one.name][0], None, list(one.given))
    active = []
    for name, (one, given_there, given) in ready.items():
        wrong = [] if given_there is not None else [
            Problem(OPTION, 0, 0, f"{quoted(name)} cannot do without {quoted(key)}", instead="write in the model file, "
                    f"under simwijk: plugins: - {{use: {name}, with: {{{key}: ...}}}}")
            for key, attribute in fields_of(one.kind).items()
            if one.kind.__pydantic_fields__[attribute].is_required() and key not in dict(given)]
        for key, value in given:
            if key.partition(".")[0] not in keys_of(one.kind):
                wrong.append(no_parameter(name, key, value, one.kind))
            elif "." in key and key.partition(".")[0] not in (given_there or {}):
                wrong.append(Problem(OPTION, 0, 0, f"{quoted(key)} is a part of a parameter",
                                     instead=f"write {name}:{key.partition('.')[0]}=... for all of it; a range goes in "
                                             f"the model file, under with:"))
        if wrong:
            problems.extend(wrong)
            continue
        try:
            made = made_of(name, one.kind, given_there, given)
            problems.extend(checked(name, made, spec))
            active.append((name, made))
        except BadInput as error:
            problems.extend(replace(p, file=OPTION) if p.file in (CHANGED, "") else p for p in error.problems)
        except PluginError as error:
            problems.append(told(error, places))
    if not problems:
        try:
            tried(spec, active)
        except PluginError as error:
            problems.append(told(error, places))
    if problems:
        raise BadInput(problems)
    return active


def made_of(name: str, kind: type, values: Any, given: Iterable[tuple[str, Any]] = ()) -> Any:
    """The plugin with these parameters; BadInput for those that cannot be, PluginError when it fails over them."""
    wrong = None
    with judged(name, "parameters", None, str(getattr(sys.modules.get(kind.__module__), "__file__", ""))):
        try:
            return read({} if values is None else values, kind, given)
        except BadInput as error:
            wrong = error
    raise wrong


def told(error: PluginError, places: dict[str, Here]) -> Problem:
    """What went wrong in a plugin, where the model file asks for it, else at the option."""
    here = places.get(error.plugin)
    mark = here.mark("use") if here else None
    return mark.problem(str(error)) if mark else Problem(OPTION, 0, 0, str(error))


def checked(name: str, made: Any, spec: Spec) -> list[Problem]:
    """The problems a plugin has with a model."""
    if not hasattr(type(made), "check"):
        return []
    active = Active([(name, made)])
    with unchanged(spec, name, "check", spot_of(type(made).check)) as own:
        found = [noun for _, noun in active.ask_one(name, "check", spec=own)]
    return [one if one.file else replace(one, file=spec.model_file) for one in found]      # a model is at fault somewhere


def tried(spec: Spec, active: list[tuple[str, Any]]) -> None:
    """Ask plugins once what they bring, every number at its middle value, so that a run need not find it out.

    A plugin that does without numpy needs no arrays either, and reading a model stays quick; PluginError.
    """
    middle = {path: one.value for path, one in spec.quantities().items()} if spec else {}
    middle |= {f"plugins.{name}.{path}": one.value for name, made in active for path, one in walk_quantities(made)}
    try:
        Active(active).bring(spec, middle if "numpy" not in sys.modules else as_arrays(middle), 1, trying=True)
    except PluginError:
        Active(active).bring(spec, as_arrays(middle), 1, trying=True)


def as_arrays(numbers: dict[str, float]) -> dict[str, Any]:
    """Each number as the array (1,) it is in a run of one replication."""
    import numpy as np

    return {path: np.array([value]) for path, value in numbers.items()}


def unusable(same_name: list[Found]) -> str:
    """Why a plugin that somebody asks for cannot be used, or nothing."""
    first = same_name[0]
    if len(same_name) > 1:
        return f"{quoted(first.name)} is found more than once: " + " and ".join(one.origin for one in same_name)
    try:
        first.kind
    except BaseException as error:
        if is_ours(error):
            raise
        file = str(first.place) if isinstance(first.place, Path) else ""
        return f"the plugin {quoted(first.name)} ({first.origin}) is broken{place(error, file)}: {said_by(error)}"
    return ""
