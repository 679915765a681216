using System.Buffers.Binary;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NetDsl.Data;

/// <summary>How a number lies in a binary file.</summary>
/// <param name="Kind">The kind of number, by NumPy's letters: f, i, u or b, a truth value of one byte.</param>
/// <param name="Size">The bytes of a number: 1, 2, 4 or 8.</param>
/// <param name="IsBigEndian">Whether the highest byte comes first.</param>
internal readonly record struct NumberFormat(char Kind, int Size, bool IsBigEndian)
{
    /// <summary>Whether the bytes are those of a number of a type in this machine's memory.</summary>
    public bool Is<T>()
        where T : unmanaged =>
        this.Kind == 'f' && this.IsBigEndian != BitConverter.IsLittleEndian && ((typeof(T) == typeof(float) && this.Size == sizeof(float)) ||
            (typeof(T) == typeof(double) && this.Size == sizeof(double)));

    /// <summary>Makes numbers of bytes, rounded to the type's precision.</summary>
    /// <param name="bytes">The bytes of as many numbers as there is room for; their order may be changed.</param>
    /// <param name="values">Where to.</param>
    public void Decode<T>(Span<byte> bytes, Span<T> values)
        where T : unmanaged, INumberBase<T>
    {
        if (this.IsBigEndian == BitConverter.IsLittleEndian)
        {
            Swap(bytes, this.Size);
        }

        switch (this.Kind, this.Size)
        {
            case ('f', 2): DecodeAs<Half, T>(bytes, values); break;
            case ('f', 4): DecodeAs<float, T>(bytes, values); break;
            case ('f', _): DecodeAs<double, T>(bytes, values); break;
            case ('i', 1): DecodeAs<sbyte, T>(bytes, values); break;
            case ('i', 2): DecodeAs<short, T>(bytes, values); break;
            case ('i', 4): DecodeAs<int, T>(bytes, values); break;
            case ('i', _): DecodeAs<long, T>(bytes, values); break;
            case (_, 1): DecodeAs<byte, T>(bytes, values); break;
            case (_, 2): DecodeAs<ushort, T>(bytes, values); break;
            case (_, 4): DecodeAs<uint, T>(bytes, values); break;
            default: DecodeAs<ulong, T>(bytes, values); break;
        }
    }

    /// <summary>Turns the order of the bytes of each number round.</summary>
    public static void Swap(Span<byte> bytes, int size)
    {
        switch (size)
        {
            case sizeof(short): SwapAs<short>(bytes, BinaryPrimitives.ReverseEndianness); break;
            case sizeof(int): SwapAs<int>(bytes, BinaryPrimitives.ReverseEndianness); break;
            case sizeof(long): SwapAs<long>(bytes, BinaryPrimitives.ReverseEndianness); break;
            default: break;
        }
    }

    private static void SwapAs<T>(Span<byte> bytes, Action<ReadOnlySpan<T>, Span<T>> reverse)
        where T : unmanaged
    {
        Span<T> values = MemoryMarshal.Cast<byte, T>(bytes);
        reverse(values, values);
    }

    private static void DecodeAs<TFile, T>(ReadOnlySpan<byte> bytes, Span<T> values)
        where TFile : unmanaged, INumberBase<TFile>
        where T : unmanaged, INumberBase<T> =>
        TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, TFile>(bytes), values);
}
