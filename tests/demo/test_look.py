"""Looks at lanes in the middle of their time."""

from types import SimpleNamespace

import numpy as np
import pytest

from simcore.demo import look as module
from simcore.demo.look import Look
from simcore.run import NOTHING

WEEKS = 12


def lane(weeks=8, hold=lambda: None):
    """A lane of two courses that has come so far; ``hold`` happens when somebody looks at it."""
    series = SimpleNamespace(cash=np.ones((WEEKS, 2)), services=np.ones((WEEKS, 2, 1, 9)), placed=np.ones((WEEKS, 2)),
                             alive=np.ones((WEEKS, 2), bool))

    class Lane:
        replications = [0, 1]

        @property
        def week(self):
            hold()
            return weeks

    out = Lane()
    out.series = series
    return out


@pytest.fixture
def seen(monkeypatch):
    monkeypatch.setattr(module, "BETWEEN", 0.0)
    return []


def looked(look, *times):
    for _ in times or [0]:
        look(0.5)


def test_nothing_is_told_before_there_is_something_to_see_and_nothing_of_doing_nothing(seen):
    look = Look(seen.append, lambda: None)
    look.watch(NOTHING, lane())
    look.watch("one", lane(weeks=3))
    looked(look)
    assert not seen
    look.watch("one", lane())
    looked(look)
    assert [list(one) for one in seen] == [["one"]] and seen[0]["one"]["weeks"] == 8


def test_a_lane_that_begins_on_another_thread_while_somebody_looks_is_seen_the_next_time(seen):
    look = Look(seen.append, lambda: None)
    look.watch("one", lane(hold=lambda: look.watch("other", lane())))
    looked(look, 1, 2)
    assert [sorted(one) for one in seen] == [["one"], ["one", "other"]]


def test_what_is_seen_elsewhere_is_told_with_it_but_what_is_played_here_is_seen_here(seen):
    look = Look(seen.append, lambda: None)
    look.hear({"one": "there", "other": "there"})
    look.watch("one", lane())
    looked(look)
    assert seen[0]["other"] == "there" and seen[0]["one"]["n"] == 2
    look.off()
    looked(look)
    assert len(seen) == 1


def test_whoever_wants_to_end_it_can(seen):
    class Enough(Exception):
        pass

    def go_on():
        raise Enough

    with pytest.raises(Enough):
        Look(seen.append, go_on)(0.0)
