"""What a start file of the stick runs: installs simwijk from the stick the first time, then shows the plans.

Nothing is written on the stick. All of it goes to the folder simwijk-stick among the user's own files; throw that away
and it is gone. Uses Python alone: simwijk is not there yet.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

STICK = Path(__file__).resolve().parent
HOME = Path.home() / "simwijk-stick"
BIN = "Scripts/python.exe" if os.name == "nt" else "bin/python"
SYSTEMS = {"Windows": "windows", "Darwin": "mac", "Linux": "linux"}
CHIPS = {"amd64": "x86_64", "x86_64": "x86_64", "arm64": "arm64", "aarch64": "arm64"}
INSTEAD = "Of open plan_b.html: dat speelt zonder Python. / Or open plan_b.html, which plays without Python."


def main(words):
    about = json.loads((STICK / "stick.json").read_text(encoding="utf-8"))
    fits(about)
    python = installed(about)
    cache = HOME / "cache"
    bring_answers(STICK / "answers", cache / "demo")
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    plans = [str(STICK / "plans" / one) if "/" in one else one for one in about["models"]]
    command = [str(python), "-P", "-m", "simcore.cli", "demo", *plans, *words]
    if os.name == "nt":
        return subprocess.call(command, env=clean | {"SIMWIJK_CACHE": str(cache)})
    os.execve(python, command, clean | {"SIMWIJK_CACHE": str(cache)})


def fits(about):
    """Ends with plain words where this stick has nothing for this computer."""
    chip = platform.machine().lower()
    mine = [SYSTEMS.get(platform.system()), CHIPS.get(chip, chip), "%d.%d" % sys.version_info[:2]]
    if mine in about["sets"] and sys.maxsize > 2**32:
        return
    pythons = sorted({python for system, its, python in about["sets"] if [system, its] == mine[:2]})
    if pythons:
        stop("Dit is Python %s. Op deze stick staat simwijk voor Python %s: installeer er daar een van (64 bits)."
             % (mine[2], " of ".join(pythons)),
             "This is Python %s. This stick has simwijk for Python %s: install one of those (64 bits)."
             % (mine[2], " or ".join(pythons)))
    stop("Op deze stick staat niets voor deze computer (%s, %s)." % (platform.system(), platform.machine()),
         "This stick has nothing for this computer (%s, %s)." % (platform.system(), platform.machine()))


def installed(about):
    """The Python that has simwijk; made the first time, and anew for another stick."""
    folder = HOME / ("python%d.%d" % sys.version_info[:2])
    ready, python = folder / "ready", folder / BIN
    if python.exists() and ready.is_file() and ready.read_text(encoding="utf-8") == about["made"]:
        return python
    say("De eerste keer duurt dit een paar minuten. Internet is niet nodig.",
        "The first time this takes some minutes. No internet is needed.")
    import venv

    try:
        HOME.mkdir(parents=True, exist_ok=True)
        venv.create(folder, clear=True, with_pip=False, symlinks=os.name != "nt")
        wheels = STICK / "wheels"
        [pip] = wheels.glob("pip-*.whl")
        done = subprocess.run(
            [str(python), "-m", "pip", "--isolated", "install", "--quiet", "--no-index", "--find-links", str(wheels),
             "--constraint", str(STICK / "constraints.txt"), "--no-warn-script-location", "--disable-pip-version-check",
             "simwijk[pdf]"], env={**os.environ, "PYTHONPATH": str(pip)})
        if done.returncode:
            stop("Installeren lukte niet; de regels hierboven zeggen waarom. Is er nog 1 GB vrij op deze computer?",
                 "Installing failed; the lines above say why. Is there 1 GB free on this computer?")
        ready.write_text(about["made"], encoding="utf-8")
    except OSError as error:
        stop("Installeren lukte niet: %s" % error, "Installing failed: %s" % error)
    return python


def bring_answers(kept, cache):
    """Answers that were played at home, beside those of this computer."""
    try:
        cache.mkdir(parents=True, exist_ok=True)
        for one in kept.glob("*.json"):
            if not (cache / one.name).exists():
                shutil.copyfile(one, cache / one.name)
    except OSError:                                # then they are played again
        pass


def say(*lines):
    print(*lines, sep="\n", flush=True)


def stop(*lines):
    say(*lines, INSTEAD)
    sys.exit(2)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:                      # how a show ends
        sys.exit(130)
