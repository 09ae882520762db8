"""The fifteen tasks of seed 000: each comes once with a chance a year, and brings the hours its budget pays."""

from dataclasses import replace
from datetime import date
from typing import get_args

import numpy as np
from plugins.municipal_tasks import DUTCH, MunicipalTasks, Task

from simcore.canvas import load
from simcore.plugin.activating import checked
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure, tiny_model

BUSY = "key_activities.ka-guidance.recruiting.join=0.9", "channels.ch-street.outside=0"
ONE = MunicipalTasks(service="vp-garden", tasks=["green", "playgrounds"], start=date(2013, 2, 4))
GREEN = "times.municipal_tasks.green"


def played(one=replace(ONE, comes=sure(1, ONE.comes.unit)), weeks=40, **how):
    return run(("municipal_tasks", one), model=tiny_model(None, *BUSY), weeks=weeks, **{"residents": 500} | how)


def test_there_are_fifteen_tasks_each_with_a_budget_that_has_a_row_or_is_a_question():
    assert len(get_args(Task)) == 15 == len(DUTCH) and set(DUTCH) == set(get_args(Task))
    budgets = [getattr(ONE, task) for task in DUTCH]
    assert {one.evidence for one in budgets} == {"source", "open"}
    assert all(one.unit == "EUR/resident/year" and (one.source.startswith("BUD-") or one.question) for one in budgets)


def test_green_of_501_residents_pays_an_hour_and_a_fifth_a_week():
    """90 EUR x 501 residents x 0.03 = 1,352.70 EUR a year; by 52 weeks and 22 EUR an hour that is 1.18 hours a week.
    Whole hours are done and paid, 22.00 each.
    """
    trial = played()
    came = trial.column("green") > 0
    assert (trial.tally("residents") == 501).all()
    assert came[-1].all() and np.allclose(trial.term(GREEN)[1:], np.where(came, 1352.70 / 52 / 22, 0)[:-1])
    assert set(np.unique(trial.paid("municipal_tasks.green"))) == {0, 2200, 4400}
    asked = trial.term(GREEN).sum(0)
    assert (trial.paid("municipal_tasks.green").sum(0) <= 2200 * asked).all() and (asked > 20).all()


def test_of_each_hour_that_is_ordered_48_minutes_were_done_by_others_until_then():
    """0.8 of an hour."""
    trial = played()
    done = sum(trial.tally(f"order.municipal_tasks.{one}.done") for one in ONE.tasks)
    assert np.array_equal(trial.outcome.series["displaced minutes"], 48 * done) and done.any()


def test_a_task_comes_once_after_the_start_and_is_told():
    trial = played()
    assert not trial.column("green")[:4].any() and trial.column("green")[4:8].all()   # it is certain
    assert sum("hands over a task: green" in text for _, text, _ in trial.notes) == 3
    assert (np.diff(trial.column("playgrounds"), axis=0) >= 0).all()


def test_a_promise_with_a_chance_of_three_in_ten_a_year_is_late_for_most():
    """In a year 0.3 of the courses: within four standard deviations of 12 of 40."""
    trial = played(replace(ONE, start=date(2013, 1, 7), tasks=["green"]), 52, residents=100, replications=40)
    assert abs(trial.column("green")[-1].sum() - 12) < 4 * np.sqrt(40 * 0.3 * 0.7)


def test_under_the_same_luck_nothing_differs_before_a_task_comes_and_the_team_works_more_after_it():
    trial, plain = played(), run(model=tiny_model(None, *BUSY), weeks=40, residents=500)
    assert all(np.array_equal(trial.paid(name)[:5], plain.paid(name)[:5]) for name in plain.streams)
    assert trial.tally("hours.kr-team").sum() > plain.tally("hours.kr-team").sum()


def test_a_service_without_a_team_a_task_twice_and_an_unknown_payer_are_told():
    spec = tiny_model()
    assert "vp-garden" in checked("municipal_tasks", replace(ONE, service="vp-x"), spec)[0].instead
    assert checked("municipal_tasks", replace(ONE, tasks=["green", "green"]), spec)
    assert "kp-municipality" in checked("municipal_tasks", replace(ONE, payer="kp-x"), spec)[0].instead


def test_its_fragment_works_in_the_model_it_fits():
    spec, one = load(MunicipalTasks.fits, [("key_activities.ka-recruiting.recruiting.join", 0.9)]), read_fragment(
        MunicipalTasks, "municipal_tasks")
    assert not checked("municipal_tasks", one, spec)
    trial = run(("municipal_tasks", replace(one, start=date(2013, 1, 7), comes=sure(1, one.comes.unit))), model=spec,
                weeks=30,
                residents=500, replications=1)
    assert trial.paid("municipal_tasks.green").any()
