"""Plans of the user's own on a stick: copied with their neighbourhoods, and how they are named there."""

from __future__ import annotations

import shutil
from pathlib import Path

from simcore.canvas.bundled import is_ours
from simcore.errors import BadInput, Problem, quoted
from simcore.experiments.case import Case, opened
from simcore.plugin.origin import origin_of


def plans(models: tuple[str, ...], into: Path) -> list[str]:
    """Copy each file to a folder of its own in ``into``; give how each is named there, by a path from ``into`` or by
    the name of one that comes along. Raises BadInput for a plan that cannot be shown there."""
    named, problems = [], []
    for n, model in enumerate(models, 1):
        file = Path(model)
        try:
            spec, plugins = opened(Case(model))
            problems += [Problem(model, 0, 0, f"asks for the plugin {quoted(name)}, which does not come with simwijk",
                                 "a stick has no plugins of others", "leave it out of this plan")
                         for name, one in plugins if origin_of(one).package != "simwijk"]
        except BadInput as error:
            problems += error.problems
            continue
        if not file.is_file():
            named.append(model)
            continue
        beside, place = {*file.parent.glob("neighbourhoods/*.yaml")}, Path(spec.neighbourhood_file)
        if not is_ours(place):
            beside.add(place)
            if not place.is_relative_to(file.parent) or ".." in place.relative_to(file.parent).parts:
                problems.append(Problem(model, 0, 0, f"plays in {quoted(str(place))}, which is not in its folder",
                                        "a stick has the folder of a plan alone", "put it beside this plan"))
                continue
        for one in (file, *sorted(beside)):
            there = into / str(n) / one.relative_to(file.parent)
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(one, there)
        named.append(f"{n}/{file.name}")
    if problems:
        raise BadInput(problems)
    return named
