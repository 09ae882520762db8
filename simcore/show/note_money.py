"""What each sticky note stands for in a year: euros of the streams that name it, hours, people; and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.world import COUNT
from simcore.calendar import WEEKS_A_YEAR
from simcore.canvas.notes import BLOCKS
from simcore.show.bands import band
from simcore.show.words import Words
from simcore.week.series import SERVICE_FIELDS

if TYPE_CHECKING:
    from simcore.canvas import Spec
    from simcore.played import LaneOutcome
    from simcore.run import Outcome

SURE, ASSUMED, OPEN, NONE = "evidence.sure", "evidence.assumption", "evidence.open", "evidence.none"
ADDED = "added-"                                   # in an id, behind what tells its block: a room added the note


@dataclass(frozen=True)
class Face:
    """What stands on a note: its name, and per figure the middle and, where there is one, the band."""
    name: str
    edge: str
    figures: tuple[tuple[str, str], ...] = ()


def faces_of(outcome: Outcome, words: Words) -> dict[str, list[Face]]:
    """Block -> its notes in the order of the file."""
    evidence = evidence_of(outcome.spec)
    return {block: [Face(words.name(note), evidence.get(f"{block}.{note.id}", NONE),
                         tuple(figures(outcome, words, block, note)))
                    for note in getattr(outcome.spec.canvas, block)] for block in BLOCKS}


def evidence_of(spec: Spec) -> dict[str, str]:
    """block.id -> the weakest evidence among the numbers of the note; a note that a room added is an assumption."""
    weight = {SURE: 0, ASSUMED: 1, OPEN: 2}
    edges = {"fact": SURE, "source": SURE, "assumption": ASSUMED, "open": OPEN}
    out = {f"{block}.{note.id}": ASSUMED for block in BLOCKS for note in getattr(spec.canvas, block)
           if note.id.startswith(BLOCKS[block][0] + ADDED)}
    for path, quantity in spec.quantities().items():
        note, edge = ".".join(path.split(".")[:2]), edges[quantity.evidence]
        out[note] = max(out.get(note, SURE), edge, key=weight.__getitem__)
    return out


def figures(outcome: Outcome, words: Words, block: str, note) -> list[tuple[str, str]]:
    """(middle, band) texts of everything a note brings, costs or takes in a year."""
    lane = outcome.lanes["enterprise"]
    a_year = WEEKS_A_YEAR / outcome.weeks
    out = []
    into, paid, kind = (part * a_year / 100 for part in money_of(lane, note.id))
    euros = lambda sign, values, key=None: text_of(  # noqa: E731
        values, lambda v: words.euros(v), words, lambda t: signed(sign, t) if key is None else words(key, amount=t))
    partner = block == "key_partnerships"
    if into.any():
        out.append(euros("+", into, "canvas.gift.cash" if partner else "canvas.in" if paid.any() else None))
    if kind.any():
        out.append(euros("", kind, "canvas.gift.kind" if partner else
                         "canvas.unpaid" if block == "key_resources" else None))
    hours = hours_of(outcome, block, note)
    if hours is not None:
        out.append(text_of(hours * a_year, words.whole,
                           words, lambda t: words("unit.hour" if t == "1" else "unit.hours", n=t)))
    if paid.any():
        out.append(euros("−", paid, "canvas.out" if into.any() or kind.any() else None))
    if block == "key_activities" and note.sim:
        out += people_of(outcome, words, note)
    return out


def text_of(values: np.ndarray, number, words: Words, dress) -> tuple[str, str]:
    """A middle and a band as texts; no band for one course, or when it says nothing more."""
    b = band(values, 0)
    low, high = (number(float(edge)) for edge in (b.low, b.high))
    bare = [edge.replace("€\u00a0", "").replace("€", "") for edge in (low, high)]
    spread = words("canvas.band", low=bare[0], high=bare[1]) if low != high else ""
    return dress(number(float(b.middle))), spread


def signed(sign: str, amount: str) -> str:
    """An amount with its sign, but nothing has none."""
    return sign + amount if any(digit in amount for digit in "123456789") else amount


def money_of(lane: LaneOutcome, item: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cents (R,) over a run on streams that name the item: cash into the enterprise, cash out of it, gifts in kind.

    Money within the enterprise and VAT are left out: a sale counts once, as the customer pays it.
    """
    into, paid, kind = (np.zeros(lane.replications, np.int64) for _ in range(3))
    for i, stream in enumerate(lane.streams):
        if stream.item != item or stream.payee == "treasury":
            continue
        ours, theirs = stream.payee.startswith("enterprise:"), stream.payer.startswith("enterprise:")
        total = lane.flows[:, :, i].sum(0)
        if stream.kind == "kind":
            kind += total
        elif ours and not theirs:
            into += total
        elif theirs and not ours:
            paid += total
    return into, paid, kind


def hours_of(outcome: Outcome, block: str, note) -> np.ndarray | None:
    """Hours (R,) over a run that a service, or the work for services, takes; None where none are counted.

    An activity with a mechanism of its own (a gathering, guidance) does not perform the services that it is for.
    """
    lane = outcome.lanes["enterprise"]
    served = lane.series["services"][:, :, :, SERVICE_FIELDS.index("served")].sum(0) / 60
    mine = []
    if block == "value_propositions":
        mine = [s for s, service in enumerate(lane.layout.services) if service.id == note.id]
    elif block == "key_activities":
        if note.sim and note.sim.coordination:
            weekly = outcome.numbers[f"key_activities.{note.id}.coordination.hours"] / WEEKS_A_YEAR
            return weekly * lane.series["alive"].sum(0)
        if performs(note):
            mine = [s for s, service in enumerate(lane.layout.services) if service.id in note.for_.value_propositions]
    return served[:, mine].sum(1) if mine else None


def performs(note) -> bool:
    """Whether an activity is the work itself, with no mechanism of its own."""
    return note.sim is None or all(getattr(note.sim, one.name) is None for one in fields(note.sim)
                                   if one.name != "english")


def supervisors(outcome: Outcome, activity: str) -> np.ndarray:
    """(R,) supervisors on average: as many as are paid for, by whomever, so that a team that only forms has none."""
    lane, numbers = outcome.lanes["enterprise"], outcome.numbers
    for cost in outcome.spec.canvas.costs:
        if cost.sim and cost.sim.per == "supervisor":
            mine = [i for i, one in enumerate(lane.streams)
                    if one.name == f"cost.{cost.id}" or one.name.startswith(f"in kind.{cost.id}.")]
            each = 100 * numbers[f"costs.{cost.id}.amount"] * outcome.weeks / WEEKS_A_YEAR
            return np.divide(lane.flows[:, :, mine].sum((0, 2)), each, out=np.zeros(len(each)), where=each > 0)
    return lane.series["placed"].mean(0) / numbers[f"key_activities.{activity}.guidance.people_per_supervisor"]


def people_of(outcome: Outcome, words: Words, note) -> list[tuple[str, str]]:
    """Supervisors at work, on average, and people who took a place in a year."""
    lane, out = outcome.lanes["enterprise"], []
    if note.sim.guidance:
        out.append(text_of(supervisors(outcome, note.id), lambda v: words.number(v, 1), words,
                           lambda t: words("canvas.supervisors", n=t)))
    if note.sim.recruiting:
        joined = lane.series["counts"][:, :, COUNT["joined"]].sum(0) * WEEKS_A_YEAR / outcome.weeks
        out.append(text_of(joined, words.whole, words, lambda t: words("canvas.joined", n=t)))
    return out
