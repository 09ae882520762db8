"""Luck is a pure function of who asks for what and when, so that nothing else can move it.

Philox4x32-10 (Salmon and others 2011, "Parallel random numbers: as easy as 1, 2, 3"): a key names the
seed, the replication and the purpose; a counter names the week, the occasion and the drawing. Every lane
and every what-if that asks the same question gets the same answer, whatever else was asked before.
"""

import hashlib
import math

import numpy as np

from simcore.compiled import law, move

# Standard Gumbel numbers by quantile: no log whose last bit a CPU may round stands behind a choice. Half the bits of a
# float will do, and leave the processor's nearest memory to others.
GUMBEL = np.array([round(-math.log(-math.log((i + 0.5) / 4096)), 6) for i in range(4096)], np.float32)
# The last of those steps in sixteen: who seldom changes does so by a number from out there.
FAR = np.array([round(-math.log(-math.log(1 - (15.5 - i) / 65536)), 6) for i in range(16)], np.float32)

STEP = 2.0**-32                   # from words of 32 bits to numbers between 0 and 1
TWIN = 2**32                      # replication TWIN + 3 is a twin of 3: another course, with the same luck


def key(first: object, *words: object) -> np.uint64:
    """The key of one purpose, from any words: ``key(seed, replication, "need", "cleaning")``."""
    said = [str(one % TWIN if isinstance(one, int) else one) for one in words]
    text = "|".join([str(first), *said]).encode()
    return np.uint64(int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big"))


@law
def philox(key, week, n, drawing):
    """Four words of 32 bits for one key and counter (week, n, drawing >= 0)."""
    low, half = np.uint64(0xFFFFFFFF), np.uint64(32)
    j, k = np.uint64(key) & low, np.uint64(key) >> half
    a, b, c, d = np.uint64(week) & low, np.uint64(n) & low, np.uint64(drawing) & low, np.uint64(0)
    for _ in range(10):
        p, q = np.uint64(0xD2511F53) * a, np.uint64(0xCD9E8D57) * c
        a, b, c, d = (q >> half) ^ b ^ j, q & low, (p >> half) ^ d ^ k, p & low
        j, k = (j + np.uint64(0x9E3779B9)) & low, (k + np.uint64(0xBB67AE85)) & low
    return np.int64(a), np.int64(b), np.int64(c), np.int64(d)


@law
def part(word):
    """A uniform number inside (0, 1) from a word of 32 bits."""
    return (word + 0.5) * STEP


@move
def luck(key, week, n, drawing):
    """Four uniform numbers inside (0, 1), never 0 or 1, for one key and counter (week, n, drawing >= 0)."""
    a, b, c, d = philox(key, week, n, drawing)
    return part(a), part(b), part(c), part(d)


@move
def words(key, week, n, drawing):
    """Four whole numbers of 32 bits: the luck of one choice (see ``gumbel``)."""
    return philox(key, week, n, drawing)


@move
def fill_words(key, week, drawing, count, out, row):
    """Write the words of occasions 0..count-1 into rows ``row`` .. ``row + 3`` of ``out`` (8, room) int64.

    No occasion waits for another, so the compiler makes four or eight at a time: six times faster than one by one.
    """
    for n in range(count):
        a, b, c, d = philox(key, week, n, drawing)
        out[row, n], out[row + 1, n], out[row + 2, n], out[row + 3, n] = a, b, c, d


@move
def fill_words_of(some, count, key, week, drawing, out, row):
    """The same for occasions ``some[0]`` .. ``some[count - 1]``, whose words come in columns 0..count-1."""
    for i in range(count):
        a, b, c, d = philox(key, week, some[i], drawing)
        out[row, i], out[row + 1, i], out[row + 2, i], out[row + 3, i] = a, b, c, d


@law
def one_of(word, size):
    """One of ``size`` things, evenly, by a word of 32 bits."""
    return (word * size) >> 32


@move
def poisson(mean, u):
    """How many occasions come when ``mean`` (>= 0) are expected: the smallest number with P(N <= n) > u.

    The same u gives more when more are expected, never fewer; the sum starts seven standard deviations below: a
    word of 32 bits cannot tell the difference.
    """
    if mean <= 0.0:
        return 0
    n = max(0, int(mean - 7.0 * math.sqrt(mean) - 7.0))
    chance = math.exp(n * math.log(mean) - mean - math.lgamma(n + 1.0))
    below = chance
    while below <= u and chance > 0.0:
        n += 1
        chance = chance * (mean / n)
        below += chance
    return n


@move
def binomial(n, p, u):
    """How many of ``n`` happen, each with chance ``p``: the smallest number with P(N <= k) > u.

    The same u gives more when more may happen, never fewer. The sum starts far below, as that of ``poisson``.
    """
    if n <= 0 or p <= 0.0:
        return 0
    if p >= 1.0:
        return int(n)
    k = max(0, int(n * p - 7.0 * math.sqrt(n * p * (1.0 - p)) - 7.0))
    chance = math.exp(math.lgamma(n + 1.0) - math.lgamma(k + 1.0) - math.lgamma(n - k + 1.0)
                      + k * math.log(p) + (n - k) * math.log(1.0 - p))
    below = chance
    while below <= u and k < n:
        chance = chance * ((n - k) / (k + 1.0) * (p / (1.0 - p)))
        k += 1
        below += chance
    return k


@law
def gumbel(j, word):
    """Standard Gumbel number j (0..7) of the eight in four words, of which ``word`` is number j // 2."""
    bits = (word >> 16 if j % 2 else word) & 0xFFFF
    return float(GUMBEL[bits >> 4] if bits < 0xFFF0 else FAR[bits & 15])


@move
def fill_uniforms(key, week, out):
    """Fill ``out`` (n, 4) with the uniforms of occasions 0..n-1: the luck of a whole column at once."""
    for n in range(out.shape[0]):
        out[n, 0], out[n, 1], out[n, 2], out[n, 3] = luck(key, week, n, 0)


@move
def fill_each(keys, week, n, out):
    """Fill ``out`` (R,) with the first uniform of occasion ``n`` under each of the keys (R,)."""
    for r in range(keys.size):
        out[r] = luck(keys[r], week, n, 0)[0]


def uniforms(key: np.uint64, n: int, week: int = 0) -> np.ndarray:
    """(n, 4) uniform numbers, four for each of n slots."""
    out = np.empty((n, 4))
    fill_uniforms(key, week, out)
    return out


def normal_quantile(u: np.ndarray) -> np.ndarray:
    """Standard normal numbers for uniforms u: Acklam's rational approximation (2003), error below 1.2e-9."""
    a = (-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
         2.506628277459239)
    b = (-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572)
    c = (-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
         2.938163982698783)
    d = (0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416)

    def tail(p):
        q = np.sqrt(-2 * np.log(p))
        return ((((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5])
                / ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1))

    def middle(p):
        q = p - 0.5
        r = q * q
        return ((((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q
                / (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1))

    u = np.asarray(u, float)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(u < 0.02425, tail(u), np.where(u > 1 - 0.02425, -tail(1 - u), middle(u)))
