"""Where a plugin comes from: package, version, and a digest of its source; so that a result says what made it."""

import hashlib
import sys
from dataclasses import asdict, dataclass
from importlib.metadata import EntryPoint, PackageNotFoundError, version
from pathlib import Path
from typing import Any

OURS, IN_FILE = "simwijk_plugins", "simwijk_found"               # packages in which each module is a plugin by itself


@dataclass(frozen=True)
class Origin:
    """What a plugin is called where it was found, in which package and version, and the digest of its source."""
    use: str
    package: str
    version: str | None
    digest: str | None

    @property
    def text(self) -> str:
        """For people: ``hitte (simwijk-hitte 0.3.0)``."""
        package = " ".join(part for part in (self.package, self.version) if part)
        return f"{self.use} ({package})" if package else self.use


def origin_of(plugin: Any) -> Origin:
    """Where a plugin that was found comes from; of one made in Python, its class and source."""
    from simcore.plugin.finding import loaded

    kind, found = type(plugin), loaded.get(type(plugin))
    if found is None:
        return Origin(kind.__name__, "Python", None, digest_of(kind))
    if isinstance(found.place, EntryPoint):
        dist = found.place.dist
        return Origin(found.name, found.origin, dist.version if dist else None, digest_of(kind))
    if found.origin == "bundled":
        return Origin(found.name, "simwijk", own_version(), digest_of(kind))
    return Origin(found.name, Path(found.origin).name, None, digest_of(kind))


def said_of(plugins: list[tuple[str, Any]]) -> dict[str, dict]:
    """The origins of the plugins of a run as plain values, by the name they go by there."""
    return {name: asdict(origin_of(one)) for name, one in plugins}


def own_version() -> str | None:
    """The version of simwijk, when it is installed."""
    try:
        return version("simwijk")
    except PackageNotFoundError:
        return None


def digest_of(kind: type) -> str | None:
    """A digest of the source of a plugin, of all that is in its package; None when it has no files."""
    if not (files := files_of(kind)):
        return None
    out = hashlib.blake2b(digest_size=16)
    for name, file in files:
        out.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return out.hexdigest()


def files_of(kind: type) -> list[tuple[str, Path]]:
    """The files a plugin is written in, with their names within its package, in order."""
    module = sys.modules.get(kind.__module__)
    file = Path(getattr(module, "__file__", None) or "")
    top = sys.modules.get(kind.__module__.partition(".")[0])
    if top is not None and hasattr(top, "__path__") and top.__name__ not in (OURS, IN_FILE):
        folders = [Path(one) for one in top.__path__]
        return [(str(one.relative_to(folder)), one) for folder in folders for one in sorted(folder.rglob("*"))
                if one.is_file() and "__pycache__" not in one.parts]              # figures that it reads count too
    return [(file.name, file)] if file.is_file() else []
