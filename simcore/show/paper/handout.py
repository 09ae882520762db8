"""The hand-out: one A3 to go home with. The canvas, five dials, three guesses to check first, and what was changed.

Plain values, in words of one language; Typst (handout.typ) and the browser (page/poster.py) lay out the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from simcore.canvas import Spec
from simcore.canvas.notes import BLOCKS
from simcore.canvas.wording import amount
from simcore.files import Quantity
from simcore.results.movers import FEWEST, Mover
from simcore.run import ENTERPRISE
from simcore.show.comparison import answers
from simcore.show.page.dials import DIALS, fine, in_words, nothing
from simcore.show.page.gains import MUNICIPALITY, in_parts
from simcore.show.page.page import Page
from simcore.show.page.sources import plain, title
from simcore.show.paper import board
from simcore.show.terminal import title_of
from simcore.show.words import Words
from simcore.studies.compare import Comparison
from simcore.studies.versions import Change, are_versions, versions

GUESSES, CHANGES, FIGURES = 3, 14, 2               # that stand on it: to check, that were made, of a dial
NAME = "meta"                                      # what a canvas is called, and from which it comes: the title says it
GUESSED = ("assumption", "open")                   # evidence of what somebody could find out


def handout(found: Comparison, words: Words, changed: dict[str, list[str]] | None = None,
            places: Sequence[str] = ()) -> dict[str, Any]:
    """A sheet for each model; where some are versions of one canvas, for the last of them alone.

    ``changed`` says in lines what was changed in a model, by its key; else it is what differs from the version before.
    ``places`` are the models of a show in their order, each with the colour and shape that it has there.
    """
    for outcome in found.outcomes.values():
        words.learn(outcome)
    newer = [key for n, key in enumerate(found.keys) if before(found, key)]
    sheets = [sheet(found, key, words, (changed or {}).get(key), places) for key in newer[-1:] or found.keys]
    return {"lang": words.lang, "title": " · ".join(one["title"] for one in sheets), "sheets": sheets}


def before(found: Comparison, key: str) -> str:
    """The model of which this one is a version, named before it; empty when there is none."""
    specs = {entry.key: entry.spec for entry in found.entries}
    earlier = found.keys[:found.keys.index(key)]
    return next((one for one in earlier if are_versions(specs[one], specs[key])), "")


def sheet(found: Comparison, key: str, words: Words, changed: list[str] | None = None,
          places: Sequence[str] = ()) -> dict[str, Any]:
    """All that stands on the sheet of one model, with the version before it beside it where there is one."""
    first = before(found, key)
    page = Page(only(found, [*([first] if first else []), key]), words, tuple(places))
    one, spec = page.found.any, page.found.outcomes[key].spec
    own = Page(only(found, [key]), words)
    if changed is None:
        changed = changes(page, key, page.found.outcomes[first].spec, spec) if first else []
    made = words("page.made", year=one.spec.place.price_year, n=page.courses,
                 varied=words("band.luck" if one.luck_only else "band.varied") if page.banded else "")
    return {
        "title": page.titles[key], "mark": asdict(page.marks[key]), "sub": words.note(spec.canvas.meta.tagline or ""),
        "answer": next(answers(own.found, words)), "board": board.played(page.found.outcomes[key], words),
        "parts": " ".join(filter(None, [exists(own, key), giving(own, key)])), "legend": board.legend(words),
        "dials": [dial(page, name) for name in DIALS], "band": band_said(page),
        "guesses_title": words("handout.guesses"), "guesses": guesses(page, key), "guesses_said": why_few(page, key),
        "who": words("handout.who"), "own": words("handout.own"), "changes_title": words("handout.changes"),
        "changes": shortened(page, changed),
        "dials_title": words("page.dials"), "credit": words("canvas.credit"),
        "years": words("canvas.years", span=words.span(one.weeks)),
        "made": f"{words.place(one.spec.place)}, {words.span(one.weeks)}. {made} {words('handout.model')}",
    }  # fmt: skip


def only(found: Comparison, keys: list[str]) -> Comparison:
    """The same comparison with some of its models."""
    return replace(found, entries=[one for one in found.entries if one.key in keys],
                   outcomes={key: found.outcomes[key] for key in keys}, found={key: found.found[key] for key in keys})


def exists(page: Page, key: str) -> str:
    """In how many courses it is still there at the end, as the race of the live page says; empty for a single one."""
    alive = page.found.outcomes[key].lanes[ENTERPRISE].series["alive"][-1]
    return page("handout.exists", n=int(alive.sum()), of=page.courses, span=page.words.span(page.found.any.weeks)) \
        if page.banded else ""


def giving(page: Page, key: str) -> str:
    """How much more the municipality gives in a year, and of what that is made; empty where that is nothing."""
    one = page.found.gain(key, MUNICIPALITY) if MUNICIPALITY in page.found.parties() else None
    if one is None or page.nothing(one) or one.median >= 0 or not (parts := in_parts(page, key, MUNICIPALITY)):
        return ""
    return page("handout.giving", amount=page.value(-one.median, one.unit), parts=parts)


def band_said(page: Page) -> str:
    """What bar and line of a dial mean."""
    return page("page.band" if page.courses >= 10 else "page.band.few", n=page.courses) if page.banded else \
        page("band.one")


def dial(page: Page, name: str) -> dict[str, Any]:
    """A dial: what it says in words, and its first figures, each with a bar for every model on one axis."""
    figures = [one for indicator, figure in DIALS[name] if (one := on_axis(page, indicator, figure))][:FIGURES]
    return {"name": page(name), "said": in_words(page, *DIALS[name][0]) if figures else nothing(page),
            "figures": figures}


def on_axis(page: Page, indicator: str, figure: str) -> dict[str, Any] | None:
    """A figure of every model that has it; places along the axis are per cent of its length."""
    found = {key: one for key in page.keys if (one := page.shown(key, indicator, figure))}
    if not found:
        return None
    reach, decimals = page.reach(*found.values()), fine(page, *found.values())
    unit = page.unit(next(iter(found.values())).unit)
    said = {key: page.spoken(one, decimals) for key, one in found.items()}
    return {"name": f"{page.name(indicator, figure)} ({unit})", "zero": reach.place(0),
            "bars": [{"model": page.titles[key] if len(page.keys) > 1 else "", **asdict(page.marks[key]),
                      "value": said[key].marked, "span": said[key].span,
                      "clear": one.clear or not page.banded, "banded": page.banded,
                      "low": reach.place(one.low), "middle": reach.place(one.median), "high": reach.place(one.high)}
                     for key, one in found.items()]}


def guesses(page: Page, key: str) -> list[dict[str, str]]:
    """The guesses that move the answer most, at most three: what, how much now, and which way it works."""
    numbers, spec = page.numbers[key], page.found.outcomes[key].spec
    return [{"what": title_of(spec, one.path, page.words).rpartition(" (")[0], "now": told(page, numbers[one.path]),
             "way": page("mover.up" if one.correlation > 0 else "mover.down")} for one in to_check(page, key)[:GUESSES]]


def to_check(page: Page, key: str) -> list[Mover]:
    """The guesses that move the answer, the strongest first. What rests on a source moves it too, but is known."""
    numbers = page.numbers[key]
    return [one for one in page.found.found[key].movers if one.path in numbers
            and numbers[one.path].evidence in GUESSED]


def why_few(page: Page, key: str) -> str:
    """Why there are fewer than three; empty when there are three."""
    found = page.found.found[key]
    if found.luck_only:
        return page("movers.luck")
    if found.courses < FEWEST:
        return page("movers.few", least=FEWEST)
    return "" if len(guesses(page, key)) == GUESSES else page("handout.few", courses=found.courses)


def changes(page: Page, key: str, old: Spec, new: Spec) -> list[str]:
    """What was changed from an old canvas to a new one, a line each; ``key`` is the model that is called so.

    What a redesign on the live page changed is told by its steps: demo/redesign.py.
    """
    found = versions(old, new)
    lines = [f"{page.words.name(one)}: {page(f'page.versions.{what}')}"
             for what, some in (("removed", found.removed), ("added", found.added)) for one in some]
    gone = {note.id for note in (*found.removed, *found.added)}
    return lines + [f"{title(page, key, one.item)}, {page.words.leaf(one.path)}: "
                    f"{said(page, one.old)} → {said(page, one.new)}"
                    for one in found.changes if one.item != NAME and not links_to(one, gone)]


def shortened(page: Page, lines: list[str]) -> list[str]:
    """As many lines as there is room for, and how many more there are; that nothing was changed when there are none."""
    more = len(lines) - CHANGES
    return [*lines[:CHANGES], *([page("canvas.more", n=more)] if more > 0 else [])] or [page("handout.unchanged")]


def links_to(one: Change, gone: set[str]) -> bool:
    """Whether a change is no more than that notes linked to notes that came or went, or named one as ``pot`` does."""
    old, new = (set(str(side or "").split(", ")) - {""} for side in (one.old, one.new))
    return old ^ new <= gone and (old != new or one.path.rpartition(".")[2] in BLOCKS)


def said(page: Page, one: Quantity | str | None) -> str:
    """What stood or stands there."""
    if one is None:
        return page("page.versions.empty")
    return told(page, one) if isinstance(one, Quantity) else page.words.note(one)


def told(page: Page, one: Quantity) -> str:
    """A number with its range."""
    return amount(one, page.words.lang) + (
        f" ({page('span', low=plain(page, one, one.low), high=plain(page, one, one.high))})" if one.ranged else "")
