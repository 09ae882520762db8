import os
import sys
import threading

import pytest

from simcore.child import BELOW, give_way


@pytest.mark.skipif(sys.platform != "linux", reason="threads have no priority of their own there")
def test_a_thread_that_gives_way_does_so_by_itself_and_with_those_it_starts():
    found = []

    def look():
        found.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    def play():
        give_way()
        look()
        begun(look)

    def begun(work):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()

    look()
    begun(play)
    look()
    before = found[0]
    assert found == [before, min(19, before + BELOW), min(19, before + BELOW), before]
