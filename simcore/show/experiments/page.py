"""The page of a study: the question, its answer and how sure that is, pictures, what to check first, then all the rest.

One file that opens anywhere, in both languages, without a network: the pictures are in it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from simcore.experiments.reading import Experiment
from simcore.show.experiments.naming import Naming
from simcore.show.page.document import POLICY
from simcore.show.page.html import Html, anchor, fold, joined, tag
from simcore.show.experiments.plural import opening
from simcore.show.experiments.shown import Shown, tells
from simcore.show.experiments.tabled import Tabled
from simcore.show.style import Sheet
from simcore.show.words import LANGUAGES, Language, Words

PICTURES = " img-src data:"                        # what the page may load beside its own style: pictures in it
MOST_ROWS = 400                                    # of a table on the page; the rest is in its file


def document(asked: Experiment, shown: Mapping[Language, Shown], tables: Mapping[str, tuple[list, list]],
             about: Mapping[str, Any], command: str, lang: Language) -> str:
    """The whole page as HTML; ``about`` is the manifest with how many courses there were; ``lang`` is the language it
    opens in."""
    switch = [tag("input", type="radio", name="language", id=f"language-{name}", class_="switch",
                  checked="checked" if name == lang else None) for name in LANGUAGES]
    labels = tag("nav", [tag("label", text, for_=f"language-{name}", lang=name) for name, text in LANGUAGES.items()],
                 class_="languages", aria_label=f"{Words('nl')('page.language')} / {Words('en')('page.language')}")
    read = lambda where, file: resources.files(where).joinpath(file).read_text(encoding="utf-8")  # noqa: E731
    style = read("simcore.show.page", "page.css") + read("simcore.show.experiments", "study.css")
    head = tag("head", tag("meta", charset="utf-8"),
               tag("meta", http_equiv="Content-Security-Policy", content=POLICY + ";" + PICTURES),
               tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
               tag("title", asked.question.question[lang]), tag("style", Html(style)))
    mains = [main(Naming(asked, Words(name)), shown[name], tables, about, command) for name in LANGUAGES]
    return f"<!DOCTYPE html>\n{tag('html', head, tag('body', switch, labels, mains), lang=lang)}\n"


def main(name: Naming, shown: Shown, tables: Mapping[str, tuple[list, list]], about: Mapping[str, Any],
         command: str) -> Html:
    """Everything in one language."""
    asked, lang = name.experiment, name.words.lang
    answer, *rest = shown.said
    top = tag("header", tag("h1", asked.question.question[lang]), tag("p", unbroken(answer), class_="answer"),
              tag("ul", [tag("li", unbroken(line)) for line in rest], class_="more") if rest else None,
              [tag("p", line, class_="mind") for line in shown.mind], class_="study")
    briefing = tag("div", listed(name("experiment.page.sure"), shown.sure), to_check(name, shown), class_="briefing")
    after = tag("div", listed(name("experiment.page.fails"), shown.fails),
                listed(name("experiment.page.besides"), shown.besides), class_="briefing")
    first, *others = [tag("figure", tag("img", src=data_of(sheet), alt=sheet.title, width=1920, height=1080))
                      for _, sheet in shown.pictures] or [None]
    return tag("main", top, first, briefing, after if shown.fails or shown.besides else None, others,
               played(name, about, command), numbers(name, tables),
               fold(anchor(lang, "method"), name("experiment.page.method"),
                    [tag("p", line) for line in [*shown.method, name("experiment.page.band")]]), lang=lang)


def listed(title: str, lines: Sequence[str]) -> Html | None:
    """Lines below a title; nothing where there are none."""
    return tag("section", tag("h2", title), tag("ul", [tag("li", unbroken(line)) for line in lines])) if lines else None


def unbroken(text: str) -> str:
    """A text of which no number is torn from its sign or its unit at the end of a line."""
    return text.replace("−€", "−\u2060€").replace("+€", "+\u2060€").replace(" %", "\u00a0%")


def to_check(name: Naming, shown: Shown) -> Html:
    """For each model what to check first, the most first, and what is to be said about that."""
    each = [joined(tag("h3", one.model) if len(shown.first) > 1 else None,
                   tag("ol", [tag("li", unbroken(item), value=rank) for rank, item in one.ranked])
                   if one.items else None,
                   [tag("p", line) for line in one.lines]) for one in shown.first]
    return tag("section", tag("h2", name("experiment.page.first")), each or tag("p", name("checks.luck")))


def data_of(sheet: Sheet) -> str:
    """A picture as an address that holds it."""
    return "data:image/png;base64," + b64encode(sheet.as_png).decode()


def played(name: Naming, about: Mapping[str, Any], command: str) -> Html:
    """What was played: who asks, the models, what was set in them, how long, how many, what is missing, how again."""
    asked, rows = name.experiment, []
    if asked.question.about:
        rows.append((name("experiment.page.about"), name.told(asked.question.about)))
    rows.append((name("experiment.page.models"), ", ".join(name.model(key) for key in asked.cases)))
    for path, value in next(iter(asked.cases.values())).settings:
        rows.append((name.path(path), name.setting(path, value)))
    if hasattr(asked.question, "raise_"):
        path, ends = asked.question.raise_, asked.question.between
        rows.append((name.path(path, asked.question.label), " – ".join(name.setting(path, f"{x:g}") for x in ends)))
    for axis in (*getattr(asked.question, "vary", ()), *getattr(asked.question, "also_under", ())):
        if axis.empty:
            rows.append((name.path(axis.path, axis.label), asked.question.file))
            continue
        values = list(axis.values) or [f"{axis.from_:g}", f"{axis.to:g}"]
        rows.append((name.path(axis.path, axis.label),
                     (", " if axis.values else " – ").join(name.setting(axis.path, one) for one in values)))
    if hasattr(asked.question, "futures"):
        rows.append((name("experiment.page.futures"), "; ".join(one.label[name.words.lang]
                                                                for one in asked.question.futures)))
    first = next(iter(asked.specs.values()))
    rows += [(name("experiment.page.place"), name.words.place(first.place)),
             (name("experiment.page.time"), name.words.span(asked.weeks))]
    if asked.question.residents:
        rows.append((name("experiment.page.residents"), name.words.number(asked.question.residents)))
    lost = name("experiment.lost", n=about["failed"], of=about["runs"]) if about["failed"] else \
        name("experiment.page.nothing")
    counts = {key: name.words.number(about[key]) for key in ("courses", "runs")}
    rows += [(name("experiment.page.courses"), name("experiment.page.runs", **counts)),
             (name("experiment.page.missing"), lost), (name("experiment.page.command"), tag("code", command)),
             (name("experiment.page.made"), about["made"][:10]),
             (name("experiment.page.digest"), tag("code", about["digest"]))]
    body = [tag("tr", tag("th", opening(what), scope="row"), tag("td", value)) for what, value in rows]
    return tag("section", tag("h2", name("experiment.page.played")), tag("table", tag("tbody", body)))


def numbers(name: Naming, tables: Mapping[str, tuple[list, list]]) -> Html:
    """Every table of the study, opened by a click; what is long is in its file."""
    shown = [tag("p", name("experiment.page.rounded"))]
    for title, (head, rows) in tables.items():
        if not tells(head, rows):
            continue
        more = tag("p", name("experiment.page.rest", n=len(rows) - MOST_ROWS, file=f"tables/{title}.csv")) \
            if len(rows) > MOST_ROWS else None
        told = Tabled(name, title, head)
        shown.append(joined(tag("h3", told.title), tag("div", tag(
            "table", tag("thead", tag("tr", [tag("th", one, scope="col") for one in told.heads])),
            tag("tbody", [tag("tr", [tag("td", unbroken(one)) for one in told.row(row)]) for row in rows[:MOST_ROWS]])),
            class_="wide"), more))
    return fold(anchor(name.words.lang, "tables"), name("experiment.page.tables"), shown)


