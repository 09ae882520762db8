"""Checks what a canvas and a neighbourhood ask of each other: needs that exist, rules that are in force."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simcore.canvas.commons import commons_misfits
from simcore.errors import Problem
from simcore.files import Here

if TYPE_CHECKING:
    from simcore.canvas.place import Place
    from simcore.canvas.spec import Canvas


def misfits(canvas: Canvas, place: Place, here: Here) -> Iterator[Problem]:
    """Every way in which this canvas cannot be played in this neighbourhood; ``here`` is the canvas file."""
    needs = {need.id: need for need in place.needs.activities}
    priced = {one.for_.value_propositions[0]: n for n, one in enumerate(canvas.revenue_streams)
              if one.sim and one.sim.price and one.for_.value_propositions}  # fmt: skip
    for n, service in enumerate(canvas.value_propositions):
        if not service.sim or not service.sim.activity:
            continue
        need = needs.get(service.sim.activity)
        if need is None:
            yield here.unknown("value_propositions", n, "sim", "activity", word=service.sim.activity,
                               noun="activity", known=list(needs))  # fmt: skip
        elif need.kind == "standing" and service.id in priced:
            stream = priced[service.id]
            if canvas.revenue_streams[stream].sim.per == "job":
                yield here.problem("revenue_streams", stream, "sim", "per",
                                   what=f"is a job, but {need.id} is needed every week",
                                   instead="per: hour, and a price per hour")  # fmt: skip
    yield from commons_misfits(canvas, place.commons, here)
    yield from _not_in_force(canvas, place, here)


def _not_in_force(canvas: Canvas, place: Place, here: Here) -> Iterator[Problem]:
    """The run may not start before the first day for which a rule is known."""
    dated = {
        "wmo.contribution_least": place.wmo.contribution_least,
        "wmo.contribution_income": place.wmo.contribution_income,
        "assistance.norm_single": place.assistance.norm_single,
        "labour.minimum_wage": place.labour.minimum_wage,
        "labour.most_subsidy": place.labour.most_subsidy,
    }
    start = canvas.simwijk.start
    late = {name: values[0].from_day for name, values in dated.items() if values[0].from_day > start}
    if late:
        yield here.problem("simwijk", "start", what=f"{start} lies before the first {', '.join(late)}",
                           why=f"the neighbourhood knows its rules from {max(late.values())}",
                           instead=f"start on a Monday from {max(late.values())}")  # fmt: skip
