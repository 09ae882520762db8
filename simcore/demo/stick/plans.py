"""Plans of the user's own on a stick: copied with the neighbourhoods beside them, and how they are named there."""

from __future__ import annotations

import shutil
from pathlib import Path

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
            problems += [Problem(model, 0, 0, f"asks for the plugin {quoted(name)}, which does not come with simwijk",
                                 "a stick has no plugins of others", "leave it out of this plan")
                         for name, one in opened(Case(model))[1] if origin_of(one).package != "simwijk"]
        except BadInput as error:
            problems += error.problems
            continue
        if not file.is_file():
            named.append(model)
            continue
        beside = sorted(file.parent.glob("neighbourhoods/*.yaml"))
        for one, to in [(file, file.name), *((place, f"neighbourhoods/{place.name}") for place in beside)]:
            there = into / str(n) / to
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(one, there)
        named.append(f"{n}/{file.name}")
    if problems:
        raise BadInput(problems)
    return named
