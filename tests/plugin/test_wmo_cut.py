"""A dated cut in household help (laws.md 10): from its day on, repaired when too many lack help; no cut, no rebound."""

from datetime import date

import numpy as np
import pytest

from simcore.behaviour.world import WMO
from simcore.calendar import week_of
from simcore.plugin.activating import activate
from simcore.testing import run

START = date(2013, 1, 7)
BEGINS = date(2013, 7, 1)


@pytest.fixture(scope="module")
def cut(lane, spec):
    """``cut(*parameters)`` plays the lane of doing nothing with the plugin: it and its hours of help by week."""

    def play(*given, weeks=60, **more):
        one = dict(activate(spec, [f"wmo_cut:start={BEGINS},{','.join(given)}"]))["wmo_cut"]
        plugins = [("wmo_cut", one)]
        playing = lane(plugins, enterprise=False, residents=2000, weeks=weeks, **more)
        minutes = []
        for _ in range(weeks):
            playing.step()
            minutes.append(playing.world.numbers.wmo_minutes.copy())
        return playing, np.array(minutes)

    return play


def test_hours_are_cut_from_the_day_on_and_not_a_week_before(cut):
    """Section 10: indicated hours x (1 - 0.40): 2.8 h become 101 minutes, in the first week from its date on."""
    playing, minutes = cut("cut=0.4", "unmet=1")
    first = week_of(START, BEGINS)
    assert (minutes[:first] == 168).all() and (minutes[first:] == 101).all()
    assert {(week, noun.english) for week, kind, noun, _ in playing.events} == \
        {(first, "The municipality cuts the hours of household help.")}
    helped = playing.world.habit[:, :, 0] == WMO
    assert helped.any() and (playing.world.bought[:, :, 0][helped] <= 101).all()


def test_of_each_client_the_municipality_pays_less_and_the_client_a_flat_fee(spec):
    """2.8 h at 21 EUR are 58.80 a week for each client; less 0.40 they are 101 minutes: 35.35. A flat fee of 19 EUR a
    month is 17.54 in four weeks, 4.385 a week: nine clients pay 39.47, ten 43.85."""
    one = dict(activate(spec, ["wmo_cut:start=2013-02-04,flat_start=2013-02-04"]))["wmo_cut"]
    trial = run(("wmo_cut", one), model="haarlems_gemak", changes=("neighbourhood.people.pgb_share=0",), weeks=8,
                residents=600, enterprise=False)
    clients, care, own = trial.tally("clients"), trial.paid("wmo.care"), trial.paid("wmo.contribution")
    assert (care[:4] == 5880 * clients[:4]).all() and (care[4:] == 3535 * clients[4:]).all() and care.all()
    seen = {int(number): int(cents) for number, cents in zip(clients[4:].ravel(), own[4:].ravel())}
    assert {*seen} & {9, 10} and seen.get(9, 3947) == 3947 and seen.get(10, 4385) == 4385


def test_a_cut_is_repaired_to_two_hours_after_its_time_when_too_many_lack_help(cut):
    """Section 10: after the patience and with unmet above its limit: back to 2.02 h, 121 minutes."""
    playing, minutes = cut("cut=0.4", "patience=20", "unmet=0.01")
    first = week_of(START, BEGINS)
    assert (minutes[first:first + 20] == 101).all()
    back = first + 20 + next(i for i, row in enumerate(minutes[first + 20:]) if (row == 121).all())
    assert back <= first + 20 + 13 + 1 and (minutes[back:] == 121).all()
    assert any("gives hours back" in noun.english for _, _, noun, _ in playing.events)


def test_without_clients_short_of_help_nothing_is_repaired(cut):
    _, minutes = cut("cut=0.4", "patience=4", "unmet=1")
    assert (minutes[-1] == 101).all()


def test_without_a_cut_there_is_no_rebound_and_nothing_else_changes(cut, lane):
    """Section 10: no cut, no rebound: with a cut of nothing every count is that without the plugin."""
    playing, minutes = cut("cut=0", "patience=4", "unmet=0")
    assert (minutes == 168).all()
    assert not any("gives hours back" in noun.english for _, _, noun, _ in playing.events)
    plain = lane([], enterprise=False, residents=2000, weeks=60)
    for _ in range(60):
        plain.step()
    assert np.array_equal(playing.series.minutes, plain.series.minutes)
    assert np.array_equal(playing.ledger.flows, plain.ledger.flows)


def test_a_small_cut_is_never_repaired_below_or_above_what_it_was(cut):
    """2.8 h less a tenth is more than 2.02 h: the repair may neither take nor give, and nobody says that it does."""
    playing, minutes = cut("cut=0.1", "patience=4", "unmet=0.0001")
    assert set(minutes.ravel().tolist()) == {168, 151}
    assert (minutes[-1] == 151).all()
    assert not any("gives hours back" in noun.english for _, _, noun, _ in playing.events)


def test_where_nothing_was_cut_nothing_is_given_back_however_many_lack_help(spec):
    """Where homes need 5 hours a week, 2.8 are too few: all clients lack help, at the count after the flat fee of April
    2013, and nobody had an hour less."""
    one = dict(activate(spec, ["wmo_cut:start=2013-02-04,cut=0,patience=4,unmet=0,flat_start=2013-04-01"]))["wmo_cut"]
    trial = run(("wmo_cut", one), model="haarlems_gemak", weeks=30, residents=2000, enterprise=False,
                changes=("neighbourhood.needs.activities.cleaning.amount=5",))
    assert (trial.tally("wmo.short")[-1] > 0.8).all()
    assert {text for _, text, _ in trial.notes} == {"Everybody pays the same for household help now."}


def test_a_cut_is_counted_in_weeks_since_it_began(cut):
    playing, _ = cut("cut=0.4", "unmet=1", weeks=40)
    first = week_of(START, BEGINS)
    assert (playing.active.columns["wmo_cut"]["weeks"] == 40 - first).all()
    assert (playing.active.columns["wmo_cut"]["stage"] == 1).all()
    assert playing.active.shocks[0].start == BEGINS


def test_a_flat_fee_is_the_same_for_all_incomes_from_its_day_on(cut):
    """19 EUR a month is 17.54 in four weeks (19 x 12 / 13), and nothing more by income; before it 18.60 and 15 %."""
    playing, _ = cut("cut=0", "flat_start=2013-07-01", weeks=30)
    numbers, first = playing.world.columns.numbers, week_of(START, date(2013, 7, 1))
    assert np.allclose(numbers.contribution_least, 17.538461538) and (numbers.contribution_rate == 0).all()
    assert [(week, noun.english) for week, _, noun, _ in playing.events if "the same" in noun.english] == \
        [(first, "Everybody pays the same for household help now.")]
    before, _ = cut("cut=0", "flat_start=2013-07-01", weeks=first)
    assert np.allclose(before.world.columns.numbers.contribution_least, 18.60)
    assert (before.world.columns.numbers.contribution_rate == 0.15).all()


def test_more_people_have_help_for_a_flat_fee(cut):
    """As in 2020: most where incomes are high (WMO-058 to WMO-060). Until its day nothing is different."""
    flat, plain = (cut("cut=0", "unmet=1", f"flat_start={day}", weeks=80)[0] for day in ("2013-07-01", "2019-01-01"))
    helped = [one.series.minutes[:, :, 0, WMO] for one in (flat, plain)]
    first = week_of(START, date(2013, 7, 1))
    assert np.array_equal(helped[0][:first], helped[1][:first])
    assert helped[0][-1].sum() > helped[1][-1].sum()
