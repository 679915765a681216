using System.Buffers.Binary;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NetDsl.Data.Hdf5.Storage;

/// <summary>How numbers lie in a file.</summary>
/// <param name="Kind">The numbers.</param>
/// <param name="IsBigEndian">Whether they begin with their most significant byte.</param>
internal sealed record NumberFormat(NumberKind Kind, bool IsBigEndian)
{
    // Values that are turned round at a time, in 8 KB at most.
    private const int BlockLength = 1024;

    /// <summary>The bytes of a number.</summary>
    public int Size => this.Kind switch
    {
        NumberKind.Int8 or NumberKind.UInt8 => sizeof(byte),
        NumberKind.Int16 or NumberKind.UInt16 or NumberKind.Half => sizeof(ushort),
        NumberKind.Int32 or NumberKind.UInt32 or NumberKind.Single => sizeof(uint),
        _ => sizeof(ulong),
    };

    private bool IsSwapped => this.Size > 1 && this.IsBigEndian == BitConverter.IsLittleEndian;

    /// <summary>The format of a kind; null for none.</summary>
    public static NumberFormat? For(NumberKind? kind, bool isBigEndian) => kind is { } known ? new NumberFormat(known, isBigEndian) : null;

    /// <summary>Whether numbers of a type lie in memory as they do in the file.</summary>
    public bool IsSameAs<T>() => !this.IsSwapped && this.Kind switch
    {
        NumberKind.Int8 => typeof(T) == typeof(sbyte),
        NumberKind.UInt8 => typeof(T) == typeof(byte),
        NumberKind.Int16 => typeof(T) == typeof(short),
        NumberKind.UInt16 => typeof(T) == typeof(ushort),
        NumberKind.Int32 => typeof(T) == typeof(int),
        NumberKind.UInt32 => typeof(T) == typeof(uint),
        NumberKind.Int64 => typeof(T) == typeof(long),
        NumberKind.UInt64 => typeof(T) == typeof(ulong),
        NumberKind.Half => typeof(T) == typeof(Half),
        NumberKind.Single => typeof(T) == typeof(float),
        _ => typeof(T) == typeof(double),
    };

    /// <summary>Converts numbers.</summary>
    /// <typeparam name="T">What they become.</typeparam>
    /// <param name="bytes">Those of the numbers.</param>
    /// <param name="destination">As many.</param>
    /// <exception cref="OverflowException">A type of integers cannot hold a number.</exception>
    public void Decode<T>(ReadOnlySpan<byte> bytes, Span<T> destination)
        where T : unmanaged, INumber<T>
    {
        switch (this.Kind)
        {
            case NumberKind.Int8:
                this.Decode<sbyte, T>(bytes, destination);
                break;
            case NumberKind.UInt8:
                this.Decode<byte, T>(bytes, destination);
                break;
            case NumberKind.Int16:
                this.Decode<short, T>(bytes, destination);
                break;
            case NumberKind.UInt16:
                this.Decode<ushort, T>(bytes, destination);
                break;
            case NumberKind.Int32:
                this.Decode<int, T>(bytes, destination);
                break;
            case NumberKind.UInt32:
                this.Decode<uint, T>(bytes, destination);
                break;
            case NumberKind.Int64:
                this.Decode<long, T>(bytes, destination);
                break;
            case NumberKind.UInt64:
                this.Decode<ulong, T>(bytes, destination);
                break;
            case NumberKind.Half:
                this.Decode<Half, T>(bytes, destination);
                break;
            case NumberKind.Single:
                this.Decode<float, T>(bytes, destination);
                break;
            default:
                this.Decode<double, T>(bytes, destination);
                break;
        }
    }

    private static void Reverse(ReadOnlySpan<byte> bytes, Span<byte> destination, int size)
    {
        switch (size)
        {
            case sizeof(ushort):
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ushort>(bytes), MemoryMarshal.Cast<byte, ushort>(destination));
                break;
            case sizeof(uint):
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, uint>(bytes), MemoryMarshal.Cast<byte, uint>(destination));
                break;
            default:
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ulong>(bytes), MemoryMarshal.Cast<byte, ulong>(destination));
                break;
        }
    }

    private static void Convert<TFrom, T>(ReadOnlySpan<TFrom> source, Span<T> destination)
        where TFrom : unmanaged, INumber<TFrom>
        where T : unmanaged, INumber<T>
    {
        // A float holds every number, if rounded; an integer must not become another one unnoticed.
        if ((typeof(TFrom) == typeof(byte) || typeof(TFrom) == typeof(sbyte)) && (typeof(T) == typeof(float) || typeof(T) == typeof(double)))
            ConvertBytes(source, destination);
        else if (typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half))
            TensorPrimitives.ConvertTruncating(source, destination);
        else
            TensorPrimitives.ConvertChecked(source, destination);
    }

    // The framework's own conversion from bytes to floats uses no vectors.
    private static void ConvertBytes<TFrom, T>(ReadOnlySpan<TFrom> source, Span<T> destination)
        where TFrom : unmanaged, INumber<TFrom>
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(source);
        if (typeof(T) == typeof(float))
        {
            ConvertBytes(bytes, MemoryMarshal.Cast<T, float>(destination), typeof(TFrom) == typeof(sbyte));
            return;
        }

        Span<float> block = stackalloc float[BlockLength];
        for (int done = 0; done < bytes.Length; done += BlockLength)
        {
            int count = Math.Min(BlockLength, bytes.Length - done);
            ConvertBytes(bytes.Slice(done, count), block, typeof(TFrom) == typeof(sbyte));
            TensorPrimitives.ConvertTruncating<float, T>(block[..count], destination[done..]);
        }
    }

    // A byte with a sign is one without that is 128 too large, once its highest bit is turned.
    private static void ConvertBytes(ReadOnlySpan<byte> source, Span<float> destination, bool isSigned)
    {
        const byte SignBit = 0x80;
        byte turn = isSigned ? SignBit : (byte)0;
        int width = Vector<float>.Count;
        int i = 0;
        for (; i <= source.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(source[i..]) ^ new Vector<byte>(turn), out Vector<ushort> low, out Vector<ushort> high);
            Vector.Widen(low, out Vector<uint> a, out Vector<uint> b);
            Vector.Widen(high, out Vector<uint> c, out Vector<uint> d);
            Span<float> place = destination.Slice(i, Vector<byte>.Count);
            Store(a, turn, place);
            Store(b, turn, place[width..]);
            Store(c, turn, place[(2 * width)..]);
            Store(d, turn, place[(3 * width)..]);
        }

        for (; i < source.Length; i++)
            destination[i] = (source[i] ^ turn) - turn;
    }

    private static void Store(Vector<uint> values, byte turn, Span<float> place) =>
        (Vector.ConvertToSingle(values.As<uint, int>()) - new Vector<float>(turn)).CopyTo(place);

    private void Decode<TFrom, T>(ReadOnlySpan<byte> bytes, Span<T> destination)
        where TFrom : unmanaged, INumber<TFrom>
        where T : unmanaged, INumber<T>
    {
        if (this.IsSwapped && typeof(TFrom) == typeof(T))
        {
            Reverse(bytes, MemoryMarshal.AsBytes(destination), this.Size);
        }
        else if (this.IsSwapped)
        {
            Span<TFrom> block = stackalloc TFrom[BlockLength];
            while (!destination.IsEmpty)
            {
                int count = Math.Min(BlockLength, destination.Length);
                Reverse(bytes[..(count * this.Size)], MemoryMarshal.AsBytes(block), this.Size);
                Convert<TFrom, T>(block[..count], destination[..count]);
                bytes = bytes[(count * this.Size)..];
                destination = destination[count..];
            }
        }
        else if (typeof(TFrom) == typeof(T))
        {
            bytes.CopyTo(MemoryMarshal.AsBytes(destination));
        }
        else
        {
            Convert(MemoryMarshal.Cast<byte, TFrom>(bytes), destination);
        }
    }
}
