"""A term that is moved in a lively lane, and what came of it, counted."""

import numpy as np

from simcore.behaviour.world import COUNT
from simcore.plugin import Effect, Number, Text, hookimpl, plugin

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
