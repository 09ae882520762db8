"""Who pays, who gains: money and help in kind by party, as the difference with doing nothing; it adds up to zero.

Each figure opens into the streams behind it (``cells``).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from simcore.played import LaneOutcome
from simcore.plugin.nouns import Stream
from simcore.results.bands import per_year

# Accounts that are one party under another name; a partner goes by its kind, any other account by its own name.
PARTY = {
    "participants": "people on benefit", "people at work": "people on benefit", "coaches": "staff",
    "landlord": "suppliers", "insurers": "suppliers",
}  # fmt: skip
ORDER = ["residents", "people on benefit", "municipality", "corporation", "welfare", "care", "fund", "company",
         "enterprise", "staff", "suppliers", "employers", "companies", "informal helpers", "care provider", "treasury"]


def party_of(account: str, partners: Mapping[str, str]) -> str:
    """The party an account belongs to; ``partners`` gives the kind of each partner by its id."""
    head = account.partition(":")[0]
    return partners.get(account) or PARTY.get(head, head)


@dataclass(frozen=True)
class Part:
    """One stream behind a figure of who pays and who gains: ``cents`` (R,) of the whole run, more than without.

    Above zero the party gets it, below zero it gives.
    """
    stream: Stream
    cents: np.ndarray


Cell = tuple[str, str]                              # a party, and "cash" or "kind"


def cells(nothing: LaneOutcome, enterprise: LaneOutcome, partners: Mapping[str, str]) -> dict[Cell, list[Part]]:
    """Every figure of the table opened into its streams, the largest first; whole cents, against doing nothing.

    A stream stands at who pays it and at who gets it, so that all cells of one side add up to zero; money that stays
    with one party, and streams over which nothing more or less goes, are left out.
    """
    out: dict[Cell, list[Part]] = {}
    for stream, cents in differences(nothing, enterprise):
        payer, payee = party_of(stream.payer, partners), party_of(stream.payee, partners)
        if payer != payee and cents.any():
            out.setdefault((payer, stream.kind), []).append(Part(stream, -cents))
            out.setdefault((payee, stream.kind), []).append(Part(stream, cents))
    size = lambda part: (-float(np.abs(np.median(part.cents))), part.stream.name)  # noqa: E731
    return {cell: sorted(parts, key=size) for cell, parts in out.items()}


def differences(nothing: LaneOutcome, enterprise: LaneOutcome) -> Iterator[tuple[Stream, np.ndarray]]:
    """Each stream of either lane with the cents (R,) of the whole run that go over it more than with doing nothing."""
    sums = [{s.name: cents for s, cents in zip(lane.streams, lane.flows.sum(0).T)} for lane in (nothing, enterprise)]
    for stream in {s.name: s for lane in (nothing, enterprise) for s in lane.streams}.values():
        without, with_it = (mine.get(stream.name, np.int64(0)) for mine in sums)
        yield stream, with_it - without


Sides = dict[str, dict[str, np.ndarray]]            # party -> {"cash": (R,), "kind": (R,)}


def who_pays(nothing: LaneOutcome, enterprise: LaneOutcome, partners: Mapping[str, str]) -> Sides:
    """EUR a year that each party gets more than under doing nothing; each side sums to zero over parties."""
    weeks = enterprise.flows.shape[0]
    return {party: {kind: per_year(cents / 100, weeks) for kind, cents in sides.items()}
            for party, sides in gains(nothing, enterprise, partners).items()}


def gains(nothing: LaneOutcome, enterprise: LaneOutcome, partners: Mapping[str, str]) -> Sides:
    """The same in whole cents of the whole run (R,), for every party that has to do with money in either lane."""
    open_cells = cells(nothing, enterprise, partners)
    names = {party_of(account, partners) for lane in (nothing, enterprise) for s in lane.streams
             for account in (s.payer, s.payee)}
    none = np.zeros(enterprise.replications, np.int64)
    return {party: {kind: sum((part.cents for part in open_cells.get((party, kind), [])), none)
                    for kind in ("cash", "kind")}
            for party in sorted(names, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))}
