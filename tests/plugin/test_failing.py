"""Whatever a plugin does wrong: one message with plugin, hook, week, file and line, and nothing wrong in the result."""

import json
import re
import subprocess
import sys
import time

import pytest

from simcore import cli

HEAD = '''"""Sour."""
import os, random, sys, threading
import numpy as np
from simcore.plugin import Account, Column, Day, Effect, Payment, Quantity, Stream, Update, hookimpl, plugin


@plugin
class Sour:
    """Sour."""
'''
MIDDLE = '''
    @hookimpl
    def brings(self, spec, numbers):
        yield Column(name="weeks")
        yield Account(name="till", purse=True)
        yield Stream(name="in", payer="residents", payee="till", item="plugins.sour")
        yield Stream(name="out", payer="till", payee="residents", item="plugins.sour")
        yield Stream(name="gift", payer="enterprise:cash", payee="residents", item="plugins.sour")
        yield Stream(name="bill", payer="enterprise:cash", payee="residents", item="plugins.sour", bill=True)
'''


def hook(name: str, body: str) -> str:
    """A hook whose body starts in the third week, so that a course is lost after some of it was played."""
    return f"\n    @hookimpl\n    def {name}(self, week):\n        if week.number >= 2:\n            {body}\n"


@pytest.fixture
def sour(tmp_path, monkeypatch, capfd, own_lanes):
    """``sour(text, *options)`` runs a small model with such a plugin: (exit code, output, errors, folder)."""
    count = []

    def ran(text: str | None, *options: str):
        count.append(1)
        out, file = tmp_path / f"out{len(count)}", tmp_path / "sour.py"
        sys.modules.pop("simwijk_found.sour", None)
        if text is not None:
            file.write_text(HEAD + text, encoding="utf-8")
        code = cli.ended(["run", "haarlems_gemak", "--residents", "200", "--weeks", "6", "--replications", "2",
                          "--no-pictures",
                          "--lang", "en", "--out", str(out),
                          *(["--plugin-file", str(file)] if text is not None else []), *options])
        said = capfd.readouterr()
        return code, said.out, said.err, out

    yield ran
    sys.modules.pop("simwijk_found.sour", None)


WRONG = {
    "raises": ("plan", "raise ValueError('no')", "failed {at}: ValueError: no"),
    "is not a number": ("plan", "yield Effect(target='hearing', scale=np.nan, because='x')",
                        "is nan; write finite numbers {at}"),
    "is infinite": ("plan", "yield Effect(target='hearing', add=np.inf, because='x')",
                    "is inf; write finite numbers {at}"),
    "has another shape": ("plan", "yield Effect(target='hearing', scale=np.ones(77), because='x')",
                          r"has shape \(77,\); .*{at}"),
    "falls below zero": ("plan", "yield Effect(target='hearing', add=-2, because='x')",
                         "'hearing' became -1.0; .*{at}"),
    "pays less than nothing": ("settle", "yield Payment(stream='in', cents=-5)",
                               "Payment.cents is -5; write 0 or more {at}"),
    "empties a purse": ("settle", "yield Payment(stream='out', cents=300)",
                        "takes 300 cents out of till, which holds 0; .*{at}"),
    "overdraws the enterprise": ("settle", "yield Payment(stream='gift', cents=10**10)",
                                 r"takes 10000000000 cents out of enterprise:cash, which holds \d+; .*bill=True {at}"),
    "leaves": ("settle", "sys.exit(0)", "failed {at}: SystemExit: 0"),
    "ends the process": ("settle", "os._exit(0)", r"failed {at}: SystemExit: os._exit\(0\)"),
    "raises what nobody catches": ("plan", "raise GeneratorExit('bye')", "failed {at}: GeneratorExit: bye"),
    "raises what cannot be read": ("plan", "raise type('Odd', (Exception,), {'__str__': lambda self: 1 / 0})()",
                                   r"failed {at}: Odd: \(its message cannot be read\)"),
    "passes for Ctrl-C": ("plan", "raise KeyboardInterrupt", "failed {at}: KeyboardInterrupt"),
    "stops what is no loop": ("settle", "raise StopIteration", "failed {at}: StopIteration"),
    "raises a novel": ("plan", "raise ValueError('so ' * 10**6 + chr(27))", "failed {at}: ValueError: so so"),
    "recurses": ("plan", "self.plan(week=week); list(self.plan(week=week))", "failed {at}: RecursionError"),
    "writes to what it sees": ("settle", "week.alive[0] = False", "failed {at}: ValueError: .*read-only"),
    "writes to a column": ("settle", "week.columns['weeks'] += 1", "failed {at}: ValueError: .*read-only"),
    "answers with something else": ("settle", "yield 7",
                                    "answered with int; it may answer with Payment, Update, Note {at}"),
}


@pytest.mark.parametrize("case", WRONG)
def test_one_message_says_what_it_does_where_and_when(sour, case):
    name, body, words = WRONG[case]
    code, out, err, folder = sour(MIDDLE + hook(name, body))
    assert (code, out) == (2, "") and not folder.exists()
    line = (HEAD + MIDDLE + hook(name, body)).split("\n").index(f"            {body}") + 1
    where = r"\(sour.py:\d+\)" if case == "recurses" else rf"\(sour.py:{line}\)"
    assert re.match(rf"sour.{name} in week 2: .*?{words.format(at=where)}", err), err
    assert err.count("\n") == 1 and len(err) < 1000 and err.strip().isprintable() and "Traceback" not in err


BEFORE = {
    "an unknown hook": (MIDDLE + hook("setle", "pass"),
                        r"sour.setle: there is no such hook; did you mean 'settle'\? .*\(sour.py:20\)"),
    "a hook that asks for too much": (MIDDLE + hook("plan", "pass").replace("week)", "week, year)"),
                                      r"sour.plan: asks for 'year'; write def plan\(self, week\) \(sour.py:20\)"),
    "a hook without self": (MIDDLE + hook("plan", "pass").replace("self, ", ""),
                            "sour.plan: asks for no 'self'; write def plan"),
    "a hook without its mark": (hook("plan", "pass").replace("@hookimpl", ""),
                                r"sour.plan: is never asked; write @hookimpl .*\(sour.py:12\)"),
    "a change of the model": (hook("brings", "pass").replace("week)", "spec, numbers)").replace(
        "if week.number >= 2:", "spec.canvas.costs.pop()\n        if 1:"),
                              "sour.brings: changes the model it was given"),
    "a column twice": (MIDDLE + "        yield Column(name='weeks')\n",
                       r"Column.name is 'weeks' a second time; .*\(sour.py:19\)"),
    "a hook by keyword alone": (MIDDLE + hook("plan", "pass").replace("self, ", "self, *, "),
                                r"sour.plan: asks for 'week'; write def plan\(self, week\) \(sour.py:20\)"),
    "a hook that waits": (MIDDLE + hook("plan", "pass").replace("def", "async def"),
                          r"sour.plan: is async, .*; write def plan \(sour"),
    "a hook around others": (MIDDLE + hook("plan", "pass").replace("hookimpl", "hookimpl(wrapper=True)"),
                             r"sour.plan: asks for more than to be a hook; "
                             r"write @hookimpl alone above it \(sour.py:20\)"),
    "a hook by another name": (hook("plan", "pass").replace("hookimpl", "hookimpl(specname='settle')"),
                               "write @hookimpl alone"),
    "a parameter by the name of a hook": ("    plan: float = 1\n",
                                          r"sour.plan: is the name of a hook, .*another name \(sour.py:\d+\)"),
    "attributes that fail": ("    def __getattr__(self, name):\n        raise RuntimeError('no ' + name)\n",
                             r"sour.parameters: failed \(sour.py:11\): RuntimeError: no "),
    "leaving as it is made": ("    def __post_init__(self):\n        sys.exit(0)\n",
                              r"sour.parameters: failed \(sour.py:11\): SystemExit: 0"),
    "failing as it is made": ("    def __post_init__(self):\n        raise ValueError('no')\n",
                              r"sour.parameters: failed \(sour.py:11\): ValueError: no"),
    "a check that answers a number": ("    @hookimpl\n    def check(self, spec):\n        return 5\n",
                                      "sour.check: answered with 5; write"),
    "a check that asks for nothing": ("    @hookimpl\n    def check(self):\n        return [1]\n",
                                      r"sour.check: answered with int; .*Problem"),
    "a check that asks for more": ("    @hookimpl\n    def check(self, spec, model):\n        return\n",
                                   "sour.check: asks for 'model'"),
    "a check that passes for Ctrl-C": ("    @hookimpl\n    def check(self, spec):\n        raise KeyboardInterrupt\n",
                                       r"sour.check: failed \(sour.py:12\): KeyboardInterrupt"),
    "a problem by itself": ("    @hookimpl\n    def check(self, spec):\n        return "
                            "__import__('simcore').errors.Problem('', 0, 0, 'x')\n",
                            "sour.check: answered with one Problem by itself; write yield"),
    "a problem that says nothing": ("    @hookimpl\n    def check(self, spec):\n"
                                    "        yield __import__('simcore').errors.Problem('', 0, 0, None)\n",
                                    "Problem.what is None; write a text"),
    "a problem that steers the screen": ("    @hookimpl\n    def check(self, spec):\n"
                                         "        yield __import__('simcore').errors.Problem('', 0, 0, "
                                         "'red' + chr(27) + '[31m')\n",
                                         "red·.31m"),
    "a module that passes for Ctrl-C": ("\nraise KeyboardInterrupt\n",
                                        r"'sour' .* is broken \(sour.py:11\): KeyboardInterrupt"),
    "a module that ends the process": ("\nos._exit(0)\n",
                                       r"'sour' .* is broken \(sour.py:11\): SystemExit: os._exit\(0\)"),
    "a number that cannot be": ("    rate: Quantity = Quantity(value='x')\n", r"'sour' .* is broken \(sour.py:10\): "),
    "a second plugin": ("\n@plugin\nclass Other:\n    pass\n",
                        r"'sour' \([^)]*sour.py\) is broken: ImportError: .*holds Other, Sour"),
    "a default that is no day": ("    start: Day = 'soon'\n",
                                 r"'sour' .* is broken: TypeError: the default of start is 'soon', which "),
    "a default that is no Quantity": ("    rate: Quantity = 5\n",
                                      r"'sour' .* is broken: TypeError: the default of rate is 5, which "),
    "a text that is none": ("    dutch_about = 'Een',\n",
                            r"'sour' .* is broken: TypeError: dutch_about is \('Een',\); write a text"),
    "money out of VAT": (MIDDLE.replace('payer="enterprise:cash", payee="residents"',
                                        'payer="enterprise:vat", payee="enterprise:cash"'),
                         "Stream.payer is 'enterprise:vat'; an enterprise pays out of 'enterprise:cash' alone"),
    "a cover of its own": (MIDDLE.replace(
        "yield Column(name=\"weeks\")", "from simcore.plugin import Cover; yield Cover(name='c', who='everyone', "
        "services=('vp-cleaning',), rate=1, payer='enterprise:cash', item='plugins.sour')"),
                           "Cover.payer is 'enterprise:cash'; an enterprise covers nothing of its own work"),
    "a parameter that is missing": ("    start: Day\n", "'sour' cannot do without 'start'"),
    "a module that cannot be loaded": ("\nimport nothing_like_this\n",
                                       r"'sour' .* is broken \(sour.py:11\): ModuleNotFoundError"),
}


@pytest.mark.parametrize("case", BEFORE)
def test_what_can_be_known_before_is_told_before_anything_is_played(sour, case):
    text, words = BEFORE[case]
    code, out, err, folder = sour(text)
    assert (code, out) == (2, "") and not folder.exists() and not (folder.parent / "kept").exists()
    assert re.search(words, err), err


@pytest.mark.parametrize("option, words", [
    ("sour:start=2013", "write 2013-01-01"), ("sour:strat=2013-01-01", "did you mean 'start'"),
    ("sour:start=", "is not name:key=value"), ("pgb:rate=much", "much")])
def test_a_wrong_parameter_is_met_with_the_right_one(sour, option, words):
    code, out, err, _ = sour("    start: Day\n", "--plugin", option)
    assert (code, out) == (2, "") and words in err


def test_a_plugin_without_a_name_for_people_goes_by_its_own(sour, tmp_path, capfd):
    (tmp_path / "sour.py").write_text(HEAD)
    for lang in ("nl", "en"):
        assert cli.ended(["check", "haarlems_gemak", "--plugin-file", str(tmp_path / "sour.py"), "--lang", lang]) == 0
        assert "sour" in capfd.readouterr().out


def test_two_plugins_of_one_name_are_named_with_both_places(sour, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "sour.py").write_text(HEAD)
    code, _, err, _ = sour(MIDDLE, "--plugin-file", str(other / "sour.py"))
    assert code == 2 and "found more than once" in err and str(tmp_path / "sour.py") in err and str(other) in err


def test_only_courses_in_which_it_fails_are_lost_and_the_others_are_as_without_it(sour):
    body = "if week.number == 2: yield Payment(stream='out', cents=np.where(week.luck(0) < 0.4, 1, 0))"
    code, out, err, folder = sour(MIDDLE + hook("settle", body), "--replications", "6", "--json")
    assert code == 3, err
    lost = json.loads(out)["failed"]
    assert code == 3 and 0 < len(lost) < 6 and {one["hook"] for one in lost} == {"settle"}
    assert err.startswith(f"{len(lost)} of 6 courses failed; the rest is kept") and "(sour.py:" in err
    plain = json.loads((sour(MIDDLE, "--replications", "6")[3] / "manifest.json").read_text())
    kept = json.loads((folder / "manifest.json").read_text())
    for lane in ("nothing", "enterprise"):
        assert kept["digests"][lane] == [plain["digests"][lane][r] for r in kept["replications"]]


def test_a_bill_may_overdraw_and_ends_the_enterprise(sour):
    code, _, err, folder = sour(MIDDLE + hook("settle",
                                              "yield Payment(stream='bill', cents=np.where(week.alive, 10**9, 0))"),
                                "--weeks", "20")
    assert (code, err) == (0, "") and "fails" in (folder / "events.csv").read_text()


HARMLESS = {
    "reseeds every generator": "random.seed(1); np.random.seed(1); np.random.random(9)",
    "unlocks what it sees": "a = week.alive; a.setflags(write=True); a[:] = False",
    "makes numpy raise": "np.seterr(all='raise')",
    "fills a list of its own": "x = list(week.columns); x.clear()",
}


@pytest.fixture
def digest(sour):
    """The digest of a run with this text as the plugin."""
    def of(text):
        code, _, err, folder = sour(text)
        assert code == 0, err
        return json.loads((folder / "manifest.json").read_text())["digest"]

    return of


@pytest.mark.parametrize("does", HARMLESS)
def test_what_it_does_to_the_world_around_changes_no_result(digest, does):
    import numpy as np

    before = np.geterr()
    assert digest(hook("plan", HARMLESS[does]) + hook("settle", HARMLESS[does])) == digest("")
    np.seterr(**before)


def test_arrays_it_keeps_and_changes_later_change_no_result(digest):
    text = MIDDLE + "    kept = []\n" + hook("settle", "for a in self.kept: a[:] = 99")
    keeps = "            a = np.ones(week.alive.size); self.kept.append(a); yield Update(column='weeks', values=a)\n"
    assert digest(text + keeps) == digest(MIDDLE)


@pytest.mark.parametrize("printing", [
    "threading.Thread(target=print, args=('loud',)).run(); sys.stdout = sys.__stdout__; print('loud')",
    "sys.stdout.close(); print('loud')",
    "t = threading.Thread(target=print, args=('loud',)); t.start(); t.join()", "print('loud')",
    "sys.__stdout__.write('loud'); sys.__stdout__.flush()",
                                      "os.write(1, b'loud')", "os.system('echo loud')"])
def test_printing_spoils_no_json(sour, printing):
    code, out, err, _ = sour(hook("plan", printing), "--json")
    assert code == 0 and json.loads(out)["failed"] == [] and "loud" in err


def test_what_a_module_prints_spoils_no_schema(sour, tmp_path, capfd):
    (tmp_path / "sour.py").write_text(HEAD + "\nprint('loud')\nos.write(1, b'loud')\n")
    assert cli.ended(["schema", "--plugin-file", str(tmp_path / "sour.py")]) == 0
    said = capfd.readouterr()
    assert "sour" in json.dumps(json.loads(said.out)) and said.err.count("loud") == 2


def test_a_folder_a_plugin_goes_to_moves_no_result(sour, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, err, _ = sour(hook("plan", "os.chdir('/')"), "--out", "here", "--quiet")
    assert code == 0 and (tmp_path / "here" / "manifest.json").exists(), err


def test_what_a_plugin_calls_itself_steers_no_screen(sour, tmp_path, capfd):
    (tmp_path / "sour.py").write_text(HEAD.replace('"""Sour."""', '"""Red \\x1b[31m."""', 1))
    assert cli.ended(["plugins", "--plugin-file", str(tmp_path / "sour.py")]) == 0
    assert cli.ended(["plugins", "sour", "--quick", "--plugin-file", str(tmp_path / "sour.py")]) == 0
    said = capfd.readouterr().out
    assert "\x1b" not in said and "Red ·[31m." in said


STAYS = {"a thread that stays": "threading.Thread(target=__import__('time').sleep, args=(60,)).start()",
         "a word at the end": "__import__('atexit').register(print, 'loud')"}


@pytest.mark.parametrize("does", STAYS)
def test_what_a_plugin_leaves_behind_neither_keeps_the_process_nor_spoils_its_answer(does, tmp_path):
    body = f"if week.number == 2: {STAYS[does]}\n            yield from ()"
    (tmp_path / "sour.py").write_text(HEAD + hook("plan", body))
    begin = time.monotonic()
    done = subprocess.run([sys.executable, "-m", "simcore.cli", "run", "haarlems_gemak", "--residents", "200",
                           "--weeks", "4", "--json",
                           "--replications", "1", "--no-pictures", "--plugin-file", str(tmp_path / "sour.py"), "--out",
                           str(tmp_path / "out")], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0 and json.loads(done.stdout)["failed"] == [] and time.monotonic() - begin < 55


def test_a_generator_that_is_broken_off_ends_within_its_call(sour):
    body = "try:\n                yield Effect(target='hearing', scale=np.nan, because='x')\n" \
           "            except BaseException:\n                yield Effect(target='hearing', scale=1, because='x')"
    code, _, err, _ = sour(hook("plan", body))
    assert code == 2 and "is nan; write finite numbers" in err and "Traceback" not in err and "ignored" not in err
