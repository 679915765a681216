using System.Collections;
using System.Globalization;
using System.Numerics;

namespace NetDsl.Data;

/// <summary>What a cell of a table holds: text, a number, a truth value, or an array of them.</summary>
internal static class CellValue
{
    /// <summary>Reads a number; text must have it with a decimal point, whatever the culture; true is 1 and false 0.</summary>
    public static bool TryNumber(object? cell, out float number)
    {
        (bool isNumber, number) = cell switch
        {
            string text => (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float parsed), parsed),
            double value => (true, (float)value),
            float value => (true, value),
            int value => (true, value),
            bool value => (true, value ? 1 : 0),
            long value => (true, value),
            decimal value => (true, (float)value),
            byte value => (true, value),
            short value => (true, value),
            uint value => (true, value),
            ulong value => (true, value),
            ushort value => (true, value),
            sbyte value => (true, value),
            Half value => (true, (float)value),
            BigInteger value => (true, (float)value),
            _ => (false, 0f),
        };
        return isNumber;
    }

    /// <summary>The cell as text, the same in every culture; empty for none.</summary>
    public static string Text(object? cell) => cell switch
    {
        null or DBNull => string.Empty,
        string text => text,
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? string.Empty,
    };

    /// <summary>The values of an array or list; null for anything else.</summary>
    public static IList? Array(object? cell) => cell as IList is { } list and not IDictionary ? list : null;
}
