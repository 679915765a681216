using System.Buffers.Binary;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;
using NetDsl.Data;

namespace NetDsl.Interchange;

/// <summary>
/// Reads and writes NPY, NumPy's format for one array (NumPy Enhancement Proposal 1; versions 1 to 3): floats of 2, 4 and 8 bytes, integers
/// and truth values, of either byte order, in C or Fortran order.
/// </summary>
public static class NpyFile
{
    private const int BufferSize = 1 << 16;

    // NumPy itself refuses more than 10,000 bytes unless it is told to trust the file.
    private const int LongestHeader = 10_000;

    // The data begin at a multiple of this, so that the file can be mapped.
    private const int Alignment = 64;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads an array; one in Fortran order is brought to row-major order.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">
    /// It is no NPY file, its values are of another type, or it is shorter or longer than its header says.
    /// </exception>
    public static NpyArray Read(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);
        NpyHeader header = ReadHeader(path, file);
        int count = CountValues(path, header, file.Length - file.Position);
        if (header.Kind == 'f' ? header.Size == 8 : header.Size >= 4)
        {
            double[] values = ReadValues<double>(file, header, count);
            return new NpyArray(header.IsFortranOrder ? ToRowMajor(values, header.Shape) : values, header.Shape);
        }

        float[] singles = ReadValues<float>(file, header, count);
        return new NpyArray(header.IsFortranOrder ? ToRowMajor(singles, header.Shape) : singles, header.Shape);
    }

    /// <summary>Whether a file begins as NPY files do. No text in UTF-8 begins like that.</summary>
    /// <param name="path">The file.</param>
    public static bool IsNpy(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        Span<byte> start = stackalloc byte[Magic.Length];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Magic);
    }

    /// <summary>Writes an array as version 1.0, little-endian, in C order. A file that is there is replaced only when all is written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="array">The array.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, NpyArray array) => AtomicFile.Write(path, stream => Write(stream, array));

    /// <summary>Writes an array to a stream.</summary>
    internal static void Write(Stream stream, NpyArray array)
    {
        // A tuple of one needs its comma in Python.
        string shape = string.Join(", ", array.Shape) + (array.Shape.Count == 1 ? "," : string.Empty);
        string literal = $"{{'descr': '{(array.IsDouble ? "<f8" : "<f4")}', 'fortran_order': False, 'shape': ({shape}), }}";
        int unpadded = Magic.Length + 4 + literal.Length + 1;
        string header = literal + new string(' ', (Alignment - (unpadded % Alignment)) % Alignment) + "\n";
        stream.Write(Magic);
        stream.Write([1, 0, (byte)header.Length, (byte)(header.Length >> 8)]);
        stream.Write(Encoding.ASCII.GetBytes(header));
        if (array.IsDouble)
        {
            WriteValues<double>(stream, array.ToDouble());
        }
        else
        {
            WriteValues<float>(stream, array.ToSingle());
        }
    }

    private static NpyHeader ReadHeader(string path, FileStream file)
    {
        Span<byte> start = stackalloc byte[12];
        int read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        int version = start[Magic.Length];
        int lengthSize = version == 1 ? sizeof(ushort) : sizeof(uint);
        int begin = Magic.Length + 2 + lengthSize;
        if (read < begin || !start.StartsWith(Magic) || version is < 1 or > 3)
        {
            throw DataFormatException.InFile(path, "this is no NPY file of version 1, 2 or 3, or it is cut off within its first bytes.");
        }

        ReadOnlySpan<byte> lengthBytes = start.Slice(begin - lengthSize, lengthSize);
        uint length = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(lengthBytes) : BinaryPrimitives.ReadUInt32LittleEndian(lengthBytes);
        if (length > LongestHeader)
        {
            throw DataFormatException.InFile(
                path, FormattableString.Invariant($"the header is said to have {length} bytes; more than {LongestHeader} are not believed."));
        }

        file.Position = begin;
        byte[] bytes = new byte[length];
        if (file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw DataFormatException.InFile(path, "the file ends within its header. It is cut off.");
        }

        try
        {
            return NpyHeader.Parse((version == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes));
        }
        catch (FormatException error)
        {
            throw DataFormatException.InFile(path, $"the header cannot be read: {error.Message}.", inner: error);
        }
    }

    private static int CountValues(string path, NpyHeader header, long bytes)
    {
        UInt128 count = 1;
        foreach (int extent in header.Shape)
        {
            // A product beyond any file needs not to be exact, only not to overflow.
            count = UInt128.Min(count * (uint)extent, ulong.MaxValue);
        }

        if (count * (uint)header.Size != (UInt128)bytes || count > (uint)Array.MaxLength)
        {
            throw DataFormatException.InFile(
                path,
                FormattableString.Invariant(
                    $"the header promises ({string.Join(", ", header.Shape)}) values of {header.Size} bytes; the file has {bytes} bytes for them. ") +
                "It is cut off or broken, or larger than an array can be.");
        }

        return (int)count;
    }

    private static T[] ReadValues<T>(FileStream file, NpyHeader header, int count)
        where T : unmanaged, INumberBase<T>
    {
        T[] values = new T[count];
        byte[] buffer = new byte[BufferSize];
        int chunk = BufferSize / header.Size;
        for (long done = 0; done < count; done += chunk)
        {
            Span<T> part = values.AsSpan((int)done, (int)Math.Min(chunk, count - done));
            Span<byte> bytes = buffer.AsSpan(0, part.Length * header.Size);
            file.ReadExactly(bytes);
            if (header.IsBigEndian == BitConverter.IsLittleEndian)
            {
                SwapBytes(bytes, header.Size);
            }

            Decode(header, bytes, part);
        }

        return values;
    }

    private static void Decode<T>(NpyHeader header, ReadOnlySpan<byte> bytes, Span<T> values)
        where T : unmanaged, INumberBase<T>
    {
        switch (header.Kind, header.Size)
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

    private static void DecodeAs<TFile, T>(ReadOnlySpan<byte> bytes, Span<T> values)
        where TFile : unmanaged, INumberBase<TFile>
        where T : unmanaged, INumberBase<T> =>
        TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, TFile>(bytes), values);

    private static void WriteValues<T>(Stream stream, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        int size = Marshal.SizeOf<T>();
        byte[] buffer = new byte[BufferSize];
        int chunk = BufferSize / size;
        for (long done = 0; done < values.Length; done += chunk)
        {
            ReadOnlySpan<T> part = values.Slice((int)done, (int)Math.Min(chunk, values.Length - done));
            Span<byte> bytes = buffer.AsSpan(0, part.Length * size);
            MemoryMarshal.AsBytes(part).CopyTo(bytes);
            if (!BitConverter.IsLittleEndian)
            {
                SwapBytes(bytes, size);
            }

            stream.Write(bytes);
        }
    }

    private static void SwapBytes(Span<byte> bytes, int size)
    {
        for (int i = 0; i < bytes.Length; i += size)
        {
            bytes.Slice(i, size).Reverse();
        }
    }

    private static T[] ToRowMajor<T>(T[] values, int[] shape)
    {
        T[] result = new T[values.Length];
        int[] index = new int[shape.Length];
        for (int i = 0; i < result.Length; i++)
        {
            int place = 0;
            for (int dimension = shape.Length - 1; dimension >= 0; dimension--)
            {
                place = (place * shape[dimension]) + index[dimension];
            }

            result[i] = values[place];
            for (int dimension = shape.Length - 1; dimension >= 0 && ++index[dimension] == shape[dimension]; dimension--)
            {
                index[dimension] = 0;
            }
        }

        return result;
    }
}
