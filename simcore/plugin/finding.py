"""Finds plugins, and says of each what it is and where it comes from.

A plugin is a module that holds exactly one class made by ``@plugin``, and goes by the name of that module. It is
found bundled, by entry-point group ``simwijk``, or in a file named by ``--plugin-file``. Found is not active, so
installing one changes no result: see activating.py.
"""

import importlib
import importlib.util
import inspect
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType

from simcore.errors import BadInput, Problem, quoted
from simcore.files import fault_of
from simcore.plugin.fields import shown
from simcore.plugin.judging import place, said_by
from simcore.plugin.patience import is_ours, watch

GROUP, BUNDLED = "simwijk", "simwijk_plugins"
FILE_OPTION = "--plugin-file"


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
            for point in points(tuple(sys.path))]


@cache
def points(path: tuple[str, ...]) -> list[EntryPoint]:
    """Our entry points, by name, of all that is installed on a path: every model asks, and to look takes 7 ms."""
    return sorted(entry_points(group=GROUP), key=lambda point: point.name)


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
    """Raise TypeError for what a plugin says of itself that cannot be: texts that are none,
    defaults nobody could give."""
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
