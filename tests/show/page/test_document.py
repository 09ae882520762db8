import re
from collections import Counter
from dataclasses import replace
from types import SimpleNamespace
from xml.etree import ElementTree

import numpy as np
import pytest

from simcore.plugin.nouns import Stream
from simcore.results.bands import Band, band
from simcore.show.page.bars import bar
from simcore.show.page.chart import chart, lasts
from simcore.show.page.dials import in_words
from simcore.show.page.document import document
from simcore.show.page.gains import at_a_glance, cell, extremes, in_a_list, in_kind, kinds_of, money_apart, municipal
from simcore.show.page.marks import SHAPES, marks
from simcore.show.page.page import Page
from simcore.show.page.sources import number_of, rests_on
from simcore.show.page.verdict import dots, slice_of
from simcore.show.words import Words
from simcore.studies.compare import Comparison

LOCAL = ("numbers", "sources", "streams")        # what stands there is as the files have it, in either language


def tree_of(html: str) -> ElementTree.Element:
    return ElementTree.fromstring(html.removeprefix("<!DOCTYPE html>"))


@pytest.fixture(scope="module")
def tree(html):
    return tree_of(html)


def main_of(tree: ElementTree.Element, lang: str) -> ElementTree.Element:
    (main,) = (one for one in tree.iter("main") if one.get("lang") == lang)
    return main


def text_of(element: ElementTree.Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def figures_in(main: ElementTree.Element, swap: bool) -> Counter:
    """The numbers people read, in the English way of writing; sections that quote files are left out."""
    out: Counter = Counter()
    for part in main:
        if (part.get("id") or "").partition("-")[2] not in LOCAL:
            for one in re.findall(r"[−+]?\d[\d.,]*", text_of(part).replace("€ ", "").replace("€", "")):
                one = one.rstrip(".,")
                out[one.translate(str.maketrans(",.", ".,")) if swap else one] += 1
    return out


def test_the_page_is_well_formed(tree):
    assert [one.tag for one in tree] == ["head", "body"]


def test_nothing_on_the_page_comes_from_outside(html, tree):
    assert not re.search(r"(?:src|href|action)=\"(?!#)", html)
    assert not re.search(r"url\((?!#)|@import|<script|<link|<iframe|<img|<object", html)
    assert not [url for url in re.findall(r"https?://[^\s\"<]+", html) if f'"{url}' in html]
    (policy,) = (one for one in tree.iter("meta") if one.get("http-equiv") == "Content-Security-Policy")
    assert policy.get("content").startswith("default-src 'none'")


def test_every_link_leads_to_a_place_of_its_own_language(tree):
    for main in tree.iter("main"):
        lang, names = main.get("lang"), [one.get("id") for one in main.iter() if one.get("id")]
        assert len(set(names)) == len(names)
        links = [one.get("href") for one in main.iter("a")]
        assert len(links) > 100 and all(link.startswith(f"#{lang}-") for link in links)
        assert not {link[1:] for link in links} - set(names)


def test_both_languages_show_the_same_numbers(tree):
    dutch, english = figures_in(main_of(tree, "nl"), swap=True), figures_in(main_of(tree, "en"), swap=False)
    assert sum(dutch.values()) > 500 and dutch == english


def test_a_number_leads_to_its_source_in_two_steps(tree):
    main = main_of(tree, "nl")
    by_name = {one.get("id"): one for one in main.iter() if one.get("id")}
    sources = {name for name in by_name if name.startswith(("nl-number-", "nl-item-"))}
    for section in ("nl-gains", "nl-dials", "nl-figures", "nl-tiers", "nl-origin", "nl-parties"):
        links = {one.get("href")[1:] for one in by_name[section].iter("a")}
        assert links, section
        for link in links - {"nl-parties", "nl-tiers"}:
            second = {one.get("href")[1:] for one in by_name[link].iter("a")}
            empty = "tr" not in {one.tag for one in by_name[link].iter("tbody")} and by_name[link].tag == "table"
            assert second & sources or empty or link in sources, link


def test_each_number_of_a_model_stands_there_with_value_range_evidence_and_source(tree, found):
    row = next(one for one in main_of(tree, "nl").iter("tr")
               if one.get("id") == "nl-number-haarlems_gemak-revenue_streams.rs_cleaning.price")
    cells = [text_of(one) for one in row]
    assert cells[1] == "€ 14 per uur" and cells[2] == "11 tot 18" and cells[3] == "aanname"
    assert cells[4].startswith("tussen informeel 11") and "MKT-011:" in cells[4]
    every = {one.get("id") for one in main_of(tree, "nl").iter("tr") if (one.get("id") or "").startswith("nl-number-")}
    assert len(every) == len(found.entries[0].spec.quantities()) + len(
        [path for path in found.entries[0].spec.quantities() if not path.startswith("neighbourhood.")]) + 4


def test_questions_for_the_room_are_put_in_the_language_of_the_page(tree):
    for lang, question in (("nl", "Vraag aan de zaal: Wanneer kan een dienst niet uit"),
                           ("en", "Question for the room: When does a service not pay for itself")):
        assert question in text_of(main_of(tree, lang))


def test_beside_displaced_work_stands_what_was_published_and_of_which_hours(tree):
    """SOC-010: 10 to 50 % of participant hours, at low confidence."""
    dials = {lang: text_of(next(one for one in main_of(tree, lang).iter() if one.get("id") == f"{lang}-dials"))
             for lang in ("nl", "en")}
    assert "Elders geschat: 10 tot 50 % van de uren die deelnemers werken (SOC-010, zekerheid laag; " in dials["nl"]
    assert ("Estimated elsewhere: 10 to 50% of the hours that participants work (SOC-010, confidence low; "
            in dials["en"])


@pytest.mark.parametrize("bands, decimals", [
    ([(8.3, 145, 598)], 0), ([(0.18, 0.6, 0.82)], 2), ([(0.18, 0.6, 0.82), (1, 4, 16)], 1), ([(-0.4, 267, 593)], 0),
    ([(0.4, 12, 45)], 1), ([(-9, -3, -0.02)], 2), ([(0, 0, 0)], 2)])
def test_figures_in_a_row_have_equal_decimals_as_the_largest_has_and_none_that_is_clear_is_nought(
        found, bands, decimals):
    page = Page(found, Words("nl"))
    some = [Band(middle, low, high, "hours/year", 20, difference=True) for low, middle, high in bands]
    assert page.decimals(*some, None) == decimals


def test_in_every_row_of_the_dials_decimals_are_equal(tree):
    for lang, point in (("nl", ","), ("en", ".")):
        for one in main_of(tree, lang).iter("div"):
            if one.get("class") == "on-axis":
                shown = [n.rstrip(",.") for n in re.findall(r"\d[\d.,]*", text_of(one)) if n.rstrip(",.") != "0"]
                small = [n for n in shown if not re.fullmatch(r"\d{1,3}([.,]\d{3})+", n)]
                assert len({len(n.partition(point)[2]) for n in small}) <= 1, text_of(one)


def row_of(tree, kind: str) -> list[str]:
    (row,) = (one for one in main_of(tree, "nl").iter("tr") if one.get("class") == kind)
    return [text_of(one) for one in row]


def test_the_first_screen_says_what_each_plan_is_how_often_it_can_and_how_it_ends(tree, found):
    title = text_of(next(main_of(tree, "nl").iter("h1")))
    assert title == "Twee plannen, één wijk: kan het zonder geld van de gemeente?"
    for n, key in enumerate(found.keys, start=1):
        one = found.found[key]
        assert row_of(tree, "plan")[n] == found.outcomes[key].spec.canvas.meta.tagline
        assert row_of(tree, "answer")[n] == f"{one.answer.holds} van de 20"
        assert row_of(tree, "fate")[n] == ("bestaat na 30 weken nog in elk verloop" if one.alive == 20 else
                                           f"stopt in {20 - one.alive} van de 20, meestal na {one.ends_in_week} weken")


def test_doing_nothing_has_a_row_with_how_the_district_then_stands(tree):
    said = row_of(tree, "nothing")[1]
    assert re.search(r"verschil hiermee. Dan is [\d,]+ % \(.+ tot .+\) van de volwassenen eenzaam", said)


def test_there_is_a_dot_for_each_course_and_as_many_are_filled_as_it_holds_in(tree, found):
    drawn = [one for one in main_of(tree, "nl").iter("svg") if (one.get("class") or "").startswith("dots")]
    for key, circles in zip(found.keys, drawn, strict=True):
        assert len(circles) == 20
        assert sum(one.get("fill") != "none" for one in circles) == found.found[key].answer.holds


def test_of_many_courses_there_are_ten_dots_and_the_last_is_filled_in_part(found):
    drawn = ElementTree.fromstring(dots(Page(found, Words("nl")), found.keys[0], 15, 100))
    assert [one.tag for one in drawn].count("circle") == 10 and [one.tag for one in drawn].count("path") == 1
    assert sum(one.get("fill") != "none" for one in drawn if one.tag == "circle") == 1
    assert slice_of(12, 12, 0.5).endswith("12.00 21.00Z")                 # half a dot: from twelve to six o'clock


def test_amounts_that_are_mostly_in_kind_are_striped(found):
    page, key = Page(found, Words("nl")), found.keys[0]
    cash, kind = (np.median(found.gains(key, "welfare", side)) for side in ("cash", "kind"))
    assert in_kind(page, key, ["welfare"]) == (abs(kind) > abs(cash))
    one = replace(found.gain(key, "welfare"), median=-5.0, low=-9.0, high=-2.0)
    drawn = [str(bar(page, one, page.reach(one), page.marks[key], striped)) for striped in (True, False)]
    assert ["stripes" in text for text in drawn] == [True, False]


def test_a_model_that_comes_along_has_one_mark_on_every_page():
    alone, after = marks(["haarlems_gemak"]), marks(["mine", "wijkonderneming", "haarlems_gemak", "other"])
    assert after["haarlems_gemak"] == alone["haarlems_gemak"]
    assert len({(one.colour, one.shape) for one in after.values()}) == 4
    assert "triangle" not in SHAPES                                       # those say who gets and who gives


def test_who_pays_most_stands_first_and_who_gets_most_last(found):
    page = Page(found, Words("nl"))
    parties, _ = at_a_glance(page)
    sums = [sum(found.gain(key, party).median for key in found.keys) for party in parties]
    assert sums == sorted(sums) and sums[0] < 0 < sums[-1]


def test_what_the_municipality_gives_is_told_by_its_largest_kinds(found):
    page, key = Page(found, Words("nl")), found.keys[0]
    kinds = kinds_of(page, key, "municipality")
    every = sum(one.values for _, one in kinds)
    assert kinds and all(one.median < 0 for _, one in kinds)
    assert np.abs(every - found.gains(key, "municipality", "total")).max() < 0.5 * np.abs(every).max()
    assert all(f"{called} €" in text_of(ElementTree.fromstring(municipal(page))) for called, _ in kinds)


def test_who_gives_and_who_gets_most_is_the_same_on_page_and_picture(found):
    from simcore.show.parties import parties_of

    page = Page(found, Words("nl"))
    for key in found.keys:
        parties = parties_of(found.outcomes[key])
        gets = next((one.name for one in parties if one.leans(1)), "")
        gives = next((one.name for one in parties[::-1] if one.leans(-1)), "")
        assert extremes(page, key) == (gives, gets)


def test_a_party_that_takes_no_part_is_not_called_unclear(found):
    page = Page(found, Words("nl"))
    none = band(np.zeros(20), "EUR/year", True)
    shown = str(cell(page, found.keys[0], none, page.reach(none), "nl-parties"))
    assert "doet niet mee" in shown and "duidelijk" not in shown and "≈" not in shown


def test_the_difference_of_two_shares_is_in_percentage_points(found):
    page = Page(found, Words("nl"))
    one = page.shown(found.keys[0], "lonely", "lonely_more")
    assert page.unit(one.unit) == "procentpunt" and "%" not in page.value(0.001, one.unit)
    assert page.shown(found.keys[0], "lonely", "lonely").unit == "share"


def test_a_difference_that_is_not_clear_says_so_and_is_hollow(tree, found):
    page = Page(found, Words("en"))
    unclear = [one for one in found.found[found.keys[0]].parties.values() if not one["cash"].clear]
    assert unclear and "no clear difference" in str(page.figure(unclear[0]["cash"]))
    assert any("hollow" in (one.get("class") or "") for one in tree.iter("rect"))


def test_the_page_tells_what_differs_between_two_versions(tree):
    section = next(one for one in main_of(tree, "en").iter("section")
                   if (one.get("id") or "").startswith("en-versions-"))
    assert all(one in text_of(section) for one in ("Cleaning by the hour", "€14 per hour", "€17 per hour"))


def test_what_a_model_file_says_is_never_taken_for_markup(found):
    rude = "<script>alert('x')</script> & \"co\""
    plain = found.entries[0]
    canvas = replace(plain.spec.canvas, meta=replace(plain.spec.canvas.meta, name=rude))
    entries = [replace(plain, spec=replace(plain.spec, canvas=canvas))]
    outcome = replace(found.outcomes[found.keys[0]], spec=entries[0].spec)
    html = document(Comparison(entries, {found.keys[0]: outcome}, {found.keys[0]: found.found[found.keys[0]]}))
    assert "<script" not in html and rude in text_of(main_of(tree_of(html), "nl"))


def test_the_language_of_the_page_is_the_one_asked_for(found):
    english = tree_of(document(found, "en"))
    assert english.get("lang") == "en"
    assert [one.get("id") for one in english.iter("input") if one.get("checked")] == ["language-en"]


def test_one_model_alone_and_one_course_make_a_page_too(found):
    key = found.keys[0]
    lanes = {name: lane.only([0], [0]) for name, lane in found.outcomes[key].lanes.items()}
    outcome = replace(found.outcomes[key], lanes=lanes, replications=[0],
                      numbers={path: values[:1] for path, values in found.outcomes[key].numbers.items()})
    from simcore.results.indicators import measure

    page = tree_of(document(Comparison(found.entries[:1], {key: outcome}, {key: measure(outcome)})))
    text = text_of(main_of(page, "en"))
    assert "This is one possible course" in text and "no clear difference" not in text.partition("How it stands")[2]


def test_no_text_on_the_page_is_smaller_than_18_pixels():
    from importlib import resources

    css = resources.files("simcore.show.page").joinpath("page.css").read_text(encoding="utf-8")
    sizes = re.findall(r"font-size: ([^;]+);", css)
    assert len(sizes) > 8
    for size in sizes:
        pixels = re.findall(r"([\d.]+)px", size)
        assert (pixels and float(pixels[0]) >= 18) or "var(--big)" in size or re.fullmatch(r"1\.\d+em", size), size


def test_two_versions_are_called_by_what_differs(found):
    assert list(Page(found, Words("nl")).titles.values()) == [f"Haarlems Gemak, € {n} per uur" for n in (14, 17)]


def test_a_section_that_is_folded_opens_by_a_link_to_what_is_in_it(tree):
    from importlib import resources

    folds = [one for one in main_of(tree, "nl").iter("section") if one.get("class") == "fold"]
    assert {one.get("id") for one in folds} == {"nl-figures", "nl-sources", "nl-streams", "nl-numbers"}
    css = resources.files("simcore.show.page").joinpath("page.css").read_text(encoding="utf-8")
    opened = next(line for line in css.splitlines() if line.startswith(".fold > .switch:checked ~ .inside"))
    assert ".fold:has(:target) > .inside" in opened and opened.endswith("{ display: block; }")
    assert "@supports not selector(:has(*)) { .fold > .inside { display: block; } }" in css      # always open there


def test_job_coaches_lead_to_their_very_numbers_with_how_sure_they_are(tree, found):
    page, key = Page(found, Words("nl")), found.keys[0]
    coach = Stream(name="coach", payer="municipality:reintegration", payee="coaches", item="neighbourhood.assistance")
    said = [str(number_of(page, key, path)) for path in rests_on(page, key, coach)]
    assert len(said) == 2 and "coach_rate" in said[1] and "€ 78 per uur (bron, zekerheid laag)" in said[1]
    unpaid = Stream(name="unpaid.kr-home-team", payer="participants", payee="enterprise:work in kind",
                    item="kr-home-team")
    assert rests_on(page, key, unpaid) == ["simwijk.unpaid_labour"]


def test_in_words_a_dial_names_only_models_for_which_it_is_clear(found):
    page, one = Page(found, Words("en")), found.keys[0]
    figure = Band(1.0, 0.5, 2.0, "people/year", 20, True)

    class Shown:
        titles, keys = page.titles, page.keys
        found = SimpleNamespace(figure=lambda key, *_: figure if key == one else replace(figure, low=-1.0))
        __call__ = page.__call__

    assert in_words(Shown(), "work", "exits") == f"Clearly brings more people into work: {page.titles[one]}."
    Shown.found = SimpleNamespace(figure=lambda *_: replace(figure, low=-1.0))
    assert in_words(Shown(), "work", "exits") == "No plan clearly brings more people into work."


def test_the_line_of_cash_ends_where_half_of_the_courses_have_ended():
    alive = np.array([[True, True], [True, False], [False, False], [False, False]])
    assert lasts(SimpleNamespace(series={"alive": alive})) == 2


def test_money_that_goes_the_other_way_than_all_together_stands_by_itself(found):
    page = Page(found, Words("en"))
    for key in found.keys:
        for party in found.parties():
            cash, both = found.gain(key, party, "cash"), found.gain(key, party)
            apart = both.clear and cash.median * both.median < 0 and round(cash.median) != 0
            assert bool(money_apart(page, key, party)) == apart
    kind = {"cash": replace(found.gain(key, party), median=-100.0), "total": replace(
        found.gain(key, party), median=500.0, low=10.0, high=900.0)}
    rich = SimpleNamespace(found=SimpleNamespace(gain=lambda key, party, side="total": kind[side]), banded=True,
                           value=page.value)
    told = type("Told", (), {**vars(rich), "__call__": lambda self, *a, **b: page(*a, **b)})()
    assert money_apart(told, key, party) == "in cash −€100"


@pytest.mark.parametrize("unit, ends, nothing", [
    ("points", (-0.00004, 0.00002, 0.00003), True), ("points", (-0.0002, 0, 0), False),
    ("people/year", (0, 0, 0), True),
    ("people/year", (0, 0, 0.006), False), ("EUR/year", (-0.4, 0, 0.4), True), ("EUR/year", (0, 0, 0.6), False)])
def test_a_figure_that_is_written_as_nought_all_over_is_nothing_without_a_sign_of_doubt(found, unit, ends, nothing):
    low, middle, high = ends
    page, one = Page(found, Words("en")), Band(middle, low, high, unit, 20, difference=True)
    assert page.nothing(one) == nothing
    assert ("≈" in str(page.figure(one, decimals=5))) == (not nothing)
    assert (text_of(ElementTree.fromstring(f"<p>{page.figure(one, decimals=5)}</p>")) in ("0", "€0")) == nothing


def test_a_difference_that_is_clear_has_the_decimals_that_keep_its_ends_from_nought(found):
    page = Page(found, Words("nl"))
    one = Band(-0.00009, -0.0002, -0.00002, "points", 20, difference=True)
    assert text_of(ElementTree.fromstring(f"<p>{page.figure(one)}</p>")) == "−0,009 (−0,020 tot −0,002)"


def test_what_is_left_without_money_is_not_called_by_that_money(found):
    assert Page(found, Words("nl")).name("without", "A") == "Wat overblijft, zonder: subsidie"


def test_in_a_list_a_name_has_no_capital_but_letters_for_a_name_stay():
    assert [in_a_list(one) for one in ("Werkbegeleiders", "PGB en Wmo", "")] == ["werkbegeleiders", "PGB en Wmo", ""]


@pytest.mark.parametrize("weeks", [104, 156, 260])
def test_the_last_year_on_the_axis_stands_within_the_drawing(found, weeks):
    """A year in letters of 28 is some 72 wide; it hangs before its mark where there is no room on both sides."""
    spec = found.any.spec
    page = SimpleNamespace(found=SimpleNamespace(any=SimpleNamespace(weeks=weeks, spec=spec)), banded=True,
                           marks={"x": marks(["x"])["x"]}, words=Words("nl"))
    drawn = ElementTree.fromstring(chart(page, "x", (np.zeros(weeks),) * 3, weeks, [0, 1], ["0", "1"], 240, "cash"))
    texts = [one for one in drawn if one.tag == "text" and (one.text or "").startswith("20")]
    reach = {"start": 72, "middle": 36, "end": 0}
    assert texts and all(float(one.get("x")) + reach[one.get("text-anchor")] <= 660 for one in texts)


def test_names_in_a_sentence_are_kept_apart_also_where_they_hold_a_comma(found):
    page = Page(found, Words("en"))
    figure = Band(0.5, 0.2, 0.8, "share", 20, False)

    class Shown:
        titles, keys = page.titles, page.keys
        found = SimpleNamespace(figure=lambda *_: figure)
        __call__ = page.__call__

    assert in_words(Shown(), "load", "top_three") == \
        "Here unpaid work rests on few people: Haarlems Gemak, €14 per hour; Haarlems Gemak, €17 per hour."


def test_on_the_first_screen_stands_what_a_dot_and_the_question_mean(tree):
    """It fits one screen of 1920 by 1080 as long as these sentences stay about as short as they are."""
    for lang, words in (("nl", "Kan het: het plan bestaat nog"), ("en", "Can it: the plan still exists")):
        last = [text_of(one) for one in next(main_of(tree, lang).iter("div")) if one.tag == "p"]
        assert words in last[-1] and len(last[-1]) < 300 and sum(map(len, last[-2:])) < 600
