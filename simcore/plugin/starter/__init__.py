"""A package to begin a plugin with: module, test, metadata and README, with the name still to be filled in."""

from pathlib import Path
from string import Template

FILES = {"{module}.py": "module.txt", "tests/test_{module}.py": "test.txt", "pyproject.toml": "pyproject.txt",
         "README.md": "readme.txt"}


def class_of(module: str) -> str:
    """The class in a module: hete_zomer has HeteZomer."""
    return "".join(part.capitalize() for part in module.split("_"))


def package(name: str, module: str) -> dict[str, str]:
    """Path to text of every file of a plugin called ``name`` for people, whose module is ``module``."""
    words = {"name": name, "quoted": name.replace("\\", "\\\\").replace('"', '\\"'), "module": module,
             "dist": "simwijk-" + module.replace("_", "-"), "cls": class_of(module)}
    here = Path(__file__).parent
    return {path.format(**words): Template((here / file).read_text(encoding="utf-8")).substitute(words)
            for path, file in FILES.items()}
