"""See that .ci/run passes on what the suite said and ends there."""

import os
import shutil
import subprocess

import pytest

pytestmark = pytest.mark.skipif(
    os.name == "nt" or not shutil.which("make"), reason="needs sh and make, as .ci/run does"
)


@pytest.mark.parametrize(("closing", "status"), [("==== 3 passed in 0.1s ====", 0), ("==== 1 failed in 0.1s ====", 1)])
def test_the_last_line_is_that_of_pytest_and_the_status_tells_how_it_went(closing, status, root, tmp_path):
    home = tmp_path / "my project"
    (home / ".ci").mkdir(parents=True)
    shutil.copy(root / ".ci/run", home / ".ci/run")
    (home / "Makefile").write_text(f"test:\n\t@echo '  one line'; echo '{closing}'; exit {status}\n")
    # Without the variables of a make around this test, which would have its own say in how make prints.
    calm = {name: value for name, value in os.environ.items() if not name.startswith("MAKE") and name != "MFLAGS"}
    result = subprocess.run([home / ".ci/run"], cwd=tmp_path, env=calm, capture_output=True, text=True, timeout=60)
    assert result.stdout.splitlines() == ["  one line", closing]
    assert result.stderr == ""
    assert (result.returncode != 0) == (status != 0)
