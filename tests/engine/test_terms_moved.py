"""With terms moved, week by week and otherwise in each course, both engines agree to the bit and the tape stays
exact."""

from datetime import date
from typing import get_args

import numpy as np
import pytest

from simcore.agents import Neighbourhood
from simcore.canvas import load
from simcore.plugin import Cover, Effect, Order, Text, hookimpl, plugin
from simcore.plugin.activating import activate
from simcore.plugin.nouns import Who
from simcore.plugin.terms import terms
from simcore.run import play
from simcore.week.lane import Lane

from .test_two_engines import LIVELY, state_of

KINDS = {"help": ("wmo.",), "illness": ("illness",), "work and benefit": ("work.", "benefit."), "need": ("need.",),
         "market": ("market.", "liking."), "of the enterprise": (
             "price.", "cost.", "share.", "open.", "hearing", "joins", "attendance", "drop_out", "people.", "wage.",
             "labour."),
         "everything": ("",), "covers and orders": ("nothing",)}


@plugin
class Stir:
    """Moves every term that begins so, to and fro, otherwise in each course; now and then it leaves them alone."""
    names: Text

    @hookimpl
    def plan(self, week):
        if week.number % 7 in (0, 1):
            return
        for n, name in enumerate(self.names.split()):
            wave = np.sin(week.number * (1 + n % 5) / 3 + np.arange(week.alive.size) + n)
            head = name.split(".")[0]
            if name.startswith("liking"):
                yield Effect(target=name, add=4 * np.round(wave, 1), because="a test")
            elif name.startswith("hearing."):
                yield Effect(target=name, add=1 + np.round(wave, 1), because="a test")
            elif head == "open":
                yield Effect(target=name, scale=np.where(wave > 0.9, 0.0, 1.0), because="a test")
            else:
                yield Effect(target=name, scale=1 + 0.6 * np.round(wave, 1), because="a test",
                             cap=1.0 if name.endswith(("most_subsidy", "rate")) else None)


@plugin
class Bring:
    """A cover for each group that there is, for a while, and an order."""
    who: Text
    service: Text

    @hookimpl
    def brings(self, spec, numbers):
        if spec.name == "haarlems_gemak":
            yield Cover(name="cover", who=self.who, services=("vp-cleaning",), rate=16.0, own=1.5, budget=4000.0,
                        payer="municipality:wmo", item="neighbourhood.wmo", begin=date(2013, 1, 21),
                        end=date(2014, 3, 3))
        yield Order(name="order", payer="municipality:wmo", service=self.service, times=1.5, minutes=50, price=20.0,
                    item="neighbourhood.wmo", begin=date(2013, 1, 28))


def brought(spec):
    """Plugins with covers and orders for a model."""
    service = {"haarlems_gemak": "vp-windows"}.get(spec.name) or next(
        one.id for one in spec.canvas.value_propositions if one.sim and one.sim.team)
    return [(f"bring_{who}", Bring(who=who, service=service)) for who in get_args(Who)]


def stirred(spec, heads):
    """The plugin that stirs all terms of a model with these heads."""
    return [("stir", Stir(names=" ".join(name for name in terms(spec) if name.startswith(heads))))]


@pytest.mark.parametrize("kind", KINDS)
def test_with_a_tape_and_without_every_count_and_cent_is_the_same(model, monkeypatch, kind):
    spec = model({"channels.ch-street.outside": 3, "neighbourhood.people.moves": 0.3,
                  "neighbourhood.people.helpers": 0.7,
                  "neighbourhood.needs.illness": 0.5, "customer_relationships.cr-known-face.bond.appeal": 2,
                  "neighbourhood.people.benefit_share": 0.2, "key_activities.ka-recruiting.recruiting.join": 0.7})
    run = dict(replications=3, weeks=64, residents=700, threads=1,
               plugins=[*activate(spec),
                        *(stirred(spec, KINDS[kind]) if kind != "covers and orders" else brought(spec))])
    followed = play(spec, **run)
    first = Lane.__init__
    monkeypatch.setattr(Lane, "__init__", lambda self, *a, **k: first(self, *a, **k | {"tape": None}))
    assert play(spec, **run).digest == followed.digest


@pytest.mark.parametrize("term", ["illness", "work.found", "benefit.inflow", "benefit.norm", "wmo.tariff",
                                  "wmo.contribution.rate",
                                  "market.commercial.cleaning", "liking.informal.windows", "need.garden"])
def test_a_tape_is_left_where_only_one_lane_has_a_term_moved(model, term):
    """A term of every lane that only the enterprise's lane moves: from that week on nobody can follow."""
    spec = model({})
    from simcore.neighbourhood.people import populate
    from simcore.week.tape import Tape

    people, tape, flows = populate(spec.place.people, 1, 400), Tape(), []
    nothing = Lane(spec, people, 1, [0], enterprise=False, weeks=16, tape=tape)
    for _ in range(16):
        nothing.step()
    for follow in (tape, None):
        one = Lane(spec, people, 1, [0], enterprise=True, plugins=[("late", Late(target=term))], weeks=16, tape=follow,
                   begun=nothing.begun)
        follows = []
        for _ in range(16):
            one.step()
            follows.append(bool(one.world.follows[0]))
        assert follows == ([True] * 8 + [False] * 8 if follow else [False] * 16)
        flows.append((one.ledger.flows, one.series.minutes))
    assert all(np.array_equal(a, b) for a, b in zip(*flows))


@plugin
class Late:
    """Moves one term from week 8 on."""
    target: Text

    @hookimpl
    def plan(self, week):
        if week.number >= 8:
            yield Effect(target=self.target, add=0.5, because="a test")


@pytest.mark.parametrize("canvas", ["haarlems_gemak", "wijkonderneming"])
def test_both_engines_agree_to_the_bit(canvas):
    spec = load(canvas, [*LIVELY.items()] if canvas == "haarlems_gemak" else [])
    plugins = [*activate(spec), *stirred(spec, ("",)), *brought(spec)]
    run = dict(seed=3, replications=2, residents=300, weeks=18, plugins=plugins)
    models = [Neighbourhood(spec, engine=engine, **run) for engine in ("columns", "objects")]
    for _ in range(18):
        for one in models:
            one.step()
    columns, objects = (state_of(one.lane) for one in models)
    assert [name for name in columns if columns[name] != objects[name]] == []
