"""Plays the experiments that come along, whole, and writes what they found into experiments/answers and docs/answers.md.

    python scripts/answers.py              # all of them, in two hours at most on two cores; what was played before is kept
    python scripts/answers.py stop_rule    # one
    python scripts/answers.py --report     # only tell anew what is in studies/, as when sentences have changed
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
HEAD = """# Answers

What each experiment found that comes along, played whole. The numbers are those of this model, with the bands its
sentences tell; what it rests on is in [the model](model.md), what it misses in [validation](validation.md). Each line has
the day and the first part of the digest of all its numbers: `simwijk sweep NAME` plays it again and says whether they are
the same.

| question | answer | made |
|---|---|---|
"""


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


def overview() -> str:
    """One line for each answer that comes along."""
    rows = []
    for name in sorted(files.bundled()):
        if (found := answers.answer_of(name)) is None:
            continue
        text = (files.folder() / answers.FOLDER / f"{name}.md").read_text(encoding="utf-8")
        question = experiment(name).question.question.en
        answer = text.split(f"# {question}", 1)[1].split("**")[1].replace("|", "\\|")
        rows.append(f"| [{question}](../experiments/{answers.FOLDER}/{name}.md) | {answer} | "
                    f"{found.made} `{found.digest[:8]}` |")
    return HEAD + "\n".join(rows) + "\n"


def main() -> None:
    """Write the answers."""
    names = [one for one in sys.argv[1:] if not one.startswith("-")] or sorted(files.bundled())
    (files.folder() / answers.FOLDER).mkdir(exist_ok=True)
    for name in names:
        played(name, "--report" in sys.argv)
    (ROOT / "docs" / "answers.md").write_text(overview(), encoding="utf-8")


if __name__ == "__main__":
    main()
