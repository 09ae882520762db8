"""docs/plugins_measured.md has a row for every plugin that comes along, on the model it fits."""

import re
from pathlib import Path

from simcore.plugin.finding import find

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "plugins_measured.md").read_text(encoding="utf-8")


def rows():
    """Model -> plugin -> the cells of its row."""
    out = {}
    for part in PAGE.split("\n## ")[1:]:
        lines = [line for line in part.splitlines() if line.startswith("| `")]
        out[part.splitlines()[0]] = {re.match(r"\| `(\w+)`", line)[1]: [cell.strip() for cell in line.split(" | ")]
                                     for line in lines}
    return out


def test_every_plugin_that_comes_along_has_its_row_on_the_model_it_fits():
    fits = {}
    for name, same in find().items():
        if same[0].origin == "bundled":
            fits.setdefault(same[0].kind.fits, set()).add(name)
    assert {model: set(some) for model, some in rows().items()} == fits


def test_a_row_in_which_nothing_moves_says_why():
    for some in rows().values():
        for cells in some.values():
            if all(cell.strip(" |") == "=" for cell in cells[1:]):
                assert ". " in cells[0], cells[0]
