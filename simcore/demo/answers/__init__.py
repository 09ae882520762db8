"""What the page can ask beside a play, by the name it asks under: each a function of the show and of what is said."""

from collections.abc import Callable
from typing import Any

from simcore.demo.answers.cards import effect, events, fits
from simcore.demo.answers.heat import heat
from simcore.demo.answers.note import note
from simcore.demo.answers.paper import PAPER
from simcore.demo.answers.people import PEOPLE
from simcore.demo.answers.redesign import REDESIGN
from simcore.demo.answers.room import bets, check, pays
from simcore.demo.show import Show

ANSWERS: dict[str, Callable[[Show, dict[str, Any]], dict[str, Any]]] = {
    **PEOPLE, **REDESIGN, **PAPER, "note": note, "bets": bets, "pays": pays, "check": check, "heat": heat,
    "effect": effect, "events": events, "fits": fits,
}
