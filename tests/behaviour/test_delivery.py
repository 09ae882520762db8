"""A visit (laws.md 4 and 5): minutes, money, trust and mood it leaves."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simcore.behaviour.delivery import desk_minutes, disappoint, give_minutes, impress, pay, serve, visit
from simcore.behaviour.work import COMPLAINT, SATISFIED
from simcore.behaviour.world import NOBODY
from simcore.luck import key

KEY = key("a test of visits")


@pytest.fixture(scope="module")
def opened(lane):
    """A lane after its first week, with every place of the home team held and at work."""
    one = lane()
    one.step()
    return one


@pytest.fixture
def world(opened):
    w = opened.world
    saved = {name: getattr(w, name).copy() for name in w.fields}
    w.workers.resident[0], w.workers.minutes[0], w.workers.served[0] = np.arange(w.workers.shape[1]), 300, 0
    w.teams.served[0] = 0
    w.services.paid[0], w.services.covered[0], w.services.worth[0] = 0, 0, 0
    yield w
    for name, array in saved.items():
        getattr(w, name)[...] = array


def test_hours_are_divisible_and_the_known_face_comes_first(world):
    """Section 4: hours are divisible; served by several when one has too few minutes."""
    first = world.teams.first[0, 0]
    assert serve(world, 0, 4, 0, 120) == (120, first)
    world.relations.face[0, 4, 0] = first + 2
    assert serve(world, 0, 4, 0, 500) == (500, first + 2)
    assert world.workers.served[0, [first, first + 1, first + 2]].tolist() == [300, 20, 300]
    assert world.teams.served[0, 0] == 620


@given(st.lists(st.integers(1, 400), max_size=30))
def test_nobody_gives_more_minutes_than_there_are(asked):
    class Row:
        team, minutes, served = 0, 1000, 0

    class Team:
        served = 0

    class W:
        workers, teams = {(0, 0): Row()}, {(0, 0): Team()}

    given_ = [give_minutes(W, 0, 0, minutes) for minutes in asked]
    assert sum(given_) == W.workers[0, 0].served == W.teams[0, 0].served == min(1000, sum(asked))
    assert all(0 <= part <= minutes for part, minutes in zip(given_, asked))


@pytest.mark.parametrize("minutes", [1, 29, 30, 31, 90, 177])
def test_a_customer_pays_whole_cents_for_the_minutes_done(world, minutes):
    me = world.households[0, 4]
    pay(me, world, 0, 4, 0, minutes, 1400, 1, 0)
    assert world.services.paid[0, 0] == (1400 * minutes + 30) // 60
    assert abs(60 * world.services.paid[0, 0] - world.services.worth[0, 0]) <= 30


def test_part_of_a_job_costs_its_part_of_the_price(world):
    windows = 1
    whole = int(world.job_minutes[0, world.services.activity[0, windows]])
    pay(world.households[0, 4], world, 0, 4, windows, whole, 1000, 1, 0)
    assert world.services.paid[0, windows] == 1000
    pay(world.households[0, 4], world, 0, 4, windows, whole // 2, 1000, 1, 0)
    assert world.services.paid[0, windows] == 1500


def test_a_new_face_takes_a_share_of_trust_away_and_the_same_face_none(world):
    """Section 4: a new face multiplies T by 1 - psi, then T += a (x - T)."""
    relation, enterprise = world.relations[0, 4, 0], world.enterprises[0, 0]
    relation.trust = 0.8
    trust = {}
    for before in (3, 2):
        relation.trust, relation.face = 0.8, before
        impress(world, 0, 4, 0, 3, KEY, 5)
        trust[before] = relation.trust
    lost = 0.8 * enterprise.new_face * (1 - enterprise.pace)
    assert trust[3] - trust[2] == pytest.approx(lost) and relation.face == 3


def test_the_very_first_face_costs_no_trust(world):
    relation = world.relations[0, 4, 0]
    relation.trust, relation.face = 0.8, NOBODY
    impress(world, 0, 4, 0, 3, KEY, 5)
    first = relation.trust
    relation.trust, relation.face = 0.8, 3
    impress(world, 0, 4, 0, 3, KEY, 5)
    assert relation.trust == first


def test_a_refusal_is_a_visit_worth_nothing(world):
    """Section 4: x = 0 if refused."""
    relation = world.relations[0, 4, 0]
    relation.trust = 0.8
    disappoint(world, 0, 4, 0)
    assert relation.trust == pytest.approx(0.8 * (1 - world.enterprises.pace[0, 0]))
    assert relation.mood == -1


def test_quality_decides_who_is_satisfied_and_who_complains(world):
    """Section 5: satisfied from 0.6, complaint below 0.4; told from the trust a first visit leaves."""
    world.enterprises.pace[0, 0] = 1.0                       # trust becomes what was seen
    world.enterprises.noise[0, 0] = 0.3
    kinds = set()
    for week in range(300):
        relation, worker = world.relations[0, 4, 0], world.workers[0, 3]
        relation.mood, worker.pleased, worker.complaint = 0, False, False
        impress(world, 0, 4, 0, 3, KEY, week)
        expected = 1 if relation.trust >= SATISFIED else -1 if relation.trust < COMPLAINT else 0
        assert relation.mood == expected
        assert (worker.pleased, worker.complaint) == (expected == 1, expected == -1)
        kinds.add(expected)
    assert kinds == {-1, 0, 1}


def test_a_visit_without_anybody_at_work_is_no_visit(world):
    world.workers.minutes[0] = 0
    before = world.services.visits[0].copy()
    assert visit(world.households[0, 4], world, 0, 4, 0, 90, 1400, KEY, KEY, 1) == 0
    assert (world.services.visits[0] == before).all() and world.services.paid[0, 0] == 0


@given(st.integers(0, 3600), st.integers(1, 20), st.integers(0, 40), st.floats(0.1, 1))
def test_a_desk_has_room_for_its_seats_for_as_long_as_it_is_open(opening, seats, there, skill):
    """Section 4: opening x seats taken, at the pace of who sits there."""
    room = desk_minutes(opening, seats, there, there * skill)
    assert room == pytest.approx(opening * min(seats, there) * skill, abs=1)
    assert desk_minutes(opening, 99, there, there * skill) >= room and desk_minutes(0, seats, there, there * skill) == 0


def test_no_more_is_served_than_the_desk_is_open_and_who_finds_no_room_waits(lane):
    """Section 4, with attendance 1 and nobody leaving the queue: Q' = max(0, Q + A - C), C the room of the desk."""
    one = lane("key_activities.ka-reception.waiting.leave=0", "key_activities.ka-inviting.recruiting.join=0.9",
               "key_activities.ka-practice.learning.attendance=1", "neighbourhood.needs.activities.forms.amount=10",
               "value_propositions.vp-desk.opening.hours=1", "channels.ch-desk.outside=6",
               "neighbourhood.people.moves=0",
               "customer_relationships.cr-at-home.bond.appeal=5", "neighbourhood.people.benefit_share=0.4",
               canvas="compiratie", residents=1500)
    s, full, queued = one.layout.service("vp-desk"), 0, 0
    a = one.layout.services[s].activity
    for _ in range(60):
        before = one.world.waiting[:, a].copy()
        one.step()
        row, w = one.world.services, one.world
        room = row.room[:, s] + row.served[:, s]
        open_ = row.open[:, s]
        asked = w.waiting[:, a] - before + row.served[:, s]                  # asked at the desk this week
        assert (row.room[:, s] >= 0).all() and (w.waiting[:, a] >= 0).all()
        left = np.maximum(0, before + asked - room)
        assert (w.waiting[open_, a] == left[open_]).all()
        full, queued = full + (open_ & (row.room[:, s] == 0)).sum(), queued + (w.waiting[:, a] > 0).sum()
    assert full > 10 and queued > 10


def test_a_free_service_is_served_and_nobody_pays(lane):
    one = lane("channels.ch-desk.outside=6", "key_activities.ka-inviting.recruiting.join=0.9",
               "neighbourhood.people.benefit_share=0.3", canvas="compiratie", residents=1500)
    s = one.layout.service("vp-desk")
    for _ in range(60):
        one.step()
        assert (one.world.services.paid[:, s] == 0).all() and (one.world.services.price[:, s] == 0).all()
    assert one.series.services[:60, :, s, 3].sum() > 0
    assert not any(stream.name.endswith("vp-desk") for stream in one.ledger.streams)
