"""The district and the race in a real browser: a dot is adopted, and a race stops by itself."""

from .conftest import to, until


def test_a_dot_is_adopted_by_click_or_by_arrows_and_is_still_there_after_a_reload(page):
    to(page, "wijk")
    page.click("#wijk .dots")
    until(page, "document.querySelector('#diary ol')")
    first = page.text_content("#card h3")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    second = page.text_content("#card h3")
    assert second != first and page.get_attribute("[data-dot]", "aria-valuetext") == second
    assert page.locator("#diary section").count() == 3
    page.reload()
    until(page, "document.querySelector('#card h3')")
    assert page.text_content("#card h3") == second


def test_a_race_stops_at_what_happens_unless_that_is_turned_off(page):
    to(page, "race")
    page.click("[data-play]")
    until(page, "document.querySelector('.telling.fresh p') && !playing")
    week = page.evaluate("state.week")
    assert f"week {week + 1} (" in page.text_content(".telling") and week < 259
    page.click("[data-stops]")
    page.evaluate("lives(config.models[0].key).telling.push({ ...telling()[0], week: state.week + 2 })")
    page.click("[data-play]")
    until(page, f"state.week > {week + 6} && playing")
