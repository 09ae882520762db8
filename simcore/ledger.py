"""The books: whole cents, double entry, zero tolerance.

Each stream has one payer, one payee and one sticky note. A posting takes from the one account what it gives to
the other, in every replication at once; so all accounts together are always zero. That holds by construction
and proves little: closing a week also compares with counts made elsewhere (see week/reconcile.py).
"""

from collections.abc import Iterable

import numpy as np

from simcore.errors import Defect
from simcore.plugin.nouns import Stream

# Accounts of the enterprise: what it has, what is owed to it and by it, and what it gets in kind.
CASH, DEBTORS, INSTITUTIONS, VAT = "enterprise:cash", "enterprise:debtors", "enterprise:institutions", "enterprise:vat"
POT = "enterprise:pot"           # what is set apart for one thing is no result
WORK_IN_KIND, ROOMS_IN_KIND = "enterprise:work in kind", "enterprise:rooms in kind"


def is_own(account: str) -> bool:
    """Whether an account belongs to the enterprise, and is free to spend."""
    return account.startswith("enterprise:") and account != POT


def adds(stream: Stream) -> int:
    """What a cent over a stream adds to the own result: 1 for cash that comes in from others, -1 for what goes out to
    them; 0 for gifts in kind, for what moves within, and for capital.

    Sales count in the week they are made, and VAT goes out with them.
    """
    if stream.kind != "cash" or stream.capital:
        return 0
    return is_own(stream.payee) - is_own(stream.payer)


class BooksError(Defect):
    """A posting or a closing that cannot be: names the stream or account, the week and the replication."""


class Ledger:
    """Accounts and streams of one lane over R replications; ``flows`` (weeks, R, streams) int64 cents.

    ``balances`` (R, accounts) are those of the last week that was closed; ``balance`` counts the open week as well.
    """

    def __init__(self, streams: Iterable[Stream], weeks: int, replications: list[int]):
        self.streams = list(streams)
        self.replications = replications
        self.index = {}
        for i, stream in enumerate(self.streams):
            if stream.name in self.index:
                raise BooksError(f"two streams are called '{stream.name}'")
            self.index[stream.name] = i
        self.accounts = sorted({account for s in self.streams for account in (s.payer, s.payee)})
        self.place = {account: i for i, account in enumerate(self.accounts)}
        self.sides = np.zeros((len(self.streams), len(self.accounts)), np.int64)     # what a cent over a stream does
        for i, stream in enumerate(self.streams):
            self.sides[i, self.place[stream.payer]] -= 1
            self.sides[i, self.place[stream.payee]] += 1
        self.sides_of = np.ascontiguousarray(self.sides.T)                           # the same, account by account
        self.flows = np.zeros((weeks, len(replications), len(self.streams)), np.int64)
        self.balances = np.zeros((len(replications), len(self.accounts)), np.int64)
        self.week, self.shapes = 0, ((len(replications),), ())

    def line(self, name: str) -> int:
        """The place of a stream in the books."""
        if name not in self.index:
            raise BooksError(f"no stream is called '{name}'")
        return self.index[name]

    def lines(self, names: Iterable[str]) -> np.ndarray | slice:
        """The places of streams, each another, over which ``post_all`` posts at once; a slice where it can be."""
        names = list(names)
        if len(set(names)) < len(names):
            raise BooksError(f"a stream is named twice among {names}")
        at = np.array([self.line(name) for name in names], np.int64)
        step = at[1] - at[0] if at.size > 1 else 1
        if at.size and step > 0 and (np.diff(at) == step).all():
            return slice(int(at[0]), int(at[-1]) + 1, int(step))              # a view of the books needs no copy
        return at

    def post(self, name: str, cents: np.ndarray) -> None:
        """Post whole cents (R,), or as many everywhere, over one stream in the week that is open; none below zero."""
        i, cents = self.line(name), np.asarray(cents)
        self.check(slice(i, i + 1), cents, self.shapes)
        self.flows[self.week, :, i] += cents

    def post_all(self, lines: np.ndarray | slice, cents: np.ndarray) -> None:
        """Post whole cents (R, n) over the streams at these places, as ``post`` does one by one."""
        here = self.flows[self.week]
        so_far = here[:, lines]
        self.check(lines, cents, (so_far.shape,))
        here[:, lines] = so_far + cents

    def check(self, lines: np.ndarray | slice, cents: np.ndarray, shapes: tuple[tuple[int, ...], ...]) -> None:
        """BooksError for cents that cannot be posted over the streams at these places."""
        if cents.dtype.kind != "i":
            raise BooksError(f"{self.called(lines)} in week {self.week}: cents must be whole numbers, "
                             f"not {cents.dtype}")
        if cents.shape not in shapes:
            raise BooksError(f"{self.called(lines)} in week {self.week}: {cents.shape} is "
                             "not one amount per replication")
        if cents.size and cents.min() < 0:
            r, i = (*np.argwhere(cents < 0)[0], 0, 0)[:2]
            raise BooksError(f"{self.called(lines, i)} in week {self.week}, replication {self.replications[r]}: an "
                             "amount below zero; declare a stream the other way round")

    def called(self, lines: np.ndarray | slice, which: int | slice = slice(None)) -> str:
        """The streams at these places, or one of them, for a message."""
        names = np.array([one.name for one in self.streams])[lines][which]
        return "stream " + ", ".join(f"'{name}'" for name in np.atleast_1d(names))

    def balance(self, account: str) -> np.ndarray:
        """Cents (R,) in an account now."""
        at = self.place.get(account)
        if at is None:
            return np.zeros(len(self.replications), np.int64)
        if self.week == len(self.flows):                                            # all weeks are over
            return self.balances[:, at].copy()
        return self.balances[:, at] + self.flows[self.week] @ self.sides_of[at]

    def of(self, name: str) -> np.ndarray:
        """Cents (R,) posted over a stream so far this week."""
        return self.flows[self.week, :, self.index[name]]

    def close(self) -> None:
        """Close the week: all accounts together are zero."""
        self.balances += self.flows[self.week] @ self.sides
        total = self.balances.sum(1)
        if total.any():
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
