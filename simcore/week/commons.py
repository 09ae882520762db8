"""What is everybody's, in every lane: shared stairs that firms clean, and litter of which people say something or not."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.commons import LITTER, LITTER_ADDRESSED, LITTER_SEEN
from simcore.compiled import short
from simcore.calendar import WEEKS_A_QUARTER as QUARTER
from simcore.ledger import cents
from simcore.luck import binomial, key, luck, poisson
from simcore.plugin.nouns import Stream
from simcore.week.kept import Kept
from simcore.week.numbers import whole

if TYPE_CHECKING:
    from simcore.canvas import Place
    from simcore.week.lane import Lane


def commons_streams(place: "Place") -> list[Stream]:
    """What residents pay firms for clean stairs, through their service costs."""
    if place.commons is None:
        return []
    return [Stream(name="commons.cleaning", payer="residents", payee="companies", item="neighbourhood.commons"),
            Stream(name="commons.vat", payer="companies", payee="treasury", item="neighbourhood.commons")]


def rhythm(numbers: Mapping[str, np.ndarray]) -> np.ndarray:
    """(R,) whole weeks between two cleanings of a portico, by firms and by whoever takes it over."""
    return np.maximum(1, whole(numbers["neighbourhood.commons.every"]))


class Commons:
    """Porticoes and litter of one lane; what it has done with it is in ``lane.series``."""

    def __init__(self, lane: "Lane", seed: int):
        n = lane.numbers.under("neighbourhood.commons")
        self.there = lane.spec.place.commons is not None
        if self.there:
            self.lines = lane.ledger.lines(stream.name for stream in commons_streams(lane.spec.place))
            self.porticoes, self.minutes = whole(n["porticoes"]), whole(n["minutes"])
            self.every = rhythm(lane.numbers)
            self.cleaned, self.price, self.vat = n["cleaned"], n["price"], n["vat"]
            self.litter, self.speaks_up = n["litter"] / 52, n["speaks_up"]
            self.keys = np.array([key(seed, r, "litter") for r in lane.replications])
            self.kept, self.none = Kept(), np.zeros(len(lane.replications), np.int64)

    def week(self, lane: "Lane") -> None:
        """Firms clean what nobody else took over; people meet litter."""
        if not self.there:
            return
        common = lane.desk.common if lane.desk and lane.desk.common.orders.plans else None
        taken = common.porticoes() if common else self.none
        due, done = common.cleanings(lane.world) if common else (self.none, self.none)
        firms, bills = self.kept.of("firms", [taken], lambda: self.contracted(taken))
        cleaned = turns(firms, self.every, lane.week)
        not_cleaned = turns(self.porticoes - taken - firms, self.every, lane.week)
        lane.ledger.post_all(self.lines, bills)
        seen, addressed = self.met(lane)
        lane.series.record_more(lane.week, {
            "porticoes due": cleaned + not_cleaned + due, "porticoes done": cleaned + done,
            "contract minutes": cleaned * self.minutes, "litter": seen, "litter addressed": addressed})

    def contracted(self, taken: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """(R,) porticoes that firms clean where so many are taken over; (R, 2) cents of their bills, and their VAT."""
        firms = whole(self.cleaned * (self.porticoes - taken))
        bill = cents(firms * self.price)
        return firms, np.stack((bill, bill - cents(bill / 100 / (1 + self.vat))), 1)

    def met(self, lane: "Lane") -> tuple[np.ndarray, np.ndarray]:
        """(R,) times that litter was seen this week and that somebody spoke up: who promised it counted their own."""
        w = lane.world
        if lane.week % QUARTER == 0:
            self.adults = w.columns.residents.adult.sum(1)
        out = np.zeros((len(self.keys), 2), np.int64)
        meet_litter(w, self.keys, lane.week, self.adults, self.litter, self.speaks_up, out)
        return w.carried[:, LITTER_SEEN] + out[:, 0], w.carried[:, LITTER_ADDRESSED] + out[:, 1]


@short
def turns(porticoes, every, week):
    """(R,) of some porticoes, those whose turn it is this week: each once in every so many weeks."""
    out = np.zeros_like(porticoes)
    for r in range(porticoes.size):
        out[r] = porticoes[r] * (week + 1) // every[r] - porticoes[r] * week // every[r]
    return out


@short
def meet_litter(w, keys, week, adults, often, speaks_up, out):
    """How often people meet litter, and how often one speaks up: into (R, 2).

    Each of the ``adults`` (R,) meets it ``often`` (R,) times a week; who promised to do something about it counts
    their own.
    """
    for r in range(keys.size):
        promised = 0
        for k in range(w.pledge_count[r]):
            promised += w.deeds[r, w.pledges[r, k].kind].deed == LITTER
        u, v, _, _ = luck(keys[r], week, 0, 0)
        out[r, 0] = poisson(max(0, adults[r] - promised) * often[r], u)
        out[r, 1] = binomial(out[r, 0], speaks_up[r], v)
