"""The fingerprint of a whole run: equal to the cent and the count in every lane, or not equal."""

import hashlib
from collections.abc import Iterable, Mapping


def digest_of_all(lanes: Mapping[str, Iterable[str]]) -> str:
    """One digest over the digests of all replications of all lanes."""
    out = hashlib.blake2b(digest_size=16)
    for name in sorted(lanes):
        out.update(name.encode())
        for one in lanes[name]:
            out.update(bytes.fromhex(one))
    return out.hexdigest()
