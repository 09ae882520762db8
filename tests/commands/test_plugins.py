"""``simwijk plugins``: the list, one plugin, what it touches; and what a run tells of plugins."""

import csv
import json
import re

import pytest

from simcore import cli
from simcore.plugin.finding import find

RAIN = '''"""It rains."""
import numpy as np

from simcore.plugin import (Column, Day, Effect, Flag, Quantity, Section, Shock, Stream, Payment, Text, Update,
                            hookimpl, plugin)
from datetime import date


@plugin
class Rain:
    """It rains."""
    dutch: Text = "Regen"
    english: Text = "Rain"
    start: Day = date(2013, 2, 4)
    fewer: Quantity = Quantity(value=0.2, low=0.1, high=0.3, unit="share", evidence="assumption", source="ours")
    lines: list[Text] = ()
    wet: Flag = True
    broken: Flag = False
    fragment = "{use: rain, with: {wet: true}}"

    @hookimpl
    def brings(self, spec, numbers):
        yield Column(name="weeks")
        yield Stream(name="rain.refund", payer="municipality:wmo", payee="residents", item="plugins.rain")
        yield Shock(name="rain", start=self.start, dutch="Regen", english="Rain")

    @hookimpl
    def plan(self, week):
        if week.date >= self.start:
            yield Effect(target="need.windows", scale=1 - week.numbers("fewer"), because="it rains")
            yield Effect(target="need.windows", floor=0.5, because="some still do")

    @hookimpl
    def settle(self, week):
        yield Update(column="weeks", values=week.columns["weeks"] + 1)
        yield Payment(stream="rain.refund", cents=250)

    @hookimpl
    def report(self, results):
        if self.broken:
            raise ValueError("no report")
        yield Section(dutch="Regen", english="Rain", dutch_lines=("Het regende.",), english_lines=("It rained.",),
                      dutch_head=("kwartaal", "euro"), english_head=("quarter", "euros"),
                      rows=tuple((str(n + 1), cents[0] / 100) for n, cents in enumerate(results.paid("rain.refund"))))
'''


@pytest.fixture
def rain(tmp_path):
    import sys

    file = tmp_path / "rain.py"
    file.write_text(RAIN, encoding="utf-8")
    yield file
    sys.modules.pop("simwijk_found.rain", None)


@pytest.fixture
def said(capsys):
    """``said(*arguments)`` runs a command: (exit code, output, errors)."""
    def of(*arguments):
        code = cli.ended(list(map(str, arguments)))
        out = capsys.readouterr()
        return code, out.out, out.err

    return of


@pytest.fixture
def run(said, tmp_path, rain, own_lanes):
    def of(*arguments, folder="out"):
        out = tmp_path / folder
        return *said("run", "haarlems_gemak", "--residents", 200, "--weeks", 20, "--replications", 3, "--no-pictures",
                     "--out", out, "--plugin-file", rain, "--lang", "en", *arguments), out

    return of


def test_the_list_names_each_with_its_origin_hooks_and_a_line(said):
    for lang, line in (("en", "A dated cut in household help"),
                       ("nl", "De gemeente geeft vanaf een dag minder uren huishoudelijke hulp")):
        rows = said("plugins", "--lang", lang)[1].splitlines()
        assert len(rows) == len(find()) and [row.split()[0] for row in rows] == list(find())
        (row,) = [row for row in rows if row.startswith("wmo_cut")]
        assert "brings, plan, settle" in row and line in row


def test_broken_plugins_are_listed_with_their_error_and_harm_nobody(said, tmp_path):
    for name, text in (("gone", "import nothing_like_this"), ("leaves", "import sys; sys.exit(1)"), ("two", "x = 1"),
                       ("ends", "import os; os._exit(9)"), ("bad", "def f(:")):
        (tmp_path / f"{name}.py").write_text(text + "\n")
    files = [part for name in ("gone", "leaves", "two", "ends", "bad")
             for part in ("--plugin-file", tmp_path / f"{name}.py")]
    code, out, _ = said("plugins", *files, "--lang", "en")
    assert code == 0 and len(re.findall(r"  BROKEN\s+\w+(?:Error|Exit): ", out)) == 5 and "wmo_cut" in out


def test_one_plugin_is_told_with_every_parameter_and_an_example(said, rain):
    code, out, err = said("plugins", "rain", "--plugin-file", rain, "--lang", "en", "--quick")
    assert (code, err) == (0, "") and out.startswith("rain: Rain\nIt rains.")
    assert "  start: date; 2013-02-04\n" in out and "  lines: list of text" in out and "  wet: yes or no; true\n" in out
    assert "  fewer: number with source; 20% (range 10 to 30) [share]\n    assumption: ours\n" in out
    assert ("simwijk:\n    plugins:\n      - {use: rain, with: {wet: true}}" in out
            and "--plugin rain:start=2013-02-04" in out)
    assert "dutch:" not in out


def test_what_it_touches_is_found_by_a_trial(said, rain):
    out = said("plugins", "rain", "--plugin-file", rain, "--lang", "en", "--model", "haarlems_gemak")[1]
    assert "number need.windows: 0.8 (without: 1), weeks 4 to 259\n" in out
    assert "money rain.refund: €650, from municipality:wmo to residents" in out
    assert "keeps count of: weeks" in out and "event on 2013-02-04: Rain" in out


@pytest.mark.parametrize("name", list(find()))
def test_every_bundled_plugin_says_what_it_is_and_its_parameters(said, name):
    for lang in ("nl", "en"):
        code, out, err = said("plugins", name, "--lang", lang, "--quick")
        assert (code, err) == (0, "") and out.startswith(f"{name}: ") and f"use: {name}" in out


def test_a_name_nobody_has_gets_the_nearest(said):
    code, out, err = said("plugins", "wmo_kut", "--lang", "en")
    assert (code, out) == (2, "") and "did you mean 'wmo_cut'" in err


# --- what a run tells ---------------------------------------------------------------------------------------------


def test_effects_are_told_with_weeks_values_plugin_and_reason_and_written_for_all_courses(run):
    code, out, err, folder = run("--explain-effects", "--quiet", "--plugin", "wmo_cut:start=2013-05-06,cut=0.5")
    assert (code, err) == (0, "") and "What plugins move in this course" in out
    text = " ".join(out.split())
    assert "weeks 17 to 19: wmo.hours from 1 to 0.5 wmo_cut: times 0.5 (fewer hours of household help)" in text
    assert re.search(r"weeks 4 to 19: need.windows from 1 to 0\.\d+ rain: times 0\.\d+ \(it rains\) rain: at least 0.5 "
                     r"\(some still do\)", text)
    with open(folder / "effects.csv", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert ({row["replication"] for row in rows} == {"0", "1", "2"}
            and {row["plugin"] for row in rows} == {"rain", "wmo_cut"})
    for row in rows:
        if row["part"] == "scale":
            assert float(row["value"]) == float(row["base"]) * float(row["by"])


def test_without_an_effect_that_is_said(run):
    out = run("--explain-effects", "--quiet", "--plugin", "rain:start=2020-01-01")[1]
    assert "In this course no plugin moves a number." in out


def test_looking_on_changes_no_cent_and_sees_what_an_earlier_run_has_kept(run):
    folders = [run(*options, folder=f"f{n}")[3] for n, options in enumerate([(), ("--explain-effects", "--profile")])]
    digests = [json.loads((folder / "manifest.json").read_text())["digest"] for folder in folders]
    assert digests[0] == digests[1]
    assert len((folders[1] / "effects.csv").read_text().splitlines()) > 3


def test_times_of_plugins_and_steps_add_up_to_the_total(run):
    figures = json.loads(run("--json", "--profile")[1])["profile"]
    shares = figures["shares"]
    assert sum(one["seconds"] for one in shares) == pytest.approx(figures["seconds"], rel=1e-9)
    calls = {one["what"]: one["calls"] for one in shares if one["plugin"] == "rain"}
    assert calls["settle"] == calls["plan"] and calls["report"] == 1
    assert 60 <= calls["plan"] <= 80                  # three lanes, and the typical course as far as there are payments
    assert {"people", "books", "calendar", "files"} <= {one["what"] for one in shares if not one["plugin"]}


def test_a_profile_is_told_as_a_table(run):
    out = run("--profile", "--quiet")[1]
    assert "How long it took" in out and "rain.settle" in out and re.search(r"together +[\d.]+ +100 %", out)


def test_a_section_stands_under_the_answer_in_both_languages_and_in_the_folder(run):
    code, out, err, folder = run()
    assert code == 0 and "\n\nRain (rain)\n  It rained.\n  quarter  euros\n  1           32" in out
    assert "Regen (rain)\n  Het regende.\n  kwartaal  euro" in run("--lang", "nl", folder="nl")[1]
    (kept,) = json.loads((folder / "sections.json").read_text(encoding="utf-8"))
    assert kept["plugin"] == "rain" and kept["rows"] == [["1", 32.5], ["2", 17.5]]


def test_a_report_that_fails_leaves_the_result_and_ends_with_three(run, said):
    code, out, err, folder = run("--plugin", "rain:broken=true")
    assert code == 3 and out.startswith("In this model") and not (folder / "sections.json").exists()
    assert re.fullmatch(r"rain.report: failed \(rain.py:41\): ValueError: no report; the result is kept without it\n",
                        err), err
    assert said("verify", folder)[0] == 0
