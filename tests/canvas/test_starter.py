"""The canvas to begin with: small, whole, honest, the same in both languages; what it says about itself works."""

import re
from typing import get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from simcore.canvas import load
from simcore.canvas.blocks import Contract
from simcore.canvas.notes import BLOCKS
from simcore.canvas.starter import file_of, name_of, starter
from simcore.canvas.understood import understood
from simcore.errors import BadInput
from simcore.files import figures
from simcore.show.words import Words

LANGUAGES = ["nl", "en"]
LETTERS = "ABCDEFG"
LETTER = re.compile(r"# \[([A-Z])\] ")
OFF = re.compile(r"(?m)^( +)# ")                   # a line that is switched off
WORDED = {"name", "tagline", "question", "note"}   # what says something in a language, beside sources of our own
ROW = re.compile(r"[A-Z]{2,5}-[0-9]{3}")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)             # ten times faster where it is there


def text(lang, letters=""):
    """The starter, with the lines under these letters switched on as it says itself: ``# `` taken away."""
    on, lines = False, []
    for line in starter("Ons Groen", "ons_groen.yaml", lang).split("\n"):
        if line.startswith("#") or not OFF.match(line):
            found = LETTER.match(line)
            on = bool(found) and found[1] in letters
        lines.append(OFF.sub(r"\1", line) if on else line)
    return "\n".join(lines)


def loaded(text, tmp_path):
    path = tmp_path / "ons_groen.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path)


@pytest.fixture(params=LANGUAGES)
def lang(request):
    return request.param


def plain(part):
    """What a parsed file holds, without its texts."""
    if isinstance(part, dict):
        return {key: plain(value) for key, value in part.items()
                if key not in WORDED and (key != "source" or ROW.match(value))}
    return [plain(one) for one in part] if isinstance(part, list) else part


@pytest.mark.parametrize("letters", ["", LETTERS], ids=["as it stands", "all switched on"])
def test_both_languages_hold_the_same_notes_and_numbers_and_no_text_in_common(letters):
    dutch, english = (yaml.safe_load(text(lang, letters)) for lang in LANGUAGES)
    assert plain(dutch) == plain(english)
    words = [set(re.findall(r"(?:^# (?:\[\w\] )?|question: |source: \"|note: \"|name: (?!\"))(.+)", text(lang), re.M))
             for lang in LANGUAGES]
    assert [one for one in words[0] & words[1] if one not in ("Ons Groen", "8. PARTNERS")] == []


def test_it_is_small_and_touches_all_nine_blocks(lang, tmp_path):
    canvas = loaded(text(lang), tmp_path).canvas
    assert all(getattr(canvas, block) for block in BLOCKS)
    assert len(canvas.value_propositions) <= 2 and len(canvas.key_partnerships) == 1
    assert len([one for one in canvas.key_resources if one.sim and one.sim.team]) == 1


def test_every_note_stands_under_a_question(lang):
    lines = text(lang, LETTERS).split("\n")
    notes = [n for n, line in enumerate(lines) if re.match(r" +- id:", line)]
    blocks = [n for n in notes if lines[n - 1].startswith("#")]
    assert notes == blocks
    asked = [lines[n - 1] for n in notes if not lines[n - 1].startswith(("# [A]", "# [B]"))]
    assert len(notes) - len(asked) == 2 and [one for one in asked if "?" not in one] == []


def test_every_number_is_a_guess_with_a_range_or_a_row_of_the_figures(lang, tmp_path):
    numbers = {path: one for path, one in loaded(text(lang, LETTERS), tmp_path).quantities().items()
               if not path.startswith("neighbourhood.")}
    assert {one.evidence for one in numbers.values()} == {"fact", "assumption", "open", "source"}
    stated = ("fact", "source")
    assert [path for path, one in numbers.items() if one.evidence not in stated and not one.ranged] == []
    for path, one in numbers.items():
        if one.evidence in stated and not (one.note or "").startswith(("afgeleid:", "derived:")):
            row = figures.rows()[one.source]
            scale = 0.01 if row.unit.startswith("%") else 1
            assert row.low * scale <= one.value <= row.high * scale, path


@pytest.mark.parametrize("letters", ["A", "AB", "C", "D", "E", "F", "G", LETTERS])
def test_lines_that_are_switched_on_as_it_says_are_understood(lang, letters, tmp_path):
    before, after = loaded(text(lang), tmp_path), loaded(text(lang, letters), tmp_path)
    assert set(re.findall(r"(?m)^# \[([A-Z])\] ", text(lang))) == set(LETTERS)
    here, run = {one.id: one.sim for one in after.canvas.value_propositions}, after.canvas.simwijk
    assert ("vp-windows" in here) == ("A" in letters) and ("vp-coffee" in here) == ("C" in letters)
    assert ("A" in letters) <= ((here.get("vp-windows") and here["vp-windows"].offered == "on_request")
                                == ("B" in letters))
    assert bool(run.start_on_request) == ("B" in letters)
    assert bool(after.canvas.channels[0].sim.event) == ("D" in letters)
    assert any(one.sim.gathering for one in after.canvas.key_activities if one.sim) == ("G" in letters)
    assert any(one.sim.per == "gathering" for one in after.canvas.costs) == ("G" in letters)
    assert bool(run.grow) == ("E" in letters) and bool(after.plugins) == ("F" in letters)
    assert before.canvas.key_partnerships == after.canvas.key_partnerships


def test_the_extra_service_can_be_named_with_the_team_and_the_work(lang, tmp_path):
    resources, work = text(lang, "A").split("\n# 6. ")[1].split("\n# 8. ")[0].split("\n# 7. ")
    linked = "[vp-garden, vp-odd-jobs]"
    assert (resources.count(linked), work.count(linked)) == (1, 1)
    canvas = loaded(text(lang, "A").replace(linked, "[vp-garden, vp-odd-jobs, vp-windows]"), tmp_path).canvas
    assert "vp-windows" in canvas.key_activities[0].for_.value_propositions


@pytest.mark.parametrize("before, letter, number, words", [
    ("", "A", 1, "has no price"), ("", "A", 2, "unknown value proposition 'vp-windows'"),
    ("A", "B", 1, "add start_on_request")])
def test_a_letter_switched_on_at_one_of_its_two_places_is_reported(lang, before, letter, number, words, tmp_path):
    off, on = (re.split(rf"(?=# \[{letter}\] )", text(lang, letters)) for letters in (before, before + letter))
    off[number] = on[number]
    with pytest.raises(BadInput, match=words):
        loaded("".join(off), tmp_path)


@pytest.mark.parametrize("wrongly", [r"\1 ", ""], ids=["without the space", "with all before it"])
def test_a_line_that_is_switched_on_wrongly_is_pointed_at(lang, wrongly, tmp_path):
    line = next(n for n, line in enumerate(text(lang).split("\n"), start=1) if "# - id: vp-windows" in line)
    lines = text(lang).split("\n")
    lines[line - 1:line + 7] = [OFF.sub(wrongly, one) for one in lines[line - 1:line + 7]]
    with pytest.raises(BadInput) as caught:
        loaded("\n".join(lines), tmp_path)
    (problem,) = caught.value.problems
    assert problem.line == line and "same indentation" in problem.instead


@pytest.mark.parametrize("key, now", [
    ("who", "everyone"), ("activity", "garden"), ("contract", "participation_place"), ("kind", "municipality"),
    ("per", "delivered_hour"), ("payee", "staff"), ("place", "outdoors"), ("law", "lenient"), ("on", "direct_cost")])
def test_where_a_word_can_be_chosen_the_comment_above_lists_all_there_are_and_each_is_right(lang, key, now, tmp_path):
    lines = text(lang).split("\n")
    at = next(n for n, line in enumerate(lines) if re.search(rf"^ .*\b{key}: {now}\b", line))
    above = "\n".join(line for line in lines[:at] if line.startswith("#"))
    lines[at] = lines[at].replace(now, "zzz")
    with pytest.raises(BadInput) as caught:
        loaded("\n".join(lines), tmp_path)
    known = caught.value.problems[0].instead.rpartition("known: ")[2].split(", ")
    listed = re.findall(rf"(?ms)^# (?:stop, )?{key}\b[:,].*?(?=^[^#]|\Z)", above)[-1]
    assert now in known and [one for one in known if not re.search(rf"\b{one}\b", listed)] == []


@pytest.mark.parametrize("contract", get_args(Contract))
def test_the_team_can_have_each_contract(lang, contract, tmp_path):
    changed = text(lang).replace("contract: participation_place", f"contract: {contract}")
    assert loaded(changed, tmp_path).canvas.key_resources[0].sim.team.contract == contract


def test_each_activity_can_take_the_place_of_garden_work(lang, tmp_path):
    for need in loaded(text(lang), tmp_path).place.needs.activities:
        if need.id != "odd_jobs":
            loaded(text(lang).replace("activity: garden", f"activity: {need.id}"), tmp_path)


@pytest.mark.parametrize("name", ["2013", "yes", "- x", 'De "Klus": #1, {thuis} & $meer', "@t 'plein'", "Café ’t IJ",
                                  "أمل"])
def test_any_name_comes_back_from_the_file_as_it_was_given(name, lang, tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text(starter(name_of(name), "x.yaml", lang), encoding="utf-8")
    assert load(path).canvas.meta.name == name


@given(st.text(max_size=70))
def test_a_name_is_refused_with_a_remedy_or_kept_in_one_line_of_a_yaml_file(words):
    try:
        name = name_of(words)
    except BadInput as error:
        assert error.problems[0].instead
        return
    assert yaml.load(starter(name, "x.yaml", "nl"), LOADER)["meta"]["name"] == name


@pytest.mark.parametrize("name, file", [
    ("Ons Groen", "ons_groen.yaml"), ("Café 't Hoekje", "cafe_t_hoekje.yaml"), ("  Één & ÉÉN ", "een_een.yaml"),
    ("Smørrebrød Straße", "smorrebrod_strasse.yaml"), ("Buurt-hulp 2.0", "buurt_hulp_2_0.yaml"),
    ("ĳssel", "ijssel.yaml")])
def test_a_name_leads_to_a_plain_file_name(name, file):
    assert file_of(name_of(name)) == file


@pytest.mark.parametrize("name, instead", [
    ("أمل", "--out my_canvas.yaml"), ("Con", "--out con_canvas.yaml"), ("Haarlems Gemak", "another name")])
def test_a_name_that_gives_no_file_of_its_own_is_refused_with_a_remedy(name, instead):
    with pytest.raises(BadInput, match=re.escape(instead)):
        file_of(name_of(name))


def test_lines_in_english_may_go_and_the_name_of_the_note_takes_their_place(tmp_path):
    mine = re.sub(r"(?m)^      english: .*\n|english: [^,}]+, ", "", text("nl"))
    assert mine.count("english:") < text("nl").count("english:") - 15
    spec = loaded(mine, tmp_path)
    assert Words("en").name(spec.canvas.value_propositions[0]) == "Tuinwerk"
    assert "Offer: from the start Tuinwerk and Klusjes" in understood(spec, "en")


def test_it_says_of_which_year_amounts_are_and_what_to_do_with_a_price_of_today(lang):
    """20 euros today are three quarters of it in the price year of the neighbourhood."""
    head = " ".join(line.strip("# ") for line in text(lang).split("version:")[0].split("\n"))
    assert str(load("haarlems_gemak").place.price_year) in head
    assert {"nl": "€ 20 nu is € 15 hier", "en": "€20 today is €15 here"}[lang] in head
