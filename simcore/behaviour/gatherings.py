"""A gathering: who comes, and whom everybody there talks with."""

from simcore.behaviour.ties import meet
from simcore.behaviour.world import PARTICIPATIONS
from simcore.compiled import act, law


@law
def furthest(there, contacts):
    """How far round the ring somebody talks: with ``contacts`` others on one side, but nobody twice (docs/laws.md 12)."""
    return min(contacts, there // 2)


@act
def members_come(w, r, e):
    """Write down in ``w.kept`` who holds a place in a team of enterprise e that is together; how many they are."""
    there = 0
    for p in range(w.workers.shape[1]):
        worker = w.workers[r, p]
        if worker.resident >= 0 and w.teams[r, worker.team].enterprise == e and w.teams[r, worker.team].together:
            w.kept[there] = worker.resident
            there += 1
    return there


@act
def talk(w, r, there, contacts, key, week, first):
    """The first ``there`` people of ``w.kept`` stand in a ring; each talks with the next few: a contact every time.

    ``first``: where the numbers of their luck begin. Everybody took part.
    """
    w.counts[r, PARTICIPATIONS] += there
    far = furthest(there, contacts)
    for n in range(there):
        w.joined_in[r, w.kept[n]] = week
        for k in range(1, far + 1):
            if 2 * k < there or n < k:                     # half-way round an even ring a pair would meet twice
                meet(w, r, w.kept[n], w.kept[(n + k) % there], key, week, first + n * 32 + k)


@act
def stay_late(w, r, there, minutes):
    """Who came works so many minutes less the day after."""
    for n in range(there):
        place = w.residents[r, w.kept[n]].placed
        if place >= 0:
            w.workers[r, place].late += minutes
