"""What ``--plugin`` asks for: a plugin by name, and its parameters as text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from simcore.errors import BadInput, Problem, quoted
from simcore.files import Quantity, suggestion
from simcore.files.marks import written
from simcore.files.places import fields_of, keys_of
from simcore.plugin.finding import Found, unusable

OPTION = "--plugin"
BETWEEN = re.compile(r",(?![^\[]*\])")                   # a comma, but not one within a list as in costs=[one, two]


@dataclass(frozen=True)
class Wish:
    """A plugin asked for by an option: its name and the parameters that were given, as text."""
    name: str
    given: tuple[tuple[str, str], ...] = ()


def wish(text: str, example: str = "name:key=value") -> Wish:
    """``name`` or ``name:key=value,key=value`` as written after ``--plugin``; ``example`` is one that is right."""
    name, colon, rest = text.partition(":")
    pairs: list[tuple[str, str]] = []
    for part in BETWEEN.split(rest) if colon else ():
        key, sign, value = part.partition("=")
        if not sign or not key.strip() or not value.strip():
            instead = f"write {example}, say"
            if pairs and re.fullmatch("[0-9]+", part.strip()) and re.fullmatch("-?[0-9]+", pairs[-1][1]):
                instead = f"write {pairs[-1][0]}={pairs[-1][1]}.{part.strip()}, with a point before the decimals"
            raise BadInput(Problem(OPTION, 0, 0, f"{quoted(text)} is not name:key=value,key=value", instead=instead))
        pairs.append((key.strip(), value.strip()))
    return Wish(name.strip(), tuple(pairs))


def wishes_of(wanted: Iterable[str], found: dict[str, list[Found]], problems: list[Problem]) -> list[Wish]:
    """What ``--plugin`` asks for; what cannot be read goes to the problems, with an example of that very plugin."""
    out = []
    for text in wanted:
        name = text.partition(":")[0].strip()
        there = [] if name not in found or unusable(found[name]) else [found[name][0].kind]
        try:
            out.append(wish(text, *(example_of(name, kind) for kind in there)))
        except BadInput as error:
            problems.extend(error.problems)
    return out


def example_of(name: str, kind: type) -> str:
    """A wish that is right for a plugin: its first parameter that is a number or a day, as it stands."""
    for key, attribute in fields_of(kind).items():
        default = kind.__pydantic_fields__[attribute].default
        value = default.value if isinstance(default, Quantity) else default
        if isinstance(value, (int, float, date)):
            return f"{name}:{key}={written(value)}"
    return name


def no_parameter(name: str, key: str, value: str, kind: type) -> Problem:
    """The Problem for a parameter that a plugin does not have."""
    known, example = keys_of(kind), example_of(name, kind)
    days = [one.name for one in fields(kind) if isinstance(kind.__pydantic_fields__[one.name].default, date)]
    instead = suggestion(key, known)
    if days and re.match("[0-9]{4}(-|$)", value) and not instead.startswith("did you mean"):
        instead = f"did you mean {quoted(days[0])}? {instead}"
    more = f"; as in {example}" if ":" in example else ""
    return Problem(OPTION, 0, 0, f"{quoted(name)} has no parameter {quoted(key)}", instead=instead + more)
