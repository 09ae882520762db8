"""The neighbourhood is a Mesa model: stepped, grouped and collected with Mesa's own tools."""

import gc
import weakref

import mesa
import numpy as np
import pytest

from simcore.canvas import bundled
from simcore.agents import Household, Neighbourhood, Resident, Worker
from simcore.results.frames import frames

SMALL = dict(residents=200, weeks=30)
# Canvases made to have people in places within some weeks.
KNOWN = {
    "haarlems_gemak": {"channels.ch-street.outside": 4, "key_activities.ka-recruiting.recruiting.join": 0.98},
    "compiratie": {"neighbourhood.people.benefit_share": 0.4, "key_activities.ka-inviting.recruiting.join": 0.98,
                   **{f"key_resources.{team}.team.trade.{leaf}": 0.95 for team in (
                       "kr-carpenters", "kr-furniture-team", "kr-pc-advisers", "kr-desk-team")
                      for leaf in ("can", "likes")}},
    "wijkonderneming": {"neighbourhood.people.benefit_share": 0.4, "key_activities.ka-recruiting.recruiting.join": 0.98,
                        "key_activities.ka-fair.gathering.first": 1, "simwijk.goals.support": 0.01},
    "wijkbedrijf_samen": {"neighbourhood.people.benefit_share": 0.4, "channels.ch-workshop.outside": 3,
                          "key_activities.ka-recruiting.recruiting.join": 0.98},
}


@pytest.fixture(params=bundled())
def neighbourhood(request, model):
    """A small neighbourhood some weeks on its way, in two replications, with each canvas that comes along."""
    one = Neighbourhood(model(KNOWN[request.param], request.param), replications=2, **SMALL)
    for _ in range(12):
        one.step()
    return one


def test_a_step_is_a_week(neighbourhood):
    assert isinstance(neighbourhood, mesa.Model)
    assert neighbourhood.week == neighbourhood.lane.week == 12


def test_agents_are_found_by_type_and_aggregated(neighbourhood):
    residents, rows = neighbourhood.agents_by_type[Resident], neighbourhood.lane.world.residents
    assert len(residents) == rows.shape[1]
    assert residents.agg("age", max) == rows.age[0].max()
    assert residents.agg("age", np.mean) == pytest.approx(rows.age[0].mean())
    assert len(neighbourhood.agents_by_type[Household]) == rows.household[0].max() + 1


def test_agents_are_selected_and_grouped(neighbourhood):
    homes, rows = neighbourhood.agents_by_type[Household], neighbourhood.lane.world.households
    assert len(homes.select(lambda home: home.limited)) == rows.limited[0].sum()
    sizes = homes.groupby("group").count()
    assert sizes == {g: n for g in range(3) if (n := int((rows.group[0] == g).sum()))}


def test_agents_stand_for_the_replication_that_is_shown(neighbourhood):
    homes, rows = neighbourhood.agents_by_type[Household], neighbourhood.lane.world.households
    limited = [np.array(homes.get("limited")).tolist()]
    neighbourhood.show(1)
    limited.append(np.array(homes.get("limited")).tolist())
    assert limited == rows.limited.tolist()
    assert limited[0] != limited[1]


def test_what_is_written_to_an_agent_is_written_to_its_row(neighbourhood):
    home = neighbourhood.agents_by_type[Household][5]
    home.income = 12_345.0
    assert neighbourhood.lane.world.households.income[0, 5] == 12_345.0


def test_workers_partners_municipality_and_enterprise_are_agents(neighbourhood):
    lane = neighbourhood.lane
    assert {worker.resident for worker in neighbourhood.working} == {
        i for i in lane.world.workers.resident[0].tolist() if i != -1}
    assert all(isinstance(worker, Worker) for worker in neighbourhood.working)
    assert neighbourhood.enterprise.cash == lane.series.cash[11, 0] / 100
    assert neighbourhood.enterprise.alive
    assert neighbourhood.enterprise.customers == lane.series.services[11, 0, :, 0].sum()
    assert neighbourhood.municipality.on_benefit == lane.series.benefit[11, 0]
    assert neighbourhood.municipality.paid > 0
    notes = neighbourhood.lane.spec.canvas.key_partnerships
    assert [partner.note.id for partner in neighbourhood.partners] == [note.id for note in notes if note.sim]
    assert all(0 <= partner.share <= 1 for partner in neighbourhood.partners)


def test_doing_nothing_is_a_model_without_an_enterprise(model):
    one = Neighbourhood(model(), enterprise=False, **SMALL)
    one.step()
    assert one.enterprise is None and one.partners == [] and one.working == []


@pytest.mark.parametrize("canvas", bundled())
@pytest.mark.parametrize("engine", ["columns", "objects"])
def test_mesa_collects_data(model, engine, canvas):
    one = Neighbourhood(model(KNOWN[canvas], canvas), engine=engine, **SMALL)
    collector = mesa.DataCollector(
        model_reporters={"on benefit": lambda m: m.municipality.on_benefit, "cash": lambda m: m.enterprise.cash,
                         "at work": lambda m: len(m.working), "week": "week"},
        agenttype_reporters={Worker: {"confidence": "confidence"}})
    for _ in range(8):
        one.step()
        collector.collect(one)
    frame = collector.get_model_vars_dataframe()
    assert frame["week"].tolist() == [*range(1, 9)]
    assert frame["on benefit"].tolist() == one.lane.series.benefit[:8, 0].tolist()
    assert (frame["cash"] * 100).round().astype(int).tolist() == one.lane.series.cash[:8, 0].tolist()
    assert frame["at work"].iloc[-1] > 0
    assert len(collector.get_agenttype_vars_dataframe(Worker)) == 8 * one.lane.world.workers.shape[1]


@pytest.mark.parametrize("canvas", bundled())
def test_two_models_live_side_by_side_without_touching(model, canvas):
    changed = model(KNOWN[canvas], canvas)
    alone = Neighbourhood(changed, **SMALL)
    for _ in range(6):
        alone.step()
    first, other = Neighbourhood(changed, **SMALL), Neighbourhood(changed, seed=2, engine="objects", **SMALL)
    for _ in range(6):
        first.step()
        other.step()
    assert first.lane.series.digest(0) == alone.lane.series.digest(0) != other.lane.series.digest(0)
    for one in (first, other):
        assert sorted(agent.unique_id for agent in one.agents) == [*range(1, len(one.agents) + 1)]


@pytest.mark.parametrize("canvas", bundled())
@pytest.mark.parametrize("engine", ["columns", "objects"])
def test_a_model_that_nobody_holds_is_freed(model, engine, canvas):
    one = Neighbourhood(model(canvas=canvas), engine=engine, **SMALL)
    one.step()
    seen = weakref.ref(one), weakref.ref(one.lane), weakref.ref(one.agents_by_type[Household][0])
    del one
    gc.collect()
    assert [ref() for ref in seen] == [None, None, None]


def test_an_unknown_engine_is_refused_with_the_remedy(model):
    with pytest.raises(ValueError, match="write 'columns' or 'objects'"):
        Neighbourhood(model(), engine="fast", **SMALL)


def test_results_come_as_data_frames(played):
    outcome = played(keep=True)
    weekly = frames(outcome)["weekly"]
    assert len(weekly) == len(outcome.lanes) * outcome.weeks * len(outcome.replications)
    mine = weekly[(weekly.lane == "enterprise") & (weekly.replication == 1)].sort_values("week")
    assert (mine.cash * 100).round().astype(int).tolist() == outcome.lanes["enterprise"].series["cash"][:, 1].tolist()
