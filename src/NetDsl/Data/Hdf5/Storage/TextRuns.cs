using System.Text;
using NetDsl.Data.Hdf5.Format;

namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Makes texts of elements, or of one field of them.</summary>
internal readonly ref struct TextRuns : IRuns
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Span<string> destination;
    private readonly Hdf5Source source;
    private readonly Hdf5Type text;
    private readonly int stride;
    private readonly int offset;
    private readonly int values;

    /// <summary>Texts of a type that <see cref="Hdf5Type.IsText"/>.</summary>
    /// <param name="destination">Where they go: all of the block that is read.</param>
    /// <param name="source">The file.</param>
    /// <param name="type">That of the element or the field.</param>
    /// <param name="stride">The bytes from one element to the next.</param>
    /// <param name="offset">The first byte of the field in the element.</param>
    public TextRuns(Span<string> destination, Hdf5Source source, Hdf5Type type, int stride, int offset)
    {
        this.destination = destination;
        this.source = source;
        this.text = type.Class == Hdf5TypeClass.Array ? type.Element! : type;
        this.values = type.ValueCount;
        this.stride = stride;
        this.offset = offset;
    }

    /// <inheritdoc/>
    public Span<byte> Place(long first, int count) => default;

    /// <inheritdoc/>
    public void Take(ReadOnlySpan<byte> bytes, long first)
    {
        int place = (int)first * this.values;
        for (int start = this.offset; start < bytes.Length; start += this.stride)
        {
            for (int i = 0; i < this.values; i++)
            {
                ReadOnlySpan<byte> element = bytes.Slice(start + (i * this.text.Size), this.text.Size);
                this.destination[place++] = this.text.IsVariableLength ? this.Variable(element) : this.Fixed(element);
            }
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static ReadOnlySpan<byte> UpToZero(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)0);
        return end < 0 ? bytes : bytes[..end];
    }

    private string Fixed(ReadOnlySpan<byte> element) => Decode(this.text.Padding switch
    {
        StringPadding.NullPadded => element.TrimEnd((byte)0),
        StringPadding.SpacePadded => element.TrimEnd((byte)' '),
        _ => UpToZero(element),
    });

    // A length, a collection of the global heap and a place there (HDF5 File Format Specification 3.0, section IV.A.2.d, class 9).
    private string Variable(ReadOnlySpan<byte> element)
    {
        ByteCursor cursor = new(this.source, element, "a text");
        long length = cursor.UInt32();
        long address = cursor.Address();
        long index = cursor.UInt32();
        return length == 0 || address is 0 or Hdf5Source.Undefined
            ? string.Empty
            : Decode(UpToZero(this.source.GlobalHeap.Read(address, (int)Math.Min(index, int.MaxValue), length)));
    }
}
