"""What lies on the tables at a session, as plain values: canvases, cards of residents and of what may happen, bets, the
stress test, and the list of what a table changes. In words of one language; all of it as the live page has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from simcore.canvas import Spec
from simcore.canvas.notes import BLOCKS
from simcore.demo.deck import Bet, Change, Deck, kinds
from simcore.demo.people import DOTS, WORRIES, alike, burdens, spread
from simcore.demo.texts import TEXTS as PAGE
from simcore.demo.texts.sheets import SHEET_TEXTS
from simcore.demo.told import CHARTS
from simcore.demo.wish import misfit
from simcore.experiments.case import Case, opened
from simcore.experiments.question import Told
from simcore.results.folder import slug
from simcore.results.names import Names, Person
from simcore.run import Outcome, people_of
from simcore.show.paper.board import sheet as canvas_of
from simcore.show.words import Words
from simcore.week.lane import Lane

CARDS, COLUMNS, ADULT = 24, 50, 18                 # residents that get a card; dots in a row of the page; years
SHOWN = ("severely", "benefit", "limited", "cares", "lonely", "none")      # worries, of which as many cards as can be
TITLES = {"residents": "residents", "cards": "cards", "bets": "screen.bets", "stress": "screen.heat",
          "plan_b": "plan_b"}
ROWS = 8                                           # for what a table changes
SEED = 1                                           # the luck with which the page begins


@dataclass(frozen=True)
class Sheet:
    """A file to print: its name, the template that lays it out, its paper, how many of it, and what stands on it."""
    name: str
    template: str
    size: str
    data: dict[str, Any]
    copies: str = "table"


def sheets(models: tuple[str, ...], deck: Deck, words: Words, courses: int, residents: int) -> list[Sheet]:
    """All of them, in the order in which a session needs them; BadInput for a model that is none."""
    plain = [Case(one) for one in models]
    specs = [opened(one)[0] for one in plain]
    names = [f"canvas_{slug(spec.name)}" for spec in specs]
    return [
        Sheet("1_residents", "cut.typ", "A4", residents_of(plain[0], courses, residents, words), "once"),
        *(Sheet(f"2_{name}", "canvas.typ", "A3", canvas_of(spec, words)) for name, spec in zip(names, specs)),
        Sheet("3_bets", "bets.typ", "A4", bets(deck, specs, words)),
        Sheet("4_cards", "cut.typ", "A4", cards(deck, plain, words), "once"),
        Sheet("5_plan_b", "plan_b.typ", "A4", plan_b(specs, words)),
        Sheet("6_stress_test", "stress.typ", "A4", stress(deck, specs, words)),
    ]


def said(words: Words, key: str, **parts: object) -> str:
    """A text of the sheets, or of the page."""
    return (SHEET_TEXTS.get(key) or PAGE[key])[words.lang == "en"].format(**parts)


def told(text: Told, words: Words) -> str:
    """A text of the deck; an amount is not broken over two lines."""
    return (text.en if words.lang == "en" else text.nl).replace("€ ", "€\u00a0")


def headed(words: Words, key: str, **more: Any) -> dict[str, Any]:
    """What every sheet has: its language, its title, and how it is used."""
    return {"lang": words.lang, "title": said(words, TITLES[key]), "about": said(words, f"{key}.about"), **more}


def place_for(specs: list[Spec], words: Words) -> dict[str, Any]:
    """Where a table writes who it is, and marks which plan it is about."""
    return {"table": said(words, "table"), "plan": said(words, "bets.plan"),
            "plans": [spec.canvas.meta.name for spec in specs]}


# --- residents ----------------------------------------------------------------------------------------------------


def residents_of(plain: Case, courses: int, residents: int, words: Words) -> dict[str, Any]:
    """Cards of residents as the page shows them at the start, and where their dot is on it."""
    spec, plugins = opened(plain)
    outcome = Outcome(spec, SEED, spec.canvas.simwijk.weeks, list(range(courses)), False, list(plugins),
                      people_of(spec, SEED, residents, {}), {})
    rows, names = spread(alike(outcome), DOTS), Names(SEED)
    weighs, people = steady(outcome, rows), outcome.people
    one_card = [resident(outcome, int(rows[at]), at, int(weighs[at]), names, words)
                for at in chosen(weighs, people.age[rows])]
    return headed(words, "residents", across=2, down=4, cards=one_card)


def steady(outcome: Outcome, rows: np.ndarray) -> np.ndarray:
    """(n,) bits of WORRIES at the start of those in these rows; -1 where they differ between courses."""
    every = np.array([burdens(Lane(outcome.spec, outcome.people, outcome.seed, [r], enterprise=False,
                                   plugins=outcome.plugins, weeks=outcome.weeks, luck_only=False))[rows].astype(int)
                      for r in outcome.replications])
    return np.where(every.min(0) == every.max(0), every[0], -1)


def worries(bits: int) -> list[str]:
    """What weighs on somebody, as their card on the page has it."""
    there = [name for bit, name in enumerate(WORRIES) if bits >> bit & 1 and name != "gone"]
    return [one for one in there if one != "lonely" or "severely" not in there] or ["none"]


def chosen(weighs: np.ndarray, age: np.ndarray) -> list[int]:
    """Places of grown-ups to make a card of: of each worry in turn, at even steps, in the order of the page."""
    grown = (weighs >= 0) & (age >= ADULT)
    queues = [list(spread(np.flatnonzero([ok and worries(int(bits))[0] == one for ok, bits in zip(grown, weighs)]),
                          CARDS)) for one in SHOWN]
    each = -(-CARDS // len(SHOWN))
    first = [at for queue in queues for at in spread(np.array(queue, int), each)]
    more = [at for queue in queues for at in queue if at not in first]
    return sorted([int(at) for at in [*first, *more][:CARDS]])


def resident(outcome: Outcome, row: int, at: int, bits: int, names: Names, words: Words) -> dict[str, Any]:
    """A card: name and age, household, worries, and the place of the dot."""
    people = outcome.people
    home = int(people.household[row])
    who, persons = Person(row, 0, home, int(row - people.first[home])), int(people.size[home])
    return {"title": said(words, "wijk.name", name=names.of(who), age=int(people.age[row])),
            "lines": [said(words, "wijk.home" if persons > 1 else "wijk.alone", n=persons),
                      *(said(words, f"card.{one}") for one in worries(bits))],
            "note": said(words, "dot", row=at // COLUMNS + 1, dot=at % COLUMNS + 1),
            "ask": said(words, "helps"), "marks": []}


# --- what may happen, bets and the stress test ----------------------------------------------------------------------


def cards(deck: Deck, plain: list[Case], words: Words) -> dict[str, Any]:
    """Every card of the deck, with the plans it does not fit."""
    return headed(words, "cards", across=2, down=3, cards=[card(one, plain, words) for one in deck.cards])


def card(one: Change, plain: list[Case], words: Words) -> dict[str, Any]:
    """A card to cut out: what happens, and a place to guess."""
    out = [opened(case)[0].canvas.meta.name for case in plain if misfit(case, one)]
    return {"title": told(one.label, words), "lines": [told(one.about, words)] if one.about else [],
            "note": said(words, "misfit", models=", ".join(out)) if out else "", "ask": said(words, "guess"),
            "marks": [said(words, chart) for chart in CHARTS]}


def bets(deck: Deck, specs: list[Spec], words: Words) -> dict[str, Any]:
    """The questions of the page with their bins, to lay chips on."""
    return headed(words, "bets", **place_for(specs, words), questions=[
        {"label": told(bet.label, words), "bins": [in_bin(bet, n, words) for n in range(len(bet.edges) + 1)]}
        for bet in deck.bets])


def in_bin(bet: Bet, n: int, words: Words) -> str:
    """What a bin holds, as the page has it."""
    def written(x: float) -> str:
        decimals = next((n for n in (0, 1) if abs(x - round(x, n)) < 1e-9), 2)
        return words.euros(x) if bet.euros else words.number(x, decimals)

    if n == 0:
        return said(words, "bets.below", x=written(bet.edges[0]))
    if n == len(bet.edges):
        return said(words, "bets.above", x=written(bet.edges[-1]))
    return said(words, "bets.between", x=written(bet.edges[n - 1]), y=written(bet.edges[n]))


def stress(deck: Deck, specs: list[Spec], words: Words) -> dict[str, Any]:
    """An empty picture of blocks by shocks."""
    return headed(words, "stress", **place_for(specs, words), corner=said(words, "heat.block"),
                  shocks=[told(deck.card(name).label, words) for name in deck.shocks],
                  rows=[*(words(f"block.{block}") for block in BLOCKS), said(words, "heat.together")])


# --- plan B ---------------------------------------------------------------------------------------------------------


def plan_b(specs: list[Spec], words: Words) -> dict[str, Any]:
    """Lines for what a table changes, and the kinds of note that it can add, by their block."""
    every = kinds().values()
    return headed(words, "plan_b", **place_for(specs, words), rows=ROWS,
                  heads=[said(words, f"plan_b.{one}") for one in ("note", "what", "why", "sure")],
                  kinds_title=said(words, "kinds"),
                  kinds=[{"block": words(f"block.{block}"), "kinds": [told(one.label, words) for one in every
                                                                      if one.block == block]}
                         for block in BLOCKS if any(one.block == block for one in every)])
