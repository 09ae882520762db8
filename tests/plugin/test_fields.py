"""Numbers of a plugin come in as numbers of our own, whatever they were."""

import numpy as np
import pytest

from simcore.plugin import Account, Payment, hookimpl, plugin
from simcore.plugin.answers import PluginError

from .hostile import R, effect, hostile, stream


@pytest.mark.parametrize("cents", [[100] * R, tuple([100] * R), np.full(R, 100, np.int8), np.full(R, 100, np.uint64),
                                   np.int16(100), np.array(100, np.int8)])
def test_cents_come_in_as_wide_as_the_books_whatever_they_were(lane, cents):
    @plugin
    class Till:
        """Pays thrice what is given, and all of it out again."""

        @hookimpl
        def brings(self, spec, numbers):
            yield Account(name="till", purse=True)
            yield stream(name="in", payee="till")
            yield stream(name="out", payer="till")

        @hookimpl
        def settle(self, week):
            return [Payment(stream=name, cents=cents) for name in ("in", "out") for _ in range(3)]

    one = lane([("sour", Till())])
    one.step()
    assert one.ledger.flows[0, :, one.ledger.index["out"]].tolist() == [300] * R


@pytest.mark.parametrize("values",
                         [[2] * R, np.full(R, 2, np.int8), np.full(R, 2, np.float16), np.float32(2), np.array(2)])
def test_an_effect_comes_in_as_wide_as_a_term_whatever_it_was(lane, values):
    one = lane([("sour", hostile("plan", effect(scale=values)))])
    one.step()
    assert one.terms["need.windows"].tolist() == [2.0] * R and one.terms["need.windows"].dtype == float


def test_what_passes_for_an_array_once_is_asked_only_once(lane):
    class Lazy:
        """Is an array for who asks, and no more than that."""
        __array_ufunc__ = None

        def __array__(self, *_, **__):
            return np.full(R, 2.0)

        def __rmul__(self, other):
            raise RuntimeError("not me")

    one = lane([("sour", hostile("plan", effect(scale=Lazy())))])
    one.step()
    assert one.terms["need.windows"].tolist() == [2.0] * R


def test_narrow_cents_out_of_an_empty_purse_do_not_pass_for_none(lane):
    nouns = (Account(name="till", purse=True), stream(name="out", payer="till"))

    @plugin
    class Sour:
        """Pays twice 100 cents, which in 8 bits are -56 together."""

        @hookimpl
        def brings(self, spec, numbers):
            return nouns

        @hookimpl
        def settle(self, week):
            return [Payment(stream="out", cents=np.full(R, 100, np.int8))] * 2

    with pytest.raises(PluginError, match="takes 200 cents out of till, which holds 0"):
        lane([("sour", Sour())]).step()
