using System.Numerics;
using System.Numerics.Tensors;

namespace NetDsl.Data;

/// <summary>A column of numbers, or of arrays of them.</summary>
/// <param name="field">What the column is called and holds.</param>
/// <param name="offset">Where it begins in a record.</param>
/// <param name="format">How a number lies in it.</param>
internal sealed class RecordNumbers(TableField field, int offset, NumberFormat format) : RecordColumn(field)
{
    // The order of bytes that integers are compared in.
    private readonly byte[] missing = new byte[format.Size];
    private readonly List<int> missingPlaces = [];
    private byte[] cells = [];
    private double[] doubles = [];
    private bool hasMissing;

    /// <summary>The bytes of the integer that stands for a number that is missing, as they lie in the file; empty where none does.</summary>
    public ReadOnlyMemory<byte> Missing
    {
        get => this.hasMissing ? this.missing : default;
        init
        {
            this.hasMissing = !value.IsEmpty;
            value.CopyTo(this.missing);
        }
    }

    /// <summary>
    /// Whether the highest bit of an integer is to be turned round: a file that has no unsigned integers (or no signed bytes) keeps them so, less
    /// half their range. The format is that of what they stand for.
    /// </summary>
    public bool TurnsHighestBit { get; init; }

    /// <summary>What a number is multiplied by.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>What is added then.</summary>
    public double Zero { get; init; }

    /// <summary>The bytes of a cell.</summary>
    public int CellSize { get; } = checked(format.Size * field.Width);

    public override void Read(RecordRows records, ColumnBlock block, int first)
    {
        Array.Resize(ref this.cells, Math.Max(this.cells.Length, records.Count * this.CellSize));
        Span<byte> bytes = this.cells.AsSpan(0, records.Count * this.CellSize);
        records.Gather(offset, this.CellSize, bytes);
        this.Read(bytes, block, first * this.Field.Width);
    }

    /// <summary>Makes numbers of the bytes of cells that follow each other.</summary>
    /// <param name="bytes">The bytes; they are changed.</param>
    /// <param name="block">Where to.</param>
    /// <param name="place">The place in the block of the first number.</param>
    public void Read(Span<byte> bytes, ColumnBlock block, int place)
    {
        int count = bytes.Length / format.Size;
        if (block.Content == ColumnContent.Double)
        {
            this.Decode(bytes, block.Doubles.Slice(place, count));
        }
        else if (this.Scale == 1 && this.Zero == 0)
        {
            this.Decode(bytes, block.Singles.Slice(place, count));
        }
        else
        {
            // Scaled in double precision, so that numbers are rounded once.
            Array.Resize(ref this.doubles, Math.Max(this.doubles.Length, count));
            Span<double> wide = this.doubles.AsSpan(0, count);
            this.Decode(bytes, wide);
            TensorPrimitives.ConvertTruncating<double, float>(wide, block.Singles.Slice(place, count));
        }
    }

    private void Decode<T>(Span<byte> bytes, Span<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        this.FindMissing(bytes);
        if (this.TurnsHighestBit)
        {
            for (int i = format.IsBigEndian ? 0 : format.Size - 1; i < bytes.Length; i += format.Size)
            {
                bytes[i] ^= 0x80;
            }
        }

        format.Decode(bytes, values);
        if (this.Scale != 1)
        {
            TensorPrimitives.Multiply(values, T.CreateChecked(this.Scale), values);
        }

        if (this.Zero != 0)
        {
            TensorPrimitives.Add(values, T.CreateChecked(this.Zero), values);
        }

        foreach (int place in this.missingPlaces)
        {
            values[place] = T.NaN;
        }
    }

    private void FindMissing(ReadOnlySpan<byte> bytes)
    {
        this.missingPlaces.Clear();
        if (!this.hasMissing)
        {
            return;
        }

        for (int i = 0; i < bytes.Length; i += format.Size)
        {
            if (bytes.Slice(i, format.Size).SequenceEqual(this.missing))
            {
                this.missingPlaces.Add(i / format.Size);
            }
        }
    }
}
