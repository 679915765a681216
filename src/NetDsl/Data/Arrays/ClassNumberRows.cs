using System.Globalization;

namespace NetDsl.Data;

/// <summary>Labels that are the numbers of classes, from 0.</summary>
internal sealed class ClassNumberRows : LabelRows
{
    private readonly ArrayRows rows;
    private readonly float[] numbers = new float[BlockRows];
    private readonly float largest;

    /// <param name="rows">The labels, one a row; at least one.</param>
    /// <param name="count">The number of classes; null for the largest label and one more.</param>
    /// <param name="names">The names of the classes, or null for their numbers.</param>
    /// <exception cref="DataFormatException">A label is out of range, or there are not two classes.</exception>
    public ClassNumberRows(ArrayRows rows, int? count, IReadOnlyList<string>? names)
    {
        this.rows = rows;
        if ((names?.Count ?? count) is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(given, 2, "classes");
            count = given;
        }

        this.largest = (count ?? DatasetChecks.MostClasses) - 1;
        int found = this.Largest();
        if (count is null && found == 0)
        {
            throw DataFormatException.InFile(rows.Path, "all labels are 0; at least two classes are needed.");
        }

        this.AreFound = count is null;
        this.Classes =
        [
            .. names ?? Enumerable.Range(0, count ?? found + 1).Select(i => i.ToString(CultureInfo.InvariantCulture)),
        ];
        this.largest = this.Classes.Count - 1;
    }

    public override string Path => this.rows.Path;

    public override long Count => this.rows.Count;

    public override IReadOnlyList<string> Classes { get; }

    public override bool AreFound { get; }

    public override long ByteCount => this.rows.ByteCount;

    protected override void ReadClasses(long first, Span<int> classes)
    {
        Span<float> part = this.numbers.AsSpan(0, classes.Length);
        this.rows.Read(first, part);
        for (int i = 0; i < part.Length; i++)
        {
            float label = part[i];
            if (!(label >= 0 && label <= this.largest && label == MathF.Floor(label)))
            {
                throw DataFormatException.AtRow(
                    this.Path,
                    first + i,
                    null,
                    FormattableString.Invariant($"the label {label} is out of range; whole numbers from 0 to {this.largest} were expected."));
            }

            classes[i] = (int)label;
        }
    }

    private int Largest()
    {
        int[] classes = new int[BlockRows];
        int found = 0;
        for (long first = 0; first < this.Count; first += BlockRows)
        {
            Span<int> part = classes.AsSpan(0, (int)Math.Min(BlockRows, this.Count - first));
            this.ReadClasses(first, part);
            foreach (int label in part)
            {
                found = Math.Max(found, label);
            }
        }

        return found;
    }
}
