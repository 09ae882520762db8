"""Write what the report says of validation (simcore/show/page/validated.csv) from docs/validation.md."""

import csv
import re
import sys
from io import StringIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from simcore.canvas import bundled  # noqa: E402
from simcore.show.texts import TEXTS  # noqa: E402

PAGE, FILE = ROOT / "docs/validation.md", ROOT / "simcore/show/page/validated.csv"
COLUMNS = ("key", "of", "row", "share", "low", "base", "high", "made_low", "made", "made_high", "verdict")
HEADS = {"limits": r"^## .*: (\d+) of (\d+) agree$", "relations": r"^## .*: (\d+) of (\d+) hold$"}


def written(page: str) -> str:
    """The file: how many limits and relations hold, and each pattern that counts."""
    out = StringIO()
    lines = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    lines.writeheader()
    for key, pattern in HEADS.items():
        some, every = re.search(pattern, page, re.MULTILINE).groups()
        lines.writerow({"key": key, "low": some, "high": every})
    names = {pair[1]: key.removeprefix("pattern.") for key, pair in TEXTS.items() if key.startswith("pattern.")}
    for line in page.splitlines():
        cells = [one.strip() for one in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 6 and cells[5] in ("inside", "outside"):
            name, of, row, published, made, verdict = cells
            (base, low, high), (middle, least, most) = numbers(published), numbers(made)
            lines.writerow({"key": names[name], "of": of if of in bundled() else "", "row": row,
                            "share": "yes" if "%" in published else "", "low": low, "base": base, "high": high,
                            "made_low": least, "made": middle, "made_high": most, "verdict": verdict})
    return out.getvalue()


def numbers(text: str) -> list[str]:
    """The middle and both ends of ``49% (45% – 54%)``; three times the middle where there is no range."""
    found = [one.replace("−", "-").replace(",", "") for one in re.findall(r"−?[\d.,]*\d", text)]
    return found if len(found) == 3 else found * 3


if __name__ == "__main__":
    FILE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
