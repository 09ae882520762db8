"""What is counted for plugins is what the series and the books of the lane say; in ``plan`` as last week left it."""

import numpy as np
import pytest

from simcore.behaviour.world import COUNT, ENTERPRISE
from simcore.canvas import load
from simcore.plugin import Payment, Stream, hookimpl, plugin
from simcore.results.money import own_result
from simcore.week.series import SERVICE_FIELDS

WEEKS = 30
LIVELY = {
    "haarlems_gemak": (
        "channels.ch-street.outside=4", "customer_relationships.cr-known-face.bond.appeal=3",
        "neighbourhood.wmo.clients=60",
        "key_activities.ka-recruiting.recruiting.join=0.8", "neighbourhood.people.benefit_share=0.2",
        "neighbourhood.needs.illness=0.5"),
    "compiratie": ("channels.ch-workshop.outside=3", "key_activities.ka-inviting.recruiting.join=0.8"),
    "wijkonderneming": ("neighbourhood.people.volunteers=0.9", "key_activities.ka-organising.volunteering.pool=0.9",
                        "neighbourhood.people.benefit_share=0.2"),
}


@plugin
class Looks:
    """Keeps all that is counted, at both hooks of each week."""

    @hookimpl
    def plan(self, week):
        SEEN["plan"].append({name: week.tally[name] for name in week.tally})
        return []

    @hookimpl
    def settle(self, week):
        SEEN["settle"].append({name: week.tally[name] for name in week.tally})
        return []


SEEN: dict[str, list] = {}


def look(lane, canvas, enterprise=True):
    """A lane that was played, and name -> (weeks, R) as seen in either hook."""
    SEEN.update(plan=[], settle=[])
    one = lane(*LIVELY[canvas], canvas=canvas, enterprise=enterprise, weeks=WEEKS, plugins=[("looks", Looks())])
    for _ in range(WEEKS):
        one.step()
    return one, *({name: np.stack([week[name] for week in SEEN[hook]]) for name in SEEN[hook][0]}
                  for hook in ("plan", "settle"))


@pytest.fixture(scope="module", params=LIVELY)
def looked(request, lane):
    return look(lane, request.param)


def flows(one, *heads):
    """(weeks, R) EUR over all streams that begin so."""
    return one.ledger.flows[:, :, [i for name, i in one.ledger.index.items() if name.startswith(heads)]].sum(2) / 100


def test_what_was_counted_is_what_the_series_and_the_books_say(looked):
    one, _, seen = looked
    s, services = one.series, one.layout.services
    found = {"on_benefit": s.benefit, "exits": s.counts[:, :, COUNT["exits"]], "cash": s.cash / 100,
             "result": s.result / 100, "customers": s.services[:, :, :, 0].sum(2), "sales": flows(one, *one.desk.sold)}
    for n, service in enumerate(services):
        for name, field, unit in (("customers", "customers", 1), ("visits", "visits", 1), ("hours", "served", 60)):
            found[f"{name}.{service.id}"] = s.services[:, :, n, SERVICE_FIELDS.index(field)] / unit
    for n, team in enumerate(one.layout.teams):
        found[f"hours.{team.id}"] = s.teams[:, :, n, 1] / 60
    for n, partner in enumerate(one.desk.partners):
        found[f"given.{partner.id}"] = one.desk.given[:, :, n] / 100
    for cost in one.desk.costs:
        found |= {f"cost.{cost.id}": flows(one, f"cost.{cost.id}"),
                  f"borne.{cost.id}": flows(one, f"in kind.{cost.id}.")}
    for name in ("volunteers", "organisers"):
        found |= {name: s.more[name]} if name in s.more else {}
    stays = {"came", "held", "opened", "order", "need"}        # counted below, and with their mechanisms
    assert {name for name in seen if name not in found and name.split(".")[0] not in stays} == {
        "homes", "homes.customers", "residents", "clients", "wmo.short", "ill", "aware", "members", "places.free",
        "volunteers", "organisers"
        } - set(found)
    for name, kept in found.items():
        assert np.allclose(seen[name], kept), name
    assert sum(bool(np.any(values)) for values in seen.values()) > 0.3 * len(seen)


@plugin
class Giver:
    """Pays 10 EUR in week 3, has 2 EUR of it back in week 5, and puts in 50 EUR of capital in week 4."""

    @hookimpl
    def brings(self, spec, numbers):
        yield Stream(name="gift", payer="residents", payee="enterprise:cash", item="plugins.gives")
        yield Stream(name="back", payer="enterprise:cash", payee="residents", item="plugins.gives")
        yield Stream(name="put in", payer="residents", payee="enterprise:cash", item="plugins.gives", capital=True)

    @hookimpl
    def settle(self, week):
        if pays := {3: ("gift", 1_000), 4: ("put in", 5_000), 5: ("back", 200)}.get(week.number):
            yield Payment(stream=pays[0], cents=pays[1])


def test_what_plugins_pay_is_in_the_result_of_its_week_and_the_enterprise_knows_of_it_a_week_later(lane):
    """One number for who decides and for the tally; capital is in neither."""
    SEEN.update(plan=[], settle=[])
    plain, one = (lane(weeks=8, plugins=[("looks", Looks()), *more]) for more in ([], [("gives", Giver())]))
    for _ in range(8):
        plain.step(), one.step()
    known, before = (np.diff(each.desk.result, axis=0) for each in (one, plain))
    assert (known - before).T.tolist() == [[0, 0, 0, 0, 1_000, 0, -200, 0]] * 2
    assert (one.series.result - plain.series.result).T.tolist() == [[0, 0, 0, 1_000, 0, -200, 0, 0]] * 2
    assert np.array_equal(own_result(one.ledger.streams, one.ledger.flows), one.series.result)
    for hook, weeks in (("settle", known), ("plan", np.vstack((0 * known[:1], known[:-1])))):
        assert np.array_equal(np.stack([week["result"] for week in SEEN[hook][1::2]]), weeks / 100)


def test_the_last_week_is_as_the_world_is_now(looked):
    one, _, seen = looked
    w = one.world
    last = {name: values[-1] for name, values in seen.items()}
    assert (last["homes"] == w.households.shape[1]).all() and (last["residents"] == w.residents.shape[1]).all()
    assert np.array_equal(last["ill"], (w.columns.households.ill_until > WEEKS - 1).sum(1)) and last["ill"].any()
    assert np.array_equal(last["aware"], w.columns.relations.aware[:, :, 0].sum(1))
    held = [(w.columns.workers.resident[r] != -1).sum() for r in range(2)]
    assert np.array_equal(last["places.free"] + held, w.columns.teams.places.sum(1) * one.alive)
    assert (last["members"] <= held).all()
    mine = w.habit[:, :, w.standing] >= ENTERPRISE
    assert np.array_equal(last["homes.customers"], mine.any(2).sum(1))
    if one.spec.name == "haarlems_gemak":                      # where some are customers of two services
        assert last["homes.customers"].any() and (last["homes.customers"] < last["customers"]).any()
    for b, id in enumerate(one.layout.common.buildings):
        assert np.array_equal(last[f"opened.{id}"], w.columns.buildings.opened[:, b] / 60)
    for o, order in enumerate(one.layout.common.orders):
        assert np.array_equal(last[f"order.{order.revenue}.done"], w.columns.orders.done[:, o])
        assert seen[f"order.{order.revenue}.done"].any()
    for g, meeting in enumerate(one.layout.gatherings):
        assert np.array_equal(last[f"came.{meeting.id}"], w.columns.gatherings.came[:, g])
        assert np.array_equal(last[f"held.{meeting.id}"], w.columns.gatherings.held[:, g])


@pytest.mark.parametrize("canvas", LIVELY)
def test_hours_needed_of_what_stands_are_those_of_all_households_and_of_jobs_as_many_as_come(lane, canvas):
    """Without season; of jobs within four of their standard deviations over all weeks and courses."""
    still = [f"neighbourhood.needs.activities.{need.id}.season=0" for need in load(canvas).place.needs.activities]
    SEEN.update(plan=[], settle=[])
    one, asked = lane(*LIVELY[canvas], *still, canvas=canvas, weeks=WEEKS, plugins=[("looks", Looks())]), 0
    for _ in range(WEEKS):
        one.step()
        asked = asked + one.world.asked_minutes
    w, homes = one.world, one.world.columns.households
    factor = np.where(homes.limited | (homes.ill_until > WEEKS - 1), w.columns.numbers.when_limited[:, None], 1.0)
    for a, need in enumerate(one.need_ids):
        said = np.stack([week[f"need.{need}"] for week in SEEN["settle"]])
        if w.standing[a]:
            assert np.array_equal(60 * said[-1], np.floor(60 * w.amount[:, a, None] * factor + 0.5).sum(1))
        else:
            expected, each = 60 * said.sum(), w.job_minutes[0, a]
            assert expected > 0 and abs(asked[:, a].sum() - expected) < 4 * each * np.sqrt(expected / each)


def test_in_plan_it_stands_as_last_week_left_it(looked):
    _, plan, settle = looked
    for name in plan:
        assert np.array_equal(plan[name][1:], settle[name][:-1]), name


def test_without_an_enterprise_what_is_of_one_is_nothing(lane):
    one, _, seen = look(lane, "haarlems_gemak", enterprise=False)
    for name, values in seen.items():
        assert values.any() or not one.tally.names[name].everywhere or name == "wmo.short", name
        assert one.tally.names[name].everywhere or not values.any(), name
