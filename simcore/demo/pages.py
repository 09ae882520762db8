"""The files of the page, as they come along; and as they are served, which takes few requests."""

import re
from importlib import resources
from pathlib import PurePosixPath

KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
TAGS = {"page.js": '<script src="/static/{}"></script>\n', "page.css": '<link rel="stylesheet" href="/static/{}">\n'}
CONFIG = '<link rel="preload" href="/api/config" as="fetch" crossorigin="anonymous">\n'


def web_files() -> dict[str, bytes]:
    """Every file of the page by its name, read once: what is not in here cannot be asked for."""
    web = resources.files("simcore.demo").joinpath("web")
    found = {one.name: one for one in web.iterdir() if one.is_file()}
    found |= {f"screens/{one.name}": one for one in web.joinpath("screens").iterdir()}
    return {name: one.read_bytes() for name, one in found.items() if PurePosixPath(name).suffix in KINDS}


def together(files: dict[str, bytes]) -> dict[str, bytes]:
    """The same files, and a page that asks for its scripts as one, for its styles as one, and meanwhile for what they
    need first: asked for one after another, they would be what a room waits for."""
    page = files["page.html"].decode()
    for one, tag in TAGS.items():
        first, *others = names = re.findall(tag.format('([^"]+)'), page)
        files = files | {one: b"\n".join(files[name] for name in names)}
        for name in others:
            page = page.replace(tag.format(name), "")
        page = page.replace(tag.format(first), tag.format(one))
    return files | {"page.html": page.replace("<title>", f"{CONFIG}<title>").encode()}
