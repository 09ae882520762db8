"""A plan under a shock: what each block of its canvas brings in or costs more a year than without that shock.

The plan is played with and without the shock, with the same people and the same luck, so that the difference of a
course is the shock's doing. Money goes to blocks by the note that a stream names; what names none stands with the costs
when it is paid, with the income when it comes in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from simcore.canvas import Spec
from simcore.canvas.notes import BLOCKS
from simcore.demo.answers.cards import as_line
from simcore.demo.config import told
from simcore.demo.kept import keep, kept, name_of
from simcore.demo.look import GivenUp
from simcore.demo.show import Show
from simcore.demo.wish import Wish, entries_of, played as models_of
from simcore.experiments.case import Case, opened
from simcore.played import LaneOutcome
from simcore.results.bands import per_year
from simcore.run import ENTERPRISE, Outcome
from simcore.show.note_money import money_of
from simcore.studies.agreement import agree
from simcore.studies.growing import Growing

Line = dict[str, Any]
TOGETHER = "together"
COURSES = 40                                       # of which a picture is made: five shocks take some time
IN, OUT = "revenue_streams", "costs"
GIVERS = {"key_partnerships", "key_resources"}      # blocks of those who give in kind


def heat(show: Show, said: Line) -> Line:
    """One shock on one plan, kept on disk. ``look`` asks how far it is, ``stop`` gives it up."""
    if said.get("look"):
        return {"kind": "part", "part": show.part}
    show.tests += 1
    if said.get("stop"):
        return {"kind": "stopped"}
    mine, show.part = show.tests, 0.0
    name = name_of(show.models, {"asks": "heat", **said})
    if lines := kept(name):
        return lines[0]
    plain = alone(show.wish(said), show, str(said.get("model")))
    shocked = replace(plain, cards=(*plain.cards, (show.deck.card(str(said["shock"])).name, int(said.get("week", 52)))))

    def tell(part: float) -> None:
        if show.tests != mine:
            raise GivenUp
        show.part = part

    try:
        before, _ = played(show, plain, tell)
        after, misfits = played(show, shocked, tell)
    except GivenUp:
        return {"kind": "stopped"}
    (why,) = [*misfits.get(shocked.cards[-1][0], {}).values()] or [None]
    out = {"kind": "misfit", "why": told(why)} if why else compared(before, after)
    keep(name, [out])
    return out


def compared(before: Outcome, after: Outcome) -> Line:
    """What is shown of a plan without and with a shock."""
    both = in_both(before, after)
    alive = [int(one.lanes[ENTERPRISE].series["alive"][-1][there].sum()) for one, there in zip((before, after), both)]
    return {"kind": "heat", "n": len(both[0]), "cells": cells(before, after), "alive": alive}


def alone(wish: Wish, show: Show, key: str) -> Wish:
    """The same for one of its models, by its key; cards that only bring another model are left out."""
    cards = tuple((name, week) for name, week in wish.cards if show.deck.card(name).ways)
    for model in models_of(wish, show.deck):
        if opened(Case(model))[0].name == key:
            return replace(wish, cards=cards, models=(model,) if isinstance(model, str) else (),
                           b=None if isinstance(model, str) else wish.b)
    raise ValueError("no such plan")


def played(show: Show, wish: Wish, tell) -> tuple[Outcome, dict[str, Any]]:
    """A plan beside doing nothing, from the lanes that are there or in its first courses; and the cards that do not
    fit."""
    entries, misfits = entries_of(wish, show.deck)
    growing = Growing(entries, wish.asked | {"weeks": agree(entries, None)}, show.played, pieces=(COURSES,), tell=tell,
                      beginnings=show.beginnings, hands=lambda: show.hands_for(wish))
    return next(growing.pieces()).found.outcomes[entries[0].key], misfits


def cells(before: Outcome, after: Outcome) -> dict[str, Line]:
    """Block -> EUR a year more with the shock than without, course by course, help in kind with it; and all blocks
    together, in cash alone."""
    there = in_both(before, after)
    both = [by_block(one.lanes[ENTERPRISE], one.spec, one.weeks) for one in (before, after)]
    more = {block: both[1][block][there[1]] - both[0][block][there[0]] for block in both[0]}
    return {block: as_line(values) for block, values in more.items()}


def in_both(*some: Outcome) -> list[list[int]]:
    """Where in each outcome the courses stand that all have, the first of them."""
    common = [r for r in some[0].replications if all(r in one.replications for one in some)][:COURSES]
    return [[one.replications.index(r) for r in common] for one in some]


def by_block(lane: LaneOutcome, spec: Spec, weeks: int) -> dict[str, np.ndarray]:
    """Block -> (R,) EUR a year into the enterprise less out of it, by the note a stream names. What somebody gives in
    kind counts for the block of who gives: what it pays for stands with the costs no more."""
    block_of = {note.id: block for block in BLOCKS for note in getattr(spec.canvas, block)}
    out = {block: np.zeros(lane.replications) for block in (*BLOCKS, TOGETHER)}
    for item in dict.fromkeys(stream.item for stream in lane.streams):
        into, paid, kind = (per_year(part / 100, weeks) for part in money_of(lane, item))
        for amount, else_in in ((into, IN), (-paid, OUT)):
            out[block_of.get(item, else_in)] += amount
            out[TOGETHER] += amount
        if block_of.get(item) in GIVERS:
            out[block_of[item]] += kind
    return out
