using System.Globalization;

namespace NetDsl.Data;

/// <summary>Tells which cells of text stand for a missing value.</summary>
internal sealed class MissingMarkers
{
    private static readonly string[] OfNumbers =
        ["NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NULL", "null", "None", "?", "-", "--"];

    private readonly HashSet<string> markers;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly int longest;
    private readonly bool holdForText;
    private readonly double[] numbers;

    /// <param name="markers">The texts that stand for a missing value in each column, or null for those known for columns of numbers.</param>
    public MissingMarkers(IReadOnlyList<string>? markers)
    {
        this.markers = new HashSet<string>(markers ?? OfNumbers, StringComparer.Ordinal);
        this.lookup = this.markers.GetAlternateLookup<ReadOnlySpan<char>>();
        this.longest = this.markers.Select(marker => marker.Length).DefaultIfEmpty().Max();
        this.holdForText = markers is not null;
        this.numbers = [.. this.markers
            .Select(marker => double.TryParse(marker, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN)
            .Where(number => !double.IsNaN(number))];
    }

    /// <summary>Whether numbers stand for missing values too, however they are written.</summary>
    public bool HaveNumbers => this.numbers.Length > 0;

    /// <summary>Whether a number stands for a missing value.</summary>
    public bool Have(float number)
    {
        foreach (double marker in this.numbers)
        {
            if ((float)marker == number)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a cell, without the space around it, is missing.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="isText">Whether its column holds text.</param>
    public bool Have(ReadOnlySpan<char> text, bool isText) =>
        text.IsEmpty || (text.Length <= this.longest && (this.holdForText || !isText) && this.lookup.Contains(text));
}
