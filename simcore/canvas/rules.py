"""Says whether the notes of a canvas together can be played: who pays for what, who does it, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simcore.canvas.blocks import PAYEES
from simcore.canvas.commons import commons_rules
from simcore.canvas.notes import BLOCKS, absent
from simcore.errors import Problem
from simcore.files import Here

if TYPE_CHECKING:
    from simcore.canvas.spec import Canvas

# Parts of a note that an enterprise can have only one of: block, then part.
ONCE = [
    ("value_propositions", "company"),
    ("channels", "event"),
    ("customer_relationships", "bond"),
    ("key_activities", "guidance"),
    ("key_activities", "coordination"),
    ("key_activities", "recruiting"),
    ("key_activities", "learning"),
    ("key_activities", "waiting"),
    ("key_activities", "recognition"),
    ("key_activities", "volunteering"),
]

# Of these, what cannot be left out: part, then the block and part of a note that asks for it, and what that says.
NEEDED = [
    ("bond", "value_propositions", "activity", "households may ask for something"),
    ("recruiting", "key_resources", "team", "there is a team"),
    ("learning", "key_resources", "team", "there is a team"),
    ("waiting", "value_propositions", "activity", "households may ask for something"),
]

# What makes a canvas one that can be played: something households ask for, partners order, or people do together.
PLAYED = [("value_propositions", "activity"), ("revenue_streams", "order"), ("key_activities", "gathering"),
          ("key_activities", "pledge")]

# What a cost is counted by, and the block and part that say how many there are.
COUNTED = {
    "supervisor": ("key_activities", "guidance"),
    "coordination_hour": ("key_activities", "coordination"),
    "m2": ("key_resources", "area"),
    "participant": ("key_resources", "team"),
    "gathering": ("key_activities", "gathering"),
    "volunteer_hour": ("key_activities", "volunteering"),
}

# How often a year all channels together may reach a household, by what they do.
MOST_HEARD = {"outside": 12, "word_of_mouth": 52, "bad_word": 52}


def rules(canvas: Canvas, here: Here) -> Iterator[Problem]:
    """Every way in which the notes of this canvas do not go together; ``here`` is the whole file."""
    if gone := list(_absent(canvas, here)):
        yield from gone                              # what else is wrong may follow from that
        return
    yield from _teams(canvas, here)
    yield from _prices(canvas, here)
    yield from _one_service_for_a_need(canvas, here)
    yield from _once(canvas, here)
    yield from _countable(canvas, here)
    yield from _played(canvas, here)
    yield from _heard(canvas, here)
    yield from _together(canvas, here)
    yield from _partners(canvas, here)
    yield from commons_rules(canvas, here)
    if canvas.simwijk.start.weekday() != 0:
        yield here.problem("simwijk", "start", what=f"{canvas.simwijk.start} is no Monday", instead="start on a Monday")


def having(canvas: Canvas, block: str, part: str) -> list[int]:
    """Positions of the notes of a block whose ``sim`` has this part."""
    notes = getattr(canvas, block)
    return [n for n, note in enumerate(notes) if note.sim is not None and getattr(note.sim, part, None) is not None]


def sold(canvas: Canvas) -> list[int]:
    """Positions of the value propositions that meet a need."""
    return having(canvas, "value_propositions", "activity")


def _absent(canvas: Canvas, here: Here) -> Iterator[Problem]:
    """One problem for each block that is not in the file while notes of other blocks point at it."""
    pointed_at = {*(["key_resources"] if any(one.sim and one.sim.team for one in canvas.value_propositions) else [])}
    for block in BLOCKS:
        for note in getattr(canvas, block):
            for links in (getattr(note, "for_", None), getattr(note, "from_", None)):
                pointed_at |= {target for target in BLOCKS if getattr(links, target, ())}
    for block in BLOCKS:
        if block in pointed_at and absent(here.root, block):
            yield here.reference(block, here.problem(
                what=f"misses the block {block}", why="notes of other blocks point at what stands there",
                instead=f"add {block}: with its notes below it"))  # fmt: skip


def _teams(canvas: Canvas, here: Here) -> Iterator[Problem]:
    teams = [canvas.key_resources[n].id for n in having(canvas, "key_resources", "team")]
    for n, service in enumerate(canvas.value_propositions):
        sim = service.sim
        if sim is None:
            continue
        steps = ("value_propositions", n, "sim")
        if sim.team is not None and sim.team not in teams:
            yield here.unknown(*steps, "team", word=sim.team, noun="team", known=teams)
        if (sim.activity is not None or sim.company is not None) and sim.team is None:
            yield here.problem(*steps, what="misses a team", why="somebody has to do the work",
                               instead=here.add(*steps, line=f"team: {teams[0] if teams else 'kr-team'}"))  # fmt: skip
        if sim.offered == "on_request" and sim.start_cost is None:
            yield here.problem(*steps, "offered", what="is on_request, but there is no start_cost",
                               instead=here.add(*steps, line="start_cost: {value: 1500, unit: EUR, ...}"))  # fmt: skip
        if sim.offered == "on_request" and canvas.simwijk.start_on_request is None:
            yield here.problem(*steps, "offered", what="is on_request, but no rule says when it begins",
                               instead="add start_on_request: {requests: ..., period: ...} under simwijk, "
                                       "or leave this line out")  # fmt: skip


def _prices(canvas: Canvas, here: Here) -> Iterator[Problem]:
    """Each service that meets a need has one price; each price belongs to one service."""
    streams: dict[str, list[int]] = {service.id: [] for service in canvas.value_propositions}
    for n in having(canvas, "revenue_streams", "price"):
        services = canvas.revenue_streams[n].for_.value_propositions
        for service in services:
            streams.setdefault(service, []).append(n)
        if len(services) != 1:
            yield here.problem("revenue_streams", n, what=f"has a price for {len(services)} value propositions",
                               why="a price is what one service costs",
                               instead="for: {value_propositions: [vp-...]}, with one of them")  # fmt: skip
    for n in sold(canvas):
        service = canvas.value_propositions[n]
        prices = streams[service.id]
        if service.sim.free:
            yield from _is_free(canvas, here, n, prices)
            continue
        if not prices:
            remedy = f"add a revenue stream with a price and for: {{value_propositions: [{service.id}]}}"
            yield here.problem("value_propositions", n, "id", what="has no price",
                               why="no revenue stream for it has one", instead=remedy)  # fmt: skip
        for second in prices[1:]:
            first = canvas.revenue_streams[prices[0]].id
            yield here.problem("revenue_streams", second, "sim", "price",
                               what=f"is a second price of {service.id}", why=f"{first} has one already",
                               instead="keep one of the two")  # fmt: skip
        if service.sim.vat is None:
            yield here.problem("value_propositions", n, "sim", what="misses vat", why="prices include it",
                               instead=here.add("value_propositions", n, "sim",
                                                line="vat: {value: 0.21, unit: share, ...}"))  # fmt: skip


def _is_free(canvas: Canvas, here: Here, n: int, prices: list[int]) -> Iterator[Problem]:
    """Value proposition ``n`` is free: so it has no price, and no VAT in it."""
    service = canvas.value_propositions[n]
    for stream in prices:
        yield here.problem("value_propositions", n, "sim", "free", key=True,
                           what=f"is true, but {canvas.revenue_streams[stream].id} gives {service.id} a price",
                           instead="remove one of the two")
    if service.sim.vat is not None:
        yield here.problem("value_propositions", n, "sim", "vat", key=True,
                           what=f"has no meaning, as {service.id} is free", instead="remove it")


def _one_service_for_a_need(canvas: Canvas, here: Here) -> Iterator[Problem]:
    met: dict[str, str] = {}
    for n in sold(canvas):
        service = canvas.value_propositions[n]
        first = met.setdefault(service.sim.activity, service.id)
        if first != service.id:
            yield here.problem("value_propositions", n, "sim", "activity",
                               what=f"{service.sim.activity} is met by {first} already",
                               instead="merge the two, or name another activity")  # fmt: skip


def _once(canvas: Canvas, here: Here) -> Iterator[Problem]:
    for block, part in ONCE:
        found = having(canvas, block, part)
        for n in found[1:]:
            first = getattr(canvas, block)[found[0]].id
            yield here.problem(block, n, "sim", part, key=True, what="is there twice", why=f"{first} has one",
                               instead="keep one of the two")  # fmt: skip
        for needed, *asks, why in NEEDED:
            if part == needed and not found and having(canvas, *asks):
                yield here.problem(block, what=f"need a note with {part}", why=why,
                                   instead=f"add sim: {{english: ..., {part}: ...}}")  # fmt: skip


def _countable(canvas: Canvas, here: Here) -> Iterator[Problem]:
    for n, cost in enumerate(canvas.costs):
        block, part = COUNTED.get(cost.sim.per, ("", "")) if cost.sim else ("", "")
        if block and not having(canvas, block, part):
            yield here.problem("costs", n, "sim", "per", what=f"is {cost.sim.per}, but nothing says how many there are",
                               instead=f"give a note in {block} a {part}")  # fmt: skip
        elif cost.sim and cost.sim.per == "m2":
            areas = {canvas.key_resources[i].id for i in having(canvas, "key_resources", "area")}
            if not areas & {*cost.for_.key_resources}:
                yield here.problem("costs", n, what="is per m2, but points at no room with an area",
                                   instead=f"for: {{key_resources: [{sorted(areas)[0]}]}}")  # fmt: skip
        elif cost.sim and cost.sim.per == "gathering":
            meetings = {canvas.key_activities[i].id for i in having(canvas, "key_activities", "gathering")}
            if not meetings & {*cost.for_.key_activities}:
                yield here.problem("costs", n, what="is per gathering, but points at no activity with one",
                                   instead=f"for: {{key_activities: [{sorted(meetings)[0]}]}}")  # fmt: skip


def _partners(canvas: Canvas, here: Here) -> Iterator[Problem]:
    """Who is paid, and what a partner gains from, is there."""
    partners = [one.id for one in canvas.key_partnerships if one.sim]
    done = [one.id for one in canvas.value_propositions if one.sim and one.sim.team]
    for n, cost in enumerate(canvas.costs):
        if cost.sim and cost.sim.payee not in (*PAYEES, *partners):
            yield here.unknown("costs", n, "sim", "payee", word=cost.sim.payee, noun="payee",
                               known=[*PAYEES, *partners])
    for n, partner in enumerate(canvas.key_partnerships):
        for i, id in enumerate(partner.sim.gain_from or [] if partner.sim else []):
            if id not in done:
                yield here.unknown("key_partnerships", n, "sim", "gain_from", i, word=id,
                                   noun="value proposition with a team", known=done)  # fmt: skip


def _played(canvas: Canvas, here: Here) -> Iterator[Problem]:
    """There must be something to play, and whoever a channel speaks to must be known."""
    if not any(having(canvas, *one) for one in PLAYED):
        yield here.problem("simwijk", key=True, what="nothing here can be asked for, so there is nothing to play",
                           instead="give a value proposition sim.activity and sim.team, and a revenue stream "
                                   "a price or the proposition free: true")  # fmt: skip
    unknown = {s.id for s in canvas.customer_segments if s.sim is None}
    for n, channel in enumerate(canvas.channels):
        for i, id in enumerate(channel.for_.customer_segments):
            if channel.sim and channel.sim.outside is not None and id in unknown:
                yield here.problem("channels", n, "for", "customer_segments", i, what=f"names {id}, which has no sim",
                                   instead=f"say who {id} are: sim: {{english: ..., who: everyone}}")  # fmt: skip


def _heard(canvas: Canvas, here: Here) -> Iterator[Problem]:
    """Channels together reach a household at most so often as there is room for."""
    for leaf, most in MOST_HEARD.items():
        found = having(canvas, "channels", leaf)
        numbers = [getattr(canvas.channels[n].sim, leaf) for n in found]
        total = sum(one.value if one.high is None else one.high for one in numbers)
        if total > most:
            yield here.problem("channels", found[-1], "sim", leaf, "value",
                               what=f"brings the channels to {total:g} a year",
                               instead=f"let all of them together be at most {most}")


def _together(canvas: Canvas, here: Here) -> Iterator[Problem]:
    """Opening hours are those of a service; people who hold a place come together only where there are places."""
    for n in having(canvas, "value_propositions", "opening"):
        if canvas.value_propositions[n].sim.activity is None:
            instead = f"{here.add('value_propositions', n, 'sim', line='activity: cleaning')}, or remove it"
            yield here.problem("value_propositions", n, "sim", "opening", key=True,
                               what="has no meaning without an activity", instead=instead)
    if having(canvas, "key_resources", "team"):
        return
    for part, why in (("gathering", "its members are the people of teams"),
                      ("recognition", "it is for people in teams")):
        for n in having(canvas, "key_activities", part):
            if part != "gathering" or canvas.key_activities[n].sim.gathering.who == "members":
                yield here.problem("key_activities", n, "sim", part, key=True, what="needs a team", why=why,
                                   instead="give a key resource sim.team, or remove it")
