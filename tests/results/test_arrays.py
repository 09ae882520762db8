import time
import zipfile
import zlib

import numpy as np

from simcore.results.arrays import read, save

ARRAYS = {"alive": np.arange(12).reshape(3, 4) > 5, "minutes": np.arange(3000).reshape(3, 10, 100)[:, ::2]}


def test_arrays_come_back_as_they_were(tmp_path):
    save(tmp_path / "a.npz", ARRAYS)
    found = read(tmp_path / "a.npz")
    assert list(found) == list(ARRAYS)
    assert all((found[key] == one).all() and found[key].dtype == one.dtype for key, one in ARRAYS.items())


def test_the_same_arrays_give_the_same_bytes_at_any_time(tmp_path, monkeypatch):
    save(tmp_path / "now.npz", ARRAYS)
    monkeypatch.setattr(time, "time", lambda: 2e9)
    save(tmp_path / "later.npz", ARRAYS)
    assert (tmp_path / "now.npz").read_bytes() == (tmp_path / "later.npz").read_bytes()


def test_little_time_goes_into_making_files_small(tmp_path):
    """A file asks for the quickest way of zlib; its usual way takes five times as long for a tenth less."""
    save(tmp_path / "a.npz", ARRAYS)
    with zipfile.ZipFile(tmp_path / "a.npz") as file:
        for info in file.infolist():
            quick = zlib.compressobj(1, zlib.DEFLATED, -15)
            assert info.compress_size == len(quick.compress(file.read(info.filename)) + quick.flush())
