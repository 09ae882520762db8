"""The structure of a text is found with its marks, and nothing dangerous or vast gets through."""

import time
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from simcore.canvas.starter import starter
from simcore.errors import BadInput
from simcore.files import Listing, Mapping, Scalar, compose, load, read
from simcore.files import marks, sources
from simcore.files.marks import MAX_DEPTH, MAX_NODES, blocks
from simcore.files.sources import MAX_BYTES


def problem_of(text: str | bytes):
    with pytest.raises(BadInput) as caught:
        compose(text, "x.yaml")
    return caught.value.problems[0]


def test_every_node_knows_its_line_and_column_from_one():
    tree = compose("a: 1\nb:\n  - x\n  - {c: 'y'}\n", "x.yaml")
    nodes = {(): tree, ("a",): tree["a"], ("b",): tree["b"], ("b", 0): tree["b"][0], ("b", 1): tree["b"][1],
             ("b", 1, "c"): tree["b"][1]["c"]}
    assert {place: (node.mark.line, node.mark.column) for place, node in nodes.items()} == {
        (): (1, 1), ("a",): (1, 4), ("b",): (3, 3), ("b", 0): (3, 5), ("b", 1): (4, 5), ("b", 1, "c"): (4, 9)
    }  # fmt: skip


def test_the_blocks_of_a_file_are_found_with_their_places_in_its_order():
    tree = compose("a: 1\nb:\n  - x\n  - {c: {d: 1}, e: [{f: 2}]}\ng: {}\n", "x.yaml")
    assert [place for place, _ in blocks(tree)] == [(), ("b", 1), ("b", 1, "c"), ("b", 1, "e", 0), ("g",)]
    assert dict(blocks(tree))["b", 1, "c"] is tree["b"][1]["c"]


def test_values_stay_the_text_they_were_written_as():
    tree = compose("{a: no, b: 012, c: 10:00, d: 2024-02-30, e: '1', f: =, on: ~}", "x.yaml")
    assert [node.text for node in tree.values()] == ["no", "012", "10:00", "2024-02-30", "1", "=", "~"]
    assert [node.bare for node in tree.values()].count(False) == 1
    assert list(tree)[-1] == "on"


def test_the_three_kinds_of_node_are_an_ordinary_dict_list_and_scalar():
    tree = compose("a: [b]", "x.yaml")
    assert isinstance(tree, Mapping) and isinstance(tree["a"], Listing)
    assert tree == {"a": [Scalar("b", True, tree.mark)]}


def test_a_byte_order_mark_does_not_shift_the_columns():
    assert problem_of(b"\xef\xbb\xbfa: 1\na: 2").line == 2
    assert compose(b"\xef\xbb\xbfa: 1", "x.yaml").mark.column == 1


def test_windows_line_ends_count_as_one_line():
    assert compose("a: 1\r\nb: 2\r\n", "x.yaml").key_marks["b"].line == 2


def test_a_duplicate_key_names_both_lines():
    problem = problem_of("a: 1\nb: 2\na: 3\n")
    assert (problem.line, problem.column) == (3, 1)
    assert "line 1" in problem.why and problem.instead == "keep one of lines 1 and 3"


def test_all_structural_problems_are_named_at_once():
    with pytest.raises(BadInput) as caught:
        compose("a: &x 1\nb: *x\na: !!int 3\n<<: {c: 1}\n", "x.yaml")
    assert [problem.line for problem in caught.value.problems] == [1, 2, 3, 3, 4]


def test_a_decimal_comma_between_braces_is_seen_for_what_it_is():
    problem = problem_of("{value: 12,50, unit: EUR}")
    assert (problem.column, problem.instead) == (9, "write 12.50")
    assert compose("{a: 1, 50: x}", "x.yaml").keys() == {"a", "50"}


HOSTILE = {
    "nothing": (b"", "empty"),
    "only a comment": (b"# nothing\n", "empty"),
    "anchor": (b"a: &x 1", "anchor"),
    "alias": (b"a: &x 1\nb: *x", "anchor"),
    "alias to nothing": (b"a: *x", "alias"),
    "cycle": (b"a: &x [*x]", "anchor"),
    "billion laughs": (b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]", "anchor"),
    "python object": (b"a: !!python/object/apply:os.system ['true']", "tag"),
    "bool tag": (b"a: !!bool x", "tag"),
    "timestamp tag": (b"a: !!timestamp x", "tag"),
    "int tag": (b"a: !!int abc", "tag"),
    "binary tag": (b"a: !!binary =", "tag"),
    "own tag": (b"a: !x y", "tag"),
    "unknown tag handle": (b"a: !x!y z", "tag"),
    "merge key": (b"<<: {a: 1}", "merge"),
    "two documents": (b"a: 1\n---\nb: 2", "second document"),
    "text after the end": (b"a: 1\n...\nb: 2", "document"),
    "list as key": (b"? [a, b]\n: 1", "key"),
    "block as key": (b"{a: 1}: 2", "key"),
    "empty key": (b": 1", "key is empty"),
    "deep list": (b"[" * 1000, "nested"),
    "deep block": (b"".join(b" " * n + b"a:\n" for n in range(40)), "nested"),
    "deep list closed": (b"[" * 400 + b"]" * 400, "nested"),
    "wide list": (b"[" + b"a," * (MAX_NODES + 1) + b"]", "more than"),
    "too long": (b"a: " + b"x" * MAX_BYTES, "larger"),
    "UTF-16": ("a: 1".encode("utf-16"), "UTF-16"),
    "latin-1": (b"a: caf\xe9\n", "UTF-8"),
    "nul": (b"a: \x00", "invisible"),
    "escape sequence": (b"a: \x1b[31m", "invisible"),
    "escaped nul": (b'a: "\\0"', "invisible"),
    "lone surrogate": (b'a: "\\ud800"', "invisible"),
    "code point too large": (b'a: "\\U00110000"', "cannot be read"),
    "reversed reading": ("a: x\u202ey".encode(), "invisible"),
    "zero width": ("a: x\u200by".encode(), "invisible"),
    "another line break": ("a: x\u2028b: y".encode(), "invisible"),
    "next line": ("a: x\u0085b: y".encode(), "invisible"),
    "mark in the middle": ("a: 1\n\ufeffb: 2".encode(), "invisible"),
    "non-breaking space": ("a:\u00a01\n".encode(), "non-breaking"),
    "vast version": (b"%YAML 1." + b"9" * 5000 + b"\n--- a", ""),
    "directive": (b"%TAG ! !!\n---\na: 1", ""),
    "a value that starts with @": (b"a: @b", "cannot start"),
    "a value that starts with a backtick": (b"a: `b", "cannot start"),
    "a value that starts with %": (b"a: %b", "cannot start"),
    "tab": (b"a:\n\tb: 1", "tab"),
    "bare ampersand": (b"a: & b", "reference"),
    "bare asterisk": (b"a: * b", "reference"),
    "only brackets": (b"]", ""),
    "question marks": (b"? " * 500, ""),
    "dashes": (b"- " * 500, "nested"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_refused_within_a_second(name):
    text, word = HOSTILE[name]
    started = time.process_time()
    if name == "directive":
        compose(text, "x.yaml")  # an unused abbreviation for tags does no harm
    else:
        problem = problem_of(text)
        assert word in problem.what
        assert problem.what == problem.what.strip() and problem.render()
    assert time.process_time() - started < 2


@pytest.mark.parametrize("text", ["[" * 100_000, "a: " * 50_000, "? " * 100_000, '"' + "\\n" * 100_000,
                                  "\n".join(f"k{n}: v" for n in range(25_000)), "- a\n" * 60_000, "'" * 200_001])
def test_a_long_text_of_any_shape_is_done_within_seconds(text):
    started = time.process_time()
    with pytest.raises(BadInput):
        compose(text, "x.yaml")
    assert time.process_time() - started < 5


def test_nesting_up_to_the_limit_is_allowed():
    compose("[" * MAX_DEPTH + "]" * MAX_DEPTH, "x.yaml")


@pytest.mark.parametrize(
    ("text", "line", "column", "remedy"),
    [
        ("a:1\nb: 2", 1, 2, "write 'a: 1', with a space after the colon"),
        ("a: 1\nb:2\nc: 3", 2, 1, "write 'b: 2', with a space after the colon"),
        ("a:\n  b:1\n  c: 2", 2, 4, "write 'b: 1', with a space after the colon"),
        ("a: 'b\nc: d", 1, 4, "end the text with '"),
        ('a: "b\nc: d', 1, 4, 'end the text with "'),
        ('a: "\\q"', 1, 6, "use single quotes: '...'"),
        ("a: [b, c\nd: e", 1, 4, "put commas between the values and close with ]"),
        ("a: {b: c\nd: e", 1, 4, "put commas between the values and close with }"),
        ("a: b: c", 1, 5, ""),
        ("a:\n\tb: 1", 2, 1, "indent with two spaces"),
        ("a:\n  b: 1\n c: 2", 3, 2, ""),
        ("a:\n- b\n-c", 3, 1, "write a space after the dash"),
        ("a: @b", 1, 4, "put quotes around it"),
        ("a: > b\n", 1, 6, ""),
        ("{a: Hoeveel?}", 1, 12, "put quotes around the text"),
        (": a", 1, 1, "write a name before the colon"),
    ],
)
def test_a_syntax_error_is_put_in_plain_words_where_it_should_be_mended(text, line, column, remedy):
    problem = problem_of(text)
    assert (problem.line, problem.column) == (line, column)
    assert problem.instead
    if remedy:
        assert problem.instead == remedy


def test_a_file_that_is_not_there_gets_the_nearest_name(tmp_path):
    (tmp_path / "haarlems_gemak.yaml").write_text("a: 1")
    with pytest.raises(BadInput) as caught:
        load(tmp_path / "haarlem_gemak.yaml")
    assert "haarlems_gemak.yaml" in caught.value.problems[0].instead
    with pytest.raises(BadInput, match="folder"):
        load(tmp_path)
    with pytest.raises(BadInput):
        load("no\0where")


@given(st.text(max_size=300) | st.text("ab:-[]{}&*!|>'\"%@`#?,. \n\t0123456789<\\", max_size=120))
@settings(max_examples=400)
def test_any_text_is_read_or_refused_and_nothing_else(text):
    try:
        read(compose(text, "x.yaml"), dict[str, float])
    except BadInput as error:
        assert error.problems and str(error)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_and_nothing_else(data):
    try:
        compose(data, "x.yaml")
    except BadInput as error:
        assert error.problems and str(error)


def every_mark(node):
    """All nodes of a tree with where they stand, keys too."""
    yield type(node).__name__, (node.mark.line, node.mark.column), getattr(node, "text", None), \
        getattr(node, "bare", None)
    if isinstance(node, marks.Mapping):
        for key, value in node.items():
            yield key, (node.key_marks[key].line, node.key_marks[key].column)
            yield from every_mark(value)
    elif isinstance(node, marks.Listing):
        for value in node:
            yield from every_mark(value)


with_libyaml = pytest.mark.skipif(not yaml.__with_libyaml__, reason="libyaml is not there")
MODELS = {file.stem: file for file in sorted((Path(__file__).parents[2] / "models").rglob("*.yaml"))}


@with_libyaml
@pytest.mark.parametrize("model", MODELS)
def test_of_what_comes_along_the_quick_parser_finds_the_same_tree_with_the_same_marks(model):
    source = sources.open_source(MODELS[model])
    quick, careful = marks._quickly(source), marks._carefully(source)
    assert list(every_mark(quick.root)) == list(every_mark(careful.root))


@with_libyaml
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_so_it_does_of_the_canvas_to_begin_with_though_there_are_question_marks_in_its_comments(lang):
    source = sources.source_of(starter("Ons Groen", "ons_groen.yaml", lang), "ons_groen.yaml")
    assert "]?" in source.text
    assert list(every_mark(marks._quickly(source).root)) == list(every_mark(marks._carefully(source).root))


@cache
def lines_of(model):
    return MODELS[model].read_text(encoding="utf-8").split("\n")


@with_libyaml
@given(st.data(), st.sampled_from(list(MODELS)))
@settings(max_examples=250)
def test_what_the_quick_parser_takes_is_what_the_careful_one_finds_whatever_is_typed_into_it(data, model):
    first = data.draw(st.integers(0, len(lines_of(model)) - 1))
    text = "\n".join(lines_of(model)[first:first + data.draw(st.integers(1, 12))])
    for _ in range(data.draw(st.integers(1, 2))):
        at, cut = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 5))
        typed = data.draw(st.text("aé0:,.-[]{}'\"%&*!#|>?~ \n\t\\\r\u2028\U0001f600", max_size=4)
                          | st.sampled_from([": ", " #", "- ", "\n  ", "? ", "---", "|\n", "[a, b]", "{a: b}", "''"]))
        text = text[:at] + typed + text[at + cut:]
    source = sources.source_of(text, "x.yaml")
    if sources._ODD.search(text) is None and (quick := marks._quickly(source)):
        careful = marks._carefully(source)
        assert not careful.problems and bool(quick.root) == bool(careful.root)
        assert quick.root is None or list(every_mark(quick.root)) == list(every_mark(careful.root))


@with_libyaml
@pytest.mark.parametrize("text", ["{\ta: 0}", "a: {b: c ? d}", "a: {b: c?d}", "? a", "{? a}", "---", "a: [b: ]",
                                  "a: >#\n  b", "# a\r{\tb: 0}", "# a\n{\tb: 0}"])
def test_what_the_two_may_take_otherwise_is_read_carefully(text):
    assert marks._quickly(sources.source_of(text, "x.yaml")) is None
