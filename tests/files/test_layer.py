"""Reading a file must start at once, so this layer stays clear of everything heavy."""

import subprocess
import sys


def test_the_reader_imports_nothing_heavy_and_no_later_layer():
    code = "import sys, simcore.files; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "yaml" in loaded and "pydantic" in loaded
    heavy = {"numpy", "numba", "pandas", "mesa", "matplotlib", "seaborn", "click", "pluggy"}
    assert not heavy & set(loaded)
    ours = {name.split(".")[1] for name in loaded if name.startswith("simcore.")}
    assert ours == {"errors", "files"}
