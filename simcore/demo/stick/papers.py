"""What is on a stick to read: the guides as pages for a browser, with what they lead to."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path, PurePosixPath

from simcore.errors import Environment

GUIDES = ("draaiboek.md", "facilitator.md")
STYLE = """body { font: 18px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
td, th { border: 1px solid #999; padding: .3rem .6rem; text-align: left; vertical-align: top }
code { background: #eee; padding: 0 .2rem } pre { background: #eee; padding: .6rem; overflow: auto }
img { max-width: 100% }
@media print { body { font-size: 12pt; margin: 0; max-width: none } }"""


def papers(docs: Path, into: Path) -> None:
    """The guides and the pages of ours they lead to, as HTML; pictures and other files beside them."""
    into.mkdir(parents=True)
    first = [name for name in GUIDES if (docs / name).is_file()]
    pages = list(dict.fromkeys(first + [one for name in first for one in led_to(docs, name) if one.endswith(".md")]))
    for name in pages:
        for other in led_to(docs, name):
            if not other.endswith(".md"):
                (into / other).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(docs / other, into / other)
        text = (docs / name).read_text(encoding="utf-8")
        (into / name).with_suffix(".html").write_text(page(text, docs, set(pages)), encoding="utf-8")


def led_to(docs: Path, name: str) -> list[str]:
    """The files of the docs that a page names in a link or as a picture."""
    names = re.findall(r"\]\(([^)\s#]+)", (docs / name).read_text(encoding="utf-8"))
    return [one for one in dict.fromkeys(names) if ".." not in one and ":" not in one and (docs / one).is_file()]


def page(text: str, docs: Path, pages: set[str]) -> str:
    """Markdown as a page by itself; a link to what does not come along is plain text."""
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        raise Environment("a stick needs the package markdown-it-py: pip install 'simwijk[stick]'") from None

    reader = MarkdownIt("commonmark").enable("table")
    tokens = reader.parse(text)
    for one, inside in zip(tokens, tokens[1:]):
        if one.type == "heading_open":
            one.attrs["id"] = re.sub(r"[^\w-]", "", inside.content.lower().replace(" ", "-"))
    for one in (child for token in tokens for child in token.children or ()):
        if one.type == "link_open":
            name, mark, part = str(one.attrs["href"]).partition("#")
            if name in pages:
                one.attrs["href"] = str(PurePosixPath(name).with_suffix(".html")) + mark + part
            elif name and ":" not in name and (name.endswith(".md") or not (docs / name).is_file()):
                del one.attrs["href"]
    title = next((line.lstrip("# ") for line in text.splitlines() if line.startswith("# ")), "simwijk")
    lang = "nl" if text.count(" de ") > text.count(" the ") else "en"
    return (f'<!doctype html>\n<html lang="{lang}">\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width">\n<title>{html.escape(title)}</title>\n'
            f"<style>{STYLE}</style>\n{reader.renderer.render(tokens, reader.options, {})}</html>\n")
