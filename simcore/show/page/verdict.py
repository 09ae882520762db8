"""The first thing a room reads: for each model in how many courses it does without, who gives and who gets most."""

from simcore.results.money import WINDOW
from simcore.show.page.gains import most
from simcore.show.page.html import Html, bold, joined, link, tag
from simcore.show.page.page import Page
from simcore.show.words import COUNTED

TENS = 10                        # dots where there are more courses than can be counted


def verdict(page: Page) -> Html:
    """A row for each model."""
    return tag("div", [answer(page, key) for key in page.keys], class_="verdict")


def answer(page: Page, key: str) -> Html:
    """Mark, sentence and what the plan is; dots and how it ends; who gives most and who gets most."""
    found, words = page.found.found[key], page.words
    holds, name = found.answer.holds, page.titles[key]
    if page.banded:
        sentence = words("page.answer", name=name, often=words.often(holds, found.courses))
    else:
        sentence = words(f"page.answer.one.{'yes' if holds else 'no'}", name=name)
    tagline = page.found.outcomes[key].spec.canvas.meta.tagline
    return tag("div", page.marks[key].svg("large"),
               tag("div", tag("p", link(page.at("tiers"), bold(sentence, name, words.often(holds, found.courses))),
                              class_="answer"),
                   tag("p", words.note(tagline), class_="tagline") if tagline else None, class_="claim"),
               dots(page, key, holds, found.courses),
               tag("p", joined([[tag("br") if n else None, line]
                                for n, line in enumerate([*most(page, key), fate(page, key)])]), class_="who"),
               class_="model-row")


def fate(page: Page, key: str) -> str:
    """In how many courses it ends, and after how long."""
    found, words = page.found.found[key], page.words
    if found.ends_in_week is None:
        return words("page.exists", span=words.span(page.found.any.weeks))
    time = words.span(found.ends_in_week)
    if not page.banded:
        return words("page.ends.one", time=time)
    return words("page.ends", often=words.often(found.courses - found.alive, found.courses), time=time)


def dots(page: Page, key: str, some: int, of: int) -> Html | None:
    """A dot for each course, in rows of ten, or ten in all; filled for those in which it holds; some never look none."""
    every = of if of <= COUNTED else TENS
    full = some if of <= COUNTED else max(1 if some else 0, min(every - (some < of), int(every * some / of + 0.5)))
    colour, rows = page.marks[key].colour, -(-every // TENS)
    circles = [tag("circle", cx=12 + 24 * (n % TENS), cy=12 + 24 * (n // TENS), r=9, stroke=colour, stroke_width=3,
                   fill=colour if n < full else "none") for n in range(every)]
    return tag("svg", circles, viewBox=f"0 0 {24 * min(every, TENS)} {24 * rows}", role="img",
               class_="dots" if rows == 1 else "dots two", aria_label=page.words.often(some, of))


def meaning(page: Page) -> Html:
    """What the sentence means, and what a dot is."""
    weeks = page.found.any.weeks
    period = page("answer.year") if weeks >= WINDOW else page.words.span(weeks)
    return tag("p", joined(page("page.meaning", period=period), " ", page("page.dots")), class_="soft")
