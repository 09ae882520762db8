"""The district and the race in a real browser: a dot is adopted, and a race stops by itself."""


def test_a_dot_is_adopted_by_click_or_by_arrows_and_is_still_there_after_a_reload(page):
    page.click("[data-screen=wijk]")
    page.wait_for_selector("#wijk .dots path", timeout=60_000)
    page.click("#wijk .dots")
    page.wait_for_selector("#diary ol", timeout=60_000)
    first = page.text_content("#card h3")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    second = page.text_content("#card h3")
    assert second != first and page.get_attribute("[data-dot]", "aria-valuetext") == second
    assert page.locator("#diary section").count() == 3
    page.reload()
    page.wait_for_selector("#card h3", timeout=60_000)
    assert page.text_content("#card h3") == second


def test_a_race_stops_at_what_happens_unless_that_is_turned_off(page):
    page.click("[data-screen=race]")
    page.wait_for_selector(".lane .dots path", state="attached", timeout=60_000)
    page.click("[data-play]")
    page.wait_for_selector(".telling.fresh p", timeout=60_000)
    page.wait_for_function("() => playing === null")
    week = page.evaluate("state.week")
    assert f"week {week + 1} (" in page.text_content(".telling") and week < 259
    page.click("[data-stops]")
    page.evaluate("lives(config.models[0].key).telling.push({ ...telling()[0], week: state.week + 2 })")
    page.click("[data-play]")
    page.wait_for_function(f"() => state.week > {week + 6}")
    assert page.evaluate("playing") is not None
