"""At the full count every number on the screen is that of ``simwijk compare`` with the same settings."""

import html
import json
import re

import pytest
from click.testing import CliRunner

from simcore.cli import simwijk

from .conftest import SMALL, opened, ready, to, until, whole

KEYS = ["haarlems_gemak", "compiratie", "wijkonderneming", "haarlems_gemak_b"]
STEP = ["set", "revenue_streams.rs-cleaning.price", 17]
SCALE = {"share": 100, "share/year": 100}                      # per cent, and percentage points


@pytest.fixture(scope="module")
def page(browser, demo):
    """The three plans with B beside the first, played whole."""
    for one in opened(browser, demo.address):
        to(one, "redesign")
        one.evaluate(f"change(() => {{ state.b = state.edits = {json.dumps([STEP])}; state.of = 'haarlems_gemak'; }})")
        whole(one)
        yield one


@pytest.fixture(scope="module")
def compared(page, tmp_path_factory):
    """(What compare prints as JSON, the text of the page it writes) of the same; B from the file a room takes home."""
    folder = tmp_path_factory.mktemp("compared")
    to(page, "redesign")
    until(page, "document.querySelector('[data-file]:not(:disabled)')")
    with page.expect_download() as got:
        page.click("[data-file]")
    file = folder / got.value.suggested_filename
    got.value.save_as(file)
    ran = CliRunner().invoke(simwijk, ["compare", *KEYS[:3], str(file), *SMALL, "--seed", "1", "--fresh", "--json",
                                       "--out", str(folder / "out")], catch_exceptions=False)
    told = json.loads(ran.stdout)
    written = (folder / "out/compare.html").read_text("utf-8")
    text = html.unescape(re.sub(r"<(svg|style)\b.*?</\1>|<[^>]+>", " ", written, flags=re.DOTALL))
    return {one["key"]: one for one in told["models"]} | {"differences": told["differences"]}, flat(text)


def flat(text: str) -> str:
    """A text as it is read: one space where there are more, no brackets."""
    return re.sub(r"[\s()]+", " ", text.replace("\u00ad", "")).strip()


def numbers(text: str) -> list[str]:
    """The numbers in a Dutch text."""
    return [one for one in re.findall(r"−?\d+(?:\.\d{3})*(?:,\d+)?", flat(text).replace("€ ", ""))]


def is_rounded(shown: str, value: float) -> bool:
    """Whether a number as it is written is this one, rounded as far as it is written: to three digits or to its
    decimals."""
    digits = shown.lstrip("−").replace(".", "")
    step = 10 ** -len(digits.partition(",")[2]) if "," in digits else 10 ** max(0, len(digits) - 3)
    return abs(float(shown.replace("−", "-").replace(".", "").replace(",", ".")) - value) <= step / 2 + 1e-6


def assert_band(text: str, one: dict, times: float | None = None) -> None:
    """A middle with its band as written is that of a figure; only the middle where the band is nothing."""
    times = SCALE.get(one["unit"], 1) if times is None else times
    shown = numbers(text)
    assert len(shown) in (1, 3), text
    for written, name in zip(shown, ("median", "low", "high")):
        assert is_rounded(written, times * one[name]), (text, one)


def test_a_number_is_only_the_same_when_all_its_written_digits_are():
    assert is_rounded("−3.860", -3863.1) and is_rounded("0,45", 0.447) and is_rounded("1,0", 1)
    assert not is_rounded("−3.850", -3863.1) and not is_rounded("0,45", 0.456) and not is_rounded("3.860", -3863.1)


def test_on_the_dials(page, compared):
    to(page, "dials")
    rows = page.locator(".dials tbody tr:nth-child(2)").all()
    figures = [("money", "result"), ("work", "exits"), ("displacement", "hours"), ("lonely", "lonely_more")]
    assert len(rows) >= len(figures)
    for row, (group, name) in zip(rows, figures):
        cells = row.locator("td").all_inner_texts()
        for key, cell in zip(KEYS, cells, strict=True):
            assert_band(cell, compared[0][key][group][name])


def test_in_the_race_at_the_end(page, compared):
    to(page, "race")
    page.evaluate("toWeek(config.weeks - 1)")
    lanes = page.locator("section.lane").all()
    for key, lane in zip(KEYS, lanes, strict=True):
        assert_band(lane.locator(".chart p b").first.inner_text(), compared[0][key]["money"]["cash"])
        assert numbers(lane.locator(".answer").inner_text())[-2:] == [str(compared[0][key]["alive"]), "6"]
    page.evaluate("toWeek(0)")


def test_at_the_reveal(page, compared):
    to(page, "reveal")
    for key in KEYS:
        page.click(f"#stage [data-model={key}]")
        texts = [one.partition("in dit model:")[2] for one in page.locator(".question h4").all_inner_texts()]
        low, middle, high = page.evaluate(f"known.lanes.{key}.lines.cash.map((edge) => edge[156 / PERIOD - 1])")
        assert_band(texts[0], {"low": low, "median": middle, "high": high, "unit": "EUR"})
        assert_band(texts[1], compared[0][key]["work"]["exits"], 1)
        assert_band(texts[2], compared[0][key]["lonely"]["lonely_more"], 1000)


def test_of_a_note_up_close_as_the_page_of_compare_has_it(page, compared):
    to(page, "canvas")
    page.click(f"#stage [data-model={KEYS[0]}]")
    for note, name in (("rs-cleaning", "Schoonmaken per uur"), ("rs-laundry", "Wassen per uur")):
        page.click(f"#stage [data-note={note}]")
        until(page, "document.querySelector('.panel .did li')")
        assert f"{name} {flat(page.inner_text('.panel .did li')).replace('–', ' tot ')} geld" in compared[1]
        page.click("[data-closed]")


def test_of_a_and_b(page, compared):
    to(page, "redesign")
    page.click("[data-beside]")
    until(page, "document.querySelector('.a-b .dials tbody')")
    more = next(one for one in compared[0]["differences"] if (one["of"], one["with"]) == (KEYS[0], KEYS[3]))["figures"]
    for row, (group, name) in zip(page.locator(".a-b .dials tbody tr:nth-child(2)").all(),
                                  [("money", "result"), ("work", "exits")]):
        a, b, less = row.locator("td").all_inner_texts()
        assert_band(a, compared[0][KEYS[0]][group][name])
        assert_band(b, compared[0][KEYS[3]][group][name])
        one = more[group][name]                                # there it is A less B
        assert_band(less, one | {"median": -one["median"], "low": -one["high"], "high": -one["low"]})
    page.click("[data-beside]")


def test_who_pays_and_the_sheet_that_goes_home_as_the_page_of_compare_has_it(page, compared):
    to(page, "pays")
    page.add_style_tag(content=".parts { display: none !important }")     # of which the page of compare has a table
    for lens in ("alderman", "neighbourhood"):
        page.click(f"[data-lens={lens}]")
        cells = [flat(one) for one in page.locator(".pays tbody td:has(b)").all_inner_texts()]
        amounts = [one.lstrip("≈▲▼ ") for one in cells]
        assert len(amounts) >= 3 and [one for one in amounts if one not in compared[1]] == []
    to(page, "print")
    page.click(f"[data-paper={KEYS[0]}]")
    ready(page, "print")
    sheet = flat(page.locator(".to-print").text_content())
    amount = re.search(r"Eigen resultaat per 4 weken.*?(−?€ [\d.]+ −?[\d.]+ tot −?[\d.]+)", sheet)[1]
    assert_band(amount, compared[0][KEYS[0]]["money"]["result"])
