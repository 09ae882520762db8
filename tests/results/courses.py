"""Small courses in which nearly everything happens, each in a folder and, week by week, as it really was."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import SimpleNamespace

import numpy as np

from simcore.canvas import load
from simcore.plugin.activating import activate
from simcore.results.diary import Fact
from simcore.results.diary_books import Books, read_events
from simcore.results.indicators import measure
from simcore.results.opened import opened
from simcore.results.recorder import Recording
from simcore.results.replay import recorded
from simcore.results.write import keep, seal
from simcore.run import Outcome, play
from simcore.week.lane import Lane

SHUT = Path(__file__).with_name("shut.py")
BUSY = ("key_activities.ka-recruiting.recruiting.join=0.9", "neighbourhood.people.benefit_share=0.3")
GOOD = (*BUSY, "simwijk.grow.buffer=0", "simwijk.grow.cost=100", "simwijk.grow.profit_weeks=4",
        "key_activities.ka-learning.learning.hours_to_learn=30", "simwijk.start_on_request.requests=1",
        "costs.cost-premiums.amount=0", "costs.cost-supervision.amount=4000", "costs.cost-rooms.amount=1",
        "costs.cost-insurance.amount=10", "costs.cost-coordination.amount=5", "costs.cost-start.amount=10",
        "channels.ch-street.outside=2", "neighbourhood.labour.place_weeks=40", "neighbourhood.labour.place_review=16",
        "key_partnerships.kp-municipality.term=20", "key_partnerships.kp-corporation.term=30",
        "neighbourhood.people.moves=0.3", "neighbourhood.assistance.exit_all=0.5",
        "neighbourhood.assistance.returns=0.6", "neighbourhood.assistance.other_outflow=0.4",
        "neighbourhood.ties.contact=0.15")
LIKED = "customer_relationships.cr-known-face.bond.appeal=3"
POOR = (*BUSY, LIKED, *(f"key_partnerships.kp-{one}.start_capital=12000"
                        for one in ("municipality", "corporation", "welfare")),
        "key_partnerships.kp-welfare.renew=-9", "key_partnerships.kp-welfare.renew_on_gain=0",
        "key_partnerships.kp-welfare.term=10", "channels.ch-street.outside=5", "simwijk.start_on_request.requests=2",
        "simwijk.stop.grace=9", "simwijk.stop.notice=1", "revenue_streams.rs-cleaning.price=9")
ALIKE = ("neighbourhood.people.benefit_share=0.3", "key_activities.ka-inviting.recruiting.join=0.9",
         "key_activities.ka-inviting.recruiting.drop_out=0.3", "neighbourhood.people.moves=0.3",
         "key_activities.ka-practice.learning.quality_noise=0.5",
         "key_activities.ka-practice.learning.confidence_gain=0.3",
         "key_activities.ka-practice.learning.confidence_loss=0.15",
         "key_activities.ka-recognition.recognition.gives_up_below=0.2",
         "key_activities.ka-borrel.gathering.every=6", "channels.ch-workshop.outside=4",
         "neighbourhood.ties.contact=0.3", "neighbourhood.ties.fade=0.05", "neighbourhood.assistance.exit_all=0.4")
CHOSEN = ("simwijk.goals.support=0.01", "key_activities.ka-organising.volunteering.pool=1",
          "simwijk.goals.patience=13", "key_activities.ka-fair.gathering.first=2",
          "key_activities.ka-bingo.gathering.first=4", "key_activities.ka-rounds.pledge.takes=0",
          "costs.cost-facade.amount=300",
          "key_activities.ka-recruiting.recruiting.join=0.9", "neighbourhood.people.benefit_share=0.3",
          "key_partnerships.kp-corporation-small.term=30", "key_partnerships.kp-corporation-small.renew=-9",
          "key_partnerships.kp-corporation-small.renew_on_gain=0", "key_partnerships.kp-corporation-flats.term=40",
          "key_partnerships.kp-corporation-flats.renew=9")
LATE = ("simwijk.goals.support=0.01", "key_activities.ka-fair.gathering.first=30",
        "key_activities.ka-bingo.gathering.first=4",
        "key_activities.ka-bingo.gathering.helpers=12", "key_activities.ka-bingo.gathering.least=3",
        "key_activities.ka-rounds.pledge.takes=0.05", "costs.cost-insurance.amount=6000", "costs.cost-upkeep.amount=10",
        "costs.cost-rent.amount=25", "key_partnerships.kp-municipality.share=0.2",
        "key_activities.ka-organising.volunteering.drop_out=0.3",
        "key_activities.ka-organising.volunteering.willing=0.3",
        "key_activities.ka-organising.volunteering.organising=22", "key_activities.ka-organising.volunteering.core=4")
COMPIRATIE, WIJK = "compiratie", "wijkonderneming"
COURSES = {                      # name: (changes, --plugin, --plugin-file), of the model by that name or Haarlems Gemak
    "good": ((*GOOD, LIKED), (), (SHUT,)),
    "poor": (POOR, ("wmo_cut:start=2013-06-01,cut=0.35",), ()),
    "strict": ((*GOOD, "simwijk.law=strict", "neighbourhood.labour.inspection=0.9"), (), ()),
    COMPIRATIE: (ALIKE, (), ()),
    WIJK: (CHOSEN, ("centre_closing:hazard=0.99,warning=8",), ()),
    "late": (LATE, ("centre_closing:hazard=0.99,warning=8",), ()),
}
WEEKS, RESIDENTS, SEED = 104, 1500, 1


@dataclass(repr=False)
class Course:
    """A course: its folder, the diary made of it, and the world after each week as evidence."""
    folder: Path
    outcome: Outcome
    facts: list[Fact]
    recording: Recording
    states: list[SimpleNamespace]              # states[k]: after k weeks; states[0] is the beginning
    visits: np.ndarray                         # every visit, as the lane wrote it down
    lane: Lane

    @cached_property
    def events(self) -> list[tuple]:
        """(week, kind, item) of the events in the folder."""
        return [(week, kind, item) for week, kind, item, _ in read_events(self.folder / "events.csv", 0)]

    @cached_property
    def homes(self) -> dict[tuple[int, int], list[tuple]]:
        """(household, generation) -> (week, service id, cents, minutes) of its visits, in their order."""
        out = {}
        names = ("week", "service", "household", "minutes", "paid", "covered")
        for week, s, h, minutes, paid, covered in zip(*(self.visits[name].tolist() for name in names)):
            home = h, int(self.states[week + 1].households.generation[h])
            out.setdefault(home, []).append((week, self.lane.layout.services[s].id, paid + covered, minutes))
        return out


def course(name: str, factory) -> Course:
    """A course by its name, played once in all tests; ``factory`` makes temporary folders."""
    under = factory.getbasetemp() / "courses"
    under.mkdir(exist_ok=True)
    return played_in(under, name)


@cache
def played_in(under: Path, name: str) -> Course:
    """Play a course, keep it in a folder, and read its diary from there."""
    changes, wanted, files = COURSES[name]
    spec = load({COMPIRATIE: COMPIRATIE, WIJK: WIJK, "late": WIJK}.get(name, "haarlems_gemak"), changes)
    plugins = activate(spec, wanted, files)
    outcome = play(spec, seed=SEED, replications=[0], weeks=WEEKS, residents=RESIDENTS, plugins=plugins, luck_only=True)
    folder = under / name
    folder.mkdir()
    seal(folder, outcome, keep(folder, outcome, measure(outcome)), changes)
    again, manifest = opened(folder)
    recording = recorded(again, manifest, 0, files)
    facts = [*Books(again, 0, read_events(folder / "events.csv", 0), recording.margins).facts(), *recording.facts]
    lane = Lane(spec, outcome.people, SEED, [0], enterprise=True, plugins=plugins, weeks=WEEKS, luck_only=True,
                written=20_000)
    states = list(watched(lane))
    return Course(folder, outcome, facts, recording, states, lane.world.payments[0, :lane.world.payment_count[0]], lane)


def watched(lane: Lane) -> Iterator[SimpleNamespace]:
    """All of the world that a diary may speak of, copied after each week."""
    def copied() -> SimpleNamespace:
        w = lane.world
        return SimpleNamespace(**{name: getattr(w, name)[0].copy() for name in (
            "residents", "households", "workers", "services", "teams", "relations", "enterprises", "habit", "bought",
            "bond_other", "bond_until", "counts", "goals", "orders", "buildings", "gatherings", "deeds", "volunteers",
            "given_before", "unpaid", "carried")}, pledges=w.pledges[0, :int(w.pledge_count[0])].copy())

    yield copied()
    for _ in range(lane.weeks):
        lane.step()
        yield copied()
