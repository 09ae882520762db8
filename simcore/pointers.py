"""Hands a table of named arrays to compiled code as one pointer.

A tuple of sixty arrays would be copied, and each array's references counted, at every call of an act: thirty
times the cost of the act itself (measured). So compiled code gets the address of a directory: for each field the
address of its data and its shape. Reading a field loads three or four numbers that never change during a move.
The Python object keeps the arrays alive; a move keeps the Python object alive. What the compiler must know of it
stands in pointed.py, so that a process that compiles nothing need not load a compiler.
"""

from types import SimpleNamespace

import numpy as np

WIDTH = 6                                          # numbers per field: address, then up to five dimensions


class Arrays:
    """Named arrays; a subclass says which, as ``fields``: name -> (dtype, dimensions)."""

    fields: dict[str, tuple[np.dtype, int]] = {}

    def __init__(self, **arrays: np.ndarray):
        if arrays.keys() != self.fields.keys():
            raise TypeError(f"arrays {sorted(arrays.keys() ^ self.fields.keys())} are missing or too many")
        self.directory = np.zeros(len(self.fields) * WIDTH, np.int64)
        self.columns = SimpleNamespace()          # table -> field -> column: quicker than asking a record array
        for i, (name, (dtype, dimensions)) in enumerate(self.fields.items()):
            array = arrays[name]
            if array.dtype != dtype or array.ndim != dimensions:
                raise TypeError(f"'{name}' is {array.dtype} of {array.ndim} dimensions, not {dtype} of {dimensions}")
            array = array if array.flags.c_contiguous else array.copy()
            setattr(self, name, array)
            if dtype.names:
                setattr(self.columns, name, SimpleNamespace(**{field: array[field] for field in dtype.names}))
            self.directory[i * WIDTH] = array.ctypes.data
            self.directory[i * WIDTH + 1:i * WIDTH + 1 + dimensions] = array.shape
        self.address = self.directory.ctypes.data                # where the directory lies


def touch(array, index):
    """Ask the processor to fetch an element it will soon need. Changes nothing; in plain Python does nothing."""
