"""What the page asks of people: who lives here, what they are up to in each plan, and the diary of one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from simcore.calendar import day_of
from simcore.demo.kept import keep, kept, name_of
from simcore.demo.look import GivenUp
from simcore.demo.show import Show
from simcore.demo.wish import Wish
from simcore.run import ENTERPRISE, NOTHING

if TYPE_CHECKING:
    from simcore.demo.people import Lived, Street
    from simcore.results.diary import Fact
    from simcore.results.names import Person
    from simcore.show.diary import Teller
    from simcore.studies.compare import Comparison

ZERO = 48                                          # small whole numbers go as a row of letters, from the digit 0 on
FIRST = ("portrait", "ways_first")                 # how somebody is first seen, which a card has told


def found_for(show: Show, said: dict[str, Any]) -> tuple[Wish, Comparison | None]:
    """The wish the page is at, and what was found of it; nothing as long as it is not whole."""
    wish = show.wish(said)
    return wish, show.found.get(wish)


def going_on(show: Show, wish: Wish) -> Callable[[], None]:
    """Raises GivenUp when another wish has come: what plays then comes first."""
    def look() -> None:
        if show.asked not in (None, wish):
            raise GivenUp
    return look


def street_of(show: Show, wish: Wish, found: Comparison) -> Street:
    """The residents that are shown."""
    from simcore.demo.people import street

    return show.once(("street", *found.any.lanes[NOTHING].digests), lambda: street(found.any, going_on(show, wish)))


def lives_of(show: Show, wish: Wish, found: Comparison) -> dict[str, Lived]:
    """The typical course of each plan, by its key."""
    from simcore.demo.people import lived

    shown = street_of(show, wish, found).shown
    return {key: show.once(("lived", outcome.spec.digest, *outcome.lanes[ENTERPRISE].digests),
                           lambda outcome=outcome: lived(outcome, shown, going_on(show, wish)))
            for key, outcome in found.outcomes.items()}


def when_whole(make: Callable[[Show, Wish, Comparison, dict[str, Any]], dict[str, Any]], lasting: bool = True):
    """An answer that waits for a wish to be played whole, and ends when another one comes; one that lasts is kept on
    disk."""
    def answer(show: Show, said: dict[str, Any]) -> dict[str, Any]:
        wish, found = found_for(show, said)
        name = name_of(show.models, {"asks": make.__name__, **said}) if lasting else None
        if lines := kept(name):
            return lines[0]
        if found is None:
            return {"kind": "later"}
        try:
            out = make(show, wish, found, said)
        except GivenUp:
            return {"kind": "later"}
        keep(name, [out])
        return out
    return answer


def people(show: Show, wish: Wish, found: Comparison, said: dict[str, Any]) -> dict[str, Any]:
    """Who is shown, and what weighs on them."""
    return who_lives(street_of(show, wish, found), found.any.seed)


def who_lives(one: Street, seed: int) -> dict[str, Any]:
    """Who is shown, with name, age and household; and what weighs on each over time, as a letter each."""
    from simcore.results.names import Names

    names = Names(seed)
    return {"residents": one.residents, "course": one.replication, "weighs": letters(one.weighs),
            "who": [[who.number, names.of(who), age, persons]
                    for who, age, persons in zip(one.shown, one.age, one.persons)]}


def lives(show: Show, wish: Wish, found: Comparison, said: dict[str, Any]) -> dict[str, Any]:
    """What those who are shown are up to in each plan."""
    return doings(street_of(show, wish, found).shown, lives_of(show, wish, found), found)


def doings(shown: list[Person], lanes: dict[str, Lived], found: Comparison) -> dict[str, Any]:
    """What those who are shown are up to in each plan, as a letter each; and the events at which to stop."""
    at = {who.number: i for i, who in enumerate(shown)}
    out = {}
    for key, one in lanes.items():
        tellers = tellers_of(found, key)
        out[key] = {"course": one.replication, "doing": letters(one.doing), "telling": [
            told(fact, tellers) | {"dot": at.get(fact.who.number, -1) if fact.who else -1} for fact in one.telling()]}
    return {"lanes": out}


def diary(show: Show, wish: Wish, found: Comparison, said: dict[str, Any]) -> dict[str, Any]:
    """What happened to one resident in each plan; ``dot`` is the number of the resident."""
    shown = {who.number: who for who in street_of(show, wish, found).shown}
    who = shown.get(int(said.get("dot", -1)))
    if who is None:
        return {"lanes": {}}
    return {"dot": who.number, "lanes": {
        key: {"course": one.replication, "lines": [told(fact, tellers_of(found, key)) for fact in one.diary(who)]}
        for key, one in lives_of(show, wish, found).items()}}


def tellers_of(found: Comparison, key: str) -> dict[str, Teller]:
    """Who tells of a model, in each language."""
    from simcore.show.diary import Teller
    from simcore.show.words import LANGUAGES, Words

    outcome = found.outcomes[key]
    return {lang: Teller(outcome.spec, outcome.seed, Words(lang)) for lang in LANGUAGES}


def told(fact: Fact, tellers: dict[str, Teller]) -> dict[str, Any]:
    """A fact as the page has it: the week (from nought), the date and the sentence in both languages."""
    return {"week": fact.week, "first": fact.kind in FIRST} | {
        lang: {"day": one.day(day_of(one.start, fact.week)), "text": one.text(fact)} for lang, one in tellers.items()}


def letters(rows: Any) -> list[str]:
    """Each row of small whole numbers as a text, a letter each."""
    return [bytes((row + ZERO).astype("uint8")).decode("ascii") for row in rows]


PEOPLE = {"people": when_whole(people), "lives": when_whole(lives), "diary": when_whole(diary, lasting=False)}
