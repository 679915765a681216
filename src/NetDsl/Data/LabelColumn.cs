using System.Globalization;

namespace NetDsl.Data;

/// <summary>A column of labels, which become classes when all are known.</summary>
internal sealed class LabelColumn
{
    private readonly TableSource source;
    private readonly LabelEncoding encoding;
    private readonly IReadOnlyList<string>? known;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<int> labels = [];

    /// <param name="source">Where the rows come from.</param>
    /// <param name="name">Its name.</param>
    /// <param name="place">Its place, from 0.</param>
    /// <param name="encoding">What its labels become.</param>
    /// <param name="known">The classes in the order of the targets, or null for those that are found.</param>
    public LabelColumn(TableSource source, string name, int place, LabelEncoding encoding, IReadOnlyList<string>? known)
    {
        this.source = source;
        this.Name = name;
        this.Place = place;
        this.encoding = encoding;
        this.known = known;
        foreach (string label in known ?? [])
        {
            if (!this.numbers.TryAdd(label, this.numbers.Count))
            {
                throw new ArgumentException($"The class '{label}' is listed twice.");
            }
        }
    }

    public string Name { get; }

    public int Place { get; }

    /// <summary>Takes the label of the row that is being read.</summary>
    public void Add(object? cell)
    {
        string label = CellValue.Text(cell);
        if (label.Length == 0)
        {
            throw this.source.RowError(this.Name, "the label is empty.");
        }

        if (!this.numbers.TryGetValue(label, out int number))
        {
            number = this.numbers.Count;
            this.CheckNew(label);
            this.numbers.Add(label, number);
        }

        this.labels.Add(number);
    }

    /// <summary>The targets, the names of the classes, and the number of targets a row.</summary>
    public (float[] Targets, string[] Classes, int Width) Encode()
    {
        string[] classes = this.known is null ? Sorted(this.numbers.Keys) : [.. this.known];
        if (classes.Length < 2 || (this.encoding == LabelEncoding.Binary && classes.Length != 2))
        {
            throw this.source.Error(
                $"column '{this.Name}' has the labels {string.Join(", ", classes.Take(5))}{(classes.Length > 5 ? " ..." : string.Empty)}; " +
                $"{(this.encoding == LabelEncoding.Binary ? "exactly" : "at least")} two classes are needed.",
                this.Name);
        }

        int[] places = new int[classes.Length];
        for (int i = 0; i < classes.Length; i++)
        {
            places[this.numbers[classes[i]]] = i;
        }

        int width = this.encoding == LabelEncoding.Binary ? 1 : classes.Length;
        float[] targets = new float[(long)this.labels.Count * width];
        for (int row = 0; row < this.labels.Count; row++)
        {
            int label = places[this.labels[row]];
            targets[width == 1 ? row : (row * width) + label] = width == 1 ? label : 1;
        }

        return (targets, classes, width);
    }

    private static string[] Sorted(IEnumerable<string> labels)
    {
        string[] sorted = [.. labels.Order(StringComparer.Ordinal)];
        if (sorted.All(label => IsWhole(label, out _)))
        {
            // 2 before 10. Stable, so that 1 and 01 keep their ordinal order.
            sorted = [.. sorted.OrderBy(label => IsWhole(label, out long value) ? value : 0)];
        }

        return sorted;
    }

    private static bool IsWhole(string label, out long value) =>
        long.TryParse(label, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private void CheckNew(string label)
    {
        if (this.known is not null)
        {
            throw this.source.RowError(
                this.Name, $"the label '{label}' is out of range; the classes are {string.Join(", ", this.known)}.");
        }

        if (this.numbers.Count == DatasetChecks.MostClasses)
        {
            throw this.source.RowError(
                this.Name, $"the column has more than {DatasetChecks.MostClasses} different labels. Is it a column of classes?");
        }
    }
}
