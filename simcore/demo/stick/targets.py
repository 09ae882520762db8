"""The computers a stick is for: a system, its chip and a Python, and how pip names what fits there."""

from __future__ import annotations

import platform
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass

PYTHONS = ("3.13", "3.12", "3.11")                 # the versions in constraints.txt are tried with these
CHIPS = {"amd64": "x86_64", "x86_64": "x86_64", "arm64": "arm64", "aarch64": "arm64"}
SYSTEMS = {"Windows": "windows", "Darwin": "mac", "Linux": "linux"}

# Old enough for the computers of a few years ago, and no older than what numba is made for.
PLATFORMS = {
    ("windows", "x86_64"): ("win_amd64",),
    ("mac", "arm64"): ("macosx_12_0_arm64",),
    ("mac", "x86_64"): ("macosx_12_0_x86_64",),
    ("linux", "x86_64"): (*(f"manylinux_2_{n}_x86_64" for n in range(28, 16, -1)), "manylinux2014_x86_64"),
}
MARKERS = {"windows": {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows"},
           "mac": {"os_name": "posix", "sys_platform": "darwin", "platform_system": "Darwin"},
           "linux": {"os_name": "posix", "sys_platform": "linux", "platform_system": "Linux"}}


@dataclass(frozen=True)
class Target:
    """A kind of computer; ``python`` as in "3.13"."""
    system: str
    chip: str
    python: str

    @property
    def platforms(self) -> tuple[str, ...]:
        """What pip calls it; nothing for a computer that only itself knows what fits."""
        return PLATFORMS.get((self.system, self.chip), ())

    @property
    def markers(self) -> dict[str, str]:
        """What the condition behind a requirement (``; sys_platform == "win32"``) is held against there."""
        machine = "AMD64" if self.system == "windows" else self.chip
        return MARKERS[self.system] | {"python_version": self.python, "python_full_version": f"{self.python}.0",
                                       "platform_machine": machine}


def here() -> Target:
    """This computer."""
    chip = platform.machine().lower()
    return Target(SYSTEMS.get(platform.system(), "linux"), CHIPS.get(chip, chip),
                  ".".join(map(str, sys.version_info[:2])))


def targets(systems: Collection[str], pythons: Collection[str]) -> Iterator[Target]:
    """This computer first, then every other that is asked for."""
    yield here()
    for system, chip in PLATFORMS:
        for python in PYTHONS:
            one = Target(system, chip, python)
            if system in systems and python in pythons and one != here():
                yield one
