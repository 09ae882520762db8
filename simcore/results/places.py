"""Watches the places of people in one course: who joins, who goes and why, who finds work or loses it.

As in recorder.py, of which this is a part: it compares the tables of now with those of a week ago.
"""

from types import SimpleNamespace

import numpy as np

from simcore.behaviour.assistance import place_ends
from simcore.behaviour.work import productivity
from simcore.behaviour.world import COUNT, PARTICIPATION
from simcore.neighbourhood.rows import NEVER
from simcore.results.names import Person

PLACED_LATELY = 52                                             # weeks in which work still goes with a former place


class Places:
    """What a Recorder sees of them."""

    def __init__(self, recorder):
        self.recorder, self.say, self.person, self.home = recorder, recorder.say, recorder.person, recorder.home
        self.teams = recorder.lane.layout.teams
        self.place_weeks = recorder.lane.place_weeks         # (longest, review), each (1,): a plugin may move the first
        self.enterprise = recorder.enterprise
        self.learned: set[tuple[Person, int]] = set()

    def team_of(self, state, i: int) -> str:
        """The team in which resident i holds a place."""
        return self.teams[state.workers.team[state.residents.placed[i]]].id

    def look(self, before, now, moved) -> None:
        """Who joins, who goes and why; who finds work, loses it, or comes on benefit."""
        was, r, week = before.residents, now.residents, self.recorder.week
        stayed = ~moved[self.home]
        joins = np.flatnonzero((r.placed >= 0) & ((was.placed < 0) | ~stayed))
        for i in joins.tolist():
            self.say("joins", self.team_of(now, i), self.person(i, now), age=self.recorder.age(i, now),
                     sort=at_work(now, i))
        goes = np.flatnonzero((r.placed < 0) & (was.placed >= 0) & stayed).tolist()
        rest = [i for i in goes if r.exit_week[i] != week and r.benefit[i] and not self.is_closed(before, now, i)]
        ended = [i for i in rest if self.is_ended(before, now, i)]
        gone = int((~stayed & (was.placed >= 0)).sum())                  # a move ends a place too
        counts = self.recorder.lane.world.counts[0]                      # somebody may find and lose work within a week
        sure = (len(ended), len(rest) - len(ended)) == (counts[COUNT["ended"]] - gone, counts[COUNT["dropped_out"]])
        closing = [i for i in goes if r.exit_week[i] != week and r.benefit[i] and i not in rest]
        all_sent = len(closing) == counts[COUNT["closed_places"]]      # who dropped out of a team as it stopped was not
        for i in goes:
            who, team = self.person(i, now), self.team_of(before, i)
            so = {"weeks": week - int(before.workers.since[was.placed[i]]), "sort": at_work(before, i)}
            if r.exit_week[i] == week:
                self.say("finds_work", team, who, **so)
            elif not r.benefit[i]:
                self.say("leaves_benefit_and_team", team, who, **so)
            elif i not in rest and all_sent:
                self.say("sent_home", team, who, **so)
            elif i not in rest or not sure:
                self.say("leaves", team, who, **so)
            elif i in ended:
                self.say("place_over" if so["weeks"] >= self.place_weeks[0][0] else "not_renewed", team, who, **so)
            elif self.is_sliding(before, now, i):
                self.say("slides_back", team, who, **so)
            else:
                self.say("drops_out", team, who, **so)
        stays = stayed & (r.placed >= 0) & (r.placed == was.placed)
        enough = self.enterprise.search_from
        for i in np.flatnonzero(stays & (r.confidence >= enough) & (was.confidence < enough)).tolist():
            self.say("searches", self.team_of(now, i), self.person(i, now))
        self.benefits(was, r, stayed, now)

    def benefits(self, was, r, stayed, now) -> None:
        """Benefit and work of who holds no place."""
        week = self.recorder.week
        found = stayed & (r.exit_week == week) & (was.exit_week != week) & (was.placed < 0)
        for i in np.flatnonzero(found).tolist():
            weeks = week - int(was.left_week[i])
            if was.left_week[i] > NEVER and weeks <= PLACED_LATELY:
                self.say("finds_work_later", self.last_team(i, now), self.person(i, now), weeks=weeks)
            else:
                self.say("finds_work_elsewhere", "neighbourhood.assistance", self.person(i, now))
        on, off = stayed & r.benefit & ~was.benefit, stayed & was.benefit & ~r.benefit
        for i in np.flatnonzero(on).tolist():
            if was.exit_week[i] > NEVER and was.left_week[i] > NEVER:
                self.say("work_lost", self.last_team(i, now), self.person(i, now), weeks=week - int(was.exit_week[i]))
            else:
                self.say("on_benefit", "neighbourhood.assistance", self.person(i, now))
        for i in np.flatnonzero(off & (r.exit_week != week) & (was.placed < 0)).tolist():
            self.say("benefit_ends", "neighbourhood.assistance", self.person(i, now))

    def last_team(self, i: int, state) -> str:
        """The team in which somebody held a place last."""
        who = self.person(i, state)
        return next((fact.item for fact in reversed(self.recorder.facts) if fact.kind == "joins" and fact.who == who),
                    "key_resources")                           # who came and went within a week was not seen

    def is_closed(self, before, now, i: int) -> bool:
        """Whether the place of resident i was closed: no enterprise, no such place in the team,
        or too few people in it."""
        p = before.residents.placed[i]
        t = before.workers.team[p]
        stops = before.teams.together[t] and not now.teams.together[t]
        return not before.alive or stops or p >= before.teams.first[t] + before.teams.places[t]

    def is_sliding(self, before, now, i: int) -> bool:
        """Whether resident i stays at home after a complaint this week, with too little confidence left."""
        p = before.residents.placed[i]
        return bool(now.workers.complaint[p]) and now.workers.confidence[p] < self.enterprise.gives_up

    def is_ended(self, before, now, i: int) -> bool:
        """Whether the law or the review ended the place of resident i (the law itself says so)."""
        p = before.residents.placed[i]
        participation = self.teams[before.workers.team[p]].contract == PARTICIPATION
        longest, review = (int(one[0]) for one in self.place_weeks)
        return participation and bool(place_ends(self.recorder.week - int(before.workers.since[p]), review, longest,
                                                 now.residents.confidence[i] > self.enterprise.first_confidence))

    def learning(self, now) -> None:
        """Who has practised as many hours as it takes to learn the work."""
        e, w = self.enterprise, now.workers
        for p in np.flatnonzero((w.resident >= 0) & (w.practised >= e.hours_to_learn)).tolist():
            who = self.person(int(w.resident[p]), now)
            if (who, int(w.since[p])) not in self.learned:
                self.learned.add((who, int(w.since[p])))
                pace = productivity(e.start_skill, e.end_skill, w.practised[p], e.hours_to_learn)
                self.say("learns", self.teams[w.team[p]].id, who, hours=int(w.practised[p]), pace=round(100 * pace),
                         start=round(100 * e.start_skill))


def at_work(state: SimpleNamespace, i: int) -> str:
    """Whether resident i, who holds a place, is at work there or waits until the team begins."""
    return "work" if state.teams.together[state.workers.team[state.residents.placed[i]]] else "wait"
