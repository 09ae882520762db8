"""Each sentence of a diary holds: its facts are found again, by other means, in what the run recorded.

``CHECKS`` (checks.py) says for each kind of event what must be true of the world a week before and after it, or of
the books. Here one fact of each kind is spoiled, part by part, and the check has to see it.
"""

from dataclasses import replace

import numpy as np
import pytest

from simcore.behaviour.commons import CARRIED
from simcore.behaviour.world import COUNT
from simcore.results.diary import KINDS, SOON, Fact, concerns, in_time, joined, selection
from simcore.results.diary_books import Books
from simcore.results.names import Person
from simcore.run import ENTERPRISE

from .checks import CHECKS, holds
from .courses import COMPIRATIE, COURSES, WIJK, course


@pytest.fixture(scope="module", params=COURSES)
def one(request, tmp_path_factory):
    """A course; all three are played once."""
    return all_of(tmp_path_factory)[request.param]


@pytest.fixture(scope="module")
def every(tmp_path_factory):
    return all_of(tmp_path_factory)


def all_of(factory):
    return {name: course(name, factory) for name in COURSES}


def test_every_kind_of_event_has_a_check_and_happens_in_one_of_the_courses(every):
    assert CHECKS.keys() == KINDS.keys()
    seen = {fact.kind for c in every.values() for fact in c.facts}
    assert seen == KINDS.keys()


def test_each_event_that_a_run_writes_down_is_of_a_known_kind(one):
    assert {kind for _, kind, _ in one.events} <= KINDS.keys()


def test_all_that_is_told_is_in_the_data_of_the_run(one):
    wrong = [fact for fact in one.facts if not holds(one, fact)]
    assert not wrong, wrong[:3]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_fact_that_is_spoiled_in_any_part_is_not_borne_out(every, kind):
    c, fact = next((c, fact) for c in every.values() for fact in c.facts if fact.kind == kind)
    assert holds(c, fact)
    for part, spoiled in spoilt(fact):
        assert not holds(c, spoiled), (part, fact)


def spoilt(fact: Fact):
    """The fact with one part changed at a time."""
    yield "week", replace(fact, week=fact.week + 1)
    yield "item", replace(fact, item="vp-nothing")
    yield "cents", replace(fact, cents=(fact.cents or 0) + 1)
    if fact.about:
        yield "about", replace(fact, about="other")
    for person in ("who", "other"):
        if (somebody := getattr(fact, person)) is not None:
            yield person, replace(fact, **{person: replace(somebody, number=somebody.number + 1)})
            yield person, replace(fact, **{person: replace(somebody, generation=somebody.generation + 1)})
    for name, value in fact.values.items():
        other = (not value if isinstance(value, bool) else value + 1 if isinstance(value, (int, np.integer)) else
                 "spoiled" if isinstance(value, str) else {})
        yield name, replace(fact, values=fact.values | {name: other})


def test_the_diary_leaves_nobody_out(one):
    """Joins, ends, dropouts and new ties are as many as the run counted, but for what came and went within a week."""
    total = one.outcome.lanes[ENTERPRISE].series["counts"][:, 0].sum(0)
    told = {kind: sum(fact.kind == kind for fact in one.facts) for kind in KINDS}
    within_a_week = total[COUNT["joined"]] - told["joins"]
    assert 0 <= within_a_week <= 0.05 * total[COUNT["joined"]]
    gone = sum(told[kind] for kind in ("drops_out", "slides_back", "place_over", "not_renewed", "moves_from_team"))
    assert 0 <= total[COUNT["dropped_out"]] + total[COUNT["ended"]] - gone <= told["leaves"] + within_a_week
    assert 0 <= total[COUNT["closed_places"]] - told["sent_home"] <= told["leaves"]
    assert one.outcome.spec.name == COMPIRATIE or told["sent_home"] == total[COUNT["closed_places"]]
    found = told["finds_work"] + told["finds_work_later"] + told["finds_work_elsewhere"]
    assert 0 <= total[COUNT["exits"]] - found <= 0.04 * total[COUNT["exits"]]
    assert 0 <= total[COUNT["new_ties"]] - told["tie_visit"] - told["tie"] <= 0.05 * total[COUNT["new_ties"]]


def test_the_diary_leaves_no_volunteer_and_no_promise_out(every):
    """Who stops, and which promises are broken, are as many as were counted, but for what came and went in a week."""
    for name in (WIJK, "late"):
        c = every[name]
        counted = {of: sum(int(state.carried[CARRIED.index(of)]) for state in c.states[1:]) for of in (
            "burned_out", "stopped", "broken", "promised")}
        told = {kind: sum(fact.kind == kind for fact in c.facts) for kind in KINDS}
        for kind, of in (("organiser_stops", "burned_out"), ("volunteer_stops", "stopped"), ("breaks", "broken"),
                         ("promises", "promised")):
            assert counted[of] and 0 <= counted[of] - told[kind] <= 0.1 * counted[of], (name, kind, counted, told[kind])


def test_without_the_course_the_folder_itself_tells_what_a_service_sold_before_it_stopped(every):
    c = every["poor"]
    books = Books(c.outcome, 0, [(w, k, i, {}) for w, k, i in c.events])
    fact = next(fact for fact in books.facts() if fact.kind == "stops")
    lane = c.outcome.lanes[ENTERPRISE]
    mine = [i for i, s in enumerate(lane.streams) if s.name in (f"sale.{fact.item}", f"pgb.{fact.item}")]
    since = fact.week + 1 - fact.values["weeks"]
    assert (fact.cents, fact.about) == (lane.flows[since:fact.week + 1, 0][:, mine].sum(), "sold")


# --- choosing --------------------------------------------------------------------------------------------------------


def fact(kind: str, week: int, cents: int | None = None) -> Fact:
    return Fact(week, kind, "vp-a", cents=cents)


def test_a_selection_holds_the_telling_and_rare_ones_in_order_of_time():
    facts = [*(fact("customer", week) for week in range(50)), fact("fails", 90), fact("stops", 30), fact("joins", 3)]
    chosen = selection(facts, 5)
    assert [one.kind for one in chosen] == ["customer", "customer", "joins", "stops", "fails"]
    assert len(selection(facts, 500)) == len(facts)


def test_the_second_of_a_kind_gives_way_to_the_first_of_another():
    facts = [fact("stops", 1, 500), fact("stops", 2, 900), fact("stops", 3, 100), fact("fails", 4), fact("year", 5)]
    assert [(one.kind, one.week) for one in selection(facts, 3)] == [("stops", 1), ("stops", 2), ("fails", 4)]


def test_what_is_only_of_a_life_is_never_in_a_selection():
    assert selection([fact("way", 1), fact("portrait", 0)], 9) == []


def test_a_beginning_and_its_end_are_one_where_they_are_of_the_same_and_soon_after():
    who, other = Person(1, 0, 1, 0), Person(2, 0, 2, 0)
    facts = [Fact(3, "finds_work", "kr-a", who, values={"weeks": 4}), Fact(5, "finds_work", "kr-a", other),
             Fact(10, "work_lost", "kr-a", who, values={"weeks": 7}), Fact(20, "suspended", "vp-a"),
             Fact(20 + SOON + 1, "resumes", "vp-a"), Fact(30, "order_begins", "kp-a", None, 500, "order"),
             Fact(33, "order_ends", "kp-a", None, 9000, "orders"), Fact(40, "resumes", "vp-b")]
    told = [(one.week, one.kind, one.values.get("then"), one.values.get("span"), one.cents) for one in joined(facts)]
    assert told == [
        (3, "finds_work", "work_lost", 7, None), (5, "finds_work", None, None, None),
        (20, "suspended", None, None, None),
        (30, "order_begins", "order_ends", 3, 9000), (40, "resumes", None, None, None),
        (20 + SOON + 1, "resumes", None, None, None)]


def test_a_week_tells_the_most_telling_first():
    facts = [fact("joins", 4), fact("fails", 4), fact("year", 2)]
    assert [one.kind for one in in_time(facts)] == ["year", "fails", "joins"]


def test_what_is_of_a_home_concerns_all_who_live_there_and_nobody_who_came_later():
    head, child, later = (Person(7, 0, 3, 0), Person(8, 0, 3, 1), Person(8, 1, 3, 1))
    home, own = Fact(1, "customer", "vp-a", head), Fact(1, "joins", "kr-a", head)
    assert concerns(home, child) and not concerns(home, later)
    assert concerns(own, head) and not concerns(own, child)
    assert concerns(Fact(1, "tie", "", head, other=child), child)


def test_a_goal_that_petered_out_is_said_to_be_chosen_again_and_reached_after_all(every):
    """What came between stands in the sentence itself, as a selection may leave the second choice out."""
    weeks = {3: "goal_chosen", 12: "goal_reached", 20: "goal_dropped", 30: "goal_chosen", 38: "goal_reached",
             51: "goal_reached"}
    books = Books(every[WIJK].outcome, 0, [(week, kind, "vp-company", {}) for week, kind in weeks.items()])
    assert [one.values for one in books.told()] == [
        {}, {"n": 1}, {}, {"sort": "again"}, {"n": 2, "sort": "again", "chosen": 31}, {"n": 3}]


def test_a_partner_that_gave_nothing_of_late_is_not_told_to_stay(every):
    told = [one for c in every.values() for one in c.facts if one.kind in ("renews", "withdraws")]
    assert {one.kind for one in told} == {"renews", "withdraws"} and all(one.cents != 0 for one in told)
