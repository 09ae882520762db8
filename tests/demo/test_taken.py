"""What is taken from a screen: its numbers as a table, its picture; another draw; and a page whose server is gone."""

import csv
from io import BytesIO

import pytest

from .conftest import SMALL, Demo, opened, to, until, whole


def taken(page, kind: str) -> bytes:
    """The file behind a button."""
    with page.expect_download() as got:
        page.click(f"[data-{kind}]")
    assert got.value.suggested_filename.startswith(f"simwijk-{page.evaluate('current().name')}-")
    return open(got.value.path(), "rb").read()


def table(page) -> list[list[str]]:
    return list(csv.reader(taken(page, "csv").decode("utf-8-sig").splitlines()))


def test_the_table_of_a_race_has_the_numbers_beside_its_lines(page):
    page.evaluate("toScreen('race'); toWeek(103)")
    rows = [row for row in table(page) if row[2] == "104"]
    shown = page.locator(".chart p b").all_inner_texts()
    assert len(rows) == len(shown) == 9 and {row[6] for row in rows} == {"6"}
    names = ["cash", "hours", "people"] * 3
    assert [page.evaluate(f"written('{name}', {row[4]})") for row, name in zip(rows, names)] == shown


@pytest.mark.parametrize("screen", ["dials", "pays"])
def test_the_table_of_a_screen_with_a_table_is_that_table_with_a_value_and_its_band_apart(page, screen):
    to(page, screen)
    cells = page.locator("#stage table :is(th, td):not(:has(button))").all_inner_texts()
    flat = lambda text: " ".join(text.split()).lstrip("'")  # noqa: E731
    rows = [[flat(cell) for cell in row] for row in table(page)]
    assert [cell for row in rows for cell in row if cell] == [flat(line) for cell in cells for line in cell.split("\n")
                                                             if flat(line)]
    bands = [cell for row in rows for cell in row if " tot " in cell]
    assert bands and not any("€" in cell for cell in bands)


def test_the_picture_of_a_screen_looks_as_that_screen(page):
    from PIL import Image, ImageChops, ImageStat

    for screen in ("race", "dials"):
        to(page, screen)
        page.evaluate("document.activeElement.blur()")
        box = page.locator("#stage").bounding_box()
        seen = Image.open(BytesIO(page.screenshot(clip=box))).convert("L")
        kept = Image.open(BytesIO(taken(page, "png"))).convert("L").crop((0, 0, *seen.size))
        seen, kept = (one.reduce(12) for one in (seen, kept))                # letters may lie a part of a pixel apart
        ink = ImageStat.Stat(ImageChops.invert(seen)).mean[0]
        assert ImageStat.Stat(ImageChops.difference(seen, kept)).mean[0] < ink / 8, screen


def test_a_formula_in_a_name_is_text_in_a_table_and_a_number_stays_a_number(page):
    cells = {"=cmd|' /C calc'!A0": "'=cmd|' /C calc'!A0", "+1+cmd": "'+1+cmd", "-2+3": "'-2+3", "@SUM(A1)": "'@SUM(A1)",
             "\t=1": "'=1", "+€ 1.200": "+€ 1.200", "≈ +4": "≈ +4", 'a "b"': 'a ""b""', "x\u202ey": "x\u25a1y"}
    assert {text: page.evaluate("cellOf", text)[1:-1] for text in cells} == cells


def test_a_new_draw_has_other_numbers_and_the_first_has_its_own_again(page):
    lines = lambda: page.evaluate("JSON.stringify(known.lanes.haarlems_gemak.lines)")  # noqa: E731
    first = lines()
    page.click("[data-draw='2']")
    whole(page)
    assert lines() != first and "worp 2" in page.inner_text("#time")
    page.reload()
    whole(page)
    assert page.evaluate("state.seed") == 2 and lines() != first
    page.click("[data-draw='1']")
    whole(page)
    assert lines() == first


def test_who_asks_for_less_motion_sees_a_period_at_a_time_and_nothing_moves_by_itself(browser, demo):
    for page in opened(browser, demo.address, reduced_motion="reduce"):
        page.evaluate("state.stops = false; window.weeks = []; window.was = toWeek;"
                      "toWeek = (week) => { weeks.push(week); was(week); }; 0")
        page.click("[data-play]")
        until(page, "weeks.length > 2")
        assert page.evaluate("weeks.slice(0, 3)") == [4, 8, 12]
        assert page.evaluate("document.getAnimations().length") == 0


def test_when_the_server_dies_the_page_says_so_and_plays_what_it_has(browser):
    one = Demo(*SMALL)
    try:
        for page in opened(browser, one.address, passed_over="net::ERR_"):
            to(page, "race")
            one.process.kill()
            until(page, "$('said').textContent.includes('gestopt')")
            page.click("[data-play]")
            until(page, "state.week > 0")
            page.focus("[data-knob=price]")
            page.keyboard.press("ArrowRight")                  # what stands there stays of the knobs as they were
            until(page, "known.kind === 'whole' && !('price' in state.knobs)")
            assert page.input_value("[data-knob=price]") == "2" and "gestopt" in page.inner_text("#said")
            to(page, "canvas")
    finally:
        one.process.kill()
