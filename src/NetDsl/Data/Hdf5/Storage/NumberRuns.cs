using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Makes numbers of elements, or of one field of them.</summary>
/// <typeparam name="T">What they become.</typeparam>
internal readonly ref struct NumberRuns<T> : IRuns
    where T : unmanaged, INumber<T>
{
    // The bytes of fields that are gathered at a time.
    private const int BlockBytes = 4096;

    private readonly Span<T> destination;
    private readonly NumberFormat format;
    private readonly int stride;
    private readonly int offset;
    private readonly int values;

    /// <summary>Numbers of a type that is numeric.</summary>
    /// <param name="destination">Where they go: all of the block that is read.</param>
    /// <param name="type">That of the element or the field.</param>
    /// <param name="stride">The bytes from one element to the next.</param>
    /// <param name="offset">The first byte of the field in the element.</param>
    public NumberRuns(Span<T> destination, Hdf5Type type, int stride, int offset)
    {
        this.destination = destination;
        this.format = type.Format!;
        this.values = type.ValueCount;
        this.stride = stride;
        this.offset = offset;
    }

    private int FieldSize => this.values * this.format.Size;

    /// <inheritdoc/>
    public Span<byte> Place(long first, int count) => this.stride == this.FieldSize && this.format.IsSameAs<T>()
        ? MemoryMarshal.AsBytes(this.destination.Slice((int)first * this.values, count * this.values))
        : default;

    /// <inheritdoc/>
    public void Take(ReadOnlySpan<byte> bytes, long first)
    {
        int count = bytes.Length / this.stride;
        Span<T> place = this.destination.Slice((int)first * this.values, count * this.values);
        if (this.stride == this.FieldSize)
        {
            this.format.Decode(bytes, place);
        }
        else if (this.format.IsSameAs<T>())
        {
            this.Gather(bytes, MemoryMarshal.AsBytes(place));
        }
        else if (this.FieldSize > BlockBytes)
        {
            for (int i = 0; i < count; i++)
                this.format.Decode(bytes.Slice((i * this.stride) + this.offset, this.FieldSize), place.Slice(i * this.values, this.values));
        }
        else
        {
            this.GatherAndDecode(bytes, place);
        }
    }

    private void GatherAndDecode(ReadOnlySpan<byte> bytes, Span<T> place)
    {
        Span<byte> block = stackalloc byte[BlockBytes];
        int most = BlockBytes / this.FieldSize;
        while (!place.IsEmpty)
        {
            int count = Math.Min(most, place.Length / this.values);
            Span<byte> fields = block[..(count * this.FieldSize)];
            this.Gather(bytes, fields);
            this.format.Decode(fields, place[..(count * this.values)]);
            bytes = bytes[(count * this.stride)..];
            place = place[(count * this.values)..];
        }
    }

    private void Gather(ReadOnlySpan<byte> rows, Span<byte> fields)
    {
        switch (this.FieldSize)
        {
            case sizeof(byte):
                this.Gather<byte>(rows, fields);
                break;
            case sizeof(ushort):
                this.Gather<ushort>(rows, fields);
                break;
            case sizeof(uint):
                this.Gather<uint>(rows, fields);
                break;
            case sizeof(ulong):
                this.Gather<ulong>(rows, fields);
                break;
            default:
                for (int i = 0; i < fields.Length / this.FieldSize; i++)
                    rows.Slice((i * this.stride) + this.offset, this.FieldSize).CopyTo(fields[(i * this.FieldSize)..]);

                break;
        }
    }

    private void Gather<TField>(ReadOnlySpan<byte> rows, Span<byte> fields)
        where TField : unmanaged
    {
        int count = fields.Length / Unsafe.SizeOf<TField>();

        // The last field's end is checked once for all of them.
        _ = rows.Slice(((count - 1) * this.stride) + this.offset, Unsafe.SizeOf<TField>());
        ref byte source = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), this.offset);
        ref byte target = ref MemoryMarshal.GetReference(fields);
        for (int i = 0; i < count; i++)
        {
            Unsafe.WriteUnaligned(
                ref Unsafe.Add(ref target, i * Unsafe.SizeOf<TField>()), Unsafe.ReadUnaligned<TField>(ref Unsafe.Add(ref source, (nint)i * this.stride)));
        }
    }
}
