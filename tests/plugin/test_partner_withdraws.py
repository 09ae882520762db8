"""A partner that stops halfway: notice, a longer one for who gave for three years,
and then the costs are the enterprise's."""

from datetime import date
from functools import cache

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import check_plugin, run, sure

PartnerWithdraws = find()["partner_withdraws"][0].kind
START = 8                                        # the run begins on Monday 7 January 2013
DAY = date(2013, 3, 4)
BEGUN = ("key_activities.ka-guidance.recruiting.join=0.9", "simwijk.insolvent_after=1000")


def ours(hazard=0.999999, **more):
    return PartnerWithdraws(partner="kp-municipality", start=DAY, hazard=sure(hazard, "share/year"), **more)


@cache
def played(*plugins, weeks=60, replications=3, **how):
    return run(*plugins, weeks=weeks, replications=replications, changes=BEGUN, **how)


def told(trial):
    """Course -> the week in which it said so."""
    return {r: week for week, text, r in trial.notes if "will stop" in text}


def test_every_promise_is_kept():
    check_plugin(PartnerWithdraws(partner="kp-municipality", start=DAY), weeks=12,
                 off={"hazard": sure(0, "share/year")})


def test_the_enterprise_pays_what_the_partner_bore_four_weeks_after_it_said_so():
    """Guidance is 48,000 EUR a year for ten people, so 92.31 a week for each (48,000 / 10 / 52). The municipality bears
    0.9 of it, a little less after each quarter (times 0.96). After four weeks it bears nothing:
    the enterprise pays it all."""
    trial = played(ours())
    own, kind = trial.paid("cost.cost-guidance"), trial.paid("in kind.cost-guidance.kp-municipality")
    weeks = told(trial)
    assert len(weeks) == 3 and min(weeks.values()) >= START
    for r, week in weeks.items():
        assert kind[week + 3, r] > 0 and not kind[week + 4:, r].any()
        people = np.round(own[week + 4:, r] / 9230.77)
        assert people.any() and (own[week + 4:, r] == np.round(people * 4_800_000 / 520)).all()
        assert 0 < own[week + 3, r] < 0.5 * kind[week + 3, r]


def test_who_gave_for_three_years_must_give_a_longer_notice():
    """Three years are cut to twelve weeks here, and notice is ten weeks instead of two."""
    trial = played(ours(years=sure(12 / 52, "years"), notice=sure(10, "weeks"), sooner=sure(2, "weeks")),
                   replications=6)
    gave = trial.column("gave")
    kind, waits = trial.paid("in kind.cost-guidance.kp-municipality"), set()
    for r, week in told(trial).items():
        wait = 10 if gave[week, r] >= 12 else 2
        assert (trial.term("share.kp-municipality")[:week + wait, r] == 1).all()
        assert not trial.term("share.kp-municipality")[week + wait:, r].any() and not kind[week + wait:, r].any()
        waits.add(wait)
    assert waits == {2, 10}


def test_the_law_on_subsidies_holds_for_a_municipality_alone():
    """A corporation that gave for longer than the twelve weeks that stand for three years is gone in two weeks all the
    same: of the rent, 8,000 EUR a year, it then bears nothing, so the enterprise pays 153.85 a week (8,000 / 52)."""
    one = PartnerWithdraws(partner="kp-corporation", start=date(2013, 5, 6), hazard=sure(0.999999, "share/year"),
                           years=sure(12 / 52, "years"), notice=sure(10, "weeks"), sooner=sure(2, "weeks"))
    trial = run(one, model="haarlems_gemak", weeks=60, residents=150, changes=("simwijk.insolvent_after=1000",))
    weeks, rent = told(trial), trial.paid("cost.cost-rooms")
    assert weeks and min(weeks.values()) >= 17
    for r, week in weeks.items():
        assert trial.column("gave")[week, r] >= 12
        assert not rent[week + 1, r] == 15_385 and (rent[week + 2:, r] == 15_385).all()


def test_it_withdraws_with_its_chance_a_year():
    """At 50 % a year a week has a chance of 1 - 0.5^(1/52) = 1.324 %,
    in every week in which it gives and has not said so."""
    trial = played(ours(0.5), replications=30, weeks=START + 52)
    said, gave = told(trial), np.diff(trial.column("gave"), axis=0)[START - 1:]
    at_risk = sum(gave[:said.get(r, 10**6) - START + 1, r].sum() for r in range(30))
    expected = at_risk * 0.01324
    assert expected > 8 and abs(len(said) - expected) < 4 * np.sqrt(expected)


def test_nothing_changes_before_its_notice_is_over():
    with_, without = played(ours()), played()
    for r, week in told(with_).items():
        assert np.array_equal(with_.paid("cost.cost-guidance")[:week + 4, r],
                              without.paid("cost.cost-guidance")[:week + 4, r])
        assert with_.paid("cost.cost-guidance")[week + 4, r] > without.paid("cost.cost-guidance")[week + 4, r]


@pytest.mark.parametrize("model, partner", [(None, "kp-nobody"), ("wijkonderneming", "kp-corporation-flats")])
def test_a_partner_that_gives_nothing_by_itself_is_refused(model, partner):
    """Two corporations pay for porticoes together: neither of them is that order alone."""
    said = f"'{partner}' in partner, which is no partner that gives anything\\n.*known: kp-municipality"
    with pytest.raises(BadInput, match=said):
        run(PartnerWithdraws(partner=partner), model=model, weeks=1)


def test_its_example_works_on_the_model_it_fits():
    trial = run(read_fragment(PartnerWithdraws, "partner_withdraws"), model=PartnerWithdraws.fits, weeks=3,
                replications=1)
    assert (trial.term("share.kp-municipality") == 1).all() and not trial.notes
