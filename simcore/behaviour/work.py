"""Work at the enterprise: who is there, what they learn, how sure of themselves they grow."""

import math

from simcore.behaviour.world import BROKER, PAID, STRANGER
from simcore.compiled import act, law

SATISFIED, COMPLAINT = 0.6, 0.4         # quality from which a customer is satisfied, below which it complains


@law
def productivity(start, end, hours, to_learn):
    """z = z_end - (z_end - z_start) e^(-H/L): share of a regular worker's output after H hours (REI-011)."""
    return end - (end - start) * math.exp(-hours / to_learn)


@law
def quality(skill, end, confidence, noise):
    """x = clip(0.4 + 0.4 z/z_end + 0.2 c + noise, 0, 1) (docs/laws.md 5; the weights are an assumption)."""
    return min(1.0, max(0.0, 0.4 + 0.4 * skill / end + 0.2 * confidence + noise))


@law
def gained(confidence, gain):
    """c + g (1 - c): a week in which a customer was satisfied (docs/laws.md 5)."""
    return confidence + gain * (1.0 - confidence)


@law
def lost(confidence, loss):
    """c - g c: a week with a complaint (docs/laws.md 5)."""
    return confidence - loss * confidence


@law
def drift(old, seen, pace):
    """T + a (x - T): trust moves towards what was seen (docs/laws.md 4)."""
    return old + pace * (seen - old)


@law
def plain_noise(u, v, w, x):
    """Four uniforms to a nearly normal number of mean 0 and standard deviation 1 (their centred sum)."""
    return (u + v + w + x - 2.0) * 1.7320508075688772


@law
def is_hired(contract):
    """Whether a form of contract draws on the labour market at large rather than on people of the district."""
    return contract == PAID or contract == BROKER


@act
def skill_of(enterprise, worker):
    """Productivity of this worker now; someone hired from the labour market is a regular worker."""
    if worker.resident == STRANGER:
        return 1.0
    return productivity(enterprise.start_skill, enterprise.end_skill, worker.practised, enterprise.hours_to_learn)


@act
def clock_in(worker, w, r, u):
    """A worker comes or stays away this week; minutes of regular output it can give, less travel and a late night."""
    team = w.teams[r, worker.team]
    enterprise = w.enterprises[r, team.enterprise]
    worker.present = enterprise.alive and team.together and u < team.present
    worker.served, worker.pleased, worker.complaint = 0, False, False
    worker.minutes = 0
    if worker.present:
        planned = max(0.0, team.minutes - worker.late)
        worker.minutes = int(planned * skill_of(enterprise, worker) * (1.0 - enterprise.travel))
    worker.late = 0
    team.capacity += worker.minutes


@act
def close_week(worker, w, r):
    """At the end of the week a worker has learned from the hours worked, and is surer of itself or less."""
    enterprise = w.enterprises[r, w.teams[r, worker.team].enterprise]
    if worker.served > 0:
        worker.practised += worker.served / 60.0 / skill_of(enterprise, worker)
    if worker.complaint:
        worker.confidence = lost(worker.confidence, enterprise.loss)
    elif worker.pleased:
        worker.confidence = gained(worker.confidence, enterprise.gain)
    if worker.resident >= 0:
        w.residents[r, worker.resident].confidence = worker.confidence
