"""What a room asks of what was played: bets, who pays, what to check first, and a plan under a shock."""

from dataclasses import replace

import pytest

from simcore.demo.answers import ANSWERS
from simcore.demo.deck import deck
from simcore.demo.show import Show
from simcore.demo.wish import entries_of, wish_of
from simcore.show.page.gains import in_parts
from simcore.show.page.page import Page
from simcore.show.paper.handout import handout
from simcore.show.words import Words
from simcore.studies.beside import Beside
from simcore.studies.compare import compare
from simcore.studies.growing import Growing

WISH = {"courses": 4, "residents": 600}


@pytest.fixture(scope="module", autouse=True)
def own_folder(tmp_path_factory):
    """Answers are kept for these tests alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("simcore.demo.kept.folder", lambda folder=tmp_path_factory.mktemp("kept"): folder)
        yield


@pytest.fixture(scope="module")
def show():
    """The three plans, played in a few courses of a small district."""
    cards = deck()
    one = Show(tuple(cards.models), cards)
    wish = wish_of(WISH, one.models, one.deck)
    one.keep(wish, compare(entries_of(wish, one.deck)[0], **wish.asked, played=one.played))
    return one


def ask(show, name, **said):
    return ANSWERS[name](show, {"wish": WISH, **said})


def found_in(show):
    return next(iter(show.found.values()))


def test_each_bet_says_where_the_courses_lie_by_the_figures_of_the_comparison(show):
    models = ask(show, "bets")["models"]
    found = found_in(show)
    for key, each in models.items():
        work = each["work"]
        one = found.figure(key, "work", "exits")
        assert (work["low"], work["middle"], work["high"]) == (one.low, one.median, one.high)
        assert sum(each["cash"]["counts"]) == 4 and len(each["cash"]["counts"]) == 5
    assert models["haarlems_gemak"]["dropped_out"] is None                      # nobody carries it as a volunteer


def test_a_value_on_an_edge_lies_in_the_bin_above_it(show):
    from simcore.demo.answers.room import lying
    from simcore.results.bands import band

    bet = next(one for one in show.deck.bets if one.name == "cash")
    assert lying(bet, band([-1, 0, 9999, 60000], "EUR"))["counts"] == [1, 2, 0, 0, 1]


def test_who_pays_stands_as_the_comparison_writes_it_by_two_lenses(show):
    lenses = ask(show, "pays")["lenses"]
    assert list(lenses) == ["alderman", "neighbourhood"]
    (municipality,) = [row for row in lenses["alderman"] if row["name"] == "municipality"]
    for key, cell in municipality["cells"].items():
        one = found_in(show).gain(key, "municipality")
        assert cell["middle"] == one.median
        assert cell["sign"] == ("≈" if not one.clear else "▲" if one.median > 0 else "▼")
        assert cell["said"]["nl"].count("€") == cell["said"]["en"].count("€") == 1
        parts = in_parts(Page(found_in(show), Words("nl")), key, "municipality")
        assert cell["parts"]["nl"] == (parts if cell["sign"] == "▼" else "")
        assert bool(cell["parts"]["en"]) == (cell["sign"] == "▼")


def test_of_a_wish_that_was_not_played_nothing_is_answered_but_what_to_check_marked_as_of_the_plans_themselves(show):
    other = {"wish": WISH | {"knobs": {"price": 4}}}
    assert ANSWERS["bets"](show, other) == ANSWERS["pays"](show, other) == {"kind": None}
    assert ANSWERS["check"](show, other)["now"] is False and ask(show, "check")["now"] is True


def test_what_to_check_first_are_the_guesses_the_comparison_found_to_move_the_answer(show):
    from simcore.results.movers import Mover

    key = "compiratie"
    mover = Mover("key_activities.ka-coordination.coordination.hours", -0.6, -0.8, -0.2)
    found = found_in(show)
    known = next(path for path, one in Page(found, Words("nl")).numbers[key].items() if one.evidence == "source")
    moved = replace(found.found[key], movers=[Mover(known, 0.9, 0.8, 1.0), mover])
    show.found = type(show.found)({wish: replace(found, found=found.found | {key: moved})
                                   for wish in show.found})
    (one,) = ask(show, "check")["models"][key]
    assert one["what"]["nl"].startswith("Teams bij elkaar brengen") and not one["more"] and one["evidence"] == "open"
    assert one["question"]["nl"].endswith("?") and one["question"]["nl"] != one["question"]["en"]
    on_paper = handout(found_in(show), Words("nl"))["sheets"][found.keys.index(key)]["guesses"]
    assert [one["what"]["nl"]] == [it["what"] for it in on_paper]


def test_a_shock_that_takes_income_away_is_seen_in_the_blocks_it_goes_by(show):
    told = ask(show, "heat", model="wijkonderneming", shock="porticoes_unpaid")
    assert told["kind"] == "heat" and told["n"] == 4
    cells = told["cells"]
    assert cells["revenue_streams"]["middle"] < 0 and cells["channels"]["middle"] == 0
    assert ask(show, "heat", model="haarlems_gemak", shock="trekkers_leave")["kind"] == "misfit"


def test_a_shock_that_was_tried_on_a_plan_before_is_told_again_without_being_played_and_another_week_is_not(
        show, monkeypatch):
    asked = {"model": "haarlems_gemak", "shock": "wmo_cut"}
    first = ask(show, "heat", **asked)
    misfit = ask(show, "heat", model="haarlems_gemak", shock="trekkers_leave")
    monkeypatch.setattr(Growing, "pieces", lambda self: 1 / 0)
    assert ask(show, "heat", **asked) == first and first["kind"] == "heat"
    assert ask(show, "heat", model="haarlems_gemak", shock="trekkers_leave") == misfit
    for other in (asked | {"week": 0}, asked | {"model": "compiratie"}, asked | {"shock": "porticoes_unpaid"}):
        with pytest.raises(ZeroDivisionError):
            ask(show, "heat", **other)


def test_a_picture_that_is_given_up_stops_playing(show, monkeypatch):
    def play(self, threads, tell, *_, **__):
        tell(0.1)
        ANSWERS["heat"](show, {"stop": True})
        tell(0.2)

    monkeypatch.setattr(Beside, "play", play)
    for _ in range(2):                                                         # nor is it kept as an answer
        assert ask(show, "heat", model="compiratie", shock="wmo_cut") == {"kind": "stopped"}


def test_what_a_card_does_is_told_course_by_course_once_both_were_played(show):
    cards = [["porticoes_unpaid", 0]]
    laid = {"wish": WISH | {"cards": cards}, "card": "porticoes_unpaid"}
    assert ANSWERS["effect"](show, laid | {"card": "wmo_cut"}) == {"kind": None}           # it does not lie there
    wish = wish_of(laid["wish"], show.models, show.deck)
    show.keep(wish, compare(entries_of(wish, show.deck)[0], **wish.asked, played=show.played))
    told = ANSWERS["effect"](show, laid)["models"]
    assert told["wijkonderneming"]["cash"]["middle"] < 0
    assert told["compiratie"]["cash"] == {"middle": 0, "low": 0, "high": 0, "clear": False}


def test_a_card_that_is_laid_before_all_was_played_without_it_has_an_effect_too(own_lanes):
    cards = deck()
    one = Show(("wijkonderneming",), cards)
    said = {"wish": WISH | {"cards": [["porticoes_unpaid", 0]]}, "card": "porticoes_unpaid"}
    wish = wish_of(said["wish"], one.models, one.deck)
    one.keep(wish, compare(entries_of(wish, one.deck)[0], **wish.asked, played=one.played))
    one.asked = replace(wish, seed=2)                                  # the page has gone on to something else
    assert ANSWERS["effect"](one, said) == {"kind": None}
    one.asked = wish
    assert ANSWERS["effect"](one, said)["models"]["wijkonderneming"]["cash"]["middle"] < 0


def test_events_and_measures_of_plugins_appear_by_themselves(show):
    events = {one["name"]: one for one in ANSWERS["events"](show, {})["cards"]}
    assert {"plugin.flu_wave", "plugin.competitor"} <= set(events) and "plugin.pgb" not in events
    assert events["plugin.flu_wave"]["label"] == {"nl": "Een griepgolf in de winter", "en": "A wave of flu in winter"}
    laid = {"wish": WISH | {"cards": [["plugin.flu_wave", 0]]}, "card": "plugin.flu_wave"}
    wish = wish_of(laid["wish"], show.models, show.deck)
    show.keep(wish, compare(entries_of(wish, show.deck)[0], **wish.asked, played=show.played))
    (measure, *_) = ANSWERS["effect"](show, laid)["measures"]
    assert measure["label"]["nl"] != measure["label"]["en"] and measure["models"]["haarlems_gemak"]["high"] > 0
