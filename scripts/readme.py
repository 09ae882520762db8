"""Puts into README.md and docs/output.md what their commands really print, and the canvas that is drawn.

    python scripts/readme.py

An output block begins with ``<!-- output: COMMAND -->`` and ends with ``<!-- end -->``; each command is run in an
empty folder, and leaves its result in ``trial`` there.

docs/pictures/compare.png is no output of a command: it is the first screen of the page that ``simwijk compare
haarlems_gemak compiratie wijkonderneming --lang en`` leaves, as a browser shows it on 1920 by 1080. With Chromium:
``chromium --headless --hide-scrollbars --window-size=1920,1080 --screenshot=compare.png compare.html``.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"(<!-- output: simwijk (.+?) -->\n```text\n).*?(```\n<!-- end -->)", re.DOTALL)
FILES = [ROOT / "README.md", ROOT / "docs" / "output.md"]
PICTURE = Path("trial", "pictures", "5_canvas.png")


def printed(command: str, folder: Path) -> str:
    """What ``simwijk COMMAND`` prints in a folder."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-m", "simcore.cli", *shlex.split(command)], cwd=folder, env=environment,
                          capture_output=True, encoding="utf-8", check=True)
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


def filled(text: str, folder: Path) -> str:
    """The text with fresh output in its blocks; the commands run in folders of their own under ``folder``."""
    def fill(block: re.Match) -> str:
        place = Path(tempfile.mkdtemp(dir=folder))
        return block[1] + printed(block[2], place) + block[3]

    return BLOCK.sub(fill, text)


def main() -> None:
    """Rewrite the files with output, and the picture."""
    with tempfile.TemporaryDirectory() as name:
        for file in FILES:
            file.write_text(filled(file.read_text(encoding="utf-8"), Path(name)), encoding="utf-8")
        for picture in Path(name).glob(f"*/{PICTURE}"):
            shutil.copy(picture, ROOT / "docs" / "pictures" / "canvas.png")


if __name__ == "__main__":
    main()
