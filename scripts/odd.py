"""Writes docs/odd.md: the model in the seven elements of ODD (Grimm and others 2020), read from code and model files.

    python scripts/odd.py

What the code says of itself is taken from there: fields of the agents with their comments, the order of the week, what
each law says and where it stands, every number of the files. Only what no code can say is written, in odd_texts.py.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import fill

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from odd_texts import (ABOVE, CONCEPTS, FIRST, INPUT, MEANINGS, NO_LAWS, PROCESSES, PURPOSE, SCALES, START,
                       TABLES)  # noqa: E402
from simcore.canvas import Spec, bundled, load  # noqa: E402
from simcore.canvas.named import named  # noqa: E402
from simcore.canvas.spec import PLACE  # noqa: E402
from simcore.files import Quantity  # noqa: E402
from simcore.plugin.activating import activate  # noqa: E402
from simcore.plugin.finding import find  # noqa: E402
from simcore.results.sixteen import INDICATORS  # noqa: E402
from simcore.studies.validation.patterns import all_patterns, defaults  # noqa: E402

FILE = ROOT / "docs" / "odd.md"
FIELD = re.compile(r'\("(\w+)", "([\w?]+)"\),?\s*(?:# (.*))?')
ARRAY = re.compile(r'\s+"(\w+)": \([A-Z]\d, \d\),\s+# (\([^)]*\)) (.+)')
ROOM = {"luck", "kept", "scratch", "directory"}            # of one act, of no worth afterwards
MORE = re.compile(r"^\s+# (.*)")
KINDS = {"f8": "number", "i8": "whole number", "i4": "whole number", "i2": "whole number", "i1": "whole number",
         "?": "yes or no"}


# --- what the code says -----------------------------------------------------------------------------------------------


def text_of(file: Path) -> str:
    """The source of a file."""
    return file.read_text(encoding="utf-8")


def tree_of(name: str) -> ast.Module:
    """A module of the product, parsed."""
    return ast.parse(text_of(ROOT / "simcore" / name))


def about(name: str) -> str:
    """The docstring of a module as running text."""
    return flat(ast.get_docstring(tree_of(name)) or "")


def flat(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())


def first(text: str) -> str:
    """The first paragraph on one line."""
    return flat(text.split("\n\n")[0])


def fields_of(file: str, table: str) -> list[tuple[str, str, str]]:
    """(name, kind, comment) of the fields of a table, as its source has them."""
    lines = text_of(ROOT / "simcore" / file).split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith(f"{table} = "))
    out: list[tuple[str, str, str]] = []
    for line in lines[at:]:
        found = FIELD.findall(line)
        out += [(name, KINDS[kind], comment or "") for name, kind, comment in found]
        if not found and out and (more := MORE.match(line)):
            name, kind, comment = out[-1]
            out[-1] = name, kind, f"{comment} {more[1]}"
        if line.startswith("])") or re.search(r"\]\)|\], LINE", line):
            break
    return out


def beside() -> Iterator[tuple[str, str, str]]:
    """(name, axes, meaning) of the arrays of the world that are no tables and no room to work in."""
    for line in text_of(ROOT / "simcore" / "behaviour/world.py").split("\n"):
        if (found := ARRAY.match(line)) and found[1] not in ROOM:
            yield found[1], found[2], found[3]


def said_above(file: str, table: str) -> str:
    """The comment above a table."""
    lines = text_of(ROOT / "simcore" / file).split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith(f"{table} = "))
    out: list[str] = []
    while at and lines[at - 1].startswith("# "):
        at -= 1
        out.insert(0, lines[at][2:])
    return " ".join(out)


def functions(name: str) -> list[tuple[str, str, str, int]]:
    """(kind, signature, docstring, line) of the laws and acts of a module; one without a mark is a law on columns."""
    out = []
    for node in tree_of(name).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            marks = {one.id for one in node.decorator_list if isinstance(one, ast.Name)}
            kind = "law" if "law" in marks or not marks else "act"
            arguments = ", ".join(one.arg for one in node.args.args)
            out.append((kind, f"{node.name}({arguments})", ast.get_docstring(node) or "", node.lineno))
    return out


def table(head: Iterable[str], lines: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    head = list(head)
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |"
                     for line in [head, ["---"] * len(head), *lines])


# --- the seven elements -----------------------------------------------------------------------------------------------


def purpose() -> Iterator[str]:
    """1."""
    yield "## 1. Purpose and patterns"
    yield PURPOSE
    yield "\n".join(f"- {first(one.find.__doc__)} ({one.row})" for one in all_patterns().values() if one.row)


def entities() -> Iterator[str]:
    """2."""
    yield "## 2. Entities, state variables and scales"
    yield "Partners, the municipality and other parties are accounts of the books; Mesa shows them as agents too."
    for file, name, title in TABLES:
        yield f"### {title}"
        yield f"{said_above(file, name) or ABOVE[name]} (`simcore/{file}`)"
        of = MEANINGS.get(name, {})
        yield table(("state variable", "kind", "meaning"), (
            (field, kind, said or of.get(field, "")) for field, kind, said in fields_of(file, name)))
    yield "### Beside the rows"
    yield "State that the files size: R replications, H households, N residents, A needs, J ways, E enterprises."
    yield table(("state variable", "axes", "meaning"), beside())
    yield "### Scales"
    yield SCALES


def processes() -> Iterator[str]:
    """3."""
    yield "## 3. Process overview and scheduling"
    week = ast.get_docstring(tree_of("week/lane.py")) or ""
    yield "Each week, in this order (`simcore/week/lane.py`):"
    steps = re.findall(r"^\s*(\d+)\. (.*)$", week, re.M)
    yield "\n".join(f"{number}. {flat(said)}" for number, said in steps)
    yield "All entities change their state at once where they act; within a process, the order is that of luck:"
    yield "\n".join(f"- `simcore/week/{name}.py`: {about(f'week/{name}.py')}" for name in PROCESSES)


def concepts() -> Iterator[str]:
    """4."""
    yield "## 4. Design concepts"
    for name, said in CONCEPTS.items():
        yield fill(f"**{name}.** {flat(said)}", 120)
    yield "\n".join(f"- {one.number} `{one.key}`: {one.formula}" for one in INDICATORS.values())


def initialisation() -> Iterator[str]:
    """5."""
    yield "## 5. Initialization"
    yield START
    yield "\n".join(f"- `simcore/neighbourhood/{name}.py`: {about(f'neighbourhood/{name}.py')}"
                    for name in ("people", "settle", "health", "ties", "renewal"))


def inputs(specs: dict[str, Spec]) -> Iterator[str]:
    """6."""
    yield "## 6. Input data"
    yield INPUT
    days: dict[str, str] = {}
    for spec in specs.values():
        for path in spec.quantities():
            if re.search(r"\.\d+\.value$", path):
                days.setdefault(path.rsplit(".", 2)[0], spec.place.name)
    yield "\n".join([*(f"- `{path}` ({place})" for path, place in days.items()),
                     *(f"- plugin `{name}`: {same[0].about}" for name, same in find().items())])


def submodels(specs: dict[str, Spec]) -> Iterator[str]:
    """7."""
    yield "## 7. Submodels"
    yield ("Equations and what they mean stand in [laws.md](laws.md). A law gives a number for numbers; an act is "
           "what one agent does.")
    names = sorted(file.stem for file in (ROOT / "simcore" / "behaviour").glob("*.py") if file.stem not in NO_LAWS)
    for name in sorted(names, key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST)):
        found = functions(f"behaviour/{name}.py")
        yield f"### {name}"
        yield about(f"behaviour/{name}.py")
        yield table(("kind", "name", "what it says", "where"), (
            (kind, f"`{signature}`", first(said), f"simcore/behaviour/{name}.py:{line}")
            for kind, signature, said, line in found))
    yield "### Parameters"
    yield ("Every number of the files that come along. A range is that of the draw of each course; without one the "
           "number is fixed.")
    places: dict[str, dict[str, Quantity]] = {}
    for name, spec in specs.items():
        every = named(spec, activate(spec))
        own = {path: one for path, one in every.items() if not path.startswith(PLACE)}
        yield f"#### {spec.canvas.meta.name} (`models/{name}.yaml`)"
        yield parameters(own)
        places[Path(spec.neighbourhood_file).stem] = {path: one for path, one in every.items() if path not in own}
    for name, numbers in places.items():
        yield f"#### Neighbourhood `models/neighbourhoods/{name}.yaml`"
        yield parameters(numbers)
    for name, same in find().items():
        if not defaults(same[0].kind):
            continue
        yield f"#### Plugin `{name}`, where nobody gives it other numbers"
        yield parameters(defaults(same[0].kind))


def parameters(numbers: dict[str, Quantity]) -> str:
    """Numbers with all that is known of them."""
    return table(("path", "value", "range", "unit", "evidence", "source"), (
        (f"`{path}`", f"{one.value:g}", f"{one.low:g} – {one.high:g}" if one.ranged else "", one.unit, one.evidence,
         flat(one.source)) for path, one in numbers.items()))


def odd() -> str:
    """The whole description."""
    specs = {name: load(name) for name in bundled()}
    parts = ["# The model in ODD",
             "Overview, Design concepts and Details, after Grimm and others (2020), "
             "<https://doi.org/10.18564/jasss.4259>. This page is made from code and model files by `scripts/odd.py`.",
             *purpose(), *entities(), *processes(), *concepts(), *initialisation(), *inputs(specs), *submodels(specs)]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    FILE.write_text(odd(), encoding="utf-8")
