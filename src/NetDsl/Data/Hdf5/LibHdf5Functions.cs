using System.Runtime.InteropServices;

namespace NetDsl.Data.Hdf5;

/// <summary>The functions of the library, as its manual has them (HDF5 1.10 and later): a negative answer is an error.</summary>
internal static unsafe partial class LibHdf5
{
    /// <summary>Default properties, and all of an extent.</summary>
    public const long Default = 0;

    /// <summary>An extent that may grow.</summary>
    public const ulong Unlimited = ulong.MaxValue;

    /// <summary>H5F_ACC_TRUNC: what was in the file is lost.</summary>
    public const uint Overwrite = 2;

    /// <summary>H5F_CLOSE_STRONG: closing the file closes all that is open in it.</summary>
    public const int CloseAll = 3;

    /// <summary>H5F_SCOPE_GLOBAL: all that belongs to a file.</summary>
    public const int AllOfFile = 1;

    /// <summary>H5T_COMPOUND.</summary>
    public const int Compound = 6;

    /// <summary>H5T_CSET_UTF8.</summary>
    public const int Utf8 = 1;

    /// <summary>H5T_STR_NULLPAD.</summary>
    public const int NullPadded = 1;

    /// <summary>H5Z_FILTER_DEFLATE.</summary>
    public const int Deflate = 1;

    [LibraryImport(Name)]
    public static partial int H5Fclose(long file);

    [LibraryImport(Name)]
    public static partial int H5Fflush(long file, int scope);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial long H5Fcreate(string path, uint flags, long creation, long access);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial long H5Gcreate2(long file, string path, long linkCreation, long groupCreation, long groupAccess);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial long H5Oopen(long file, string path, long access);

    [LibraryImport(Name)]
    public static partial int H5Idec_ref(long id);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial long H5Dcreate2(long file, string path, long type, long space, long linkCreation, long creation, long access);

    [LibraryImport(Name)]
    public static partial int H5Dset_extent(long dataset, ulong* extents);

    [LibraryImport(Name)]
    public static partial long H5Dget_space(long dataset);

    [LibraryImport(Name)]
    public static partial int H5Dwrite(long dataset, long memoryType, long memorySpace, long fileSpace, long transfer, void* values);

    [LibraryImport(Name)]
    public static partial long H5Screate(int kind);

    [LibraryImport(Name)]
    public static partial long H5Screate_simple(int rank, ulong* extents, ulong* largest);

    [LibraryImport(Name)]
    public static partial int H5Sselect_hyperslab(long space, int operation, ulong* start, ulong* stride, ulong* count, ulong* block);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial long H5Acreate2(long thing, string name, long type, long space, long creation, long access);

    [LibraryImport(Name)]
    public static partial int H5Awrite(long attribute, long memoryType, void* value);

    [LibraryImport(Name)]
    public static partial long H5Pcreate(long propertyClass);

    [LibraryImport(Name)]
    public static partial int H5Pset_chunk(long creation, int rank, ulong* extents);

    [LibraryImport(Name)]
    public static partial int H5Pset_deflate(long creation, uint level);

    [LibraryImport(Name)]
    public static partial int H5Pset_shuffle(long creation);

    [LibraryImport(Name)]
    public static partial int H5Pset_obj_track_times(long creation, byte track);

    [LibraryImport(Name)]
    public static partial int H5Pset_chunk_cache(long access, nuint slots, nuint bytes, double preemption);

    [LibraryImport(Name)]
    public static partial int H5Pset_fclose_degree(long access, int degree);

    [LibraryImport(Name)]
    public static partial int H5Pset_create_intermediate_group(long linkCreation, uint make);

    [LibraryImport(Name)]
    public static partial int H5Pset_char_encoding(long linkCreation, int encoding);

    [LibraryImport(Name)]
    public static partial long H5Tcopy(long type);

    [LibraryImport(Name)]
    public static partial long H5Tcreate(int kind, nuint size);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int H5Tinsert(long compound, string name, nuint offset, long member);

    [LibraryImport(Name)]
    public static partial long H5Tarray_create2(long element, uint rank, ulong* extents);

    [LibraryImport(Name)]
    public static partial int H5Tset_size(long type, nuint size);

    [LibraryImport(Name)]
    public static partial int H5Tset_cset(long type, int encoding);

    [LibraryImport(Name)]
    public static partial int H5Tset_strpad(long type, int padding);

    [LibraryImport(Name)]
    public static partial int H5Zfilter_avail(int filter);

    [LibraryImport(Name)]
    private static partial int H5Eset_auto2(long stack, nint handler, nint data);

    [LibraryImport(Name)]
    private static partial int H5Eclear2(long stack);

    [LibraryImport(Name)]
    private static partial int H5Ewalk2(long stack, int direction, delegate* unmanaged[Cdecl]<uint, ErrorRecord*, nint, int> visit, nint data);
}
