"""Keep the pinned versions complete, exact, and free of any place to fetch them from."""

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PYTHONS = ["3.11", "3.12", "3.13"]


@pytest.fixture(scope="module")
def lines(root):
    text = (root / "constraints.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def declared(project):
    return [*project["dependencies"], *(text for some in project["optional-dependencies"].values() for text in some)]


def pins_on(python, lines):
    """The pinned version of each package on one Python, refusing a package pinned twice there."""
    pins = {}
    for line in lines:
        pin = Requirement(line)
        if pin.marker is None or pin.marker.evaluate({"python_version": python}):
            name = canonicalize_name(pin.name)
            assert name not in pins, f"{name} is pinned twice on Python {python}"
            pins[name] = str(pin.specifier).removeprefix("==")
    return pins


def test_no_line_says_where_to_fetch_a_package(lines):
    assert [line for line in lines if "://" in line or "@" in line or line.startswith("-")] == []


def test_every_line_pins_one_exact_version(lines):
    for line in lines:
        [only] = Requirement(line).specifier
        assert only.operator == "==" and "*" not in only.version, line


@pytest.mark.parametrize("python", PYTHONS)
def test_every_declared_dependency_is_pinned_to_a_version_it_allows(python, lines, declared):
    pins = pins_on(python, lines)
    for text in declared:
        wanted = Requirement(text)
        assert wanted.specifier.contains(pins[canonicalize_name(wanted.name)]), text


@pytest.mark.parametrize(("python", "mesa"), [("3.11", "3.3.1"), ("3.12", "3.5.1"), ("3.13", "3.5.1")])
def test_each_python_gets_the_newest_mesa_that_supports_it(python, mesa, lines):
    assert pins_on(python, lines)["mesa"] == mesa
