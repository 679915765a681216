using System.Buffers.Binary;
using System.Globalization;

namespace NetDsl.Data;

/// <summary>A column of points in time that are counts of a unit since the beginning of 1970.</summary>
/// <param name="field">What the column is called.</param>
/// <param name="offset">Where it begins in a record; a count has 8 bytes.</param>
/// <param name="isBigEndian">Whether the highest byte comes first.</param>
/// <param name="unitsPerSecond">The units in a second, or below 1 where the unit is longer.</param>
internal sealed class RecordTimes(TableField field, int offset, bool isBigEndian, double unitsPerSecond) : RecordColumn(field)
{
    public override void Read(RecordRows records, ColumnBlock block, int first)
    {
        for (int row = 0; row < records.Count; row++)
        {
            ReadOnlySpan<byte> cell = records.Cell(row, offset, sizeof(long));
            long count = isBigEndian ? BinaryPrimitives.ReadInt64BigEndian(cell) : BinaryPrimitives.ReadInt64LittleEndian(cell);

            // NumPy's NaT.
            double seconds = count == long.MinValue ? double.NaN : count / unitsPerSecond;
            if (block.Content == ColumnContent.Text)
            {
                block.Codes[first + row] = double.IsNaN(seconds) ? TextCodes.Missing : block.Texts.Of(Text(seconds));
            }
            else
            {
                block.Doubles[first + row] = seconds;
            }
        }
    }

    private static string Text(double seconds)
    {
        bool isDate = Math.Abs(seconds) < DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerSecond;
        return isDate
            ? DateTime.UnixEpoch.AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
            : seconds.ToString(CultureInfo.InvariantCulture);
    }
}
