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
    until(page, "document.querySelectorAll('#diary section').length === 3")
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


def test_what_the_room_reads_in_the_race_is_large_and_another_chart_is_one_press_away(page):
    page.click("[data-screen=race]")
    page.click(".lane [data-chart=hours]")
    page.reload()
    page.wait_for_selector(".lane .chart:not(.small) p b")
    assert {*page.locator(".lane .chart:not(.small) p:first-child > span").all_inner_texts()} == {"Uren hulp per week"}
    sizes = page.evaluate("""[".lane h3", ".answer", ".chart:not(.small) p:first-child > span", ".chart p b"].map(
        (one) => parseFloat(getComputedStyle(document.querySelector(one)).fontSize))""")
    assert min(sizes) >= 32 and page.evaluate("[...document.querySelectorAll('.answer')].every((one) => "
                                              "one.clientHeight < 2.5 * parseFloat(getComputedStyle(one).lineHeight))")


def test_a_chart_is_drawn_once_and_only_its_week_goes_on(page):
    page.click("[data-screen=race]")
    page.wait_for_selector(".lane .dots path", state="attached", timeout=60_000)
    page.evaluate("""window.drawn = 0; new MutationObserver((all) => { drawn += all.length; }).observe($("stage"),
        { subtree: true, attributes: true, attributeFilter: ["points", "d"] })""")
    page.evaluate("state.stops = false; toWeek(0)")
    where = lambda: page.evaluate("document.querySelector('.chart .now').getBoundingClientRect().x")  # noqa: E731
    at = where()
    page.evaluate("toWeek(1); toWeek(2)")                            # within the first four weeks
    assert page.evaluate("drawn") == 0 and where() > at
