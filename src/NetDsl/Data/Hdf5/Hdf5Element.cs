namespace NetDsl.Data.Hdf5;

/// <summary>The types of numbers that are written, with the names that the library has for them in files and in memory.</summary>
/// <param name="Size">The bytes of a number.</param>
/// <param name="File">The library's name for the type in a file, lowest byte first whatever the machine.</param>
/// <param name="Memory">The library's name for the type of this machine.</param>
internal sealed record Hdf5Element(int Size, string File, string Memory)
{
    private static readonly Dictionary<Type, Hdf5Element> All = new()
    {
        [typeof(float)] = new(4, "H5T_IEEE_F32LE_g", "H5T_NATIVE_FLOAT_g"),
        [typeof(double)] = new(8, "H5T_IEEE_F64LE_g", "H5T_NATIVE_DOUBLE_g"),
        [typeof(sbyte)] = new(1, "H5T_STD_I8LE_g", "H5T_NATIVE_INT8_g"),
        [typeof(short)] = new(2, "H5T_STD_I16LE_g", "H5T_NATIVE_INT16_g"),
        [typeof(int)] = new(4, "H5T_STD_I32LE_g", "H5T_NATIVE_INT32_g"),
        [typeof(long)] = new(8, "H5T_STD_I64LE_g", "H5T_NATIVE_INT64_g"),
        [typeof(byte)] = new(1, "H5T_STD_U8LE_g", "H5T_NATIVE_UINT8_g"),
        [typeof(ushort)] = new(2, "H5T_STD_U16LE_g", "H5T_NATIVE_UINT16_g"),
        [typeof(uint)] = new(4, "H5T_STD_U32LE_g", "H5T_NATIVE_UINT32_g"),
        [typeof(ulong)] = new(8, "H5T_STD_U64LE_g", "H5T_NATIVE_UINT64_g"),
    };

    /// <summary>How numbers of a type are written.</summary>
    /// <param name="type">The type.</param>
    /// <exception cref="ArgumentException">It is no type of number that is written.</exception>
    public static Hdf5Element Of(Type type) => All.TryGetValue(type, out Hdf5Element? element)
        ? element
        : throw new ArgumentException(
            $"{type.Name} cannot be written to an HDF5 file; these can: {string.Join(", ", All.Keys.Select(known => known.Name))}.");
}
