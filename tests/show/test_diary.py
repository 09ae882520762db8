import re

import pytest

from simcore.canvas import load
from simcore.results.diary import ENDS, KINDS, Fact
from simcore.results.names import Names, Person
from simcore.show.diary import Teller
from simcore.show.texts import TEXTS
from simcore.show.words import Words

WHO, OTHER = Person(812, 0, 390, 0), Person(4000, 1, 1900, 1)
VALUES = {"weeks": 23, "lately": 13, "free": 90, "year": 3, "n": 7, "age": 43, "minutes": 97, "hours": 1234, "pace": 57,
          "start": 40, "share": 64, "before": 94, "of": "cost-rooms", "way": "self", "old": "wmo",
          "ways": {"cleaning": "self", "garden": "neighbour"},
          "came": False, "chosen": 14, "persons": 3, "situation": "benefit", "dutch": "Er gebeurt iets.",
          "english": "Something happens."}
GENDERED = re.compile(r"\b(hij|zij|haar|hem|zijn|he|she|his|her|him|mevrouw|meneer)\b", re.IGNORECASE)


@pytest.fixture(scope="module", params=["nl", "en"])
def teller(request) -> Teller:
    return Teller(load("haarlems_gemak"), 1, Words(request.param))


def fact(kind: str, **more) -> Fact:
    return Fact(**{"week": 22, "kind": kind, "item": "vp-ironing", "who": WHO, "other": OTHER, "values": VALUES} | more)


def sorts(kind: str) -> list[str]:
    """The sorts of a kind that has more than one sentence, "" for the one without; none of a kind that has one."""
    if kind == "way":                              # what its texts go on with are the ways themselves
        return []
    names = ["" for key in (f"diary.{kind}", f"diary.{kind}.one") if key in TEXTS]
    names += [key.removeprefix(f"diary.{kind}.").removesuffix(".one")
             for key in TEXTS if key.startswith(f"diary.{kind}.")]
    return [name for name in dict.fromkeys(names) if name not in ("one", "came")]


@pytest.mark.parametrize("kind, sort", [(kind, sort) for kind in KINDS for sort in sorts(kind) or [""]])
def test_every_kind_has_a_sentence_with_all_its_places_filled_in(teller, kind, sort):
    text = teller.text(fact(kind, values=VALUES | ({"sort": sort} if sort else {})))
    assert text[-1] == "." and not re.search(r"[{}]|None|True|False", text)
    assert not GENDERED.search(text) and not re.search(r"[?!.]\.|\b0 %|  ", text)


@pytest.mark.parametrize("about", [key.removeprefix("diary.cents.") for key in TEXTS if key.startswith("diary.cents.")])
def test_every_amount_says_what_it_is(teller, about):
    assert re.search(r"€.?312", teller.money(fact("stops", cents=31_200, about=about)))


def test_a_line_is_tied_to_week_date_person_note_and_euros():
    line = Teller(load("haarlems_gemak"), 1, Words("nl")).line(
        Fact(31, "stops", "vp-ironing", cents=31_200, about="short", values={"weeks": 12}))
    assert line == ("Week 32 (12 augustus 2013): De dienst ‘Strijken’ stopt: die bracht minder op dan het werk kostte. "
                    "[vp-ironing, €\u00a0312 tekort in 12 weken]")


def test_a_person_goes_by_name_and_by_number():
    teller = Teller(load("haarlems_gemak"), 1, Words("en"))
    line = teller.line(Fact(3, "drops_out", "kr-home-team", OTHER, values={"weeks": 1}))
    assert line == (f"Week 4 (28 January 2013): {Names(1).of(OTHER)} drops out, after 1 week in the work place. "
                    f"[kr-home-team, resident 4000-2]")


@pytest.mark.parametrize("begin, end", ENDS.items())
def test_a_beginning_with_its_end_says_after_how_long_in_every_sort(teller, begin, end):
    for sort in sorts(begin) or [""]:
        values = VALUES | ({"sort": sort} if sort else {})
        plain = teller.text(fact(begin, values=values))
        both = teller.text(fact(begin, values=values | {"then": end, "span": 9}))
        assert both.startswith(plain + " ") and re.search(r"\b9 we\w+", both.removeprefix(plain)) and both[-1] == "."
        assert not GENDERED.search(both) and not re.search(r"[{}]", both)


def test_one_of_something_is_told_as_one(teller):
    several, one = (teller.text(fact("places_close", values={"n": n})) for n in (2, 1))
    assert several != one.replace("1", "2")
    assert "medewerker zit" in one or "worker is" in one


def test_a_note_of_a_plugin_is_told_in_its_own_words(teller):
    assert teller.text(fact("note")) in (VALUES["dutch"], VALUES["english"])


def test_small_amounts_are_told_to_the_cent_and_all_with_their_sign():
    teller = Teller(load("haarlems_gemak"), 1, Words("nl"))
    assert [teller.euros(cents) for cents in (1_182, 2_500, 123_456, -88_512)] == [
        "€\u00a011,82", "€\u00a025", "€\u00a01.235", "−€\u00a0885"]


def test_as_plain_values_a_fact_keeps_everything_it_holds(teller):
    said = teller.as_dict(fact("joins", cents=5, about="visit"))
    assert [said[part] for part in ("week", "date", "kind", "item", "cents")] == [
        23, "2013-06-10", "joins", "vp-ironing", 5]
    assert said["who"] == {"number": "812", "name": Names(1).of(WHO)} and said["values"] == VALUES
    assert said["text"] == teller.text(fact("joins"))


@pytest.mark.parametrize("kind", ["organiser_stops", "volunteer_stops"])
def test_who_stops_in_the_week_of_the_beginning_is_told_so_without_hours_of_no_weeks(teller, kind):
    text = teller.text(fact(kind, values=VALUES | {"weeks": 0, "lately": 0}))
    assert text != teller.text(fact(kind, values=VALUES)) and not re.search(r"\d", text.partition(" ")[2])
