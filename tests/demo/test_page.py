"""What a hand does on the live page, and what it then shows."""

import json
import re

from simcore.canvas.notes import BLOCKS

from .conftest import SMALL, Demo, opened, until, whole


def numbers(page):
    """The numbers beside the charts."""
    return page.locator(".chart p b").all_inner_texts()


def drag(page, what, start, end):
    """A hand on a slider, from one part of it to another."""
    box = page.locator(what).bounding_box()
    x = lambda part: box["x"] + 8 + part * (box["width"] - 16)  # noqa: E731
    page.mouse.move(x(start), box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(x(end), box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()


def test_each_plan_has_nine_blocks_in_both_languages(page):
    page.click("[data-screen=canvas]")
    dutch = page.locator(".canvas .block h4").all_inner_texts()
    assert len(dutch) == 9 == len(BLOCKS) and "Klantsegmenten" in dutch
    page.click("[data-lang=en]")
    english = page.locator(".canvas .block h4").all_inner_texts()
    assert "Customer segments" in english and not {*dutch} & {*english} - {"Partners"}
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_knob_turned_by_key_changes_the_numbers_without_another_click(page):
    before = page.evaluate("JSON.stringify(known.lanes.haarlems_gemak.lines)")
    page.focus("[data-knob=price]")
    page.keyboard.press("ArrowRight")
    whole(page)
    assert page.evaluate("JSON.stringify(known.lanes.haarlems_gemak.lines)") != before
    page.click("[data-back=knobs]")
    whole(page)
    assert page.evaluate("JSON.stringify(known.lanes.haarlems_gemak.lines)") == before


def test_of_ten_fast_moves_only_the_last_is_final(page):
    page.focus("[data-knob=price]")
    for key in ["ArrowRight", "ArrowLeft"] * 4 + ["ArrowRight", "ArrowRight"]:
        page.keyboard.press(key)
    drag(page, "[data-knob=price]", 1, 0.25)
    whole(page)
    last = page.evaluate("JSON.stringify(known.lanes)")
    heard = page.inner_text("#heard")
    page.reload()
    whole(page)
    assert page.evaluate("state.knobs.price") == 1 and page.evaluate("JSON.stringify(known.lanes)") == last
    assert page.inner_text("#heard") == heard                    # which is read aloud to who cannot see the lanes
    for model, lane in page.evaluate("models().map((one) => [one.name, known.lanes[one.key].alive])"):
        assert f"{model}: Bestaat in dit model na 5 jaar nog in {lane} van 6 verlopen." in heard


def test_play_step_and_scrub_move_through_the_weeks_without_asking(page):
    asked = []
    page.on("request", lambda one: asked.append(one.url) if "/api/play" in one.url else None)
    page.click("[data-step]")
    assert page.evaluate("state.week") == 4
    page.click("[data-play]")
    # It stops by itself where something happens: whether it plays, and the click that stops it, are one question.
    until(page, """state.week > 4 && (playing && document.querySelector("[data-play]").click(), true)""")
    assert page.evaluate("playing") is None
    drag(page, "[data-week]", 0.1, 0.5)
    assert 120 < page.evaluate("state.week") < 140
    page.click("[data-back=time]")
    assert page.evaluate("state.week") == 0 and not asked


def test_the_address_holds_everything(page, browser, demo):
    page.click("[data-screen=canvas]")
    page.click("[data-lang=en]")
    page.focus("[data-knob=partners]") if page.locator("[data-knob=partners]").is_visible() else None
    page.evaluate("change(() => { state.knobs = { partners: 0 }; state.cards = [['wmo_cut', 30]]; })")
    address, was = page.evaluate("location.href"), page.evaluate("JSON.stringify(state)")
    for other in opened(browser, address):
        assert json.loads(other.evaluate("JSON.stringify(state)")) == json.loads(was)


def test_an_address_that_is_not_ours_is_passed_over(browser, demo):
    for hash_ in ("#%7B", "#%7B%22screen%22:3,%22cards%22:%22x%22%7D", "#<script>alert(1)</script>"):
        for page in opened(browser, demo.address + hash_):
            assert page.evaluate("typeof state.screen") == "string" and page.evaluate("Array.isArray(state.cards)")


def test_a_broken_canvas_says_what_is_wrong_on_the_page(browser, tmp_path):
    file = tmp_path / "broken.yaml"
    file.write_text("meta: {name: <b>x</b>}\nrevenue_streams: 3\n", encoding="utf-8")
    one = Demo(*SMALL, str(file))
    try:
        for page in opened(browser, one.address, wait=""):
            text = page.locator(".wrong").inner_text()
            assert re.search(r"broken\.yaml:\d+:\d+", text) and "Traceback" not in text
    finally:
        one.end()
