"""Fetches with pip what simwijk is installed from, for this computer and for others.

pip holds the condition behind a requirement (``; sys_platform == "win32"``) against this computer, also when it
downloads for another. So we read ourselves what each wheel asks for there, and let pip fetch exactly that.
"""

from __future__ import annotations

import email
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

import simcore
from simcore.demo.stick.targets import Target
from simcore.errors import BadInput, Environment, Problem

WANTED = ("simwijk[pdf]", "pip")                   # pip too: not every Python has one
SHIPPED = ("simcore", "models", "plugins", "experiments", "pyproject.toml", "setup.py", "README.md")
FULL = ("No space left", "not enough space", "Errno 28")
SILENT = ("Retrying (", "NewConnectionError", "Max retries", "ProxyError", "Read timed out")


class Absent(Exception):
    """A package that is not there for some computer; without a name where the network does not answer."""

    def __init__(self, package: str = ""):
        self.package = package
        super().__init__(package)


def project() -> Path:
    """The folder of the project, from which simwijk itself is built."""
    root = Path(simcore.__file__).resolve().parents[1]
    if not all((root / name).exists() for name in (*SHIPPED, "constraints.txt", "docs")):
        raise BadInput(Problem("stick", 0, 0, "a stick is made from the project's folder",
                               "what is installed here has no constraints.txt and no docs",
                               "install with pip install -e in a copy of the project"))
    return root


def own_wheel(root: Path, into: Path) -> Path:
    """simwijk as a wheel, built from a copy so that nothing is left in the project's folder."""
    copy = into / "source"
    for name in SHIPPED:
        if (root / name).is_dir():
            shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(root / name, copy / name)
    alone = ["--no-build-isolation"] if find_spec("setuptools") else []
    pip("wheel", "--no-deps", *alone, "--wheel-dir", str(into), str(copy))
    shutil.rmtree(copy)
    [wheel] = into.glob("simwijk-*.whl")
    return wheel


def fetched(every: list[Target], root: Path, into: Path,
            tell: Callable[[float], None]) -> tuple[list[Target], dict[Target, Absent]]:
    """Wheels for every computer in one folder: for which it is whole, and what was absent for the others.

    Raises Environment where there is nothing for this computer itself, the first one.
    """
    into.mkdir()
    own, there, absent = own_wheel(root, into), [], {}
    constraints = (root / "constraints.txt").read_text(encoding="utf-8")
    for n, target in enumerate(every):
        some = into / "some"
        some.mkdir()
        try:
            fetch(target, own, pins_of(constraints, target), some)
            for one in some.glob("*.whl"):
                one.replace(into / one.name)
            there.append(target)
        except Absent as error:
            if n == 0:
                why = (f"the package {error.package} is not to be had for this computer" if error.package else
                       "the network does not answer; it is needed once, to fetch packages")
                raise Environment(why) from None
            absent[target] = error
        shutil.rmtree(some)
        tell((n + 1) / len(every))
    return there, absent


def fetch(target: Target, own: Path, pins: Mapping[str, str], into: Path) -> None:
    """Every wheel that is asked for on a computer, into an empty folder; raises Absent."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name, parse_wheel_filename

    wheels, looked_at, asked = {"simwijk": own}, set(), [Requirement(one) for one in WANTED]
    while asked:
        names = {canonicalize_name(one.name): one for one in asked}
        if absent := {name: one for name, one in names.items() if name not in wheels}:
            download(target, [name + (pins.get(name) or str(one.specifier)) for name, one in absent.items()], into)
            wheels |= {parse_wheel_filename(one.name)[0]: one for one in into.glob("*.whl")}
        parts = {(canonicalize_name(one.name), extra) for one in asked for extra in ("", *one.extras)} - looked_at
        looked_at |= parts
        asked = [more for name, extra in sorted(parts) for more in requirements(wheels[name], extra, target)]


def download(target: Target, packages: list[str], into: Path) -> None:
    """Let pip fetch wheels for a computer; raises Absent."""
    there = [word for one in target.platforms for word in ("--platform", one)]
    if there:
        there += ["--python-version", target.python, "--implementation", "cp"]
    pip("download", "--no-deps", "--only-binary=:all:", *there, "--dest", str(into), *packages)


def requirements(wheel: Path, extra: str, target: Target) -> Iterator:
    """What a wheel asks for on a computer, itself or for an extra of it."""
    from packaging.requirements import Requirement

    with zipfile.ZipFile(wheel) as file:
        name = next(one for one in file.namelist() if one.endswith(".dist-info/METADATA") and one.count("/") == 1)
        about = email.message_from_bytes(file.read(name))
    for one in map(Requirement, about.get_all("Requires-Dist", [])):
        if one.marker is None and not extra or one.marker and one.marker.evaluate(target.markers | {"extra": extra}):
            yield one


def pins_of(constraints: str, target: Target) -> dict[str, str]:
    """The version of each package on a computer, as in ``==1.2.3``, by the lines of constraints.txt."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    lines = [Requirement(line) for line in constraints.splitlines() if line.strip() and not line.startswith("#")]
    return {canonicalize_name(one.name): str(one.specifier) for one in lines
            if one.marker is None or one.marker.evaluate(target.markers | {"extra": ""})}


def pip(*words: str) -> None:
    """Run pip; what goes wrong with it is told without the addresses it looked at. Raises Absent, Environment."""
    calm = ("--no-input", "--disable-pip-version-check", "--retries", "1")
    done = subprocess.run([sys.executable, "-m", "pip", *words, *calm], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL)
    if done.returncode == 0:
        return
    said = done.stdout + done.stderr
    if "No module named pip" in said:
        raise Environment("the package pip is missing; install it with python -m ensurepip")
    if any(one in said for one in FULL):
        raise Environment("the disk is full; nothing was written")
    if any(one in said for one in SILENT):
        raise Absent
    absent = [line.rpartition(" for ")[2] for line in said.splitlines() if "No matching distribution found for" in line]
    if not absent:
        raise Environment(f"pip {words[0]} went wrong; give it by itself to see why")
    raise Absent(absent[0].replace("==", " "))
