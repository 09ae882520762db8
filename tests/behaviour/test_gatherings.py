"""A gathering (laws.md 12): who comes, whom they talk with, and what a late night costs."""

from hypothesis import given
from hypothesis import strategies as st

from simcore.behaviour.gatherings import talks
from simcore.behaviour.ties import SLOTS
from simcore.behaviour.world import COUNT

BUSY = ("neighbourhood.people.benefit_share=0.4", "key_activities.ka-inviting.recruiting.join=0.9",
        "key_activities.ka-borrel.gathering.every=4", "key_activities.ka-borrel.gathering.late=5",
        *(f"key_resources.{team}.team.trade.{leaf}=0.9"
          for team in ("kr-carpenters", "kr-furniture-team", "kr-pc-advisers",
                       "kr-desk-team") for leaf in ("can", "likes")))


def pairs(there, contacts):
    return [frozenset((n, (n + k) % there)) for n in range(there) for k in range(1, (contacts + 1) // 2 + 1)
            if talks(n, k, there, contacts)]


@given(st.integers(0, 60), st.integers(0, 20))
def test_nobody_talks_with_the_same_person_twice_or_with_itself(there, contacts):
    found = pairs(there, contacts)
    assert len(set(found)) == len(found) and all(len(pair) == 2 for pair in found)


@given(st.integers(2, 60), st.integers(0, 10))
def test_each_talks_with_as_many_as_the_number_says_where_there_are_so_many(there, half):
    """n people who each talk with c others: n c / 2 contacts; with too few people everybody talks with everybody."""
    expected = there * half if 2 * half < there else there * (there - 1) // 2
    assert len(pairs(there, 2 * half)) == expected


@given(st.integers(12, 60), st.integers(0, 4))
def test_with_an_odd_number_nobody_talks_with_more_and_most_with_no_fewer(there, half):
    odd = 2 * half + 1
    each = [sum(n in pair for pair in pairs(there, odd)) for n in range(there)]
    assert max(each) <= odd and min(each) >= odd - 1 and sum(each) > (odd - 0.5) * there


def meetings(lane, *more, weeks=40):
    """(week, replication, how many came, contacts of that week) of every gathering held, and the lane."""
    one, found = lane(*BUSY, *more, canvas="compiratie", residents=1200, weeks=60), []
    for week in range(weeks):
        one.step()
        rows, counts = one.world.gatherings, one.series.counts[week]
        found += [(week, r, int(rows.came[r, 0]), int(counts[r, COUNT["contacts"]]))
                  for r in range(2) if rows.held[r, 0]]
    return one, found


def test_members_talk_in_a_ring_every_so_many_weeks(lane):
    one, found = meetings(lane)
    assert found and {(week + 1) % 4 for week, *_ in found} == {0}
    assert all(contacts == len(pairs(came, 4)) for _, _, came, contacts in found)
    assert max(came for _, _, came, _ in found) > 8
    assert (one.series.counts[:40, :, COUNT["participations"]].sum(0)
            == [sum(came for _, r, came, _ in found if r == one_) for one_ in range(2)]).all()


def test_with_every_contact_a_tie_pairs_that_met_have_one(lane):
    """Section 12: p_c = 1: as many new ties as distinct pairs, while nobody has more than there is room for."""
    one, found = meetings(lane, "neighbourhood.ties.contact=1", "neighbourhood.ties.fade=0.0001",
                          "key_activities.ka-borrel.gathering.contacts=2", "neighbourhood.people.moves=0")
    week, r, came, contacts = found[0]
    new = one.series.counts[:, r, COUNT["new_ties"]]
    assert contacts == new[week] == len(pairs(came, 2)) and 2 <= SLOTS


def test_who_stayed_late_works_so_much_less_in_the_week_after_and_no_longer(lane):
    """Less by five hours of output each, for who comes to work; nothing two weeks later."""
    late, _ = meetings(lane, weeks=36)
    early, found = meetings(lane, "key_activities.ka-borrel.gathering.late=0", weeks=36)
    first = min(week for week, *_ in found)
    capacity = [one.series.teams[:, :, :, 0].sum(2) for one in (late, early)]
    assert (capacity[0][:first + 1] == capacity[1][:first + 1]).all()
    r = next(r for week, r, *_ in found if week == first)
    lost = capacity[1][first + 1, r] - capacity[0][first + 1, r]
    came = next(came for week, replication, came, _ in found if (week, replication) == (first, r))
    assert 0 < lost <= came * 300
    assert capacity[0][first + 2, r] == capacity[1][first + 2, r]


def test_a_plugin_hears_who_came_and_how_many_hold_a_place(lane):
    one, _ = meetings(lane, weeks=8)
    tally, rows = one.tally, one.world.columns.gatherings
    assert (tally["held.ka-borrel"] == rows.held[:, 0]).all() and (tally["came.ka-borrel"] == rows.came[:, 0]).all()
    assert (tally["members"] >= tally["came.ka-borrel"]).all() and tally["members"].any()
    without = lane(*BUSY, canvas="compiratie", enterprise=False)
    assert {name: without.tally[name].tolist() for name in ("held.ka-borrel", "came.ka-borrel", "members")} == {
        "held.ka-borrel": [0, 0], "came.ka-borrel": [0, 0], "members": [0, 0]}
