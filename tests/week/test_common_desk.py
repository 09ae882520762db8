"""Money of what residents do together (laws.md 10, 11, 13), worked out by hand."""

from dataclasses import replace

import numpy as np
import pytest

from simcore.behaviour.commons import TURNED_AWAY, VOLUNTEERED
from simcore.ledger import POT, BooksError

from .books import BINGO, booked, paid


@pytest.fixture
def one(lane):
    """A lane before its first week; everything at its middle value."""
    return lane(canvas="wijkonderneming")


# --- gatherings, the pot, the building ---------------------------------------------------------------------------


def test_the_takings_of_bingo_less_its_prizes_go_into_the_pot(one):
    """50 people at 10 euros: 400 goes back in prizes, 100 is set apart, and none of it is a result."""
    booked(one, came=50)
    assert (paid(one, "saved.ka-bingo") == 50_000).all() and (paid(one, "paid out.ka-bingo") == 40_000).all()
    assert (one.ledger.balance(POT) == 10_000).all() and (one.desk.weekly_result(one.ledger) == 0).all()


def test_prizes_stay_under_what_a_plugin_allows(one):
    one.moving.now = one.base | {"prizes.ka-bingo": np.full(2, 100.0)}
    booked(one, came=50)
    assert (paid(one, "paid out.ka-bingo") == 10_000).all()


def test_the_pot_pays_once_it_is_full_and_only_once(one):
    common = one.desk.common
    common.saved["cost-facade"][:] = 1_499_999, 1_500_000
    one.ledger.post("saved.ka-bingo", common.saved["cost-facade"])
    booked(one)
    assert (paid(one, "pot.cost-facade").tolist() == [0, 1_500_000]
            and common.spent["cost-facade"].tolist() == [False, True])
    assert common.counted(one.world)["pot"].tolist() == [1_499_999, 1_500_000]
    common.saved["cost-facade"][1] = 2_000_000
    common.book(one.world, one.ledger, one.terms, 0)
    assert paid(one, "pot.cost-facade")[1] == 1_500_000


def test_money_that_is_set_apart_is_in_the_pot_or_the_run_stops(one):
    one.step()
    one.desk.common.saved["cost-facade"] += 1
    with pytest.raises(BooksError, match="enterprise:pot"):
        one.desk.common.follow(one.world, one.ledger, one.series, 1)


def test_more_people_come_once_the_front_is_done(one):
    common = one.desk.common
    bingo, fair = one.layout.gatherings[BINGO], one.layout.gatherings[2]
    assert np.allclose(common.expected(bingo), 50) and np.allclose(common.expected(fair), 300)
    common.spent["cost-facade"][:] = True
    # the fair is in the street
    assert np.allclose(common.expected(bingo), 55) and np.allclose(common.expected(fair), 300)


def test_lettings_and_the_bar_go_by_the_hours_it_is_open(one):
    """15 of 30 hours: 3 rooms x 15 h x 0.35 x 12 euros x half paying; half of 30,000 a year at the bar, of it 12 % VAT
    on top of what stays, and 45 % of what stays is bought."""
    booked(one, opened=15 * 60)
    assert (paid(one, "letting.kr-centre") == round(3 * 15 * 0.35 * 12 * 0.5 * 100)).all()
    assert (paid(one, "bar.kr-centre") == round(30_000 / 52 / 2 * 100)).all()
    kept = round(30_000 / 52 / 2 * 100 / 1.12)
    assert (paid(one, "vat.kr-centre") == round(30_000 / 52 / 2 * 100) - kept).all()
    assert (np.abs(paid(one, "bar purchases.kr-centre") - kept * 0.45) <= 1).all()
    left = round(3 * 15 * 0.35 * 12 * 0.5 * 100) + kept - paid(one, "bar purchases.kr-centre")
    assert (one.desk.weekly_result(one.ledger) == left).all()


@pytest.mark.parametrize("term, heads", [("rooms", ["letting"]), ("bar", ["bar", "vat", "bar purchases"])])
def test_a_plugin_lets_fewer_rooms_or_closes_the_bar_and_nothing_else(lane, term, heads):
    """Nothing in the first course, half in the second."""
    streams = ("letting", "bar", "vat", "bar purchases")
    found = []
    for factor in (np.ones(2), np.array([0, 0.5])):
        one = lane(canvas="wijkonderneming")
        one.moving.now = one.base | {f"{term}.kr-centre": factor}
        booked(one, opened=15 * 60)
        found.append({head: paid(one, f"{head}.kr-centre") for head in streams})
    for head in streams:
        assert found[0][head].all()
        wanted = found[0][head] * ([0, 0.5] if head in heads else 1)
        assert (np.abs(found[1][head] - wanted) <= 1).all() and (found[1][head][0] == 0) == (head in heads)


def test_the_value_added_tax_of_a_meal_is_no_income(lane):
    """30 people at 8 euros are 240.00: 13.58 of VAT at 6 %, 120.00 of food; 106.42 is left."""
    one = lane("key_activities.ka-cafe.gathering.held=true", canvas="wijkonderneming")
    at = [plan.id for plan in one.layout.gatherings].index("ka-cafe")
    one.desk.common.book_evening(np.full(2, 30), one.layout.gatherings[at], one.ledger, one.base)
    assert (paid(one, "vat.ka-cafe") == 24_000 - 22_642).all() and (one.desk.weekly_result(one.ledger) == 10_642).all()


def test_hours_of_volunteers_are_worth_what_paid_work_costs(one):
    w = one.world
    one.desk.common.prepare(w, one.base, 0)
    w.carried[:, VOLUNTEERED] = 600
    one.desk.common.book(w, one.ledger, one.base, 0)
    assert (paid(one, "volunteers.ka-organising") == 14_100).all()


# --- what is held where, and what it is for ----------------------------------------------------------------------


def may(lane, **terms):
    """Which gatherings may be held, and who runs the centre, when these terms are so."""
    lane.desk.common.prepare(lane.world, lane.base | {name: np.full(2, value) for name, value in terms.items()}, 0)
    return lane.desk.common.may["ka-bingo"], lane.desk.common.running["kr-centre"]


def test_nothing_is_done_for_what_residents_did_not_choose(one):
    goals = one.world.goals
    held, runs = may(one)
    assert not np.any(held) and not runs.any() and not one.world.teams.places[:, 0].any()
    goals.chosen[:] = True
    held, runs = may(one)
    assert np.all(held) and runs.all() and (one.world.teams.places[:, 0] == 10).all()
    assert np.all(one.desk.common.may["ka-fair"])                          # at which they choose


def test_what_was_held_in_the_centre_is_held_no_more_when_it_closes(one):
    one.world.goals.chosen[:] = True
    held, runs = may(one, **{"managed.kr-centre": 0.0})
    assert np.all(held) and not runs.any()                                  # the municipality still runs it
    held, runs = may(one, **{"open.kr-centre": 0.0})
    assert not np.any(held) and not runs.any()


def test_residents_bear_the_costs_of_the_centre_while_they_run_it(one):
    common = one.desk.common
    one.world.goals.chosen[:] = True
    may(one, **{"managed.kr-centre": 0.0})
    assert not common.runs("kr-centre").any() and common.runs("kr-residents") == 1.0
    may(one)
    assert common.runs("kr-centre").all()


# --- what is counted and told -----------------------------------------------------------------------------------------


def test_the_three_who_did_most_are_counted_each_quarter_and_then_it_begins_anew(one):
    w = one.world
    w.unpaid[:, :5] = 10, 20, 30, 40, 50
    one.desk.common.heaped[:] = 150
    w.carried[:] = 0
    one.desk.common.follow(w, one.ledger, one.series, 12)
    assert (one.series.quarter["unpaid top"][0] == 120).all() and not w.unpaid.any()


def test_minutes_that_nobody_gave_stop_the_run(one):
    one.world.unpaid[0, 0] = 5
    with pytest.raises(BooksError, match="unpaid minutes"):
        one.desk.common.follow(one.world, one.ledger, one.series, 12)


@pytest.mark.parametrize("left", [("volunteering", "deeds"), ("volunteering",), ()])
def test_who_is_turned_away_is_counted_and_told_once_also_where_there_are_only_visitors(one, left):
    common = one.desk.common
    common.plan = replace(common.plan, **{name: type(getattr(common.plan, name))() for name in left})
    assert [name for name in common.counted(one.world) if name == "turned away"]
    one.world.carried[0, TURNED_AWAY] = 3
    at = common.plan.volunteering or (common.plan.deeds or [common.gatherings[0].id])[0]
    told = [[note for _, note, _ in common.follow(one.world, one.ledger, one.series, 0) if hasattr(note, "english")]
            for _ in range(2)]
    assert [note.item for note in told[0]] == [at] and told[0][0].where.tolist() == [True, False] and not told[1]
