import json

import pytest

from simcore import cli
from simcore.studies.kept import FILE

pytestmark = pytest.mark.usefixtures("own_lanes")
SMALL = ["--residents", "300", "--weeks", "16", "--replications", "2"]
TWICE = ["haarlems_gemak", "haarlems_gemak", "--set", "haarlems_gemak-2:revenue_streams.rs-cleaning.price=17"]
FRAIL = '''
"""Fails in some courses."""
import numpy as np
from simcore.plugin import Quantity, hookimpl, plugin

@plugin
class Frail:
    """Fails where its number is high."""
    most: Quantity = Quantity(value=0.5, low=0, high=1, unit="share", evidence="assumption", source="a test")

    @hookimpl
    def settle(self, week):
        if week.number == 3 and (week.numbers("most") > 0.55).any():
            raise ValueError("too high")
'''


@pytest.fixture
def ran(capsys, tmp_path, monkeypatch):
    """Runs a command in a folder of its own: (exit code, output, errors)."""
    monkeypatch.chdir(tmp_path)

    def once(*arguments: str) -> tuple[int, str, str]:
        code = cli.ended(list(arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return once


def test_a_comparison_answers_for_each_model_and_says_where_its_page_is(ran, tmp_path):
    code, out, err = ran("compare", *TWICE, *SMALL, "--out", "out", "--lang", "en")
    assert (code, err) == (0, "")
    first, second = out.splitlines()[:2]
    assert first.startswith("In this model Haarlems Gemak, €14 per hour lives without municipal money")
    assert "Haarlems Gemak, €17 per hour" in second and "open out/compare.html" in out
    assert {one.name for one in (tmp_path / "out").iterdir()} == {"compare.html", FILE, "haarlems_gemak",
                                                                  "haarlems_gemak-2"}


def test_what_was_kept_can_be_verified_whole_and_by_model(ran):
    assert ran("compare", *TWICE, *SMALL, "--out", "out", "--quiet")[0] == 0
    code, out, _ = ran("verify", "out", "--lang", "en")
    assert code == 0 and out.count("payments of course") == 2 and "the same doing nothing" in out
    assert ran("verify", "out/haarlems_gemak-2")[0] == 0


def test_a_figure_that_was_changed_afterwards_is_found(ran, tmp_path):
    ran("compare", *TWICE, *SMALL, "--out", "out", "--quiet")
    file = tmp_path / "out" / FILE
    about = json.loads(file.read_text(encoding="utf-8"))
    about["differences"][0]["parties"]["residents"]["median"] += 1
    file.write_text(json.dumps(about), encoding="utf-8")
    code, _, err = ran("verify", "out")
    assert code == 2 and "differences.0.parties.residents.median" in err


def test_nothing_is_overwritten(ran, tmp_path):
    ran("compare", "haarlems_gemak", *SMALL, "--out", "out", "--quiet")
    before = (tmp_path / "out" / "compare.html").read_bytes()
    code, _, err = ran("compare", "haarlems_gemak", *SMALL, "--out", "out", "--lang", "en")
    assert code == 2 and "is not empty" in err
    assert (tmp_path / "out" / "compare.html").read_bytes() == before


def bytes_of(folder):
    """Name -> bytes of every file but the manifests, which hold the time they were made."""
    return {file.relative_to(folder): file.read_bytes() for file in sorted(folder.rglob("*"))
            if file.is_file() and file.name != "manifest.json"}


def test_from_one_command_to_the_next_only_the_model_that_changed_plays_again(ran, tmp_path, monkeypatch):
    from simcore.studies import beside

    played = []

    class Seen(beside.Stage):
        def play(self, parts):
            played.extend((part.spec.name, "enterprise" if part.enterprise else "nothing") for part in parts)
            super().play(parts)

    monkeypatch.setattr(beside, "Stage", Seen)
    asked = ("compare", "haarlems_gemak", "compiratie", *SMALL, "--quiet")
    price = ("--set", "haarlems_gemak:revenue_streams.rs-cleaning.price=17")
    found = []
    for more in ((), price, price, (*price, "--fresh")):
        assert ran(*asked, *more, "--out", str(tmp_path / f"out{len(found)}"))[0] == 0
        found.append(sorted(played))
        played.clear()
    assert found == [[("compiratie", "enterprise"), ("haarlems_gemak", "enterprise"), ("haarlems_gemak", "nothing")],
                     [("haarlems_gemak", "enterprise")], [], found[0]]
    assert bytes_of(tmp_path / "out1") == bytes_of(tmp_path / "out2") == bytes_of(tmp_path / "out3")


def test_without_a_name_each_comparison_gets_a_folder_of_its_own(ran, tmp_path):
    for _ in range(2):
        assert ran("compare", "haarlems_gemak", *SMALL, "--quiet")[0] == 0
    assert len(list((tmp_path / "runs").glob("compare-*"))) == 2


def test_json_is_printed_alone_with_the_differences(ran):
    code, out, _ = ran("compare", *TWICE, *SMALL, "--json")
    found = json.loads(out)
    assert code == 0 and [one["key"] for one in found["models"]] == ["haarlems_gemak", "haarlems_gemak-2"]
    assert found["differences"][0]["figures"]["money"]["cash"]["courses"] == 2


@pytest.mark.parametrize("arguments, words", [
    (["compare"], "Missing argument"),
    (["compare", "haarlem_gemak"], "did you mean 'haarlems_gemak'?"),
    (["compare", "haarlems_gemak", "--set", "revenue_streams.rs-cleanin.price=3"], "unknown path"),
    (["compare", "haarlems_gemak", "--set", "other:revenue_streams.rs-cleaning.price=3"],
     "no model here is called 'other'"),
    (["compare", "haarlems_gemak", "--plugin", "pgbb"], "no plugin is called 'pgbb'"),
    (["compare", "haarlems_gemak", "--weeks", "0"], "0 is not in the range"),
])  # fmt: skip
def test_wrong_input_ends_with_two_and_leaves_no_folder(ran, tmp_path, arguments, words):
    code, out, err = ran(*arguments, "--lang", "en", *([] if "--weeks" in arguments else SMALL))
    assert (code, out) == (2, "") and words in err
    assert not (tmp_path / "runs").exists()


def test_a_plugin_that_fails_in_some_courses_costs_those_and_ends_with_three(ran, tmp_path):
    (tmp_path / "frail.py").write_text(FRAIL, encoding="utf-8")
    code, out, err = ran("compare", "haarlems_gemak", "haarlems_gemak", "--residents", "300", "--weeks", "8",
                         "--replications",
                         "8", "--plugin-file", "frail.py", "--out", "out", "--lang", "en")
    assert code == 3 and "courses failed" in err and "do not count, as a plugin failed in them: frail" in out
    manifest = json.loads((tmp_path / "out" / "haarlems_gemak" / "manifest.json").read_text(encoding="utf-8"))
    assert 0 < len(manifest["replications"]) < 8


def test_the_objects_engine_gives_the_same_to_the_cent(ran, tmp_path):
    found = []
    for engine in ("columns", "objects"):
        code, *_ = ran("compare", *TWICE, "--residents", "150", "--weeks", "14", "--replications", "2", "--engine",
                       engine,
                       "--out", engine, "--quiet")
        assert code == 0
        about = json.loads((tmp_path / engine / FILE).read_text(encoding="utf-8"))
        found.append([one["digest"] for one in about["models"]])
    assert found[0] == found[1]
