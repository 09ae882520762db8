"""What loads with the compiled engine, and what a process that plays nothing does without."""

import subprocess
import sys


def printed(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_to_play_loads_no_linear_algebra():
    assert printed("import sys, simcore.run, simcore.week.lane; print('scipy.linalg' in sys.modules)") == "False"


def test_where_the_compiler_is_kept_out_laws_and_moves_are_plain_python():
    assert printed("import sys; sys.modules['numba'] = None\n"
                   "import simcore.run, simcore.show.note_money, simcore.week.layout\n"
                   "from simcore.luck import key, luck\n"
                   "print(luck.__class__.__name__, luck(key(1, 2), 3, 4, 5)[0] < 1, 'llvmlite' in sys.modules)"
                   ) == "function True False"


def test_the_tables_agents_live_in_need_no_compiler():
    assert printed("import sys, simcore.behaviour.world; print('numba' in sys.modules)") == "False"


def test_a_page_loads_nothing_that_draws_pictures():
    assert printed("import sys, simcore.show.page.document; print('matplotlib' in sys.modules)") == "False"
