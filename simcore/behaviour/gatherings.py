"""A gathering: who comes, whom everybody there talks with, and what comes of it: ties, volunteers, goals, promises."""

from simcore.behaviour.commons import GUESTS, TURNED_AWAY
from simcore.behaviour.goals import name_goal, take_up_goals
from simcore.behaviour.pledges import MOST_DEEDS, promise
from simcore.behaviour.ties import meet
from simcore.behaviour.volunteers import helpers_for, left_to_ask, send_home, sign_up
from simcore.behaviour.world import PARTICIPATIONS
from simcore.compiled import act, law
from simcore.luck import luck, one_of, part, poisson, words

UNDECIDED = 10_000               # the luck of whether it is arranged stands beyond that of who helps


@law
def talks(n, k, there, contacts):
    """Whether the n-th of so many people in a ring talks with the k-th after him: each with ``contacts`` others.

    Half of them stand on either side; with an odd number some talk with one more, in pairs; nobody twice
    (docs/laws.md 12a).
    """
    if 2 * k >= there:
        return 2 * k == there and n < k and k <= (contacts + 1) // 2        # half-way round: each pair once
    if 2 * k <= contacts:
        return True
    return 2 * k == contacts + 1 and (n // k) % 2 == 0 and n + k < there


@act
def members_come(w, r, e):
    """Write down in ``w.kept`` who holds a place in a team of enterprise e that is together; how many they are."""
    there = 0
    for p in range(w.workers.shape[1]):
        worker, team = w.workers[r, p], w.teams[r, w.workers[r, p].team]
        if worker.resident >= 0 and team.enterprise == e and team.together:
            w.kept[there] = worker.resident
            there += 1
    return there


@act
def talk(w, r, there, contacts, key, week, first):
    """The first ``there`` people of ``w.kept`` stand in a ring; each talks with some beside: a contact every time.

    ``first``: where the numbers of their luck begin. Everybody took part.
    """
    w.counts[r, PARTICIPATIONS] += there
    for n in range(there):
        w.joined_in[r, w.kept[n]] = week
        for k in range(1, (contacts + 1) // 2 + 1):
            if talks(n, k, there, contacts):
                meet(w, r, w.kept[n], w.kept[(n + k) % there], key, week, first + n * 32 + k)


@act
def stay_late(w, r, there, minutes):
    """Who came works so many minutes less the day after."""
    for n in range(there):
        place = w.residents[r, w.kept[n]].placed
        if place >= 0:
            w.workers[r, place].late += minutes


@act
def is_here(w, came, i):
    """Whether resident i is among those who came (the first ``came`` in the list of who is kept)."""
    for k in range(came):
        if w.kept[k] == i:
            return True
    return False


@act
def guest(w, r, g, first, taken):
    """The last guest who comes again after ``taken`` others, from a place of luck round; -1: moved, or no more."""
    known = w.gatherings[r, g].guests
    if taken >= known:
        return -1
    i, generation = w.guests[r, g, (first + taken) % known, 0], w.guests[r, g, (first + taken) % known, 1]
    return i if w.households[r, w.residents[r, i].household].generation == generation else -1


@act
def visitors(w, r, g, key, week):
    """Who comes to a gathering of everyone, into ``w.kept``; how many. Each comes once, a child brings a parent.

    Some came the last time as well, from a place of luck round; the others are anybody. For whom there is no room is
    turned away.
    """
    gathering, came, again = w.gatherings[r, g], 0, 0
    first = one_of(words(key, week, gathering.luck, 1)[0], max(1, gathering.guests))
    wanted = poisson(gathering.expected, luck(key, week, gathering.luck, 0)[0])
    w.carried[r, TURNED_AWAY] += max(0, wanted - GUESTS)
    for k in range(min(GUESTS, wanted)):
        a, b, _, _ = words(key, week, gathering.luck + k, 2)
        i = -1
        if part(a) < gathering.regulars:
            i = guest(w, r, g, first, again)
            again += 1
        if i < 0:
            i = one_of(b, w.residents.shape[1])
            if not w.residents[r, i].adult:
                i = w.households[r, w.residents[r, i].household].first
        if not is_here(w, came, i):
            w.kept[came] = i
            came += 1
    return came


@act
def remember(w, r, g, came):
    """Write down who came: some of them come again the next time."""
    for k in range(came):
        w.guests[r, g, k, 0] = w.kept[k]
        w.guests[r, g, k, 1] = w.households[r, w.residents[r, w.kept[k]].household].generation
    w.gatherings[r, g].guests = came


@act
def speak_out(w, r, came, goal_key, promise_key, week):
    """Visitors name what matters most to them; what enough of them name is taken up, and some promise their part."""
    for n in range(w.goals.shape[1]):
        w.goals[r, n].votes = 0
    for k in range(came):
        h = w.residents[r, w.kept[k]].household
        n = name_goal(w.households[r, h], w, r, h, goal_key, week)
        if n >= 0:
            w.goals[r, n].votes += 1
    take_up_goals(w, r, came)
    for k in range(came):
        i = w.kept[k]
        for d in range(w.deeds.shape[1]):
            kind = w.deeds[r, d]
            chance = kind.takes * (kind.older if w.households[r, w.residents[r, i].household].old else 1.0)
            if luck(promise_key, week, i * MOST_DEEDS + d, 0)[0] < chance:
                promise(w, r, i, d)


@act
def staffed(w, r, g, organised, key, week):
    """Whether a gathering is arranged and there are enough helpers; without them nobody need come."""
    gathering = w.gatherings[r, g]
    if gathering.helpers == 0:
        return True
    if luck(key, week, gathering.luck, UNDECIDED)[0] >= organised:
        return False
    if helpers_for(w, r, gathering.helpers, gathering.minutes, key, week, gathering.luck) >= gathering.least:
        return True
    send_home(w, r, gathering.minutes, gathering.luck)
    return False


@act
def recruit(w, r, g, came, key, week):
    """Some of the visitors become a volunteer: fewer as more of those who would already are."""
    chance = w.gatherings[r, g].recruits * left_to_ask(w, r)
    for k in range(came):
        if luck(key, week, w.gatherings[r, g].luck + k, 3)[0] < chance:
            sign_up(w, r, w.kept[k], week, False)
