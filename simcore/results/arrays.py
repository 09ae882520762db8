"""Arrays of a lane in one compressed file, without pickle, the same bytes each time."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import numpy as np

from simcore.results.folder import whole

QUICKLY = 1                      # weekly counts are mostly zeroes: more effort gains little


def save(path: Path, arrays: Mapping[str, np.ndarray]) -> None:
    """Write arrays by name; numpy reads the file as any .npz."""
    with whole(path, "wb") as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, array in arrays.items():
            info, part = zipfile.ZipInfo(f"{name}.npy"), BytesIO()         # which has the same date each time
            np.lib.format.write_array(part, np.ascontiguousarray(array), allow_pickle=False)
            file.writestr(info, part.getbuffer(), zipfile.ZIP_DEFLATED, QUICKLY)    # a ZipFile's own level passes it by


def read(path: Path) -> dict[str, np.ndarray]:
    """The arrays of a file, by name."""
    with np.load(path, allow_pickle=False) as file:
        return {name: file[name] for name in file.files}
