"""A small enterprise to read: the shapes of a canvas, none of its contents."""

from collections.abc import Iterator
from typing import Annotated, Literal

import pytest

from simcore.files import Day, Field, Flag, Here, Id, Problem, Quantity, Share, Text, Whole, record


@record
class Service:
    id: Id
    name: Text
    after: Id | None = None


@record
class StreamNumbers:
    price: Quantity
    discount: Share | None = None
    visits: Annotated[Whole, Field(ge=0, le=100)] = 1


@record
class Stream:
    id: Id
    name: Text
    from_: tuple[Id, ...] = ()
    for_: dict[Literal["value_propositions"], tuple[Id, ...]] = {}
    sim: StreamNumbers | None = None


@record
class Enterprise:
    id: Id
    name: Text
    start: Day
    law: Literal["strict", "lenient"] = "strict"
    broker: Flag = False
    tax: Quantity = Quantity(value=0.21, unit="share", source="Wet op de omzetbelasting", evidence="fact")
    services: tuple[Service, ...]
    streams: tuple[Stream, ...] = ()

    def problems(self, here: Here) -> Iterator[Problem]:
        known = [service.id for service in self.services]
        for n, stream in enumerate(self.streams):
            for m, name in enumerate(stream.for_.get("value_propositions", ())):
                if name not in known:
                    yield here.unknown(
                        "streams", n, "for", "value_propositions", m, word=name, noun="service", known=known
                    )
        after = {service.id: service.after for service in self.services}
        for n, service in enumerate(self.services):
            chain, name = [service.id], service.after
            while name is not None and name not in chain:
                chain.append(name)
                name = after.get(name)
            if name == service.id:
                yield here.problem(
                    "services", n, "after", what="goes in a circle: " + " > ".join([*chain, name]),
                    instead="remove one of them",
                )
                break


GOOD = """\
id: haarlems-gemak
name: Haarlems Gemak
start: 2012-10-01
services:
  - {id: vp-cleaning, name: Schoonmaak}
  - {id: vp-windows, name: Ramen, after: vp-cleaning}
streams:
  - id: rs-cleaning
    name: Betaald per uur
    from: [cs-working]
    for: {value_propositions: [vp-cleaning]}
    sim:
      visits: 3
      price:
        {value: 12.50, unit: EUR/hour, low: 10, high: 15, source: onze schatting, evidence: assumption}
      discount: {value: 0.1, unit: share, low: 0, high: 0.2, source: onze schatting, evidence: assumption}
"""


@pytest.fixture
def enterprise() -> type:
    return Enterprise


@pytest.fixture
def good() -> str:
    return GOOD
