"""What is wrong in one place of an experiment file never keeps the rest from being looked at."""

import pytest

from simcore.errors import BadInput
from simcore.experiments.files import is_experiment
from simcore.experiments.kinds import played_by
from simcore.experiments.mending import as_far_as_it_goes, made_up
from simcore.experiments.reading import experiment
from simcore.files import compose

HEAD = """experiment: trial
question: {nl: "Hoe?", en: "How?"}
models: [haarlems_gemak]
figures: [money.result]
"""


@pytest.fixture
def told(tmp_path):
    def of(text, head=HEAD):
        """What is said of a file: the line of each, with what is wrong."""
        file = tmp_path / "trial.yaml"
        file.write_text(head + text, encoding="utf-8")
        with pytest.raises(BadInput) as caught:
            asked = experiment(file)
            played_by(asked.question.kind).checked(asked)
        assert not any(made_up(one) for one in caught.value.problems)
        return [(one.line, one.what) for one in caught.value.problems]
    return of


def lines(found):
    return [line for line, _ in found]


def test_a_question_that_is_right_is_read_as_it_stands():
    tree = compose(HEAD + "kind: sweep\nvary: [{path: a, values: [b]}]\n", "x.yaml")
    question, rest = as_far_as_it_goes(tree, problems := [])
    assert rest is tree and question.vary[0].values == ["b"] and problems == []


@pytest.mark.parametrize("text, where", [
    ("kind: sweep\ncourses: {most: many}\nvary: [{path: nope, values: [1, 2]}]\nset: {nope.either: 3}\n", [6, 7, 8]),
    ("kind: sweep\nvary: [{path: nope, from: 20, to: 8, step: 1}]\nfails_when: money\n", [6, 6, 7]),
    ("kind: thresold\nraise: nope\nset: {nope.either: 3}\n", [5, 6, 7]),
    ("kind: question\nraise: nope\nset: {nope.either: 3}\nweeks: 0\ncourses: {most: 0}\n", [5, 6, 7, 8, 9]),
    ("kind: threshold\nraise: nope\nbetween: 20\ntolerance: 1\nwhile: money.result >= 0\n",
     [6, 7, 7]),
    ("kind: sensitivity\nvary: [{path: nope, from: 8}, {path: nor.this, from: 1, to: 2}]\nsamples: 3\n", [6, 6, 7]),
    ("kind: compare\nfutures:\n  - {name: a, label: x}\n  - {name: b, label: {nl: x, en: x}, set: {nope: 3}}\n", [7, 8])])
def test_what_is_wrong_with_the_question_is_told_with_what_is_wrong_for_its_models(told, text, where):
    assert lines(told(text)) == where


def test_a_key_is_read_as_the_one_it_is_most_like(told):
    found = told("kind: sweep\nvery: [{path: nope, values: [1, 2]}]\n")
    assert lines(found) == [1, 6, 6] and "unknown key 'very'" in found[1][1] and "'nope'" in found[2][1]


def test_nothing_is_said_that_comes_of_what_was_wrong_elsewhere(told):
    price = "revenue_streams.rs-cleaning.price"
    assert lines(told(f"kind: sweep\ndesign: zap\nvary: [{{path: {price}, from: 8, to: 9}}]\n")) == [6]
    assert lines(told(f"kind: sweep\ndesign: lhs\npoints: many\nvary: [{{path: {price}, from: 8, to: 9}}]\n")) == [7]
    assert lines(told(f"kind: sweep\ndesign: zip\nvary:\n  - {{path: {price}, values: [8, 9, 10]}}\n"
                      "  - {path: rs-windows.price, from: 8, to: 9}\n")) == [9]
    assert lines(told(f"kind: threshold\nraise: {price}\nbetween: [20]\ntolerance: 40\n"
                      "while: money.result >= 0\n")) == [7]


def test_of_futures_one_that_is_wrong_stays_the_first(told):
    first, other = "  - {name: A, label: x}\n", "  - {name: cut, label: {nl: x, en: x}, set: {simwijk.law: strict}}\n"
    assert lines(told(f"kind: compare\nfutures:\n{first}{other}")) == [7, 7]


@pytest.mark.parametrize("text, what", [
    ("most: many", "write a whole number, as in 25"), ("most: 12.5", "write 12 or 13"),
    ("most: €5", "write a whole number and nothing else")])
def test_what_should_be_a_whole_number_is_answered_with_one(tmp_path, text, what):
    file = tmp_path / "trial.yaml"
    file.write_text(HEAD + f"kind: sweep\nvary: [{{path: vp-coffee, values: [on, off]}}]\ncourses: {{{text}}}\n",
                    encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        experiment(file)
    assert [one.instead for one in caught.value.problems] == [what]


def test_each_mistake_in_the_entry_of_a_plugin_is_told(told):
    assert sorted(what.split(" ")[0] for _, what in told(
        "kind: sweep\nvary: [{path: vp-coffee, values: [on, off]}]\n"
        "plugins: {wmo_cut: {start: 2013-13-45, cut: 3, nope: x}}\n")) == ["'wmo_cut'", "cut", "start"]


def test_a_value_that_stands_there_twice_is_refused_but_not_where_it_pairs_up(told, tmp_path):
    vary = "vary:\n  - {path: vp-coffee, values: [on, on]}\n  - {path: vp-windows, values: [on, off]}\n"
    assert told(f"kind: sweep\n{vary}") == [(7, "vary.0.values.1 names on a second time")]
    (tmp_path / "zip.yaml").write_text(HEAD + f"kind: sweep\ndesign: zip\n{vary}", encoding="utf-8")
    assert experiment(tmp_path / "zip.yaml").question.design == "zip"


def test_a_list_is_no_canvas_and_no_experiment_and_one_with_a_key_twice_is_still_one(tmp_path):
    (tmp_path / "list.yaml").write_text("- experiment: a\n- kind: sweep\n", encoding="utf-8")
    with pytest.raises(BadInput, match="no canvas and no experiment"):
        is_experiment(tmp_path / "list.yaml")
    (tmp_path / "twice.yaml").write_text("experiment: a\nkind: sweep\nkind: sweep\n", encoding="utf-8")
    assert is_experiment(tmp_path / "twice.yaml")
