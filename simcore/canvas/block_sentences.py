"""What each block of a canvas says, in a sentence, and which blocks it lacks."""

from collections.abc import Iterator

from simcore.canvas.spec import Spec
from simcore.canvas.wording import Wording


def lacking(spec: Spec, words: Wording) -> Iterator[str]:
    """A line for each block without which a canvas plays, but hardly as it was meant."""
    canvas = spec.canvas
    playing = {block: [one for one in getattr(canvas, block) if one.sim]
               for block in ("costs", "channels", "key_partnerships")}
    if not playing["costs"]:
        yield words("no costs")
    asked = any(one.sim and one.sim.activity for one in canvas.value_propositions)       # else nobody need hear of it
    if asked and not any(one.sim.outside or one.sim.event for one in playing["channels"]):
        yield words("no channels")
    if not playing["key_partnerships"]:
        yield words("no partners")


def sentences(spec: Spec, words: Wording) -> list[str]:
    """A sentence for each block, in the order of the file; an empty text for a block without notes."""
    canvas = spec.canvas
    plain = [
        ("customers", canvas.customer_segments),
        ("channels", canvas.channels),
        ("relationships", canvas.customer_relationships),
        ("activities", canvas.key_activities),
    ]
    said = {key: words(key, notes=words.listed(map(words.name, notes))) if notes else "" for key, notes in plain}
    return [said["customers"], _offer(spec, words), said["channels"], said["relationships"], _prices(spec, words),
            _drawn_from(spec, words), _resources(spec, words), _trades(spec, words), _goals(spec, words),
            said["activities"], _together(spec, words), _partners(spec, words), _costs(spec, words)]  # fmt: skip


def _offer(spec: Spec, words: Wording) -> str:
    playing = [one for one in spec.canvas.value_propositions if one.sim is not None]
    parts = []
    for when in ("from_start", "on_request"):
        names = [words.name(one) for one in playing if one.sim.activity and one.sim.offered == when]
        if names:
            parts.append(words(when, notes=words.listed(names)))
    for one in playing:
        if one.sim.company is not None:
            minutes = words.number(one.sim.company.minutes.value)
            parts.append(words("company", note=words.name(one), minutes=minutes))
    for one in playing:
        if one.sim.opening is not None:
            parts.append(words("opening", note=words.name(one), hours=words.number(one.sim.opening.hours.value),
                               seats=words.number(one.sim.opening.seats.value)))  # fmt: skip
    free = [words.name(one) for one in playing if one.sim.free]
    if free:
        parts.append(words("free", notes=words.listed(free)))
    beside = [words.name(one) for one in playing
              if not (one.sim.activity or one.sim.company or one.sim.goal or one.sim.team)]
    if beside:
        parts.append(words("without a need", notes=words.listed(beside)))
    kept = [words.name(one) for one in playing if not one.sim.must_pay]
    if kept:
        parts.append(words("need not pay", notes=words.listed(kept)))
    return words("offer", parts="; ".join(parts)) if parts else ""


def _prices(spec: Spec, words: Wording) -> str:
    names = {one.id: words.name(one) for one in (*spec.canvas.value_propositions, *spec.canvas.key_partnerships)}
    priced, free = [], []
    for one in spec.canvas.revenue_streams:
        if one.sim is not None and one.sim.price is not None:
            service = words.listed(names.get(to, to) for to in one.for_.value_propositions)
            priced.append(words("price", note=words.name(one), amount=words.amount(one.sim.price), service=service))
        elif one.sim is not None and one.sim.order is not None:
            service = words.listed(names.get(to, to) for to in one.for_.value_propositions)
            payers = words.listed(words("payer", note=names[payer.id], share=words.percent(payer.share.value),
                                        porticoes=words.number(payer.porticoes.value))
                                  for payer in one.sim.order.payers)
            priced.append(words("order", note=words.name(one), amount=words.amount(one.sim.order.price),
                                service=service, payers=payers))
        elif one.sim is not None:
            free.append(words.name(one))
    parts = [words.listed(priced)] if priced else []
    if free:
        parts.append(words("unpriced", notes=words.listed(free)))
    return words("prices", parts="; ".join(parts)) if parts else ""


def _drawn_from(spec: Spec, words: Wording) -> str:
    """The prices that the canvas draws for some customers only, which is not enforced."""
    everyone = {one.id for one in spec.canvas.customer_segments if one.sim and one.sim.who == "everyone"}
    some = [words.name(one) for one in spec.canvas.revenue_streams
            if one.sim and one.sim.price and one.from_.customer_segments
            and not everyone & {*one.from_.customer_segments}]
    return words("from", notes=words.listed(some)) if some else ""


def _resources(spec: Spec, words: Wording) -> str:
    parts = []
    for one in spec.canvas.key_resources:
        if one.sim is not None and one.sim.team is not None:
            team = one.sim.team
            parts.append(words("team", note=words.name(one), places=words.number(team.places.value),
                               contract=words.word(team.contract), hours=words.number(team.hours.value)))  # fmt: skip
        elif one.sim is not None and one.sim.area is not None:
            parts.append(words("area", note=words.name(one), area=words.number(one.sim.area.value)))
        elif one.sim is not None:
            parts.append(words.name(one))
    return words("resources", parts="; ".join(parts)) if parts else ""


def _trades(spec: Spec, words: Wording) -> str:
    """The teams that form by what people can do and like to do."""
    parts = []
    for one in spec.canvas.key_resources:
        if one.sim is not None and one.sim.team is not None and one.sim.team.trade is not None:
            trade = one.sim.team.trade
            parts.append(words("trade", note=words.name(one), least=words.number(trade.least.value),
                               keep=words.number(trade.keep.value)))  # fmt: skip
    return words("trades", parts="; ".join(parts)) if parts else ""


def _goals(spec: Spec, words: Wording) -> str:
    """What residents may choose to improve."""
    goals = [words.name(one) for one in spec.canvas.value_propositions
             if one.sim is not None and one.sim.goal is not None]
    return words("goals", notes=words.listed(goals)) if goals else ""


def _together(spec: Spec, words: Wording) -> str:
    """What the activities do for people who take part: recognition, and coming together."""
    parts = []
    for one in spec.canvas.key_activities:
        if one.sim is not None and one.sim.recognition is not None:
            sure = one.sim.recognition
            parts.append(words("recognition", note=words.name(one), search=words.percent(sure.search_from.value),
                               gives_up=words.percent(sure.gives_up_below.value)))  # fmt: skip
        if one.sim is not None and one.sim.gathering is not None:
            meeting = one.sim.gathering
            parts.append(words(f"gathering_{meeting.who}", note=words.name(one),
                               every=words.amount(meeting.every).removeprefix("1 "),
                               others=words.others(meeting.contacts.value),
                               visitors=words.visitors(meeting)))  # fmt: skip
        if one.sim is not None and one.sim.volunteering is not None:
            people = one.sim.volunteering
            parts.append(words("volunteering", note=words.name(one), core=words.number(people.core.value),
                               start=words.number(people.start.value)))  # fmt: skip
        if one.sim is not None and one.sim.pledge is not None:
            parts.append(words("pledge", note=words.name(one), takes=words.percent(one.sim.pledge.takes.value)))
    return words("together", parts="; ".join(parts)) if parts else ""


def _partners(spec: Spec, words: Wording) -> str:
    names = {one.id: words.name(one) for one in (*spec.canvas.key_resources, *spec.canvas.key_activities)}
    parts = []
    for one in spec.canvas.key_partnerships:
        if one.sim is not None and one.sim.share is not None:
            given = [names.get(to, to) for to in (*one.for_.key_resources, *one.for_.key_activities)]
            key = "partner" if one.sim.phase_out.value else "partner.same"
            parts.append(words(key, note=words.name(one), share=words.percent(one.sim.share.value),
                               given=words.listed(given), less=words.percent(one.sim.phase_out.value)))  # fmt: skip
    return words("partners", parts="; ".join(parts)) if parts else ""


def _costs(spec: Spec, words: Wording) -> str:
    parts, partners = [], {one.id: words.name(one) for one in spec.canvas.key_partnerships}
    for one in spec.canvas.costs:
        if one.sim is not None:
            amount = words.amount(one.sim.amount)
            if one.sim.per in ("supervisor", "participant", "delivered_hour", "start"):
                amount = f"{amount}, {words.word('each ' + one.sim.per)}"
            if one.sim.payee in partners:
                amount += ", " + words("paid to", note=partners[one.sim.payee])
            parts.append(f"{words.name(one)} ({amount})")
    return words("costs", parts=words.listed(parts)) if parts else ""
