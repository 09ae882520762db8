"""Key volunteers leave: a crisis in which organisers stop until part of them has gone, and a quiet time after it."""

from datetime import date
from functools import cache

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure, tiny_model

KeyVolunteersLeave = find()["key_volunteers_leave"][0].kind
START = 6                                        # Monday 18 February 2013: the run begins on 7 January
DAY = date(2013, 2, 18)
MODEL = "wijkonderneming"


@cache
def played(*plugins, weeks=60, replications=4, **how):
    return run(*plugins, weeks=weeks, replications=replications, model=MODEL, **how)


def test_the_crisis_ends_when_half_of_the_organisers_have_gone():
    """Of five, half is 2.5: it is over in the week after the third has left. Of four it is over after the second."""
    trial = played(KeyVolunteersLeave(start=DAY, lasts=sure(1000, "weeks")))
    there, over, stop = trial.tally("organisers"), trial.column("over"), trial.term("volunteers.stop")
    assert (trial.column("were")[START:] == there[START - 1]).all() and (over[-1] < 60).any()
    for r in range(4):
        half = there[START - 1, r] / 2
        end = int(min(60, over[-1, r]))
        assert (stop[:START, r] == 1).all() and (stop[START:end, r] == 10).all() and (stop[end:, r] == 1).all()
        assert end == 60 or (there[end - 1, r] <= half and (there[START:end - 1, r] > half).all())


def test_it_ends_after_its_time_when_fewer_leave():
    """With everybody to go, and four weeks for it."""
    stop = played(KeyVolunteersLeave(start=DAY, part=sure(1, "share"), lasts=sure(4, "weeks"))).term("volunteers.stop")
    assert (stop[START:START + 4] == 10).all() and (stop[START + 4:] == 1).all()


def test_few_come_in_the_crisis_and_for_a_while_after_it():
    """Half of the new volunteers stay away, in four weeks and in the ten after them."""
    one = KeyVolunteersLeave(start=DAY, part=sure(1, "share"), lasts=sure(4, "weeks"), after=sure(10, "weeks"))
    join = played(one).term("volunteers.join")
    assert (join[START:START + 14] == 0.5).all() and (join[:START] == 1).all() and (join[START + 14:] == 1).all()


def test_organisers_leave_sooner_and_nothing_changes_before_the_start():
    """At 20 % a year a load of one gives 1 - 0.8^(1/52) = 0.43 % a week,
    and ten times that hazard 1 - 0.8^(10/52) = 4.2 %."""
    crisis = KeyVolunteersLeave(start=DAY, part=sure(1, "share"), lasts=sure(39, "weeks"))
    how = {"replications": 12, "weeks": START + 26}
    with_, without = (played(*some, **how).tally("organisers") for some in ((crisis,), ()))
    assert np.array_equal(with_[:START], without[:START])
    assert with_[-1].sum() < without[-1].sum()


def test_volunteers_work_fewer_hours_and_cost_less():
    """Coffee and expenses are 0.50 EUR for each hour of a volunteer: with fewer of them less is paid,
    and nothing else before."""
    crisis = KeyVolunteersLeave(start=DAY, part=sure(1, "share"), lasts=sure(39, "weeks"))
    with_, without = (played(*some, replications=12, weeks=START + 26).paid("cost.cost-volunteers")
                      for some in ((crisis,), ()))
    assert np.array_equal(with_[:START], without[:START]) and with_.sum() < without.sum()


def test_a_canvas_without_volunteers_is_refused():
    with pytest.raises(BadInput, match="nobody organises as a volunteer"):
        run(KeyVolunteersLeave(), model=tiny_model(), weeks=1)


def test_its_example_works_on_the_model_it_fits():
    one = read_fragment(KeyVolunteersLeave, "key_volunteers_leave")
    assert (run(one, model=KeyVolunteersLeave.fits, weeks=3, replications=1).term("volunteers.stop") == 1).all()
