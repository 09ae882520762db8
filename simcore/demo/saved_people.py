"""The residents in a page that was saved: their street, and the diary of each in every plan, every sentence once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from simcore.calendar import day_of
from simcore.demo.answers.people import FIRST, doings, tellers_of, who_lives

if TYPE_CHECKING:
    from simcore.studies.compare import Comparison


def going_along(found: Comparison, go_on: Callable[[], None]) -> dict[str, Any]:
    """``people`` and ``lives`` as the page asks for them; ``diaries``: resident -> model -> a week and the number of a
    sentence, week after week; ``said``: the sentences, ``days``: the date of each week, both in each language."""
    from simcore.demo.people import lived, street

    here = street(found.any, go_on)
    lanes = {key: lived(outcome, here.shown, go_on) for key, outcome in found.outcomes.items()}
    said: dict[tuple[str, ...], int] = {}
    days: dict[int, list[str]] = {}
    diaries: dict[int, dict[str, list[int]]] = {who.number: {} for who in here.shown}
    for key, one in lanes.items():
        tellers = tellers_of(found, key).values()
        for who in here.shown:
            go_on()
            lines = diaries[who.number][key] = []
            for fact in one.diary(who):
                if fact.kind not in FIRST:
                    text = tuple(teller.text(fact) for teller in tellers)
                    lines += [fact.week, said.setdefault(text, len(said))]
                    days[fact.week] = [teller.day(day_of(teller.start, fact.week)) for teller in tellers]
    return {"people": who_lives(here, found.any.seed), "lives": doings(here.shown, lanes, found), "diaries": diaries,
            "said": list(said), "days": days}
