"""Keep what the shipped code imports and what pyproject.toml declares the same thing."""

import ast
import sys

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

OWN = {"simcore", "simwijk_plugins", "simwijk_models", "simwijk_experiments"}
# Where the name to import is not the name to install; pydantic documents its core as part of its own interface.
PROVIDES = {"markdown-it-py": {"markdown_it"}, "pyyaml": {"yaml"}, "pillow": {"PIL"},
            "pydantic": {"pydantic", "pydantic_core"}}


def imported(path):
    """Yield the top-level name and the line of every absolute import in a file, those inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            yield from ((name.name.partition(".")[0], node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module.partition(".")[0], node.lineno


@pytest.mark.parametrize("folder", ["simcore", "plugins", "models", "experiments"])
def test_every_import_in_shipped_code_is_declared(folder, root, project):
    extras = [text for name, some in project["optional-dependencies"].items() if name != "test" for text in some]
    names = [canonicalize_name(Requirement(text).name) for text in [*project["dependencies"], *extras]]
    known = OWN.union(sys.stdlib_module_names, *(PROVIDES.get(name, {name}) for name in names))
    strangers = [
        f"{path.relative_to(root)}:{line} imports {name}"
        for path in sorted((root / folder).rglob("*.py"))
        for name, line in imported(path)
        if name not in known
    ]
    assert strangers == []


def test_the_command_leads_to_a_function_that_exists(root, project):
    module, _, function = project["scripts"]["simwijk"].partition(":")
    source = (root / module.replace(".", "/")).with_suffix(".py").read_text(encoding="utf-8")
    assert function in {node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}
