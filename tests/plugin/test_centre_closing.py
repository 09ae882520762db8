"""A community centre on notice (COM-015): rumours, a decision after a warning, and who goes on with it."""

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.neighbourhood.people import populate
from simcore.plugin import Quantity
from simcore.plugin.activating import activate, checked
from simcore.plugin.finding import find
from simcore.testing import run, sure
from simcore.week.lane import Lane

from .busy import bingo


@pytest.fixture(scope="module")
def model():
    return bingo()


def played(model, *wishes, weeks=20, replications=2, residents=500):
    one = Lane(model, populate(model.place.people, 1, residents), 1, list(range(replications)), enterprise=True,
               weeks=weeks, luck_only=True, plugins=activate(model, wishes))
    for _ in range(weeks):
        one.step()
    return one


def notes(lane):
    """(week, English text, where) of what it told."""
    return [(week, noun.english, where) for week, kind, noun, where in lane.events if kind == "note"]


def test_rumours_come_with_a_chance_a_year(model):
    """z over 40 courses of a year at a hazard of 0.40."""
    heard = sum(where.sum() for _, text, where in notes(played(model, weeks=52, replications=40, residents=200))
                if "rumours" in text)
    assert abs(heard - 40 * 0.4) < 4 * np.sqrt(40 * 0.24)


def test_the_decision_follows_after_the_warning_and_residents_then_bear_the_costs(model):
    lane = played(model, "centre_closing:hazard=0.99,warning=5", weeks=40, replications=1)
    (rumour, _, _), (decided, text, _) = notes(lane)
    assert decided - rumour == 5 and "gives up" in text
    energy = lane.ledger.flows[:, 0, lane.ledger.index["cost.cost-energy"]]
    assert not energy[:decided + 1].any() and energy[decided + 1:].all()
    assert [(week, kind) for week, kind, *_ in lane.events if kind == "takes_over"] == [(decided + 1, "takes_over")]


def test_when_nobody_takes_it_over_nothing_is_held_there_any_more(model):
    lane = played(model, "centre_closing:hazard=0.99,warning=5,own_management=false", weeks=40, replications=1)
    decided = notes(lane)[1][0]
    bingo = lane.ledger.flows[:, 0, lane.ledger.index["saved.ka-bingo"]]
    assert bingo[5:decided].any() and not bingo[decided + 1:].any()
    assert not lane.ledger.flows[:, 0, lane.ledger.index["cost.cost-energy"]].any()


def test_a_building_that_is_not_there_is_refused(model):
    with pytest.raises(BadInput, match="'kr-hall' in building, which is no key resource with a building"):
        activate(model, ["centre_closing:building=kr-hall"])


def test_what_goes_with_the_centre_fades_in_a_straight_line():
    """5,200 EUR a year is 100 EUR a week, over ten weeks: 90, 80 and so on after the week of the decision,
    then nothing."""
    kind = find()["centre_closing"][0].kind
    trial = run(kind(building="kr-centre", hazard=sure(0.999999, "share/year"), warning=sure(5, "weeks"),
                     hand_over=sure(5200, "EUR/year"), fades=sure(10, "weeks")),
                model="wijkonderneming", weeks=40, replications=2)
    paid = trial.paid("centre_closing.hand-over")
    for week, text, r in trial.notes:
        if "gives up" in text:
            assert not paid[:week + 1, r].any()
            assert paid[week + 1:week + 12, r].tolist() == [9000, 8000, 7000, 6000, 5000, 4000, 3000, 2000, 1000, 0, 0]
    assert paid.any()


def test_a_sum_that_goes_with_it_needs_the_weeks_in_which_it_fades(model):
    sum_ = Quantity(value=5200, low=0, high=9000, unit="EUR/year", evidence="open", source="ours", question="Hoeveel?")
    said = checked("centre_closing", find()["centre_closing"][0].kind(building="kr-centre", hand_over=sum_), model)
    assert [one.what for one in said] == ["centre_closing: hand_over and fades belong together"]
