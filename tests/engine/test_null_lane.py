"""Doing nothing is a still neighbourhood: without dated policy its stocks stand still, and no canvas touches it."""

import textwrap

import numpy as np
import pytest

from simcore.behaviour.world import COUNT, WAYS, WMO
from simcore.neighbourhood.people import populate
from simcore.plugin.activating import activate
from simcore.run import ENTERPRISE, NOTHING, play
from simcore.week.lane import Lane

MOST = 0.02                                   # drift in five years
# One own contribution all along: the rule of 2015 is dated policy.
UNDATED = {"neighbourhood.wmo.contribution_least.0.value": 18.6, "neighbourhood.wmo.contribution_least.1.value": 18.6}
YEARS = 5


def stocks(lane: Lane) -> dict[str, np.ndarray]:
    """(R,) each: what should stand still."""
    w = lane.world
    homes, people, cleaning = w.households, w.residents, 0
    out = {"on benefit": people.benefit.sum(1), "limited residents": people.limited.sum(1),
           "severely limited": people.severe.sum(1), "adults": people.adult.sum(1),
           "65 and over": homes.old.sum(1), "entitled to help": homes.eligible.sum(1),
           "clients of the Wmo": (w.habit[:, :, cleaning] == WMO).sum(1),
           "minutes a week needed": w.needed_minutes.sum(1), "income": homes.income.sum(1)}
    out |= {f"households of income third {g}": (homes.group == g).sum(1) for g in range(3)}
    out |= {f"minutes of cleaning, {name}": w.standing_minutes[:, cleaning, j].copy() for j, name in enumerate(WAYS)}
    items = lane.community.unfavourable
    return out | {"lonely": (people.adult & (items >= 2)).sum(1)}


def drift(model, seeds: range, replications: int, residents: int | None) -> dict[str, np.ndarray]:
    """(seeds, YEARS) change of each stock since the start, relative to it, after each year; replications pooled."""
    spec, out = model(UNDATED), {}
    for seed in seeds:
        people = populate(spec.place.people, seed, residents)
        lane = Lane(spec, people, seed, list(range(replications)), enterprise=False, weeks=YEARS * 52)
        read = [stocks(lane)]
        for _ in range(YEARS):
            for _ in range(52):
                lane.step()
            read.append(stocks(lane))
        for name in read[0]:
            totals = np.array([one[name].sum() for one in read])
            out.setdefault(name, []).append(totals[1:] / totals[0] - 1)
    return {name: np.array(values) for name, values in out.items()}


def error(values: np.ndarray) -> np.ndarray:
    """Standard error of a mean over districts, after each year."""
    return values.std(0, ddof=1) / np.sqrt(len(values))


def shown(found: dict[str, np.ndarray]) -> str:
    """A table of drifts and their sampling errors in per cent, for whoever has to look into it."""
    return "\n".join(f"{name:32s}" + " ".join(f"{100 * m:+6.2f}" for m in x.mean(0))
                     + f"  (se {100 * error(x)[-1]:.2f})"
                     for name, x in found.items())


def test_without_dated_policy_nothing_drifts_more_than_sampling_explains(model):
    """A few districts: after no year is any stock more than 2 % and three times its sampling error from its start."""
    found = drift(model, range(1, 17), 2, 4000)
    moved = {name: x for name, x in found.items() if (np.abs(x.mean(0)) > MOST + 3 * error(x)).any()}
    assert not moved, shown(moved)
    exact = [name for name, x in found.items() if error(x)[-1] < 0.01]
    assert len(exact) >= 0.5 * len(found), "the sample is too small to say anything:\n" + shown(found)


@pytest.mark.long
def test_without_dated_policy_no_stock_drifts_two_per_cent_in_five_years(model):
    """Many districts and few courses of each: tastes and ties of a district last, and make most of the spread."""
    found = drift(model, range(1, 81), 3, None)
    print(shown(found))
    moved = {name: x for name, x in found.items() if (np.abs(x.mean(0)) > MOST).any()}
    assert not moved, shown(moved)


OTHER_CANVAS = {
    "simwijk.law": "strict", "simwijk.stop.on": "full_cost", "revenue_streams.rs-cleaning.price": 25,
    "key_resources.kr-home-team.team.places": 40, "key_resources.kr-outdoor-team.team.contract": "paid",
    "channels.ch-street.outside": 2, "customer_relationships.cr-known-face.bond.appeal": 1,
    "key_partnerships.kp-welfare.share": 0, "costs.cost-rooms.amount": 30, "simwijk.insolvent_after": 1,
    "value_propositions.vp-rides.offered": "on_request",
    "value_propositions.vp-rides.start_cost": "{value: 10, unit: EUR, low: 9, high: 11, evidence: "
                                              "assumption, source: ours}",
}


def test_doing_nothing_is_the_same_whatever_the_canvas_says(played):
    shipped, other = played(keep=True), played(OTHER_CANVAS)
    assert shipped.lanes[NOTHING].digests == other.lanes[NOTHING].digests
    assert shipped.lanes[ENTERPRISE].digests != other.lanes[ENTERPRISE].digests


def test_doing_nothing_is_the_same_without_the_plugins_of_the_enterprise(played):
    assert played(keep=True).lanes[NOTHING].digests == played(without=("pgb",)).lanes[NOTHING].digests


def test_a_bundled_plugin_takes_part_when_it_is_asked_for_and_one_of_a_named_file_always(model, tmp_path):
    file = tmp_path / "twice_the_need.py"
    file.write_text(textwrap.dedent('''
        """Everyone needs more windows cleaned."""
        from simcore.plugin import Effect, hookimpl, plugin

        @plugin
        class TwiceTheNeed:
            """Twice the windows."""

            @hookimpl
            def plan(self, week):
                yield Effect(target="need.windows", scale=2.0, because="it is dusty")
    '''))
    spec = model()
    run = dict(residents=400, weeks=12, replications=1)
    plain = play(spec, plugins=activate(spec), **run)
    named = play(spec, plugins=activate(spec, files=[file]), **run)
    asked = play(spec, plugins=activate(spec, ["twice_the_need"], files=[file]), **run)
    assert "wmo_cut" not in dict(plain.plugins)
    assert asked.digest == named.digest != plain.digest


def lanes_of(model, changes: dict) -> tuple[Lane, Lane]:
    """Both lanes of a small district, in their first week."""
    spec = model(changes)
    people = populate(spec.place.people, 3, 600)
    return tuple(Lane(spec, people, 3, [0, 1], enterprise=e, plugins=activate(spec), weeks=60) for e in (False, True))


def test_the_same_needs_arise_in_both_lanes(model):
    """All jobs and standing needs; but for those of people on benefit, who find work at other moments."""
    null, lane = lanes_of(model, {"channels.ch-street.outside": 2})
    needs = [n for n, need in enumerate(null.spec.place.needs.activities) if need.of != "benefit"]
    asked = 0
    for _ in range(40):
        null.step(), lane.step()
        assert np.array_equal(null.world.asked_minutes[:, needs], lane.world.asked_minutes[:, needs])
        assert np.array_equal(null.world.needed_minutes, lane.world.needed_minutes)
        for field in ("income", "limited", "severe", "old", "ill_until", "generation", "eligible"):
            assert np.array_equal(null.world.households[field], lane.world.households[field]) or field == "income"
        asked += lane.world.asked_minutes[:, needs].sum()
    assert asked > 0 and lane.series.counts[:, :, COUNT["visits"]].sum() > 0


def test_an_enterprise_nobody_hears_of_leaves_everyone_as_without_it(model):
    """Zero sales, zero displacement: to the minute, in every replication."""
    null, lane = lanes_of(model, {"channels.ch-street.outside": 0, "channels.ch-word-of-mouth.word_of_mouth": 0,
                                  "channels.ch-fair.event.reach": 0, "key_activities.ka-recruiting.recruiting.join": 0})
    for _ in range(30):
        null.step(), lane.step()
    for name in ("habit", "bought", "contribution", "standing_minutes"):
        assert np.array_equal(getattr(null.world, name), getattr(lane.world, name)), name
    assert np.array_equal(null.series.minutes, lane.series.minutes[..., :null.series.minutes.shape[3]])
    assert np.array_equal(null.series.benefit, lane.series.benefit)
    assert null.ledger.flows[:, :, :5].tolist() == lane.ledger.flows[:, :, :5].tolist()
