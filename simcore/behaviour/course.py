"""Whose course may differ from the one they take in the lane of doing nothing.

All lanes share their luck, so who no enterprise has reached lives exactly as without one. The lane of doing nothing
leaves a tape: at each occasion to meet a need, to whom it came and which way was taken; and how needs were met by who
moved in, reached another stage of life or got another friend, which befalls the same households in every lane. In a
lane with an enterprise a household follows that tape while it cannot choose otherwise; else it chooses, and is astray
in a need from its first other choice until its choice is that of the tape again. Results are the same to the bit as
when everybody chooses (tests/engine/test_tape.py), but a lane costs only the people it touches.

What a choice hangs on: the household and its arrangement for this need (a bit of ``astray`` each), whether it knows an
enterprise, and the minutes of help its friend has left, which differ as long as someone who counts on that friend is
astray in a need that a neighbour meets in either lane (``shaking``: who; ``shaken``: how many count on this friend;
FRIEND: a bit at who counts on one for whom that is not zero).

A lane of doing nothing follows another that was played before in the same way, when the two differ in rules of
household help from the Wmo alone: to be one who would get that help (HELP) is then what to know an enterprise is
elsewhere, and it leaves a tape of its own where the other lay.
"""

from simcore.behaviour.world import WMO
from simcore.compiled import act, step

# What the tape says of an occasion: a way, with UNCHANGED added where an arrangement stayed as it was, or IDLE.
WAY, UNCHANGED, IDLE = 7, 8, 255
MOST_NEEDS = 24                         # a bit each; in a district with more everybody chooses, without a tape
# Beside a bit per need: knows a living enterprise; apart until somebody else lives here; its friend may have other
# minutes left; may get help by other rules.
KNOWS, APART, FRIEND, HELP = 1 << 24, 1 << 25, 1 << 26, 1 << 27


@act
def reasons(w, r, a):
    """The bits of ``astray`` for any of which a household may meet need a otherwise than in the lane of doing nothing:
    to know an enterprise is one when it may be asked for this need."""
    why = APART | FRIEND | 1 << a | (HELP if w.helped[a] else 0)
    for e in range(w.enterprises.shape[1]):
        s = w.service_of[e, a]
        if s >= 0 and (w.services[r, s].open or w.services[r, s].on_request):
            why |= KNOWS
    return why


@step
def may_differ(w, r, h, why):
    """Whether household h may do otherwise than in the lane of doing nothing, for any of these reasons."""
    return w.astray[r, h] & why != 0


@act
def stray(w, r, h, a):
    """Household h no longer meets need a as in the lane of doing nothing, or nobody can tell."""
    w.astray[r, h] |= 1 << a


@act
def shake(w, r, h, a):
    """Household h, astray in need a, may ask other minutes of its friend than in the lane of doing nothing."""
    if w.standing[a] and w.friend[h] >= 0 and w.shaking[r, h] & 1 << a == 0:
        w.shaking[r, h] |= 1 << a
        friend = w.friend[h]
        w.shaken[r, friend] += 1
        if w.shaken[r, friend] == 1:
            for i in range(w.counting_start[friend], w.counting_start[friend + 1]):
                w.astray[r, w.counting[i]] |= FRIEND


@act
def rejoin(w, r, h, a):
    """Household h meets need a as in the lane of doing nothing again."""
    if w.astray[r, h] & 1 << a == 0:
        return
    w.astray[r, h] &= ~(1 << a)
    if w.shaking[r, h] & 1 << a != 0:
        w.shaking[r, h] &= ~(1 << a)
        friend = w.friend[h]
        w.shaken[r, friend] -= 1
        if w.shaken[r, friend] == 0:
            for i in range(w.counting_start[friend], w.counting_start[friend + 1]):
                w.astray[r, w.counting[i]] &= ~FRIEND


@act
def compare(w, r, h, a, before, done, said, neighbour, ways):
    """Household h has met need a by a choice of its own: the tape tells whether it is, or is again, on its course.

    ``before``: its way until now; ``neighbour``: the way of asking a friend; ``ways``: how many are no enterprise. Of
    household help it may have other minutes then: it keeps choosing (HELP).
    """
    if done == IDLE and said == IDLE:
        return
    mine, other = done & WAY, said & WAY
    if done != IDLE and said != IDLE and mine == other and mine < ways and w.astray[r, h] & APART == 0:
        rejoin(w, r, h, a)
        return
    stray(w, r, h, a)
    if before == neighbour or mine == neighbour or other == neighbour:
        shake(w, r, h, a)


@act
def off_tape(w, r, h, a):
    """Need a of household h is arranged at a moment of which the tape says nothing: who may differ is astray."""
    if w.follows[r] and may_differ(w, r, h, reasons(w, r, a)):
        stray(w, r, h, a)
        shake(w, r, h, a)


@step
def next_on_tape(w, r, h):
    """The next place on the tape, for something that befalls household h in every lane."""
    at = w.tape_length[r]
    w.tape_length[r] += 1
    if at < w.whom.shape[1]:
        w.whom[r, at] = h
    return at


@act
def said_on_tape(w, r, h, a, at):
    """What the tape says at a place, while household h cannot meet need a otherwise; else IDLE."""
    if w.follows[r] and not may_differ(w, r, h, reasons(w, r, a)):
        return int(w.tape[r, at])
    return IDLE


@step
def say(w, r, at, done):
    """Write what was done at a place of the tape, while there is room."""
    if at < w.tape.shape[1]:
        w.tape[r, at] = done


@act
def begin_again(w, r, h):
    """Somebody else comes to live here, who knows no enterprise and has arranged nothing yet."""
    if w.astray[r, h] & ~FRIEND != 0:
        for a in range(w.standing.size):
            rejoin(w, r, h, a)
        w.astray[r, h] &= FRIEND


@act
def heed_help(me, w, r, h):
    """Where rules of household help are other than on the tape, who would get that help may do otherwise by them."""
    if w.other_help[r] and me.eligible:
        w.astray[r, h] |= HELP


@act
def heed_new_help(me, w, r, h):
    """These rules are others than last week, here or there, and who has that help may look again at a moment of which
    the tape says nothing."""
    heed_help(me, w, r, h)
    for a in range(w.standing.size):
        if w.helped[a] and (w.habit[r, h, a] == WMO or w.astray[r, h] & (1 << a) != 0):
            w.astray[r, h] |= HELP
            stray(w, r, h, a)
            shake(w, r, h, a)
