"""Threads share what was let go of."""

import subprocess
import sys

import pytest

THREADS = """
import ctypes, sys, threading
from simcore.demo.memory import few_pools
if sys.argv[2] == "few":
    few_pools()
both, libc = threading.Barrier(6), ctypes.CDLL("libc.so.6")
def take():
    libc.malloc(1000)
    both.wait()
some = [threading.Thread(target=take) for _ in range(6)]
for one in some: one.start()
for one in some: one.join()
libc.fopen.restype = ctypes.c_void_p
file = ctypes.c_void_p(libc.fopen(sys.argv[1].encode(), b"w"))
libc.malloc_info(0, file)
libc.fclose(file)
"""


def test_threads_of_a_show_share_two_pools_of_memory(tmp_path):
    if sys.platform != "linux":
        pytest.skip("only the C library of Linux has a pool for each thread")
    pools = []
    for how in ("few", "as it is"):
        subprocess.run([sys.executable, "-c", THREADS, tmp_path / "told", how], check=True)
        pools.append((tmp_path / "told").read_text().count("<heap nr="))
    assert pools[0] <= 2 < pools[1]
