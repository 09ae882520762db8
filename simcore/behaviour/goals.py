"""Goals: what residents name when they are asked, and what enough of them name is taken up."""

from simcore.behaviour.commons import WHO
from simcore.compiled import act, law
from simcore.luck import gumbel, words

EVERYONE, OLD, ALONE, FAMILIES, LIMITED, BENEFIT = range(len(WHO))
FAMILY = 3                       # people at home, from which it is taken for a family


@law
def enough(votes, support, voters):
    """Whether enough of those who named a goal named this one: votes >= s x voters (docs/laws.md 11)."""
    return votes > 0 and votes >= support * voters


@act
def concerns(me, who):
    """Whether a goal is about households such as this one."""
    if who == OLD:
        return me.old
    if who == ALONE:
        return me.alone
    if who == FAMILIES:
        return me.persons >= FAMILY
    if who == LIMITED:
        return me.limited
    if who == BENEFIT:
        return me.benefit
    return True


@act
def name_goal(me, w, r, h, key, week):
    """The goal that household h names: what matters most to it, with luck (softmax, as any choice); -1: no goals."""
    drawn, best, most = words(key, week, h, 0), -1, 0.0
    for g in range(w.goals.shape[1]):
        goal = w.goals[r, g]
        matters = goal.matters if concerns(me, goal.who) else 0.0
        value = goal.weight + matters + gumbel(goal.luck, drawn[goal.luck // 2])
        if best < 0 or value > most:
            best, most = g, value
    return best


@act
def take_up_goals(w, r, voters):
    """What enough of the voters named is a goal from now on; what was chosen before stays."""
    for g in range(w.goals.shape[1]):
        goal = w.goals[r, g]
        if enough(goal.votes, goal.support, voters):
            goal.chosen = True
