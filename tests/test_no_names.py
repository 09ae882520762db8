"""The engine knows no model and no plugin by name: what comes along is data, like anybody's own."""

import ast
import re
from pathlib import Path

import pytest

from simcore.canvas import bundled
from simcore.files import load
from simcore.canvas.bundled import folder, neighbourhoods
from simcore.plugin.finding import bundled as bundled_plugins

PACKAGE = Path(__file__).parents[1] / "simcore"
STUDIES = PACKAGE / "studies"    # which measure the models that come along, and say so
MODULES = [file for file in sorted(PACKAGE.rglob("*.py")) if STUDIES not in file.parents]
NAMES = {*bundled(), *neighbourhoods(), *(one.name for one in bundled_plugins())}
# Words of the law and of the trade that are the name of a plugin as well: there they are no name.
WORDS = {"fund", "minimum_wage", "pgb", "service_voucher", "shares", "start_capital"}


def spoken(name: str) -> str:
    """A name as it may be written in a sentence or as a class: wmo_cut, Wmo cut, WmoCut."""
    return r"[ _-]?".join(map(re.escape, name.split("_")))


def found(text: str, names: set[str]) -> list[str]:
    """The names that stand in a source; of a common word only where it can be nothing but the name of a plugin."""
    out, lower = [], text.lower()
    for name in names:
        if not all(word in lower for word in name.split("_")):       # quicker than to look for the whole of it
            continue
        common = name in WORDS or "_" not in name
        pattern = (rf"(?:plugins?[./]|use:? |--plugin )['\"]?{name}\b|\b{name}:\w+=" if common else
                   rf"(?<![A-Za-z0-9]){spoken(name)}(?![A-Za-z0-9])")
        out += [name] if re.search(pattern, text, re.IGNORECASE if not common else 0) else []
    return out


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_no_module_of_the_engine_mentions_a_bundled_plugin_or_model(file):
    assert found(file.read_text(encoding="utf-8"), NAMES) == []


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_no_module_of_the_engine_compares_with_a_name(file):
    """Not even a common word: no text in the source is just the name of a model or plugin,
    but for words of the trade."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    texts = {one.value for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    assert not texts & (NAMES - WORDS)


def test_a_mention_would_be_found():
    assert (found('load("haarlems_gemak")', NAMES) == ["haarlems_gemak"]
            and found("--plugin pgb:rate=18", NAMES) == ["pgb"])
    assert found("class WmoCut:", NAMES) == ["wmo_cut"] and found("the pgb of a client", NAMES) == []


def test_there_is_something_to_look_for():
    assert {"haarlems_gemak", "wmo_cut", "boerhaavewijk_2013"} <= NAMES and len(MODULES) > 100
    assert (folder() / "haarlems_gemak.yaml").is_file() and load(folder() / "haarlems_gemak.yaml")
