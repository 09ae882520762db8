"""How the district hears of an enterprise: from outside, from satisfied ties, and less when ties complain."""

from simcore.behaviour.course import KNOWS
from simcore.behaviour.world import HEARD
from simcore.compiled import act, law

# The kinds of household: their places in World.reach. A channel may speak to all but the last.
WHO = ["working_single", "temporary_care", "pgb", "limited", "everyone", "benefit", "old"]
WORKING_SINGLE, TEMPORARY_CARE, PGB, LIMITED, EVERYONE, BENEFIT, OLD = range(len(WHO))


@law
def hearing_rate(outside, mouth, bad_word, satisfied, dissatisfied):
    """Yearly hazard of hearing: p + q satisfied share - nu dissatisfied share, at least 0 (docs/laws.md 3).

    With certain purchase on a complete graph this is Bass (1969).
    """
    return max(0.0, outside + mouth * satisfied - bad_word * dissatisfied)


@act
def reached(me, w, r, e, week):
    """How much of what enterprise e says outside reaches this household: 1 where a channel speaks to its kind, else 0,
    unless a plugin moved it. Of several kinds the one that hears most counts."""
    reach = w.reach[r, e]
    most = reach[EVERYONE]
    if me.working_single:
        most = max(most, reach[WORKING_SINGLE])
    if me.ill_until > week:
        most = max(most, reach[TEMPORARY_CARE])
    if me.eligible and me.pgb:
        most = max(most, reach[PGB])
    if me.limited:
        most = max(most, reach[LIMITED])
    if me.benefit:
        most = max(most, reach[BENEFIT])
    if me.old:
        most = max(most, reach[OLD])
    return most


@act
def become_aware(w, r, h, e):
    """Household h now knows of enterprise e, and trusts it as one does a newcomer."""
    relation = w.relations[r, h, e]
    relation.aware = True
    relation.trust = w.enterprises[r, e].first_trust
    w.astray[r, h] |= KNOWS
    w.counts[r, HEARD] += 1


@act
def hear(me, w, r, h, e, mark, bound, week):
    """An occasion to hear of enterprise e: taken when the mark falls below this household's hazard."""
    relation, enterprise = w.relations[r, h, e], w.enterprises[r, e]
    if relation.aware or not enterprise.alive:
        return
    ties = max(1, w.tie_start[h + 1] - w.tie_start[h])
    outside = enterprise.outside * reached(me, w, r, e, week)
    rate = hearing_rate(outside, enterprise.mouth, enterprise.bad_word, relation.good / ties, relation.bad / ties)
    if mark * bound < rate:
        become_aware(w, r, h, e)


@act
def hear_at_event(w, r, h, e):
    """A fair or leaflet reaches household h."""
    if not w.relations[r, h, e].aware and w.enterprises[r, e].alive:
        become_aware(w, r, h, e)


@act
def set_mood(w, r, h, e, mood):
    """Household h is satisfied (1), indifferent (0) or dissatisfied (-1); its ties hear of a change."""
    relation = w.relations[r, h, e]
    old = relation.mood
    if old == mood:
        return
    relation.mood = mood
    for i in range(w.tie_start[h], w.tie_start[h + 1]):
        other = w.relations[r, w.tie_to[i], e]
        other.good += int(mood == 1) - int(old == 1)
        other.bad += int(mood == -1) - int(old == -1)
