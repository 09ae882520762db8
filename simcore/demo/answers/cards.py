"""What a card does, course by course; and the cards and numbers that plugins bring by themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from simcore.demo.answers.found import found_of
from simcore.demo.config import card_of, told
from simcore.demo.deck import PLUGIN
from simcore.demo.show import Show
from simcore.demo.told import CHARTS
from simcore.demo.wish import misfit
from simcore.errors import SimwijkError
from simcore.experiments.case import Case, opened
from simcore.experiments.dates import dated
from simcore.plugin.active import Active
from simcore.plugin.finding import find
from simcore.plugin.nouns import Measure
from simcore.results.bands import band
from simcore.run import ENTERPRISE
from simcore.studies.compare import Comparison
from simcore.week.numbers import quantities_of

Line = dict[str, Any]


def effect(show: Show, said: Line) -> Line:
    """Model -> chart -> how much more it is with a card than without, on average from the week it was laid in until the
    end; None under ``kind`` while not both were played whole. With it what plugins measure."""
    wish, name = show.wish(said), str(said.get("card"))
    weeks = [week for one, week in wish.cards if one == name]
    after = found_of(show, wish) if weeks else None
    without = tuple(one for one in wish.cards if one[0] != name)       # a card may lie before all was played without it
    before = after and found_of(show, replace(wish, cards=without), of=wish)
    if not before:
        return {"kind": None}
    first = weeks[0] if show.deck.card(name).dated else 0
    out = {}
    for key in before.keys:
        both = [{chart: look(one.outcomes[key].lanes[ENTERPRISE].series)[first:].mean(0)
                 for chart, look in CHARTS.items()} for one in (before, after)]
        out[key] = {chart: as_line(both[1][chart] - both[0][chart]) for chart in CHARTS}
    return {"kind": "effect", "n": len(after.any.replications), "week": first, "models": out,
            "measures": measures(after)}


def as_line(values: np.ndarray, difference: bool = True) -> Line:
    """A band as plain values."""
    one = band(values, "", difference)
    return {"middle": one.median, "low": one.low, "high": one.high, "clear": one.clear}


def measures(found: Comparison) -> list[Line]:
    """What plugins measure each week: its name, its unit, and for each model that has it the mean over time."""
    out: dict[str, Line] = {}
    for entry in found.entries:
        lane = found.outcomes[entry.key].lanes[ENTERPRISE]
        active = Active(entry.plugins)
        numbers = {path: np.array([one.value]) for path, one in quantities_of(entry.spec, entry.plugins).items()}
        for owner, noun in active.bring(entry.spec, numbers, 1, trying=True):
            values = lane.series.get(f"measure.{owner}.{noun.name}") if isinstance(noun, Measure) else None
            if values is not None:
                one = out.setdefault(f"{owner}.{noun.name}", {"label": {"nl": noun.dutch, "en": noun.english},
                                                              "unit": noun.unit, "models": {}})
                one["models"][entry.key] = as_line(values.mean(0), False)
    return list(out.values())


def events(show: Show, said: Line) -> Line:
    """The cards of every event that a plugin brings on a day of its own, and that fits a model on show."""
    there = {way.plugin for card in show.deck.cards for way in card.ways}
    out = []
    for name in find(()):
        if name in there:
            continue
        try:
            card = show.deck.card(PLUGIN + name)
        except KeyError:
            continue
        if card.about.nl and any(brings_event(model, name) for model in show.models):
            out.append(card_of(card))
    return {"kind": "events", "cards": out}


def fits(show: Show, said: Line) -> Line:
    """Card -> model -> why it has no place there, in both languages; None where it has one. Not of a card that brings a
    plan of its own."""
    def looked() -> Line:
        cases = {opened(Case(model))[0].name: Case(model) for model in show.models}
        return {card.name: {key: (why := misfit(case, card)) and told(why) for key, case in cases.items()}
                for card in show.deck.cards if card.ways}

    return {"kind": "fits", "cards": show.once("fits", looked)}


def brings_event(model: str, name: str) -> bool:
    """Whether a plugin can take part in a model, and then tells of an event."""
    try:
        return bool(dated(Case(model).but({f"plugins.{name}": "on"}.items())) - dated(Case(model)))
    except SimwijkError:
        return False
