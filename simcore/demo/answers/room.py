"""What a room asks of what was played: how its bets lie, who pays and who gains, and what to check first.

Each answer is of the comparison of the wish the page is at; None under ``kind`` while that is not played whole.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simcore.demo.answers.found import found_of
from simcore.demo.deck import Bet
from simcore.demo.show import Show
from simcore.results.bands import Band, band
from simcore.results.movers import FEWEST
from simcore.run import ENTERPRISE
from simcore.show.explain import value as number
from simcore.show.page.gains import DOWN, UNCLEAR, UP, in_parts, unit
from simcore.show.page.page import Page
from simcore.show.paper.handout import to_check
from simcore.show.terminal import title_of
from simcore.show.words import LANGUAGES, Words
from simcore.studies.compare import Comparison

Line = dict[str, Any]
NOT_YET: Line = {"kind": None}
NO_PARTS: Line = {lang: "" for lang in LANGUAGES}


def found_now(show: Show, said: Line) -> Comparison | None:
    """What was found of the wish the page is at."""
    return found_of(show, show.wish(said))


# --- bets --------------------------------------------------------------------------------------------------------


def bets(show: Show, said: Line) -> Line:
    """Model -> question -> the band, and how many courses lie in each bin; None where it has no such figure."""
    if (found := found_now(show, said)) is None:
        return NOT_YET
    return {"kind": "bets", "models": {key: {bet.name: lying(bet, looked_at(bet, found, key)) for bet in show.deck.bets}
                                       for key in found.keys}}


def looked_at(bet: Bet, found: Comparison, key: str) -> Band | None:
    """The figure that a bet is about."""
    if bet.weeks:
        cash = found.outcomes[key].lanes[ENTERPRISE].series["cash"]
        return band(cash[min(bet.weeks, len(cash)) - 1] / 100, "EUR")
    return found.figure(key, *bet.figure.split("."))


def lying(bet: Bet, one: Band | None) -> Line | None:
    """A band in the unit of the bet, and the courses by bin; a value on an edge lies above it."""
    if one is None:
        return None
    values = one.values[np.isfinite(one.values)] * bet.times
    bins = np.searchsorted(bet.edges, values, side="right")
    return {"low": one.low * bet.times, "middle": one.median * bet.times, "high": one.high * bet.times,
            "n": len(values), "counts": np.bincount(bins, minlength=len(bet.edges) + 1).tolist()}


# --- who pays, who gains -----------------------------------------------------------------------------------------


def pays(show: Show, said: Line) -> Line:
    """Lens -> its rows: a party or a figure, and for each model what changes with doing nothing."""
    if (found := found_now(show, said)) is None:
        return NOT_YET
    pages = {lang: Page(found, Words(lang)) for lang in LANGUAGES}
    for outcome in found.outcomes.values():
        for page in pages.values():
            page.words.learn(outcome)
    out = {}
    for lens in show.deck.lenses:
        rows = [row(pages, {lang: page.words.party(party) for lang, page in pages.items()}, "EUR/year",
                    {key: found.gain(key, party) for key in found.keys}, party,
                    {key: parts(pages, key, party) for key in found.keys})
                for party in lens.parties if party in found.parties()]
        for name in lens.figures:
            each = {key: found.figure(key, *name.split(".")) for key in found.keys}
            units = [one.unit for one in each.values() if one]
            if units:
                rows.append(row(pages, {lang: page.name(*name.split(".")) for lang, page in pages.items()}, units[0],
                                each, name))
        out[lens.name] = rows
    counted = {lang: unit(page) for lang, page in pages.items()}
    return {"kind": "pays", "lenses": out,
            "unit": {lang: f"{one[:1].upper()}{one[1:]}." for lang, one in counted.items()}}


def row(pages: dict[str, Page], label: Line, counted: str, each: dict[str, Band | None], name: str,
        of: dict[str, Line] | None = None) -> Line:
    """One number to look at, for each model: a sign, the middle and the band as they are written, and what it is ``of``
    where it is what a party gives."""
    cells = {key: cell(pages, one, [*each.values()]) for key, one in each.items()}
    return {"name": name, "label": label, "unit": {lang: page.unit(counted) for lang, page in pages.items()},
            "cells": {key: one and one | {"parts": of[key] if of and one["sign"] == DOWN else NO_PARTS}
                      for key, one in cells.items()}}


def parts(pages: dict[str, Page], key: str, party: str) -> Line:
    """What the giving of a party is made of, in both languages; empty where it gives nothing more."""
    return {lang: in_parts(page, key, party) for lang, page in pages.items()}


def cell(pages: dict[str, Page], one: Band | None, beside: list[Band | None]) -> Line | None:
    """A figure as it is written in both languages, beside those of its row; None where it is not measured or nothing
    moves."""
    page = next(iter(pages.values()))
    digits = page.decimals(*beside)
    if one is None or page.nothing(one) and one.difference:
        return None
    said = {lang: page.spoken(one, digits) for lang, page in pages.items()}
    unclear = next(iter(said.values())).unclear
    sign = "" if not one.difference else UNCLEAR if unclear or not one.median else UP if one.median > 0 else DOWN
    return {"sign": sign, "middle": one.median, "clear": not unclear,
            "said": {lang: each.value for lang, each in said.items()},
            "span": {lang: each.span.strip("()") for lang, each in said.items()}}


# --- what to check first -----------------------------------------------------------------------------------------


def check(show: Show, said: Line) -> Line:
    """Model -> the guesses that move its answer most, in the courses of this wish; of the plans as they are, and marked
    so, when these are all that was played."""
    found, now = found_now(show, said), True
    if found is None:
        found, now = found_now(show, {"wish": {"seed": said.get("wish", {}).get("seed", 1)} | sizes(said)}), False
    if found is None:
        return NOT_YET
    return {"kind": "check", "now": now, "n": len(found.any.replications), "least": FEWEST,
            "models": {key: [guess(found, key, one) for one in to_check(Page(found, Words("nl")), key)]
                       for key in found.keys}}


def sizes(said: Line) -> Line:
    """How large a play is that the page asks for."""
    return {key: said["wish"][key] for key in ("courses", "residents") if key in said.get("wish", {})}


def guess(found: Comparison, key: str, one: Any) -> Line:
    """A guess: what it is, its value with its range, how sure it is and which way it works."""
    outcome = found.outcomes[key]
    known = Page(found, Words("nl")).numbers[key].get(one.path)
    out: Line = {"path": one.path, "more": one.correlation > 0, "evidence": known.evidence if known else ""}
    for part in ("what", "value", "question"):
        out[part] = {}
    for lang in LANGUAGES:
        words = Words(lang)
        out["what"][lang] = title_of(outcome.spec, one.path, words).rpartition(" (")[0] or one.path
        out["value"][lang] = number(known, words) if known else ""
        out["question"][lang] = words.note(known.question) if known and known.question else ""
    return out
