"""A gathering: who comes, and whom everybody there talks with."""

from simcore.behaviour.ties import meet
from simcore.behaviour.world import PARTICIPATIONS
from simcore.compiled import act, law


@law
def talks(n, k, there, contacts):
    """Whether the n-th of so many people in a ring talks with the k-th after him: each with ``contacts`` others.

    Half of them stand on either side; with an odd number some talk with one more, in pairs; nobody twice
    (docs/laws.md 12).
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
        worker = w.workers[r, p]
        if worker.resident >= 0 and w.teams[r, worker.team].enterprise == e and w.teams[r, worker.team].together:
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
