"""Says what a run found, on a screen of text: one plain sentence first, then the figures, then where the files are."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from simcore.calendar import day_of
from simcore.canvas import Spec
from simcore.canvas.bundled import is_ours
from simcore.canvas.named import from_here
from simcore.canvas.notes import BLOCKS
from simcore.results.bands import Band
from simcore.results.indicators import Indicators, Lives
from simcore.results.money import TIERS, WINDOW
from simcore.results.movers import FEWEST
from simcore.show.words import Words, printable

__all__ = ["answer", "printable", "said"]

LABEL, VALUE = 47, 14            # widths of the first two columns
WIDE = 100                       # characters of a line of running text
SIDE = 9                         # of the words for cash and in kind
SIGNED = ("work.exits", "work.exits_share", "ladder.rungs", "ladder.placed", "displacement.jobs", "benefits.saved",
          "coping.more", "lonely.lonely_more", "cohesion.more", "balance.effects", "balance.cost", "balance.balance")
DISTRICT = ["meetings", "lonely", "cohesion", "caught", "coping", "load", "goals", "tidy"]

# The lines under each head: the group of figures, its figure, the words of its unit, what a value is multiplied by.
MAY_LACK = {*DISTRICT, "benefits", "balance"}      # groups that a model may have a part of
FIGURES = {
    "money": [("cash", "EUR", 1), ("result", "EUR", 1)],
    "work": [("exits", "people", 1), ("exits_share", "share", 100), ("participants", "people", 1),
             ("participants_alive", "people", 1)],
    "ladder": [("rungs", "rungs", 1), ("placed", "rungs", 1)],
    "displacement": [("hours", "hours", 1), ("share", "share", 100), ("jobs", "", 1), ("delivered", "hours", 1),
                     ("delivered_alive", "hours", 1)],
    "helped": [("households", "", 1), ("met", "share", 100), ("wait", "days", 1)],
    "benefits": [("saved", "EUR", 1)],
    "meetings": [("participations", "", 1000), ("new_ties", "", 1)],
    "lonely": [("lonely", "share", 100), ("lonely_more", "points", 100), ("strongly", "share", 100)],
    "cohesion": [("cohesion", "", 1), ("more", "", 1)],
    "caught": [("hours", "hours", 1)],
    "coping": [("coping", "share", 100), ("more", "points", 100)],
    "load": [("top_three", "share", 100), ("dropped_out", "", 1)],
    "goals": [("chosen", "", 1), ("reached", "", 1), ("pot", "share", 100)],
    "tidy": [("porticoes", "share", 100), ("litter", "share", 100), ("rounds", "share", 100)],
    "balance": [("effects", "EUR", 1), ("cost", "EUR", 1), ("balance", "EUR", 1), ("ratio", "", 1)],
}


def said(spec: Spec, found: Indicators, words: Words, folder: Path | None = None, prices: Path | None = None) -> str:
    """The whole answer to a run, for the terminal; ``prices`` is the file of prices, when one was given."""
    parts = [[answer(spec, found, words)], list(tiers(spec, found, words)),
             list(fate(spec, found, words)), list(heaviest(spec, found, words))]
    for head, groups in (("head.money", ["money"]), ("head.work", ["work", "ladder", "benefits"]),
                         ("head.displacement", ["displacement"]), ("indicator.helped.name", ["helped"]),
                         ("head.district", DISTRICT)):
        lines = [line for group in groups for line in figures(found.group(group), group, words)]
        if not lines:
            continue
        if "displacement" in groups:
            lines[1:1] = most_displaced(spec, found, words)
        parts.append([words(head), *lines])
    parts.append([words("head.parties"), *parties(found, words)])
    parts.append(list(balance(found, words, prices)))
    parts.append([words("head.movers"), *moving(spec, found, words)])
    parts.append([*explained(spec, found, words)])
    if folder is not None:
        parts.append([words("head.files"), *("  " + words(key, folder=folder)
                                             for key in ("files", "diary.hint", "files.verify"))])
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def answer(spec: Spec, found: Indicators, words: Words) -> str:
    """The one plain sentence: does it live without municipal money?"""
    name, holds = spec.canvas.meta.name, found.answer.holds
    if found.courses == 1:
        return words(f"answer.one.{'yes' if holds else 'no'}", name=name)
    return words("answer", name=name, count=words.courses(holds, found.courses))


def tiers(spec: Spec, found: Indicators, words: Words) -> Iterator[str]:
    """The four claims, one line each."""
    period = words("answer.year") if found.weeks >= WINDOW else words.span(found.weeks)
    yield words("answer.measure", period=period)
    for tier in TIERS:
        one = found.tiers[tier]
        yield row(words(f"tier.{tier}"), words.often(one.holds, one.courses), when(spec, one, words))


def when(spec: Spec, tier: Lives, words: Words) -> str:
    """From when a claim held, or that it never did."""
    if tier.first_week is None:
        return words("tier.never") if tier.courses > 1 else ""
    month = words.month(day_of(spec.canvas.simwijk.start, tier.first_week))
    return words("tier.ever" if tier.ever > 1 else "tier.ever.one", count=words.often(tier.ever, tier.courses),
                 month=month)


def fate(spec: Spec, found: Indicators, words: Words) -> Iterator[str]:
    """How long it exists, and what the other reading of the law does to that."""
    name, years = spec.canvas.meta.name, words.span(found.weeks)
    time = words.span(found.ends_in_week) if found.ends_in_week is not None else ""
    if found.courses == 1:
        yield words(f"exists.one.{'yes' if found.alive else 'no'}", name=name, years=years, time=time)
    else:
        yield words("exists", name=name, years=years, count=words.courses(found.alive, found.courses))
        if time:
            yield words("ends", time=time)
    if law := found.law:
        count = lambda some: words.often(some, law.courses)  # noqa: E731
        read = {"played": words(f"law.{law.played}"), "other": words(f"law.{law.other}")}
        text = words("law", name=name, **read, alive=count(law.alive), alive_other=count(law.alive_other),
                     changes=count(law.changes)) if law.changes else words("law.same", **read)
        yield from wrap(text, WIDE)


def heaviest(spec: Spec, found: Indicators, words: Words) -> Iterator[str]:
    """Where it mostly does not live without municipal money: what costs it most, and where to turn."""
    one = found.heaviest
    if one is None or 2 * found.answer.holds > found.courses:
        return
    notes = {note.id: note for block in ("costs", "key_resources") for note in getattr(spec.canvas, block)}
    if one.item not in notes:
        return
    file = Path(spec.model_file)
    model = spec.name if is_ours(file) else from_here(file)
    path = f"costs.{one.item}.amount" if one.item in {cost.id for cost in spec.canvas.costs} else \
        f"key_resources.{one.item}.team.places"
    yield from wrap(words("heaviest", note=words.name(notes[one.item]), cost=words.euros(one.cost),
                          earned=words.euros(one.earned)), WIDE)
    yield "  " + words("heaviest.try", path=path, model=model)


def figures(group: dict[str, Band | None], of: str, words: Words) -> Iterator[str]:
    """The lines of one group of figures; none of what a model need not have and this one has not."""
    for key, unit, times in FIGURES[of]:
        if of in MAY_LACK and group.get(key) is None:
            continue
        label = words(f"{of}.{key}")
        yield row(label, *told(group.get(key), unit, times, words, signed=f"{of}.{key}" in SIGNED))


def told(one: Band | None, unit: str, times: float, words: Words, signed: bool = False) -> tuple[str, str]:
    """A figure and its band; where the band has zero in it, and not only that, that there is no clear difference."""
    if one is None:
        return words("unmeasured"), ""
    bare = lambda value: (words.whole if unit == "EUR" else words.sized)(value * times, signed)  # noqa: E731
    middle = words.euros(one.median, signed) if unit == "EUR" else \
        words(f"unit.{unit}", n=bare(one.median)) if unit else bare(one.median)
    if one.courses == 1:
        return middle, ""
    low, high = bare(one.low), bare(one.high)
    span = f"({words('span', low=low, high=high)})"
    return middle, span if one.clear or {low, bare(one.median), high} == {"0"} else f"{span}: {words('unclear')}"


def balance(found: Indicators, words: Words, prices: Path | None) -> Iterator[str]:
    """9b, when there is a file of prices: what the effects are worth by them, or that none is filled in."""
    if prices is not None:
        yield words("head.balance", file=prices.name)
        lines = list(figures(found.group("balance"), "balance", words))
        yield from lines or ["  " + words(f"absent.{found.absent['balance']}")]


def most_displaced(spec: Spec, found: Indicators, words: Words) -> Iterator[str]:
    """The need in which most regular paid hours are gone, when that is clear."""
    clear = {name: one for name, one in found.displacement_by_activity.items() if one and one.clear and one.median > 0}
    if clear:
        most = max(clear, key=lambda name: clear[name].median)
        need = next((one for one in spec.place.needs.activities if one.id == most), None)
        name = words.place(need).lower() if need else words(f"displacement.{most}")
        yield "    " + words("displacement.most", activity=name,
                           hours=words("unit.hours", n=words.sized(clear[most].median)))


def parties(found: Indicators, words: Words) -> Iterator[str]:
    """What each party gains or pays, in cash and in kind."""
    for party, sides in found.parties.items():
        label = words.party(party)
        for side, one in sides.items():
            if one is not None and (one.low or one.high or one.median):
                yield row(f"{label:<{LABEL - SIDE}}{words(f'side.{side}')}", *told(one, "EUR", 1, words, signed=True))
                label = ""


def moving(spec: Spec, found: Indicators, words: Words) -> Iterator[str]:
    """The numbers that move the answer most, or why that cannot be said."""
    if found.luck_only:
        yield "  " + words("movers.luck")
    elif found.courses < FEWEST:
        yield "  " + words("movers.few", least=FEWEST)
    elif not found.movers:
        yield "  " + words("movers.none", courses=found.courses)
    else:
        for n, one in enumerate(found.movers, start=1):
            yield (f"  {n}. {title_of(spec, one.path, words)}: "
                   f"{words('mover.up' if one.correlation > 0 else 'mover.down')}")
        if len(found.movers) < 5:
            yield "  " + words("movers.rest")


def title_of(spec: Spec, path: str, words: Words) -> str:
    """A number as people know it: its sticky note or need, what it is of that, and its path for who would change it."""
    steps = path.split(".")
    named = {need.id: words.place(need) for need in spec.place.needs.activities}
    named |= {note.id: words.name(note) for block in BLOCKS for note in getattr(spec.canvas, block)}
    note = next((named[step] for step in steps if step in named), "")
    leaf = words.leaf(path)
    quantity = spec.quantities().get(path)
    evidence = f", {words(f'evidence.{quantity.evidence}')}" if quantity else ""
    return f"{note}: {leaf}{evidence} ({path})" if note else f"{leaf}{evidence} ({path})"


def explained(spec: Spec, found: Indicators, words: Words) -> Iterator[str]:
    """What a band means, once, and in which euros everything is."""
    meant = words.band("figure", found.courses, found.luck_only)
    more = "" if found.luck_only else f" {words('band.lopsided')}"
    yield from wrap(meant if found.courses == 1 else f"{meant} {words('band.brackets')}{more}", WIDE)
    yield words("a_year", span=words.span(found.weeks))
    yield words("prices", year=spec.place.price_year)


def row(label: str, value: str, more: str = "") -> str:
    """One line of a table; a long value takes what its label leaves free."""
    room = max(VALUE, len(value))
    return f"  {label:<{LABEL + VALUE - room}} {value:>{room}}  {more}".rstrip()
