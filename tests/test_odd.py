"""docs/odd.md is what the code and the model files say today, in the seven elements of ODD."""

import re
import runpy
from pathlib import Path

import pytest

from simcore.canvas import bundled, load
from simcore.neighbourhood.rows import HOUSEHOLD, RESIDENT

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "odd.md").read_text(encoding="utf-8")
LINE = re.compile(r"(\.py):\d+")


@pytest.fixture(scope="module")
def written():
    """The page made anew."""
    return runpy.run_path(str(ROOT / "scripts" / "odd.py"))["odd"]()


def test_the_page_is_up_to_date_but_for_numbers_of_lines(written):
    """Made anew with: python scripts/odd.py"""
    assert LINE.sub(r"\1", PAGE) == LINE.sub(r"\1", written)


@pytest.mark.long
def test_the_page_is_up_to_date_to_the_line(written):
    assert PAGE == written


def test_all_seven_elements_are_there_in_order():
    assert re.findall(r"^## (\d\. .*)$", PAGE, re.M) == [
        "1. Purpose and patterns", "2. Entities, state variables and scales", "3. Process overview and scheduling",
        "4. Design concepts", "5. Initialization", "6. Input data", "7. Submodels"]
    for concept in ("Basic principles", "Emergence", "Adaptation", "Objectives", "Learning", "Prediction", "Sensing",
                    "Interaction", "Stochasticity", "Collectives", "Observation"):
        assert f"**{concept}.**" in PAGE


def test_every_state_variable_and_submodel_says_what_it_is(written):
    assert not re.findall(r"^\|[^\n]*\|\s*\|\s*$", written.split("## 3.")[0], re.M)
    rows = re.findall(r"^\| (law|act) \| `([^`]+)` \| (.*) \| (simcore/[\w/]+\.py:\d+) \|$", written, re.M)
    assert len(rows) > 60
    assert [name for _, name, said, _ in rows if not said] == []


def test_every_field_of_a_household_and_a_resident_is_listed():
    entities = PAGE.split("## 3.")[0]
    assert all(f"| {name} |" in entities for name in (*HOUSEHOLD.names, *RESIDENT.names))


def test_every_number_of_every_model_is_listed_with_its_source():
    listed = set(re.findall(r"^\| `([^`]+)` \|", PAGE, re.M))
    for name in bundled():
        assert set(load(name).quantities()) <= listed


def test_what_a_law_is_said_to_be_stands_where_it_is_said(written):
    for name, file, line in re.findall(r"\| `(\w+)\([^`]*\)` \| .* \| (simcore/[\w/]+\.py):(\d+) \|", written):
        lines = (ROOT / file).read_text(encoding="utf-8").split("\n")
        assert f"def {name}(" in lines[int(line) - 1], (name, file, line)
