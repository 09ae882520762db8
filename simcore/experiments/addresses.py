"""Where a cluster is, and who may come in: at a loopback address whoever is at work on this machine, anywhere else only
who has the keys. Whoever comes in gives orders, so a cluster that others can reach without keys is refused.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from simcore.errors import BadInput, Environment, Problem, quoted

PORT = 8786
KEY, CERTIFICATE, AUTHORITY = "key.pem", "cert.pem", "ca.pem"     # the last where others have signed the second
OPEN = "whoever reaches a cluster can have anything done there, so without keys it stays on its own machine"


@dataclass(frozen=True)
class Address:
    """A place to meet; with ``keys``, a folder, what goes there is encrypted and only who has the same may come."""
    host: str
    port: int = PORT
    keys: Path | None = None

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"

    @property
    def scheme(self) -> str:
        """What Dask calls the way there."""
        return "tls" if self.keys else "tcp"

    def security(self) -> Any:
        """The keys, as Dask wants them."""
        from distributed import Security

        if self.keys is None:
            return Security(require_encryption=False)
        mine, key = str(self.keys / CERTIFICATE), str(self.keys / KEY)
        authority = self.keys / AUTHORITY
        return Security(require_encryption=True, tls_ca_file=str(authority) if authority.is_file() else mine,
                        tls_client_cert=mine, tls_client_key=key, tls_worker_cert=mine, tls_worker_key=key,
                        tls_scheduler_cert=mine, tls_scheduler_key=key)


def address_of(text: str, keys: Path | None, option: str) -> Address:
    """An address as it was written behind an option; BadInput when it is none, or stands open."""
    parts, port = urlsplit(text), None
    try:
        port = parts.port
    except ValueError:
        pass
    if parts.scheme not in ("tcp", "tls") or not parts.hostname or port is None or parts.path not in ("", "/"):
        raise BadInput(Problem(option, 0, 0, f"{quoted(text)} is no address of a cluster",
                               instead=f"write tcp://127.0.0.1:{PORT} on this machine, or tls://HOST:{PORT} with "
                                       f"--tls FOLDER"))
    if (parts.scheme == "tls") != (keys is not None):
        what, instead = ((f"{quoted(text)} takes no keys", f"write {text.replace('tcp', 'tls', 1)}") if keys else
                         (f"{quoted(text)} is opened with keys",
                          "name their folder with --tls FOLDER; simwijk cluster keys FOLDER makes them"))
        raise BadInput(Problem(option, 0, 0, what, instead=instead))
    return meeting(parts.hostname, port, keys, option)


def meeting(host: str, port: int, keys: Path | None, option: str) -> Address:
    """A place to meet at; BadInput when it stands open to others, or its keys are not there."""
    if keys is None and not on_this_machine(host):
        raise BadInput(Problem(option, 0, 0, f"{quoted(host)} can be reached by others", OPEN,
                               f"make keys with simwijk cluster keys FOLDER, bring them to each machine, and give "
                               f"--tls FOLDER there; the address is then tls://{host}:{port}"))
    if keys is not None and (missing := [name for name in (CERTIFICATE, KEY) if not (keys / name).is_file()]):
        raise BadInput(Problem("--tls", 0, 0, f"{quoted(str(keys))} has no {' and no '.join(missing)}",
                               instead="name the folder that simwijk cluster keys FOLDER has made"))
    return Address(host, port, keys)


def on_this_machine(host: str) -> bool:
    """Whether only this machine can reach a host."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def dask() -> Any:
    """The package that a cluster needs, which says nothing by itself; Environment when it is missing."""
    try:
        import dask
    except ImportError as error:
        raise missing() from error
    quiet = dict.fromkeys(("distributed", "distributed.client", "distributed.worker", "tornado", "tornado.application"),
                          "critical")
    dask.config.set({"logging": quiet | dask.config.get("logging", {})})
    try:
        import distributed
    except ImportError as error:
        raise missing() from error
    return distributed


def missing() -> Environment:
    """What to say where the package is missing."""
    return Environment("a cluster needs the package distributed: pip install 'simwijk[cluster]'")
