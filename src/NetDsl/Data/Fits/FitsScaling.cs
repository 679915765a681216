using System.Buffers.Binary;

namespace NetDsl.Data;

/// <summary>Numbers that stand for others, ZERO + SCALE x number (FITS standard 4.0, sections 4.4.2.5 and 7.3.2).</summary>
internal static class FitsScaling
{
    /// <summary>A column of such numbers. Unsigned integers, which the format keeps less half their range, stay exact.</summary>
    /// <param name="field">What the column is called and holds.</param>
    /// <param name="offset">Where it begins in a record.</param>
    /// <param name="format">How a number lies in the file.</param>
    /// <param name="scale">What it is multiplied by.</param>
    /// <param name="zero">What is added then.</param>
    /// <param name="missing">The bytes of the integer that stands for a missing number; empty where none does.</param>
    public static RecordNumbers Column(TableField field, int offset, NumberFormat format, double scale, double zero, byte[] missing)
    {
        double half = format.Kind == 'u' ? -128 : Math.ScaleB(1, (8 * format.Size) - 1);
        return format.Kind != 'f' && scale == 1 && zero == half
            ? new RecordNumbers(field, offset, format with { Kind = format.Kind == 'u' ? 'i' : 'u' }) { TurnsHighestBit = true, Missing = missing }
            : new RecordNumbers(field, offset, format) { Scale = scale, Zero = zero, Missing = missing };
    }

    /// <summary>The integer that stands for a missing number, as it lies in the file; empty where there is none.</summary>
    /// <param name="value">The integer, or null.</param>
    /// <param name="format">How a number lies in the file.</param>
    public static byte[] Missing(long? value, NumberFormat format)
    {
        if (value is not { } number || format.Kind == 'f')
        {
            return [];
        }

        // A number that the column cannot hold is missing nowhere.
        int unused = 64 - (8 * format.Size);
        long held = format.Kind == 'u' ? (long)((ulong)number << unused >> unused) : number << unused >> unused;
        byte[] bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return held == number ? bytes[^format.Size..] : [];
    }
}
