"""How the district hears of an enterprise (laws.md 3): Bass when everybody is tied to everybody."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simcore.behaviour.awareness import become_aware, hear, hear_at_event, hearing_rate, reached, set_mood
from simcore.behaviour.world import COUNTS, HEARD

SOMEBODY = SimpleNamespace(working_single=False, ill_until=0, eligible=False, pgb=False, limited=False, benefit=False,
                           old=False)
SHARE, RATE = st.floats(0, 1), st.floats(0, 2)
BASS = 0.242                                     # p = 0.02, q = 0.38, five years, to three digits


def town(homes, ties):
    """Homes with ties (list of lists) that may hear of one enterprise: p = 0.02, q = 0.38, no bad word."""
    relations = [[[SimpleNamespace(aware=False, trust=0.0, mood=0, good=0, bad=0)] for _ in range(homes)]]

    class Table(list):
        def __getitem__(self, at):
            return relations[at[0]][at[1]][at[2]] if isinstance(at, tuple) else list.__getitem__(self, at)

    class One:
        def __init__(self, it):
            self.it = it

        def __getitem__(self, at):
            return self.it

    start = np.concatenate(([0], np.cumsum([len(t) for t in ties])))
    return SimpleNamespace(
        relations=Table(), tie_start=start, tie_to=np.concatenate([np.array(t, int) for t in ties]),
        enterprises=One(SimpleNamespace(alive=True, outside=0.02, mouth=0.38, bad_word=0.0, first_trust=0.5)),
        counts=np.zeros((1, len(COUNTS)), int), astray=np.zeros((1, homes), int),
        reach=np.array([[[0, 0, 0, 0, 1.0, 0, 0]]]))


def test_in_small_steps_the_law_draws_the_curve_of_bass():
    """Section 3: complete graph, certain purchase, p = 0.02, q = 0.38: 0.242 after five years."""
    knows, step = 0.0, 1e-3
    for _ in range(5000):
        middle = knows + step / 2 * (1 - knows) * hearing_rate(0.02, 0.38, 0.4, knows, 0.0)
        knows += step * (1 - middle) * hearing_rate(0.02, 0.38, 0.4, middle, 0.0)
    closed = (1 - np.exp(-2.0)) / (1 + 19 * np.exp(-2.0))
    assert round(knows, 3) == BASS
    assert knows == pytest.approx(closed, abs=1e-6)


def test_households_all_tied_to_each_other_hear_as_in_bass():
    """Section 3, by the act itself: whoever hears buys and is satisfied; within four standard errors."""
    homes, runs, bound = 250, 24, 0.4
    luck, shares = np.random.default_rng(3), []
    for _ in range(runs):
        w = town(homes, [[i for i in range(homes) if i != h] for h in range(homes)])
        for _ in range(luck.poisson(homes * bound * 5)):
            h = int(luck.integers(homes))
            known = w.relations[0, h, 0].aware
            hear(SOMEBODY, w, 0, h, 0, luck.random(), bound, 0)
            if not known and w.relations[0, h, 0].aware:
                set_mood(w, 0, h, 0, 1)
        shares.append(w.counts[0, HEARD] / homes)
    assert abs(np.mean(shares) - BASS) <= 4 * np.std(shares, ddof=1) / runs ** 0.5
    assert np.std(shares, ddof=1) / runs ** 0.5 < 0.02


@given(RATE, RATE, RATE, SHARE, SHARE)
def test_a_rate_of_hearing_is_never_negative_and_satisfied_ties_never_lower_it(p, q, bad, one, other):
    low, high = sorted((one, other))
    assert 0 <= hearing_rate(p, q, bad, low, high) <= hearing_rate(p, q, bad, high, high)
    assert hearing_rate(p, q, bad, low, high) <= hearing_rate(p, q, bad, low, low)


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from((-1, 0, 1))), max_size=40))
def test_every_household_knows_how_many_of_its_ties_are_content_and_discontent(changes):
    ties = [[1, 2], [0, 2, 3], [0, 1], [1, 4], [3], []]
    w, mood = town(6, ties), [0] * 6
    for h, new in changes:
        set_mood(w, 0, h, 0, new)
        mood[h] = new
        for k in range(6):
            relation = w.relations[0, k, 0]
            assert ((relation.good, relation.bad)
                    == (sum(mood[t] == 1 for t in ties[k]), sum(mood[t] == -1 for t in ties[k])))


def test_who_knows_it_already_or_what_is_gone_is_not_heard_of_again():
    w = town(2, [[1], [0]])
    become_aware(w, 0, 0, 0)
    assert (w.relations[0, 0, 0].aware, w.relations[0, 0, 0].trust) == (True, 0.5)
    hear(SOMEBODY, w, 0, 0, 0, 0.0, 0.4, 0)
    hear_at_event(w, 0, 0, 0)
    assert w.counts[0, HEARD] == 1
    w.enterprises[0, 0].alive = False
    hear(SOMEBODY, w, 0, 1, 0, 0.0, 0.4, 0)
    hear_at_event(w, 0, 1, 0)
    assert w.counts[0, HEARD] == 1


def test_a_mark_at_the_rate_is_not_heard_and_one_below_it_is():
    w = town(2, [[1], [0]])
    hear(SOMEBODY, w, 0, 0, 0, 0.02 / 0.4, 0.4, 0)
    assert not w.relations[0, 0, 0].aware
    hear(SOMEBODY, w, 0, 0, 0, 0.0499, 0.4, 0)
    assert w.relations[0, 0, 0].aware


def test_a_channel_reaches_the_kinds_of_household_it_is_for():
    nobody = vars(SOMEBODY)
    for kind, who in enumerate(({"working_single": True}, {"ill_until": 9}, {"eligible": True, "pgb": True},
                                {"limited": True}, {}, {"benefit": True}, {"old": True})):
        reach = np.zeros((1, 1, 7))
        reach[0, 0, kind] = 1.0
        w = SimpleNamespace(reach=reach)
        assert reached(SimpleNamespace(**(nobody | who)), w, 0, 0, 5) == 1.0
        assert reached(SimpleNamespace(**nobody), w, 0, 0, 5) == (kind == 4)
    pgb_only = np.array([[[0, 0, 1.0, 0, 0, 0, 0]]])
    assert not reached(SimpleNamespace(**(nobody | {"pgb": True})), SimpleNamespace(reach=pgb_only), 0, 0, 5)


def test_who_is_of_several_kinds_hears_by_the_one_that_hears_most():
    who = SimpleNamespace(working_single=True, ill_until=0, eligible=False, pgb=False, limited=True, benefit=False,
                          old=True)
    reach = np.array([[[0.5, 9.0, 9.0, 1.5, 0.0, 9.0, 0.2]]])
    assert reached(who, SimpleNamespace(reach=reach), 0, 0, 5) == 1.5
