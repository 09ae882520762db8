"""A cluster and its workers, for as long as the command that began them lasts. Dask's own pages and measurements are
off: nothing is served but the cluster itself.
"""

from __future__ import annotations

import asyncio
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import Any

from simcore.errors import BadInput, Environment, Problem, quoted
from simcore.experiments.addresses import CERTIFICATE, KEY, Address, dask

JOIN = 10.0                                        # seconds that a cluster may take to answer one that joins
END = 2.0                                          # seconds that a worker may take to say that it goes
NOWHERE = "127.0.0.1:0"                            # where Dask may serve pages, of which there are none
SETTINGS = {"distributed.scheduler.http.routes": [], "distributed.worker.http.routes": [],
            "distributed.worker.profile.enabled": False, "distributed.scheduler.allowed-failures": 0}
VALID = 825                                        # days
REQUEST = """\
[req]
distinguished_name = name
x509_extensions = cluster
prompt = no
[name]
CN = simwijk cluster
[cluster]
basicConstraints = critical, CA:TRUE
keyUsage = critical, digitalSignature, keyCertSign
subjectKeyIdentifier = hash
"""


def begin(address: Address, workers: int, told: Callable[[str], None]) -> None:
    """A cluster with some workers of its own, until it is interrupted; ``told`` hears its address once it is there.

    Raises Environment when it cannot listen there.
    """
    async def serve() -> None:
        from distributed import Scheduler

        async with AsyncExitStack() as stack:
            try:
                scheduler = await stack.enter_async_context(Scheduler(
                    host=address.host, port=address.port, protocol=address.scheme, security=address.security(),
                    dashboard=False, dashboard_address=NOWHERE))
            except (OSError, RuntimeError) as error:               # Dask wraps what the system said
                why = error.__cause__ or error
                raise Environment(f"{address}: {getattr(why, 'strerror', None) or why}; is a cluster there already? "
                                  f"Another port goes with --port") from error
            found = Address(address.host, scheduler.port, address.keys)
            await at_work(stack, scheduler.address, found, workers)
            told(scheduler.address)
            await scheduler.finished()

    lasting(serve)


def join(address: Address, workers: int, told: Callable[[str], None]) -> None:
    """Workers for a cluster that is there, until it ends or they are interrupted; ``told`` hears when they are there.

    Raises Environment when no cluster answers.
    """
    async def serve() -> None:
        async with AsyncExitStack() as stack:
            every = await at_work(stack, str(address), address, workers)
            told(str(address))
            await asyncio.gather(*(one.finished() for one in every))

    lasting(serve)


async def at_work(stack: AsyncExitStack, scheduler: str, address: Address, count: int) -> list[Any]:
    """So many workers on this machine, each a thread that waits for its own process; they go with the stack."""
    from distributed import Worker
    from distributed.utils import get_ip

    host = address.host if address.keys is None else get_ip(address.host, address.port)
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="simwijk-", ignore_cleanup_errors=True))
    every = [Worker(scheduler, nthreads=1, host=host, protocol=address.scheme, security=address.security(),
                    memory_limit=0, dashboard_address=NOWHERE, death_timeout=JOIN, local_directory=folder)
             for _ in range(count)]
    for one in every:
        stack.push_async_callback(ended, one)
    try:
        await asyncio.gather(*every)
    except (OSError, RuntimeError) as error:
        raise Environment(f"no cluster answers at {address}; is it there, and with the same keys? "
                          f"simwijk cluster start begins one") from error
    return every


async def ended(worker: Any) -> None:
    """Let a worker go, whatever it is at."""
    from simcore.experiments.cluster import leave_all

    leave_all()
    with suppress(Exception):
        await worker.close(timeout=END, executor_wait=False)


def lasting(serve: Callable[[], Any]) -> None:
    """Do something until it ends, or is told to."""
    dask()
    from dask import config

    with config.set(SETTINGS):
        asyncio.run(serve())


def keys(folder: Path) -> None:
    """Make keys in a folder: who has them may come into a cluster that was begun with them, and nobody else.

    Raises BadInput when there are keys already, Environment when openssl is missing or refuses.
    """
    if there := [name for name in (CERTIFICATE, KEY) if (folder / name).exists()]:
        raise BadInput(Problem(str(folder), 0, 0, f"has a {there[0]} already", "who has those keys would be shut out",
                               "name another folder"))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory() as aside:
        request = Path(aside) / "request.cnf"
        request.write_text(REQUEST, encoding="ascii")
        command = ["openssl", "req", "-x509", "-newkey", "rsa:3072", "-sha256", "-nodes", "-days", str(VALID),
                   "-config", str(request), "-keyout", str(folder / KEY), "-out", str(folder / CERTIFICATE)]
        try:
            made = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        except FileNotFoundError as error:
            raise Environment("to make keys needs the program openssl, which comes with Git on Windows; any "
                              f"certificate does, as {CERTIFICATE} with its {KEY}") from error
    if made.returncode:
        raise Environment(f"openssl makes no keys: {quoted(made.stderr.strip() or str(made.returncode), 300)}")
    (folder / KEY).chmod(0o600)
