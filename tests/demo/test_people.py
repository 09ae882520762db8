"""Who the dots are, what they are up to, and that a diary on the page is the diary of a run."""

from dataclasses import replace

import numpy as np
import pytest

from simcore.demo.answers import ANSWERS
from simcore.demo.deck import deck
from simcore.demo.people import DOINGS, MOVED, PERIOD, WORRIES, lived, street
from simcore.demo.sheets import COLUMNS, residents_of, said, worries
from simcore.demo.show import Show
from simcore.demo.wish import Wish
from simcore.errors import Defect
from simcore.experiments.case import Case
from simcore.results.diary import KINDS, concerns, in_time, joined
from simcore.results.diary_books import Books, read_events
from simcore.results.indicators import measure
from simcore.results.opened import opened
from simcore.results.payments import typical
from simcore.results.replay import recorded
from simcore.results.write import keep, seal
from simcore.run import ENTERPRISE
from simcore.show.diary import Teller
from simcore.show.words import Words
from simcore.studies.compare import compare
from simcore.studies.entries import entered

MODELS = ("haarlems_gemak", "wijkonderneming")
WISH = Wish(MODELS, courses=3)
SAID = {"wish": {"courses": 3}}


@pytest.fixture(scope="module", autouse=True)
def own_folder(tmp_path_factory):
    """Answers are kept for these tests alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("simcore.demo.kept.folder", lambda folder=tmp_path_factory.mktemp("kept"): folder)
        yield


@pytest.fixture(scope="module")
def show():
    """A show in which a district of 600 has been played for 60 weeks, three times."""
    one = Show(MODELS, deck())
    one.keep(WISH, compare(entered(list(MODELS)), seed=1, replications=3, weeks=60, residents=600))
    return one


@pytest.fixture(scope="module")
def people(show):
    return ANSWERS["people"](show, SAID)


@pytest.fixture(scope="module")
def lives(show):
    return ANSWERS["lives"](show, SAID)["lanes"]


def bits(letter: str) -> set[str]:
    return {name for i, name in enumerate(WORRIES) if ord(letter) - 48 >> i & 1}


def lines_of(show, n: int) -> dict[str, list[dict]]:
    return {key: lane["lines"] for key, lane in ANSWERS["diary"](show, SAID | {"dot": n})["lanes"].items()}


def test_a_diary_tells_what_simwijk_diary_tells_of_that_resident(show, lives, people, tmp_path):
    key, outcome = "wijkonderneming", show.found[WISH].outcomes["wijkonderneming"]
    seal(tmp_path, outcome, keep(tmp_path, outcome, measure(outcome)), [])
    there, manifest = opened(tmp_path)
    place = typical(there)
    recording = recorded(there, manifest, place)
    books = Books(there, place, read_events(tmp_path / "events.csv", manifest["typical"]), recording.margins).facts()
    teller, busy = Teller(there.spec, there.seed, Words("nl")), 0
    for n, *_ in people["who"][::5]:
        who = next(one for one in recording.people if one.number == n and one.generation == 0)
        theirs = in_time(joined(one for one in books + recording.facts if concerns(one, who)))
        ours = lines_of(show, n)[key]
        assert [(one["week"], one["nl"]["text"]) for one in ours] == [(one.week, teller.text(one)) for one in theirs]
        busy += len(ours) > 3
    assert busy and lives[key]["course"] == manifest["typical"]


def test_a_card_says_what_every_diary_begins_with(show, people):
    seen = set()
    for i, (n, name, age, persons) in enumerate(people["who"][::7]):
        worries = bits(people["weighs"][0][i * 7])
        for lines in lines_of(show, n).values():
            first = lines[0]["nl"]["text"]
            assert lines[0]["first"] and first.startswith(f"{name} woont in de wijk: {age} jaar")
            assert ("bijstand" in first.rsplit(",", 1)[1] and "geen bijstand" not in first) == ("benefit" in worries)
            assert ("alleen" in first) == (persons == 1)
        seen |= worries
    assert "benefit" in seen


def test_a_dot_finds_work_and_moves_in_the_weeks_the_diary_says_so(show, people, lives):
    who, found, moved = [n for n, *_ in people["who"]], 0, 0
    for key, lane in lives.items():
        doing = np.array([[ord(one) - 48 for one in row] for row in lane["doing"]])
        assert doing.shape == (60 // PERIOD, len(who))
        for i in np.flatnonzero((doing >= MOVED).any(0) | (doing == DOINGS.index("work")).any(0))[:40]:
            said = [(one["week"] // PERIOD, one["en"]["text"]) for one in lines_of(show, who[i])[key]]
            work = {p for p, text in said if "finds paid work" in text}
            here = doing[:, i] < MOVED
            assert work == set(np.flatnonzero((doing[:, i] == DOINGS.index("work")) & here).tolist())
            gone = [p for p, text in said if "moves out of the district" in text]
            assert gone == np.flatnonzero(~here)[:1].tolist()
            found, moved = found + len(work), moved + len(gone)
    assert found and moved


def test_who_is_at_work_takes_part_until_the_place_is_over(show):
    found = show.found[WISH]
    shown = street(found.any).shown
    one = lived(found.outcomes["haarlems_gemak"], shown)
    at = {who.number: i for i, who in enumerate(shown)}
    joins = [fact for fact in one.facts if fact.kind == "joins" and fact.who.number in at
             and fact.values["sort"] == "work" and fact.week % PERIOD == 0]
    assert joins
    for fact in joins:
        assert DOINGS[one.doing[fact.week // PERIOD, at[fact.who.number]]] != "none"


def test_a_race_stops_at_few_and_telling_events(show, lives):
    one = lived(show.found[WISH].outcomes["haarlems_gemak"], street(show.found[WISH].any).shown)
    kinds = [fact.kind for fact in one.telling()]
    assert 0 < len(kinds) <= 8 and all(KINDS[kind].weight >= 60 for kind in kinds)
    assert [fact.week for fact in one.telling()] == [told["week"] for told in lives["haarlems_gemak"]["telling"]]


def test_before_a_wish_is_whole_and_after_another_came_there_is_nothing_to_tell_yet(show):
    assert ANSWERS["people"](show, {"wish": {"courses": 4}}) == {"kind": "later"}
    other = Show(MODELS, show.deck, show.found, asked=Wish(MODELS, courses=5))
    assert ANSWERS["diary"](other, SAID) == {"kind": "later"} and not other.made


def test_what_was_told_of_people_is_there_again_before_anything_is_played(show, people, lives):
    other = Show(MODELS, show.deck)
    assert ANSWERS["people"](other, SAID) == people and ANSWERS["lives"](other, SAID)["lanes"] == lives
    assert ANSWERS["diary"](other, SAID) == {"kind": "later"}


def test_nobody_has_a_diary_who_is_not_shown(show):
    assert ANSWERS["diary"](show, SAID | {"dot": 10**6}) == {"lanes": {}}


def test_a_course_that_would_go_otherwise_is_not_told(show):
    outcome = show.found[WISH].any
    odd = replace(outcome, lanes=outcome.lanes | {
        ENTERPRISE: replace(outcome.lanes[ENTERPRISE], fingerprints=["00" * 16] * 3)})
    with pytest.raises(Defect):
        lived(odd, [])


def test_a_printed_card_says_what_the_page_says_of_the_dot_it_points_at(people):
    words = Words("nl")
    cards = residents_of(Case(MODELS[0]), 3, 600, words)["cards"]
    assert len(cards) == len({card["note"] for card in cards}) == 24
    for card in cards:
        row, dot = (int("".join(filter(str.isdigit, part))) for part in card["note"].split(","))
        at = (row - 1) * COLUMNS + dot - 1
        _, name, age, persons = people["who"][at]
        assert card["title"] == said(words, "wijk.name", name=name, age=age)
        assert card["lines"][0] == said(words, "wijk.home" if persons > 1 else "wijk.alone", n=persons)
        assert card["lines"][1:] == [said(words, f"card.{one}") for one in worries(ord(people["weighs"][0][at]) - 48)]
