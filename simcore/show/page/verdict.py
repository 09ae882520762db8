"""The first thing a room reads: a sentence for each model, and ten dots that show in how many courses it holds."""

from simcore.results.money import WINDOW
from simcore.show.page.html import Html, bold, joined, link, tag
from simcore.show.page.page import Page

DOTS = 10


def verdict(page: Page) -> Html:
    """A row for each model."""
    return tag("div", [answer(page, key) for key in page.keys], class_="verdict")


def answer(page: Page, key: str) -> Html:
    """Mark, sentence, dots, and how long the enterprise exists."""
    found, words = page.found.found[key], page.words
    holds, name = found.answer.holds, page.titles[key]
    if page.banded:
        sentence = words("page.answer", name=name, count=words.courses(holds, found.courses))
    else:
        sentence = words(f"page.answer.one.{'yes' if holds else 'no'}", name=name)
    fate = [words("page.exists", often=words.often(found.alive, found.courses))]
    if found.ends_in_week is not None:
        fate.append(words("page.ends", time=words.span(found.ends_in_week)))
    return tag("div", page.marks[key].svg("large"),
               tag("p", link(page.at("tiers"), bold(sentence, name, words.often(holds, found.courses))),
                   class_="answer"),
               dots(page, key, holds, found.courses), tag("p", joined([[tag("br") if n else None, text]
                                                                       for n, text in enumerate(fate)]), class_="fate"),
               class_="model-row")


def dots(page: Page, key: str, some: int, of: int) -> Html | None:
    """As many dots as courses, ten at most; filled for those in which it holds, never rounded to none or all."""
    every = min(of, DOTS)
    full = some if of <= DOTS else max(1 if some else 0, min(every - (some < of), int(every * some / of + 0.5)))
    circles = [tag("circle", cx=12 + 24 * n, cy=12, r=9, stroke=page.marks[key].colour, stroke_width=3,
                   fill=page.marks[key].colour if n < full else "none") for n in range(every)]
    return tag("svg", circles, viewBox=f"0 0 {24 * every} 24", class_="dots", role="img",
               aria_label=page.words.often(some, of))


def meaning(page: Page) -> Html:
    """What the sentence means, and what a dot is."""
    weeks = page.found.any.weeks
    period = page("answer.year") if weeks >= WINDOW else page.words.span(weeks)
    return tag("p", joined(page("page.meaning", period=period), " ", page("page.dots")), class_="soft")
