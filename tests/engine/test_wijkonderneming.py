"""An enterprise of residents: the same in both engines, with and without a tape; no mechanism of it is a placeholder."""

import numpy as np
import pytest
from simcore.agents import Neighbourhood
from simcore.canvas import load
from simcore.plugin.finding import activate
from simcore.run import ENTERPRISE, NOTHING, play
from simcore.week.lane import Lane

from .test_mechanisms import Case, cash, count, euros, events, quarterly
from .test_two_engines import state_of

MODEL = "wijkonderneming"

# Courses in which everything comes up in a year or so: all is chosen at once, many come, promise and volunteer.
PLEDGES = ("ka-chats", "ka-litter", "ka-rounds")
LIVELY = {
    "simwijk.goals.support": 0.01, "key_activities.ka-fair.gathering.first": 2, "key_activities.ka-fair.gathering.every": 26,
    "key_activities.ka-fair.gathering.visitors": 150, "key_activities.ka-fair.gathering.recruits": 0.05,
    "key_activities.ka-bingo.gathering.first": 4, "key_activities.ka-recruiting.recruiting.join": 0.9,
    "neighbourhood.people.benefit_share": 0.3, "neighbourhood.ties.contact": 0.3,
    **{f"key_activities.{one}.pledge.takes": 0.5 for one in PLEDGES},
}
USE = ("centre_closing:hazard=0.99,warning=4",)


def changed(*more):
    """The changes of a lively course, with others over them."""
    out = dict(LIVELY)
    for one in more:
        out |= one
    return [*out.items()]


# --- the same in both engines, and along a tape -----------------------------------------------------------------


@pytest.mark.parametrize("more", [
    {}, {"key_activities.ka-cafe.gathering.held": "true", "simwijk.law": "strict", "neighbourhood.people.moves": 0.4},
    {"simwijk.insolvent_after": 1, "costs.cost-insurance.amount": 900_000}], ids=["lively", "cafe, moving", "soon gone"])
def test_both_engines_agree_to_the_bit(more):
    spec = load(MODEL, changed(more))
    run = dict(seed=3, replications=2, residents=350, weeks=30)
    models = [Neighbourhood(spec, engine=engine, plugins=activate(spec, USE), **run) for engine in ("columns", "objects")]
    for _ in range(30):
        for model in models:
            model.step()
    columns, objects = (state_of(model.lane) for model in models)
    assert [name for name in columns if columns[name] != objects[name]] == []
    if not more:
        w = models[0].lane.world
        assert w.pledge_count.all() and w.gatherings.guests.any() and w.orders.done.any() and w.buildings.managed.any()


@pytest.mark.parametrize("more", [{}, {"neighbourhood.people.moves": 0.4, "neighbourhood.people.helpers": 0.9}])
def test_with_a_tape_and_without_every_count_and_cent_is_the_same(more, monkeypatch):
    spec = load(MODEL, changed(more))
    run = dict(replications=2, weeks=60, residents=700, threads=1, plugins=activate(spec, (*USE, "wmo_cut:start=2013-09-02")))
    followed = play(spec, **run)
    first = Lane.__init__
    monkeypatch.setattr(Lane, "__init__", lambda self, *a, **k: first(self, *a, **k | {"tape": None}))
    assert play(spec, **run).digest == followed.digest


def test_the_digest_is_one_for_any_chunk():
    spec = load(MODEL, changed())
    run = dict(replications=4, weeks=30, residents=350, plugins=activate(spec, USE))
    assert play(spec, threads=1, chunk=25, **run).digest == play(spec, threads=2, chunk=1, **run).digest


def test_without_promises_litter_is_that_of_doing_nothing_to_the_count():
    spec = load(MODEL, changed({f"key_activities.{one}.pledge.takes": 0 for one in PLEDGES}))
    lanes = play(spec, replications=2, weeks=40, residents=500, plugins=activate(spec, USE)).lanes
    for name in ("litter", "litter addressed"):
        assert np.array_equal(lanes[NOTHING].series[name], lanes[ENTERPRISE].series[name])


def test_without_orders_nothing_is_displaced():
    """Section 13: zero order, zero displacement."""
    changes = {f"revenue_streams.rs-porticoes.order.payers.{one}.porticoes": 0
               for one in ("kp-corporation-flats", "kp-corporation-small")}
    lanes = play(load(MODEL, changed(changes)), replications=2, weeks=40, residents=500).lanes
    assert np.array_equal(lanes[NOTHING].series["contract minutes"], lanes[ENTERPRISE].series["contract minutes"])


# --- switched off, something named changes ------------------------------------------------------------------------


def series(name: str, at_the_end: bool = False):
    """A weekly count of the enterprise's lane, in all or in the last week."""
    def look(o):
        found = o.lanes[ENTERPRISE].series[name]
        return found[-1] if at_the_end else found.sum(0)
    return look


def kept_share(done: str, due: str):
    """A share over the whole run, in thousandths."""
    return lambda o: 1000 * series(done)(o) / np.maximum(series(due)(o), 1)


def contract_hours_gone(o):
    """Hours that firms no longer clean porticoes."""
    return (o.lanes[NOTHING].series["contract minutes"] - o.lanes[ENTERPRISE].series["contract minutes"]).sum(0) / 60


contract_hours_gone.lanes = (NOTHING, ENTERPRISE)
BINGO, FAIR, CARRY = (f"key_activities.{one}" for one in ("ka-bingo.gathering", "ka-fair.gathering", "ka-organising.volunteering"))
ORDER = "revenue_streams.rs-porticoes.order"
PAYERS = ("kp-corporation-flats", "kp-corporation-small")
NONE = {f"{ORDER}.payers.{one}.porticoes": 0 for one in PAYERS}
HEAVY = {f"{CARRY}.organising": 24, f"{CARRY}.start": 8, f"{CARRY}.drop_out": 0.6}

CASES = [
    # orders
    Case("an order", NONE, contract_hours_gone, "more"),
    Case("partners pay their share", {f"{ORDER}.payers.{one}.share": 0 for one in PAYERS}, euros("order."), "more"),
    Case("tenants pay what is passed on", {f"{ORDER}.passed_on": 0}, euros("passed on"), "more"),
    Case("ordered work takes time", {f"{ORDER}.minutes": 30}, series("porticoes done"), "less", {f"{ORDER}.minutes": 75}),
    Case("a payer may not renew", {f"key_partnerships.{one}.renew": 9 for one in PAYERS}, euros("order."), "less",
         {f"key_partnerships.{one}.{leaf}": value for one in PAYERS
          for leaf, value in (("renew", -9), ("renew_on_gain", 0), ("term", 26))}),
    Case("firms clean what is not taken over", {"neighbourhood.commons.cleaned": 0}, euros("commons.cleaning"), "more"),
    # volunteers
    Case("load burns out", {f"{CARRY}.load_power": 0}, series("organisers stopped"), on=HEAVY | {f"{CARRY}.load_power": 2}),
    Case("organisers stretch", {f"{CARRY}.stretch": 1}, series("unpaid"), "more", HEAVY | {f"{CARRY}.stretch": 3}),
    Case("volunteers leave", {f"{CARRY}.turnover": 0}, series("volunteers"), "less"),
    Case("volunteers bring others along", {f"{CARRY}.invite": 0}, series("volunteers"), "more"),
    Case("somebody steps up", {f"{CARRY}.step_up": 0}, series("unpaid"), on=HEAVY),
    Case("visitors become volunteers", {f"{FAIR}.recruits": 0}, series("volunteers"), "more"),
    Case("volunteers' hours are written down", {"simwijk.unpaid_labour": 13}, euros("volunteers."), "more",
         {"simwijk.unpaid_labour": 15.5}),
    Case("volunteers cost coffee", {"costs.cost-volunteers.amount": 0}, euros("cost.cost-volunteers"), "more"),
    Case("willing people change who carries most", {f"{CARRY}.willing": 0.3}, quarterly("unpaid top"), "differs",
         {f"{CARRY}.willing": 0.8}),
    # gatherings and the pot
    Case("without helpers nothing is held", {f"{BINGO}.helpers": 2, f"{BINGO}.least": 1}, euros("saved"), "less",
         {f"{BINGO}.helpers": 60, f"{BINGO}.least": 40}),
    Case("bingo fills a pot", {f"{BINGO}.held": "false"}, series("pot", True), "more"),
    Case("prizes", {f"{BINGO}.prizes": 0.4}, euros("paid out"), "more"),
    Case("a pot pays once", {"costs.cost-facade.amount": 40_000}, euros("pot."), "more", {"costs.cost-facade.amount": 1000}),
    Case("more come once it is done", {"costs.cost-facade.more_visitors": 0}, euros("saved"), "more",
         {"costs.cost-facade.amount": 200, "costs.cost-facade.more_visitors": 0.9}),
    Case("a fair costs money", {"costs.cost-fair.amount": 0}, euros("cost.cost-fair"), "more"),
    Case("the fair is where goals are chosen", {f"{FAIR}.held": "false"}, series("goals", True), "more"),
    Case("a cafe", {"key_activities.ka-cafe.gathering.held": "false"}, euros("entry"), "more",
         {"key_activities.ka-cafe.gathering.held": "true", "key_activities.ka-cafe.gathering.first": 6}),
    Case("contacts at bingo make ties", {f"{BINGO}.contacts": 0}, count("new_ties"), "more"),
    Case("regulars keep ties up", {f"{BINGO}.regulars": 0}, quarterly("ties"), on={f"{BINGO}.regulars": 0.9, f"{BINGO}.contacts": 4}),
    Case("a young association may hold no bingo", {}, euros("saved"), "less", use=("bingo_law:age=0",), off_use=()),
    Case("prizes have a maximum", {}, euros("paid out"), "less", use=("bingo_law:most=10",), off_use=()),
    # goals and promises
    Case("enough must name a goal", {"simwijk.goals.support": 0.01}, series("goals", True), "less", {"simwijk.goals.support": 1}),
    Case("a goal nobody works on is dropped", {"simwijk.goals.patience": 900}, events("goal_dropped"), "more",
         {"simwijk.goals.patience": 3, "key_activities.ka-rounds.pledge.takes": 0}),
    *(Case(f"promises of {one}", {f"key_activities.{one}.pledge.takes": 0}, series("unpaid"), "more") for one in PLEDGES),
    Case("ties make promises weigh", {f"key_activities.{one}.pledge.per_tie": 0 for one in PLEDGES},
         kept_share("rounds walked", "rounds planned"), "more", {f"key_activities.{one}.pledge.per_tie": 2 for one in PLEDGES}),
    Case("kept promises spread", {f"key_activities.{one}.pledge.spread": 0 for one in PLEDGES}, quarterly("promises"), "more",
         {f"key_activities.{one}.pledge.spread": 0.03 for one in PLEDGES}),
    Case("broken promises fade", {f"key_activities.{one}.pledge.fade": 0 for one in PLEDGES}, quarterly("promises"), "less",
         {f"key_activities.{one}.pledge.fade": 0.2 for one in PLEDGES}),
    Case("litter promised is litter addressed", {"key_activities.ka-litter.pledge.takes": 0}, series("litter addressed"), "more"),
    Case("the older promise more", {"key_activities.ka-litter.pledge.older": 1}, series("unpaid"), "more",
         {"key_activities.ka-litter.pledge.older": 4, "key_activities.ka-litter.pledge.takes": 0.2}),
    # the building
    Case("rooms are let", {"key_resources.kr-centre.building.occupancy": 0}, euros("letting"), "more"),
    Case("a bar", {"key_resources.kr-centre.building.bar": 0}, cash, "more"),
    Case("people have to open it", {"key_resources.kr-centre.building.helpers": 0}, euros("bar."), "less",
         {"key_resources.kr-centre.building.helpers": 12}),
    Case("the municipality bears it until it gives it up", {}, euros("cost.cost-energy"), "less", without=("centre_closing",)),
    Case("when nobody takes it over it closes", {}, euros("saved"), "less", use=("centre_closing:own_management=false,hazard=0.99,warning=4",),
         off_use=()),
]


@pytest.fixture(scope="module")
def kept():
    """Courses that several cases look at."""
    return {}


def course(case_on, use, without, lanes, kept):
    """A course of the model, played once."""
    name = repr((sorted(map(repr, case_on)), use, without, lanes))
    if name not in kept:
        spec = load(MODEL, case_on)
        asked = (*(one for one in USE if one.partition(":")[0] not in [other.partition(":")[0] for other in use]), *use)
        plugins = [pair for pair in activate(spec, asked) if pair[0] not in without]
        kept[name] = play(spec, replications=2, weeks=66, residents=700, seed=11, threads=1, lanes=lanes, plugins=plugins)
    return kept[name]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_without_the_mechanism_the_outcome_is_another_under_the_same_luck(case, kept):
    on = course(changed(case.on), case.use, (), case.lanes, kept)
    off = course(changed(case.on, case.off), case.use if case.off_use is None else case.off_use, case.without, case.lanes, kept)
    with_it, without_it = (np.asarray(case.look(o), float) for o in (on, off))
    shown = f"with: {with_it.round(1).tolist()}, without: {without_it.round(1).tolist()}"
    assert (with_it != without_it).any(), f"{case.name} changes nothing; {shown}"
    if case.way != "differs":
        sign = 1 if case.way == "more" else -1
        assert sign * (with_it.sum() - without_it.sum()) > 0, f"{case.name}: not {case.way}; {shown}"
