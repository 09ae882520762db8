"""Who pays, who gains: money and help in kind by party, as the difference with doing nothing; it adds up to zero."""

from collections.abc import Mapping

import numpy as np

from simcore.ledger import rebuilt
from simcore.results.bands import per_year
from simcore.run import LaneOutcome

# Accounts that are one party under another name; a partner goes by its kind, any other account by its own name.
PARTY = {
    "participants": "people on benefit", "people at work": "people on benefit", "coaches": "suppliers", "staff": "suppliers", "landlord": "suppliers",
    "insurers": "suppliers",
}  # fmt: skip
ORDER = ["residents", "people on benefit", "municipality", "corporation", "welfare", "care", "fund", "company",
         "enterprise", "suppliers", "employers", "companies", "informal helpers", "care provider", "treasury"]


def party_of(account: str, partners: Mapping[str, str]) -> str:
    """The party an account belongs to; ``partners`` gives the kind of each partner by its id."""
    head = account.partition(":")[0]
    return partners.get(account) or PARTY.get(head, head)


def positions(lane: LaneOutcome, kind: str, partners: Mapping[str, str]) -> dict[str, np.ndarray]:
    """Party -> (R,) cents received less cents given over the whole run, in ``cash`` or in ``kind``."""
    mine = [i for i, s in enumerate(lane.streams) if s.kind == kind]
    balances = rebuilt([lane.streams[i] for i in mine], lane.flows[:, :, mine])
    out: dict[str, np.ndarray] = {}
    for account, cents in balances.items():
        party = party_of(account, partners)
        out[party] = out.get(party, 0) + cents
    return out


def who_pays(nothing: LaneOutcome, enterprise: LaneOutcome, partners: Mapping[str, str]) -> dict[str, dict[str, np.ndarray]]:
    """Party -> {"cash": (R,), "kind": (R,)} EUR a year more than under doing nothing; each sums to zero over parties."""
    weeks = enterprise.flows.shape[0]
    sides = {kind: (positions(nothing, kind, partners), positions(enterprise, kind, partners)) for kind in ("cash", "kind")}
    names = {party for pair in sides.values() for side in pair for party in side}
    none = np.zeros(enterprise.replications, np.int64)
    return {party: {kind: per_year((with_it.get(party, none) - without.get(party, none)) / 100, weeks)
                    for kind, (without, with_it) in sides.items()}
            for party in sorted(names, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))}
