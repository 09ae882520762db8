"""A visit: who comes, how well it goes, who pays, and what it leaves behind in both people."""

from simcore.behaviour.awareness import set_mood
from simcore.behaviour.covers import FOR_WMO, cover_of, is_for, part_of
from simcore.behaviour.ties import meet
from simcore.behaviour.world import CAUGHT, COFFEE, NOBODY, PARTICIPATIONS, VISITS
from simcore.behaviour.work import COMPLAINT, SATISFIED, drift, plain_noise, quality, skill_of
from simcore.compiled import act, law
from simcore.luck import luck


@act
def give_minutes(w, r, p, minutes):
    """Worker p gives at most so many minutes of regular output; how many it gave."""
    worker = w.workers[r, p]
    given = min(minutes, worker.minutes)
    worker.minutes -= given
    worker.served += given
    w.teams[r, worker.team].served += given
    return given


@law
def desk_minutes(opening, seats, there, output):
    """Minutes of regular output that a desk has room for: opening x the seats taken x their mean output.

    ``output``: of the ``there`` people of its team together, against that of regular workers (docs/laws.md 4).
    """
    return int(opening * min(seats, there) * (output / there)) if there > 0 else 0


@act
def open_desk(w, r, s):
    """Service s with opening hours has room this week for as long as there are people at its seats."""
    service = w.services[r, s]
    team, there, output = w.teams[r, service.team], 0, 0.0
    for p in range(team.first, team.first + team.places):
        if w.workers[r, p].present:
            there += 1
            output += skill_of(w.enterprises[r, service.enterprise], w.workers[r, p])
    service.room = desk_minutes(service.opening, service.seats, there, output)


@act
def serve(w, r, h, s, minutes):
    """Serve household h by service s: its known face first, then the team in order; hours are divisible.

    A service with opening hours gives what room is left in them. Gives (minutes served, who came first or -1).
    """
    service = w.services[r, s]
    team = w.teams[r, service.team]
    if service.opening >= 0:
        minutes = min(minutes, service.room)
    face = w.relations[r, h, service.enterprise].face
    first, given = NOBODY, 0
    if team.first <= face < team.first + team.places and w.workers[r, face].minutes > 0:
        first, given = face, give_minutes(w, r, face, minutes)
    for p in range(team.first, team.first + team.places):
        if given >= minutes:
            break
        if w.workers[r, p].minutes > 0:
            given += give_minutes(w, r, p, minutes - given)
            if first < 0:
                first = p
    if service.opening >= 0:
        service.room -= given
    return given, first


@act
def pay(me, w, r, h, s, minutes, price, week, worker):
    """The customer pays for what was done, a cover (a PGB) its part; cents paid by the two.

    ``price`` is per hour, or of a whole job; part of a job is charged by its minutes.
    """
    service = w.services[r, s]
    per, whole = (price, 60)
    if service.per_job:
        whole = w.job_minutes[r, service.activity]
    due = (per * minutes + whole // 2) // whole
    worth = per * minutes * 60 // whole                 # counted apart, in sixtieths of a cent
    covered, by = 0, cover_of(me, w, r, s, per * 0.6 / whole, minutes)
    if by >= 0:
        covered, charged = part_of(w, r, s, by, minutes, due)
        if charged != due:                              # in kind: the tariff of a contract for what is indicated
            helped = min(minutes, int(w.numbers[r].wmo_minutes))
            worth = w.cover_rate[r, by, s] * helped + per * (minutes - helped) * 60 // whole
            due = charged
        w.cover_left[r, by] -= covered
        w.covered[r, by, s] += covered
        by = by if covered > 0 else -1
    service.paid += due - covered
    service.covered += covered
    service.worth += worth
    n = w.payment_count[0]
    if n < w.payments.shape[1]:
        one = w.payments[0, n]
        one.week, one.service, one.household, one.worker, one.minutes = week, s, h, worker, minutes
        one.paid, one.covered, one.cover = due - covered, covered, by
        w.payment_count[0] = n + 1


@act
def impress(w, r, h, s, p, key, week):
    """The visit of worker p leaves its mark: on the customer's trust and mood, on the worker's week."""
    service, worker = w.services[r, s], w.workers[r, p]
    enterprise, relation = w.enterprises[r, service.enterprise], w.relations[r, h, service.enterprise]
    u, v, x, y = luck(key, week, h * w.habit.shape[2] + service.activity, 0)
    seen = quality(skill_of(enterprise, worker), enterprise.end_skill, worker.confidence,
                   enterprise.noise * plain_noise(u, v, x, y))
    if relation.face != p:
        if relation.face >= 0:
            relation.trust = relation.trust * (1.0 - enterprise.new_face)
        relation.face = p
    relation.trust = drift(relation.trust, seen, enterprise.pace)
    if seen >= SATISFIED:
        worker.pleased = True
        set_mood(w, r, h, service.enterprise, 1)
    elif seen < COMPLAINT:
        worker.complaint = True
        set_mood(w, r, h, service.enterprise, -1)


@act
def drink_coffee(me, w, r, h, e, p, key, week):
    """Coffee with a customer who lives alone turns the visit into a contact, and takes the worker's time."""
    enterprise = w.enterprises[r, e]
    s = enterprise.coffee_service
    if s < 0 or not w.services[r, s].open or not me.alone or w.workers[r, p].resident < 0:
        return
    if w.workers[r, p].team != w.services[r, s].team or w.workers[r, p].minutes < enterprise.coffee_minutes:
        return
    minutes = give_minutes(w, r, p, enterprise.coffee_minutes)
    w.services[r, s].served += minutes
    w.services[r, s].visits += 1
    w.counts[r, COFFEE] += 1
    w.counts[r, PARTICIPATIONS] += 2
    w.joined_in[r, me.first] = w.joined_in[r, w.workers[r, p].resident] = week
    meet(w, r, me.first, w.workers[r, p].resident, key, week, h)


@act
def disappoint(w, r, h, e):
    """A visit that did not come, or a request refused: trust moves towards nothing."""
    relation = w.relations[r, h, e]
    relation.trust = drift(relation.trust, 0.0, w.enterprises[r, e].pace)
    set_mood(w, r, h, e, -1)


@act
def is_caught(me):
    """Whether household help here takes the place of Wmo help: somebody needs it, or had it, and no budget pays."""
    return (me.limited or me.was_client) and not (me.eligible and me.pgb)


@act
def is_in_kind(me, w, r, s):
    """Whether what service s does for this household is help from the Wmo itself, by a contract."""
    for c in range(w.cover_rate.shape[1]):
        pays = w.cover_left[r, c] > 0 and w.cover_rate[r, c, s] > 0
        if w.cover_who[c] == FOR_WMO and pays and is_for(me, FOR_WMO):
            return True
    return False


@act
def visit(me, w, r, h, s, minutes, price, quality_key, contact_key, week):
    """Serve, be paid, impress and have coffee: one visit. Gives the minutes that could be served."""
    given, p = serve(w, r, h, s, minutes)
    if given <= 0:
        return 0
    service = w.services[r, s]
    service.served += given
    service.visits += 1
    w.counts[r, VISITS] += 1
    if w.helped[service.activity] and is_caught(me) and not is_in_kind(me, w, r, s):
        w.counts[r, CAUGHT] += given
    w.helped_households[r, h] = week
    pay(me, w, r, h, s, given, price, week, p)
    impress(w, r, h, s, p, quality_key, week)
    if service.at_home:
        drink_coffee(me, w, r, h, service.enterprise, p, contact_key, week)
    return given
