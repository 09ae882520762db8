"""Where the money of an enterprise comes from: what each party gives it a year, by what kind of money it is."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from simcore.ledger import is_own
from simcore.plugin.nouns import Stream
from simcore.results.bands import Band, band, per_year
from simcore.results.parties import party_of
from simcore.run import ENTERPRISE, Outcome


@dataclass(frozen=True)
class Source:
    """What one party gives the enterprise a year: in ``cash`` or in ``kind``, capital apart.

    ``tier`` says which claim of living without municipal money it stands in the way of; empty for what is earned.
    """
    party: str
    kind: str
    tier: str
    capital: bool
    amount: Band


def partners_of(outcome: Outcome) -> dict[str, str]:
    """The kind of each partner by its id."""
    return {p.id: p.sim.kind for p in outcome.spec.canvas.key_partnerships if p.sim}


def sources(outcome: Outcome) -> list[Source]:
    """All that reaches the enterprise from others, or is borne for it, the most first; EUR a year over the whole run.

    What a partner pays in kind goes to whoever is paid, not to the enterprise: it counts all the same.
    """
    lane, partners = outcome.lanes[ENTERPRISE], partners_of(outcome)
    sums: dict[tuple[str, str, str, bool], np.ndarray] = {}
    for i, s in enumerate(lane.streams):
        if comes_in(s, partners):
            what = party_of(s.payer, partners), s.kind, s.tier, s.capital
            sums[what] = sums.get(what, 0) + lane.flows[:, :, i].sum(0)
    weeks = lane.flows.shape[0]
    found = [Source(*what, band(per_year(cents / 100, weeks), "EUR/year"))
             for what, cents in sums.items() if cents.any()]
    return sorted(found, key=lambda one: (-one.amount.values.mean(), one.party, one.kind, one.tier))


def comes_in(stream: Stream, partners: Mapping[str, str]) -> bool:
    """Whether a stream brings an enterprise something: from outside, or borne by a partner, or to lower its wages."""
    if is_own(stream.payer):
        return False
    return is_own(stream.payee) or bool(stream.tier)
