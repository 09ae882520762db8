"""Terms of every lane do what they name, by their own mechanism: help, people, the market."""

import numpy as np
import pytest

from simcore.behaviour.choice import appeal_of_enterprise
from simcore.behaviour.world import COMMERCIAL, COUNT, ENTERPRISE, INFORMAL, WMO
from simcore.calendar import day_of
from simcore.plugin import Cover, Effect, hookimpl, plugin
from simcore.week.moves import LOOK, RENEW

from .pushed import LIVELY, WEEK, Push, counted, flow

# --- help -----------------------------------------------------------------------------------------------------------


def test_the_own_contribution_goes_by_its_three_numbers(played):
    """E0 + rate x max(0, Y - Y0)/13 per four weeks, at most the cost: with Y0 = 0 and twice the rate all pay more."""
    plain = played(enterprise=False)
    for term, scale in (("wmo.contribution.least", 2.0), ("wmo.contribution.rate", 3.0),
                        ("wmo.contribution.income", 0.1)):
        moved = played(term, scale, enterprise=False)
        per_hour = [flow(one, "wmo.contribution")[WEEK:].sum() / one.series.minutes[WEEK:, :, :, WMO].sum()
                    for one in (plain, moved)]
        assert per_hour[1] > 1.02 * per_hour[0], term


@pytest.mark.parametrize(("scale", "then", "asked"), [
    (1.08, 1.08, [RENEW]), (1.15, 1.15, [LOOK]),                    # dearer by less than a tenth; by more
    (0.5, 0.5, [RENEW]),                                            # cheaper
    (1.08, 1.15, [RENEW, LOOK]), (0.5, 1.0, [RENEW, LOOK]),         # bit by bit; and back again
])
def test_clients_look_again_after_a_jump_of_what_they_pay_and_else_go_on_by_the_new_rules(lane, scale, then, asked):
    @plugin
    class Twice:
        """Moves the contribution twice."""

        @hookimpl
        def plan(self, week):
            if week.number >= WEEK:
                yield Effect(target="wmo.contribution.least", scale=scale if week.number == WEEK else then,
                             because="a test")

    one = lane(*LIVELY, "neighbourhood.choice.price_jump=0.1", weeks=WEEK + 2, enterprise=False,
               plugins=[("twice", Twice())])
    loop, seen, kept = one.loop, [], []
    one.loop = lambda move, *given: (seen.append(int(given[-1].max())) if move is one.engine.rethink else None,
                                     loop(move, *given))
    for _ in range(WEEK + 2):
        kept.append(one.world.habit[:, :, 0].copy())
        one.step()
    assert seen == asked
    client = (one.world.habit[:, :, 0] == WMO) & (kept[-1] == WMO) & ~one.world.households.pgb
    least = one.world.columns.numbers.contribution_least[0]
    assert one.world.contribution[client].min() == round(100 * min(least, 4 * 2.8 * 21))


def test_help_goes_on_by_new_rules_with_the_hours_that_are_left(played):
    """Two hours for who had 2.8 are dearer: all look again. For who keeps help, it is two hours from that week on."""
    moved = played("wmo.hours", 5 / 7, enterprise=False)
    mine = moved.world.habit[:, :, 0] == WMO
    assert mine.any() and (moved.world.bought[:, :, 0][mine] <= moved.world.numbers.wmo_minutes.max()).all()


def test_the_tariff_is_what_the_municipality_pays_for_an_hour(played):
    plain, moved = played(enterprise=False), played("wmo.tariff", 0.4, enterprise=False)
    for one, tariff in ((plain, 1.0), (moved, 0.4)):
        hours = one.series.minutes[-1, :, :, WMO].sum(1) / 60
        assert np.allclose(flow(one, "wmo.care")[-1], 100 * tariff * one.numbers["neighbourhood.wmo.tariff"] * hours,
                           atol=1)


# --- people ---------------------------------------------------------------------------------------------------------


def test_twice_the_illness_makes_about_twice_as_many_ill_and_all_recover_in_time(played):
    plain, moved = played(enterprise=False), played("illness", 2.0, enterprise=False)
    assert 1.5 < counted(moved, "ill") / counted(plain, "ill") < 2.3
    weeks = int(moved.world.numbers.illness_weeks[0])
    assert (moved.world.households.ill_until <= moved.week - 1 + weeks).all()


def test_whoever_was_ill_recovers_after_illness_has_gone_back(lane):
    """Recovery is that of the same people: nobody stays behind, and needs are counted as they are (the books check
    it)."""
    one = lane(*LIVELY, enterprise=False, weeks=27,
               plugins=[("push", Push(target="illness", scale=3.0, first=2, last=8))])
    less = lane(*LIVELY, enterprise=False, weeks=27,
                plugins=[("push", Push(target="illness", scale=0.0, first=2, last=200))])
    for _ in range(27):
        one.step()
        less.step()
    assert not (less.world.households.ill_until > 6).any()
    homes = one.world.households
    assert (homes.ill_until >= one.week - 1)[homes.ill_until > -9999].all()


def test_work_is_found_so_much_more_often_and_lost_again_as_before(played):
    plain = played(enterprise=False)
    less, more = (played("work.found", scale, enterprise=False) for scale in (0.0, 4.0))
    assert counted(less, "exits") == 0 < counted(plain, "exits")
    assert counted(more, "exits") > 2 * counted(plain, "exits")
    assert less.series.counts[WEEK:, :, COUNT["inflow"]].sum() > 0


def test_who_would_find_work_finds_it_with_a_higher_chance_too(lane):
    """The same luck: with the chance of a quarter only some of those who find work do, and nobody else."""
    exits = []
    for scale in (0.25, 1.0, 4.0):
        one = lane(*LIVELY, "neighbourhood.assistance.exit_all=0.6", "neighbourhood.assistance.returns=0",
                   enterprise=False, weeks=8, plugins=[("push", Push(target="work.found", scale=scale, first=0))])
        for _ in range(8):
            one.step()
        left = (one.world.base_residents.benefit & (one.world.residents.exit_week >= 0)
                & (one.world.residents.arrived == 0))
        exits.append(left)
    assert ((exits[0] <= exits[1]).all() and (exits[1] <= exits[2]).all()
            and exits[0].sum() < exits[1].sum() < exits[2].sum())


def test_no_inflow_lets_only_those_come_who_had_left(played):
    plain, none = played(enterprise=False), played("benefit.inflow", 0.0, enterprise=False)
    returns = none.series.counts[WEEK:, :, COUNT["returns"]].sum()
    assert counted(none, "inflow") == returns < counted(plain, "inflow")
    assert counted(played("benefit.inflow", 8.0, enterprise=False), "inflow") > 4 * counted(plain, "inflow")


def test_a_benefit_norm_of_half_is_half_the_benefit_and_half_the_income_of_who_lives_on_it(played):
    plain, moved = played(enterprise=False), played("benefit.norm", 0.5, enterprise=False)
    on = moved.world.households.benefit
    assert np.array_equal(moved.world.households.income[on], 0.5 * moved.world.norm[moved.world.households.tastes[on]])
    each = [flow(one, "benefits")[-1].sum() for one in (plain, moved)]
    assert each[0] == pytest.approx(each[1], abs=300)                 # a benefit costs what it costs: more of it is tax
    net = [one.ledger.flows[-1, :, one.ledger.index["benefits"]] / one.series.benefit[-1] for one in (plain, moved)]
    assert np.allclose(net[1], 0.5 * net[0], atol=1)


def test_customers_whose_cover_begins_in_the_week_the_norm_moves_look_again_on_benefit_or_not(lane):
    @plugin
    class Voucher:
        """Pays a part, from some week on."""

        @hookimpl
        def brings(self, spec, numbers):
            yield Cover(name="voucher", who="everyone", services=("vp-cleaning",), rate=10.0, payer="municipality:wmo",
                        item="neighbourhood.wmo", begin=day_of(spec.canvas.simwijk.start, WEEK))

    seen = []
    for scale in (1.0, 0.9):
        one = lane(*LIVELY, weeks=WEEK + 1,
                   plugins=[("push", Push(target="benefit.norm", scale=scale)), ("voucher", Voucher())])
        loop, asked = one.loop, []
        one.loop = lambda move, *given: (asked.append(given[-1].copy()) if move is one.engine.rethink else None,
                                         loop(move, *given))
        for _ in range(WEEK + 1):
            one.step()
        seen.append(asked[-1][:, one.need_ids.index("cleaning"), ENTERPRISE].tolist())
    assert seen == [[LOOK, LOOK], [LOOK, LOOK]]


def test_after_the_benefit_norm_has_gone_back_incomes_are_as_they_were(lane):
    one = lane(*LIVELY, weeks=14, plugins=[("push", Push(target="benefit.norm", scale=0.7, first=3, last=8))])
    for _ in range(14):
        one.step()
    homes = one.world.households
    assert np.array_equal(homes.income[homes.benefit], one.world.norm[homes.tastes[homes.benefit]])


# --- the market -----------------------------------------------------------------------------------------------------


def share(one, need, way):
    """How many homes meet a standing need by this way now, or how many minutes were done so in the last weeks."""
    a = one.need_ids.index(need)
    return (one.world.habit[:, :, a] == way).sum()


@pytest.mark.parametrize(("way", "name"), [(COMMERCIAL, "commercial"), (INFORMAL, "informal")])
def test_what_is_cheaper_or_liked_more_is_taken_more_and_only_a_price_is_paid(played, way, name):
    a = played().need_ids.index("cleaning")
    plain, cheaper = played(enterprise=False), played(f"market.{name}.cleaning", 1.0, -6.0, enterprise=False)
    liked = played(f"liking.{name}.cleaning", 1.0, 6.0, enterprise=False)
    assert share(plain, "cleaning", way) < share(liked, "cleaning", way) <= share(cheaper, "cleaning", way)
    assert np.array_equal(liked.world.rates, plain.world.rates)
    assert (plain.world.rates[:, a, way] - cheaper.world.rates[:, a, way]).tolist() == pytest.approx([6.0] * 2)


def test_a_company_that_is_liked_less_makes_the_enterprise_no_worse_nor_better_itself(played):
    """What a household thinks of the enterprise hangs on its own price, not on what companies ask or are worth."""
    plain, moved = (played(*some) for some in ((), ("liking.commercial.cleaning", 1.0, -6.0)))
    dearer = played("market.commercial.cleaning", 1.5)
    w = plain.world
    a = plain.need_ids.index("cleaning")
    for h in range(0, 200, 7):
        there = []
        for one in (plain, moved, dearer):
            me, (s,) = w.households[0, h], one.world.service_of[:, a]
            for name in ("relations", "teams", "cover_left", "habit", "services"):
                getattr(one.world, name)[...] = getattr(w, name)
            there.append(appeal_of_enterprise(me, one.world, 0, h, a, 0, s, 120))
        assert there[1] == pytest.approx(there[0]) and there[2] == pytest.approx(there[0])


def test_constants_of_the_choice_are_as_they_were_once_the_market_has_gone_back(played):
    plain, moved = played(), played("market.commercial.cleaning", 1.0, -4.0, 12)
    assert np.array_equal(plain.world.worth, moved.world.worth) and np.array_equal(plain.world.rates, moved.world.rates)
