import pytest

from simcore.canvas.starter import starter
from simcore.errors import BadInput
from simcore.experiments import sweep
from simcore.experiments.case import Case
from simcore.experiments.paths import whole_path
from simcore.experiments.question import Axis
from simcore.experiments.reading import experiment, values_of
from simcore.experiments.setting import steps_of
from simcore.files import compose

PRICE = "revenue_streams.rs-cleaning.price"
FILE = f"""experiment: trial
kind: sweep
question: {{nl: "Wat?", en: "What?"}}
models: [haarlems_gemak]
figures: [money.result]
vary:
  - {{path: {PRICE}, from: 8, to: 12, step: 2}}
"""


@pytest.fixture
def asked(tmp_path):
    def made(text=FILE, more="", quick=False):
        file = tmp_path / "trial.yaml"
        file.write_text(text + more, encoding="utf-8")
        return experiment(file, quick)
    return made


def wrong(asked, *given, **parts):
    with pytest.raises(BadInput) as caught:
        asked(*given, **parts)
    return caught.value.problems


def test_a_file_becomes_a_question_with_a_case_and_a_model_for_each_name(asked):
    found = asked(FILE.replace("[haarlems_gemak]", "[haarlems_gemak, compiratie]"))
    assert list(found.cases) == list(found.specs) == ["haarlems_gemak", "compiratie"]
    assert found.cases["compiratie"] == Case("compiratie") and found.question.kind == "sweep"
    assert found.weeks == found.specs["haarlems_gemak"].canvas.simwijk.weeks


def test_what_is_set_holds_in_every_model_by_its_whole_path(asked):
    found = asked(more="set: {rs-windows.price: 11, vp-coffee: off}\nplugins: {wmo_cut: {cut: 0.2}, pgb: off}\n")
    assert dict(found.cases["haarlems_gemak"].settings) == {
        "revenue_streams.rs-windows.price": "11", "vp-coffee": "off", "plugins.wmo_cut.cut": "0.2",
        "plugins.pgb": "off"}
    assert found.specs["haarlems_gemak"].quantities()["revenue_streams.rs-windows.price"].value == 11


def test_a_model_may_be_a_file_beside_the_experiment(asked, tmp_path):
    (tmp_path / "mine.yaml").write_text(starter("Ons Groen", "mine.yaml", "nl"), encoding="utf-8")
    found = asked(FILE.replace("haarlems_gemak", "mine.yaml").replace("rs-cleaning", "rs-garden"))
    assert found.cases["mine"].model == str(tmp_path / "mine.yaml")


def test_models_of_one_name_are_refused_and_so_is_an_experiment_for_a_model(asked, tmp_path):
    (tmp_path / "mine.yaml").write_text(starter("Ons Groen", "mine.yaml", "nl"), encoding="utf-8")
    (tmp_path / "other.yaml").write_text(FILE, encoding="utf-8")
    (one,) = wrong(asked, FILE.replace("haarlems_gemak", "mine.yaml, ./mine.yaml").replace("cleaning", "garden"))
    assert "is called 'mine' as well" in one.what and one.line == 4
    (one,) = wrong(asked, FILE.replace("haarlems_gemak", "other.yaml"))
    assert one.file.endswith("other.yaml") and "this is an experiment" in one.what


def test_a_quick_trial_is_as_small_as_it_says(asked):
    found = asked(more="quick: {most: 3, residents: 400, weeks: 30}\n"
                       "courses: {most: 50, until: {half_width: 3}}\n", quick=True)
    question = found.question
    assert (question.courses.most, question.courses.batch, question.courses.until) == (3, 3, None)
    assert (question.residents, found.weeks) == (400, 30)


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_file(asked):
    text = FILE.replace("money.result", "money.resutl").replace("rs-cleaning", "rs-cleanin")
    found = wrong(asked, text, more="set: {nope: 1}\nplugins: {wmo_cut: {cut: 2, start: 1-2-2013}}\n"
                                    "fails_when: money < a\n")
    assert [(one.line, one.column) for one in found] == [(5, 11), (7, 12), (8, 7), (9, 26), (9, 36), (10, 21)]


def test_figures_and_conditions_are_looked_at_also_where_the_rest_cannot_be_read(asked):
    found = wrong(asked, FILE.replace("money.result", "money.resutl").replace("kind: sweep", "kind: sweep\nweeks: 0"))
    assert ["is 0" in one.what or "is no figure" in one.what for one in found] == [True, True]


def told(asked, text, more=""):
    """What is wrong with a file, as a command says it, with the column of each."""
    from simcore.experiments.kinds import played_by

    with pytest.raises(BadInput) as caught:
        found = asked(text, more)
        played_by(found.question.kind).checked(found)
    return [(one.line, one.column) for one in caught.value.problems]


VARIED = FILE[FILE.index("vary:"):]


@pytest.mark.parametrize("text, places", [
    (FILE.replace("[haarlems", "[nope.yaml, haarlems") + "weeks: 20.5\nresidents: 3\n", [(4, 10), (8, 8), (9, 12)]),
    (FILE.replace(VARIED, "vary: []\ndesign: zap\n"), [(6, 7), (7, 9)]),
    (FILE.replace("sweep", "threshold").replace(VARIED, f"raise: {PRICE}\nbetween: [20, 8]\ntolerance: -1\n"
                                                "while: money.result > 0\n"), [(7, 10), (8, 12)]),
    (FILE.replace("sweep", "sensitivity").replace("from: 8, to: 12, step: 2", "values: [a]") + "inputs: ['nope.*']\n",
     [(7, 56), (8, 10)])])
def test_one_mistake_never_hides_another(asked, text, places):
    assert told(asked, text) == places


def test_a_cell_that_is_wrong_is_told_beside_a_line_of_too_few(asked, tmp_path):
    (tmp_path / "p.csv").write_text(f"{PRICE},vp-windows\n8,on\n9\n10,maybe\nabc,on\n", encoding="utf-8")
    text = FILE.replace(VARIED, f"vary: [{{path: {PRICE}}}, {{path: vp-windows}}]\ndesign: file\nfile: p.csv\n")
    assert told(asked, text) == [(3, 1), (4, 4), (5, 1)]


def test_a_number_of_a_part_that_is_off_is_said_to_be_that_of_a_part_that_is_off(asked):
    with pytest.raises(BadInput, match="vp-windows=off") as caught:
        sweep.checked(asked(FILE.replace(VARIED, "vary:\n  - {path: vp-windows, values: ['on', 'off']}\n"
                                                 "  - {path: rs-windows.price, values: [8, 9]}\n")))
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (8, 12) and "switched off there" in problem.why


@pytest.mark.parametrize("more, column, what", [
    ("set: {rs-cleaning.prise: 3}", 7, "unknown path"), ("set: {rs-windows.price: cheap}", 25, "is not a number"),
    ("set: {rs-windows.price: }", 7, "has no value"), ("set: {price: 3}", 7, "may mean"),
    ("set: {rs-windows.price: 9, revenue_streams.rs-windows.price: 8}", 28, "a second time"),
    ("set: [a]", 6, "block of keys"), ("set: {a: {b: 1}}", 10, "no single value"),
    ("plugins: {wmo_cutt: on}", 11, "no plugin is called"), ("plugins: {wmo_cut: {cutt: 1}}", 21, "no parameter"),
    ("plugins: {wmo_cut: {cut: 3}}", 26, "found 3"), ("plugins: {wmo_cut: yes}", 20, "neither on nor off"),
    ("plugins: {wmo_cut: off}", 11, "does not use the plugin")])
def test_what_is_wrong_with_a_setting_is_pointed_at_at_its_name_or_its_value(asked, more, column, what):
    (one,) = wrong(asked, more=more + "\n")
    assert what in one.what and (one.line, one.column) == (8, column) and one.instead, one.render()


def test_what_is_wrong_in_some_models_says_in_which(asked):
    text = FILE.replace("[haarlems_gemak]", "[haarlems_gemak, compiratie]").replace(PRICE, "choice.price")
    (one,) = wrong(asked, text, more="set: {vp-coffee: off}\n")
    assert one.what == "unknown path 'vp-coffee' (in compiratie)"


def test_a_path_is_named_by_its_end_where_one_number_ends_so(asked):
    spec = asked().specs["haarlems_gemak"]
    assert whole_path(spec, "rs-cleaning.price") == whole_path(spec, PRICE) == PRICE
    assert whole_path(spec, "plugins.wmo_cut.cut") == "plugins.wmo_cut.cut"
    assert whole_path(spec, "nobody.knows") == "nobody.knows"
    with pytest.raises(BadInput, match="may mean"):
        whole_path(spec, "price")


@pytest.mark.parametrize("path, steps", [
    ("plugins.a.x", ("plugins", "a", "x")), ("plugins.a", ("plugins", "a")), ("b.price", ("set", "b.price")),
    ("block.b.price", ("set", "b.price")), ("else", ("set",))])
def test_a_setting_is_found_back_in_its_file(path, steps):
    assert steps_of(compose("set: {b.price: 1}\nplugins: {a: {x: 1}}\n", "x.yaml"), path) == steps


@pytest.mark.parametrize("axis, values", [
    (Axis(path="a", values=["on", "off"]), ["on", "off"]), (Axis(path="a", from_=8, to=12, step=2), ["8", "10", "12"]),
    (Axis(path="a", from_=0, to=0.3, step=0.1), ["0", "0.1", "0.2", "0.3"]),
    (Axis(path="a", from_=8, to=12, step=3), ["8", "11"])])
def test_the_values_of_a_path_go_from_step_to_step_and_never_beyond_the_end(axis, values):
    assert values_of(axis) == values


def test_no_more_values_are_made_than_can_be_asked_for():
    assert len(values_of(Axis(path="a", from_=0, to=1e9, step=1e-6))) == 20_001


@pytest.mark.parametrize("text, what", [
    ("- a\n", "is no experiment"), ("experiment: x\n", "says no kind"), ("kind: [sweep]\n", "says no kind"),
    ("experiment: x\nkind: swep\n", "is 'swep'"), ('version: "2.0"\nmeta: {}\ncosts: []\n', "is a canvas")])
def test_what_is_no_experiment_says_so(asked, text, what):
    (one,) = wrong(asked, text)
    assert what in one.what and one.instead and one.line


def test_a_plugin_that_begins_after_the_last_week_is_not_varied(asked):
    def text(values, more=""):
        return FILE[:FILE.index("vary")] + f"weeks: 60\nvary: [{{path: {values}}}]\n{more}"

    late = wrong(lambda given: sweep.checked(asked(given)), text("plugins.wmo_cut.cut, values: [0.1, 0.2]"))
    assert [(one.what, one.line, one.column) for one in late] == [("wmo_cut begins in week 105 of 60", 7, 15)]
    assert late[0].instead == "add weeks: 156, or let it begin sooner"
    sweep.checked(asked(text("plugins.wmo_cut.cut, values: [0.1, 0.2]", "plugins: {wmo_cut: {start: 2013-03-04}}\n")))
    sweep.checked(asked(text("plugins.wmo_cut.start, values: [2013-03-04, 2015-01-01]")))


def test_models_beside_each_other_live_in_one_district_from_the_same_day(asked, tmp_path):
    text = starter("Ons Groen", "mine.yaml", "nl").replace("start: 2013-01-07", "start: 2013-02-04")
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    found = wrong(asked, FILE.replace("[haarlems_gemak]", "[haarlems_gemak, mine.yaml]"))
    assert any("has not the same start as haarlems_gemak" in one.what for one in found)
