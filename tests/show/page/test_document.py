import re
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest

from simcore.results.bands import band
from simcore.show.page.document import document
from simcore.show.page.gains import at_a_glance, cell, extremes, kinds_of
from simcore.show.page.page import Page
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


def test_the_first_thing_on_the_page_is_the_answer_of_each_model(tree, found):
    answers = [text_of(one).replace(" :", ":") for one in main_of(tree, "nl").iter("p") if one.get("class") == "answer"]
    assert len(answers) == 2
    for key, text in zip(found.keys, answers):
        one = found.found[key]
        assert text == Words("nl")("page.answer", name=found.titles[key], often=f"{one.answer.holds} van de 20")


def test_there_is_a_dot_for_each_course_and_as_many_are_filled_as_it_holds_in(tree, found):
    drawn = [one for one in main_of(tree, "nl").iter("svg") if (one.get("class") or "").startswith("dots")]
    for key, dots in zip(found.keys, drawn, strict=True):
        assert len(dots) == 20
        assert sum(one.get("fill") != "none" for one in dots) == found.found[key].answer.holds


def test_who_pays_most_stands_first_and_who_gets_most_last(found):
    page = Page(found, Words("nl"))
    parties, _ = at_a_glance(page)
    sums = [sum(found.gain(key, party).median for key in found.keys) for party in parties]
    assert sums == sorted(sums) and sums[0] < 0 < sums[-1]


def test_what_who_pays_most_gives_is_told_by_its_largest_kinds(found):
    page, key = Page(found, Words("nl")), found.keys[0]
    gives, _ = extremes(page, key)
    kinds = kinds_of(page, key, gives)
    every = sum(one.values for _, one in kinds)
    assert kinds and all(one.median < 0 for _, one in kinds)
    assert np.abs(every - found.gains(key, gives, "total")).max() < 0.5 * np.abs(every).max()


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
    assert "This is one possible course" in text and "no clear difference" not in text.partition("Five dials")[2]


def test_no_text_on_the_page_is_smaller_than_18_pixels():
    from importlib import resources

    css = resources.files("simcore.show.page").joinpath("page.css").read_text(encoding="utf-8")
    sizes = re.findall(r"font-size: ([^;]+);", css)
    assert len(sizes) > 8
    for size in sizes:
        pixels = re.findall(r"([\d.]+)px", size)
        assert (pixels and float(pixels[0]) >= 18) or "var(--big)" in size or re.fullmatch(r"1\.\d+em", size), size
