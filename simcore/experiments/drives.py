"""Whether a folder lies on a network drive, where the file locks that SQLite's fast way
of writing needs cannot be trusted."""

import os
from contextlib import suppress
from pathlib import Path

NETWORK = {"9p", "afs", "beegfs", "ceph", "cifs", "fuse.glusterfs", "fuse.sshfs", "gpfs", "lustre", "ncpfs", "nfs",
           "nfs4", "smb2", "smb3", "smbfs", "virtiofs"}
MOUNTS = Path("/proc/self/mountinfo")
REMOTE = 4                                         # what Windows calls a network drive


def on_network(path: Path) -> bool:
    """Whether what is at a path lies on another machine; False where the system does not say."""
    with suppress(OSError, ValueError, AttributeError):
        if os.name == "nt":
            import ctypes

            whole = path.resolve()
            return str(whole).startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(whole.anchor) == REMOTE
        return kind_in(MOUNTS.read_text(encoding="utf-8", errors="replace"), path.resolve()) in NETWORK
    return False


def kind_in(mounts: str, path: Path) -> str:
    """The kind of file system a path lies on, by a table of mounts as Linux writes it; the last that fits counts."""
    deepest, kind = -1, ""
    for line in mounts.splitlines():
        where, _, how = line.partition(" - ")
        at = Path(where.split()[4].replace("\\040", " "))
        if path.is_relative_to(at) and len(at.parts) >= deepest:
            deepest, kind = len(at.parts), how.split()[0]
    return kind
