"""Luck is Philox4x32-10, the same whoever asks, with quantiles and keys that every machine agrees on."""

import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simcore.luck import (FAR, GUMBEL, fill_words, fill_words_of, gumbel, key, luck, normal_quantile, one_of, part,
                          poisson, uniforms, words)

WORD = st.integers(0, 2**32 - 1)


def by_hand(counter, word_key):
    """Philox4x32-10 in whole numbers of any size, written down from its paper."""
    a, b, c, d = counter
    k0, k1 = word_key
    for _ in range(10):
        p, q = 0xD2511F53 * a, 0xCD9E8D57 * c
        a, b, c, d = (q >> 32) ^ b ^ k0, q % 2**32, (p >> 32) ^ d ^ k1, p % 2**32
        k0, k1 = (k0 + 0x9E3779B9) % 2**32, (k1 + 0xBB67AE85) % 2**32
    return a, b, c, d


def test_philox_gives_the_published_words():
    """Known answers of Random123 (kat_vectors): counter and key of zeroes, and of ones."""
    zeroes = (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)
    assert by_hand((0, 0, 0, 0), (0, 0)) == zeroes
    assert by_hand((2**32 - 1,) * 4, (2**32 - 1,) * 2) == (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)
    assert luck(np.uint64(0), 0, 0, 0) == tuple((word + 0.5) / 2**32 for word in zeroes)


@given(st.integers(0, 2**64 - 1), WORD, WORD, WORD)
def test_luck_is_philox_of_key_and_counter(k, week, n, drawing):
    four = by_hand((week, n, drawing, 0), (k % 2**32, k >> 32))
    assert words(np.uint64(k), week, n, drawing) == four
    assert luck(np.uint64(k), week, n, drawing) == tuple((word + 0.5) / 2**32 for word in four)


@given(st.integers(0, 2**64 - 1), WORD, WORD)
def test_luck_lies_inside_zero_and_one_and_never_on_them(k, week, n):
    assert all(0 < u < 1 for u in luck(np.uint64(k), week, n, 0))


@given(st.integers(0, 2**64 - 1), st.integers(0, 600), st.integers(0, 5000))
def test_luck_is_the_same_however_often_and_whatever_else_is_asked(k, week, n):
    first = luck(np.uint64(k), week, n, 3)
    luck(np.uint64(k), week + 1, n, 3)
    assert luck(np.uint64(k), week, n, 3) == first
    others = {luck(np.uint64(k), week + 1, n, 3), luck(np.uint64(k), week, n + 1, 3), luck(np.uint64(k), week, n, 4)}
    assert first not in others and len(others) == 3


def test_uniform_numbers_have_the_moments_of_theirs_and_no_bond_between_neighbours():
    n = 50_000
    u = uniforms(key("moments"), n)
    assert (np.abs(u.mean(0) - 1 / 2) <= 4 * (1 / 12 / n) ** 0.5).all()
    assert (np.abs(u.var(0) - 1 / 12) <= 4 * (1 / 180 / n) ** 0.5).all()
    together = np.corrcoef(np.hstack((u[:-1], u[1:])).T) - np.eye(8)
    assert (np.abs(together) <= 4.5 / n**0.5).all()
    counts = np.bincount((u[:, 0] * 100).astype(int), minlength=100)
    assert ((counts - n / 100) ** 2 / (n / 100)).sum() < 99 + 4 * (2 * 99) ** 0.5


def test_a_column_of_luck_is_that_of_its_slots():
    k = key(1, 0, "need", "cleaning")
    column = uniforms(k, 20, week=7)
    assert [tuple(row) for row in column] == [luck(k, 7, n, 0) for n in range(20)]


def test_a_key_is_that_of_its_words_in_their_order():
    assert key(1, 0, "need") == key("1", "0", "need")
    assert (len({int(key(*words)) for words in [(1, 0, "need"), (0, 1, "need"), (1, 0), (10, "need"), (1, 0, "needs")]})
            == 5)
    assert key(1, 0, "need", "cleaning").dtype == np.uint64
    assert key(1, 0, "need", "cleaning") == np.uint64(0xACE16632043DAB0D)


def test_gumbel_numbers_are_quantiles_in_order_with_the_moments_of_gumbel():
    assert GUMBEL.size == 4096 and (np.diff(GUMBEL) > 0).all()
    assert GUMBEL.mean() == pytest.approx(np.euler_gamma, abs=2e-3)
    assert GUMBEL.var() == pytest.approx(math.pi**2 / 6, abs=2e-2)


def test_a_gumbel_number_is_the_quantile_in_the_middle_of_its_step():
    assert GUMBEL == pytest.approx([-math.log(-math.log((i + 0.5) / 4096)) for i in range(4096)], abs=6e-7)


def test_the_last_step_of_gumbel_is_told_in_sixteen():
    """Who seldom changes does so by a number from out there, whose mean is ln 4096 + 1."""
    assert FAR.tolist() == [np.float32(round(-math.log(-math.log(1 - (15.5 - i) / 65536)), 6)) for i in range(16)]
    assert FAR[0] > GUMBEL[4094] and FAR.mean() == pytest.approx(math.log(4096) + 1, abs=0.05)


@given(WORD, WORD, WORD, WORD)
def test_eight_gumbel_numbers_share_no_bit_of_their_four_words(a, b, c, d):
    """Each way has its own draw: another word, or the other half of one."""
    halves = [half for word in (a, b, c, d) for half in (word % 65536, word >> 16)]
    expected = [GUMBEL[half >> 4] if half < 65520 else FAR[half - 65520] for half in halves]
    assert [gumbel(j, (a, b, c, d)[j // 2]) for j in range(8)] == expected


def test_eight_gumbel_numbers_of_one_counter_are_unrelated():
    n = 20_000
    draws = np.array([[gumbel(j, words(key("eighths"), 0, i, 0)[j // 2]) for j in range(8)] for i in range(n)])
    assert (np.abs(draws.mean(0) - np.euler_gamma) <= 4 * (math.pi**2 / 6 / n) ** 0.5).all()
    assert (np.abs(np.corrcoef(draws.T) - np.eye(8)) <= 4.5 / n**0.5).all()


def test_a_row_of_words_is_that_of_its_occasions():
    out = np.zeros((8, 30), np.int64)
    fill_words(key("row"), 5, 3, 20, out, 4)
    assert [tuple(out[4:, n]) for n in range(20)] == [words(key("row"), 5, n, 3) for n in range(20)]
    assert (out[:4] == 0).all() and (out[:, 20:] == 0).all()
    some = np.array([17, 3, 11])
    fill_words_of(some, 2, key("row"), 5, 3, out, 0)
    assert [tuple(out[:4, i]) for i in range(2)] == [words(key("row"), 5, n, 3) for n in (17, 3)]
    assert (out[:4, 2:] == 0).all()


@given(WORD, st.integers(1, 10_000))
def test_a_word_picks_one_of_any_number_and_lies_between_zero_and_one(word, size):
    assert 0 <= one_of(word, size) < size and 0 < part(word) < 1
    assert one_of(0, size) == 0 and one_of(2**32 - 1, size) == size - 1


@given(st.floats(0, 800), st.floats(1e-9, 1 - 1e-9))
def test_a_poisson_number_is_the_quantile_of_its_distribution(mean, u):
    """Summed by hand with exact factorials, in logarithms."""
    n = poisson(mean, u)
    if mean == 0:
        assert n == 0
        return
    chance = [math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(n + 1)]
    assert sum(chance) > u - 1e-9 and sum(chance[:-1]) <= u + 1e-9


@given(st.floats(0, 800), st.floats(0, 100), st.floats(1e-9, 1 - 1e-9))
def test_when_more_are_expected_never_fewer_come(mean, more, u):
    assert poisson(mean + more, u) >= poisson(mean, u)


def test_normal_quantiles_are_those_of_the_normal_distribution():
    """Acklam's error is below 1.2e-9, relatively."""
    u = np.concatenate((np.linspace(0.0005, 0.9995, 1999), [1e-8, 1 - 1e-8, 0.02425, 0.97575]))
    exact = np.array([NormalDist().inv_cdf(x) for x in u])
    assert (np.abs(normal_quantile(u) - exact) <= 1.3e-9 * np.maximum(1, np.abs(exact))).all()
    assert (np.diff(normal_quantile(np.linspace(0.001, 0.999, 999))) > 0).all()
