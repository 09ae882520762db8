"""Says in plain words what was understood of a model, so that a reader sees what will be played before it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, get_args

from simcore.canvas.languages import in_dutch, in_english
from simcore.canvas.phrases import DAYS, MONTHS, PHRASES, WORDS
from simcore.canvas.spec import PLACE, Spec
from simcore.files import Quantity, walk_quantities
from simcore.files.quantity import Evidence

if TYPE_CHECKING:
    from simcore.canvas.notes import Note

Language = Literal["nl", "en"]


def understood(spec: Spec, lang: Language = "nl", plugins: Iterable[tuple[str, object]] = ()) -> str:
    """What a sound model says, in Dutch or English: blocks, run, rules, evidence of numbers, open questions.

    ``plugins`` are those that take part, by name.
    """
    words, plugins = _Words(lang), list(plugins)
    canvas = spec.canvas
    lines = [words("title", name=canvas.meta.name, place=spec.place.name if lang == "nl" else spec.place.english), ""]
    lacks = list(_lacks(spec, words))
    lines += [*lacks, ""] if lacks else []
    lines += [f"- {line}" for line in _blocks(spec, words) if line]
    drawn = [words.name(note) for note in _notes(spec) if note.sim is None]
    if drawn:
        lines.append("- " + words("drawn", notes=words.listed(drawn)))
    lines += ["", *(f"- {line}" for line in _run(spec, words, plugins)), ""]
    lines += [f"- {line}" for line in _evidence(spec, words, plugins)]
    asked = questions(spec, plugins)
    if asked:
        lines += ["", words("questions")]
        tell = in_dutch if lang == "nl" else in_english
        lines += [f"  {n}. {tell(text)} ({path})" for n, (path, text) in enumerate(asked.items(), start=1)]
    return "\n".join(lines)


def questions(spec: Spec, plugins: Iterable[tuple[str, object]] = ()) -> dict[str, str]:
    """The questions put to the room, by the path of the number each is about."""
    numbers = spec.quantities() | _numbers_of(plugins)
    return {path: one.question for path, one in numbers.items() if one.evidence == "open" and one.question}


def _numbers_of(plugins: Iterable[tuple[str, object]]) -> dict[str, Quantity]:
    """The numbers of plugins by their paths."""
    return {f"plugins.{name}.{path}": one for name, plugin in plugins for path, one in walk_quantities(plugin)}


def counted(quantities: Iterable[Quantity]) -> dict[str, int]:
    """How many numbers there are of each kind of evidence, the surest first."""
    found = Counter(one.evidence for one in quantities)
    return {kind: found[kind] for kind in get_args(Evidence)}


def amount(quantity: Quantity, lang: Language = "nl") -> str:
    """A number with its unit, as people write it: € 14 per uur."""
    return _Words(lang).amount(quantity)


class _Words:
    """Phrases, names and numbers in one language."""

    def __init__(self, lang: Language):
        self.lang = lang
        self.phrases = PHRASES[lang]

    def __call__(self, phrase: str, **parts: object) -> str:
        return self.phrases[phrase].format(**parts).replace("?.", "?")     # what a note asks ends its sentence

    def word(self, key: str) -> str:
        return WORDS[self.lang].get(key, key.replace("_", " "))

    def name(self, note: Note) -> str:
        """What a note is called: its Dutch name, or its English one where it has one."""
        return (self.lang == "en" and note.sim is not None and note.sim.english) or note.name

    def others(self, n: float) -> str:
        """One other, or so many."""
        return self("other") if n == 1 else self("others", n=self.number(n))

    def visitors(self, meeting) -> str:
        """How many visitors a gathering expects."""
        return "" if meeting.visitors is None else self.number(meeting.visitors.value)

    def listed(self, parts: Iterable[str]) -> str:
        """a, b and c"""
        items = list(parts)
        last = f" {self.word('and')} "
        return last.join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)

    def number(self, value: float) -> str:
        """At most two decimals, none when they say nothing; points and commas as the language has them."""
        text = f"{value:,.2f}".removesuffix(".00")
        return text.translate(str.maketrans(",.", ".,")) if self.lang == "nl" else text

    def percent(self, share: float) -> str:
        return self.number(round(share * 100, 1)) + (" %" if self.lang == "nl" else "%")

    def amount(self, quantity: Quantity) -> str:
        """A number with its unit: € 14 per uur, 12 weken."""
        unit, value = quantity.unit, self.number(quantity.value)
        if unit.startswith("EUR"):
            return ("€ " if self.lang == "nl" else "€") + value + self.unit(unit.removeprefix("EUR"))
        if unit.startswith("share"):
            return self.percent(quantity.value) + self.unit(unit.removeprefix("share"))
        return value + self.unit(" week" if unit == "weeks" and quantity.value == 1 else f" {unit}")

    def unit(self, unit: str) -> str:
        """What stands behind a number: hours/week is hours per week; a number alone has nothing behind it."""
        words = [self.word(part) for part in unit.replace("/", " per ").split() if part != "number"]
        return "".join(f" {one}" for one in words)

    def day(self, day: object) -> str:
        weekday, month = DAYS[self.lang][day.weekday()], MONTHS[self.lang][day.month - 1]
        return f"{weekday} {day.day} {month} {day.year}"


def _notes(spec: Spec) -> list[Note]:
    canvas = spec.canvas
    return [*canvas.customer_segments, *canvas.value_propositions, *canvas.channels, *canvas.customer_relationships,
            *canvas.revenue_streams, *canvas.key_resources, *canvas.key_activities, *canvas.key_partnerships,
            *canvas.costs]  # fmt: skip


def _lacks(spec: Spec, words: _Words) -> Iterator[str]:
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


def _blocks(spec: Spec, words: _Words) -> list[str]:
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


def _offer(spec: Spec, words: _Words) -> str:
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


def _prices(spec: Spec, words: _Words) -> str:
    names = {one.id: words.name(one) for one in (*spec.canvas.value_propositions, *spec.canvas.key_partnerships)}
    priced, free = [], []
    for one in spec.canvas.revenue_streams:
        if one.sim is not None and one.sim.price is not None:
            service = words.listed(names.get(to, to) for to in one.for_.value_propositions)
            priced.append(words("price", note=words.name(one), amount=words.amount(one.sim.price), service=service))
        elif one.sim is not None and one.sim.order is not None:
            service = words.listed(names.get(to, to) for to in one.for_.value_propositions)
            payers = words.listed(words("payer", note=names[payer.id], share=words.percent(payer.share.value),
                                        porticoes=words.number(payer.porticoes.value)) for payer in one.sim.order.payers)
            priced.append(words("order", note=words.name(one), amount=words.amount(one.sim.order.price), service=service,
                                payers=payers))
        elif one.sim is not None:
            free.append(words.name(one))
    parts = [words.listed(priced)] if priced else []
    if free:
        parts.append(words("unpriced", notes=words.listed(free)))
    return words("prices", parts="; ".join(parts)) if parts else ""


def _drawn_from(spec: Spec, words: _Words) -> str:
    """The prices that the canvas draws for some customers only, which is not enforced."""
    everyone = {one.id for one in spec.canvas.customer_segments if one.sim and one.sim.who == "everyone"}
    some = [words.name(one) for one in spec.canvas.revenue_streams
            if one.sim and one.sim.price and one.from_.customer_segments
            and not everyone & {*one.from_.customer_segments}]
    return words("from", notes=words.listed(some)) if some else ""


def _resources(spec: Spec, words: _Words) -> str:
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


def _trades(spec: Spec, words: _Words) -> str:
    """The teams that form by what people can do and like to do."""
    parts = []
    for one in spec.canvas.key_resources:
        if one.sim is not None and one.sim.team is not None and one.sim.team.trade is not None:
            trade = one.sim.team.trade
            parts.append(words("trade", note=words.name(one), least=words.number(trade.least.value),
                               keep=words.number(trade.keep.value)))  # fmt: skip
    return words("trades", parts="; ".join(parts)) if parts else ""


def _goals(spec: Spec, words: _Words) -> str:
    """What residents may choose to improve."""
    goals = [words.name(one) for one in spec.canvas.value_propositions if one.sim is not None and one.sim.goal is not None]
    return words("goals", notes=words.listed(goals)) if goals else ""


def _together(spec: Spec, words: _Words) -> str:
    """What the activities do for people who take part: recognition, and coming together."""
    parts = []
    for one in spec.canvas.key_activities:
        if one.sim is not None and one.sim.recognition is not None:
            sure = one.sim.recognition
            parts.append(words("recognition", note=words.name(one), search=words.percent(sure.search_from.value),
                               gives_up=words.percent(sure.gives_up_below.value)))  # fmt: skip
        if one.sim is not None and one.sim.gathering is not None:
            meeting = one.sim.gathering
            parts.append(words(f"gathering_{meeting.who}", note=words.name(one), every=words.amount(meeting.every).removeprefix("1 "),
                               others=words.others(meeting.contacts.value), visitors=words.visitors(meeting)))  # fmt: skip
        if one.sim is not None and one.sim.volunteering is not None:
            people = one.sim.volunteering
            parts.append(words("volunteering", note=words.name(one), core=words.number(people.core.value),
                               start=words.number(people.start.value)))  # fmt: skip
        if one.sim is not None and one.sim.pledge is not None:
            parts.append(words("pledge", note=words.name(one), takes=words.percent(one.sim.pledge.takes.value)))
    return words("together", parts="; ".join(parts)) if parts else ""


def _partners(spec: Spec, words: _Words) -> str:
    names = {one.id: words.name(one) for one in (*spec.canvas.key_resources, *spec.canvas.key_activities)}
    parts = []
    for one in spec.canvas.key_partnerships:
        if one.sim is not None and one.sim.share is not None:
            given = [names.get(to, to) for to in (*one.for_.key_resources, *one.for_.key_activities)]
            key = "partner" if one.sim.phase_out.value else "partner.same"
            parts.append(words(key, note=words.name(one), share=words.percent(one.sim.share.value),
                               given=words.listed(given), less=words.percent(one.sim.phase_out.value)))  # fmt: skip
    return words("partners", parts="; ".join(parts)) if parts else ""


def _costs(spec: Spec, words: _Words) -> str:
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


def _run(spec: Spec, words: _Words, plugins: list[tuple[str, object]]) -> list[str]:
    """When and where it plays, and which rules of the enterprise are on."""
    run = spec.canvas.simwijk
    lines = [words("run", day=words.day(run.start), weeks=run.weeks, times=run.replications),
             words("law " + run.law)]  # fmt: skip
    if run.stop is not None and run.stop.on != "off":
        lines.append(words("stop", on=words.word(run.stop.on), window=words.amount(run.stop.window),
                           grace=words.amount(run.stop.grace), notice=words.amount(run.stop.notice)))  # fmt: skip
    else:
        lines.append(words("no stop"))
    if run.start_on_request is not None:
        start = run.start_on_request
        lines.append(words("start", requests=words.number(start.requests.value), period=words.amount(start.period)))
    if run.grow is not None:
        lines.append(words("grow", buffer=words.amount(run.grow.buffer), weeks=words.amount(run.grow.profit_weeks)))
    lines.append(words("insolvent", weeks=words.amount(run.insolvent_after)))
    tongue = "dutch" if words.lang == "nl" else "english"
    active = [f"{said} ({name})" if (said := getattr(one, tongue, "")) else name for name, one in plugins]
    active = active or [one.name for one in spec.plugins]
    lines.append(words("plugins", names=words.listed(active)) if active else words("no plugins"))
    return lines


def _evidence(spec: Spec, words: _Words, plugins: list[tuple[str, object]]) -> list[str]:
    """How sure the numbers are, of the canvas, the neighbourhood and plugins apart."""
    numbers = spec.quantities()
    lines = []
    for whose in ("canvas", "plugins", "neighbourhood"):
        mine = [one for path, one in numbers.items() if path.startswith(PLACE) == (whose == "neighbourhood")]
        if whose == "plugins":
            mine = [*_numbers_of(plugins).values()]
            if not mine:
                continue
        found = counted(mine)
        kinds = words.listed(f"{count} {words.word(kind)}" for kind, count in found.items())
        lines.append(words("numbers of the " + whose, count=len(mine), kinds=kinds))
        unsure = found["assumption"] + found["open"]
        if whose == "canvas" and unsure:              # those its maker can find out
            lines.append(words("unsure", unsure=unsure, count=len(mine), **found))
    return lines
