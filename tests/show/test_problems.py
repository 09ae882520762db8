"""What is wrong is told in Dutch or English: every sentence of the reader has its Dutch, and says the same."""

import ast
import re
from pathlib import Path

import pytest

from simcore import cli
from simcore.canvas import load
from simcore.canvas.starter import starter
from simcore.errors import BadInput, Problem, ReplicationsFailed, RunsFailed
from simcore.plugin.answers import PluginError
from simcore.plugin.patience import NoAnswer
from simcore.show.canvas_problems import OF_A_CANVAS
from simcore.show.cluster_problems import OF_CLUSTERS
from simcore.show.command_problems import OF_COMMANDS
from simcore.show.experiment_file_problems import OF_EXPERIMENT_FILES
from simcore.show.experiment_problems import OF_EXPERIMENTS
from simcore.show.file_problems import OF_FILES
from simcore.show.plugin_problems import OF_PLUGINS
from simcore.show.problem_texts import DUTCH
from simcore.show.problems import in_dutch, said, told

ROOT = Path(__file__).parents[2] / "simcore"
# Where a sentence stands in a call: the names of arguments, or which in order.
NAMED = ("what", "why", "instead")
IN_ORDER = {"refuse": slice(0, 3), "_note": slice(1, 3), "_add": slice(1, 4), "_stop": slice(1, 3),
            "problem": slice(0, 1), "Problem": slice(3, 6), "odd": slice(1, 4), "at_part": slice(3, 5)}
CODE = re.compile(r"^(for|payers): |^is x$|^x x$|^x \(in x\)$")    # only what to type, the same in both, or told elsewhere


def sentences(node: ast.expr) -> list[str]:
    """Every sentence that an argument may be; what differs is the word ``x``."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        return ["".join(part.value if isinstance(part, ast.Constant) else "x" for part in node.values)]
    if isinstance(node, ast.IfExp):
        return sentences(node.body) + sentences(node.orelse)
    if isinstance(node, ast.BinOp):
        return [a + b for a in sentences(node.left) or ["x"] for b in sentences(node.right) or ["x"]]
    return []


def of_the_machine_and_plugins() -> list[str]:
    """What is said when the machine is in the way or a plugin fails: the sentence of each such call."""
    at = {"Environment": 0, "complain": 0, "Wrong": 0, "PluginError": 3}
    found = {}
    for file in ROOT.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = getattr(call.func, "attr", getattr(call.func, "id", "")) if isinstance(call, ast.Call) else ""
            if name in at and len(call.args) > at[name]:
                found |= {one: 0 for one in sentences(call.args[at[name]])
                          if re.search("[a-wyz]", one) and " " in one.strip()}
    return sorted(found)


def test_what_the_machine_and_plugins_are_told_to_do_has_its_dutch_too():
    every = of_the_machine_and_plugins()
    assert len(every) > 40                             # behind some stands where a plugin wrote it
    assert [one for one in every if said(one) == one and said(plain := one.removesuffix("x")) == plain] == []


def test_where_a_plugin_wrote_it_stands_behind_in_both_languages():
    error = PluginError("a and b", "plan", 3, "both set 'tariff'; let one of them scale or add (a.py:3) (b.py:14)")
    assert told(error, "nl") == ("a en b.plan in week 3: zetten allebei 'tariff'; "
                                 "laat één ervan scale of add gebruiken (a.py:3) (b.py:14)")


def test_one_that_hangs_is_told_in_both_languages():
    error = NoAnswer("a.plan in week 3: no answer within 30 seconds (a.py:3); does its loop end? "
                     "SIMWIJK_PLUGIN_SECONDS=60 would give it longer")
    assert told(error, "nl") == ("a.plan in week 3: geeft binnen 30 seconden geen antwoord (a.py:3); "
                                 "houdt de lus wel op? SIMWIJK_PLUGIN_SECONDS=60 geeft het langer de tijd")


def test_where_a_plugin_fails_stands_before_the_sentence_in_both_languages():
    error = PluginError("sour", "plan", 3, "Effect.scale of 'tariff' is nan; write finite numbers")
    assert told(error, "nl") == "sour.plan in week 3: Effect.scale van 'tariff' is nan; schrijf eindige getallen"
    assert told(error, "en") == str(error)
    failed = ReplicationsFailed({1: str(error), 4: "odd.settle in week 2: failed (odd.py:3): ValueError: too high"}, 20)
    assert told(failed, "nl").split("\n") == [
        "2 van de 20 verlopen mislukten; de andere zijn bewaard", f"  verloop 1: {told(error, 'nl')}",
        "  verloop 4: odd.settle in week 2: mislukt (odd.py:3): ValueError: too high"]


def test_of_an_experiment_runs_are_counted_and_not_courses():
    failed = RunsFailed({7: "odd.plan in week 2: failed (odd.py:3): ValueError: x"}, 600)
    assert told(failed, "en").split("\n")[0] == "1 of 600 runs failed; the rest is kept"
    assert told(failed, "nl").split("\n") == ["1 van de 600 keer spelen mislukte; de rest is bewaard",
                                              "  spel 7: odd.plan in week 2: mislukt (odd.py:3): ValueError: x"]


def of_the_reader() -> list[str]:
    found = {}
    for file in [*(ROOT / "files").glob("*.py"), *(ROOT / "canvas").glob("*.py"), *(ROOT / "plugin").glob("*.py"),
                 *(ROOT / "experiments").glob("*.py"), *(ROOT / "commands").glob("*.py"), ROOT / "studies/agreement.py"]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            given = []
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                given = [*node.args[IN_ORDER.get(name, slice(0, 0))],
                         *(k.value for k in node.keywords if k.arg in NAMED)]
            elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in NAMED:
                given = [node.value]
            found |= {one: 0 for part in given
                      for one in sentences(part) if " " in one.strip() and not CODE.match(one)}
    return sorted(found)


def test_every_sentence_of_the_reader_has_its_dutch():
    every = of_the_reader()
    assert len(every) > 200
    assert [one for one in every if said(one) == one and said(f"'x' {one}") == f"'x' {one}"] == []


def test_words_to_type_stay_as_they_are():
    assert said("known: start, item, payer; as in pgb: {rate: 20.4}") == \
        "bekend: start, item, payer; zoals pgb: {rate: 20.4}"


def test_in_which_models_something_is_wrong_stands_behind_it_in_both_languages():
    assert said("path is varied a second time (in ons_groen, mine-2)") == \
        "path wordt voor de tweede keer gevarieerd (in ons_groen, mine-2)"


def test_a_sentence_stands_in_one_of_the_lists():
    assert len(DUTCH) == sum(map(len, (OF_FILES, OF_A_CANVAS, OF_PLUGINS, OF_COMMANDS, OF_EXPERIMENTS,
                                        OF_EXPERIMENT_FILES, OF_CLUSTERS)))


def test_both_languages_leave_the_same_places_open():
    assert [one for one, dutch in DUTCH.items() if one.count("{}") != dutch.count("{}")] == []


@pytest.mark.parametrize("file", sorted((Path(__file__).parents[1] / "errors").glob("*.txt")), ids=lambda one: one.stem)
def test_what_to_type_and_where_is_the_same_in_both(file):
    """Numbers, words between quotes and the line that is shown are nobody's language."""
    for block in re.split(r"\n(?=\S)", file.read_text(encoding="utf-8").strip()):
        head, *lines = block.split("\n")
        remedy = lines[-1].partition("= ")[2]
        place, _, what = head.partition(": ")
        told = in_dutch(Problem(place, 1, 1, what, "", remedy))
        assert not remedy or told.instead != remedy
        for before, after in ((what, told.what), (remedy, told.instead)):
            assert (re.findall(r"'[^']*'|\d[\d.-]*", before) == re.findall(r"'[^']*'|\d[\d.-]*", after)
                    or "sleutel" in after)


VAT = """sim:
      english: garden work
      activity: garden
      team: kr-team
      place: outdoors
      vat: {value: 0.21, unit: share, evidence: fact, source: COM-016, note: "derived: the general rate"}"""


@pytest.mark.parametrize("wrong, what, instead", [
    (("price: {value: 15,", "price: {value: 12,50,"), "'12,50' heeft een komma; tussen accolades begint",
     "= schrijf 12.50\n"),
    (("price: {value: 15,", "price: {value: €15,"), "heeft de eenheid ervoor staan",
     "schrijf 15; de eenheid staat bij unit"),
    (("value: 0.9, unit", "value: 90, unit"), "moet tussen 0 en 1 zijn als de eenheid share is", "voor 90 procent 0.9"),
    (("unit: EUR/hour, low: 12", "unit: euro per uur, low: 12"), "'euro per uur' is onbekend", "= schrijf EUR/hour"),
    (("  contract: participation_place", "  contract: vrijwilliger"), "'vrijwilliger' is hier onbekend",
     "= bedoel je 'volunteer'? bekend: participation_place (participatieplaats)"),
    (("    sim:\n      english: the team", "    sims:\n      english: the team"), "onbekende sleutel 'sims'",
     "bedoel je 'sim'?"),
    (("  - id: kr-team", "\t- id: kr-team"), "hier staat een tab", "spring in met twee spaties"),
    (("team: kr-team", "team: kr-ploeg"), "ploeg 'kr-ploeg' is onbekend, in value_propositions.vp-garden",
     "bekend: kr-team"),
    (("low: 12, high: 18, evidence: open", "evidence: open"), "open heeft een bandbreedte nodig",
     "zet low: ... en high:"),
    (("start: 2013-01-07", "start: 7-1-2013"), "is niet als datum geschreven", "= schrijf 2013-01-07"),
    ((VAT, "sim: {english: garden work, activity: garden, team: kr-team}"), "vp-garden.sim mist vat",
     "= zet het erbij tussen de accolades: {..., vat: {value: 0.21, unit: share, ...}}\n"),
    (("      phase_out:", "      #"), "share staat er zonder phase_out",
     "= zet er een regel bij: phase_out: ..., of haal share weg bij een partner die geen kosten draagt")])
def test_a_mistake_in_a_canvas_is_told_in_the_language_asked_for(wrong, what, instead, tmp_path, capsys):
    mine = tmp_path / "mine.yaml"
    mine.write_text(starter("Ons Groen", "x.yaml", "en").replace(*wrong, 1), encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        load(mine)
    assert cli.ended(["check", str(mine), "--lang", "en"]) == 2
    assert capsys.readouterr().err.strip() == str(caught.value)
    assert cli.ended(["check", str(mine)]) == 2
    dutch = capsys.readouterr().err
    assert what in dutch and instead in dutch and f"{mine}:" in dutch


def test_what_a_plugin_goes_by_is_told_within_its_sentence():
    assert said("uses 'x', which goes by 'costs.a' whether or not there is an enterprise") == \
        "gebruikt 'x', en die rekent met 'costs.a', of er nu een onderneming is of niet"


def test_a_sentence_without_dutch_stays_as_it_is():
    strange = Problem("x.yaml", 1, 1, "something nobody foresaw", "because", "do this")
    assert in_dutch(strange) == strange


def test_of_many_problems_the_rest_is_counted_in_dutch():
    many = BadInput([Problem("x.yaml", n, 1, "is empty") for n in range(1, 24)])
    assert told(many, "nl").endswith("\nen nog 3") and told(many, "en").endswith("\nand 3 more")


@pytest.mark.parametrize("arguments, words", [
    (["run"], "'MODEL' ontbreekt."), (["run", "x", "--wek", "3"], "is er niet"), (["rnu"], "Bedoel je 'run'?"),
    (["run", "x", "--weeks", "a"], "'a' is geen heel getal"),
    (["run", "x", "--fresh=1"], "Achter '--fresh' hoort geen waarde."),
    (["tensions", "--write", __file__], f"'{__file__}' is een bestand."),
    (["run", "x", "--lang", "fr"], "'fr' is geen van 'nl', 'en'"),
    (["run", "haarlemsgemak"], "er is geen model 'haarlemsgemak'\n      = bedoel je 'haarlems_gemak'?")])
def test_a_wrong_command_is_told_in_dutch_unless_english_is_asked_for(arguments, words, capsys):
    assert cli.ended(arguments) == 2
    assert words in capsys.readouterr().err
    if "--lang" not in arguments:
        assert cli.ended([*arguments, "--lang=en"]) == 2
        assert words not in capsys.readouterr().err


def test_a_file_beside_that_is_called_so_is_offered_for_a_name(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ons_groen.yaml").write_text("x", encoding="utf-8")
    assert cli.ended(["run", "ons_groen"]) == 2
    assert "bedoel je ons_groen.yaml?" in capsys.readouterr().err
