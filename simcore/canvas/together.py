"""What people do together: opening hours of a desk, teams of a like mind, recognition, gatherings."""

from collections.abc import Iterator
from typing import Annotated, Literal

from simcore.canvas.measures import People, Share, SomeWeeks, Weeks
from simcore.files import Flag, Here, Id, InUnit, Problem, Quantity, record

OpeningHours = Annotated[Quantity, InUnit("hours/week", most=60)]
Seats = Annotated[Quantity, InUnit("people", least=1)]
SomePeople = Annotated[Quantity, InUnit("people", least=1)]
Contacts = Annotated[Quantity, InUnit("per visit", most=20)]
HoursLate = Annotated[Quantity, InUnit("hours", most=12)]


@record
class Opening:
    """A desk: how long a week it is open, and how many people can help there at the same time."""
    hours: OpeningHours
    seats: Seats


@record
class Trade:
    """What the people of a team share: of people on benefit some can do it, of those some like to."""
    skill: Id                                  # two teams that name the same skill look for the same people
    can: Share                                 # of people on benefit
    likes: Share                               # of those who can
    least: SomePeople                          # to begin
    keep: SomePeople                           # to go on


@record
class Recognition:
    """What confidence does: from some of it people look for work, with too little they stay home after a complaint."""
    search_from: Share
    gives_up_below: Share


OF_EVERYONE, OF_HELPERS = ("visitors", "regulars"), ("helpers", "least", "hours")


@record
class Gathering:
    """People come together every so many weeks and talk with some of the others; who helps, and where money goes."""
    every: SomeWeeks
    first: Weeks | None = None                 # the first time, in weeks from the start; else ``every``
    who: Literal["members", "everyone"]        # who holds a place in a team, or everyone
    visitors: Annotated[Quantity, InUnit("people", most=700)] | None = None
    regulars: Share | None = None              # of visitors, who came the last time too
    contacts: Contacts                         # others that each talks with
    late: HoursLate | None = None              # less work by each member who came, the day after
    helpers: People | None = None
    least: People | None = None                # helpers without whom it is not held
    hours: Annotated[Quantity, InUnit("hours/visit", most=24)] | None = None     # of one helper
    room: Id | None = None                     # a building it needs
    recruits: Share | None = None              # of visitors, who become a volunteer
    entry: Annotated[Quantity, InUnit("EUR/person")] | None = None
    prizes: Share | None = None                # of takings
    purchases: Share | None = None             # of takings
    vat: Share | None = None                   # in takings; none in games of chance
    pot: Id | None = None                      # the cost that its takings are saved for
    item: Id | None = None                     # the revenue stream that its takings are
    goals: Flag = False                        # residents choose here what they want to improve
    held: Flag = True

    def problems(self, here: Here) -> Iterator[Problem]:
        """Who comes, who helps and what it takes stand together."""
        for name in OF_EVERYONE:
            given = getattr(self, name) is not None
            if self.who == "everyone" and not given:
                yield here.problem(what=f"misses the key '{name}'",
                                   why="everyone may come, and somebody has to be expected",
                                   instead=f"{here.add(line=f'{name}: ...')}, or write who: members")
            if self.who == "members" and given:
                yield here.problem(name, key=True, what="has no meaning for a gathering of members",
                                   why="all of them come", instead="remove it, or write who: everyone")
        if self.who == "everyone" and self.late is not None:
            yield here.problem("late", key=True, what="has no meaning for a gathering of everyone",
                               why="who holds a place comes late, the morning after", instead="remove it")
        missing = [name for name in OF_HELPERS if getattr(self, name) is None]
        if missing and len(missing) < len(OF_HELPERS):
            yield here.problem(what=f"misses {' and '.join(missing)}", why="helpers, least and hours go together",
                               instead="give all three, or none")
        taken = sum(one.value if one.high is None else one.high for one in (self.prizes, self.purchases) if one)
        if taken > 1:
            yield here.problem("prizes" if self.prizes else "purchases", "value",
                               what=f"and purchases together come to {taken:g} of takings",
                               instead="let the highest of both be 1 or less together")
        if self.pot is not None and self.vat is not None:
            yield here.problem("vat", key=True, what="stands beside a pot",
                               why="what is saved is what a game of chance brings in", instead="remove one of the two")
        if self.entry is None:
            instead = f"{here.add(line='entry: {value: 10, unit: EUR/person, ...}')}, or remove it"
            for name in ("prizes", "purchases", "vat", "pot"):
                if getattr(self, name) is not None:
                    yield here.problem(name, key=True, what="stands without an entry",
                                       why="without takings there is nothing to take", instead=instead)
