using System.Buffers.Binary;

namespace NetDsl.Data;

/// <summary>The header of an IDX file.</summary>
/// <param name="ElementType">What the values are.</param>
/// <param name="Shape">The extents, each at least 1.</param>
/// <param name="Count">The number of values, which the file has.</param>
internal sealed record IdxHeader(IdxElementType ElementType, long[] Shape, long Count)
{
    public const int MagicLength = 4;

    // More than any image stack, few enough that a doctored header costs nothing.
    private const int MostDimensions = 8;

    private int Length => MagicLength + (sizeof(uint) * this.Shape.Length);

    /// <summary>Reads a header and holds it against the length of the file.</summary>
    /// <param name="bytes">The file.</param>
    /// <exception cref="DataFormatException">It is no IDX file, it is empty, or it is shorter or longer than its header says.</exception>
    public static IdxHeader Read(StoredBytes bytes)
    {
        Span<byte> magic = stackalloc byte[MagicLength];
        ReadStart(bytes, 0, magic);
        if (!IsMagic(magic))
        {
            throw DataFormatException.InFile(
                bytes.Path,
                $"this is no IDX file: it begins with {Convert.ToHexString(magic)}; " +
                $"expected 0000, a type code from 08 to 0E and 1 to {MostDimensions} dimensions.");
        }

        Span<byte> extents = stackalloc byte[sizeof(uint) * magic[3]];
        ReadStart(bytes, MagicLength, extents);
        long[] shape = new long[magic[3]];
        UInt128 count = 1;
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = BinaryPrimitives.ReadUInt32BigEndian(extents[(sizeof(uint) * i)..]);

            // Eight extents of 32 bits would overflow; a product beyond any file needs not to be exact.
            count = UInt128.Min(count * (ulong)shape[i], ulong.MaxValue);
        }

        IdxHeader header = new((IdxElementType)magic[2], shape, (long)UInt128.Min(count, long.MaxValue));
        header.CheckLength(bytes, count);
        return header;
    }

    /// <summary>Whether bytes are the first of an IDX file.</summary>
    public static bool IsMagic(ReadOnlySpan<byte> magic) =>
        magic[0] == 0 && magic[1] == 0 && Enum.IsDefined((IdxElementType)magic[2]) && magic[3] is not 0 and <= MostDimensions;

    /// <summary>The array, by rows along the first extent.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="divisor">What values are divided by.</param>
    public ArrayRows Rows(StoredBytes bytes, float divisor = 1) =>
        new(bytes, this.Length, Format(this.ElementType), this.Shape) { Divisor = divisor };

    private static NumberFormat Format(IdxElementType type) => type switch
    {
        IdxElementType.UnsignedByte => new('u', sizeof(byte), true),
        IdxElementType.SignedByte => new('i', sizeof(sbyte), true),
        IdxElementType.Int16 => new('i', sizeof(short), true),
        IdxElementType.Int32 => new('i', sizeof(int), true),
        IdxElementType.Single => new('f', sizeof(float), true),
        _ => new('f', sizeof(double), true),
    };

    private static void ReadStart(StoredBytes bytes, long offset, Span<byte> start)
    {
        if (offset + start.Length > bytes.Length)
        {
            throw DataFormatException.InFile(bytes.Path, "the file ends within its header. It is cut off, or no IDX file.");
        }

        bytes.Read(offset, start);
    }

    private void CheckLength(StoredBytes bytes, UInt128 count)
    {
        if (count == 0)
        {
            throw DataFormatException.InFile(bytes.Path, $"the file is empty: its shape is ({string.Join(", ", this.Shape)}).");
        }

        int size = Format(this.ElementType).Size;
        UInt128 left = (UInt128)(bytes.Length - this.Length);
        if (count * (uint)size > left)
        {
            throw DataFormatException.InFile(
                bytes.Path,
                $"the header promises {string.Join(" x ", this.Shape)} values of {size} bytes; the file has {left} bytes for them. " +
                "It is cut off or broken.");
        }

        if (count * (uint)size < left)
        {
            throw DataFormatException.InFile(
                bytes.Path,
                FormattableString.Invariant($"the file is longer than the {count} values its header promises. One of the two is broken."));
        }

        if (this.Shape.Skip(1).Any(extent => extent > int.MaxValue))
        {
            throw DataFormatException.InFile(bytes.Path, $"the shape ({string.Join(", ", this.Shape)}) has an extent that is too large.");
        }
    }
}
