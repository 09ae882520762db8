"""The files of the page, as they come along."""

from importlib import resources
from pathlib import PurePosixPath

KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}


def web_files() -> dict[str, bytes]:
    """Every file of the page by its name, read once: what is not in here cannot be asked for."""
    web = resources.files("simcore.demo").joinpath("web")
    found = {one.name: one for one in web.iterdir() if one.is_file()}
    found |= {f"screens/{one.name}": one for one in web.joinpath("screens").iterdir()}
    return {name: one.read_bytes() for name, one in found.items() if PurePosixPath(name).suffix in KINDS}
