"""A cluster for tests: the very commands, as processes on loopback, which end with the test whatever becomes of it."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Command:
    """A ``simwijk cluster`` command in a process of its own."""

    def __init__(self, *words, **more):
        here = str(Path(__file__).parent)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "simcore.cli", "cluster", *map(str, words), "--lang", "en"], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True,
            env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{here}", "PYTHONUNBUFFERED": "1"} | more)

    @cached_property
    def said(self):
        """The line in which it says that it is there."""
        if line := self.process.stdout.readline():
            return line
        raise RuntimeError(self.process.communicate()[1])

    @property
    def address(self):
        """Where it is."""
        return next(word for word in self.said.split() if "://" in word).rstrip(".")

    def kill(self):
        """End it at once, as a machine that goes down."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        """Tell it to end; gives what it said after its first line, and its exit code."""
        self.process.send_signal(signal.SIGTERM)
        out, err = self.process.communicate(timeout=30)
        return out + err, self.process.returncode


@contextmanager
def begun():
    """``run(*words, **environment)`` begins a command; all are ended in the end."""
    every = []

    def run(*words, **more):
        every.append(Command(*words, **more))
        return every[-1]

    try:
        yield run
    finally:
        for one in reversed(every):
            if one.process.poll() is None:
                one.kill()
            one.process.stdout.close()
            one.process.stderr.close()
