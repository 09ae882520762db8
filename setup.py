"""List the packages to ship, so that a new subpackage is never forgotten; all else stands in pyproject.toml."""

from setuptools import find_packages, setup

FOLDERS = {
    "simcore": "simcore",
    "simwijk_plugins": "plugins",
    "simwijk_models": "models",
    "simwijk_experiments": "experiments",
}


def packages():
    """Yield every package by the name it is imported under."""
    for package, folder in FOLDERS.items():
        yield package
        yield from (f"{package}.{inner}" for inner in find_packages(folder))


setup(packages=list(packages()), package_dir=FOLDERS)
