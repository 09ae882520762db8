"""The law on a bar of volunteers (Drank- en Horecawet art. 4): so many evenings a year, counted over gatherings."""

from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np

from plugins.bar_hours import BarHours
from simcore.canvas import load
from simcore.plugin.finding import checked, read_fragment
from simcore.testing import check_plugin, run

ONE = BarHours(gatherings=["ka-bingo"], start=date(2013, 2, 4))


def sure(number, value):
    return replace(number, value=value, low=0, high=max(value, 26))


@cache
def model():
    """Bingo every week from the first on; residents run the centre from the start, as no plugin says otherwise."""
    return load("wijkonderneming", [("simwijk.goals.support", 0.01), ("key_activities.ka-fair.gathering.first", 1),
                                    ("key_activities.ka-bingo.gathering.first", 2),
                                    ("key_activities.ka-bingo.gathering.every", 1)])


@cache
def played(evenings, weeks=20, start=ONE.start):
    return run(("bar_hours", replace(ONE, evenings=sure(ONE.evenings, evenings), start=start)), model=model(),
               weeks=weeks, residents=300)


def test_every_promise_is_kept():
    check_plugin(ONE, name="bar_hours", model=model(), weeks=10)


def test_after_five_evenings_it_is_over_for_the_year():
    """Weekly bingo from week 4 on counts: five are held, then none; each takes in what it would without the law."""
    trial, plain = played(5), run(model=model(), weeks=20, residents=300)
    held, free = trial.tally("held.ka-bingo"), plain.tally("held.ka-bingo")
    assert held[4:].sum(0).tolist() == [5, 5, 5] and free[4:].sum(0).min() > 5
    for r in range(3):
        last = np.flatnonzero(held[:, r])[-1]
        assert np.array_equal(trial.paid("saved.ka-bingo")[:last + 1, r], plain.paid("saved.ka-bingo")[:last + 1, r])
        assert not trial.paid("saved.ka-bingo")[last + 1:, r].any() and (trial.term("open.ka-bingo")[last + 1:,
                                                                                                     r] == 0).all()
    assert sum("all the evenings" in text for _, text, _ in trial.notes) == 3


def test_under_the_same_luck_nothing_differs_before_the_law():
    trial, plain = played(0), run(model=model(), weeks=20, residents=300)
    assert all(np.array_equal(trial.paid(name)[:4], plain.paid(name)[:4]) for name in plain.streams)
    assert plain.tally("held.ka-bingo")[4:].any() and not trial.tally("held.ka-bingo")[4:].any()


def test_a_new_year_begins_with_all_its_evenings():
    """Two a year: two in 2013, and two again from the week of 6 January 2014."""
    trial = played(2, weeks=58)
    held = trial.tally("held.ka-bingo")
    assert held[4:52].sum(0).tolist() == [2, 2, 2] and not held[10:52].any()
    assert (trial.column("held")[51] == 2).all() and (trial.column("held")[-1] == held[52:].sum(0)).all()
    assert held[52:].sum(0).max() == 2


def test_a_gathering_elsewhere_is_told():
    assert "ka-bingo" in checked("bar_hours", replace(ONE, gatherings=["ka-fair"]), model())[0].instead
    assert checked("bar_hours", replace(ONE, gatherings=[]), model()) and not checked("bar_hours", ONE, model())


def test_its_fragment_works_in_the_model_it_fits():
    one = read_fragment(BarHours, "bar_hours")
    assert BarHours.fits == "wijkonderneming" and not checked("bar_hours", one, model())
    trial = run(("bar_hours", replace(one, start=date(2013, 1, 7), evenings=sure(one.evenings, 1))), model=model(),
                weeks=10, residents=300)
    assert (trial.term("open.ka-bingo")[-1] == 0).all() and (trial.term("open.ka-cafe")[-1] == 0).all()
