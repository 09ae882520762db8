"""A plugin of somebody else: built, installed, found, silent until it is asked for; its results outlive it."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "third_party"
ROOT = Path(__file__).parents[2]
BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
SMALL = ["run", "haarlems_gemak", "--residents", "200", "--weeks", "30", "--replications", "2", "--no-pictures",
         "--quiet", "--lang", "en"]
COMMANDS = """
import json, sys
from pathlib import Path
from simcore import cli
from simcore.results import lanes
kept, *commands = json.loads(sys.argv[1])
lanes.folder = lambda: Path(kept)
for command in commands:
    print("-->", cli.ended(command), flush=True)
"""


@pytest.fixture(scope="module")
def tried(tmp_path_factory):
    """``tried(installed, *commands)`` runs commands in a clean process: what was said by each;
    and the folder they work in."""
    work = tmp_path_factory.mktemp("third_party")
    source, wheels, site = work / "source", work / "wheels", work / "site"
    shutil.copytree(HERE, source, ignore=shutil.ignore_patterns("__pycache__", "build", "*.egg-info"))
    wheels.mkdir()
    subprocess.run([sys.executable, "-c", BUILD, wheels], cwd=source, check=True, capture_output=True, timeout=120)
    (wheel,) = wheels.glob("simwijk_hitte-0.3.0-*.whl")
    pip = [sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--quiet", "--disable-pip-version-check",
           "--target", site, wheel]
    if subprocess.run(pip, capture_output=True, timeout=120).returncode:
        zipfile.ZipFile(wheel).extractall(site)                   # an environment without pip

    def of(installed, *commands):
        path = os.pathsep.join([*([str(site)] if installed else []), str(ROOT)])
        done = subprocess.run([sys.executable, "-c", COMMANDS, json.dumps([str(work / "kept"), *commands])], cwd=work,
                              timeout=300, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        said = [part.strip() for part in done.stdout.split("--> ")]
        return [(int(code.split("\n")[0]), text) for code, text in
                zip(said[1:], [said[0], *("\n".join(one.split("\n")[1:]) for one in said[1:])])], done.stderr

    return of, work


@pytest.fixture(scope="module")
def story(tried):
    """What happens with the package and without it; each step once."""
    run, work = tried
    (listed, page, silent, asked), _ = run(True, ["plugins", "--lang", "en"],
                                           ["plugins", "hitte", "--quick", "--lang", "en"],
                                           [*SMALL, "--out", "silent"], [*SMALL, "--out", "asked", "--plugin", "hitte"])
    (verified, diary, refused, without), errors = run(
        False, ["verify", "asked", "--lang", "en"], ["diary", "asked", "--lang", "en", "--all"],
        [*SMALL, "--out", "refused", "--plugin", "hitte"], [*SMALL, "--out", "without", "--fresh"])
    steps = {"without": without, "listed": listed, "page": page, "silent": silent, "asked": asked, "verified": verified,
             "diary": diary, "refused": refused}
    manifests = {name: json.loads((work / name / "manifest.json").read_text())
                 for name in ("without", "silent", "asked")}
    return steps, manifests, errors


def test_it_is_found_by_its_entry_point_with_package_and_version(story):
    steps, *_ = story
    (line,) = [line for line in steps["listed"][1].splitlines() if line.startswith("hitte")]
    assert "simwijk-hitte 0.3.0" in line and "brings, plan, settle" in line and "Hot weeks keep people indoors" in line
    assert "Comes from: simwijk-hitte 0.3.0" in steps["page"][1] and "chance: number with source" in steps["page"][1]


def test_installed_it_changes_no_digest_until_it_is_asked_for(story):
    _, manifests, _ = story
    assert manifests["silent"]["digest"] == manifests["without"]["digest"] != manifests["asked"]["digest"]
    assert list(manifests["silent"]["plugins"]) == ["pgb"] and list(manifests["asked"]["plugins"]) == ["pgb", "hitte"]


def test_the_manifest_says_name_package_version_and_a_digest_of_its_source(story):
    from simcore.plugin.origin import Origin

    made = Origin(**story[1]["asked"]["plugin_origins"]["hitte"])
    assert (made.use, made.package, made.version) == ("hitte", "simwijk-hitte", "0.3.0") and len(made.digest) == 32
    assert story[1]["asked"]["plugin_origins"]["pgb"]["package"] == "simwijk"


def test_the_digest_is_over_every_module_of_its_package(monkeypatch, tmp_path):
    from simcore.plugin.origin import digest_of

    shutil.copytree(HERE / "simwijk_hitte", tmp_path / "simwijk_hitte", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.syspath_prepend(tmp_path)
    from simwijk_hitte import Hitte

    before = digest_of(Hitte)
    days = tmp_path / "simwijk_hitte" / "days.py"
    days.write_text(days.read_text() + "# a change\n")
    assert before and digest_of(Hitte) != before
    for name in ("simwijk_hitte", "simwijk_hitte.days"):
        sys.modules.pop(name)


def test_after_it_is_gone_its_result_still_opens_and_says_what_is_missing(story):
    steps, _, errors = story
    assert steps["verified"][0] == steps["diary"][0] == 0
    assert "no longer found here" in steps["verified"][1] and "Everything agrees" in steps["verified"][1]
    for text in (steps["verified"][1], steps["diary"][1]):
        assert "hitte (simwijk-hitte 0.3.0)" in text
    assert "It is hot." in steps["diary"][1]                      # what it noted is kept with the result
    assert steps["refused"][0] == 2 and "no plugin is called 'hitte'" in errors


def test_it_keeps_every_promise(monkeypatch):
    from simcore.testing import check_plugin

    monkeypatch.syspath_prepend(HERE)
    from simwijk_hitte import Hitte

    check_plugin(Hitte())
    for name in ("simwijk_hitte", "simwijk_hitte.days"):
        sys.modules.pop(name)
