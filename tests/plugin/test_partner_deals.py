"""Deals with partners at a meeting: how many, what they save, for how long, and never below a floor."""

import numpy as np
import pytest

from simcore.canvas import load
from simcore.errors import BadInput
from simcore.neighbourhood.people import populate
from simcore.plugin.activating import activate
from simcore.plugin.week import luck_of
from simcore.week.lane import Lane

BUSY = ("neighbourhood.people.benefit_share=0.4", "key_activities.ka-inviting.recruiting.join=0.9",
        "key_activities.ka-borrel.gathering.every=4", "key_partnerships.kp-social-service.start_capital=100000",
        *(f"key_resources.{team}.team.trade.{leaf}=0.9"
          for team in ("kr-carpenters", "kr-furniture-team", "kr-pc-advisers",
                       "kr-desk-team") for leaf in ("can", "likes")))
LINES = ("cost-materials", "cost-tools", "cost-rooms")


def lane_with(*wishes, weeks=60, replications=3, plugins=None):
    spec = load("compiratie", BUSY)
    active = activate(spec, list(wishes)) if plugins is None else plugins
    return Lane(spec, populate(spec.place.people, 1, 900), 1, list(range(replications)), enterprise=True, weeks=weeks,
                luck_only=True, plugins=active)


def binomial():
    from simcore.plugin.finding import find

    return find()["partner_deals"][0].kind.settle.__globals__["binomial"]


def test_each_pair_deals_with_its_chance():
    """Binomial: mean m q p and variance m q p (1 - p), each within four standard errors, over 20,000 draws."""
    u = (np.arange(20_000) + 0.5) / 20_000
    for pairs, chance in ((160, 0.05), (12, 0.3), (900, 0.01), (40, 0.9)):
        made = binomial()(np.full(u.size, pairs), np.full(u.size, chance), u)
        assert made.mean() == pytest.approx(pairs * chance, rel=0.002)
        assert made.var() == pytest.approx(pairs * chance * (1 - chance), rel=0.01)
    assert (binomial()(np.full(5, 7), np.full(5, 1.0), np.linspace(0.01, 0.99, 5)) == 7).all()
    assert (binomial()(np.full(5, 7), np.zeros(5), np.linspace(0.01, 0.99, 5)) == 0).all()
    assert (binomial()(np.zeros(5), np.full(5, 0.5), np.linspace(0.01, 0.99, 5)) == 0).all()


def test_more_pairs_never_make_fewer_deals():
    for u in np.linspace(0.001, 0.999, 23):
        made = binomial()(np.arange(80), np.full(80, 0.07), np.full(80, u))
        assert (np.diff(made) >= 0).all()


def test_a_line_costs_five_per_cent_less_by_each_deal_for_so_many_weeks():
    """0.95 to the power of the deals that last, on its own line, from the week after the meeting."""
    one, deals = lane_with("partner_deals:cheaper=0.05,weeks=10,floor=0.01,chance=0.1"), []
    for week in range(50):
        one.step()
        columns = one.active.columns["partner_deals"]
        for line in LINES:
            base, now = one.base[f"cost.{line}"], one.terms[f"cost.{line}"]
            number = sum((made[line] * (week - then <= 10) for then, made in deals), np.zeros(3))
            assert np.allclose(now, base * 0.95 ** number, rtol=1e-12), (week, line)
        if (one.tally["held.ka-borrel"] > 0).any():
            deals.append((week, {line: columns[f"{line} 0"] * (columns["week 0"] == week) for line in LINES}))
    assert sum(made[line].sum() for _, made in deals for line in LINES) > 5


@pytest.mark.parametrize("every, meetings", [(13, 5), (4, 14), (1, 53)])
def test_no_deal_is_forgotten_while_it_lasts(every, meetings):
    """A deal may last 52 weeks: with a meeting each 13 weeks it is remembered over 5 of them (weeks 0, 13, 26, 39 and
    52)."""
    spec = load("compiratie", [("key_activities.ka-borrel.gathering.every", every)])
    (one,) = [made for name, made in activate(spec, []) if name == "partner_deals"]
    names = [noun.name for noun in one.brings(spec=spec, numbers=None)]
    assert [f"week {k}" in names for k in (meetings - 1, meetings)] == [True, False]


def test_what_a_line_costs_less_is_given_in_kind():
    """The rent of 250 m2 at 80 EUR is 20,000 / 52 = 384.62 a week, all borne by the corporation. Under two deals, 0.95
    x 0.95 = 0.9025, it gives 347.12 and the partners who lend a room 37.50; under three 329.76 and 54.86; under five
    297.61 and 87.01. So what is given stays the same."""
    one = lane_with("partner_deals:cheaper=0.05,weeks=26,floor=0.01,chance=0.03")
    by_hand = {1.0: (38_462, 0), 0.9025: (34_712, 3_750), 0.857375: (32_976, 5_486), 0.773781: (29_761, 8_701)}
    seen = set()
    for week in range(40):
        one.step()
        part = (one.terms["cost.cost-rooms"] / one.base["cost.cost-rooms"]).round(6)
        flows = [one.ledger.flows[week, :, one.ledger.index[name]]
                 for name in ("in kind.cost-rooms.kp-corporation", "partner_deals.cost-rooms")]
        for r in np.flatnonzero(one.alive):
            if part[r] in by_hand and flows[0][r]:
                assert (flows[0][r], flows[1][r]) == by_hand[part[r]], (week, r)
                seen.add(part[r])
    assert len(seen) > 1
    stream = next(s for s in one.ledger.streams if s.name == "partner_deals.cost-rooms")
    assert (stream.tier, stream.kind) == ("B", "kind")


def test_a_line_never_falls_below_the_floor():
    one = lane_with("partner_deals:cheaper=0.1,weeks=52,floor=0.7,chance=0.15,partners=30")
    lowest = {line: 1.0 for line in LINES}
    for _ in range(60):
        one.step()
        for line in LINES:
            lowest[line] = min(lowest[line], float((one.terms[f"cost.{line}"] / one.base[f"cost.{line}"]).min()))
    assert min(lowest.values()) == pytest.approx(0.7)


def test_without_a_chance_of_deals_it_is_as_if_the_plugin_were_left_out():
    with_it, without = lane_with("partner_deals:chance=0"), lane_with(plugins=[])
    for _ in range(40):
        with_it.step(), without.step()
    flows = [[one.ledger.flows[:, :, one.ledger.index[name]] for name in without.ledger.index]
             for one in (with_it, without)]
    assert with_it.tally["members"].any() and np.array_equal(*flows)
    assert not any(with_it.ledger.flows[:, :, at].any() for name, at in with_it.ledger.index.items() if "deals" in name)


@pytest.mark.parametrize(("old", "new", "what"), [
    ("gathering: ka-borrel", "gathering: ka-guidance", "names 'ka-guidance' in gathering"),
    ("lines: [cost-materials,", "lines: [cost-material,", "names 'cost-material' in lines"),
    ("lines: [cost-materials, cost-tools,", "lines: [cost-tools, cost-tools,", "names one twice"),
    ("lines: [cost-materials, cost-tools, cost-rooms]", "lines: []", "lines is empty"),
])
def test_a_gathering_or_line_that_is_not_there_is_reported(tmp_path, old, new, what):
    from simcore.canvas.bundled import models

    text = models()["compiratie"].read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "own.yaml"
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        activate(load(file))
    assert any(what in problem.what for problem in caught.value.problems)


def test_the_luck_of_a_plugin_is_its_own_each_week():
    one, again, other = (luck_of(1, [0, 1, 2], name, week)(0) for name, week in (("a", 3), ("a", 3), ("b", 3)))
    assert (one == again).all() and not (one == other).any() and ((0 < one) & (one < 1)).all()
    assert len({*one, *luck_of(1, [0, 1, 2], "a", 4)(0), *luck_of(1, [0, 1, 2], "a", 3)(1)}) == 9
