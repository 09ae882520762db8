"""The books: whole cents, double entry, and the same balances however they are counted."""

from copy import deepcopy

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from simcore.ledger import BooksError, Ledger, cents, rebuilt
from simcore.plugin.nouns import Stream

STREAMS = [Stream(name="sale", payer="residents", payee="enterprise:cash", item="rs"),
           Stream(name="wage", payer="enterprise:cash", payee="staff", item="kr"),
           Stream(name="tax", payer="enterprise:cash", payee="treasury", item="rs"),
           Stream(name="gift", payer="treasury", payee="enterprise:cash", item="kp", tier="A")]
R, WEEKS = 3, 12
AMOUNT = st.integers(0, 10**12)


def ledger():
    return Ledger(STREAMS, WEEKS, [4, 5, 9])


class Books(RuleBasedStateMachine):
    """Posts and closings in any order, beside plain dictionaries of what each account should hold."""

    @initialize()
    def open(self):
        self.books, self.holds = ledger(), [dict.fromkeys(("residents", "enterprise:cash", "staff", "treasury"), 0)
                                            for _ in range(R)]
        self.posted = {}

    @rule(stream=st.sampled_from(STREAMS), amounts=st.lists(AMOUNT, min_size=R, max_size=R))
    def post(self, stream, amounts):
        if self.books.week == WEEKS:
            return
        self.books.post(stream.name, np.array(amounts, np.int64))
        for holds, amount in zip(self.holds, amounts):
            holds[stream.payer] -= amount
            holds[stream.payee] += amount
        week = self.posted.setdefault((self.books.week, stream.name), [0] * R)
        self.posted[self.books.week, stream.name] = [a + b for a, b in zip(week, amounts)]

    @rule(stream=st.sampled_from(STREAMS), amount=AMOUNT)
    def post_the_same_everywhere(self, stream, amount):
        if self.books.week < WEEKS:
            self.books.post(stream.name, np.int64(amount))
            for holds in self.holds:
                holds[stream.payer] -= amount
                holds[stream.payee] += amount
            week = self.posted.setdefault((self.books.week, stream.name), [0] * R)
            self.posted[self.books.week, stream.name] = [a + amount for a in week]

    @rule(amount=st.one_of(st.integers(-10**9, -1), st.floats(0, 100)), before=st.booleans(), after=st.booleans())
    def refuse(self, amount, before, after):
        """At the latest when the week closes, also when another posting over the same stream would hide it."""
        if self.books.week < WEEKS:
            books, much = deepcopy(self.books), np.int64(10**12)
            with pytest.raises(BooksError, match="stream 'sale' in week"):
                if before:
                    books.post("sale", much)
                books.post("sale", np.array([1, amount, 2]))
                if after:
                    books.post("sale", much)
                books.close()

    @rule()
    def close(self):
        if self.books.week < WEEKS:
            self.books.close()

    @invariant()
    def holds_what_was_posted(self):
        for r, holds in enumerate(self.holds):
            assert {a: int(self.books.balance(a)[r]) for a in holds} == holds
        assert (self.books.balances.sum(1) == 0).all()
        again = rebuilt(self.books.streams, self.books.flows)
        assert all(np.array_equal(again[a], self.books.balance(a)) for a in self.books.accounts)
        for (week, name), amounts in self.posted.items():
            assert self.books.flows[week, :, self.books.index[name]].tolist() == amounts


TestBooks = Books.TestCase
TestBooks.settings = settings(max_examples=12, stateful_step_count=30, deadline=None)


@pytest.mark.parametrize(("name", "amounts", "words"), [
    ("sale", np.array([1.0, 2.0, 3.0]), "stream 'sale' in week 0: cents must be whole numbers, not float64"),
    ("wage", np.array([5, -1, 0]), "stream 'wage' in week 0, replication 5: an amount below zero"),
    ("fee", np.array([1, 1, 1]), "no stream is called 'fee'"),
    ("tax", np.array([1, 1]), r"stream 'tax' in week 0: \(2,\) is not one amount per replication"),
    ("tax", np.array([True, False, True]), "stream 'tax' in week 0: cents must be whole numbers, not bool")])
def test_a_posting_that_cannot_be_is_refused_by_the_name_of_its_stream_before_its_week_closes(name, amounts, words):
    books = ledger()
    books.post("gift", np.array([1, 2, 3]))
    with pytest.raises(BooksError, match=words):
        books.post(name, amounts)
        books.close()
    assert books.week == 0 and not books.balances.any()


def test_two_streams_of_one_name_are_refused():
    with pytest.raises(BooksError, match="two streams are called 'sale'"):
        Ledger([STREAMS[0], STREAMS[0]], WEEKS, [0])


def test_a_week_whose_accounts_do_not_add_up_to_zero_does_not_close():
    books = ledger()
    books.balances[1, 0] += 1
    with pytest.raises(BooksError, match="week 0: accounts add up to"):
        books.close()


def test_an_account_that_nobody_has_is_empty():
    assert ledger().balance("nobody").tolist() == [0, 0, 0]


@given(st.lists(st.floats(-1e7, 1e7), min_size=1, max_size=20))
def test_euros_become_whole_cents_at_most_half_a_cent_away(euros):
    found = cents(np.array(euros))
    assert found.dtype == np.int64
    assert (np.abs(found - 100 * np.array(euros)) <= 0.5 + 1e-6).all()


def test_half_a_cent_is_rounded_up():
    assert cents(np.array([0.125, 0.375, -0.125])).tolist() == [13, 38, -12]
