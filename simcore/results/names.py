"""Names for people who do not exist, so that a diary can be read: luck puts them together from lists.

    names = Names(seed=1)
    names.of(person)                               # "Femke de Boer"; the same in every lane and every course

A home has a surname and a list of first names; who comes to live there later has others. Nothing in the model hangs
on a name.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from simcore.luck import key, luck

FILE = Path(__file__).with_name("names.yaml")


@dataclass(frozen=True, order=True)
class Person:
    """One resident: the row in the tables, and which household since the start lives there (0: the first)."""
    number: int
    generation: int
    household: int
    place: int                     # in the household: 0 is its head

    @property
    def label(self) -> str:
        """The number people can ask for: 812, or 812-2 for who came second to that place in the tables."""
        return f"{self.number}" if self.generation == 0 else f"{self.number}-{self.generation + 1}"


class Names:
    """The names of one seed."""

    def __init__(self, seed: int):
        self.homes, self.residents = key(seed, "name", "home"), key(seed, "name", "resident")
        self.known: dict[tuple[int, int], list[str]] = {}

    def of(self, person: Person) -> str:
        """First name and surname of somebody."""
        home = person.household, person.generation
        while len(self.known.setdefault(home, [])) <= person.place:
            self.known[home].append(self.next_of(person, self.known[home]))
        return self.known[home][person.place]

    def next_of(self, person: Person, taken: list[str]) -> str:
        """The name of the next in a home in which these have theirs: no two there have the same."""
        u, v = luck(self.homes, person.generation, person.household, 0)[:2]
        group = lists()[which(u, tuple(one["share"] for one in lists()))]
        first, last = group["first"], group["last"]
        surname = last[int(v * len(last))]
        number = person.number - person.place + len(taken)
        i = int(luck(self.residents, person.generation, number, 0)[0] * len(first))
        while f"{first[i]} {surname}" in taken:
            i = (i + 1) % len(first)
        return f"{first[i]} {surname}"


@cache
def lists() -> list[dict]:
    """The lists: share of the homes, first names and surnames of each."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def which(u: float, shares: tuple[float, ...]) -> int:
    """Which of several shares a uniform number falls in."""
    heap = 0.0
    for i, share in enumerate(shares):
        heap += share
        if u < heap:
            return i
    return len(shares) - 1
