"""The address of the page: it holds the whole state, and lets nothing in that the page does not know."""

import json
from urllib.parse import quote

import pytest

from .conftest import until, whole

LEFT = "In dit adres staat iets wat deze pagina niet heeft"
MARKUP = '"><img src=x onerror=hacked=1>'


def go(page, said):
    """Puts another address in its place, in the same tab."""
    page.evaluate("known.kind = ''")
    page.evaluate("(said) => { location.hash = said; }", quote(said if isinstance(said, str) else json.dumps(said)))
    whole(page)


def test_a_reload_keeps_the_week_that_was_dragged_to_and_about_the_one_that_was_played_to(page):
    page.evaluate("toWeek(39)")
    until(page, "location.hash.includes('week%22%3A39')")
    page.reload()
    whole(page)
    assert page.evaluate("state.week") == 39
    page.evaluate("state.stops = false, play(true)")
    until(page, "state.week > 60")
    page.reload()
    whole(page)
    assert page.evaluate("state.week") > 45 and page.evaluate("playing") is None


def test_the_link_to_take_home_goes_along_with_the_week(page):
    page.click("#top [data-screen=saved]")
    page.evaluate("toWeek(77)")
    assert quote('"week":77') in page.input_value("#link")


def test_another_address_in_an_open_tab_is_gone_to(page):
    go(page, {"lang": "en", "week": 5, "screen": "race", "knobs": {"price": 1}})
    assert page.evaluate("[state.lang, state.week, state.knobs.price]") == ["en", 5, 1]
    assert page.evaluate("[document.documentElement.lang, document.querySelector('#time b').textContent]") == [
        "en", "year 1, week 6"]


@pytest.mark.parametrize("said", [
    {"knobs": {"plugin.of_another": 1}}, {"knobs": {"price": 9}}, {"cards": [["nothing", 3]]}, {"cards": [5]},
    {"of": "nobody", "b": [["off", "x"]]}, {"of": "wijkonderneming", "b": [["off", "no_such_note"]]},
    {"screen": "redesign", "of": "wijkonderneming", "edits": [["off", "no_such_note"]]}], ids=str)
def test_what_the_page_does_not_have_is_left_out_said_and_the_rest_goes_on(page, said):
    go(page, {"week": 7, **said})
    until(page, f"$('said').textContent.startsWith('{LEFT}')")
    whole(page)
    assert page.evaluate("[state.knobs, state.cards, state.b, state.edits, state.week]") == [{}, [], [], [], 7]
    assert not {"Error", "Problem"} & {*page.inner_text("#said").split("'")}


def test_nothing_in_an_address_is_markup_or_has_the_page_wait_for_ever(page):
    plain = page.evaluate("readAddress.plain")
    for said in ({"lang": "fr"}, {"bets": {"tables": []}}, {"bets": {"tables": [{"name": 5}]}}, {"bets": 3}, [], 5, "{",
                 {"week": -5, "seed": 1e99, "guard": 5, "guess": [1], "chart": "x", "screen": MARKUP, "model": MARKUP,
                  "dot": MARKUP, "lens": 3, "clock": "x", "stops": 1}):
        go(page, said)
        assert json.loads(page.evaluate("JSON.stringify(state)")) == json.loads(plain) | {"guess": {}}, said
    go(page, {"knobs": {"price": MARKUP, MARKUP: 0}, "cards": [[MARKUP, 0]], "guess": {MARKUP: "up"}, "note": MARKUP,
              "bets": {"tables": [{"name": MARKUP, "model": "compiratie", "chips": {MARKUP: [3]}}]}})
    for screen in ("bets", "whatif", "redesign", "reveal", "race"):
        page.click(f"#top [data-screen={screen}]")
        assert page.evaluate("typeof hacked") == "undefined" and page.locator("img[src=x]").count() == 0


def test_a_play_that_another_page_ended_goes_on_when_nothing_is_played(page):
    answers = iter(['{"kind":"ended"}\n'])
    page.route("**/api/play",
               lambda asked: asked.fulfill(body=one) if (one := next(answers, "")) else asked.continue_())
    page.evaluate("known.kind = '', ask()")
    whole(page)
    assert next(answers, None) is None
    page.unroute("**/api/play")


def test_a_play_that_a_server_left_half_done_is_asked_again_when_it_is_back(browser, demo):
    from .conftest import opened

    for page in opened(browser, demo.address, passed_over="ERR_"):
        page.route("**/api/*", lambda asked: asked.abort())
        page.evaluate("known.n = 3, change(() => { state.knobs = { price: 1 }; })")
        until(page, "$('said').textContent === t('gone') && known.kind === 'so_far'")
        page.unroute("**/api/*")
        whole(page)
        assert page.inner_text("#said") == "" and page.evaluate("known.n") == 6


def test_to_stop_is_asked_twice(page):
    asked = []
    page.once("dialog", lambda one: (asked.append(one.message), one.dismiss()))
    page.click("[data-stop]")
    assert "stoppen" in asked[0] and page.evaluate("heartbeat()") in ("free", "busy")
