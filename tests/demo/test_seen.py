"""What a room sees: nothing cut off, covered, too small or scrolling, at every size; plans told apart in grey."""

from io import BytesIO
from itertools import combinations, product

import pytest

from .conftest import opened, ready, to, until, whole
from .looking import CUT_OR_COVERED, SCROLLS, TOO_SMALL

SIZES = [(1920, 1080), (1280, 720), (1024, 768)]


def resize(page, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_off_covered_or_scrolls_and_no_text_is_small(browser, demo, size):
    wrong = {}
    for page in opened(browser, demo.address, size):
        for screen in page.evaluate("screens.map((one) => one.name)"):
            for lang in ("nl", "en"):
                page.evaluate(f"state.lang = '{lang}'; toScreen('{screen}'); drawAll(); 0")
                ready(page, screen)
                found = page.evaluate(CUT_OR_COVERED) + ["it scrolls"] * page.evaluate(SCROLLS)
                found += page.evaluate(TOO_SMALL, 18 if size == SIZES[0] else 12)
                if found:
                    wrong[screen, lang] = found
    assert wrong == {}


def test_an_eye_finds_what_is_cut_off_covered_or_small(page):
    to(page, "dials")
    assert page.evaluate(CUT_OR_COVERED) == page.evaluate(TOO_SMALL, 18) == [] and not page.evaluate(SCROLLS)
    page.evaluate("$('top').style.cssText = 'height: 8px; overflow: hidden'")
    assert any("simwijk" in one for one in page.evaluate(CUT_OR_COVERED))
    page.evaluate("$('top').style.cssText = 'position: relative; top: 6rem'")
    assert any(" over " in one for one in page.evaluate(CUT_OR_COVERED))
    page.evaluate("$('top').style.cssText = ''; say('small'); $('said').style.fontSize = '10px'")
    assert page.evaluate(TOO_SMALL, 18)


def test_the_longest_text_of_every_plan_stays_inside_its_block(page):
    page.evaluate("layCard('combine')")                          # brings a plan of ninety notes
    whole(page)
    to(page, "canvas")
    for size in SIZES:
        resize(page, size)                                       # as when a window is taken to the beamer
        until(page, f"({CUT_OR_COVERED})().length === 0")
        for key, lang in product(page.evaluate("models().map((one) => one.key)"), ("nl", "en")):
            page.evaluate(f"[state.lang, state.model] = ['{lang}', '{key}']; toScreen('canvas'); drawAll(); 0")
            assert page.locator(".close-up .note").count() > 25
            assert page.evaluate(CUT_OR_COVERED) == [], (size, key, lang)
            assert page.evaluate("""[...document.querySelectorAll(".block")].filter((one) =>
                one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2)
                .map((one) => one.className)""") == [], (size, key, lang)
    resize(page, SIZES[0])
    until(page, f"({CUT_OR_COVERED})().length === 0")


WITH_B = """Object.assign(state, { of: 'wijkonderneming', edits: [['off', 'vp-safe-evening']],
    b: [['off', 'vp-safe-evening']] })"""
WIDEST = """((texts) => document.querySelectorAll(".a-b .dials td span").forEach((one, i) => {
    one.textContent = texts[i % 2]; }))"""
TOPS = """(() => new Set([...document.querySelectorAll(".chart:not(.small) .plot")].map((one) =>
    Math.round(one.getBoundingClientRect().top))).size)"""


def test_b_and_the_plan_of_a_card_stand_whole_beside_the_others(page):
    page.evaluate(f"change(() => {WITH_B})")
    whole(page)
    for screens in ("race", "pays", "redesign"), ("race", "pays", "whatif"):
        for size, screen, lang in product(SIZES, screens, ("nl", "en")):
            where, more = (size, screen, lang), "{ lens: 'neighbourhood', beside: true, card: 'combine' }"
            resize(page, size)
            page.evaluate(f"Object.assign(state, {more}, {{ lang: '{lang}' }}); toScreen('{screen}'); drawAll(); 0")
            until(page, "!document.querySelector('.heats:not(:has(td)), .dials:not(:has(td))')")
            if screen == "redesign":                            # the widest that a table of dials can say
                page.evaluate(f"{WIDEST}(['niet van toepassing', '(−125.000 tot −113.000)'])")
            if screen == "race":                                # and the charts of all plans stay beside each other
                page.evaluate("document.querySelector('.chart:not(.small) b').textContent = '−€123,000'")
                assert page.evaluate(f"{TOPS}()") == 1, where
            assert page.evaluate(CUT_OR_COVERED) == [] and not page.evaluate(SCROLLS), where
            assert screen == "whatif" or "B\u00a0Wijkonderneming" in page.inner_text("#stage").replace("\n", "")
            assert page.evaluate("""[...document.querySelectorAll(".plan .block")].filter((one) =>
                one.scrollHeight > one.clientHeight + 2).map((one) => one.className)""") == [], where
        page.evaluate("change(() => { state.cards = [['combine', 0]]; })")
        whole(page)


def test_a_card_of_the_first_week_has_its_flag_inside_the_chart(page):
    page.evaluate("layCard('wmo_cut')")
    whole(page)
    chart, flag = (page.locator(one).first.bounding_box() for one in (".plot:has(.flag)", ".plot .flag"))
    assert flag["x"] + flag["width"] / 2 - chart["x"] > 0.008 * 1080 and page.locator(".flag").count() == 3


def test_a_block_with_more_notes_than_it_shows_says_so_until_its_end(page):
    page.set_viewport_size({"width": 1280, "height": 720})
    page.evaluate("""askFor = async () => null, state.screen = "redesign",
        config.models = config.models.filter((one) => one.extra).map((one) => ({ ...one, extra: false })), drawAll()""")
    full = page.locator(".block.more")
    assert full.count() and full.first.evaluate("(one) => getComputedStyle(one, '::after').content") == '"▼"'
    was = full.count()
    full.first.evaluate("(one) => { one.scrollTop = 1e6; }")
    until(page, f"document.querySelectorAll('.block.more').length === {was - 1}")


def test_without_colour_the_plans_are_told_apart_by_their_marks(page):
    from PIL import Image, ImageChops, ImageStat

    page.evaluate("layCard('combine')")
    whole(page)
    to(page, "race")
    marks = [Image.open(BytesIO(one.screenshot())).convert("L").resize((24, 24))
             for one in page.locator("section.lane h3 svg.mark").all()]
    assert len(marks) == 4
    for one, other in combinations(marks, 2):                    # of each pair a tenth of the picture at least
        assert ImageStat.Stat(ImageChops.difference(one, other).point(lambda grey: 255 * (grey > 64))).mean[0] > 25
    for screen in ("dials", "pays", "reveal", "check", "canvas", "print"):
        to(page, screen)
        names = page.evaluate("""models().map(({ name }) => [...document.querySelectorAll("#stage *")].filter((one) =>
            one.children.length && one.children[0].matches("svg.mark") && one.textContent.includes(name)).length)""")
        assert all(names), (screen, names)                       # wherever a plan is named its mark stands beside it
