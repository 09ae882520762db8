"""What the compiler must know of the tables of pointers.py: one address, and where in its directory a field stands."""

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.core.imputils import lower_getattr_generic
from numba.core.typing.templates import AttributeTemplate, infer_getattr
from numba.extending import NativeValue, intrinsic, models, overload, register_model, unbox
from numba.np.arrayobj import populate_array
from numba.np.numpy_support import from_dtype

from simcore.pointers import WIDTH, Arrays, touch


class ArraysType(types.Type):
    """The compiled side of ``Arrays``: one address."""

    def __init__(self, kind: type[Arrays]):
        self.fields = {name: types.Array(from_dtype(dtype), dimensions, "C")
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
