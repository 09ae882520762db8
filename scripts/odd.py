"""Writes docs/odd.md: the model in the seven elements of ODD (Grimm and others 2020), read from code and model files.

    python scripts/odd.py

What the code says of itself is taken from there: fields of the agents with their comments, the order of the week, what
each law says and where it stands, every number of the files. Only what no code can say is written here.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import fill

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from simcore.canvas import Spec, bundled, load  # noqa: E402
from simcore.canvas.named import named  # noqa: E402
from simcore.canvas.spec import PLACE  # noqa: E402
from simcore.files import Quantity  # noqa: E402
from simcore.plugin.finding import activate, find  # noqa: E402
from simcore.results.sixteen import INDICATORS  # noqa: E402
from simcore.studies.validation.patterns import all_patterns, defaults  # noqa: E402

FILE = ROOT / "docs" / "odd.md"
FIELD = re.compile(r'\("(\w+)", "([\w?]+)"\),?\s*(?:# (.*))?')
ARRAY = re.compile(r'\s+"(\w+)": \([A-Z]\d, \d\),\s+# (\([^)]*\)) (.+)')
ROOM = {"luck", "kept", "scratch", "directory"}            # of one act, of no worth afterwards
MORE = re.compile(r"^\s+# (.*)")
KINDS = {"f8": "number", "i8": "whole number", "i4": "whole number", "i2": "whole number", "i1": "whole number",
         "?": "yes or no"}

# Tables of the world in the order in which they are told, with the entity each is.
TABLES = [("neighbourhood/rows.py", "HOUSEHOLD", "Household"), ("neighbourhood/rows.py", "RESIDENT", "Resident"),
          ("behaviour/world.py", "ENTERPRISES", "Enterprise"), ("behaviour/world.py", "SERVICES", "Service"),
          ("behaviour/world.py", "TEAMS", "Team"), ("behaviour/world.py", "WORKERS", "Work place and its holder"),
          ("behaviour/world.py", "RELATIONS", "What a household knows and thinks of an enterprise"),
          ("behaviour/world.py", "REQUESTS", "A request that waits"),
          ("behaviour/world.py", "GATHERINGS", "Gathering"),
          ("behaviour/commons.py", "VOLUNTEERING", "Volunteers, as a whole"),
          ("behaviour/commons.py", "VOLUNTEERS", "Seat of a volunteer"),
          ("behaviour/commons.py", "DEEDS", "Kind of deed"),
          ("behaviour/commons.py", "PLEDGES", "Promise"), ("behaviour/commons.py", "GOALS", "Goal"),
          ("behaviour/commons.py", "BUILDINGS", "Building"), ("behaviour/commons.py", "ORDERS", "Order")]

# What a field is where the code has no words beside it.
MEANINGS = {
    "RESIDENT": {"household": "row of the household"},
    "ENTERPRISES": {
        "alive": "still exists", "appeal": "utility beside a commercial offer at the same price",
        "likeness": "chance that a household likes it as it likes a commercial offer",
        "first_trust": "trust of who has only heard of it", "pace": "how fast trust moves to what was seen",
        "new_face": "share of trust lost when somebody else comes", "outside": "hazard of hearing of it, a year",
        "mouth": "weight of satisfied ties in hearing of it", "bad_word": "weight of dissatisfied ties",
        "join": "share of people on benefit who take a place that is offered, a year",
        "drop_out": "chance a week to give up a place", "start_skill": "productivity of a beginner",
        "end_skill": "productivity in the end", "hours_to_learn": "hours for a share 1 - 1/e of the way",
        "present": "chance to be there in a week", "travel": "share of hours spent between customers",
        "noise": "standard deviation of the quality of a visit", "first_confidence": "confidence of a beginner",
        "gain": "gain of confidence in a good week", "loss": "loss of confidence after a complaint",
        "leave": "chance a week that a waiter gives up", "coffee_minutes": "minutes of coffee after a visit",
        "coffee_service": "row of the service that coffee is, or -1",
        "search_from": "confidence from which people look for work", "gives_up": "confidence below which they stop"},
    "SERVICES": {
        "enterprise": "row of the enterprise", "activity": "row of the need it meets, or -1", "team": "row of the team",
        "open": "is offered now", "on_request": "begins when enough people ask", "at_home": "done at home",
        "price": "cents per hour or job, VAT included", "per_job": "priced by the job",
        "customers": "standing customers",
        "asked": "requests for it while it is not offered, this week", "visits": "visits this week",
        "served": "minutes served this week", "missed": "minutes of standing customers not served this week",
        "paid": "cents paid by customers this week", "covered": "cents paid by covers this week",
        "worth": "the same counted apart, in sixtieths of a cent", "opening": "minutes a week a desk is open, or -1",
        "seats": "people who can sit at it", "room": "minutes left at it this week"},
    "TEAMS": {
        "enterprise": "row of the enterprise", "luck": "number by which its places ask for luck",
        "contract": "how its people are bound to it", "first": "row of its first work place", "places": "work places",
        "minutes": "planned minutes a week of one place", "capacity": "minutes it can give this week",
        "served": "minutes it gave this week", "committed": "minutes a week promised to standing customers",
        "waiting": "minutes of requests that wait", "wait": "weeks a new request waits",
        "skill": "the trade it asks for, or -1", "can": "share of people who can do it", "likes": "share who like it",
        "least": "people with whom it begins", "keep": "people below which it ends", "together": "has come together"},
    "WORKERS": {
        "team": "row of the team", "resident": "row of who holds it; -1 nobody, -2 somebody from elsewhere",
        "since": "week it was taken", "practised": "hours worked", "confidence": "in oneself",
        "minutes": "minutes left this week", "served": "minutes given this week", "present": "is there this week",
        "pleased": "had a satisfied customer this week", "complaint": "had a complaint this week",
        "late": "minutes less after a gathering"},
    "RELATIONS": {
        "aware": "has heard of it", "trust": "trust in who comes", "mood": "satisfied 1, dissatisfied -1, else 0",
        "face": "row of the work place that came last, or -1", "good": "satisfied ties", "bad": "dissatisfied ties",
        "pending": "needs it has asked to become a customer for, a bit each"},
    "REQUESTS": {
        "household": "who asks", "generation": "which household of that address", "service": "row of the service",
        "minutes": "minutes asked and not served yet", "price": "cents agreed", "week": "week of asking",
        "when": "moment within that week", "enrol": "asks to become a standing customer"},
    "GATHERINGS": {
        "enterprise": "row of the enterprise", "luck": "number by which it asks for luck", "due": "is held this week",
        "allowed": "a law or a plugin lets it be held", "members": "of who holds a place, not of everyone",
        "contacts": "others each talks with", "late": "minutes less work the day after", "held": "was held this week",
        "came": "people who came", "goals": "goals are named there", "goal": "row of the goal it is for, or -1",
        "expected": "people to expect", "regulars": "share who were there the last time", "helpers": "helpers it asks",
        "least": "helpers without whom it is off", "minutes": "minutes each helper gives",
        "recruits": "share of visitors who become volunteers", "guests": "people who came the last time"},
    "VOLUNTEERING": {
        "core": "organisers", "organising": "minutes a week of organising",
        "pool": "residents who would volunteer for it", "willing": "chance to say yes to a task",
        "stretch": "how far beyond their hours organisers go", "invite": "chance to be asked",
        "step_up": "chance that a volunteer becomes an organiser", "drop_out": "share of organisers who stop, a year",
        "load_power": "how load weighs in that", "turnover": "chance that another volunteer stops",
        "with_job": "minutes a week of who has a job", "without_job": "minutes a week of others"},
    "VOLUNTEERS": {
        "resident": "row of who holds it, or -1", "generation": "which household of that address",
        "core": "an organiser", "since": "week it was taken", "minutes": "minutes a week there are",
        "given": "minutes given this week", "task": "the last task given to"},
    "DEEDS": {
        "deed": "what is done", "together": "with whom, or to whom", "keep": "logit of keeping it",
        "per_tie": "what a tie adds", "takes": "share of who is asked that promises",
        "older": "promised to an older neighbour", "times": "times a week",
        "minutes": "minutes each time", "spread": "chance that a kept one is taken over",
        "fade": "chance that a broken one ends", "goal": "row of the goal it is for, or -1"},
    "PLEDGES": {
        "kind": "row of the kind of deed, or -1", "resident": "who promised", "generation": "of which household",
        "other": "with whom or to whom, or -1", "other_generation": "of which household"},
    "GOALS": {
        "weight": "how much it matters to anybody", "matters": "how much more to whom it concerns",
        "who": "whom it concerns",
        "support": "share of voters it takes", "luck": "its place in order of names", "chosen": "has been taken up",
        "votes": "who named it at this gathering", "deeds": "deeds done for it this week"},
    "BUILDINGS": {
        "managed": "residents run it", "opening": "minutes a week it should be open", "helpers": "people to open it",
        "opened": "minutes it was open this week"},
    "ORDERS": {
        "service": "row of the service", "minutes": "minutes of one", "due": "due this week", "done": "done this week"},
}  # fmt: skip
ABOVE = {"SERVICES": "One value proposition that can be delivered.", "TEAMS": "People who do one kind of work.",
         "WORKERS": "One work place, and whoever holds it.",
         "PLEDGES": "One promise: who keeps it, and with or to whom."}

# What happens in a week, in order.
PROCESSES = ["occasions", "moves", "dispatch", "together", "desk", "labour", "common_desk", "orders", "goals", "market",
             "commons", "community", "decisions", "reconcile"]

# The laws, in the order of docs/laws.md; whatever else stands among them follows.
FIRST = ["needs", "choice", "longrun", "course", "prices", "awareness", "reception", "delivery", "work", "assistance",
         "enterprise", "ties", "lives"]
NO_LAWS = {"__init__", "world", "commons"}                 # tables

PURPOSE = """\
The model answers, for the Business Model Canvas of a Dutch neighbourhood enterprise, what follows from it over some
years beside doing nothing: does it live without municipal money, who pays and who gains, how many people find work or
company, and how sure that is. It serves a conversation between residents, partners and a municipality. It does not
forecast: it says what follows from numbers that each name their source or call themselves an assumption.

Patterns by which its usefulness is judged stand in [validation.md](validation.md): cases with an answer on paper,
relations that must hold under the same luck, and these published patterns, kept aside unless a number was set by
them:"""

SCALES = """\
**Time.** Discrete weeks; a run is usually 260 of them, five years. Within a week occasions have no clock but an order.

**Space.** One district, without distances: households know some others by ties, and travel is a share of hours worked.

**People.** Every resident and household is there, one by one; fixed costs are never scaled.

**Courses.** A run holds many replications (possible courses) side by side, and lanes of the same replication: doing
nothing, and one or more enterprises, which share people, luck and drawn numbers."""

CONCEPTS = {
    "Basic principles": """\
Households choose among ways to have work done by random utility (a logit with habit, trust and lasting taste); they
hear of an enterprise by a hazard as in Bass; an enterprise is its canvas and its books, kept by double entry. Each law
names its section of [laws.md](laws.md); each soft effect has "off" within its range.""",
    "Emergence": """\
Customers, waiting, displacement, cohesion, loneliness, outflow into work, the end of an enterprise and who bears its
cost follow from what people do. Imposed are prices, rates of events, rules of law, and the shares of each way of having
work done before there is an enterprise, to which the constants of the choice are fitted.""",
    "Adaptation": """\
Households look again at an arrangement now and then, or when a price jumps, a service stops, help is cut or trust is
low. The enterprise stops what does not pay, begins what is asked and grows, by the rules its canvas states. Partners
renew by gain; the municipality repairs a cut when too many are left short.""",
    "Objectives": """\
A household takes the way with the highest utility at that occasion. The enterprise has no objective of its own but to
keep its rules; partners weigh what they gain against what they give.""",
    "Learning": """\
People in a place become quicker by practice and surer or less sure of themselves by how visits go. Trust of a household
moves towards the quality it has seen. Nobody learns a strategy.""",
    "Prediction": """\
Nobody foresees. Waiting time, trust and prices are taken as they stand.""",
    "Sensing": """\
A household knows its own needs, income and contribution, prices of ways it knows, its closest tie's time, its own trust
and the waiting time; of the enterprise only after it has heard of it. The enterprise knows its books, requests and
margins.""",
    "Interaction": """\
Direct: visits, coffee, asking a friend for help, telling others. Mediated: places are few, so that who holds one keeps
another out; hours are few, so that requests wait; a friend's time is given once.""",
    "Stochasticity": """\
Luck is a function of who asks for what and when, so that every lane finds the same occasions and a what-if moves only
what it touches (common random numbers; `simcore/luck.py`). Occasions of a kind are Poisson in number, choices have a
Gumbel number per way. Numbers with a range are drawn once per replication from a triangle, the same in all lanes.""",
    "Collectives": """\
Households are made of residents; teams of an enterprise of people in places. A household acts as one.""",
    "Observation": """\
Everything is read off after the fact, with no noise of measurement: money by stream and week, counts by week, a look
at the whole district each quarter. What is shown is the difference with doing nothing, course by course, and the band
in which eight of ten courses lie. The indicators and their formulas:""",
}

START = """\
People are made from published margins of the district and city (`simcore/neighbourhood/people.py`), the same in every
replication; what a replication draws is who of them is limited, on benefit, at work or ready to help (`settle.py`). The
constants of the choice are fitted so that shares of each way are those observed (`simcore/week/fit.py`), and each
household begins with a way drawn from its shares in the long run, so that doing nothing stands still from the first
week. The enterprise begins with empty places, start capital and no customers; nobody has heard of it."""

INPUT = """\
No time series drive the model. Dated rules of law and dated plugins change terms on their day; everything else is a
number of the files, which stay as they are during a run. Dated rules of the neighbourhoods, and plugins that come
along:"""


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
    yield "\n".join(f"- {first(one.find.__doc__)} ({one.row})" for one in all_patterns().values())


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
