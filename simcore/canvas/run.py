"""The run beside the canvas: where it plays, from when, by which rules and with which plugins."""

from collections.abc import Iterator
from typing import Literal

from simcore.canvas.commons import GoalRule
from simcore.canvas.measures import Euros, EurosAnHour, People, Share, SomeWeeks, Weeks
from simcore.errors import Problem
from simcore.files import Day, Here, Id, Text, Unread, Whole, record

MOST_WEEKS, MOST_REPLICATIONS = 2600, 10_000


@record
class StopRule:
    """Stop what does not pay: a rolling margin below zero after a first period, with notice to customers."""
    on: Literal["direct_cost", "full_cost", "off"]
    window: SomeWeeks
    grace: Weeks
    notice: Weeks


@record
class StartRule:
    """Start what is asked: enough unmet requests in a period, and cash for what it costs to begin."""
    requests: People
    period: SomeWeeks


@record
class GrowRule:
    """Grow to a service for the whole city: an event with a cost, no second district."""
    buffer: Euros
    profit_weeks: SomeWeeks
    cost: Euros
    shared_overhead: Share


@record
class PayDelay:
    customer: Weeks
    institution: Weeks


@record
class PluginUse:
    """A plugin that takes part, under its own name or, so that it can be used twice, under another."""
    use: Id
    as_: Id | None = None
    with_: Unread = None                       # its parameters: the plugin itself says what they are

    @property
    def name(self) -> str:
        """What it goes by in this model: in paths, in the diary, after ``--plugin``."""
        return self.as_ or self.use


@record
class Run:
    neighbourhood: Text
    start: Day
    weeks: Whole
    replications: Whole = 50
    law: Literal["strict", "lenient"]
    stop: StopRule | None = None
    start_on_request: StartRule | None = None
    grow: GrowRule | None = None
    goals: GoalRule | None = None
    insolvent_after: SomeWeeks
    pay_delay: PayDelay
    unpaid_labour: EurosAnHour
    plugins: list[PluginUse] = ()

    def problems(self, here: Here) -> Iterator[Problem]:
        """A run has an end, and at least one course."""
        for name, most in (("weeks", MOST_WEEKS), ("replications", MOST_REPLICATIONS)):
            value = getattr(self, name)
            if not 1 <= value <= most:
                yield here.problem(name, what=f"is {value}", instead=f"write a whole number from 1 to {most}")
