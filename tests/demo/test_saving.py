"""The page as one file: every combination of the main knobs, all that it needs inside, and nothing else let in."""

import json
import re
from dataclasses import replace

import pytest

from simcore.demo.answers import ANSWERS
from simcore.demo.config import config_of
from simcore.demo.deck import deck
from simcore.demo.pages import web_files
from simcore.demo.saving import digest, saving, text_of
from simcore.demo.show import Show
from simcore.demo.told import whole
from simcore.demo.wish import entries_of, wish_of
from simcore.studies.beside import Beside
from simcore.studies.compare import compare

from .conftest import opened, until

MODELS = ("haarlems_gemak",)


def cheaper():
    """Three knobs, of which the price alone has two positions."""
    price, *others = deck().knobs[:3]
    return [replace(price, ways=[replace(price.ways[0], add=[-2.0, 0.0])]), *(
        replace(one, ways=[replace(one.ways[0], values=[0.0] if one.ways[0].values else (),
                                   scale=[1.0] if one.ways[0].scale else ())]) for one in others)]


@pytest.fixture(scope="module")
def saved():
    """A page of two positions of one knob, with a hostile label in its state, and what was told on the way."""
    show = Show(MODELS, replace(deck(), knobs=cheaper()))
    wish = wish_of({"courses": 2, "residents": 300}, MODELS, show.deck)
    config = config_of(MODELS, show.deck, "nl")
    lines = list(saving(show, wish, config, {"note": "</script><script>alert(1)"}, web_files(), lambda: None))
    return show, wish, lines


def data_of(html: str) -> dict:
    return json.loads(re.search(r'id="saved">(.*?)</script>', html, re.DOTALL)[1])


def wide(text: str) -> list[float]:
    out, last = [], 0.0
    for one in text.split(","):
        last = float(one) if one else last
        out.append(last)
    return out


def test_the_way_to_a_saved_page_is_told_and_ends_with_the_page(saved):
    _, _, lines = saved
    assert [line["kind"] for line in lines] == ["saving", "saving", "saved"] and lines[1]["of"] == 2
    assert [line["left"] for line in lines[:2]] == [0, 1], "minutes, once one combination has shown how long it takes"
    assert len(lines[-1]["html"]) < 5_000_000


def test_a_saved_page_has_the_numbers_of_a_comparison(saved):
    show, wish, lines = saved
    data = data_of(lines[-1]["html"])
    assert list(data["grid"]) == ["0,0,0", "1,0,0"] and data["of"] == 2
    asked = {"seed": 1, "replications": 2, "residents": 300, "fresh": True}
    found = compare(entries_of(wish, show.deck)[0], **asked)
    lane, kept = whole(found, 2)["lanes"]["haarlems_gemak"], data["grid"]["1,0,0"]["lanes"]["haarlems_gemak"]
    assert kept["alive"] == lane["alive"]
    for name, edges in lane["lines"].items():
        for edge, text in zip(edges, kept["lines"][name]):
            assert all(abs(a - b) <= max(0.5, abs(a) / 199) for a, b in zip(edge, wide(text), strict=True))
    assert data["grid"]["0,0,0"]["lanes"] != data["grid"]["1,0,0"]["lanes"]
    assert data["grid"]["0,0,0"]["dials"]["en"][0]["cells"][0]["value"]


def test_the_diaries_of_a_saved_page_are_those_of_the_live_one(saved):
    show, wish, lines = saved
    along = data_of(lines[-1]["html"])["people"]
    show.keep(wish, compare(entries_of(wish, show.deck)[0], seed=1, replications=2, residents=300))
    said = {"wish": {"courses": 2, "residents": 300}}
    live = {name: ANSWERS[name](show, said) for name in ("people", "lives")}
    assert {name: along[name] for name in live} == json.loads(json.dumps(live)) and along["at"] == "1,0,0"
    for number, diary in list(along["diaries"].items())[:60]:
        told = ANSWERS["diary"](show, said | {"dot": number})["lanes"]["haarlems_gemak"]["lines"]
        lines = [(one["week"], *([one[lang][part] for lang in ("nl", "en")] for part in ("day", "text")))
                 for one in told if not one["first"]]
        weeks, sentences = diary["haarlems_gemak"][::2], diary["haarlems_gemak"][1::2]
        assert [(week, along["days"][str(week)], along["said"][at]) for week, at in zip(weeks, sentences)] == lines
    assert max(len(one["haarlems_gemak"]) for one in along["diaries"].values()) > 10


def test_a_page_that_would_be_too_large_leaves_its_residents_at_home(saved, monkeypatch):
    show, wish, _ = saved
    found = compare(entries_of(wish, show.deck)[0], seed=1, replications=2, residents=300)
    monkeypatch.setattr("simcore.demo.saving.played", lambda *_: found)
    made = lambda: [*saving(show, wish, {}, {}, web_files(), lambda: None)][-1]["html"]  # noqa: E731
    whole = made()
    monkeypatch.setattr("simcore.demo.saving.MOST_BYTES", len(whole.encode()) - 1)
    assert "people" in data_of(whole) and "people" not in data_of(made())


def test_a_saved_page_asks_for_nothing_and_lets_nothing_in(saved):
    html = saved[2][-1]["html"]
    page = html.replace(re.search(r'id="saved">(.*?)</script>', html, re.DOTALL)[1], "")
    assert "/static/" not in re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert "<script>alert(1)" not in html
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1]
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) > 5 and all(f"'sha256-{digest(one)}'" in policy for one in scripts)
    assert "default-src 'none'" in policy and "connect-src" not in policy and "unsafe-eval" not in policy


def test_a_plan_that_a_knob_does_not_touch_is_played_once(monkeypatch):
    played, parts = [], Beside.parts

    def noted(self):
        played.append(parts(self))
        return played[-1]

    monkeypatch.setattr(Beside, "parts", noted)
    monkeypatch.setattr("simcore.demo.saving.going_along", lambda found, go_on: {})
    show = Show(("wijkonderneming",), replace(deck(), knobs=cheaper()))
    wish = wish_of({"courses": 2, "residents": 300, "seed": 7}, show.models, show.deck)
    list(saving(show, wish, {}, {}, web_files(), lambda: None))
    assert [len(some) for some in played] == [2, 0], "it has no price an hour"


def test_numbers_over_time_are_whole_and_nothing_where_they_stay_as_they_were():
    assert text_of([120.4, 119.6, 120.0, -1234.5, -1230.0, 0.0, 0.2]) == "120,,,-1230,,0,"


def test_a_saved_page_plays_from_a_file_without_a_server(saved, browser, tmp_path):
    show, wish, lines = saved
    file = tmp_path / lines[-1]["name"]
    file.write_text(lines[-1]["html"], encoding="utf-8")
    cheaper = entries_of(replace(wish, knobs=(("price", 0),)), show.deck)[0]
    found = compare(cheaper, seed=1, replications=2, residents=300)
    cash = whole(found, 2)["lanes"]["haarlems_gemak"]["lines"]["cash"][1]
    for page in opened(browser, file.as_uri()):                      # which hears of every other request, and of errors
        before = page.evaluate("known.lanes.haarlems_gemak.lines.cash[1]")
        page.focus("[data-knob=price]")
        page.keyboard.press("ArrowLeft")
        after = page.evaluate("known.lanes.haarlems_gemak.lines.cash[1]")
        assert after != before and all(abs(a - b) <= max(0.5, abs(a) / 199) for a, b in zip(after, cash, strict=True))
        page.evaluate("state.stops = false")
        page.click("[data-play]")
        until(page, "state.week > 30 && playing")
        assert page.locator("[data-screen=heat]:disabled").count() == 1
        page.click("#top [data-screen=wijk]")
        page.evaluate("play(false); adopt(5)")
        until(page, "$('diary').textContent === t('saved.no_diary')")        # for the price is not as it was
        page.click("[data-screen=race]")
        page.click("[data-back=knobs]")
        page.click("#top [data-screen=wijk]")
        until(page, "document.querySelector('#diary ol li')")
