"""A plugin that gives no answer is named with hook, week and line, and the run ends; also when it cannot be stopped."""

import os
import subprocess
import sys
import time

import pytest

from simcore.canvas import load
from simcore.plugin import Effect, Flag, hookimpl, patience, plugin
from simcore.plugin.patience import NoAnswer, Watch
from simcore.run import play
from simcore.testing import run
from simcore.week.lane import Lane

SLOW = '''"""Never answers."""
import time

from simcore.plugin import hookimpl, plugin


@plugin
class Slow:
    """Never answers."""

    @hookimpl
    def plan(self, week):
        while week.number == 1:
            {does}
'''


@pytest.fixture
def brief(monkeypatch):
    """Half a second is all a call gets."""
    monkeypatch.setenv(patience.VARIABLE, "0.5")


@pytest.fixture
def lived(monkeypatch):
    """Lane -> how many weeks it has lived, of every lane that began one."""
    weeks, step = {}, Lane.step

    def counted(lane):
        weeks[lane] = weeks.get(lane, 0) + 1
        step(lane)

    monkeypatch.setattr(Lane, "step", counted)
    return weeks


def test_a_loop_that_does_not_end_is_named_with_hook_week_and_line(brief):
    @plugin
    class Endless:
        """Turns."""
        bare: Flag = False

        @hookimpl
        def settle(self, week):
            while week.number == 2:
                pass

    begin = time.monotonic()
    with pytest.raises(NoAnswer,
                       match=r"^endless.settle in week 2: no answer within 0.5 seconds \(test_patience.py:\d+\); "
                                       r"does its loop end\? SIMWIJK_PLUGIN_SECONDS=1 would give it longer"):
        run(Endless(), weeks=4)
    assert time.monotonic() - begin < 20


def test_a_generator_that_never_stops_thinking_is_named_too(brief):
    @plugin
    class Thinker:
        """Thinks between two answers."""

        @hookimpl
        def plan(self, week):
            yield from ()
            while True:
                pass

    with pytest.raises(NoAnswer, match="^thinker.plan in week 0: no answer"):
        run(Thinker(), weeks=1)


def test_it_is_named_also_where_doing_nothing_plays_on_another_thread(brief, lived):
    """Either lane may be the first to meet it; the other does not play on."""
    @plugin
    class Hangs:
        """Turns, with an enterprise or without."""
        alone: Flag

        @hookimpl
        def plan(self, week):
            yield Effect(target="wmo.hours", scale=0.9, because="a test")
            while week.number == 20 and self.alone == (week.tally["aware"].sum() == 0):
                pass

    for alone in (True, False):
        with pytest.raises(NoAnswer, match="^hangs.plan in week 20: no answer within 0.5 seconds"):
            play(load("haarlems_gemak", ["channels.ch-street.outside=4"]), replications=2, residents=300, weeks=2000,
                 threads=2, plugins=[("hangs", Hangs(alone=alone))])
    assert len(lived) == 4 and max(lived.values()) < 1500


def test_one_that_hangs_before_the_first_week_ends_the_chunks_that_play_beside_it(brief, lived):
    brought = []

    @plugin
    class Late:
        """Turns, the second time that it is asked what it brings."""

        @hookimpl
        def brings(self, spec, numbers):
            brought.append(None)
            while len(brought) == 2:
                pass
            return ()

    with pytest.raises(NoAnswer, match="^late.brings: no answer within 0.5 seconds"):
        play(load("haarlems_gemak"), replications=2, residents=300, weeks=3000, chunk=1, threads=2,
             plugins=[("late", Late())])
    assert len(lived) == 1 and max(lived.values()) < 2500


def test_a_call_in_time_is_left_alone_and_one_within_another_has_a_time_of_its_own(brief, monkeypatch):
    monkeypatch.setattr(os, "_exit", os._exit)                   # which a second watch would keep for itself
    watch = Watch()
    with watch.over("a", "plan", 0, ""), watch.over("b", "plan", 0, ""):
        time.sleep(0.05)
    assert not watch.calls


WAITS, CATCHES = "time.sleep(3600)", "try:\n                while True: pass\n            except BaseException: pass"
EN = "en", "slow.plan in week 1: no answer within 1 seconds (slow.py:1"
NL = "nl", "slow.plan in week 1: geeft binnen 1 seconden geen antwoord (slow.py:1"


@pytest.mark.parametrize("does, lang, words", [
    pytest.param(WAITS, *EN, id="waits outside Python"), pytest.param(CATCHES, *NL, id="catches everything"),
    pytest.param(WAITS, *NL, id="waits, in Dutch", marks=pytest.mark.long),
    pytest.param(CATCHES, *EN, id="catches, in English", marks=pytest.mark.long)])
def test_one_that_cannot_be_stopped_ends_the_process_with_its_name(does, lang, words, tmp_path):
    (tmp_path / "slow.py").write_text(SLOW.format(does=does))
    done = subprocess.run([sys.executable, "-m", "simcore.cli", "run", "haarlems_gemak", "--residents", "200",
                           "--weeks", "4",
                           "--replications", "2", "--no-pictures", "--lang", lang, "--plugin-file",
                           str(tmp_path / "slow.py"), "--out",
                           str(tmp_path / "out")], capture_output=True, text=True, timeout=120,
                          env={**__import__("os").environ, patience.VARIABLE: "1"})
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.startswith(words)
    assert "Traceback" not in done.stderr and not (tmp_path / "out").exists()


SPLIT = '''
import os
from simcore.plugin.patience import watch

with watch.over("a", "plan", 0, ""):
    if os.fork() == 0:
        {child}
    print("left with", os.waitstatus_to_exitcode(os.wait()[1]))
print("went on", flush=True)
'''


@pytest.mark.parametrize("child, code",
                         [("pass", 1), ("os._exit(3)", 3), ("raise SystemExit(4)", 1), ("os._exit(0)", 0)])
@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing splits off here")
def test_a_process_that_a_plugin_splits_off_plays_no_second_run(child, code):
    # a child that is not ended waits for a child it has not, which raises: it never goes on
    done = subprocess.run([sys.executable, "-c", SPLIT.format(child=child)], capture_output=True, text=True, timeout=60)
    said = done.stdout.splitlines()
    assert said.count("went on") == 1 and done.returncode == 0
    assert said == [f"left with {code if code > 1 or child.endswith('(0)') else 0}", "went on"]


THREAD = '''
import os, threading
from simcore.plugin.patience import watch

with watch.over("a", "plan", 0, ""):
    thread = threading.Thread(target={does})
    thread.start()
    thread.join()
print("went on")
'''


@pytest.mark.parametrize("does", ["lambda: os._exit(0)", "lambda: __import__(os.name)._exit(0)"])
def test_a_thread_of_a_plugin_cannot_end_the_process_either(does):
    done = subprocess.run([sys.executable, "-c", THREAD.format(does=does)], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "went on\n", "")


KILLS = """import os, signal
            mine = str(__import__("threading").get_ident())
            os.environ.setdefault("BY", mine) == mine and os.kill(os.getpid(), signal.{})
            time.sleep(1)
            break"""


@pytest.mark.skipif(os.name == "nt", reason="no such signals there")
@pytest.mark.parametrize("number, code, words", [("SIGTERM", 143, "ended from outside during slow.plan in week 1"),
                                                 ("SIGINT", 130, "interrupted during slow.plan in week 1")])
def test_an_order_to_end_says_what_was_under_way(number, code, words, tmp_path):
    (tmp_path / "slow.py").write_text(SLOW.format(does=KILLS.format(number)))
    done = subprocess.run([sys.executable, "-m", "simcore.cli", "run", "haarlems_gemak", "--residents", "200",
                           "--weeks", "4",
                           "--replications", "2", "--no-pictures", "--lang", "en", "--plugin-file",
                           str(tmp_path / "slow.py"), "--out",
                           str(tmp_path / "out")], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", f"\n{words}\n")
    assert not (tmp_path / "out").exists()


def test_a_module_that_hangs_when_it_is_loaded_is_named(brief, tmp_path):
    from simcore.plugin.finding import find

    (tmp_path / "stuck.py").write_text("while True:\n    pass\n")
    with pytest.raises(NoAnswer, match=r"^stuck.import: no answer within 0.5 seconds \(stuck.py:[12]\)"):
        find([tmp_path / "stuck.py"])["stuck"][0].kind
