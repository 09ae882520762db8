"""Work ordered of a team, which does it before it serves households: shared stairs, or whatever a plugin asks."""

from simcore.behaviour.delivery import give_minutes
from simcore.behaviour.work import COMPLAINT, SATISFIED, plain_noise, quality, skill_of
from simcore.compiled import act
from simcore.luck import luck


@act
def fulfil(w, r, o):
    """The team does the work of an order that is due, one after another while it has minutes for a whole one."""
    order = w.orders[r, o]
    service = w.services[r, order.service]
    team = w.teams[r, service.team]
    order.done, p = 0, team.first
    if not service.open:
        return
    while order.done < order.due and team.capacity - team.served >= order.minutes:
        left = order.minutes
        while left > 0:                          # worker after worker, in the order of their places
            left -= give_minutes(w, r, p, left)
            if left > 0:
                p += 1
        order.done += 1
    service.asked += order.due
    service.visits += order.done
    service.served += order.minutes * order.done
    service.missed += order.minutes * (order.due - order.done)


@act
def judge(w, r, p, key, week, n):
    """How well a worker did ordered work this week: who lives there is pleased or complains. ``n`` names the luck."""
    worker = w.workers[r, p]
    enterprise = w.enterprises[r, w.teams[r, worker.team].enterprise]
    u, v, x, y = luck(key, week, n, 1)
    seen = quality(skill_of(enterprise, worker), enterprise.end_skill, worker.confidence,
                   enterprise.noise * plain_noise(u, v, x, y))
    if seen >= SATISFIED:
        worker.pleased = True
    elif seen < COMPLAINT:
        worker.complaint = True
