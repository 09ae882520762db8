"""Says what a comparison found, on a screen of text: a sentence for each model, the main figures, where the page is."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from textwrap import wrap

from simcore.results.bands import Band
from simcore.results.money import TIERS
from simcore.show.page.gains import at_a_glance
from simcore.show.page.page import Page, in_points
from simcore.show.terminal import LABEL, WIDE, row
from simcore.show.words import Words
from simcore.studies.compare import Comparison

SHOWN = (("money", "cash"), ("money", "result"), ("work", "exits"), ("displacement", "hours"),
         ("helped", "households"), ("lonely", "lonely_more"), ("load", "dropped_out"))
NAME = 22                        # width of a column with a name above it
TAIL = 12                        # of the end of a name that is cut there: what two versions differ in stands last


def answers(found: Comparison, words: Words) -> Iterator[str]:
    """One sentence for each model: does it live without municipal money?"""
    titles = Page(found, words).titles
    for entry in found.entries:
        name, one = titles[entry.key], found.found[entry.key]
        if one.courses == 1:
            yield words(f"answer.one.{'yes' if one.answer.holds else 'no'}", name=name)
        else:
            yield words("answer", name=name, count=words.courses(one.answer.holds, one.courses))


def said(found: Comparison, words: Words, folder: Path, page: Path) -> str:
    """The whole answer to a comparison, for the terminal."""
    page_of = Page(found, words)
    parts = [list(answers(found, words)), list(tiers(page_of))]
    parts += [list(figure(page_of, group, name)) for group, name in SHOWN]
    parts += [list(parties(page_of)), list(explained(page_of)),
              [words("head.files"), "  " + words("compare.files", page=page),
               "  " + words("compare.folder", folder=folder), "  " + words("files.verify", folder=folder)]]
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def tiers(page: Page) -> Iterator[str]:
    """The four claims, and how often each model lives up to them."""
    every = [page.titles[key] for key in page.keys]
    yield f"{page('page.tiers'):<{LABEL + 2}} " + "  ".join(f"{shorter(name):>{NAME}}" for name in every)
    for tier in TIERS:
        holds = (page.found.found[key].tiers[tier] for key in page.keys)
        yield f"  {page(f'tier.{tier}'):<{LABEL}} " + "  ".join(f"{page.words.often(one.holds, one.courses):>{NAME}}"
                                                               for one in holds)


def shorter(name: str) -> str:
    """A name that fits above a column, cut in the middle."""
    return name if len(name) <= NAME else f"{name[:NAME - TAIL - 1].rstrip(' ,')}…{name[-TAIL:]}"


def figure(page: Page, group: str, name: str) -> Iterator[str]:
    """One figure: a line for each model and, for two, their difference; nothing where no model has it."""
    found = {key: page.shown(key, group, name) for key in page.keys}
    if any(found.values()):
        yield f"{page.name(group, name)} ({page.unit(next(one for one in found.values() if one).unit)})"
        yield from lines(page, found)
        for other, key in list(combinations(page.keys, 2))[:1 if len(page.keys) == 2 else 0]:
            more = in_points(page.found.difference(key, other, group, name), "more")
            yield row(f"  {page('compare.difference')}", *told(page, more))


def parties(page: Page) -> Iterator[str]:
    """What the parties for which most changes gain or pay by each model."""
    yield page("compare.gains")
    for party in at_a_glance(page)[0]:
        yield f"  {page.words.party(party)}"
        yield from lines(page, {key: page.found.gain(key, party) for key in page.keys})


def lines(page: Page, found: dict[str, Band | None]) -> Iterator[str]:
    """A line for each model."""
    for key, one in found.items():
        yield row(f"  {page.titles[key]}", *told(page, one))


def told(page: Page, one: Band | None) -> tuple[str, str]:
    """A figure and its band; where the band has zero in it, that there is no clear difference."""
    if one is None:
        return page("unmeasured"), ""
    middle = page.value(one.median, one.unit, one.difference, page.decimals(one))
    if not page.banded:
        return middle, ""
    return middle, page.span(one) if one.clear or page.nothing(one) else f"{page.span(one)}: {page('unclear')}"


def explained(page: Page) -> Iterator[str]:
    """What a band means, once, and over which time a year is meant."""
    found = page.found.any
    meant = page.words.band("figure", page.courses, found.luck_only)
    yield from wrap(meant if not page.banded else f"{meant} {page('band.brackets')}", WIDE)
    yield from wrap(page("a_year", span=page.words.span(found.weeks)), WIDE)
    yield page("prices", year=found.spec.place.price_year)
