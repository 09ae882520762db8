"""Splits whole cents over who bear them or get them: the parts add up to the cent, by largest remainder."""

import math

import numpy as np

from simcore.compiled import short


def split(total: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """Whole cents (R,) split over shares (R, n).

    Rows of ``shares`` need not add up to 1; a row of zeroes gives everything to the last part.
    """
    return split_by(np.asarray(total, np.int64), weights(np.asarray(shares, float)))


def weights(shares: np.ndarray) -> np.ndarray:
    """Shares (R, n) as parts of 1; in a row of zeroes the last is all of it."""
    heap = shares.sum(1, keepdims=True)
    weight = np.where(heap > 0, shares / np.where(heap > 0, heap, 1), 0)
    weight[:, -1] += np.where(heap[:, 0] > 0, 0, 1)
    return weight


@short
def split_by(total, weight):
    """Whole cents (R,) split by ``weights`` (R, n): of equal remainders the first gets a cent."""
    parts, rest = np.zeros(weight.shape, np.int64), np.zeros(weight.shape[1])
    for r in range(weight.shape[0]):
        left = total[r]
        for i in range(weight.shape[1]):
            exact = total[r] * weight[r, i]
            parts[r, i] = np.int64(math.floor(exact))
            rest[i] = exact - parts[r, i]
            left -= parts[r, i]
        for _ in range(min(left, rest.size)):
            largest = np.argmax(rest)
            parts[r, largest] += 1
            rest[largest] = -1.0
    return parts
