"""Small things many plugins need: whole cents, a chance a week out of one a year, and what is wrong with parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from simcore.calendar import WEEKS_A_YEAR
from simcore.errors import Problem
from simcore.files import suggestion
from simcore.plugin.names import helped

if TYPE_CHECKING:
    from simcore.canvas import Spec


def cents(euros: Any) -> Any:
    """Whole cents (an array of int64) of amounts in EUR, rounded half up once, as the engine does."""
    from simcore.ledger import cents as whole        # here, as reading a model does without numpy

    return whole(euros)


def weekly(yearly: Any) -> Any:
    """The chance each week of what happens to this share in a year: 1 - (1 - x)^(1/52); a number or an array.

    Of 100 who stay 52 weeks at ``weekly(0.4)``, 40 are expected to go. ``yearly`` lies between 0 and 1.
    """
    return 1 - (1 - yearly) ** (1 / WEEKS_A_YEAR)


def no_help(spec: Spec, plugin: str) -> Iterator[Problem]:
    """A Problem where nothing that is offered is household help from the Wmo, so that nobody's help can be paid here.
    For use in ``check``; ``helped(spec)`` names what is.
    """
    if not helped(spec):
        needs = ", ".join(need.id for need in spec.place.needs.activities if need.wmo)
        yield Problem(spec.model_file, 0, 0, f"{plugin}: nothing here is household help from the Wmo",
                      instead=f"give a value proposition activity: {needs}, or leave the plugin out")


def unknown(spec: Spec, plugin: str, key: str, named: str | Iterable[str], known: Iterable[str],
            kind: str = "") -> Iterator[Problem]:
    """A Problem for each id that parameter ``key`` of a plugin names and that is not among those ``known``: in the file
    of the model, with the nearest one and what is known. ``kind`` says what those are, as in "cost". For use in
    ``check``.
    """
    known = list(known)
    for one in dict.fromkeys([named] if isinstance(named, str) else named):
        if one not in known:
            yield Problem(spec.model_file, 0, 0, f"{plugin}: names '{one}' in {key}, which is no {kind}" if kind else
                          f"{plugin}: names '{one}' in {key}, which is not there", instead=suggestion(one, known))


def each_once(spec: Spec, plugin: str, key: str, named: Iterable[str]) -> Iterator[Problem]:
    """A Problem where a parameter that lists ids is empty, or names one twice. For use in ``check``."""
    named = list(named)
    if not named or len(set(named)) < len(named):
        yield Problem(spec.model_file, 0, 0, f"{plugin}: {key} is empty, or names one twice",
                      instead="name each once")


def ends_after(spec: Spec, plugin: str, start: date, end: date) -> Iterator[Problem]:
    """A Problem where ``end`` is not after ``start``. For use in ``check``."""
    if end <= start:
        yield Problem(spec.model_file, 0, 0, f"{plugin}: end ({end}) is not after start ({start})",
                      instead="write a later end")
