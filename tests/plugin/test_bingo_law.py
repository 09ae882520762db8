"""The law on bingo (COM-013): only an association of three years or older, with prizes up to a maximum."""

import numpy as np
import pytest

from simcore.canvas import load
from simcore.errors import BadInput
from simcore.neighbourhood.people import populate
from simcore.plugin.activating import activate
from simcore.week.lane import Lane


@pytest.fixture(scope="module")
def model():
    return load("wijkonderneming", [("simwijk.goals.support", 0.01), ("key_activities.ka-fair.gathering.first", 1),
                                    ("key_activities.ka-bingo.gathering.first", 2)])


def played(model, *wishes, weeks=8, enterprise=True):
    """A lane of some weeks with the plugins of the file, changed as wished."""
    one = Lane(model, populate(model.place.people, 1, 500), 1, [0, 1], enterprise=enterprise, weeks=weeks,
               luck_only=True, plugins=activate(model, wishes))
    for _ in range(weeks):
        one.step()
    return one


def over(lane, stream):
    """(weeks, R) cents over a stream."""
    return lane.ledger.flows[:, :, lane.ledger.index[stream]]


def test_an_old_association_holds_it_and_a_young_one_does_not(model):
    assert over(played(model, "bingo_law:age=3"), "saved.ka-bingo").any()
    assert not over(played(model, "bingo_law:age=0"), "saved.ka-bingo").any()


def test_it_begins_when_the_association_has_become_old_enough(model):
    """Three years less five weeks: bingo is held from week 5."""
    held = over(played(model, f"bingo_law:age={3 - 5 / 52}", weeks=12), "saved.ka-bingo").any(1)
    assert not held[:5].any() and held[5:].any()


@pytest.mark.parametrize("sets, euros", [(1, 400), (3.6, 1200), (4, 1550), (8, 1550)])
def test_a_set_may_have_400_euros_and_a_meeting_1550(model, sets, euros):
    """Of one set 400; of three (the fourth is not whole) 1,200; four would be 1,600, so 1,550."""
    assert (played(model, f"bingo_law:sets={sets}", weeks=1).terms["prizes.ka-bingo"] == euros).all()


def test_where_one_set_is_played_for_little_prizes_are_cut_to_the_cent(model):
    """At 3 EUR a set: no evening gives more than 3.00 in prizes, and at least one gives just that."""
    assert over(played(model, "bingo_law:sets=1,most_each=3"), "paid out.ka-bingo").max() == 300


def test_in_the_bundled_model_the_law_never_cuts_prizes():
    """At most 60 players x 12 EUR x 0.9 = 648 EUR, below the 1,200 EUR of three sets."""
    bingo = next(one.sim.gathering for one in load("wijkonderneming").canvas.key_activities if one.id == "ka-bingo")
    assert (bingo.visitors.high, bingo.entry.high, bingo.prizes.high) == (60, 12, 0.9)


def test_prizes_stay_under_the_maximum(model):
    paid = over(played(model, "bingo_law:most=50"), "paid out.ka-bingo")
    assert paid.max() == 5000 and over(played(model), "paid out.ka-bingo").max() > 5000


def test_a_gathering_that_is_not_there_or_has_no_prizes_is_refused(model):
    for name in ("ka-bingoo", "ka-fair"):
        with pytest.raises(BadInput, match="which is no gathering with prizes\n(?s:.*)known: ka-bingo"):
            activate(model, [f"bingo_law:gathering={name}"])


def test_where_there_is_no_enterprise_it_does_nothing(model):
    assert np.array_equal(played(model, enterprise=False).series.minutes,
                          played(model, "bingo_law:age=0", enterprise=False).series.minutes)
