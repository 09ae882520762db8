"""Plugins at work: asked by name, in the order of their names, and kept apart, with an enterprise and without."""

from datetime import date

import numpy as np

from simcore.plugin import Account, Column, Effect, Note, Number, Payment, Stream, Update, hookimpl, plugin
from simcore.plugin.active import Active
from simcore.plugin.week import week_seen

from .hostile import R, effect, hostile


@plugin
class Counter:
    """Counts weeks in a column of its own, and pays a cent in each."""
    payer: str = "residents"

    @hookimpl
    def brings(self, spec, numbers):
        yield Column(name="weeks", start=1.0)
        if self.payer == "residents":
            yield Account(name="club")
        yield Stream(name=f"fee of {self.payer}", payer=self.payer, payee="club", item="cs-pgb")

    @hookimpl
    def settle(self, week):
        yield Update(column="weeks", values=week.columns["weeks"] + 1)
        yield Payment(stream=f"fee of {self.payer}", cents=np.ones(week.alive.size, np.int64))
        if week.number == 2:
            yield Note(where=np.array([True, False, False]), dutch="twee", english="two", item="cs-pgb")


def test_a_plugin_keeps_its_own_state_pays_over_its_own_stream_and_tells_the_diary(lane):
    one = lane([("again", Counter()), ("counter", Counter(payer="companies"))])
    for _ in range(4):
        one.step()
    assert one.active.columns["counter"]["weeks"].tolist() == [5.0] * 3
    assert one.active.columns["again"]["weeks"] is not one.active.columns["counter"]["weeks"]
    assert one.ledger.balance("club").tolist() == [8] * 3
    assert [(week, kind, where.tolist()) for week, kind, _, where in one.events if kind == "note"] == \
        [(2, "note", [True, False, False])] * 2


def answers(active, hook, *args, **said):
    """What every plugin answers, in the order of names."""
    return [pair for name, _ in active.plugins for pair in active.ask_one(name, hook, *args, **said)]


def test_plugins_are_asked_in_the_order_of_their_names():
    @plugin
    class One:
        """Pushes."""
        amount: Number = 1

        @hookimpl
        def plan(self, week):
            yield Effect(target="x", add=self.amount, because="order")

    active = Active([("b", One(amount=2)), ("c", One(amount=3)), ("a", One(amount=1))])
    seen = week_seen(0, date(2013, 1, 7), np.ones(1, bool), {}, {}, None)
    assert [(name, noun.add) for name, noun in answers(active, "plan", 0, week=seen)] == [("a", 1), ("b", 2), ("c", 3)]
    assert [(name, noun.add) for name, noun in active.ask_one("b", "plan", 0, week=seen)] == [("b", 2)]


def test_an_enterprise_that_is_no_more_pays_nothing_and_gets_nothing(lane):
    @plugin
    class Deaf:
        """Pays every week, whether there is an enterprise or not."""

        @hookimpl
        def brings(self, spec, numbers):
            yield Stream(name="gift", payer="municipality:wmo", payee="enterprise:cash", item="kp-municipality")
            yield Stream(name="bill", payer="enterprise:cash", payee="suppliers", item="costs", bill=True)
            yield Stream(name="refund", payer="municipality:wmo", payee="residents", item="neighbourhood.wmo")

        @hookimpl
        def settle(self, week):
            for name in ("gift", "bill", "refund"):
                yield Payment(stream=name, cents=7)

    one = lane([("deaf", Deaf())])
    one.world.columns.enterprises.alive[1, 0] = False
    one.settle_plugins()
    paid = {name: one.ledger.of(name).tolist() for name in ("gift", "bill", "refund")}
    assert paid == {"gift": [7, 0, 7], "bill": [7, 0, 7], "refund": [7, 7, 7]}


def test_a_column_does_not_change_when_the_plugin_later_changes_the_array_it_gave(lane):
    given = np.zeros(R)
    one = lane([("sour", hostile("settle", Update(column="weeks", values=given)))])
    one.step()
    given[:] = 99
    assert one.active.columns["sour"]["weeks"].tolist() == [0.0] * R


# --- with and without enterprise ----------------------------------------------------------------------------------


def test_without_an_enterprise_what_only_an_enterprise_has_is_left_out(lane):
    @plugin
    class Grant:
        """Moves a price, and pays the enterprise and residents."""

        @hookimpl
        def brings(self, spec, numbers):
            yield Stream(name="gift", payer="municipality:wmo", payee="enterprise:cash", item="kp-municipality")
            yield Stream(name="refund", payer="municipality:wmo", payee="residents", item="neighbourhood.wmo")

        @hookimpl
        def plan(self, week):
            yield effect(target="price.vp-cleaning", scale=0.5)
            yield effect(target="need.windows", scale=2.0)

        @hookimpl
        def settle(self, week):
            yield Payment(stream="gift", cents=500)
            yield Payment(stream="refund", cents=7)

    with_it, without = lane([("grant", Grant())]), lane([("grant", Grant())], enterprise=False)
    for one in (with_it, without):
        one.step()
    paid = lambda one, name: one.ledger.flows[0, :, one.ledger.index[name]].tolist()  # noqa: E731
    assert paid(with_it, "gift") == [500] * R and "gift" not in without.ledger.index
    assert paid(with_it, "refund") == paid(without, "refund") == [7] * R
    assert without.terms["need.windows"].tolist() == [2.0] * R and "price.vp-cleaning" not in without.terms


def test_without_an_enterprise_what_only_it_pays_into_a_purse_is_not_paid_out_either(lane):
    @plugin
    class Saves:
        """Lays money of the enterprise aside, and pays it to residents out of a second purse;
        the municipality fills a third."""

        @hookimpl
        def brings(self, spec, numbers):
            for name in ("pot", "second", "third"):
                yield Account(name=name, purse=True)
            for name, payer, payee in (("save", "enterprise:cash", "pot"), ("on", "pot", "second"),
                                       ("out", "second", "residents"),
                                       ("fill", "municipality:wmo", "third"), ("aid", "third", "residents")):
                yield Stream(name=name, payer=payer, payee=payee, item="plugins.saves")

        @hookimpl
        def settle(self, week):
            return [Payment(stream=name, cents=5) for name in ("save", "on", "out", "fill", "aid")]

    for enterprise, paid in ((True, ["aid", "fill", "on", "out", "save"]), (False, ["aid", "fill"])):
        one = lane([("saves", Saves())], enterprise=enterprise)
        one.step()
        assert sorted({"save", "on", "out", "fill", "aid"} & one.ledger.index.keys()) == paid
        assert all(one.ledger.flows[0, :, one.ledger.index[name]].tolist() == [5] * R for name in paid)


def test_a_plugin_may_pay_to_an_account_of_another_whatever_their_names(lane):
    @plugin
    class Club:
        """Is there to be paid."""

        @hookimpl
        def brings(self, spec, numbers):
            yield Account(name="club")

    for name in ("a", "z"):
        one = lane([("m", Club()), (name, Counter(payer="companies"))])
        one.step()
        assert one.ledger.balance("club").tolist() == [1] * R


def test_an_idle_plugin_changes_no_result(lane):
    @plugin
    class Idle:
        """Does nothing."""

    one, other = lane([]), lane([("idle", Idle())])
    for _ in range(20):
        one.step()
        other.step()
    assert [one.series.digest(r) for r in range(3)] == [other.series.digest(r) for r in range(3)]
