"""Goals of residents (laws.md 11): chosen, worked on, reached or dropped; worked out by hand."""

import pytest


@pytest.fixture
def one(lane):
    """A lane before its first week; everything at its middle value."""
    return lane(canvas="wijkonderneming")


def followed(lane, weeks, deeds=0):
    """So many weeks in which so much is done for each chosen goal; kinds of event and their week."""
    w, out = lane.world, []
    for week in range(weeks):
        w.goals.deeds[:] = deeds
        out += [(week, kind, id) for kind, id, _ in lane.desk.common.goals.follow(w, lane.series, week)]
    return out


def test_a_goal_nobody_works_on_is_dropped_and_stays_counted(one):
    one.world.goals.chosen[:, 0] = True
    assert followed(one, 30) == [(0, "goal_chosen", "vp-company"), (26, "goal_dropped", "vp-company")]
    assert not one.world.goals.chosen.any() and (one.series.more["goals"][29] == 1).all()


def test_a_goal_is_reached_in_a_quarter_in_which_enough_was_done(one):
    """90 chats a quarter: 7 a week make it, 6 do not."""
    one.world.goals.chosen[:, 0] = True
    assert (25, "goal_reached", "vp-company") in followed(one, 26, deeds=7)
    assert (one.series.more["goals reached"][25] == 1).all()


def test_too_little_in_a_quarter_reaches_nothing(one):
    one.world.goals.chosen[:, 0] = True
    assert [kind for _, kind, _ in followed(one, 26, deeds=6)] == ["goal_chosen"]


def test_porticoes_are_reached_by_the_share_that_was_done(one):
    g = one.desk.common.goals
    at = g.ids.index("vp-porticoes")
    g.due[:, at], g.done[:, at] = (100, 100), (90, 89)
    assert g.reaches(12)[:, at].tolist() == [True, False] and not g.reaches(11).any()


def test_the_centre_is_reached_when_its_front_is_paid(one):
    g = one.desk.common.goals
    at = g.ids.index("vp-centre")
    one.desk.common.spent["cost-facade"][:] = True, False
    assert g.reaches(5)[:, at].tolist() == [True, False]
