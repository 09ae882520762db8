"""Activates the plugins that are asked for; only then may one change a result.

The model file asks for one, or an option does: ``--plugin`` by name; ``--plugin-file`` as well, since whoever names a
file wants what is in it. Each is made with its parameters, asked what it has against the model, and tried once on what
it brings.
"""

import re
import sys
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from simcore.canvas import Spec
from simcore.errors import BadInput, Problem, quoted
from simcore.files import Here, Quantity, read, suggestion, walk_quantities
from simcore.files.overrides import OPTION as CHANGED
from simcore.files.places import fields_of, keys_of
from simcore.plugin.active import Active
from simcore.plugin.answers import PluginError
from simcore.plugin.finding import Found, find, in_file, unusable
from simcore.plugin.judging import judged, unchanged
from simcore.plugin.spots import spot_of
from simcore.plugin.wishes import OPTION, Wish, no_parameter, wishes_of

# Behind the names that are known, for who wrote one that is none of them.
OF_YOUR_OWN = "; one of your own: install its package, or name its file with --plugin-file"


def no_plugin(name: str, known: list[str]) -> Problem:
    """The Problem for an option that names a plugin nobody found."""
    return Problem(OPTION, 0, 0, f"no plugin is called {quoted(name)}", instead=suggestion(name, known) + OF_YOUR_OWN)


def block_of(kind: type) -> str:
    """What to write under ``with:`` for a plugin."""
    key, default = next(((key, one) for key, name in fields_of(kind).items()
                         if isinstance(one := kind.__pydantic_fields__[name].default, Quantity)), ("", None))
    return f"write with: {{{key}: {Quantity.example(unit=default.unit)}}}, or leave it out" if key else "leave it out"


def activate(spec: Spec, wanted: Iterable[str] = (), files: Iterable[str | Path] = (),
             off: Collection[str] = ()) -> list[tuple[str, Any]]:
    """The plugins that the model file and options ask for, as (name, plugin); all problems in one BadInput.

    An option for a plugin that the model file uses already, by the name it has there, changes its parameters. A
    plugin in one of ``files`` takes part, unless the model file uses it already, under whatever name. What the model
    file uses under a name in ``off`` takes no part.
    """
    wanted, own, problems = list(wanted), [in_file(Path(file)).name for file in files], []
    if not spec.plugins and not wanted and not own:
        return []
    found = find(files)
    wishes = wishes_of(wanted, found, problems)
    asked = {*(use.use for use in spec.plugins), *(one.name for one in wishes)}
    wishes += [Wish(name) for name in dict.fromkeys(own) if name not in asked]
    known = list(found)
    root = spec.tree() if spec.plugins else None
    ready: dict[str, tuple[Found, Any, list[tuple[str, str]]]] = {}
    places: dict[str, Here] = {}
    for n, use in enumerate(spec.plugins):
        here = Here(root, ("simwijk", "plugins", n))
        if use.name in off:
            continue
        if use.use not in found:
            unknown = here.unknown("use", word=use.use, noun="plugin", known=known)
            problems.append(replace(unknown, instead=unknown.instead + OF_YOUR_OWN))
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
            problems.append(no_plugin(one.name, known))
        elif trouble := unusable(found[one.name]):
            problems.append(Problem(OPTION, 0, 0, trouble))
        else:
            ready[one.name] = (found[one.name][0], None, list(one.given))
    active = []
    for name, (one, given_there, given) in ready.items():
        wrong = [] if given_there is not None else [
            Problem(OPTION, 0, 0, f"{quoted(name)} cannot do without {quoted(key)}",
                    instead=f"write --plugin {name}:{key}=..., or in the model file, "
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
            problems.extend(pointed(one, places.get(name), spec, bool(given)) for one in checked(name, made, spec))
            active.append((name, made))
        except BadInput as error:
            problems.extend(replace(about(p, name), file=OPTION) if p.file in (CHANGED, "") else about(p, name)
                            for p in error.problems)
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


def about(problem: Problem, name: str) -> Problem:
    """A problem with the parameters of a plugin, which were read as a file of their own:
    they are a block of a model."""
    what = re.sub("^the file | the file$", lambda found: found[0].replace("the file", f"plugins.{name}"), problem.what)
    return replace(problem, what=what)


def pointed(problem: Problem, here: Here | None, spec: Spec, given: bool) -> Problem:
    """A problem that a plugin has with the model, where that asks for the plugin, unless it names a place itself; with
    parameters that an option has ``given``, at the option."""
    if problem.line or str(problem.file) != str(spec.model_file):
        return problem
    if given:
        return replace(problem, file=OPTION)
    mark = here.mark("use") if here else None
    return mark.problem(problem.what, why=problem.why, instead=problem.instead) if mark else problem


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
    return [one if one.file else replace(one, file=spec.model_file) for one in found]    # a model is at fault somewhere


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
