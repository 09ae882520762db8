"""The key of a run says all it hangs on and nothing else; what is given per course is what would have been set."""

import subprocess
import sys

import numpy as np
import pytest

from simcore.canvas import load
from simcore.canvas.bundled import folder as models
from simcore.errors import BadInput
from simcore.experiments import block as block_module
from simcore.experiments.block import Block, Memory, Size, base_of, changed_since, forget, played
from simcore.experiments.case import Case, text_of
from simcore.neighbourhood.people import populate
from simcore.plugin.answers import PluginError
from simcore.results import lanes

MODEL, SIZE = "haarlems_gemak", Size(1, 8, 300, False)
PEOPLE = "neighbourhood.people."
PRICE, CUT = "revenue_streams.rs-cleaning.price", "plugins.wmo_cut.cut"


@pytest.fixture(autouse=True)
def read_anew():
    yield
    forget()


def block(*settings, replications=(0, 1, 2), given=(), model=MODEL, size=SIZE):
    return Block(Case(model, tuple(sorted(settings))), replications, size, given)


def same(one, other):
    """Whether two answers are the same to the bit."""
    return (one.names == other.names and np.array_equal(one.figures, other.figures, equal_nan=True)
            and np.array_equal(one.series, other.series))


# --- the key -----------------------------------------------------------------------------------------------------

def test_a_value_that_is_set_and_the_same_one_given_have_one_key_however_it_is_written():
    keys = block((PRICE, "14")).keys
    assert block((PRICE, "14.00")).keys == keys
    assert block(given=((PRICE, (14, 14, 14)),)).keys == keys
    assert block(given=((PRICE, (14.0, 15.0, 14.0)),)).keys[::2] == keys[::2]
    assert len({*keys, *block(given=((PRICE, (15.0, 15.0, 15.0)),)).keys}) == 6


def test_a_run_has_the_same_key_in_whatever_block_it_stands():
    whole = block((PRICE, "14"), given=((CUT, (0.1, 0.2, 0.3)), ("neighbourhood.choice.price", (1.0, 1.5, 2.0))))
    assert whole.only([2, 0]).keys == [whole.keys[2], whole.keys[0]]


@pytest.mark.parametrize("other", [
    block((PRICE, "15")), block((PRICE, "14"), ("simwijk.law", "strict")), block((PRICE, "14"), (CUT, "0.2")),
    block((PRICE, "14"), replications=(3, 4, 5)), block(("simwijk.law", "strict"), model="compiratie"),
    block((PRICE, "14"), size=Size(2, 8, 300, False)), block((PRICE, "14"), size=Size(1, 9, 300, False)),
    block((PRICE, "14"), size=Size(1, 8, None, False)), block((PRICE, "14"), size=Size(1, 8, 300, True))])
def test_another_value_plugin_course_model_or_size_has_another_key(other):
    assert not {*other.keys} & {*block((PRICE, "14")).keys}


def test_numbers_that_make_the_people_are_not_the_same_given_as_set():
    path = PEOPLE + "ties"
    assert not {*block((path, "5")).keys} & {*block(given=((path, (5.0, 5.0, 5.0)),)).keys}


def test_another_source_version_model_text_or_plugin_source_has_another_key(monkeypatch, tmp_path):
    keys = [block((CUT, "0.2")).keys[0]]

    def again(case_model=MODEL):
        forget()
        keys.append(block((CUT, "0.2"), model=case_model).keys[0])

    with monkeypatch.context() as patch:
        patch.setattr(block_module.lanes, "our_source", lambda: "another")
        again()
    with monkeypatch.context() as patch:
        patch.setattr(block_module, "version", lambda name: "0.0")
        again()
    with monkeypatch.context() as patch:
        patch.setattr(block_module, "digest_of", lambda kind: "another")
        again()
    mine = tmp_path / "mine.yaml"
    mine.write_bytes((models() / f"{MODEL}.yaml").read_bytes())
    again(str(mine))
    mine.write_bytes(mine.read_bytes() + b"# a remark\n")
    again(str(mine))
    assert len({*keys}) == 5 and keys[0] == keys[4]                     # a copy elsewhere is the same model


PLAYS = """
import sys
from simcore.experiments.block import Block, Memory, Size, played
from simcore.experiments.case import Case
played(Block(Case("haarlems_gemak", (("plugins.wmo_cut.cut", "0.2"),)), (0,), Size(1, 6, 200, False)), Memory())
print(*[name for name in sys.modules if name.startswith("simcore.")])
"""


def test_whatever_a_run_loads_of_ours_counts_in_its_key():
    loaded = subprocess.run([sys.executable, "-c", PLAYS], capture_output=True, text=True, check=True).stdout.split()
    named = [name.removesuffix(".py") for name in block_module.OURS]
    aside = {name for name in loaded if name.split(".")[1] in {one.removesuffix(".py") for one in lanes.NO_NUMBERS}}
    assert len(loaded) > 100
    assert aside == {"simcore.experiments", *(f"simcore.experiments.{name}" for name in named)}


def test_a_plugin_that_is_off_in_one_case_and_on_in_another_is_not_taken_for_a_change():
    cases = [Case(MODEL, settings) for settings in ((("plugins.wmo_cut", "on"),), ((CUT, "0.2"), ("plugins.wmo_cut", "off")))]
    assert [changed_since(case, base_of(case)) for case in cases] == [None, None]
    assert base_of(cases[0]) != base_of(cases[1])


def test_a_model_that_is_changed_while_it_is_played_is_said(tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_bytes((models() / f"{MODEL}.yaml").read_bytes())
    case = Case(str(mine))
    base = base_of(case)
    assert changed_since(case, base) is None
    mine.write_bytes(mine.read_bytes().replace(b"# ", b"#  ", 1) + b"# a remark\n")
    assert base_of(case) == base                                        # the experiment goes by what it was
    with pytest.raises(BadInput, match="changed while the experiment was played"):
        raise changed_since(case, base)


# --- what is played ----------------------------------------------------------------------------------------------

def makers(spec):
    """The numbers that, set otherwise, make other people."""
    def people(overrides=()):
        made = populate(load(MODEL, overrides).place.people, 1, 300)
        return [getattr(made, name) for name in vars(made) if isinstance(getattr(made, name), np.ndarray)]

    plain, out = people(), set()
    for path, one in spec.quantities().items():
        for end in (one.low, one.high) if path.startswith(PEOPLE) and one.ranged else ():
            other = people([f"{path}={text_of(float(end))}"])
            if not all(np.array_equal(a, b) for a, b in zip(plain, other)):
                out.add(path)
    return out


def test_what_is_given_is_played_as_if_it_were_set_for_all_but_what_made_the_people():
    spec = load(MODEL)
    made = makers(spec)
    assert made and made < {path for path in spec.quantities() if path.startswith(PEOPLE)}
    ranged = {path: one for path, one in spec.quantities().items() if one.ranged and path not in made}
    assert {path.split(".")[0] for path in ranged} >= {"neighbourhood", "revenue_streams", "channels", "key_resources"}
    assert any(path.startswith(PEOPLE) for path in ranged)
    values = {path: [float(text_of(float(one.low + (one.high - one.low) * share))) for share in (0.3, 0.5, 0.6)]
              for path, one in ranged.items()}
    start, values[CUT] = ("plugins.wmo_cut.start", spec.canvas.simwijk.start.isoformat()), [0.1, 0.4, 0.8]
    cut = played(block(start, (CUT, "0.1")), Memory())
    assert not same(cut, played(block(start, (CUT, "0.8")), Memory()))
    given = played(block((CUT, "0.2"), start, given=tuple((path, tuple(mine)) for path, mine in values.items())), Memory())
    for at in (0, 2):
        settings = [(path, text_of(mine[at])) for path, mine in values.items()]
        alone = played(block(*settings, start, replications=(at,)), Memory())
        assert np.array_equal(alone.figures[0], given.figures[at], equal_nan=True)
        assert np.array_equal(alone.series[0], given.series[at])


@pytest.mark.parametrize("path, value", [("key_activities.ka-borrel.gathering.every", 2.0),
                                         ("plugins.partner_deals.weeks", 120.0)])
def test_what_is_given_beyond_its_range_is_played_as_if_it_were_set_by_plugins_that_go_by_the_range(path, value):
    """How many meetings back deals are remembered hangs on how long they last (13 to 52 weeks) and on how often
    partners meet."""
    busy = [("neighbourhood.people.benefit_share", "0.4"), ("key_activities.ka-inviting.recruiting.join", "0.9"),
            ("key_partnerships.kp-social-service.start_capital", "100000"),
            ("key_activities.ka-borrel.gathering.every", "4"),
            ("plugins.partner_deals.chance", "0.15"), ("plugins.partner_deals.floor", "0.01")]

    def cash(*settings, given=()):
        of = block(*{**dict(busy), **dict(settings)}.items(), replications=(0, 1), given=given, model="compiratie",
                   size=Size(1, 90, 900, False))
        one = played(of, Memory())
        return one.figures[:, one.names.index("money.cash")].tolist()

    assert cash(given=((path, (value, value)),)) == cash((path, text_of(value))) != cash()


def test_a_course_is_the_same_to_the_bit_in_whatever_block_it_is_played():
    whole = block((CUT, "0.2"), replications=(0, 1, 2, 3, 4))
    one = played(whole, Memory())
    for places in ([3], [4, 1], [0, 1, 2]):
        some = played(whole.only(places), Memory())
        assert np.array_equal(some.figures, one.figures[places], equal_nan=True)
        assert np.array_equal(some.series, one.series[places])


def test_doing_nothing_is_played_once_for_blocks_beside_it_and_nothing_hangs_on_that(monkeypatch):
    memory, known = Memory(), []
    real = block_module.play
    monkeypatch.setattr(block_module, "play", lambda *args, **more: (known.append(dict(more["known"])), real(*args, **more))[1])
    played(block((PRICE, "12")), memory)
    beside = played(block((PRICE, "14")), memory)
    assert not known[0] and known[1]
    assert same(beside, played(block((PRICE, "14")), Memory()))
    played(block((PRICE, "14"), ("neighbourhood.choice.price", "1.5")), memory)       # another neighbourhood
    played(block(given=(("neighbourhood.choice.price", (1.0, 1.5, 2.0)),)), memory)
    assert not known[3] and not known[4]


def test_a_district_is_begun_once_for_blocks_in_it_and_nothing_hangs_on_that(monkeypatch):
    memory, begun = Memory(), []
    real = block_module.play
    monkeypatch.setattr(block_module, "play", lambda *args, **more: (begun.append(dict(more["begun"])), real(*args, **more))[1])
    cut = "plugins.wmo_cut.cut", "plugins.wmo_cut.start"
    played(block((cut[0], "0.2"), (cut[1], "2012-03-05")), memory)
    beside = played(block((cut[0], "0.4"), (cut[1], "2012-03-05")), memory)
    played(block((cut[0], "0.4"), ("neighbourhood.choice.price", "1.5")), memory)
    played(block(given=(("neighbourhood.choice.price", (1.0, 1.5, 2.0)),)), memory)
    assert [bool(one) for one in begun] == [False, True, False, False]
    assert same(beside, played(block((cut[0], "0.4"), (cut[1], "2012-03-05")), Memory()))


def test_doing_nothing_under_another_cut_follows_the_first_in_its_district_and_nothing_hangs_on_that(monkeypatch):
    memory, followed = Memory(), []
    real = block_module.play
    monkeypatch.setattr(block_module, "play", lambda *args, **more: (followed.append(more["earlier"]), real(*args, **more))[1])
    start = "plugins.wmo_cut.start", "2013-01-21"

    def cut(share, *more):
        return block((CUT, share), start, *more, size=Size(1, 26, 900, False))

    first, _, beside = (played(cut(share), memory) for share in ("0.1", "0.4", "0.8"))
    played(cut("0.8", ("neighbourhood.choice.price", "1.5")), memory)                     # another district
    assert followed[0] is None and followed[1] is followed[2] is not None and followed[3] is None
    assert same(beside, played(cut("0.8"), Memory())) and not same(beside, first)


def test_each_course_in_which_a_plugin_fails_has_its_own_reason_whatever_else_was_played(monkeypatch):
    def fails(*_, **more):
        failed = {r: PluginError("odd", "plan", 3 + r, "raised") for r in more["replications"]}
        error = PluginError("odd", "plan", 3, "raised; no course is left")
        error.failed = failed
        raise error

    monkeypatch.setattr(block_module, "play", fails)
    assert played(block(), Memory()).failed == {0: "odd.plan in week 3: raised", 1: "odd.plan in week 4: raised",
                                                2: "odd.plan in week 5: raised"}
