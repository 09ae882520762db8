"""Hands a table of named arrays to compiled code as one pointer.

A tuple of sixty arrays would be copied, and each array's references counted, at every call of an act: thirty
times the cost of the act itself (measured). So compiled code gets the address of a directory: for each field the
address of its data and its shape. Reading a field loads three or four numbers that never change during a move.
The Python object keeps the arrays alive; a move keeps the Python object alive.
"""

from types import SimpleNamespace

import numpy as np
from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.core.imputils import lower_getattr_generic
from numba.core.typing.templates import AttributeTemplate, infer_getattr
from numba.extending import NativeValue, intrinsic, models, overload, register_model, typeof_impl, unbox
from numba.np.arrayobj import populate_array
from numba.np.numpy_support import from_dtype

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

    @property
    def address(self) -> int:
        """Where the directory lies."""
        return self.directory.ctypes.data


class ArraysType(types.Type):
    """The compiled side of ``Arrays``: one address."""

    def __init__(self, kind: type[Arrays]):
        self.fields = {name: types.Array(from_dtype(dtype), dimensions, "C")
                       for name, (dtype, dimensions) in kind.fields.items()}
        self.place = {name: i for i, name in enumerate(kind.fields)}
        super().__init__(f"Arrays({kind.__name__})")


_TYPES: dict[type, ArraysType] = {}


@typeof_impl.register(Arrays)
def _typeof(value, context):
    kind = type(value)
    if kind not in _TYPES:
        _TYPES[kind] = ArraysType(kind)
    return _TYPES[kind]


@register_model(ArraysType)
class _Model(models.PrimitiveModel):
    def __init__(self, dmm, fe_type):
        super().__init__(dmm, fe_type, ir.IntType(64))


@unbox(ArraysType)
def _unbox(typ, obj, c):
    number = c.pyapi.object_getattr_string(obj, "address")
    value = c.pyapi.long_as_longlong(number)
    c.pyapi.decref(number)
    return NativeValue(value, is_error=cgutils.is_not_null(c.builder, c.pyapi.err_occurred()))


@infer_getattr
class _Fields(AttributeTemplate):
    key = ArraysType

    def generic_resolve(self, typ, attr):
        return typ.fields.get(attr)


@lower_getattr_generic(ArraysType)
def _field(context, builder, typ, value, attr):
    kind = typ.fields[attr]
    array = context.make_array(kind)(context, builder)
    directory = builder.inttoptr(value, ir.IntType(64).as_pointer())

    def number(i):
        one = builder.load(builder.gep(directory, [context.get_constant(types.intp, typ.place[attr] * WIDTH + i)]))
        one.set_metadata("invariant.load", builder.module.add_metadata([]))
        return one

    size = context.get_abi_sizeof(context.get_data_type(kind.dtype))
    shape = [number(1 + i) for i in range(kind.ndim)]
    strides, step = [], context.get_constant(types.intp, size)
    for length in reversed(shape):
        strides.insert(0, step)
        step = builder.mul(step, length)
    populate_array(array, data=builder.inttoptr(number(0), array.data.type), shape=cgutils.pack_array(builder, shape),
                   strides=cgutils.pack_array(builder, strides), itemsize=context.get_constant(types.intp, size),
                   meminfo=None)
    return array._getvalue()


def touch(array, index):
    """Ask the processor to fetch an element it will soon need. Changes nothing; in plain Python does nothing."""


@intrinsic
def _prefetch(typingctx, array, index):
    def generate(context, builder, signature, arguments):
        kind = signature.args[0]
        view = context.make_array(kind)(context, builder, arguments[0])
        indices = cgutils.unpack_tuple(builder, arguments[1], kind.ndim)
        pointer = builder.bitcast(cgutils.get_item_pointer(context, builder, kind, view, indices), cgutils.voidptr_t)
        i32 = ir.IntType(32)
        function = cgutils.get_or_insert_function(
            builder.module, ir.FunctionType(ir.VoidType(), [cgutils.voidptr_t, i32, i32, i32]), "llvm.prefetch.p0i8")
        builder.call(function, [pointer, i32(0), i32(3), i32(1)])
        return context.get_dummy_value()

    return types.none(array, index), generate


@overload(touch)
def _touch(array, index):
    return lambda array, index: _prefetch(array, index)
