"""Every noun is looked at: one that cannot be is told with plugin, hook, week, noun and field."""

import numpy as np
import pytest

from simcore.plugin import Account, Column, Payment, Shock, Update
from simcore.plugin.answers import PluginError

from .hostile import CENTS, R, cover, effect, hostile, note, stream

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
    ("settle", [Update(column="weeks", values=CENTS)] * 2,
     "Update.column is 'weeks' a second time; update a column once a week"),
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
    ("brings", effect(),
     "answered with Effect; it may answer with Account, Stream, Cover, Order, Column, Measure, Shock")]


@pytest.mark.parametrize(("hook", "noun", "words"), WRONG)
def test_an_answer_that_cannot_be_is_told_with_plugin_hook_week_noun_and_field(lane, hook, noun, words):
    when = "" if hook == "brings" else " in week 0"
    with pytest.raises(PluginError, match=rf"^sour.{hook}{when}: .*{words}.*\(hostile.py:\d+\)$"):
        lane([("sour", hostile(hook, *noun if isinstance(noun, list) else [noun]))]).step()


def test_two_covers_of_one_service_are_refused(lane):
    with pytest.raises(PluginError, match="a stream 'sour.vp-cleaning' is brought a second time"):
        lane([("sour", hostile("brings", cover(), cover()))])


def test_a_plugin_that_is_right_is_taken(lane):
    nouns = Payment(stream="fee", cents=CENTS), note(), Update(column="weeks", values=CENTS)
    one = lane([("sour", hostile("settle", *nouns))])
    one.step()
    assert one.ledger.flows[0, :, one.ledger.index["fee"]].tolist() == [1] * R
    assert one.active.columns["sour"]["weeks"].tolist() == [1.0] * R


def test_a_term_that_no_lane_has_is_an_error_in_both(lane):
    for enterprise in (True, False):
        with pytest.raises(PluginError, match="no term 'prise.vp-cleaning'; did you mean 'price.vp-cleaning'"):
            lane([("sour", hostile("plan", effect(target="prise.vp-cleaning")))], enterprise=enterprise).step()
