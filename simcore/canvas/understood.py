"""Says in plain words what was understood of a model, so that a reader sees what will be played before it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, get_args

from simcore.canvas.block_sentences import lacking, sentences
from simcore.canvas.languages import in_dutch, in_english
from simcore.canvas.spec import PLACE, Spec
from simcore.canvas.wording import Language, Wording
from simcore.files import Quantity, walk_quantities
from simcore.files.quantity import Evidence

if TYPE_CHECKING:
    from simcore.canvas.notes import Note


def understood(spec: Spec, lang: Language = "nl", plugins: Iterable[tuple[str, object]] = ()) -> str:
    """What a sound model says, in Dutch or English: blocks, run, rules, evidence of numbers, open questions.

    ``plugins`` are those that take part, by name.
    """
    words, plugins = Wording(lang), list(plugins)
    canvas = spec.canvas
    lines = [words("title", name=canvas.meta.name, place=spec.place.name if lang == "nl" else spec.place.english), ""]
    lacks = list(lacking(spec, words))
    lines += [*lacks, ""] if lacks else []
    lines += [f"- {line}" for line in sentences(spec, words) if line]
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


def _notes(spec: Spec) -> list[Note]:
    canvas = spec.canvas
    return [*canvas.customer_segments, *canvas.value_propositions, *canvas.channels, *canvas.customer_relationships,
            *canvas.revenue_streams, *canvas.key_resources, *canvas.key_activities, *canvas.key_partnerships,
            *canvas.costs]  # fmt: skip


def _run(spec: Spec, words: Wording, plugins: list[tuple[str, object]]) -> list[str]:
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


def _evidence(spec: Spec, words: Wording, plugins: list[tuple[str, object]]) -> list[str]:
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
