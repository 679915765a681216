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

    // The data begin at a multiple of this, so that the file can be mapped.
    private const int Alignment = 64;

    /// <summary>Reads an array; one in Fortran order is brought to row-major order.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">
    /// It is no NPY file, its values are of another type, or it is shorter or longer than its header says.
    /// </exception>
    public static NpyArray Read(string path)
    {
        using StoredBytes bytes = StoredBytes.Open(path);
        return Read(NpyContent.Read(bytes));
    }

    /// <summary>
    /// Opens an array of records (NumPy's structured arrays) as a table. Fields of numbers and truth values, of arrays of them, of text (S, U) and
    /// of times (datetime64 with a unit from weeks to attoseconds) are its columns; a record within a record gives columns OUTER.INNER. Fields
    /// of other types are left out.
    /// </summary>
    /// <param name="path">The file; one that is packed with gzip is unpacked into memory.</param>
    /// <exception cref="DataFormatException">It is no NPY file of records in one dimension, or none of their fields can be read.</exception>
    public static TableFile OpenTable(string path) => NpyTable.Open(path);

    /// <summary>The type and the shape of the array in a file, of which only the beginning is read.</summary>
    /// <param name="path">The file; one that is packed with gzip is unpacked into memory.</param>
    /// <exception cref="DataFormatException">It is no NPY file, or it is shorter or longer than its beginning says.</exception>
    public static NpzArray Describe(string path)
    {
        using StoredBytes bytes = StoredBytes.Open(path);
        NpyHeader header = NpyContent.Read(bytes).Header;
        return new NpzArray(Path.GetFileName(path), header.Type.Text, [.. header.Shape.Select(extent => (long)extent)], bytes is UnpackedBytes);
    }

    /// <summary>Whether the array in a file is one of records, which <see cref="OpenTable"/> reads.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">It is no NPY file, or broken.</exception>
    public static bool IsTable(string path)
    {
        using StoredBytes bytes = StoredBytes.Open(path);
        return NpyContent.Read(bytes).Header.Type.IsRecord;
    }

    /// <summary>Whether a file begins as NPY files do. No text in UTF-8 begins like that.</summary>
    /// <param name="path">The file.</param>
    public static bool IsNpy(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        Span<byte> start = stackalloc byte[NpyContent.Magic.Length];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(NpyContent.Magic);
    }

    /// <summary>Writes an array as version 1.0, little-endian, in C order. A file that is there is replaced only when all is written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="array">The array.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, NpyArray array) => AtomicFile.Write(path, stream => Write(stream, array));

    /// <summary>Writes an array to a stream.</summary>
    internal static void Write(Stream stream, NpyArray array)
    {
        if (array.IsDouble)
        {
            WriteHeader(stream, "<f8", [.. array.Shape.Select(extent => (long)extent)]);
            WriteValues<double>(stream, array.ToDouble());
        }
        else
        {
            Write(stream, array.ToSingle(), array.Shape);
        }
    }

    /// <summary>Writes an array of single precision to a stream.</summary>
    internal static void Write(Stream stream, ReadOnlySpan<float> values, IReadOnlyList<int> shape)
    {
        WriteHeader(stream, "<f4", [.. shape.Select(extent => (long)extent)]);
        WriteValues(stream, values);
    }

    /// <summary>Writes texts to a stream, each with as many characters as the longest.</summary>
    internal static void WriteTexts(Stream stream, IReadOnlyList<string> texts)
    {
        byte[][] encoded = [.. texts.Select(Encoding.UTF32.GetBytes)];
        int size = encoded.Length == 0 ? sizeof(uint) : Math.Max(sizeof(uint), encoded.Max(text => text.Length));
        WriteHeader(stream, FormattableString.Invariant($"<U{size / sizeof(uint)}"), [texts.Count]);
        byte[] padded = new byte[size];
        foreach (byte[] text in encoded)
        {
            padded.AsSpan().Clear();
            text.CopyTo(padded.AsSpan());
            stream.Write(padded);
        }
    }

    /// <summary>The array of a file whose header was read.</summary>
    internal static NpyArray Read(NpyContent content)
    {
        ArrayRows rows = content.Numbers();
        if (content.Count > Array.MaxLength)
        {
            throw DataFormatException.InFile(
                content.Bytes.Path,
                FormattableString.Invariant($"the file has {content.Count} values, more than an array can hold. Open it as a stream."));
        }

        int[] shape = [.. content.Header.Shape.Select(extent => (int)Math.Min(extent, int.MaxValue))];
        NumberFormat format = content.Header.Type.Number!.Value;
        if (format.Kind == 'f' ? format.Size == sizeof(double) : format.Size >= sizeof(int))
        {
            double[] values = new double[content.Count];
            rows.Read<double>(0, values);
            return new NpyArray(values, shape);
        }

        float[] singles = new float[content.Count];
        rows.Read<float>(0, singles);
        return new NpyArray(singles, shape);
    }

    /// <summary>Writes the beginning of a file.</summary>
    internal static void WriteHeader(Stream stream, string type, IReadOnlyList<long> extents)
    {
        // A tuple of one needs its comma in Python.
        string shape = string.Join(", ", extents) + (extents.Count == 1 ? "," : string.Empty);
        string literal = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({shape}), }}";
        int unpadded = NpyContent.Magic.Length + 4 + literal.Length + 1;
        string header = literal + new string(' ', (Alignment - (unpadded % Alignment)) % Alignment) + "\n";
        stream.Write(NpyContent.Magic);
        stream.Write([1, 0, (byte)header.Length, (byte)(header.Length >> 8)]);
        stream.Write(Encoding.ASCII.GetBytes(header));
    }

    /// <summary>Writes values, the lowest byte first.</summary>
    internal static void WriteValues<T>(Stream stream, ReadOnlySpan<T> values)
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
                NumberFormat.Swap(bytes, size);
            }

            stream.Write(bytes);
        }
    }
}
