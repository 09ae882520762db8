"""Terms that only an enterprise has do what they name, by their own mechanism: who hears, who works, what is asked."""

import numpy as np

from simcore.plugin import Effect, hookimpl, plugin

from .pushed import LIVELY, WEEK, Push, counted, flow


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
