"""What the compiler must know of the tables of pointers.py: one address, and where in its directory a field stands.

In a field one counts from the front alone. numba looks at every whole number with a sign whether it counts from the
end, as Python would: a sixth of the time of people's week, as an act reads one element here and another there. Who
does so all the same is found with NUMBA_BOUNDSCHECK=1.
"""

import operator

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.core.imputils import lower_builtin, lower_getattr_generic
from numba.core.typing import signature
from numba.core.typing.templates import AttributeTemplate, infer_getattr
from numba.extending import NativeValue, intrinsic, models, overload, register_model, unbox
from numba.np.arrayobj import getitem_array_tuple, getitem_arraynd_intp, populate_array, setitem_array
from numba.np.numpy_support import from_dtype

from simcore.pointers import WIDTH, Arrays, touch


class Field(types.Array):
    """An array of a table, or a part of one."""

    def __init__(self, dtype: types.Type, ndim: int, layout: str = "C"):
        super().__init__(dtype, ndim, layout, name=f"field({dtype}, {ndim}d, {layout})")

    def copy(self, dtype: types.Type = None, ndim: int = None, layout: str = None, readonly: bool = None) -> "Field":
        """What a part of it is; all of them can be written."""
        return Field(dtype or self.dtype, self.ndim if ndim is None else ndim, layout or self.layout)


register_model(Field)(models.ArrayModel)


def _unsigned(index: types.Type) -> types.Type:
    """The type of a place in a field, its whole numbers without a sign."""
    if isinstance(index, types.BaseTuple):
        return types.Tuple([_unsigned(one) for one in index])
    return types.uintp if isinstance(index, types.Integer) else index


def _from_the_front(lower):
    def lowered(context, builder, sig, arguments):
        field, index, *value = sig.args
        return lower(context, builder, signature(sig.return_type, field, _unsigned(index), *value), arguments)

    return lowered


lower_builtin(operator.getitem, Field, types.Integer)(_from_the_front(getitem_arraynd_intp))
lower_builtin(operator.getitem, Field, types.BaseTuple)(_from_the_front(getitem_array_tuple))
lower_builtin(operator.setitem, Field, types.Any, types.Any)(_from_the_front(setitem_array))


class ArraysType(types.Type):
    """The compiled side of ``Arrays``: one address."""

    def __init__(self, kind: type[Arrays]):
        self.fields = {name: Field(from_dtype(dtype), dimensions)
                       for name, (dtype, dimensions) in kind.fields.items()}
        self.place = {name: i for i, name in enumerate(kind.fields)}
        super().__init__(f"Arrays({kind.__name__})")


_TYPES: dict[type, ArraysType] = {}


@property
def _typeof(table):
    """The type of a table; numba asks a value for this at every call before anything else."""
    kind = type(table)
    if kind not in _TYPES:
        _TYPES[kind] = ArraysType(kind)
    return _TYPES[kind]


Arrays._numba_type_ = _typeof


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
