"""The two engines give the same world to the bit, in random small models in which every mechanism comes up."""

from collections import Counter
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from simcore.agents import Neighbourhood
from simcore.behaviour.world import COMMERCIAL, COUNT, ENTERPRISE, INFORMAL, World
from simcore.canvas import load
from simcore.plugin.activating import activate
from simcore.week.lane import Lane

EXAMPLES = {"few": 3, "many": 40}                       # random models, beside those of RARE
WORK_SPACE = {"luck", "kept", "scratch", "turns"}      # of one act or kind of occasion, of no worth afterwards

# A district in which much happens in a few weeks: everyone has heard of it, nobody is attached to anything.
LIVELY = {
    "channels.ch-street.outside": 4, "channels.ch-fair.event.every": 3, "channels.ch-fair.event.reach": 0.5,
    "customer_relationships.cr-known-face.bond.appeal": 3, "neighbourhood.choice.review": 0.3,
    "neighbourhood.needs.illness": 0.5, "neighbourhood.needs.illness_weeks": 4, "neighbourhood.people.moves": 0.3,
    "neighbourhood.people.pgb_share": 0.9, "neighbourhood.wmo.clients": 60, "neighbourhood.choice.budget": 0.1,
    "key_activities.ka-recruiting.recruiting.join": 0.98, "neighbourhood.people.benefit_share": 0.3,
    "neighbourhood.needs.activities.keys.amount": 14, "neighbourhood.needs.activities.rides.amount": 43,
    "simwijk.start_on_request.requests": 2, "value_propositions.vp-keys.start_cost": 10,
}

TEAMS = ("kr-home-team", "kr-outdoor-team", "kr-drivers")
CONTRACTS = ("participation_place", "wage_subsidy", "paid", "volunteer", "broker")
PARTNERS = ("kp-municipality", "kp-corporation", "kp-welfare")

CHANGES = {
    "simwijk.law": ("strict", "lenient"),
    "simwijk.start": ("2013-01-07", "2014-06-30", "2014-12-08"),
    "simwijk.stop.on": ("direct_cost", "full_cost", "off"),
    "simwijk.stop.window": (2, 12), "simwijk.stop.grace": (1, 8), "simwijk.stop.notice": (0, 3),
    "simwijk.start_on_request.requests": (1, 6), "simwijk.start_on_request.period": (1, 8),
    "simwijk.grow.buffer": (10, 50_000), "simwijk.grow.profit_weeks": (1, 6), "simwijk.grow.cost": (10, 500),
    "simwijk.insolvent_after": (1, 4), "simwijk.pay_delay.customer": (0, 3), "simwijk.pay_delay.institution": (0, 6),
    **{f"key_resources.{team}.team.contract": CONTRACTS for team in TEAMS},
    **{f"key_resources.{team}.team.places": (1, 3, 15) for team in TEAMS},
    **{f"key_resources.{team}.team.hours": (4, 36) for team in TEAMS},
    "key_resources.kr-drivers.team.licence": ("true", "false"),
    "key_activities.ka-recruiting.recruiting.join": (0.05, 0.98),
    "key_activities.ka-recruiting.recruiting.drop_out": (0, 0.98),
    "key_activities.ka-learning.learning.attendance": (0.3, 1),
    "key_activities.ka-learning.learning.quality_noise": (0, 0.5),
    "key_activities.ka-reception.waiting.leave": (0, 0.9),
    "customer_relationships.cr-known-face.bond.appeal": (-1, 1, 4),
    "customer_relationships.cr-known-face.bond.likeness": (0, 1),
    "customer_relationships.cr-known-face.bond.trust_pace": (0, 0.6),
    "channels.ch-street.outside": (0, 0.3, 6), "channels.ch-word-of-mouth.word_of_mouth": (0, 8),
    "channels.ch-word-of-mouth.bad_word": (0, 3), "channels.ch-fair.event.reach": (0, 0.9),
    "channels.ch-fair.event.every": (2, 9),
    "revenue_streams.rs-cleaning.price": (4, 14, 30), "revenue_streams.rs-garden.price": (4, 25),
    "revenue_streams.rs-windows.price": (2, 20), "revenue_streams.rs-rides.price": (1, 12),
    "revenue_streams.rs-keys.price": (3, 18), "value_propositions.vp-coffee.company.minutes": (5, 60),
    **{f"key_partnerships.{partner}.share": (0, 0.7) for partner in PARTNERS},
    **{f"key_partnerships.{partner}.term": (3, 9) for partner in PARTNERS},
    "key_partnerships.kp-welfare.start_capital": (0, 60_000),
    "neighbourhood.choice.review": (0.02, 0.6), "neighbourhood.choice.habit": (0, 3),
    "neighbourhood.choice.trust_floor": (0, 0.6), "neighbourhood.choice.price": (0.05, 0.4),
    "neighbourhood.choice.waiting": (0, 1), "neighbourhood.people.moves": (0, 0.6),
    "neighbourhood.people.eligible_share": (0.2, 1), "neighbourhood.people.helpers": (0, 0.9),
    "neighbourhood.needs.when_limited": (1, 3), "neighbourhood.needs.illness_weeks": (2, 6),
    "neighbourhood.labour.inspection": (0, 0.99), "neighbourhood.labour.place_weeks": (5, 104),
    "neighbourhood.labour.place_review": (3, 52), "neighbourhood.assistance.exit_all": (0.05, 0.7),
    "neighbourhood.assistance.exit_far": (0.01, 0.4), "neighbourhood.ties.contact": (0, 1),
    "neighbourhood.ties.fade": (0.01, 0.5),
}


class Small(NamedTuple):
    """A small model: what it changes, and how it is run."""
    changes: dict
    residents: int = 200
    weeks: int = 14
    replications: int = 1
    seed: int = 1
    luck_only: bool = False
    cut: str = ""                             # first day of a cut in the Wmo, or none
    lively: bool = True
    canvas: str = "haarlems_gemak"

    def spec(self):
        """The model, changes written over the lively ones."""
        return load(self.canvas, [*((LIVELY_AT[self.canvas] if self.lively else {}) | self.changes).items()])


@st.composite
def small_models(draw) -> Small:
    """Any small model."""
    changes = draw(st.fixed_dictionaries({},
                                         optional={path: st.sampled_from(values) for path, values in CHANGES.items()}))
    return Small(changes, draw(st.integers(150, 300)), draw(st.integers(8, 20)), draw(st.integers(1, 2)),
                 draw(st.integers(1, 10**6)), draw(st.booleans()),
                 draw(st.sampled_from(["", "2013-02-04", "2014-12-15"])), draw(st.booleans()))


# The same for a canvas of teams of a like mind: many have the skill, and it is soon decided whether they stay.
ALIKE = ("kr-carpenters", "kr-furniture-team", "kr-pc-advisers", "kr-desk-team")
ALIKE_LIVELY = {
    "channels.ch-workshop.outside": 4, "channels.ch-desk.outside": 8,
    "customer_relationships.cr-at-home.bond.appeal": 3,
    "neighbourhood.people.moves": 0.3, "neighbourhood.people.benefit_share": 0.4, "neighbourhood.ties.contact": 0.5,
    "neighbourhood.needs.activities.forms.amount": 10, "neighbourhood.assistance.exit_all": 0.5,
    "key_activities.ka-inviting.recruiting.join": 0.98, "key_activities.ka-inviting.recruiting.drop_out": 0.9,
    "key_activities.ka-practice.learning.quality_noise": 0.5,
    "key_activities.ka-practice.learning.confidence_gain": 0.3,
    "key_activities.ka-practice.learning.confidence_loss": 0.5,
    "key_activities.ka-recognition.recognition.gives_up_below": 0.25, "key_activities.ka-borrel.gathering.every": 3,
    **{f"key_resources.{team}.team.trade.{leaf}": share for team in ALIKE
       for leaf, share in (("can", 0.8), ("likes", 0.9))},
}
LIVELY_AT = {"haarlems_gemak": LIVELY, "compiratie": ALIKE_LIVELY}

PROFIT = {**{f"revenue_streams.rs-{name}.price": 25 for name in ("cleaning", "laundry", "ironing", "cooking")},
          "customer_relationships.cr-known-face.bond.appeal": 7, "neighbourhood.choice.price": 0.05,
          "neighbourhood.choice.budget": 0.3, "costs.cost-premiums.amount": 0, "neighbourhood.labour.inspection": 0}
PATIENT = {f"key_resources.{team}.team.places": 15 for team in TEAMS}

# Models in which something happens that random ones seldom reach.
RARE = [
    Small({"simwijk.law": "strict", "neighbourhood.labour.inspection": 0.99, **PATIENT}, weeks=20),
    Small({**{f"key_partnerships.{partner}.start_capital": 0 for partner in PARTNERS}, "simwijk.insolvent_after": 1},
          weeks=10),
    Small({"simwijk.grow.buffer": 10, "simwijk.grow.profit_weeks": 1, "simwijk.grow.cost": 10, **PROFIT, **PATIENT},
          weeks=14, residents=400),
    Small({"channels.ch-street.outside": 0, "channels.ch-fair.event.every": 8, "channels.ch-fair.event.reach": 0.9,
           "channels.ch-word-of-mouth.word_of_mouth": 20, **PATIENT}, weeks=20, residents=250),
    Small({"simwijk.start": "2014-12-08", "neighbourhood.labour.place_weeks": 5, "neighbourhood.labour.place_review": 3,
           **PATIENT}, weeks=16, cut="2015-01-19"),
    Small({"neighbourhood.assistance.exit_all": 0.9, "neighbourhood.assistance.exit_far": 0.9, **PATIENT}, weeks=20,
          residents=250),
    Small({}, weeks=26, residents=250, replications=2, canvas="compiratie"),
    Small({"value_propositions.vp-desk.opening.hours": 1, "key_activities.ka-borrel.gathering.contacts": 5,
           **{f"key_resources.{team}.team.trade.keep": 3 for team in ALIKE}}, weeks=26, residents=250,
          canvas="compiratie"),
    Small({f"key_partnerships.{partner}.{leaf}": value for partner in PARTNERS
           for leaf, value in (("term", 4), ("renew", -5))}, weeks=16, replications=2),
    Small({f"key_resources.{team}.team.contract": kind for team, kind in zip(TEAMS, ("wage_subsidy", "paid", "broker"))},
          weeks=12),
]


def state_of(lane: Lane) -> dict[str, bytes]:
    """Everything a lane holds, as bytes: records by field, for the padding between fields is garbage."""
    out = {}
    for name in World.fields:
        array = getattr(lane.world, name)
        for field in array.dtype.names or ("",):
            if name not in WORK_SPACE:
                out[f"world.{name}.{field}"] = (array[field] if field else array).tobytes()
    out |= {"flows": lane.ledger.flows.tobytes(), "balances": lane.ledger.balances.tobytes(), "gap": lane.gap.tobytes()}
    holders = {"series": lane.series} | ({"desk": lane.desk, "decisions": lane.decisions} if lane.desk else {})
    out |= {f"{holder}.{name}": one.tobytes() for holder, thing in holders.items() for name, one in vars(thing).items()
            if isinstance(one, np.ndarray)}
    out |= {f"series.{name}": one.tobytes() for name, one in lane.series.more.items()}
    out |= {f"quarter.{name}": one.tobytes() for name, one in lane.series.quarter.items()}
    out |= {f"columns.{owner}.{name}": one.tobytes() for owner, mine in lane.active.columns.items()
            for name, one in mine.items()}
    out["events"] = repr([(week, kind, str(subject), np.asarray(where).tolist())
                          for week, kind, subject, where in lane.events]).encode()
    return out


class Watch:
    """Counts in which models each mechanism came up."""

    def __init__(self):
        self.seen: Counter = Counter()

    def see(self, **found) -> None:
        """Add how often each of these was found."""
        self.seen.update({name.replace("_", " "): int(np.sum(count)) for name, count in found.items()})

    def week(self, lane: Lane, before: np.ndarray, prices: tuple) -> None:
        """What one week of a lane brought; ``before`` is the way in use of every need before it."""
        w, week = lane.world, lane.week - 1
        now, counts = w.habit, lane.series.counts[week]
        served = w.helped_households == week
        homes = w.households
        self.see(a_working_single_is_helped=served & homes.working_single,
                 somebody_ill_for_a_while_is_helped=served & (homes.ill_until > week),
                 a_holder_of_a_pgb_is_helped=served & homes.eligible & homes.pgb,
                 pgb_pays=w.services.covered,
                 leaves_informal_help=(before == INFORMAL) & (now != INFORMAL),
                 takes_informal_help=(before >= 0) & (before != INFORMAL) & (now == INFORMAL),
                 leaves_a_company=(before == COMMERCIAL) & (now != COMMERCIAL),
                 takes_a_company=(before >= 0) & (before != COMMERCIAL) & (now == COMMERCIAL),
                 leaves_the_enterprise=(before >= ENTERPRISE) & (now < ENTERPRISE),
                 recovers=0 if week == 0 else (self.ill > week - 1) & (homes.ill_until <= week) & ~homes.limited,
                 the_own_contribution_changes=prices[0] != w.numbers.contribution_least,
                 the_wmo_is_cut=(lane.terms["wmo.hours"] < 1), waiting_lasts=w.teams.waiting,
                 a_desk_is_full=(w.services.opening >= 0) & (w.services.room == 0) & (w.services.served > 0),
                 somebody_came_late=w.workers.late)
        self.ill = homes.ill_until.copy()
        if not lane.numbers.get("channels.ch-street.outside", np.ones(1)).any():
            every = lane.occasions.event[1]
            self.see(word_of_mouth=counts[:, COUNT["heard"]][(week + 1) % every != 0])
        for name, at in COUNT.items():
            self.see(**{f"count of {name}": counts[:, at]})

    def over(self, lane: Lane, null: Lane) -> None:
        """What a whole lane brought, beside doing nothing."""
        for s, service in enumerate(lane.layout.services):
            self.see(**{f"visits of {service.id}": lane.series.services[:, :, s, 2]})
        for kind in ("stops", "begins", "grows", "barred", "withdraws", "fails", "team_begins", "team_stops",
                     "meets_first"):
            self.see(**{f"the enterprise {kind}": sum(np.sum(where) for _, k, _, where in lane.events if k == kind)})
        barred = lane.decisions.barred
        self.see(an_inspection_sends_people_home=lane.series.counts[:, barred, COUNT["closed_places"]],
                 a_closed_service_stays_closed=lane.decisions.stopped,
                 a_partner_gives_less=lane.desk.share < lane.desk.of_partners("share"),
                 paid_hours_displaced=lane.series.minutes[:, :, :, COMMERCIAL]
                 != null.series.minutes[:, :, :, COMMERCIAL],
                 informal_hours_displaced=lane.series.minutes[:, :, :, INFORMAL]
                 != null.series.minutes[:, :, :, INFORMAL])
        self.see(**{f"series of {name}": one for name, one in lane.series.more.items()})
        for i, stream in enumerate(lane.ledger.streams):
            self.see(**{f"money over {stream.name.split('.')[0]}{' ' + stream.tier if stream.tier else ''}":
                        lane.ledger.flows[:, :, i]})


def both(small: Small, watch: Watch) -> tuple[Lane, Lane]:
    """A small model played by both engines."""
    spec = small.spec()
    plugins = activate(spec, [f"wmo_cut:start={small.cut}"] if small.cut else [])
    run = dict(seed=small.seed, replications=small.replications, residents=small.residents, weeks=small.weeks,
               luck_only=small.luck_only, plugins=plugins)
    columns, objects = Neighbourhood(spec, **run), Neighbourhood(spec, engine="objects", **run)
    null = Neighbourhood(spec, enterprise=False, **run)
    lane = columns.lane
    for _ in range(small.weeks):
        before = lane.world.habit.copy()
        prices = (lane.world.numbers.contribution_least.copy(),)
        for model in (columns, objects, null):
            model.step()
        watch.week(lane, before, prices)
    watch.over(lane, null.lane)
    return lane, objects.lane


@pytest.mark.parametrize("examples", ["few", pytest.param("many", marks=pytest.mark.long)])
def test_both_engines_agree_to_the_bit_and_every_mechanism_comes_up(examples):
    watch = Watch()

    @settings(max_examples=EXAMPLES[examples], deadline=None, suppress_health_check=list(HealthCheck))
    @given(small_models())
    def agree(small: Small) -> None:
        columns, objects = (state_of(lane) for lane in both(small, watch))
        assert [name for name in columns if columns[name] != objects[name]] == []

    for small in RARE:
        agree = example(small)(agree)
    agree()
    never = sorted(name for name, times in watch.seen.items() if times == 0)
    assert never == [], f"no model reached: {', '.join(never)}"
