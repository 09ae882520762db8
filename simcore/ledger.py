"""The books: whole cents, double entry, zero tolerance.

Each stream has one payer, one payee and one sticky note. A posting takes from the one account what it gives to
the other, in every replication at once; so all accounts together are always zero. That holds by construction
and proves little: closing a week also compares with counts made elsewhere (see week/reconcile.py).
"""

from collections.abc import Iterable

import numpy as np

from simcore.errors import Defect
from simcore.plugin.nouns import Stream


class BooksError(Defect):
    """A posting or a closing that cannot be: names the stream or account, the week and the replication."""


class Ledger:
    """Accounts and streams of one lane over R replications; ``flows`` (weeks, R, streams) int64 cents."""

    def __init__(self, streams: Iterable[Stream], weeks: int, replications: list[int]):
        self.streams = list(streams)
        self.replications = replications
        self.index = {}
        for i, stream in enumerate(self.streams):
            if stream.name in self.index:
                raise BooksError(f"two streams are called '{stream.name}'")
            self.index[stream.name] = i
        self.accounts = sorted({account for s in self.streams for account in (s.payer, s.payee)})
        place = {account: i for i, account in enumerate(self.accounts)}
        self.payer = np.array([place[s.payer] for s in self.streams], np.int64)
        self.payee = np.array([place[s.payee] for s in self.streams], np.int64)
        self.flows = np.zeros((weeks, len(replications), len(self.streams)), np.int64)
        self.balances = np.zeros((len(replications), len(self.accounts)), np.int64)
        self.week, self.shape = 0, (len(replications),)

    def post(self, name: str, cents: np.ndarray) -> None:
        """Post whole cents (R,), none negative, over one stream in the week that is open."""
        if name not in self.index:
            raise BooksError(f"no stream is called '{name}'")
        cents = np.asarray(cents)
        if cents.dtype.kind != "i":
            raise BooksError(f"stream '{name}' in week {self.week}: cents must be whole numbers, not {cents.dtype}")
        if cents.shape != self.shape and cents.shape != ():
            raise BooksError(f"stream '{name}' in week {self.week}: {cents.shape} is not one amount per replication")
        if cents.min(initial=0) < 0:
            where = self.replications[int(np.argmax(np.broadcast_to(cents < 0, (len(self.replications),))))]
            raise BooksError(f"stream '{name}' in week {self.week}, replication {where}: an amount below zero; "
                             f"declare a stream the other way round")
        i = self.index[name]
        self.flows[self.week, :, i] += cents
        self.balances[:, self.payer[i]] -= cents
        self.balances[:, self.payee[i]] += cents

    def balance(self, account: str) -> np.ndarray:
        """Cents (R,) in an account now."""
        return self.balances[:, self.accounts.index(account)] if account in self.accounts else \
            np.zeros(len(self.replications), np.int64)

    def of(self, name: str) -> np.ndarray:
        """Cents (R,) posted over a stream so far this week."""
        return self.flows[self.week, :, self.index[name]]

    def close(self) -> None:
        """Close the week: all accounts together must be zero, and rebuilt from the flows they must agree."""
        total = self.balances.sum(1)
        if (total != 0).any():
            raise BooksError(f"week {self.week}: accounts add up to {total.tolist()} cents, not to zero")
        self.week += 1


def rebuilt(ledger_streams: list[Stream], flows: np.ndarray) -> dict[str, np.ndarray]:
    """Balances (R,) of every account, made anew from flows (weeks, R, streams)."""
    totals = flows.sum(0)
    balances: dict[str, np.ndarray] = {}
    for i, stream in enumerate(ledger_streams):
        for account, sign in ((stream.payer, -1), (stream.payee, 1)):
            balances[account] = balances.get(account, 0) + sign * totals[:, i]
    return balances


def cents(euros: np.ndarray) -> np.ndarray:
    """Whole cents of amounts in euros, rounded half up, once."""
    return np.floor(np.asarray(euros) * 100 + 0.5).astype(np.int64)


def split(total: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """Whole cents (R,) split over shares (R, n) by largest remainder: the parts add up to the cent.

    Rows of ``shares`` need not add up to 1; a row of zeroes gives everything to the last part.
    """
    total, shares = np.asarray(total, np.int64), np.asarray(shares, float)
    heap = shares.sum(1, keepdims=True)
    weight = np.where(heap > 0, shares / np.where(heap > 0, heap, 1), 0)
    weight[:, -1] += np.where(heap[:, 0] > 0, 0, 1)
    exact = total[:, None] * weight
    parts = np.floor(exact).astype(np.int64)
    order = np.argsort(-(exact - parts), axis=1, kind="stable")
    left = total - parts.sum(1)
    rank = np.argsort(order, axis=1, kind="stable")
    return parts + (rank < left[:, None])
