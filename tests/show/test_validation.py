"""What is said of the validation: counts, verdicts and sources, in both languages; and the page that comes along."""

import json
import re
from pathlib import Path

import pytest

from simcore.canvas import bundled
from simcore.results.bands import Band
from simcore.show.validation import page, said
from simcore.show.words import Words
from simcore.studies.validation.limits import Found, all_limits
from simcore.studies.validation.patterns import Beside, all_patterns, used_rows
from simcore.studies.validation.relations import Verdict, all_relations
from simcore.studies.validation.report import Report

PAGE = (Path(__file__).parents[2] / "docs" / "validation.md").read_text(encoding="utf-8")


@pytest.fixture
def report():
    """Two limits of which one is off, a relation that one model lacks, a pattern that counts and one that does not."""
    patterns = all_patterns()
    return Report(True, ["one", "two"], {"bass": Found(0.25, 0.242, 0.001), "kept": Found(100, 100)},
                  {"vat": {"one": Verdict(True, "12 EUR"), "two": Verdict(None)}},
                  [Beside(patterns["productivity"], Band(0.5, 0.4, 0.6, "share", 10), False, "one"),
                   Beside(patterns["buys"], Band(0.2, 0.18, 0.22, "share", 10), True),
                   Beside(patterns["earnings"], None, False)])


def line(text: str, name: str) -> str:
    """The one line of a table that begins with a name."""
    (found,) = [one for one in text.split("\n") if one.startswith(f"  {name}")]
    return found


@pytest.mark.parametrize(("lang", "facts"), [
    ("en", {"Spread where": "0.25 0.242 z \\+8.0 error 0.41% fails", "Of 400": "100 100 exact holds",
            "Without VAT": "one holds two –", "Productivity of people in": "BIJ-019 51% 50% \\(40% – 60%\\) inside",
            "Households that pay": "13.0% 20% \\(18.0% – 22%\\) outside; does not count"}),
    ("nl", {"Verspreiding": "0,25 0,242 z \\+8,0 fout 0,41 % klopt niet", "Zonder btw": "one klopt two –",
            "Mensen met een uitkering die": "niet vergelijkbaar; zit niet in het model"}),
])
def test_each_line_says_what_was_found(report, lang, facts):
    text = said(report, Words(lang))
    for name, fact in facts.items():
        assert re.search(fact, " ".join(line(text, name).split())), (fact, line(text, name))


def test_heads_count_what_holds_and_patterns_that_count(report):
    text = said(report, Words("en"))
    assert "1 of 2 agree" in text and "1 of 1 hold" in text and "1 of 1 lie inside" in text
    assert "short trial" in text and "Not everything holds: Spread where everybody" in text


def test_no_line_of_a_screen_is_too_wide_for_its_figures(report):
    assert all(len(one) <= 160 for one in said(report, Words("nl")).split("\n"))


def test_the_page_has_each_limit_with_its_equation_and_each_row_with_its_source(report):
    text = page(report, Words("en"))
    assert "(1 − e^−(p+q)t)" in text and "Bass 1969" in text
    assert re.search(r"- BIJ-019: Mean assessed wage value with subsidy, NL, 2017\. .+", text)
    assert text.count("\n| --- |") == 3


def test_the_page_says_which_hours_the_published_share_of_displaced_work_counts(report):
    report.patterns.append(Beside(all_patterns()["displacement"], Band(0.4, 0.3, 0.5, "share", 10), False, "one"))
    for lang, fact in (("en", "counts hours that participants work"), ("nl", "telt uren die deelnemers werken")):
        assert page(report, Words(lang)).count(fact) == 1


def test_policy_has_a_table_of_its_own_and_a_dash_where_no_source_tells(report):
    patterns = all_patterns()
    report.patterns += [Beside(patterns["fee_all"], Band(0.15, 0.1, 0.2, "share", 10), False),
                        Beside(patterns["cut_own"], Band(0.4, 0.3, 0.5, "share", 10), False)]
    text, screen = page(report, Words("en")), said(report, Words("en"))
    assert text.count("\n| --- |") == 4 and "## The Wmo from 2013 to 2023: 1 of 1 lie inside the band" in text
    assert "| – | – | 40% (30% – 50%) | not comparable; no source tells |" in text.replace("the neighbourhood | ", "")
    assert re.search("\n  cut +– +– +40% \\(30% – 50%\\) +not comparable; no source tells", screen)
    assert json.loads(json.dumps(report.as_dict(), allow_nan=False))["patterns"][-1]["published"] is None


def column(heading: str) -> list[str]:
    """The first cells of the table under a heading of the page that comes along."""
    under = PAGE.split(f"\n## {heading}", 1)[1].split("\n## ")[0].split("\n### ")[0]
    return [row.split(" | ")[0].removeprefix("| ") for row in under.split("\n") if row.startswith("| ")][2:]


def test_the_page_that_comes_along_lists_what_there_is():
    """Made anew with: simwijk validate --lang en --write docs/validation.md"""
    words = Words("en")
    assert column("Cases") == [words(f"limit.{key}") for key in all_limits()]
    assert column("What a change") == [words(f"relation.{key}") for key in all_relations()]
    for heading, topic in (("Published", ""), ("The Wmo", "policy")):
        assert list(dict.fromkeys(column(heading))) == [words(f"pattern.{key}") for key, one in all_patterns().items()
                                                        if one.topic == topic]
    assert "fails" not in PAGE and "short trial" not in PAGE


def test_the_page_marks_what_has_set_a_number():
    used, words = used_rows(), Words("en")
    for row in [row for row in PAGE.split("\n") if row.startswith("| ")]:
        cells = row.strip("| ").split(" | ")
        if len(cells) == 6 and re.fullmatch(r"[A-Z]+-\d+", cells[2]):
            assert (words("validate.used") in cells[5]) == (cells[2] in used), row


def test_the_page_tries_the_models_that_come_along():
    assert all(name in PAGE for name in bundled())
