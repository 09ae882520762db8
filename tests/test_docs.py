"""docs/rule_cards.md names functions and tests that are there; docs/mechanisms.md has each mechanism there is."""

import re
import runpy
from dataclasses import replace
from pathlib import Path

import pytest

from simcore.studies.mechanisms import CASES

ROOT = Path(__file__).parents[1]
RULES, MECHANISMS = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("rule_cards.md", "mechanisms.md"))
LINE = re.compile(r"(?<=[:L])\d+(?=[\])])")


@pytest.fixture(scope="module")
def cards():
    """The script that writes the rules."""
    return runpy.run_path(str(ROOT / "scripts" / "rule_cards.py"))


@pytest.fixture(scope="module")
def mechanisms():
    """The script that writes the mechanisms."""
    return runpy.run_path(str(ROOT / "scripts" / "mechanisms.py"))


def test_the_rules_are_up_to_date_but_for_numbers_of_lines(cards):
    """Made anew with: make docs"""
    text = cards["page"]()
    assert len(LINE.findall(text)) > 200
    assert LINE.sub("", RULES) == LINE.sub("", text)


@pytest.mark.long
def test_the_rules_are_up_to_date_to_the_line(cards):
    assert RULES == cards["page"]()


@pytest.mark.parametrize(("change", "says"), [
    ({"code": ("simcore/week/desk.py:Desk.nothing",)}, "desk.py has no Desk.nothing"),
    ({"code": ("simcore/week/none.py:Desk",)}, "no file simcore/week/none.py"),
    ({"tests": ("tests/week/test_desk.py:test_nothing",)}, "test_desk.py has no test_nothing"),
    ({"notes": ("vp-nothing",)}, "has no vp-nothing"), ({"cases": ("nothing",)}, "has no case 'nothing'")])
def test_what_is_not_there_cannot_be_named(cards, change, says):
    with pytest.raises(LookupError, match=re.escape(says)):
        cards["page"]([replace(cards["CARDS"][0], **change)])


def test_a_link_leads_to_the_line_of_its_function(cards):
    shown = cards["link"]("simcore/behaviour/ties.py:meet")
    name, file, line = re.fullmatch(r"`(\w+)`, \[(.+):(\d+)\]\(.*\)", shown).groups()
    assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8").split("\n")[int(line) - 1]


def test_the_page_has_exactly_the_mechanisms_there_are(mechanisms):
    """Played anew with: make docs"""
    rows = [line for line in MECHANISMS.split("\n") if line.startswith("| ") and not line.startswith("| mechanism |")]
    assert [line.rsplit(" | ", 3)[0] + " |" for line in rows] == [mechanisms["told"](case) for case in CASES]
    assert all(re.search(r"\| [+−][\d.,e−+]+( \(.*\))? \|$", line) for line in rows)


def test_no_two_mechanisms_of_a_model_have_one_name():
    assert len({(case.stage.canvas, case.name) for case in CASES}) == len(CASES)


def test_a_mechanism_that_changes_nothing_is_a_defect(mechanisms):
    """Switched off by what does nothing, a case ends the making of the page with its row."""
    with pytest.raises(SystemExit, match=CASES[3].name):
        mechanisms["page"]([replace(CASES[3], off={})])
