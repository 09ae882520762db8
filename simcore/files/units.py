"""The units a quantity may have, in one list, with the bounds that follow from the unit itself.

Differences (logits, points) have no bounds; money, counts, durations and rates
cannot be negative, and nothing is without end; a share lies between 0 and 1.
"""

from __future__ import annotations

_INFINITY = float("inf")

_SHARES = ["share", "share/year", "share/quarter", "share/week"]
_MONEY = [
    "EUR", "EUR/hour", "EUR/km", "EUR/half-year", "EUR/year", "EUR/month", "EUR/week", "EUR/4 weeks", "EUR/quarter",
    "EUR/evening", "EUR/visit", "EUR/job", "EUR/trip", "EUR/meal", "EUR/bag", "EUR/meeting", "EUR/person",
    "EUR/person/year", "EUR/household/year", "EUR/resident/year", "EUR/worker/week", "EUR/worker/year",
    "EUR/portico/week", "EUR/m2/year", "EUR/centre/year", "EUR/FTE/year",
]  # fmt: skip
_SIGNED = [
    "logit", "score", "logit per EUR/hour", "logit per EUR", "logit per week", "logit per tie", "logit/year", "points",
    "number", "elasticity",
]  # fmt: skip
_POSITIVE = [
    "minutes", "minutes/visit", "minutes/job", "hours", "hours/week", "hours/visit", "hours/year", "hours/client/week",
    "hours/person/week", "days", "days/week", "weeks", "weeks/year", "months", "quarters", "years", "half-days/week",
    "per week", "per month", "per quarter", "per year", "per hour", "per 1000", "per 1000/year", "per 3000", "per tie",
    "per visit", "per household", "per person", "per person/year", "per household/week", "per household/year",
    "people", "people/year", "people/supervisor", "people/FTE", "residents", "residents/worker", "workers",
    "volunteers", "households", "places", "teams", "ties", "FTE", "visits", "visits/week", "visits/year", "jobs",
    "jobs/week", "jobs/year", "meetings/year", "evenings/year", "porticoes", "rooms", "vehicles", "seats", "rungs",
    "m2", "km", "factor", "ratio", "year",
]  # fmt: skip

UNITS: list[str] = [*_SHARES, *_MONEY, *_SIGNED, *_POSITIVE]
_SHOWN = (10, 2, 0.5)            # numbers that show how one is written, the first that is right
_HOURS_A_WEEK, _WEEKS_A_YEAR, _MOST_EUROS, _MOST = 168.0, 52.0, 1e9, 1e6

# How people write units that are written otherwise here.
_SAID = {
    "euro": "EUR", "euros": "EUR", "€": "EUR", "eur": "EUR", "uur": "hour", "uren": "hours", "hr": "hour", "u": "hour",
    "jaar": "year", "maand": "month", "maanden": "months", "kwartaal": "quarter", "weken": "weeks", "dag": "day",
    "dagen": "days", "minuut": "minutes", "minuten": "minutes", "klus": "job", "keer": "visit", "bezoek": "visit",
    "rit": "trip", "maaltijd": "meal", "bijeenkomst": "meeting", "persoon": "person", "mensen": "people",
    "plaatsen": "places", "plekken": "places", "deel": "share", "aandeel": "share", "m²": "m2",
}  # fmt: skip


def meant_by(unit: str) -> str:
    """The unit that somebody means who writes ``euro per uur``; empty when that is none of the list."""
    known = {one.lower(): one for one in UNITS}
    words = [_SAID.get(word, word) for word in unit.lower().replace("/", " per ").split()]
    plain = "/".join(" ".join(words).split(" per ")).lower()
    return known.get(unit.lower()) or known.get(plain, "")


def bounds_of(unit: str) -> tuple[float, float]:
    """The least and the greatest value a known unit allows."""
    if unit in _SHARES:
        return 0.0, 1.0
    if unit in _SIGNED:
        return -_INFINITY, _INFINITY
    if unit in _MONEY:
        return 0.0, _MOST_EUROS
    return 0.0, {"hours/week": _HOURS_A_WEEK, "weeks/year": _WEEKS_A_YEAR}.get(unit, _MOST)


def as_in(least: float = -_INFINITY, most: float = _INFINITY) -> str:
    """A right number to show, behind what a number must be: ``, as in 10``."""
    nearest = min(least, most, key=abs)
    return f", as in {next(one for one in (*_SHOWN, nearest) if least <= one <= most):.12g}"
