"""The loops of the enterprise's week: people come in, customers are served, requests answered, places end.

Moves as in moves.py: compiled, and plain Python over Mesa agents in the objects engine.
"""

from simcore.behaviour.assistance import come_and_go_together, drop_out, leave_place, place_ends, slide_back
from simcore.behaviour.delivery import open_desk
from simcore.behaviour.orders import fulfil, judge
from simcore.behaviour.reception import answer, is_customer, regular_visit
from simcore.behaviour.work import clock_in, close_week, is_hired
from simcore.behaviour.world import CLOSED_PLACES, ENDED, NOBODY, PARTICIPATION, STRANGER
from simcore.compiled import act, move
from simcore.luck import luck

# The keys of luck that are no occasions.
ATTENDANCE, QUITTING, QUALITY, CONTACT, ANSWER, RETHINK, BIRTHDAY = range(7)
OTHER_KEYS = 7


@act
def in_order(w, r):
    """Put this week's requests in order of arrival (the older ones already are)."""
    for n in range(1, w.request_count[r]):
        m = n
        while m > 0 and earlier(w.requests[r, m], w.requests[r, m - 1]):
            swap(w.requests[r, m], w.requests[r, m - 1])
            m -= 1


@act
def earlier(one, other):
    """Whether a request came in before another."""
    return one.week < other.week or (one.week == other.week and one.when < other.when)


@act
def copy(one, other):
    """Write one request over another."""
    other.household, other.generation, other.service = one.household, one.generation, one.service
    other.minutes, other.price, other.week, other.when = one.minutes, one.price, one.week, one.when
    other.enrol = one.enrol


@act
def swap(one, other):
    """Exchange two requests in the list."""
    h, g, s, m = one.household, one.generation, one.service, one.minutes
    p, t, x, e = one.price, one.week, one.when, one.enrol
    copy(other, one)
    other.household, other.generation, other.service, other.minutes = h, g, s, m
    other.price, other.week, other.when, other.enrol = p, t, x, e


@act
def place_number(w, r, p):
    """The number under which a work place asks for luck: its own, whatever the order of teams in the file."""
    team = w.teams[r, w.workers[r, p].team]
    return team.luck + p - team.first


@act
def order_work(w, r, key, week):
    """What partners ordered is done first; then it is seen how well each did it."""
    for o in range(w.orders.shape[1]):
        fulfil(w, r, o)
    if w.orders.shape[1] > 0:
        for p in range(w.workers.shape[1]):
            if w.workers[r, p].served > 0:
                judge(w, r, p, key, week, place_number(w, r, p))


@move
def work(w, week, keys):
    """The week of the enterprise: people come in, customers are served, requests answered, lessons learned.

    ``keys`` is (R, OTHER_KEYS).
    """
    for r in range(keys.shape[0]):
        for t in range(w.teams.shape[1]):
            team = w.teams[r, t]
            team.capacity, team.served, team.waiting = 0, 0, 0
        for p in range(w.workers.shape[1]):
            worker = w.workers[r, p]
            if worker.resident == NOBODY:
                worker.minutes, worker.present, worker.served = 0, False, 0
                continue
            clock_in(worker, w, r, luck(keys[r, ATTENDANCE], week, place_number(w, r, p), 0)[0])
        for s in range(w.services.shape[1]):
            if w.services[r, s].opening >= 0:
                open_desk(w, r, s)
        order_work(w, r, keys[r, QUALITY], week)
        kept = 0
        for n in range(w.customer_count[r]):
            one = w.customers[r, n]
            h = one.household
            if not is_customer(w.households[r, h], w, r, h, one):
                continue
            last = w.customers[r, kept]
            last.household, last.generation, last.service = one.household, one.generation, one.service
            kept += 1
            regular_visit(w.households[r, h], w, r, h, last.service, keys[r, QUALITY], keys[r, CONTACT],
                          keys[r, RETHINK], week)
        w.customer_count[r] = kept
        in_order(w, r)
        stay, asked = 0, w.request_count[r]
        for n in range(asked):
            one = w.requests[r, n]
            me = w.households[r, one.household]
            if answer(me, w, r, one, keys[r, QUALITY], keys[r, CONTACT], keys[r, ANSWER], week):
                if stay < n:
                    copy(one, w.requests[r, stay])
                stay += 1
        for n in range(asked, w.request_count[r]):            # what waiters asked of another enterprise
            copy(w.requests[r, n], w.requests[r, stay])
            stay += 1
        w.request_count[r] = stay
        for t in range(w.teams.shape[1]):
            team = w.teams[r, t]
            team.wait = team.waiting / team.capacity if team.capacity > 0 else 8.0
        for p in range(w.workers.shape[1]):
            if w.workers[r, p].resident != NOBODY:
                close_week(w.workers[r, p], w, r)


@move
def staff(w, week, key, longest, review_at):
    """Places end: people drop out, slide back, reach the review or the legal end, or leave a team that was closed;
    and teams of a trade begin or stop.

    ``key`` is (R,), ``longest`` and ``review_at`` (R,) weeks.
    """
    for r in range(key.size):
        for p in range(w.workers.shape[1]):
            worker = w.workers[r, p]
            team = w.teams[r, worker.team]
            if worker.resident == STRANGER and p >= team.first + team.places:
                worker.resident = NOBODY
            if worker.resident < 0:
                continue
            enterprise = w.enterprises[r, team.enterprise]
            me = w.residents[r, worker.resident]
            if not enterprise.alive or is_hired(team.contract) or p >= team.first + team.places:
                leave_place(me, w, r, worker.resident, week)
                w.counts[r, CLOSED_PLACES] += 1
            elif worker.complaint and worker.confidence < enterprise.gives_up:
                slide_back(worker, w, r, week)
            elif luck(key[r], week, place_number(w, r, p), 0)[0] < enterprise.drop_out:
                drop_out(worker, w, r, week)
            elif team.contract == PARTICIPATION and place_ends(
                    week - worker.since, review_at[r], longest[r],
                    worker.confidence > enterprise.first_confidence):
                leave_place(me, w, r, worker.resident, week)
                w.counts[r, ENDED] += 1
        for t in range(w.teams.shape[1]):
            team = w.teams[r, t]
            for p in range(team.first, team.first + team.places):
                if is_hired(team.contract) and w.enterprises[r, team.enterprise].alive:
                    w.workers[r, p].resident = STRANGER
                    w.workers[r, p].confidence = 1.0
                elif w.workers[r, p].resident == STRANGER:
                    w.workers[r, p].resident = NOBODY
            come_and_go_together(w, r, t, week)
