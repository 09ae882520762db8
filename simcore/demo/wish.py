"""What a room asks for: which models, where each knob stands, which cards lie on the table; and what that comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from simcore.canvas.spec import Written
from simcore.demo.deck import Change, Deck, Settings, Way, day_of_week
from simcore.demo.redesign import Redesign, redesign_of, written
from simcore.demo.wrong import BEYOND, NO_STEP
from simcore.errors import BadInput, Problem
from simcore.experiments.case import Case, opened
from simcore.experiments.question import Told
from simcore.show.problems import in_dutch
from simcore.studies.entries import Entry

MOST_COURSES, MOST_RESIDENTS, MOST_CARDS = 200, 20_000, 60           # that one wish may ask for


@dataclass(frozen=True)
class Wish:
    """Models by their file or name; knob -> position; (card, week) in the order in which they were laid down; and B,
    one of the models as the room would have it, which plays beside them."""
    models: tuple[str, ...]
    knobs: tuple[tuple[str, int], ...] = ()
    cards: tuple[tuple[str, int], ...] = ()
    seed: int = 1
    courses: int = 100
    residents: int = 5000
    b: Redesign | None = None

    @property
    def plain(self) -> bool:
        """Whether all is as it stands in the files."""
        return not (self.knobs or self.cards or self.b)

    @property
    def asked(self) -> dict[str, Any]:
        """How the models are played, as ``studies.compare`` is asked."""
        return {"seed": self.seed, "luck_only": False, "residents": self.residents, "replications": self.courses}


def wish_of(said: Mapping[str, Any], models: tuple[str, ...], deck: Deck) -> Wish:
    """The wish in what the page says; BadInput for what no page of ours would say. Only models that were shown can be
    asked for."""
    knobs = {one.name: one for one in deck.knobs}
    try:
        wanted = tuple(models[int(n)] for n in said.get("models", range(len(models))))
        turned = tuple((name, int(at)) for name, at in sorted(dict(said.get("knobs", {})).items())
                       if 0 <= int(at) < len(knobs[name].positions) and int(at) != knobs[name].base)
        laid = tuple((deck.card(str(name)).name, int(week)) for name, week in said.get("cards", ()))
        one = Wish(wanted, turned, laid, int(said.get("seed", 1)), int(said.get("courses", 100)),
                   int(said.get("residents", 5000)), redesign_of(said.get("b"), models))
    except (TypeError, ValueError, KeyError, IndexError, OverflowError) as error:
        raise BadInput(NO_STEP) from error
    if not (one.models and 2 <= one.courses <= MOST_COURSES and 0 <= one.seed < 10**9 and
            2 <= one.residents <= MOST_RESIDENTS and len(one.cards) <= MOST_CARDS):
        raise BadInput(BEYOND)
    return one


def entries_of(wish: Wish, deck: Deck) -> tuple[list[Entry], dict[str, dict[str, Told | None]]]:
    """The models as they are wished for, with those that a card brings; and of each card the models it does not fit,
    with why, and those for which it holds from the first week on although it begins later for others (None)."""
    knobs = {one.name: one for one in deck.knobs}
    cards = [(deck.card(name), week) for name, week in wish.cards]
    entries, misfits = [], {}
    for model in played(wish, deck):
        plain = Case(model)
        spec = opened(plain)[0]
        case = plain.but(joined([knobs[name].settings(spec, at, spec.canvas.simwijk.start)
                                 for name, at in wish.knobs]).items())
        for card, week in cards:
            if card.ways:
                case, how = laid(case, card, spec, week)
                if isinstance(how, Told) or card.dated and not how.from_:
                    misfits.setdefault(card.name, {})[spec.name] = how if isinstance(how, Told) else None
        spec, plugins = opened(case)
        entries.append(Entry(spec.name, spec, list(plugins)))
    return entries, misfits


def played(wish: Wish, deck: Deck) -> list[str | Written]:
    """Every model that plays: those asked for, those that a card brings, and B."""
    brought = [deck.card(name).model for name, _ in wish.cards]
    return [*dict.fromkeys([*wish.models, *(one for one in brought if one), *b_of(wish)])]


def b_of(wish: Wish) -> list[Written]:
    """B, where the room has made one."""
    return [written(wish.b)] if wish.b else []


def laid(case: Case, card: Change, spec: Spec, week: int) -> tuple[Case, Way | Told]:
    """A case with a card played on it, and the first way there is a place for; or as it was, with why there is none."""
    problems = [Problem("", 0, 0, "changes nothing in this model")]
    for way in card.ways:
        try:
            with_card = case.but(way.settings(spec, 0, day_of_week(spec, week)).items())
            opened(with_card)
            if with_card != case:
                return with_card, way
        except BadInput as error:
            problems = error.problems
    return case, card.misfit or Told(nl=in_dutch(problems[0]).what, en=problems[0].what)


def misfit(case: Case, card: Change) -> Told | None:
    """Why a card has no place in a plan as it is; None where it has one, as what only brings another plan has."""
    how = laid(case, card, opened(case)[0], 0)[1] if card.ways else None
    return how if isinstance(how, Told) else None


def nearest(wish: Wish, deck: Deck) -> Iterator[Wish]:
    """The wishes that one step of one knob makes of this one."""
    turned = dict(wish.knobs)
    for knob in deck.knobs:
        at = turned.get(knob.name, knob.base)
        for other in (at + 1, at - 1):
            if 0 <= other < len(knob.positions):
                new = {name: place for name, place in {**turned, knob.name: other}.items()
                       if name != knob.name or place != knob.base}
                yield replace(wish, knobs=tuple(sorted(new.items())))


def model_by_model(wish: Wish) -> Iterator[Wish]:
    """A wish in pieces, of one model each: who opens them can leave off sooner."""
    for model in wish.models:
        yield replace(wish, models=(model,), b=None)
    if wish.b:
        yield replace(wish, models=())


def joined(some: list[Settings]) -> Settings:
    """Settings one after another; the last says what holds."""
    return {path: value for one in some for path, value in one.items()}
