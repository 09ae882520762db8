"""What a room asks for: which models, where each knob stands, which cards lie on the table; and what that comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simcore.demo.deck import Deck, Settings, day_of_week
from simcore.errors import BadInput, Problem
from simcore.experiments.case import Case, opened
from simcore.studies.entries import Entry

MOST_COURSES, MOST_RESIDENTS = 200, 20_000         # that one wish may ask for
WHERE = "the page"


@dataclass(frozen=True)
class Wish:
    """Models by their file or name; knob -> position; (card, week) in the order in which they were laid down."""
    models: tuple[str, ...]
    knobs: tuple[tuple[str, int], ...] = ()
    cards: tuple[tuple[str, int], ...] = ()
    seed: int = 1
    courses: int = 100
    residents: int = 5000

    @property
    def asked(self) -> dict[str, Any]:
        """How the models are played, as ``studies.compare`` is asked."""
        return {"seed": self.seed, "luck_only": False, "residents": self.residents, "replications": self.courses}


def wish_of(said: Mapping[str, Any], models: tuple[str, ...], deck: Deck) -> Wish:
    """The wish in what the page says; BadInput for what no page of ours would say. Only models that were shown can be
    asked for."""
    knobs, cards = {one.name: one for one in deck.knobs}, {one.name for one in deck.cards}
    try:
        wanted = tuple(models[int(n)] for n in said.get("models", range(len(models))))
        turned = tuple((name, int(at)) for name, at in sorted(dict(said.get("knobs", {})).items())
                       if 0 <= int(at) < len(knobs[name].positions) and int(at) != knobs[name].base)
        laid = tuple((str(name), int(week)) for name, week in said.get("cards", ()) if name in cards)
        one = Wish(wanted, turned, laid, int(said.get("seed", 1)), int(said.get("courses", 100)),
                   int(said.get("residents", 5000)))
    except (TypeError, ValueError, KeyError, IndexError) as error:
        raise BadInput(Problem(WHERE, 0, 0, "asks for something that is not on it", repr(error),
                               "load the page again")) from error
    if not (one.models and 2 <= one.courses <= MOST_COURSES and 0 <= one.seed < 10**9 and
            2 <= one.residents <= MOST_RESIDENTS):
        raise BadInput(Problem(WHERE, 0, 0, "asks for more, or less, than can be played", instead="load the page again"))
    return one


def entries_of(wish: Wish, deck: Deck) -> tuple[list[Entry], dict[str, dict[str, list[Problem]]]]:
    """The models as they are wished for; and of each card the models it does not fit, with why."""
    knobs, cards = {one.name: one for one in deck.knobs}, {one.name: one for one in deck.cards}
    entries, misfits = [], {}
    for model in wish.models:
        plain = Case(model)
        spec = opened(plain)[0]
        case = plain.but(joined([knobs[name].settings(spec, at, spec.canvas.simwijk.start)
                                 for name, at in wish.knobs]).items())
        for name, week in wish.cards:
            with_card = case.but(cards[name].settings(spec, 0, day_of_week(spec, week)).items())
            try:
                opened(with_card)
                if with_card == case:
                    raise BadInput(Problem(WHERE, 0, 0, "changes nothing in this model"))
                case = with_card
            except BadInput as error:
                misfits.setdefault(name, {})[spec.name] = list(error.problems)
        spec, plugins = opened(case)
        entries.append(Entry(spec.name, spec, list(plugins)))
    return entries, misfits


def joined(some: list[Settings]) -> Settings:
    """Settings one after another; the last says what holds."""
    return {path: value for one in some for path, value in one.items()}
