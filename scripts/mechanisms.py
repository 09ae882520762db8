"""Writes docs/mechanisms.md: every mechanism switched off in turn under the same luck, and what changes.

    python scripts/mechanisms.py

Takes some minutes; ends with an error when a mechanism changes nothing.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from simcore.studies.mechanisms import CASES, Case, Courses  # noqa: E402
from simcore.studies.mechanisms.case import RUN  # noqa: E402

FILE = ROOT / "docs" / "mechanisms.md"
HEAD = """\
# Every mechanism, switched off in turn

Each row plays one small course twice with the same people and the same luck: with a mechanism and without it. What
differs is that mechanism's doing; one that changes nothing is a defect, and fails `tests/engine/test_mechanisms.py`.
The page is made by `make docs` (`scripts/mechanisms.py`).

The numbers say that something moves, and which way, not how much it matters: {residents} residents, {weeks} weeks and
{replications} courses are few, and each model stands on a stage on which things happen soon (people join at once,
nothing is stopped early). What a case needs beside that, and each stage itself, is in
[simcore/studies/mechanisms](../simcore/studies/mechanisms). A figure is the mean of the courses, over all weeks unless
it says otherwise; where the courses disagree about the sign of a difference, each is given.
"""
COLUMNS = ("| mechanism | switched off by | what is looked at | with | without | difference |\n"
           "|---|---|---|--:|--:|--:|\n")


def told(case: Case) -> str:
    """The first three cells of a row: what stands fixed without playing."""
    return f"| {case.name} | {switch(case)} | {case.look.what} ({case.look.unit}) |"


def switch(case: Case) -> str:
    """What takes the mechanism away: changes to the file, and plugins."""
    alike: dict[tuple[str, str], list[str]] = {}
    for path, value in case.off.items():
        alike.setdefault((path.rpartition(".")[2], plain(value)), []).append(path)
    parts = [f"`{path}={value}`" for (_, value), paths in alike.items() for path in together(paths)]
    parts += [f"without plugin `{name}`" for name in case.without]
    if case.off_use is not None:
        parts += [f"`--plugin {one}`" for one in case.off_use]
        named = {one.partition(":")[0] for one in case.off_use}
        parts += [f"without `--plugin {one}`" for one in case.use if one.partition(":")[0] not in named]
    return "<br>".join(parts)


def plain(value: object) -> str:
    """A value as written on a command line; of a number in full only the number."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text.removeprefix("{value: ").partition(",")[0] if text.startswith("{value: ") else text


def together(paths: list[str]) -> Iterable[str]:
    """Paths as they are; those that differ in one step only as one, with the steps between braces."""
    steps = [path.split(".") for path in paths]
    if len(paths) == 1 or len({len(one) for one in steps}) > 1:
        return paths
    differ = [i for i, found in enumerate(zip(*steps, strict=True)) if len(set(found)) > 1]
    if len(differ) != 1:
        return paths
    at = differ[0]
    return [".".join([*steps[0][:at], "{" + ",".join(one[at] for one in steps) + "}", *steps[0][at + 1:]])]


def number(value: float) -> str:
    """A figure in three digits, or whole."""
    shown = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return shown.replace("-", "−")


def signed(value: float) -> str:
    """A difference in three digits, with its sign."""
    return ("+" if value > 0 else "") + number(value)


def row(case: Case, with_it: np.ndarray, without_it: np.ndarray) -> str:
    """A row of the table."""
    over = with_it - without_it
    difference = signed(over.mean())
    if (over > 0).any() and (over < 0).any():
        difference += " (" + "; ".join(signed(one) for one in over) + ")"
    return f"{told(case)} {number(with_it.mean())} | {number(without_it.mean())} | {difference} |"


def page(cases: list[Case] = CASES) -> str:
    """The whole page; a mechanism that moves nothing is a defect."""
    courses, defects = Courses(cases), []
    weeks = " or ".join(str(one) for one in sorted({case.stage.weeks for case in cases}))
    parts = [HEAD.format(weeks=weeks, **RUN)]
    for canvas in dict.fromkeys(case.stage.canvas for case in cases):
        rows = []
        for case in cases:
            if case.stage.canvas == canvas:
                found = courses.tried(case)
                rows.append(row(case, *found))
                if not case.moves(*found):
                    defects.append(rows[-1])
        parts.append(f"## {canvas}\n\n{COLUMNS}" + "\n".join(rows) + "\n")
    if defects:
        raise SystemExit("these change nothing, or the other way than they should:\n" + "\n".join(defects))
    return "\n".join(parts)


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
