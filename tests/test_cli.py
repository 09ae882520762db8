import errno
import json
import signal
import subprocess
import sys

import pytest

from simcore import cli
from simcore.commands.run import progress

pytestmark = pytest.mark.usefixtures("own_lanes")
SMALL = ["--residents", "400", "--weeks", "20", "--replications", "2"]


def ran(capsys, *arguments: str) -> tuple[int, str, str]:
    code = cli.ended(list(arguments))
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def run(capsys, tmp_path):
    """Runs the small model into a folder of its own: (exit code, output, errors, folder)."""
    def once(*arguments: str, folder: str = "out"):
        out = tmp_path / folder
        return *ran(capsys, "run", "haarlems_gemak", *SMALL, "--out", str(out), *arguments), out

    return once


def test_help_is_given_at_once_and_loads_nothing_heavy():
    code = ("import sys; from simcore.cli import ended; ended(['run', '--help']); "
            "print([m for m in ('mesa', 'numba', 'numpy', 'pandas', 'seaborn', 'pydantic') if m in sys.modules])")
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "--replications" in out and out.strip().endswith("[]")


def test_check_loads_nothing_heavy():
    code = ("import sys; from simcore.cli import ended; ended(['check', 'haarlems_gemak']); "
            "print([m for m in ('mesa', 'numba', 'numpy', 'pandas', 'seaborn') if m in sys.modules])")
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "Haarlems Gemak" in out and out.strip().endswith("[]")


def test_a_run_answers_first_and_keeps_its_files(run):
    code, out, err, folder = run("--no-pictures")
    assert (code, err) == (0, "")
    assert out.startswith("In dit model leeft Haarlems Gemak in ")
    assert {one.name for one in folder.iterdir()} >= {"manifest.json", "payments.csv", "flows-enterprise.npz",
                                                      "events.csv"}
    assert not (folder / ".lock").exists()


def test_what_was_kept_can_be_verified(run, capsys):
    folder = run("--no-pictures", "--set", "revenue_streams.rs-cleaning.price=15")[3]
    code, out, _ = ran(capsys, "verify", str(folder), "--lang", "en")
    assert code == 0 and "Everything agrees" in out


def test_prices_give_a_balance_that_is_kept_and_verified(run, capsys, tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("effect,unit,price,year,source,note\ndisplacement.hours,hours/year,-20,2013,us,\n",
                    encoding="utf-8")
    code, out, err, folder = run("--no-pictures", "--lang", "en", "--weeks", "60", "--residents", "900", "--prices",
                                 str(file))
    assert (code, err) == (0, "") and "Indicative balance, by the prices in mine.csv\n  Worth of the effects" in out
    assert (folder / "prices.csv").read_bytes() == file.read_bytes()
    assert "balance" in json.loads((folder / "indicators.json").read_text(encoding="utf-8"))
    assert ran(capsys, "verify", str(folder))[0] == 0
    (folder / "prices.csv").write_text(file.read_text(encoding="utf-8").replace("-20", "-30"), encoding="utf-8")
    code, _, err = ran(capsys, "verify", str(folder))
    assert code == 2 and "balance" in err


def test_an_empty_file_of_prices_gives_no_balance_and_a_wrong_one_is_told_before_anything_is_played(run, tmp_path):
    from simcore.results.prices import shipped

    assert "No prices filled in." in run("--no-pictures", "--lang", "en", "--prices", str(shipped()))[1]
    code, out, err, folder = run("--no-pictures", "--lang", "en", "--prices", str(tmp_path / "nowhere.csv"),
                                 folder="wrong")
    assert code == 2 and "prices cannot be read" in err and not folder.exists()


def test_pictures_are_drawn(run):
    folder = run("--quiet")[3]
    assert len(list((folder / "pictures").glob("*.png"))) == 5


def test_a_run_that_fails_after_pictures_were_asked_for_leaves_no_folder(run, monkeypatch):
    import simcore.results.indicators

    monkeypatch.setattr(simcore.results.indicators, "measure", lambda *asked: 1 / 0)
    code, _, err, folder = run()
    assert code == 70 and "een fout van ons (ZeroDivisionError" in err and not folder.exists()


def bytes_of(folder):
    """Every file of a run but the manifest, which says when it was made."""
    return {file.name: file.read_bytes() for file in folder.rglob("*")
            if file.is_file() and file.name != "manifest.json"}


def cut_off(file):
    file.write_bytes(file.read_bytes()[:-99])


@pytest.mark.parametrize("spoil", [None, cut_off], ids=["whole", "cut off"])
def test_files_are_the_same_whether_lanes_were_kept_or_played(run, tmp_path, monkeypatch, spoil):
    from simcore import run as playing

    known, really = [], playing.play
    monkeypatch.setattr(playing, "play", lambda *a, **k: known.append(list(k["known"])) or really(*a, **k))
    policy = ("--no-pictures", "--plugin", "wmo_cut:start=2013-02-01")
    price = (*policy, "--set", "revenue_streams.rs-cleaning.price=15")
    run(*policy, folder="before")
    for file in (tmp_path / "kept").iterdir():
        if spoil:
            spoil(file)
    changed, again, fresh = (run(*price, *more, folder=name)[3] for name, *more in
                             (("changed",), ("again",), ("fresh", "--fresh")))
    assert known == [[], [] if spoil else ["nothing"], ["nothing", "enterprise", "strict"], []]
    assert bytes_of(changed) == bytes_of(again) == bytes_of(fresh)
    digests = {json.loads((folder / "manifest.json").read_text())["digest"] for folder in (changed, again, fresh)}
    assert len(digests) == 1 and len(list((tmp_path / "kept").iterdir())) == 5


def test_json_is_all_that_is_printed(run):
    code, out, err, folder = run("--no-pictures", "--json", "--luck-only")
    figures = json.loads(out)
    assert code == 0 and err == ""
    assert figures["luck_only"] is True and set("ABCD") == set(figures["tiers"])


def test_quiet_says_the_answer_and_the_folder(run):
    _, out, _, folder = run("--no-pictures", "--quiet", "--lang", "en")
    assert out.splitlines()[0].startswith("In this model") and out.splitlines()[1:] == [str(folder)]


FRAIL = '''"""Fails where its number is high."""
from simcore.plugin import Quantity, Number, hookimpl, plugin


@plugin
class Frail:
    """Fails."""
    limit: Quantity = Quantity(value=0.5, low=0, high=1, unit="share", evidence="assumption", source="a test")
    most: Number = 0.6

    @hookimpl
    def plan(self, week):
        if (week.numbers("limit") > self.most).any():
            raise ValueError("too high")
'''


def test_courses_in_which_a_plugin_fails_are_named_and_the_rest_is_kept(run, tmp_path, capsys):
    (tmp_path / "frail.py").write_text(FRAIL)
    code, out, err, folder = run("--no-pictures", "--lang", "en", "--replications", "5",
                                 "--plugin-file", str(tmp_path / "frail.py"))
    manifest = json.loads((folder / "manifest.json").read_text())
    lost = [one["replication"] for one in manifest["failed"]]
    assert code == 3 and 0 < len(lost) < 4 and sorted(lost + manifest["replications"]) == list(range(5))
    assert {(one["plugin"], one["hook"], one["week"]) for one in manifest["failed"]} == {("frail", "plan", 0)}
    assert f"of {5 - len(lost)} possible courses" in out.splitlines()[0]
    assert out.splitlines()[1] == \
        f"Note: {len(lost)} of 5 courses do not count, as a plugin failed in them: frail (plan, week 0)."
    assert err.startswith(f"{len(lost)} of 5 courses failed; the rest is kept") and "ValueError: too high" in err
    assert ", ".join(map(str, lost)) in err
    assert not (tmp_path / "kept").exists()                       # a part of doing nothing is not kept for other runs
    assert ran(capsys, "verify", str(folder))[0] == 0


def test_what_a_plugin_prints_does_not_get_between_the_figures(run, tmp_path):
    (tmp_path / "loud.py").write_text(FRAIL.replace("if (week", "print('loud')\n        if (week"))
    _, out, err, _ = run("--no-pictures", "--json", "--plugin-file", str(tmp_path / "loud.py"),
                         "--plugin", "loud:most=2")
    assert json.loads(out)["failed"] == [] and "loud" in err


def test_when_a_plugin_fails_in_every_course_the_run_ends_with_two_and_leaves_no_folder(run, tmp_path):
    (tmp_path / "frail.py").write_text(FRAIL)
    code, out, err, folder = run("--no-pictures", "--plugin-file", str(tmp_path / "frail.py"),
                                 "--plugin", "frail:most=0")
    assert ((code, out) == (2, "")
            and err.startswith("frail.plan in week 0: mislukt (frail.py:14): ValueError: too high; er blijft"))
    assert not folder.exists()


def test_the_objects_engine_loses_the_same_courses(run, tmp_path):
    (tmp_path / "frail.py").write_text(FRAIL)
    options = ["--no-pictures", "--weeks", "3", "--replications", "5", "--plugin-file", str(tmp_path / "frail.py")]
    folders = [run(*options, "--engine", engine, folder=engine)[3] for engine in ("columns", "objects")]
    failed = [json.loads((folder / "manifest.json").read_text())["failed"] for folder in folders]
    assert failed[0] == failed[1] != []


def test_no_result_is_overwritten(run):
    before = run("--no-pictures")[3]
    manifest = (before / "manifest.json").read_bytes()
    code, _, err, _ = run("--no-pictures", "--lang", "en")
    assert code == 2 and "holds a result already" in err
    assert (before / "manifest.json").read_bytes() == manifest


def test_the_number_of_threads_changes_no_cent(run):
    digests = {json.loads((run("--no-pictures", *options, folder=name)[3] / "manifest.json").read_text())["digest"]
               for name, options in {"one": ["--jobs", "1"], "two": ["--jobs", "2"]}.items()}
    assert len(digests) == 1


def test_the_objects_engine_gives_the_same_to_the_cent(capsys, tmp_path):
    found = []
    for engine in ("columns", "objects"):
        code, *_ = ran(capsys, "run", "haarlems_gemak", "--residents", "150", "--weeks", "14", "--replications", "2",
                       "--no-pictures", "--engine", engine, "--out", str(tmp_path / engine))
        assert code == 0
        found.append(json.loads((tmp_path / engine / "manifest.json").read_text())["digest"])
    assert found[0] == found[1]


@pytest.mark.parametrize("arguments, words", [
    (["--set", "revenue_streams.rs-cleaning.prise=16"], "unknown path"), (["--set", "nonsense"], "not path=value"),
    (["--set", "revenue_streams.rs-cleaning.price=12,50"], "12.50"), (["--plugin", "pgbb"], "did you mean 'pgb'"),
    (["--weeks", "many"], "--weeks"), (["--lang", "fr"], "--lang")])
def test_wrong_input_ends_with_two_and_leaves_no_folder(run, arguments, words):
    code, out, err, folder = run("--lang", "en", *arguments)
    assert (code, out) == (2, "") and words in err
    assert not folder.exists()


def test_an_unknown_model_is_met_with_the_nearest(capsys):
    code, _, err = ran(capsys, "run", "haarlems_gemaak", "--lang", "en")
    assert code == 2 and "did you mean 'haarlems_gemak'" in err


def test_the_law_can_be_read_strictly_from_the_command_line(run):
    folder = run("--no-pictures", "--law", "strict")[3]
    manifest = json.loads((folder / "manifest.json").read_text())
    assert manifest["law"] == "strict" and set(manifest["digests"]) == {"nothing", "enterprise", "lenient"}


def test_models_and_plugins_are_listed(capsys):
    assert "haarlems_gemak" in ran(capsys, "models")[1]
    listed = ran(capsys, "plugins", "--lang", "en")[1]
    assert "pgb" in listed and "bundled" in listed


def test_models_are_told_of_in_the_language_asked_for(capsys):
    assert "Convenience at home" in ran(capsys, "models", "--lang", "en")[1]
    assert "Gemak in huis" in ran(capsys, "models")[1]


@pytest.mark.parametrize("arguments", [[], ["new"]])
def test_a_word_alone_is_answered_with_its_help_and_nothing_before_it(capsys, arguments, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    code, out, err = ran(capsys, *arguments)
    assert (code, out) == (2, "") and err.startswith("Usage: simwijk") and err.count("Usage") == 1
    assert "Gebruik" not in err


def test_a_broken_plugin_is_listed_as_such(capsys, tmp_path):
    (tmp_path / "old.py").write_text("import nothing_like_this\n")
    code, out, _ = ran(capsys, "plugins", "--lang", "en", "--plugin-file", str(tmp_path / "old.py"))
    assert code == 0 and "BROKEN" in out and "nothing_like_this" in out


def test_check_says_all_that_is_wrong(capsys, tmp_path):
    (tmp_path / "m.yaml").write_text('version: "2.0"\n')
    code, out, err = ran(capsys, "check", str(tmp_path / "m.yaml"))
    assert (code, out) == (2, "") and "m.yaml:1:1" in err


def test_after_ctrl_c_the_lanes_at_work_stop_and_the_old_handler_is_back():
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), progress("x", silent=True) as tell:
        tell(0.1)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        tell(0.2)
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("error, code, words", [
    (KeyboardInterrupt(), 130, ("onderbroken", "interrupted")), (MemoryError(), 4, ("geheugen", "memory")),
    (PermissionError(13, "Permission denied", "runs"), 4, ("runs: dat mag hier niet", "runs: Permission denied")),
    (OSError(errno.ENAMETOOLONG, "too long", "xxx"), 2, ("xxx", "xxx")),
    (ModuleNotFoundError("no", name="numba"), 4, ("het pakket numba ontbreekt", "the package numba is missing")),
    (ModuleNotFoundError("no", name="simcore.x"), 70, ("een fout van ons", "our bug")),
    (ZeroDivisionError("x"), 70, ("een fout van ons", "our bug"))])
def test_each_kind_of_trouble_has_its_exit_code_and_no_traceback(capsys, monkeypatch, error, code, words):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr("simcore.canvas.bundled", fail)
    monkeypatch.delenv("SIMWIJK_DEBUG", raising=False)
    for lang, said in zip(("nl", "en"), words, strict=True):
        monkeypatch.setattr("simcore.ending.language", lambda arguments, lang=lang: lang)
        found, _, err = ran(capsys, "models")
        assert found == code and said in err and "Traceback" not in err


def test_a_bug_shows_where_when_asked(capsys, monkeypatch):
    monkeypatch.setattr("simcore.canvas.bundled", lambda: 1 / 0)
    monkeypatch.setenv("SIMWIJK_DEBUG", "1")
    assert "Traceback" in ran(capsys, "models")[2]
