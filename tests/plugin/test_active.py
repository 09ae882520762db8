"""Plugins at work: asked by name, kept apart, and a fault is told with plugin, hook, week and line."""

from datetime import date

import numpy as np
import pytest

from simcore.plugin import (Account, Column, Cover, Effect, Flag, Note, Number, Payment, Shock, Stream, Update,
                            hookimpl, plugin)
from simcore.plugin.active import Active
from simcore.plugin.week import week_seen
from simcore.plugin.answers import PluginError


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


def broken(hook, does):
    """A plugin whose hook does something wrong."""
    space = {}
    given = "spec, numbers" if hook == "brings" else "week"
    exec(f"def {hook}(self, {given}):\n    return does()", {"does": does}, space)
    return plugin(type("Broken", (), {"__doc__": "Broken.", "__module__": __name__, "__annotations__": {},
                                      hook: hookimpl(space[hook])}))()


R = 3
CENTS = np.ones(R, np.int64)


def hostile(hook, *nouns):
    """A plugin that brings a column and a stream in order, and then answers ``nouns`` to one hook."""
    @plugin
    class Sour:
        """Sour."""

        @hookimpl
        def brings(self, spec, numbers):
            yield Column(name="weeks")
            yield Stream(name="fee", payer="residents", payee="treasury", item="plugins.sour")
            yield from nouns if hook == "brings" else ()

        @hookimpl
        def plan(self, week):
            return nouns if hook == "plan" else None

        @hookimpl
        def settle(self, week):
            return nouns if hook == "settle" else None

    return Sour()


def note(**but):
    return Note(**{"where": True, "dutch": "a", "english": "b", "item": "plugins.sour"} | but)


def stream(**but):
    return Stream(**{"name": "other", "payer": "residents", "payee": "treasury", "item": "plugins.sour"} | but)


def cover(**but):
    return Cover(**{"name": "pgb", "who": "pgb", "services": ("vp-cleaning",), "rate": 1.0, "payer": "municipality:wmo",
                    "item": "rs-pgb"} | but)


def effect(**but):
    return Effect(**{"target": "need.windows", "because": "a test"} | but)


WRONG = [
    ("plan", effect(scale="2"), "Effect.scale of 'need.windows' is '2'; write one number"),
    ("plan", effect(scale=np.nan), "Effect.scale of 'need.windows' is nan; write finite numbers"),
    ("plan", effect(add=[1, np.inf, 1]), "Effect.add of 'need.windows' is inf"),
    ("plan", effect(set=[1, 2]), r"Effect.set of 'need.windows' has shape \(2,\); write one number, or one .*\(3\)"),
    ("plan", effect(cap=[[1], [2, 3]]), r"Effect.cap of 'need.windows' is \[\[1\], \[2, 3\]\], which is no array"),
    ("plan", effect(scale=-1), "'need.windows' became -1.0; keep it between 0 and 3"),
    ("plan", effect(scale=1e300, add=1e300), "'need.windows' became 2e.300; keep it between 0 and 3"),
    ("plan", effect(target="price.vp-cleaning", set=1e18), "became 1e.18; keep it between 0 and 1e.06"),
    ("plan", effect(target="price.vp-cleening"), "no term 'price.vp-cleening'; did you mean 'price.vp-cleaning'"),
    ("plan", effect(target=3), "Effect.target is 3; write the name of one term"),
    ("plan", effect(because=None), "Effect.because is None; write a text"),
    ("plan", "many", "answered with str; it may answer with Effect"),
    ("settle", effect(), "answered with Effect; it may answer with Payment, Update, Note"),
    ("settle", Payment(stream="fee", cents=np.ones(R)), r"Payment.cents is array.*; write whole cents: np.round"),
    ("settle", Payment(stream="fee", cents=-CENTS), "Payment.cents is -1; write 0 or more"),
    ("settle", Payment(stream="fee", cents="12"), "Payment.cents is '12'; write one number"),
    ("settle", Payment(stream="fee", cents=10**30), "Payment.cents is 1000.*; write at most 1e.13"),
    ("settle", Payment(stream="fee", cents=10**18), "Payment.cents is 1000000000000000000; write at most"),
    ("settle", Payment(stream="fee", cents=CENTS[:2]), r"Payment.cents has shape \(2,\)"),
    ("settle", Payment(stream="nobody", cents=CENTS), "no stream 'nobody'; known: fee; a plugin pays over streams it"),
    ("settle", Payment(stream="sale.vp-cleaning", cents=CENTS), "no stream 'sale.vp-cleaning'"),
    ("settle", Update(column="days", values=CENTS), "no column 'days'; known: weeks"),
    ("settle", Update(column="weeks", values=CENTS[:2]), r"Update.values of 'weeks' has shape \(2,\)"),
    ("settle", Update(column="weeks", values=[1, np.nan, 1]), "Update.values of 'weeks' is nan; write finite numbers"),
    ("settle", Update(column="weeks", values=1.0), r"has shape \(\); write one number per course \(3\)"),
    ("settle", note(where=np.ones(R)), "Note.where is array.*; write True, or one True or False per course"),
    ("settle", note(where=[True]), r"Note.where is \[True\]"),
    ("settle", [Payment(stream="fee", cents=10**13), Payment(stream="fee", cents=CENTS)],
     r"pays 10000000000001 cents in one week; pay at most 1e\+13"),
    ("plan", effect(), "Effect of 'need.windows' moves nothing; give it scale=, add="),
    ("plan", [effect(set=1), effect(set=1)], "sets 'need.windows' twice; let one of them scale or add"),
    ("settle", [Update(column="weeks", values=CENTS)] * 2, "Update.column is 'weeks' a second time; update a column once a week"),
    ("plan", effect(scale=np.ma.array([1.0, 2, 3], mask=[0, 1, 0])), "part of which is masked"),
    ("settle", note(dutch=7), "Note.dutch is 7; write a text"),
    ("settle", note(english="a\nb"), "Note.english is .*; write one line"),
    ("settle", note(item="vp-cleening"), "Note.item: no item 'vp-cleening'; did you mean 'vp-cleaning'.*plugins.sour"),
    ("brings", stream(payer="moon"), "Stream.payer: no account 'moon'; .*; a new one is brought as an Account"),
    ("brings", stream(payee="residentss"), "no account 'residentss'; did you mean 'residents'"),
    ("brings", stream(payee="residents"), "Stream.payer and Stream.payee are both 'residents'"),
    ("brings", stream(item="rs-moon"), "Stream.item: no item 'rs-moon'"),
    ("brings", stream(tier="E"), "Stream.tier: no tier 'E'; known: A, B, C, D"),
    ("brings", stream(bill="no"), "Stream.bill is 'no'; write True or False"),
    ("brings", stream(capital=1), "Stream.capital is 1; write True or False"),
    ("brings", stream(capital=True, kind="kind"), "Stream.capital is True and Stream.kind is 'kind'; capital is cash"),
    ("brings", Account(name="x", purse="yes"), "Account.purse is 'yes'; write True or False"),
    ("brings", stream(name="fee"), "a stream 'fee' is brought a second time, the first by sour"),
    ("brings", stream(name="cost.moon"), "streams of our own begin so; write 'sour.cost.moon'"),
    ("brings", stream(name=None), "Stream.name is None; write a text"),
    ("brings", cover(services="vp-cleaning"), "Cover.services is 'vp-cleaning'; write ids between brackets"),
    ("brings", cover(services=("vp-cleening",)), "no service 'vp-cleening'; did you mean 'vp-cleaning'"),
    ("brings", cover(rate=-1), "Cover.rate is -1; write 0 or more"),
    ("brings", cover(budget="much"), "Cover.budget is 'much'; write one number"),
    ("brings", cover(payer="moon"), "Cover.payer: no account 'moon'"),
    ("brings", cover(who="all"), "Cover.who: no group 'all'; known: pgb, wmo, everyone"),
    ("brings", Column(name="weeks"), "Column.name is 'weeks' a second time"),
    ("brings", Column(name="x", start=[1, 2]), r"Column.start has shape \(2,\); write one number"),
    ("brings", Account(name="residents"), "'residents', which is there already; leave the Account out"),
    ("brings", Account(name="enterprise:pot"), "an account of the enterprise is not brought"),
    ("brings", Shock(name="x", start="2015", english="a", dutch="b"), "Shock.start is '2015'; write a date"),
    ("brings", effect(), "answered with Effect; it may answer with Account, Stream, Cover, Order, Column, Measure, Shock")]


@pytest.mark.parametrize(("hook", "noun", "words"), WRONG)
def test_an_answer_that_cannot_be_is_told_with_plugin_hook_week_noun_and_field(lane, hook, noun, words):
    when = "" if hook == "brings" else " in week 0"
    with pytest.raises(PluginError, match=rf"^sour.{hook}{when}: .*{words}.*\(test_active.py:\d+\)$"):
        lane([("sour", hostile(hook, *noun if isinstance(noun, list) else [noun]))]).step()


def test_two_covers_of_one_service_are_refused(lane):
    with pytest.raises(PluginError, match="a stream 'sour.vp-cleaning' is brought a second time"):
        lane([("sour", hostile("brings", cover(), cover()))])


@pytest.mark.parametrize(("does", "words"), [
    (lambda: 1 / 0, r"failed \(test_active.py:\d+\): ZeroDivisionError: division by zero"),
    (lambda: {}["no"], "failed .*: KeyError: 'no'"), (lambda: exit(0), "failed .*: SystemExit"),
    (lambda: effect(), "answered with one Effect by itself; write yield, or return a list"),
    (lambda: 7, "answered with 7; write yield, or return a list"),
    (lambda: iter(lambda: effect(scale=1), None), "answers with more than 10000 nouns; does its loop end")])
def test_a_plugin_that_fails_is_named_with_hook_week_and_line(lane, does, words):
    with pytest.raises(PluginError, match=f"^sour.plan in week 0: {words}"):
        lane([("sour", broken("plan", does))]).step()


@pytest.mark.parametrize(("hook", "when"), [("brings", ""), ("plan", " in week 0"), ("settle", " in week 0")])
def test_every_hook_that_raises_is_named(lane, hook, when):
    with pytest.raises(PluginError, match=rf"^sour.{hook}{when}: failed \(test_active.py:\d+\): ZeroDivisionError"):
        lane([("sour", broken(hook, lambda: 1 / 0))]).step()


def test_a_plugin_that_is_right_is_taken(lane):
    nouns = Payment(stream="fee", cents=CENTS), note(), Update(column="weeks", values=CENTS)
    one = lane([("sour", hostile("settle", *nouns))])
    one.step()
    assert one.ledger.flows[0, :, one.ledger.index["fee"]].tolist() == [1] * R
    assert one.active.columns["sour"]["weeks"].tolist() == [1.0] * R


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


@pytest.mark.parametrize("values", [[2] * R, np.full(R, 2, np.int8), np.full(R, 2, np.float16), np.float32(2), np.array(2)])
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


# --- what a plugin sees -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", ["week.alive", "week.tally['wmo.short']", "week.columns['weeks']",
                                  "week.numbers('neighbourhood.wmo.hours')"])
def test_arrays_a_plugin_sees_cannot_be_written_and_an_attempt_is_told(lane, view):
    def spoil(week):
        eval(view, {"week": week})[0] = 99

    @plugin
    class Sour:
        """Writes."""

        @hookimpl
        def brings(self, spec, numbers):
            yield Column(name="weeks")

        @hookimpl
        def settle(self, week):
            spoil(week)

    one = lane([("sour", Sour())])
    with pytest.raises(PluginError, match="sour.settle in week 0: failed .*ValueError: .*read-only"):
        one.step()


def test_the_numbers_at_the_build_cannot_be_written_either(lane):
    @plugin
    class Sour:
        """Writes early."""
        rate: Number = 1.0

        @hookimpl
        def brings(self, spec, numbers):
            numbers("rate")[0] = 99

    with pytest.raises(PluginError, match="sour.brings: failed .*: KeyError: .*no number 'rate'"):
        lane([("sour", Sour())])


def test_what_a_plugin_sees_of_a_week_cannot_be_written():
    seen = week_seen(0, date(2013, 1, 7), np.ones(1, bool), {"x": 1}, {"y": 2}, None)
    for view in (seen.tally, seen.columns):
        with pytest.raises(TypeError):
            view["x"] = 3
    with pytest.raises(AttributeError):
        seen.number = 3


@plugin
class Reader:
    """Looks at the model each week, and spoils it if so told."""
    spoils: Flag = False

    @hookimpl
    def settle(self, week):
        assert week.spec.name == "haarlems_gemak" and week.spec.quantities()
        with pytest.raises(AttributeError, match="cannot set 'canvas' of the model"):
            week.spec.canvas = None
        if self.spoils:
            week.spec.canvas.costs.clear()


def test_a_week_shows_the_model_which_cannot_be_changed(lane):
    one = lane([("reads", Reader())], weeks=3, residents=60)
    for _ in range(3):
        one.step()
    assert one.by_canvas == {("reads", "week.spec")}
    spoilt = lane([("reads", Reader(spoils=True)), ("also", Reader())], weeks=3, residents=60)
    with pytest.raises(PluginError, match="reads.settle: changes the model it was given; leave week.spec as it is"):
        for _ in range(3):
            spoilt.step()
    assert spoilt.spec.canvas.costs and spoilt.models["also"].canvas.costs                # each has a copy of its own


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
        """Lays money of the enterprise aside, and pays it to residents out of a second purse; the municipality fills a third."""

        @hookimpl
        def brings(self, spec, numbers):
            for name in ("pot", "second", "third"):
                yield Account(name=name, purse=True)
            for name, payer, payee in (("save", "enterprise:cash", "pot"), ("on", "pot", "second"), ("out", "second", "residents"),
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


def test_a_term_that_no_lane_has_is_an_error_in_both(lane):
    for enterprise in (True, False):
        with pytest.raises(PluginError, match="no term 'prise.vp-cleaning'; did you mean 'price.vp-cleaning'"):
            lane([("sour", hostile("plan", effect(target="prise.vp-cleaning")))], enterprise=enterprise).step()


# --- hooks --------------------------------------------------------------------------------------------------------


def test_a_hook_without_its_mark_is_pointed_at():
    @plugin
    class Heat:
        """Forgets the mark."""

        def plan(self, week):
            yield effect()

    with pytest.raises(PluginError, match="heat.plan: is never asked; write @hookimpl above it"):
        Active([("heat", Heat())])


def test_a_misspelled_hook_gets_the_nearest():
    @plugin
    class Heat:
        """Misspells."""

        @hookimpl
        def setle(self, week):
            yield effect()

    with pytest.raises(PluginError, match="heat.setle: there is no such hook; did you mean 'settle'"):
        Active([("heat", Heat())])


def test_a_hook_that_asks_for_what_it_is_not_given_is_refused():
    with pytest.raises(PluginError, match=r"heat.plan: asks for 'year'; write def plan\(self, week\) \(test_active"):
        @plugin
        class Heat:
            """Asks for the year."""

            @hookimpl
            def plan(self, year):
                yield effect()

        Active([("heat", Heat())])


def test_an_idle_plugin_changes_no_result(lane):
    @plugin
    class Idle:
        """Does nothing."""

    one, other = lane([]), lane([("idle", Idle())])
    for _ in range(20):
        one.step()
        other.step()
    assert [one.series.digest(r) for r in range(3)] == [other.series.digest(r) for r in range(3)]
