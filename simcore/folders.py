"""Where this user's things are kept."""

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """The folder of this user in which simwijk keeps what it can make again (compiled moves, null lanes)."""
    if chosen := os.environ.get("SIMWIJK_CACHE"):
        return Path(chosen)
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "simwijk"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home)) / "simwijk"
    return Path(os.environ.get("XDG_CACHE_HOME", home / ".cache")) / "simwijk"
