"""A folder for a USB stick: what is on it, what it says, and that nothing is half there."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from collections import namedtuple
from pathlib import Path

import pytest

from simcore.canvas import load
from simcore.canvas.bundled import models, neighbourhoods
from simcore.cli import ended
from simcore.commands import sheets
from simcore.demo import kept
from simcore.demo.deck import deck
from simcore.demo.preparing import likely
from simcore.demo.stick import filling, played, targets, wheels
from simcore.demo.stick.on_it import start
from simcore.demo.stick.papers import papers
from simcore.demo.stick.plans import plans
from simcore.demo.stick.targets import Target, here
from simcore.demo.stick.texts import STICK_TEXTS
from simcore.errors import BadInput
from simcore.experiments.case import forget_cases

ROOT = Path(__file__).parents[2]
PAGE = '<script type="application/json" id="saved">{"of": 30}</script>'
# What each asks for; numbers has nothing for a Mac with an Intel chip.
ASKS = {"simwijk": ['numbers', 'paper ; extra == "pdf"', 'gone ; extra == "cluster"'], "pip": [], "paper": [],
        "numbers": ['colours ; sys_platform == "win32"', 'old ; python_version < "3.12"'], "colours": [], "old": []}
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no sh")


def wheel(name: str, version: str, tag: str, into: Path) -> Path:
    """A wheel with nothing in it but what it is and what it asks for."""
    file = into / f"{name}-{version}-{tag}.whl"
    about = [f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}"]
    about += [f"Requires-Dist: {one}" for one in ASKS[name]]
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(f"{name}-{version}.dist-info/METADATA", "\n".join(about) + "\n")
        made.writestr(f"{name}-{version}.dist-info/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n")
        made.writestr(f"{name}-{version}.dist-info/RECORD", "")
    return file


@pytest.fixture
def shop(monkeypatch, tmp_path):
    """A place to fetch from without pip and network: what was asked for there, target by target. Sheets are made of no
    residents, and nothing was played yet."""
    asked = []
    monkeypatch.setenv("SIMWIJK_CACHE", str(tmp_path / "cache"))

    def download(target, packages, into):
        asked.append((target, packages))
        if (target.system, target.chip) == ("mac", "x86_64"):
            raise wheels.Absent("numbers 2")
        for one in packages:
            name, _, version = one.partition("==")
            tag = "py3-none-any" if name != "numbers" else f"cp{target.python.replace('.', '')}-none-{target.system}"
            wheel(name, version or "1", tag, into)

    monkeypatch.setattr(wheels, "download", download)
    monkeypatch.setattr(sheets, "files_of", lambda models, *size: {"3_bets.pdf": (None, repr((models, size)).encode())})
    monkeypatch.setattr(wheels, "own_wheel", lambda root, into: wheel("simwijk", "0.1.0", "py3-none-any", into))
    return asked


@pytest.fixture
def page(tmp_path):
    """A page as simwijk demo saves it, as far as a stick looks at it."""
    file = tmp_path / "saved.html"
    file.write_text(PAGE)
    return file


@pytest.fixture
def simwijk(capfd):
    def command(*words, code=0, lang="en"):
        capfd.readouterr()
        assert ended([*map(str, words), "--lang", lang]) == code
        both = capfd.readouterr()
        return both.out + both.err

    return command


# --- what is fetched --------------------------------------------------------------------------------------------------


def test_a_computer_gets_what_is_asked_for_there_at_the_pinned_versions(shop, tmp_path):
    own = wheel("simwijk", "0.1.0", "py3-none-any", tmp_path)
    found = {}
    for target in [Target("windows", "x86_64", "3.13"), Target("linux", "x86_64", "3.11")]:
        into = tmp_path / target.system
        into.mkdir()
        pins = wheels.pins_of('numbers==2 ; python_version < "3.12"\nnumbers==3 ; python_version >= "3.12"\n', target)
        wheels.fetch(target, own, pins, into)
        found[target.system] = sorted("-".join(one.name.split("-")[:2]) for one in into.iterdir())
    assert found == {"windows": ["colours-1", "numbers-3", "paper-1", "pip-1"],
                     "linux": ["numbers-2", "old-1", "paper-1", "pip-1"]}


def test_pip_is_asked_for_wheels_of_the_other_system_and_says_what_is_not_there(tmp_path, monkeypatch):
    shelf, into = tmp_path / "shelf", tmp_path / "into"
    shelf.mkdir()
    wheel("numbers", "2", "cp313-cp313-win_amd64", shelf)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shelf))
    wheels.download(Target("windows", "x86_64", "3.13"), ["numbers==2"], into)
    assert [one.name for one in into.iterdir()] == ["numbers-2-cp313-cp313-win_amd64.whl"]
    with pytest.raises(wheels.Absent, match="^numbers 2$"):
        wheels.download(Target("mac", "arm64", "3.13"), ["numbers==2"], into)


def test_this_computer_comes_first_whatever_else_is_asked_for():
    assert list(targets.targets([], [])) == [here()]
    some = list(targets.targets(["windows", "mac"], ["3.12"]))
    assert some[0] == here() and {(one.system, one.chip) for one in some[1:] if one.python == "3.12"} >= {
        ("windows", "x86_64"), ("mac", "arm64"), ("mac", "x86_64")}
    said = (ROOT / "docs/install.md").read_text(encoding="utf-8").split("\n\n")[1]
    assert set(targets.PYTHONS) == set(re.findall(r"3\.1[1-9]", said))


# --- what is on it ----------------------------------------------------------------------------------------------------


def test_a_stick_has_all_there_is_to_start_to_read_and_to_fall_back_on(shop, page, simwijk, tmp_path):
    folder = tmp_path / "usb"
    said = simwijk("stick", folder, "--page", page)
    assert {one.name for one in folder.iterdir()} == filling.OURS
    assert (folder / "plan_b.html").read_text() == PAGE
    assert (folder / "uitleg" / "draaiboek.html").is_file()
    assert (folder / "papier" / "3_bets.pdf").read_text() == "((), (100, 5000, 'en'))"
    about = json.loads((folder / "simwijk" / "stick.json").read_text())
    assert about["sets"][0] == [here().system, here().chip, here().python]
    assert ["windows", "x86_64", "3.12"] in about["sets"] and ["mac", "x86_64", "3.12"] not in about["sets"]
    names = {one.name for one in (folder / "simwijk" / "wheels").iterdir()}
    assert {"numbers-2.0-cp312-none-windows.whl", "simwijk-0.1.0-py3-none-any.whl"} & names
    assert "- Windows, with Python 3.11, 3.12 or 3.13\n" in said
    assert "- Not for Mac with an Intel chip: there is no package numbers 2 for it.\n" in said
    assert "30 possible courses" in said and "0 of 25 answers go along" in said


def test_what_is_on_it_says_so_in_both_languages_and_names_no_place_of_this_machine(shop, page, simwijk, tmp_path):
    folder = tmp_path / "usb"
    simwijk("stick", folder, "--page", page, "--system", "windows", lang="nl")
    text = (folder / "leesmij.txt").read_bytes().decode()
    for line in ("- Windows, met Python 3.11, 3.12 of 3.13\r\n", "- Windows, with Python 3.11, 3.12 or 3.13\r\n",
                 "nog niet op een echte Windows\r\n", "not yet tried on a real Windows\r\n",
                 "Het speelt 30 mogelijke verlopen.", "It plays 30 possible courses."):
        assert line in text
    assert "{" not in text and max(map(len, text.split("\r\n"))) <= 90
    for one in folder.rglob("*"):
        if one.is_file() and one.suffix not in (".whl", ".pdf", ".webp"):
            known = one.read_bytes().decode()
            assert not any(place in known for place in (str(tmp_path), str(ROOT), str(Path.home()), "pypi", "/simple"))
    assert b"\r\n" in (folder / "start.bat").read_bytes() and b"\r" not in (folder / "start.sh").read_bytes()
    assert (folder / "start.command").read_bytes() == (folder / "start.sh").read_bytes()
    assert os.name == "nt" or os.access(folder / "start.sh", os.X_OK)


def test_a_guide_leads_only_to_what_is_there(tmp_path):
    docs, into = tmp_path / "docs", tmp_path / "into"
    (docs / "pictures").mkdir(parents=True)
    (docs / "pictures" / "one.png").write_bytes(b"picture")
    (docs / "draaiboek.md").write_text("# De *gids*\n\n![dit](pictures/one.png) [install](install.md#in-short) "
                                       "[weg](weg.md) [code](../simcore/cli.py)\n\n| a | b |\n|-|-|\n| 1 | 2 |\n")
    (docs / "install.md").write_text("# Installing\n\n## In short\n\nthe [rest](odd.md)\n")
    (docs / "odd.md").write_text("# Odd")
    papers(docs, into)
    assert sorted(one.name for one in into.iterdir()) == ["draaiboek.html", "install.html", "pictures"]
    html = (into / "draaiboek.html").read_text()
    assert 'src="pictures/one.png"' in html and (into / "pictures/one.png").is_file()
    assert re.findall('href="([^"]*)"', html) == ["install.html#in-short"]
    assert 'id="in-short"' in (into / "install.html").read_text()
    assert "<td>1</td>" in html and "<a>weg</a>" in html


def test_every_link_of_the_guides_that_come_along_leads_somewhere(tmp_path):
    papers(ROOT / "docs", tmp_path / "uitleg")
    for file in (tmp_path / "uitleg").glob("*.html"):
        for link in re.findall('(?:href|src)="([^"#:]+)[#"]', file.read_text(encoding="utf-8")):
            assert (tmp_path / "uitleg" / link).is_file(), f"{file.name} leads to {link}"


def test_answers_that_were_prepared_go_along_and_are_found_where_the_versions_are_the_same(tmp_path, monkeypatch):
    monkeypatch.setenv("SIMWIJK_CACHE", str(tmp_path / "mine"))
    wish = next(one for what, one in likely(deck(), **played.ASKED) if what == "plain")
    kept.keep(kept.name_of((), wish), [{"kind": "whole"}])
    kept.keep(kept.name_of((), kept.CONFIG), [{"lang": "nl"}])
    assert played.answers((), tmp_path / "answers") == (1, 25)
    start.bring_answers(tmp_path / "answers", tmp_path / "theirs" / "demo")
    monkeypatch.setenv("SIMWIJK_CACHE", str(tmp_path / "theirs"))
    monkeypatch.setattr(sys, "version", "3.11.99 (somebody else's, built on another day)")
    kept.source.cache_clear()
    assert kept.kept(kept.name_of((), wish)) == [{"kind": "whole"}]
    assert kept.kept(kept.name_of((), kept.CONFIG)) == [{"lang": "nl"}], "so that the page stands at once there too"


def test_a_small_page_is_made_of_every_combination_and_once(tmp_path, monkeypatch):
    monkeypatch.setenv("SIMWIJK_CACHE", str(tmp_path))
    asked, parts = [], []

    def saving(show, wish, config, state, web, go_on):
        asked.append((show.models, wish.courses, wish.residents, config["courses"], state))
        for done in range(2):
            yield {"kind": "saving", "done": done, "of": 2}
            go_on()
        yield {"kind": "saved", "html": PAGE}

    monkeypatch.setattr("simcore.demo.saving.saving", saving)
    assert played.small_page(("haarlems_gemak",), "en", parts.append) == PAGE
    assert asked == [(("haarlems_gemak",), played.COURSES, played.RESIDENTS, played.COURSES, {"lang": "en"})]
    assert parts == [0, 0, 0.5, 0.5]
    assert played.small_page(("haarlems_gemak",), "en", parts.append) == PAGE and len(asked) == 1
    monkeypatch.setattr("simcore.demo.pages.web_files", lambda: {"page.html": b"another"})
    played.small_page(("haarlems_gemak",), "en", parts.append)
    assert len(asked) == 2


# --- nothing half there -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("there", "says"), [("file", "is a file"), ("letters", "is not empty")])
def test_what_is_there_and_no_stick_of_ours_is_left_alone(there, says, shop, page, simwijk, tmp_path):
    folder = tmp_path / "usb"
    if there == "file":
        folder.write_text("mine")
    else:
        folder.mkdir()
        (folder / "letter.txt").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    said = simwijk("stick", folder, "--page", page, code=2)
    assert says in said and "it is no stick that simwijk has made" in said and "as in " in said
    assert sorted(tmp_path.rglob("*")) == before and not shop


def test_the_same_is_said_in_dutch(shop, page, simwijk, tmp_path):
    (tmp_path / "usb").mkdir()
    (tmp_path / "usb" / "letter.txt").touch()
    said = simwijk("stick", tmp_path / "usb", "--page", page, code=2, lang="nl")
    assert "is niet leeg; het is geen stick die simwijk heeft gemaakt" in said and "noem een nieuwe map, zoals" in said
    said = simwijk("stick", tmp_path / "b", "--page", ROOT / "README.md", code=2, lang="nl")
    assert "is geen pagina die simwijk demo heeft bewaard" in said


def test_a_whole_disk_is_no_folder_to_replace(shop, page, simwijk, tmp_path, monkeypatch):
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == tmp_path)
    assert f"name a folder on it, as in {tmp_path / 'simwijk'}" in simwijk("stick", tmp_path, "--page", page, code=2)


def test_too_little_room_is_said_before_anything_is_fetched(shop, page, simwijk, tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: namedtuple("Usage", "free")(200_000_000))
    said = simwijk("stick", tmp_path / "a" / "usb", "--page", page, code=4)
    assert "200 MB is free" in said and "--system windows" in said
    assert not (tmp_path / "a").exists() and not shop


def test_without_a_network_a_sentence_says_so_and_an_older_stick_stays_as_it_was(
        shop, page, simwijk, tmp_path, monkeypatch):
    folder = tmp_path / "usb"
    simwijk("stick", folder, "--page", page, "--system", "linux")
    before = {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    monkeypatch.setattr(wheels, "download", lambda *_: (_ for _ in ()).throw(wheels.Absent()))
    assert "the network does not answer" in simwijk("stick", folder, "--page", page, code=4)
    assert "het netwerk geeft geen antwoord" in simwijk("stick", folder, "--page", page, code=4, lang="nl")
    assert {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()} == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["saved.html", "usb"]


def test_a_stick_is_filled_anew_and_what_the_user_has_put_on_it_stays(shop, page, simwijk, tmp_path):
    folder = tmp_path / "usb"
    simwijk("stick", folder, "--page", page, "--system", "linux")
    for mine in ("ons_plan.yaml", "python/python-3.13.0-amd64.exe"):
        (folder / mine).write_text("mine")
    (folder / "simwijk" / "wheels" / "gone-1-py3-none-any.whl").write_text("ours, of an earlier time")
    simwijk("stick", folder, "--page", page, "--system", "linux")
    assert (folder / "ons_plan.yaml").is_file() and (folder / "python/python-3.13.0-amd64.exe").is_file()
    assert not (folder / "simwijk" / "wheels" / "gone-1-py3-none-any.whl").exists()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["saved.html", "usb"]


# --- on the other computer --------------------------------------------------------------------------------------------


@POSIX
def test_a_computer_without_python_is_told_what_to_do_in_both_languages(shop, page, simwijk, tmp_path):
    folder, bare = tmp_path / "usb", tmp_path / "bin"
    simwijk("stick", folder, "--page", page, "--system", "linux")
    bare.mkdir()
    for name in ("cat", "dirname", "sh"):
        (bare / name).symlink_to(shutil.which(name))
    text = (folder / "start.sh").read_text().replace("/usr/local/bin:/opt/homebrew/bin", "/nowhere")
    (folder / "start.sh").write_text(text)
    done = subprocess.run(["sh", folder / "start.sh"], env={"PATH": str(bare)}, capture_output=True, text=True,
                          timeout=60)
    clicked = re.search("(?m)^Exec=(.*)$", (folder / "start.desktop").read_text())[1].replace("\\\\", "\\")
    from_elsewhere = clicked.replace("%k", shlex.quote(str(folder / "start.desktop")))      # as a file manager does it
    assert subprocess.run(["sh", "-c", from_elsewhere], env={"PATH": str(bare)}, capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, cwd="/", timeout=60).stdout == done.stdout
    assert done.returncode == 2
    assert "Nodig is Python 3.11, 3.12 of 3.13." in done.stdout and "It takes Python 3.11, 3.12 or 3.13." in done.stdout
    assert "plan_b.html" in done.stdout


def test_a_computer_the_stick_has_nothing_for_is_told_so(capsys):
    with pytest.raises(SystemExit) as end:
        start.fits({"sets": [["windows", "x86_64", "3.13"], [here().system, here().chip, "3.9"]]})
    assert end.value.code == 2 and "Op deze stick staat simwijk voor Python 3.9" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        start.fits({"sets": [["amiga", "68000", "3.13"]]})
    assert "Op deze stick staat niets voor deze computer" in capsys.readouterr().out
    start.fits({"sets": [[here().system, here().chip, here().python]]})


def test_start_files_and_stick_call_computers_the_same():
    assert (start.SYSTEMS, start.CHIPS) == (targets.SYSTEMS, targets.CHIPS)
    assert {system for system, _ in targets.PLATFORMS} == set(targets.MARKERS) == set(targets.SYSTEMS.values())
    assert all(f"system.{system}.{chip}" in STICK_TEXTS for system, chip in targets.PLATFORMS)


def test_a_plan_of_the_user_comes_along_with_its_neighbourhoods_and_is_what_a_start_shows(
        shop, page, simwijk, tmp_path, monkeypatch):
    mine, folder = tmp_path / "mine", tmp_path / "usb"
    (mine / "neighbourhoods").mkdir(parents=True)
    shutil.copy(models()["compiratie"], mine / "ons_plan.yaml")
    shutil.copy(neighbourhoods()["boerhaavewijk_2013"], mine / "neighbourhoods" / "ours.yaml")
    simwijk("stick", folder, mine / "ons_plan.yaml", "haarlems_gemak", "--page", page, "--system", "linux")
    assert json.loads((folder / "simwijk/stick.json").read_text())["models"] == ["1/ons_plan.yaml", "haarlems_gemak"]
    there = folder / "simwijk/plans/1/ons_plan.yaml"
    assert (there.parent / "neighbourhoods/ours.yaml").is_file()
    assert kept.name_of((str(there),), {}) == kept.name_of((str(mine / "ons_plan.yaml"),), {})
    (there.parent / "neighbourhoods/ours.yaml").write_text("another")
    monkeypatch.setattr(kept, "FIRST", {})
    assert kept.name_of((str(there),), {}) not in (kept.name_of((str(mine / "ons_plan.yaml"),), {}), None)

    ran = []
    monkeypatch.setattr(start, "STICK", folder / "simwijk")
    monkeypatch.setattr(start, "HOME", tmp_path / "home")
    monkeypatch.setattr(start, "installed", lambda about: "python")
    monkeypatch.setattr(start.os, "execve", lambda python, command, env: ran.append((command, env)))
    monkeypatch.setattr(start.subprocess, "call", lambda command, env: ran.append((command, env)))
    start.main(["--port", "8000"])
    assert ran[0][0][-5:] == ["demo", str(there), "haarlems_gemak", "--port", "8000"]
    assert ran[0][1]["SIMWIJK_CACHE"] == str(tmp_path / "home" / "cache") and "PYTHONPATH" not in ran[0][1]


def test_a_neighbourhood_that_a_plan_names_by_its_file_comes_along_where_it_is_in_its_folder(tmp_path):
    plan, text = tmp_path / "mine/plan.yaml", models()["compiratie"].read_text()
    (tmp_path / "mine/near").mkdir(parents=True)
    for place in ("mine/near/hood.yaml", "hood.yaml"):
        shutil.copy(neighbourhoods()["boerhaavewijk_2013"], tmp_path / place)
    plan.write_text(text.replace("neighbourhood: boerhaavewijk_2013", "neighbourhood: near/hood.yaml"))
    assert plans((str(plan),), tmp_path / "there") == ["1/plan.yaml"]
    assert load(tmp_path / "there/1/plan.yaml").neighbourhood_file == str(tmp_path / "there/1/near/hood.yaml")
    plan.write_text(text.replace("neighbourhood: boerhaavewijk_2013", "neighbourhood: ../hood.yaml"))
    forget_cases()
    with pytest.raises(BadInput, match="which is not in its folder"):
        plans((str(plan),), tmp_path / "elsewhere")


def test_a_plan_that_cannot_be_shown_is_told_before_anything_is_fetched(shop, page, simwijk, tmp_path):
    (tmp_path / "wrong.yaml").write_text("version: '2.0'\n")
    assert "wrong.yaml" in simwijk("stick", tmp_path / "usb", tmp_path / "wrong.yaml", "--page", page, code=2)
    assert not shop and not (tmp_path / "usb").exists()


# --- the trial: from the stick, with the network off ------------------------------------------------------------------

# What the machine gets to see: loopback alone, and the stick on a disk that can neither be written nor run from.
UNSHARE = ["unshare", "-nm" if os.name == "nt" or os.geteuid() == 0 else "-rnm"]
APART = 'ip link set lo up && mount --bind "$1" "$2" && mount -o remount,bind,ro,noexec "$2" && exec "$3" -c "$4" "$2"'
ROOM = """
import json, socket, subprocess, sys, urllib.request
stick, told = sys.argv[1], {}
def ask(path, said=None):
    about = {"Content-Type": "application/json"}
    request = urllib.request.Request(address + path, said and json.dumps(said).encode(), about)
    return urllib.request.urlopen(request, timeout=900).read().decode()
try:
    socket.create_connection(("192.0.2.1", 80), 5)
except OSError as error:
    told["network"] = error.strerror
try:
    open(stick + "/x", "w")
except OSError as error:
    told["written"] = error.strerror
start = subprocess.Popen(["sh", stick + "/start.sh", "--no-browser"], stdout=subprocess.PIPE, text=True)
while not (line := start.stdout.readline()).startswith("http://127.0.0.1:"):
    assert line, "it ended"
address = line.strip()
told["page"] = ask("")
told["kept"] = ask("api/play", WISH)
while '"ended"' in told.setdefault("played", '"ended"'):     # what was kept is looked up again beside it
    told["played"] = ask("api/play", {**WISH, "courses": 2, "residents": 300})
start.terminate()
told["end"] = start.wait(10)
print(json.dumps(told))
"""


def room(stick: Path, home: Path, wish: dict) -> dict:
    """Start from a stick in a room without a network, and what was seen there."""
    mount = home.with_name("mnt")
    for one in (home, mount):
        one.mkdir()
    env = {"HOME": str(home), "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run([*UNSHARE, "sh", "-c", APART, "sh", stick, mount, sys.executable,
                           ROOM.replace("WISH", repr(wish))], env=env, capture_output=True, text=True, timeout=1800)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.long
def test_from_a_stick_without_a_network_a_fresh_home_has_the_page_what_was_prepared_and_what_it_plays_itself(
        page, simwijk, tmp_path, monkeypatch):
    if not shutil.which("unshare") or subprocess.run([*UNSHARE, "true"]).returncode:
        pytest.skip("this machine cannot switch the network off for one process (unshare)")
    monkeypatch.setenv("SIMWIJK_CACHE", str(tmp_path / "cache"))
    wish = next(one for what, one in likely(deck(), **played.ASKED) if what == "plain")
    kept.keep(kept.name_of((), wish), [{"kind": "whole", "from": "the stick"}])
    said = simwijk("stick", tmp_path / "usb", "--system", "linux", "--python", here().python, "--page", page)
    assert "1 of 25 answers go along" in said
    seen = room(tmp_path / "usb", tmp_path / "home", wish)
    assert "unreachable" in seen["network"] and "Read-only" in seen["written"]
    assert "<title>" in seen["page"] and json.loads(seen["kept"]) == {"kind": "whole", "from": "the stick"}
    last = json.loads(seen["played"].splitlines()[-1])
    assert (last["kind"], last["n"]) == ("whole", 2)
    assert (tmp_path / "home" / "simwijk-stick" / "cache").is_dir()
    assert seen["end"] == 0
