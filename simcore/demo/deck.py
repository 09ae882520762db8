"""What a room can turn and play: knobs for the whole run, cards of what may happen. Data, in ``models/cards``.

A card does one thing in several ways, as plans differ: the first way for which a model has a place is taken, so a card
names no model. What it does to one model are settings as an experiment makes them: ``path -> value``, see
``experiments/case.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from fnmatch import fnmatch
from functools import cache
from typing import Any

from simcore.canvas import Spec
from simcore.experiments.case import Case, opened, text_of
from simcore.experiments.question import Told
from simcore.files import Flag, Here, Id, Number, Problem, Quantity, Text, Whole, read, record
from simcore.files.units import bounds_of
from simcore.show import session
from simcore.show.words import Words

Settings = dict[str, str]
PLUGIN = "plugin."                                 # before the name of what a plugin brings


@record
class Way:
    """What is done to a model: numbers at ``paths`` (those in ``unit``), with their ranges, get more or are multiplied,
    or become a value; others are ``set``; a ``plugin`` takes part ``with_`` parameters, one of them (``parameter``) at
    the position of a knob, one of them (``from_``) the day on which it is played. Where ``there``, only a plugin that a
    model has anyway."""
    paths: list[Text] = ()
    unit: Text | None = None
    add: list[Number] = ()
    scale: list[Number] = ()
    values: list[Number] = ()
    set: dict[str, str] | None = None
    plugin: Text | None = None
    with_: dict[str, str] | None = None
    parameter: Text | None = None
    from_: Text | None = None
    there: Flag = False

    @property
    def positions(self) -> list[float]:
        """The positions of a knob, in order."""
        return list(self.add or self.scale or self.values)

    def problems(self, here: Here) -> Iterator[Problem]:
        """It changes something, one way."""
        ways = [name for name in ("add", "scale", "values") if getattr(self, name)]
        if len(ways) > 1:
            yield here.problem(ways[1], key=True, what=f"stands beside {ways[0]}", instead="leave one of both out")
        if not (self.paths or self.set or self.plugin):
            yield here.problem(what="changes nothing", instead="add paths:, set: or plugin:")

    def settings(self, spec: Spec, position: int, day: date) -> Settings:
        """What it does to a model at a position, played on a day; nothing where the model has no place for it."""
        if self.there and self.plugin not in {one.name for one in spec.plugins}:
            return {}
        out = dict(self.set or {})
        if self.plugin:
            where = f"plugins.{self.plugin}"
            out |= {where: "on", **{f"{where}.{name}": value for name, value in (self.with_ or {}).items()}}
            if self.parameter:
                out[f"{where}.{self.parameter}"] = text_of(self.positions[position])
            if self.from_:
                out[f"{where}.{self.from_}"] = day.isoformat()
        for path, one in spec.quantities().items():
            if (not self.unit or one.unit == self.unit) and any(fnmatch(path, wanted) for wanted in self.paths):
                by = self.positions[position]
                out[path] = text_of(self.moved(float(one.value), by, one.unit))
                if one.ranged and not self.values:         # each course keeps its own place in the range
                    out |= {f"{path}.{end}": text_of(self.moved(float(getattr(one, end)), by, one.unit))
                            for end in ("low", "high")}
        return out

    def moved(self, value: float, by: float, unit: str) -> float:
        """A number as it becomes, never beyond what its unit can be: a price goes down to nothing at most."""
        least, most = bounds_of(unit)
        return min(max(value * by if self.scale else value + by if self.add else by, least), most)


@record
class Change:
    """A knob or a card: its name for people, what there is to say about it, the ways in which it is done, and why it
    has no place in a plan that offers none of these (``misfit``). ``model`` is a plan that comes beside the others."""
    name: Text
    label: Told
    about: Told | None = None
    ways: list[Way] = ()
    misfit: Told | None = None
    model: Text | None = None

    @property
    def positions(self) -> list[float]:
        """The positions of a knob, in order."""
        return self.ways[0].positions

    @property
    def base(self) -> int:
        """The position at which a knob changes nothing: of a number of a plugin, the middle one."""
        way = self.ways[0]
        return len(self.positions) // 2 if way.there else self.positions.index(1 if way.scale else 0)

    @property
    def dated(self) -> bool:
        """Whether it begins in the week in which it is played, rather than holding for the whole time."""
        return any(way.from_ for way in self.ways)

    def settings(self, spec: Spec, position: int, day: date) -> Settings:
        """What a knob does to a model."""
        return self.ways[0].settings(spec, position, day)


@record
class Bet:
    """What a table may lay chips on: a ``figure`` (group.name) ``times`` so much, or the cash in hand after so many
    ``weeks``; ``edges`` between the bins, from low to high."""
    name: Id
    label: Told
    edges: list[Number]
    figure: Text | None = None
    weeks: Whole | None = None
    times: Number = 1
    euros: Flag = False


@record
class Lens:
    """Through whose eyes it is seen who pays and who gains: parties by their names, and figures (group.name)."""
    name: Id
    label: Told
    parties: list[Text]
    figures: list[Text] = ()


@record
class Turn:
    """A part of the programme: its screen, and the minute at which it is over."""
    screen: Id
    until: Whole


@record
class Deck:
    """The models that are shown when none is named; knobs for the whole run; cards of what may happen; the five (by
    name) under which a plan is put to the test; bets, lenses on who pays,
    and the programme of a session."""
    models: list[Text]
    knobs: list[Change]
    cards: list[Change]
    shocks: list[Text] = ()
    bets: list[Bet] = ()
    lenses: list[Lens] = ()
    programme: list[Turn] = ()

    def card(self, name: str) -> Change:
        """A card by its name: of the deck, or of an event that a plugin brings; KeyError where there is none."""
        return next((one for one in self.cards if one.name == name), None) or event(name)

    def beside(self, models: Iterable[str]) -> Deck:
        """The deck with a knob for each ranged number of the plugins that these models use."""
        there = {one.name for one in self.knobs}
        knobs = {one.name: one for model in models for one in knobs_of(*opened(Case(model))) if one.name not in there}
        return replace(self, knobs=[*self.knobs, *knobs.values()])


def knobs_of(spec: Spec, plugins: Iterable[tuple[str, Any]]) -> Iterator[Change]:
    """Knobs for the ranged numbers of the plugins of a model: five positions over the range, the middle as it is."""
    used = {one.name for one in spec.plugins}
    for name, plugin in plugins:
        for field in fields(plugin):
            one = getattr(plugin, field.name)
            if name in used and isinstance(one, Quantity) and one.ranged:
                low, value, high = (float(end) for end in (one.low, one.value, one.high))
                way = Way(plugin=name, parameter=field.name, unit=one.unit, there=True,
                          values=[low, round((low + value) / 2, 6), value, round((value + high) / 2, 6), high])
                yield Change(name=f"{PLUGIN}{name}.{field.name}", ways=[way],
                             label=Told(**{lang: called(plugin, field.name, Words(lang)) for lang in ("nl", "en")}),
                             about=Told(nl=plugin.dutch, en=plugin.english))


def called(plugin: Any, name: str, words: Words) -> str:
    """A number of a plugin for people: what the plugin calls it (``dutch_NAME``, ``english_NAME``), else its question,
    else what such a number is called, else its own name."""
    own = getattr(plugin, f"{'dutch' if words.lang == 'nl' else 'english'}_{name}", "")
    asked = getattr(plugin, name).question or ""
    text = own if own and isinstance(own, str) else words.note(asked) if asked.endswith("?") else words.leaf(name)
    return text[:1].upper() + text[1:]


@cache
def event(name: str) -> Change:
    """The card of a plugin that begins on a day (``plugin.NAME``); KeyError where there is no such plugin."""
    from simcore.plugin.finding import find, unusable

    found = find(()).get(name.removeprefix(PLUGIN))
    if not name.startswith(PLUGIN) or not found or unusable(found) or not begins(found[0].kind):
        raise KeyError(name)
    kind = found[0].kind
    said = {lang: str(kind.__pydantic_fields__[key].default) for lang, key in (("nl", "dutch"), ("en", "english"))}
    about = Told(nl=getattr(kind, "dutch_about", ""), en=found[0].about)
    return Change(name=name, label=Told(**said), about=about, ways=[Way(plugin=found[0].name, from_="start")])


def begins(kind: type) -> bool:
    """Whether a plugin begins on the day ``start``, and needs no more than that."""
    fields = kind.__pydantic_fields__
    return "start" in fields and not any(one.is_required() for one in fields.values())


def deck() -> Deck:
    """The deck that comes along."""
    return read(session.file(), Deck)


@record
class Second:
    """A note that comes with another, for that one: its block, and its ``sim``."""
    block: Id
    sim: dict[str, Any]


@record
class Kind:
    """A kind of sticky note that a room can add: its block, the numbers it ``asks`` for by where they stand in ``sim``,
    and under ``links`` the block among whose notes it is said what it is ``for`` or ``from``. ``choices`` are made for
    keys of ``sim``: among words, among ``needs`` or ``teams``. Of one with a note ``beside`` it, links and numbers are
    that note's."""
    name: Id
    block: Id
    label: Told
    links: dict[str, str] | None = None
    choices: dict[str, Any] | None = None
    sim: dict[str, Any]
    beside: Second | None = None
    asks: list[Text] = ()


@record
class Kinds:
    """Every kind of note that can be added."""
    kinds: list[Kind]


@cache
def kinds() -> dict[str, Kind]:
    """The kinds that come along, by name."""
    from simcore.canvas.bundled import folder

    return {one.name: one for one in read(folder() / "cards" / "notes.yaml", Kinds).kinds}


def day_of_week(spec: Spec, week: int) -> date:
    """The day on which a week of the run begins."""
    return spec.canvas.simwijk.start + timedelta(weeks=week)
