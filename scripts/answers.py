"""Plays the experiments that come along, whole, and writes what they found into experiments/answers, docs/antwoorden.md
and docs/answers.md.

    python scripts/answers.py              # all of them, in two hours at most on two cores; what was played is kept
    python scripts/answers.py stop_rule    # one
    python scripts/answers.py --report     # only tell anew what is in studies/, as when sentences have changed
    python scripts/answers.py --lists      # only the two lists in docs/, from experiments/answers
"""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from simcore.experiments import answers, files  # noqa: E402
from simcore.experiments.folder import ANSWER, MANIFEST  # noqa: E402
from simcore.experiments.reading import experiment  # noqa: E402

STUDIES, LANGUAGES = ROOT / "studies", ("nl", "en")
PAGES = {"nl": "antwoorden.md", "en": "answers.md"}
HEADS = {"nl": """# Antwoorden

Wat elk experiment vond dat meekomt, in zijn geheel gespeeld. De getallen zijn die van dit model, met de band die de zin
noemt; waarop het rust staat in [het model](model.md), wat het mist in [de toets](validation.md) (in het Engels). Op
elke regel staan de dag en het begin van de code die bij al zijn getallen hoort: `simwijk sweep NAAM` speelt het opnieuw
en zegt of ze dezelfde zijn. In het Engels: [answers.md](answers.md).

| vraag | antwoord | gemaakt |
|---|---|---|
""", "en": """# Answers

What each experiment found that comes along, played whole. The numbers are those of this model, with the bands its
sentences tell; what it rests on is in [the model](model.md), what it misses in [validation](validation.md). Each line
has the day and the first part of the digest of all its numbers: `simwijk sweep NAME` plays it again and says whether
they are the same. In Dutch: [antwoorden.md](antwoorden.md).

| question | answer | made |
|---|---|---|
"""}


def simwijk(*arguments: str) -> None:
    """Run a command of simwijk; one that fails ends this too."""
    subprocess.run([sys.executable, "-m", "simcore.cli", *arguments], cwd=ROOT, check=True,
                   env=os.environ | {"PYTHONPATH": str(ROOT)})


def played(name: str, again: bool) -> None:
    """Play one, or only tell it anew, and write its answer."""
    place, pages = STUDIES / name, {}
    for lang in LANGUAGES:
        simwijk(*(["report", str(place)] if again or pages else ["sweep", name, "--out", str(place)]), "--lang", lang,
                "--quiet")
        pages[lang] = (place / ANSWER).read_text(encoding="utf-8")
    about = json.loads((place / MANIFEST).read_text(encoding="utf-8"))
    text = answers.text_of(about, pages)
    (files.folder() / answers.FOLDER / f"{name}.md").write_text(text, encoding="utf-8")


def overview(lang: str) -> str:
    """One line for each answer that comes along, in a language."""
    rows = []
    for name in sorted(files.bundled()):
        if (found := answers.answer_of(name)) is None:
            continue
        text = (files.folder() / answers.FOLDER / f"{name}.md").read_text(encoding="utf-8")
        question = experiment(name).question.question[lang]
        answer = text.split(f"# {question}", 1)[1].split("**")[1].replace("|", "\\|")
        rows.append(f"| [{question}](../experiments/{answers.FOLDER}/{name}.md) | {answer} | "
                    f"{found.made} `{found.digest[:8]}` |")
    return HEADS[lang] + "\n".join(rows) + "\n"


def main() -> None:
    """Write the answers."""
    names = [one for one in sys.argv[1:] if not one.startswith("-")] or sorted(files.bundled())
    (files.folder() / answers.FOLDER).mkdir(exist_ok=True)
    for name in [] if "--lists" in sys.argv else names:
        played(name, "--report" in sys.argv)
    for lang, page in PAGES.items():
        (ROOT / "docs" / page).write_text(overview(lang), encoding="utf-8")


if __name__ == "__main__":
    main()
