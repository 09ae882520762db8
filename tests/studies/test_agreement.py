import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.plugin import Text, hookimpl, plugin
from simcore.plugin.activating import activate
from simcore.plugin.nouns import Effect
from simcore.run import NOTHING, play
from simcore.studies.agreement import QUARTER, agree, moves, shared, tally, touches
from simcore.studies.compare import compare
from simcore.studies.entries import Entry, entered

SMALL = {"seed": 3, "replications": 2, "weeks": 20, "residents": 300}
CUT = ("  plugins:\n    - use: pgb", "  plugins:\n    - use: pgb\n    - use: wmo_cut\n      with: {start: 2013-03-04}")
NO_PGB = ("  plugins:\n    - use: pgb\n", "")


def lines_of(path: str, key: str) -> str:
    with open(path, encoding="utf-8") as file:
        return next(f"{path}:{n}:" for n, line in enumerate(file, 1) if line.strip().startswith(key))


def test_another_start_is_refused_at_its_line_in_both_files_with_a_remedy(copy):
    one, other = copy("one"), copy("other", ("start: 2013-01-07", "start: 2014-01-06"))
    with pytest.raises(BadInput) as error:
        agree(entered([one, other]), None)
    text = str(error.value)
    assert lines_of(one, "start:") in text and lines_of(other, "start:") in text
    assert "--set simwijk.start=2013-01-07" in text


def test_the_remedy_for_another_start_works(copy):
    models = [copy("one"), copy("other", ("start: 2013-01-07", "start: 2014-01-06"))]
    assert agree(entered(models, ["simwijk.start=2013-01-07"]), None) == 260


def test_another_length_is_refused_unless_one_is_asked_for(copy):
    entries = entered([copy("one"), copy("other", ("  weeks: 260", "  weeks: 104"))])
    with pytest.raises(BadInput, match="give --weeks 104"):
        agree(entries, None)
    assert agree(entries, 52) == 52


def test_another_neighbourhood_is_refused(copy, tmp_path):
    from simcore.canvas.bundled import neighbourhoods

    (tmp_path / "neighbourhoods").mkdir()
    text = neighbourhoods()["boerhaavewijk_2013"].read_text(encoding="utf-8")
    (tmp_path / "neighbourhoods" / "elsewhere.yaml").write_text(text.replace("price_year: 2013", "price_year: 2014"))
    other = copy("other", ("neighbourhood: boerhaavewijk_2013", "neighbourhood: elsewhere"))
    with pytest.raises(BadInput, match="the same neighbourhood") as error:
        agree(entered([copy("one"), other]), None)
    assert lines_of(other, "neighbourhood:") in str(error.value)


def test_a_policy_of_one_model_alone_is_refused_where_its_file_asks_for_it(copy):
    with_cut = copy("with_cut", CUT)
    with pytest.raises(BadInput) as error:
        compare(entered(["haarlems_gemak", with_cut]), **SMALL)
    text = str(error.value)
    assert f"{with_cut}:" in text and "'wmo_cut'" in text and "give --plugin wmo_cut" in text


def test_a_policy_given_as_an_option_holds_for_every_model(copy):
    entries = entered(["haarlems_gemak", copy("one")], plugins=["wmo_cut:start=2013-03-04"])
    assert {name for name, _ in shared(entries)} == {"pgb", "wmo_cut"}
    found = compare(entries, **SMALL)
    plain = compare(entered(["haarlems_gemak"]), **SMALL)
    assert found.any.lanes[NOTHING].digests != plain.any.lanes[NOTHING].digests


def test_a_plugin_that_only_an_enterprise_feels_may_be_of_one_model_alone(copy):
    found = compare(entered(["haarlems_gemak", copy("bare", NO_PGB)]), **SMALL)
    assert {key: [name for name, _ in one.plugins] for key, one in found.outcomes.items()} == \
        {"haarlems_gemak": ["pgb"], "bare": []}


def test_what_plugins_see_counted_is_what_they_saw_in_the_lane():
    @plugin
    class Watches:
        """Writes down what it sees."""

        @hookimpl
        def plan(self, week):
            seen["plan", week.number] = week.tally["wmo.short"].copy()

        @hookimpl
        def settle(self, week):
            seen["settle", week.number] = week.tally["wmo.short"].copy()

    seen: dict = {}
    entry = entered(["haarlems_gemak"], plugins=["wmo_cut:start=2013-02-04"])[0]
    cut = [(name, one) for name, one in entry.plugins if name == "wmo_cut"]
    nothing = play(entry.spec, seed=1, replications=2, weeks=30, residents=600, lanes=(NOTHING,),
                   plugins=[*cut, ("watches", Watches())]).lanes[NOTHING]
    assert any(one.any() for one in seen.values())
    for (hook, week), what in seen.items():
        counts = (week if hook == "plan" else week + 1) // QUARTER
        np.testing.assert_array_equal(tally(nothing, counts)["wmo.short"], what)
    assert touches(entry, cut, nothing, 1, [0, 1], False) is not None


def test_an_effect_on_who_hears_of_an_enterprise_is_of_no_account_without_one():
    assert not moves(Effect(target="wmo.hours", because="", scale=1.0))
    assert moves(Effect(target="wmo.hours", because="", scale=np.array([1.0, 0.9])))
    assert moves(Effect(target="need.cleaning", because="", add=0.1))
    assert moves(Effect(target="wmo.hours", because="", floor=0.5))


def test_parameters_that_differ_make_another_plugin():
    spec = entered(["haarlems_gemak"])[0].spec
    entries = [Entry(str(rate), spec, activate(spec, [f"pgb:rate={rate}"])) for rate in (18, 19)]
    assert shared(entries) == [] and len(shared(entries[:1] * 2)) == 1


@plugin
class Reads:
    """Looks at something that is counted."""
    name: Text

    @hookimpl
    def plan(self, week):
        assert week.tally[self.name] is not None


@pytest.mark.parametrize(("name", "said"),
                         [("exits", None), ("homes", None), ("customers", None), ("ill", "goes by 'ill'"),
                          ("clients", "goes by 'clients'")])
def test_a_plugin_that_goes_by_what_a_kept_lane_cannot_tell_is_of_every_model_or_of_none(name, said):
    entry = entered(["haarlems_gemak"])[0]
    outcome = play(entry.spec, seed=1, replications=2, weeks=6, residents=400, lanes=(NOTHING,), plugins=[])
    found = touches(entry, [("reads", Reads(name=name))], outcome.lanes[NOTHING], 1, [0, 1], False, outcome.people)
    assert (found is None) == (said is None) and (said is None or said in found[1])
