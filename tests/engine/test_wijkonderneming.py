"""An enterprise of residents: the same in both engines, with and without a tape, for any chunk."""

import numpy as np
import pytest

from simcore.agents import Neighbourhood
from simcore.canvas import load
from simcore.canvas.bundled import models
from simcore.plugin.activating import activate
from simcore.run import ENTERPRISE, NOTHING, play
from simcore.studies.mechanisms.wijkonderneming import PLEDGES, STAGE
from simcore.week.lane import Lane
from simcore.week.series import SERVICE_FIELDS

from .test_two_engines import state_of

MODEL = "wijkonderneming"
USE = STAGE.use                     # everything comes up in a year or so: all is chosen at once, many come and promise


def changed(more=()):
    """The changes of a lively course, with others over them."""
    return [*(STAGE.base | dict(more)).items()]


# --- the same in both engines, and along a tape -----------------------------------------------------------------


@pytest.mark.parametrize("more", [
    {}, {"key_activities.ka-cafe.gathering.held": "true", "simwijk.law": "strict", "neighbourhood.people.moves": 0.4},
    {"simwijk.insolvent_after": 1, "costs.cost-insurance.amount": 900_000}],
                         ids=["lively", "cafe, moving", "soon gone"])
def test_both_engines_agree_to_the_bit(more):
    spec = load(MODEL, changed(more))
    run = dict(seed=3, replications=2, residents=350, weeks=30)
    models = [Neighbourhood(spec, engine=engine, plugins=activate(spec, USE), **run)
              for engine in ("columns", "objects")]
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
    run = dict(replications=2, weeks=60, residents=700, threads=1,
               plugins=activate(spec, (*USE, "wmo_cut:start=2013-09-02")))
    followed = play(spec, **run)
    first = Lane.__init__
    monkeypatch.setattr(Lane, "__init__", lambda self, *a, **k: first(self, *a, **k | {"tape": None}))
    assert play(spec, **run).digest == followed.digest


def test_the_digest_is_one_for_any_chunk():
    spec = load(MODEL, changed())
    run = dict(replications=4, weeks=30, residents=350, plugins=activate(spec, USE))
    assert play(spec, threads=1, chunk=25, **run).digest == play(spec, threads=2, chunk=1, **run).digest


def test_the_place_of_a_gathering_in_the_file_says_nothing(tmp_path):
    """With too few people for both, the fair and bingo of one week would else go to whichever stands first."""
    text = models()[MODEL].read_text(encoding="utf-8")
    starts = [text.index(f"  - id: {one}\n") for one in ("ka-fair", "ka-chats", "ka-bingo", "ka-cafe")]
    fair, bingo = text[starts[0]:starts[1]], text[starts[2]:starts[3]]
    file = tmp_path / "other.yaml"
    file.write_text(text.replace(fair, "").replace(bingo, bingo + fair), encoding="utf-8")
    few = {f"key_activities.{one}.gathering.{leaf}": 2 for one in ("ka-fair", "ka-bingo")
           for leaf in ("first", "every")}
    few |= {"key_activities.ka-organising.volunteering.start": 8,
            "key_activities.ka-organising.volunteering.willing": 0.8}
    digests = {play(spec, replications=2, weeks=40, residents=500, threads=1, plugins=activate(spec, USE)).digest
               for spec in (load(model, changed(few)) for model in (MODEL, file))}
    assert len(digests) == 1


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


def test_a_portico_takes_a_firm_as_long_and_as_often_as_a_team():
    """Section 13: where firms cleaned all, they lose the minutes that are due to the team, whatever was drawn."""
    outcome = play(load(MODEL, changed({"neighbourhood.commons.cleaned": 1})), replications=6, weeks=40, residents=500)
    lanes, ordered = outcome.lanes, [SERVICE_FIELDS.index(name) for name in ("served", "missed")]
    (s,) = [s for s, one in enumerate(lanes[ENTERPRISE].layout.services) if one.id == "vp-porticoes"]
    due = lanes[ENTERPRISE].series["services"][:, :, s, ordered].sum((0, 2))
    gone = (lanes[NOTHING].series["contract minutes"] - lanes[ENTERPRISE].series["contract minutes"]).sum(0)
    drawn = outcome.numbers["neighbourhood.commons.minutes"]
    assert (due.all() and len(set(drawn)) == 6
            and len(set(np.floor(outcome.numbers["neighbourhood.commons.every"] + 0.5))) == 2)
    assert (np.abs(gone - due) <= 5 * drawn).all()        # whose turn it is differs by a portico when one is taken over


def test_an_enterprise_that_has_ended_takes_nothing_at_the_bar_nor_for_its_rooms():
    spec = load(MODEL, changed({"simwijk.insolvent_after": 1, "costs.cost-insurance.amount": 120_000}))
    lane = play(spec, replications=3, residents=700, weeks=60, threads=1, plugins=activate(spec, USE)).lanes[ENTERPRISE]
    taken = sum(lane.stream(f"{name}.kr-centre") for name in ("letting", "bar"))
    gone = ~lane.series["alive"]
    assert gone.any() and taken[~gone].any() and not taken[gone].any()


def test_when_the_enterprise_ends_nobody_volunteers_for_it_any_more_and_promises_go_on():
    spec = load(MODEL, changed({"simwijk.insolvent_after": 1, "costs.cost-insurance.amount": 120_000}))
    lane = play(spec, replications=3, residents=700, weeks=60, threads=1, plugins=activate(spec, USE)).lanes[ENTERPRISE]
    gone = ~lane.series["alive"]
    assert gone.any() and lane.series["volunteers"][~gone].all() and not lane.series["volunteers"][gone].any()
    assert (lane.series["unpaid"][gone].any() and lane.quarter["promises"][-1].any()
            and not lane.series["turned away"].any())


def test_a_team_for_orders_that_nobody_places_has_no_places():
    none = {f"revenue_streams.rs-porticoes.order.payers.{id}.porticoes": 0
            for id in ("kp-corporation-flats", "kp-corporation-small")}
    spec = load(MODEL, changed(none))
    lane = play(spec, replications=2, residents=700, weeks=40, threads=1, plugins=activate(spec, USE)).lanes[ENTERPRISE]
    assert not lane.series["placed"].any() and not lane.stream("wages.kr-portico-team").any()
