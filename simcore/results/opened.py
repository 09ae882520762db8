"""A run read back from its folder as the outcome it was, so that every figure can be measured again."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from simcore.canvas import load
from simcore.errors import BadInput, Problem, quoted
from simcore.played import LaneOutcome
from simcore.plugin.nouns import Stream
from simcore.results.arrays import read
from simcore.results.folder import MANIFEST
from simcore.results.write import FORM, MODEL, PLACE, files_of
from simcore.run import Outcome
from simcore.week.layout import Layout, ServicePlan, TeamPlan

QUARTER = "quarter "


@dataclass(frozen=True)
class Peopled:
    """What a folder keeps of the people: how many residents there are."""
    residents: int


def opened(folder: Path) -> tuple[Outcome, dict]:
    """The outcome in a folder (of people only their number, no plugins) and its manifest;
    BadInput when there is none."""
    if not (folder / MANIFEST).is_file():
        raise BadInput(Problem(str(folder), 0, 0, "this is no result of a run", f"it has no {MANIFEST}",
                               "name a folder that simwijk run has made"))
    try:
        return rebuilt_outcome(folder)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise damaged(folder, error) from error


def damaged(folder: Path, error: Exception) -> BadInput:
    """The error for a folder that was a result once."""
    why = (f"it has no {Path(error.filename).name}" if isinstance(error, FileNotFoundError) and error.filename
           else f"{type(error).__name__}: {error}")
    return BadInput(Problem(str(folder), 0, 0, "this result is not whole", why,
                            "copy its whole folder again, or play it again"))


def rebuilt_outcome(folder: Path) -> tuple[Outcome, dict]:
    """The same, for a folder that is whole."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    if manifest["form"] != FORM:
        raise ValueError(f"its form is {quoted(str(manifest['form']))}, this version reads {FORM}")
    spec = load(folder / MODEL, manifest["changes"], folder / PLACE)
    outcome = Outcome(spec, manifest["seed"], manifest["weeks"], manifest["replications"], manifest["luck_only"], [],
                      Peopled(manifest["residents"]), numbers_in(folder / "numbers.csv", len(manifest["replications"])))
    tables = json.loads((folder / "streams.json").read_text(encoding="utf-8"))
    for name, digests in manifest["digests"].items():
        outcome.lanes[name] = lane_in(folder, name, tables[name], digests)
    return outcome, manifest


def lane_in(folder: Path, name: str, table: dict, digests: list[str]) -> LaneOutcome:
    """One lane, from its flows and its series."""
    layout = Layout([ServicePlan(**one) for one in table["services"]], [TeamPlan(**one) for one in table["teams"]])
    written, counted = files_of(name)
    kept = read(folder / counted)
    series = {key: one for key, one in kept.items() if not key.startswith(QUARTER)}
    quarter = {key.removeprefix(QUARTER): one for key, one in kept.items() if key.startswith(QUARTER)}
    flows = read(folder / written)["flows"]
    return LaneOutcome([stream_of(one) for one in table["streams"]], layout, flows, series, quarter,
                       np.zeros((flows.shape[1], 0)), [], digests, called=table.get("called", {}))


def stream_of(kept: dict) -> Stream:
    """A stream as it was kept; before streams said so themselves, capital was what began with ``start.``."""
    return Stream(**{"capital": kept["name"].startswith("start.")} | kept)


def numbers_in(path: Path, courses: int) -> dict[str, np.ndarray]:
    """path -> (R,) values as they were drawn; the value itself where nothing was."""
    with open(path, encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))[1:]
    return {row[0].removeprefix("'"): np.array(row[7:], float) if len(row) > 7 else np.full(courses, float(row[4]))
            for row in rows}
