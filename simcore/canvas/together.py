"""What people do together: opening hours of a desk, teams of a like mind, recognition, gatherings."""

from typing import Annotated, Literal

from simcore.canvas.measures import Share, SomeWeeks, Weeks
from simcore.files import Flag, Id, InUnit, Quantity, record

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
    """What confidence does: from some of it people look for work, with too little left they stay at home after a complaint."""
    search_from: Share
    gives_up_below: Share


@record
class Gathering:
    """People come together every so many weeks and talk with some of the others."""
    every: SomeWeeks
    who: Literal["members"]                    # who holds a place in a team
    contacts: Contacts                         # others that each talks with
    first: Weeks | None = None                 # week of the first one; without it, after ``every``
    late: HoursLate | None = None              # less work by each who came, the day after
    held: Flag = True
