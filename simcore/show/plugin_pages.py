"""Says which plugins there are, what one of them is and does, and what plugins may move in a model."""

from __future__ import annotations

import types
from collections.abc import Iterator
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from simcore.canvas import Spec
from simcore.files import Quantity
from simcore.files.marks import written
from simcore.files.places import fields_of
from simcore.plugin import names
from simcore.plugin.finding import Found
from simcore.plugin.fragments import fragment_of, option_of
from simcore.plugin.hooks import HOOKS
from simcore.plugin.judging import said_by
from simcore.plugin.patience import is_ours
from simcore.show.explain import value as number
from simcore.show.words import Words

if TYPE_CHECKING:
    from simcore.studies.touched import Touched

WIDE, INDENT = 100, "  "
NAMES = ("dutch", "english")                   # of the plugin itself, shown above its parameters
PLAIN = {float: "number", int: "whole", bool: "flag", date: "day"}


def listing(every: list[Found], words: Words) -> str:
    """A line for each plugin: its name, where it comes from, its hooks, what it is; a broken one with its error."""
    rows = [(one.name, origin(one, words), *about(one, words)) for one in every]
    wide = [max([0, *(len(row[n]) for row in rows)]) for n in range(3)]
    return "\n".join("  ".join([*(f"{cell:<{w}}" for cell, w in zip(row, wide)), row[3]]).rstrip() for row in rows)


def about(one: Found, words: Words) -> tuple[str, str]:
    """The hooks of a plugin and a line about it; of a broken one what is wrong."""
    try:
        kind = one.kind
        return ", ".join(hooks_of(kind)), sentence(one, words)
    except BaseException as error:                               # whatever it does, the others are listed
        if isinstance(error, KeyboardInterrupt) and is_ours(error):
            raise
        return words("plugins.broken"), said_by(error)


def origin(one: Found, words: Words) -> str:
    """Where a plugin comes from, with the version of its package."""
    return words("plugins.bundled") if one.origin == "bundled" else one.came_from


def hooks_of(kind: type) -> list[str]:
    """The hooks a plugin has, in their order."""
    return [hook for hook in HOOKS if hasattr(getattr(kind, hook, None), "simwijk_impl")]


def default_of(kind: type, name: str) -> Any:
    """What a parameter is when nobody says so; None when it must be given."""
    field = kind.__pydantic_fields__.get(name)
    return None if field is None or field.is_required() else field.get_default(call_default_factory=True)


def called(kind: type, words: Words) -> str:
    """The name of a plugin for people; empty when it has none."""
    return str(default_of(kind, NAMES[words.lang == "en"]) or "")


def sentence(one: Found, words: Words) -> str:
    """What a plugin is, in a line."""
    if words.lang == "nl":
        return getattr(one.kind, "dutch_about", "") or called(one.kind, words) or one.about
    return one.about


def page(one: Found, words: Words) -> str:
    """A plugin: its names, its parameters with type, range, source, and examples of its use."""
    kind = one.kind
    lines = [f"{one.name}: {called(kind, words) or one.name}", *wrap(sentence(one, words), WIDE), ""]
    lines += [f"{words('plugins.origin')}: {origin(one, words)}",
              f"{words('plugins.hooks')}: {', '.join(hooks_of(kind)) or '–'}", "", words("plugins.parameters")]
    shown = [row for key, name in fields_of(kind).items() if name not in NAMES
             for row in parameter(kind, key, name, words)]
    lines += shown or [INDENT + words("plugins.none")]
    lines += ["", words("plugins.example"), *(INDENT + line for line in example(one).split("\n"))]
    lines += ["", f"{words('plugins.option')}: --plugin {option_of(kind, one.name)}"]
    return "\n".join(lines)


def parameter(kind: type, key: str, name: str, words: Words) -> Iterator[str]:
    """The lines of one parameter."""
    default, field = default_of(kind, name), kind.__pydantic_fields__[name]
    said = words("plugins.must") if field.is_required() else "" if default is None else shown(default, words)
    called_type = type_of(get_type_hints(kind, include_extras=True)[name], words)
    yield f"{INDENT}{key}: {called_type}{'; ' if said else ''}{said}"
    if isinstance(default, Quantity):
        facts = [words("plugins.source", evidence=words(f"evidence.{default.evidence}"),
                       source=words.note(default.source)),
                 *(words.note(one) for one in (default.question, default.note) if one)]
        for fact in facts:
            yield from wrap(fact, WIDE, initial_indent=INDENT * 2, subsequent_indent=INDENT * 2)


def shown(value: Any, words: Words) -> str:
    """A default for people."""
    if isinstance(value, Quantity):
        return f"{number(value, words)} [{value.unit}]"              # the unit as it is written in a file
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(shown(one, words) for one in value) + "]"
    return str(written(value)) if isinstance(value, (bool, int, float, date)) else str(value)


def type_of(kind: Any, words: Words) -> str:
    """The type of a parameter in words."""
    extra = ""
    while hasattr(kind, "__metadata__"):
        extra = extra or next((one.text for one in kind.__metadata__ if hasattr(one, "text")), "")
        kind = get_args(kind)[0]
    options = get_args(kind)
    if get_origin(kind) is Literal:
        return words("plugins.type.words", of=", ".join(map(str, options)))
    if get_origin(kind) in (Union, types.UnionType):
        return type_of(next(one for one in options if one is not type(None)), words)
    if get_origin(kind) in (list, tuple):
        return words("plugins.many", of=type_of(options[0], words))
    if kind is Quantity:
        return words("plugins.type.quantity")
    return words(f"plugins.type.{PLAIN.get(kind, 'id' if extra else 'text')}")


def example(one: Found) -> str:
    """A piece of a canvas that uses it."""
    text = fragment_of(one.kind) or f"{{use: {one.name}}}"
    if text.startswith("simwijk:") or "\nsimwijk:" in text:
        return text
    lines = text.split("\n")
    if not lines[0].lstrip().startswith("- "):
        lines = ["- " + lines[0], *("  " + line for line in lines[1:])]
    return "\n".join(["simwijk:", "  plugins:", *("    " + line for line in lines)])


def touches(found: Touched, residents: int, words: Words) -> str:
    """What a plugin did in a trial."""
    lines = ["", words("plugins.touches", model=found.model, residents=residents, weeks=found.weeks)]
    for one in found.terms:
        low, high, base = (f"{value:.5g}" for value in (one.low, one.high, one.base))
        between = low if low == high else words("span", low=low, high=high)
        weeks = words("effects.week" if one.first == one.last else "effects.weeks", first=one.first, last=one.last)
        lines.append(INDENT + words("plugins.term", term=one.name, between=between, base=base, weeks=weeks))
    lines += [INDENT + words("plugins.stream", stream=name, payer=payer, payee=payee, euros=words.whole(euros))
              for name, payer, payee, euros in found.streams]
    lines += [INDENT + words("plugins.column", names=", ".join(found.columns))] if found.columns else []
    lines += [INDENT + words("plugins.notes", count=found.notes)] if found.notes else []
    lines += [INDENT + words("plugins.shock", day=one.start, what=one.dutch if words.lang == "nl" else one.english)
              for one in found.shocks]
    return "\n".join(lines if not found.nothing else [*lines, INDENT + words("plugins.nothing")])


def terms(spec: Spec, words: Words) -> str:
    """What plugins may move in a model, with unit and base; and what is counted for them."""
    from simcore.plugin.tallies import tallied
    from simcore.plugin.terms import terms as terms_of

    there, counted = terms_of(spec).values(), tallied(spec).values()
    lines: list[str] = []
    for everywhere in (True, False):
        head = words("plugins.terms.place" if everywhere else "plugins.terms.enterprise", model=spec.name)
        rows = [[one.name, base_of(one.base, spec), one.unit, name_of(one, words)] for one in there
                if one.everywhere == everywhere]
        lines += [*([""] if lines else []), head, *table(rows)]
    rows = [[one.name, one.unit, name_of(one, words)] for one in counted]
    lines += ["", words("plugins.tallies"), *table(rows), "", words("plugins.accounts")]
    lines += wrap(", ".join(names.accounts(spec)), WIDE, initial_indent=INDENT, subsequent_indent=INDENT,
                  break_on_hyphens=False)                        # an account is copied as it stands
    return "\n".join([*lines, "", *wrap(words("plugins.orders"), WIDE)])


def base_of(base: str | float | None, spec: Spec) -> str:
    """Where a term starts from: its middle value; of dated rules the first, and a sign that others follow."""
    if base is None:
        return "–"
    if isinstance(base, str):
        numbers = spec.quantities()
        dated = [one.value for path, one in numbers.items() if path.startswith(f"{base}.")]
        return f"{numbers[base].value:.6g}" if base in numbers else f"{dated[0]:.6g} …"
    return f"{base:.6g}"


def name_of(one: Any, words: Words) -> str:
    """What a term or a tally is called."""
    return one.dutch if words.lang == "nl" else one.english


def table(rows: list[list[str]]) -> list[str]:
    """Rows in columns to the left."""
    wide = [max(map(len, column)) for column in zip(*rows)]
    return [(INDENT + "  ".join(f"{one:<{w}}" for one, w in zip(row, wide))).rstrip() for row in rows]
