using System.Buffers.Binary;
using System.Text;

namespace NetDsl.Data.Hdf5.Format;

/// <summary>Reads the little-endian fields of a block one after the other, and never beyond its end.</summary>
internal ref struct ByteCursor
{
    private readonly Hdf5Source source;
    private readonly ReadOnlySpan<byte> bytes;
    private readonly string what;

    /// <summary>Begins at a block's first byte.</summary>
    /// <param name="source">The file.</param>
    /// <param name="bytes">The block.</param>
    /// <param name="what">What it is, for messages: "the header of a group".</param>
    public ByteCursor(Hdf5Source source, ReadOnlySpan<byte> bytes, string what)
    {
        this.source = source;
        this.bytes = bytes;
        this.what = what;
    }

    /// <summary>The bytes read so far.</summary>
    public int Position { get; private set; }

    /// <summary>The bytes that are left.</summary>
    public readonly int Left => this.bytes.Length - this.Position;

    /// <summary>The error that something in the block is not as it should be.</summary>
    /// <param name="problem">A sentence.</param>
    public readonly DataFormatException Broken(string problem) => this.source.Broken($"in {this.what}, {problem}");

    /// <summary>The next bytes.</summary>
    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > this.Left)
        {
            throw this.source.Broken(FormattableString.Invariant(
                $"{this.what} ends too early: {count} more bytes were expected, {this.Left} are left. The file is broken."));
        }

        ReadOnlySpan<byte> taken = this.bytes.Slice(this.Position, (int)count);
        this.Position += (int)count;
        return taken;
    }

    /// <summary>Passes over bytes.</summary>
    public void Skip(long count) => this.Take(count);

    /// <summary>Passes to a multiple of 8 bytes from the given place, or to the end where there is less.</summary>
    public void Align(int from)
    {
        int over = (this.Position - from) % 8;
        if (over != 0)
            this.Skip(Math.Min(8 - over, this.Left));
    }

    /// <summary>An unsigned number of 1 byte.</summary>
    public byte UInt8() => this.Take(1)[0];

    /// <summary>An unsigned number of 2 bytes.</summary>
    public int UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(this.Take(sizeof(ushort)));

    /// <summary>An unsigned number of 4 bytes.</summary>
    public long UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(this.Take(sizeof(uint)));

    /// <summary>An unsigned number of 1 to 8 bytes.</summary>
    public ulong Unsigned(int size)
    {
        ReadOnlySpan<byte> place = this.Take(size);
        ulong value = 0;
        for (int i = size - 1; i >= 0; i--)
            value = (value << 8) | place[i];

        return value;
    }

    /// <summary>A number of 1 to 8 bytes that a long must hold.</summary>
    public long Number(int size)
    {
        ulong value = this.Unsigned(size);
        return value <= long.MaxValue ? (long)value : throw this.Broken($"the number {value} is too large. The file is broken.");
    }

    /// <summary>An address; <see cref="Hdf5Source.Undefined"/> for none.</summary>
    public long Address()
    {
        int size = this.source.OffsetSize;
        ulong value = this.Unsigned(size);
        return value == ulong.MaxValue >> (64 - (8 * size)) ? Hdf5Source.Undefined
            : value <= long.MaxValue ? (long)value
            : throw this.Broken($"the address {value} is too large. The file is broken.");
    }

    /// <summary>A length.</summary>
    public long Length() => this.Number(this.source.LengthSize);

    /// <summary>Text of a known length, up to a zero in it.</summary>
    public string Text(long length)
    {
        ReadOnlySpan<byte> text = this.Take(length);
        int end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
    }

    /// <summary>Text that ends with a zero.</summary>
    public string TerminatedText()
    {
        int length = this.bytes[this.Position..].IndexOf((byte)0);
        if (length < 0)
            throw this.Broken("a name does not end. The file is broken.");

        string text = this.Text(length);
        this.Skip(1);
        return text;
    }

    /// <summary>Checks that the block begins with the four letters that it should.</summary>
    public void Signature(ReadOnlySpan<byte> expected)
    {
        if (!this.Take(expected.Length).SequenceEqual(expected))
            throw this.Broken($"the letters '{Encoding.ASCII.GetString(expected)}' are missing at its beginning. The file is broken.");
    }

    /// <summary>Checks a version.</summary>
    /// <param name="least">The smallest that is known.</param>
    /// <param name="most">The largest that is known.</param>
    public int Version(int least, int most)
    {
        int version = this.UInt8();
        return version >= least && version <= most ? version : throw this.Broken(FormattableString.Invariant(
            $"the version is {version}; versions {least} to {most} are read. A newer program wrote it (h5repack can write an older one), or it is broken."));
    }
}
