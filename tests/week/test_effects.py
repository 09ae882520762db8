"""Each term does what it names, by its own mechanism, from the week it is moved on and not a week before."""

from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from simcore.behaviour.world import COMMERCIAL, COUNT, ENTERPRISE, INFORMAL, WMO
from simcore.calendar import day_of
from simcore.plugin import Cover, Effect, Number, Text, hookimpl, plugin
from simcore.plugin.terms import KINDS
from simcore.week.effects import often
from simcore.week.moves import LOOK, RENEW

WEEK, WEEKS = 6, 30
LIVELY = (
    "channels.ch-street.outside=2", "customer_relationships.cr-known-face.bond.appeal=2",
    "neighbourhood.wmo.clients=60",
    "key_activities.ka-recruiting.recruiting.join=0.8", "neighbourhood.people.benefit_share=0.2",
    "neighbourhood.needs.illness=0.6", "neighbourhood.needs.illness_weeks=4", "neighbourhood.labour.place_weeks=20",
    "neighbourhood.people.pgb_share=0.5", "key_resources.kr-outdoor-team.team.contract=wage_subsidy",
    "key_resources.kr-drivers.team.contract=broker")
MANY_VOLUNTEERS = ("neighbourhood.people.volunteers=0.9", "key_activities.ka-organising.volunteering.pool=0.9")


@plugin
class Push:
    """Moves one term from a week on, until another."""
    target: Text
    scale: Number = 1.0
    add: Number = 0.0
    first: Number = WEEK
    last: Number = 1000

    @hookimpl
    def plan(self, week):
        if self.first <= week.number < self.last:
            yield Effect(target=self.target, scale=self.scale, add=self.add, because="a test")


@pytest.fixture(scope="module")
def played(lane):
    """``played(term, scale, add)`` plays a lively half year in which a term is moved from week 6 on;
    kept for all tests."""

    @cache
    def play(term="wmo.hours", scale=1.0, add=0.0, last=1000, canvas="haarlems_gemak", enterprise=True, weeks=WEEKS):
        one = lane(*(LIVELY if canvas == "haarlems_gemak" else MANY_VOLUNTEERS), canvas=canvas, enterprise=enterprise,
                   weeks=weeks, plugins=[("push", Push(target=term, scale=scale, add=add, last=last))])
        for _ in range(weeks):
            one.step()
        return one

    return play


def weekly(one):
    """(weeks, n) every count and cent of a lane."""
    s = one.series
    return np.hstack([np.asarray(each, np.int64).reshape(one.week, -1) for each in (
        one.ledger.flows, s.counts, s.services, s.teams, s.minutes, s.placed)])


def flow(one, *heads):
    """(weeks, R) cents over all streams that begin so."""
    return one.ledger.flows[:, :, [i for name, i in one.ledger.index.items() if name.startswith(heads)]].sum(2)


def counted(one, name):
    """How often something came from the week the term was moved on."""
    return one.series.counts[WEEK:, :, COUNT[name]].sum()


EVERYWHERE = {"wmo.hours": (0.5, 0), "wmo.contribution.least": (2, 0), "wmo.contribution.income": (0.1, 0),
              "wmo.contribution.rate": (3, 0), "wmo.tariff": (0.4, 0), "illness": (2, 0), "work.found": (4, 0),
              "benefit.inflow": (8, 0), "benefit.norm": (0.5, 0),
              "market.commercial.cleaning": (0.4, 0), "market.informal.windows": (0.4, 0),
              "liking.commercial.garden": (1, 6), "liking.informal.cleaning": (1, -6), "need.cleaning": (1.5, 0)}
ENTERPRISES = {"labour.minimum_wage": (2, 0), "labour.most_subsidy": (0.5, 0), "labour.place_weeks": (0.3, 0),
               "hearing": (4, 0), "hearing.limited": (1, 3), "joins": (0.2, 0), "attendance": (0.5, 0),
               "drop_out": (8, 0),
               "attendance.kr-home-team": (0.5, 0), "price.vp-cleaning": (0.5, 0), "open.vp-cleaning": (0, 0),
               "cost.cost-rooms": (2, 0), "share.kp-welfare": (0.5, 0),
               "people.kr-home-team": (0.4, 0), "wage.kr-drivers": (1, 3), "wage.kr-home-team": (1, 2)}


# Terms of other kinds are tested with what they move: below, or with the desk of what residents do together.
BELOW = ("fee.*", "times.*", "volunteers.stop", "volunteers.join")
TOGETHER = ("prizes.*", "managed.*", "bar.*", "rooms.*")


@pytest.mark.parametrize("term", EVERYWHERE | ENTERPRISES)
def test_a_term_changes_nothing_before_the_week_it_is_moved_and_something_after(played, term):
    plain, moved = (weekly(played(*some)) for some in ((), (term, *(EVERYWHERE | ENTERPRISES)[term])))
    assert np.array_equal(plain[:WEEK], moved[:WEEK]) and not np.array_equal(plain[WEEK:], moved[WEEK:])


@pytest.mark.parametrize("term", EVERYWHERE | ENTERPRISES)
def test_a_term_of_every_lane_reaches_doing_nothing_and_no_other_does(played, term):
    plain, moved = (weekly(played(*some, enterprise=False)) for some in ((), (term, *(EVERYWHERE | ENTERPRISES)[term])))
    assert np.array_equal(plain, moved) == (term in ENTERPRISES)


def test_a_term_that_is_not_moved_is_the_same_array_every_week_and_one_that_is_moved_equally_too(lane):
    one, seen = lane(plugins=[("push", Push(target="illness", scale=2.0, first=3, last=9))], weeks=12), []
    for _ in range(12):
        one.step()
        seen.append(dict(one.terms))
    for name in seen[0]:
        assert len({id(week[name]) for week in seen}) == (2 if name == "illness" else 1), name


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
    (1.08, 1.08, [RENEW]), (1.15, 1.15, [LOOK]), (0.5, 0.5, [RENEW]),       # dearer by less than a tenth, by more; cheaper
    (1.08, 1.15, [RENEW, LOOK]), (0.5, 1.0, [RENEW, LOOK]),                 # bit by bit; and back again
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
    from simcore.behaviour.choice import appeal_of_enterprise

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


# --- the enterprise ---------------------------------------------------------------------------------------------------


def test_who_a_channel_does_not_speak_to_hears_once_its_kind_is_moved(lane):
    only_singles = ("channels.ch-word-of-mouth.word_of_mouth=0", "channels.ch-fair.event.reach=0",
                    "channels.ch-street.outside=3", "neighbourhood.needs.illness=0", "neighbourhood.people.moves=0")
    heard = []
    for add in (0.0, 4.0):
        one = lane(*only_singles, weeks=12, plugins=[("push", Push(target="hearing.old", add=add, first=0))])
        for _ in range(12):
            one.step()
        aware, homes = one.world.relations.aware[:, :, 0], one.world.households
        kinds = (homes.working_single | (homes.eligible & homes.pgb) | (homes.ill_until > -9999) | homes.limited
                 | homes.benefit)
        heard.append((aware & one.world.base_households.old & ~kinds).sum())
    assert heard[0] == 0 < heard[1]


def test_joins_attendance_and_dropping_out_go_by_their_factor(played):
    plain = played()
    assert counted(played("joins", 0.0), "joined") == 0 < counted(plain, "joined")
    assert counted(played("drop_out", 0.0), "dropped_out") == 0 < counted(plain, "dropped_out")
    assert counted(played("drop_out", 8.0), "dropped_out") > 2 * counted(plain, "dropped_out")
    assert played("attendance", 0.0).series.teams[WEEK:, :, :, 0].sum() == 0
    assert (played("attendance", 10.0).world.teams.present == 1.0).all()


def test_the_people_of_one_team_stay_away_and_those_of_another_do_not(played):
    """Ten times as often is always; both factors go together."""
    one, more = played("attendance.kr-home-team", 0.0), played("attendance.kr-home-team", 10.0)
    teams = [team.id for team in one.layout.teams]
    here, others = teams.index("kr-home-team"), [t for t, name in enumerate(teams) if name != "kr-home-team"]
    capacity = one.series.teams[WEEK:, :, :, 0].sum((0, 1))
    assert capacity[here] == 0 and capacity[others].all() and (more.world.teams.present[:, here] == 1.0).all()
    assert np.array_equal(more.world.teams.present[:, others], played().world.teams.present[:, others])


def test_people_above_the_most_places_leave_and_hired_people_do_too(lane):
    for contract, team in (("participation_place", "kr-home-team"), ("paid", "kr-home-team")):
        one = lane(*LIVELY, f"key_resources.{team}.team.contract={contract}", weeks=20,
                   plugins=[("push", Push(target=f"people.{team}", scale=0.0, add=2.0, first=8, last=14))])
        held = []
        for _ in range(20):
            one.step()
            mine = one.world.workers.team == [row.id for row in one.layout.teams].index(team)
            held.append((mine & (one.world.workers.resident != -1)).sum(1).max())
        assert max(held[:8]) > 2 and max(held[8:14]) <= 2 and held[-1] >= held[13]
        if contract == "paid":
            assert held[7] == held[-1]


def test_more_people_than_the_canvas_has_are_never_there(lane):
    one = lane(*LIVELY, weeks=4, plugins=[("push", Push(target="people.kr-drivers", add=50.0, first=1))])
    for _ in range(4):
        one.step()
    assert np.array_equal(one.world.teams.places, one.built.teams.places)


def test_a_wage_starts_from_what_the_minimum_wage_has_become(lane):
    """A broker passes on the hourly minimum wage: twice that, and 3 euros more by a plugin that moves the wage."""
    one = lane(*LIVELY, weeks=4, plugins=[("a", Push(target="labour.minimum_wage", scale=2.0, first=2)),
                                         ("b", Push(target="wage.kr-drivers", add=3.0, first=2))])
    for _ in range(4):
        one.step()
    assert np.allclose(one.terms["wage.kr-drivers"], 2 * one.base["wage.kr-drivers"] + 3.0)
    other = next(t for t, team in enumerate(one.layout.teams) if team.id == "kr-home-team")
    assert np.array_equal(one.desk.hour_cost[:, other], one.base["wage.kr-home-team"])


def test_volunteers_stop_and_come_by_their_factor(played):
    def volunteers(*some):
        return played(*some, canvas="wijkonderneming", weeks=40).series.more

    plain, stop, never = (volunteers(*some) for some in ((), ("volunteers.stop", 8.0), ("volunteers.stop", 0.0)))
    assert never["burned_out"][WEEK:].sum() == 0 < plain["burned_out"][WEEK:].sum() < stop["burned_out"][WEEK:].sum()
    nobody, many = (np.diff(volunteers("volunteers.join", factor)["volunteers"][WEEK:], axis=0)
                    for factor in (0.0, 10.0))
    assert (nobody <= 0).all() and (many > 0).any()


def test_a_hazard_that_is_so_much_larger():
    """1 - (1 - x)^f: of 0.19, twice: 0.3439; half: 0.1; as it was to the bit at 1."""
    chance = np.array([0.19, 0.19, 0.19, 0.19])
    assert often(chance, np.array([2.0, 0.5, 1.0, 0.0])).tolist() == pytest.approx([0.3439, 0.1, 0.19, 0.0])
    assert often(chance, np.ones(4)).tobytes() == chance.tobytes()


def test_a_fee_of_nothing_is_paid_nothing_and_orders_of_nothing_are_not_done(lane):
    """Partners pay for cleanings by the fee of the week; where they ask none, nothing is due."""
    some = {}
    for name, term in (("plain", "wmo.hours"), ("fee", "fee.rs-porticoes"), ("times", "times.rs-porticoes")):
        one = lane(canvas="wijkonderneming", weeks=50,
                   plugins=[("push", Push(target=term, scale=1.0 if name == "plain" else 0.0, first=0))])
        done = 0
        for _ in range(50):
            one.step()
            done += one.world.orders.done[:, 0]
        some[name] = (done.sum(), flow(one, "order.").sum())
    assert some["plain"][0] > 0 and some["plain"][1] > 0
    assert some["fee"][1] == 0 < some["fee"][0]
    assert some["times"] == (0, 0)


def test_every_term_that_a_plugin_may_move_is_tested_here_or_with_its_mechanism():
    left = {kind for kind in KINDS if not any(fnmatch(term, kind) for term in (*EVERYWHERE, *ENTERPRISES))}
    assert left == {*BELOW, *TOGETHER}
    there = Path(__file__).with_name("test_common_desk.py").read_text(encoding="utf-8")
    words = [kind.removesuffix(".*") for kind in TOGETHER]
    assert not [word for word in words if f'{{"{word}.' not in there and f'("{word}", [' not in there]


def test_a_plugin_that_moves_a_wage_twice_in_a_week_is_taken(lane):
    """Effects of one plugin on one term, with arrays of their own."""
    @plugin
    class Twice:
        """Pays more, twice."""

        @hookimpl
        def plan(self, week):
            for _ in range(2):
                yield Effect(target="wage.kr-drivers", add=np.ones(week.alive.size), because="a test")

    one = lane(*LIVELY, weeks=2, plugins=[("twice", Twice())])
    one.step()
    assert np.allclose(one.terms["wage.kr-drivers"], one.base["wage.kr-drivers"] + 2)
