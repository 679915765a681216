using System.Globalization;

namespace NetDsl.Data;

/// <summary>Makes classes of the labels of a column, and categories of its texts.</summary>
internal static class LabelClasses
{
    /// <summary>
    /// The most categories a reader makes of texts: more are a column of names chosen by mistake, or a broken file.
    /// </summary>
    public const int MostCategories = 1 << 16;

    /// <summary>Whole numbers in numerical, other texts in ordinal order.</summary>
    /// <param name="texts">Each once.</param>
    public static string[] Sorted(IEnumerable<string> texts)
    {
        string[] sorted = [.. texts.Order(StringComparer.Ordinal)];
        if (sorted.All(label => IsWhole(label, out _)))
        {
            // 2 before 10. Stable, so that 1 and 01 keep their ordinal order.
            sorted = [.. sorted.OrderBy(label => IsWhole(label, out long value) ? value : 0)];
        }

        return sorted;
    }

    /// <summary>Refuses classes that a network cannot learn to tell apart.</summary>
    /// <exception cref="DataFormatException">They are not two, or not two or more.</exception>
    public static void Check(TableSource source, string column, IReadOnlyList<string> classes, LabelEncoding encoding)
    {
        if (classes.Count < 2 || (encoding == LabelEncoding.Binary && classes.Count != 2))
        {
            throw source.Error(
                $"column '{column}' has the labels {string.Join(", ", classes.Take(5))}{(classes.Count > 5 ? " ..." : string.Empty)}; " +
                $"{(encoding == LabelEncoding.Binary ? "exactly" : "at least")} two classes are needed.",
                column);
        }
    }

    /// <summary>Refuses a list of classes that has one twice.</summary>
    /// <exception cref="ArgumentException">It has.</exception>
    public static void CheckKnown(IReadOnlyList<string> classes)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        if (classes.FirstOrDefault(name => !seen.Add(name)) is { } twice)
        {
            throw new ArgumentException($"The class '{twice}' is listed twice.");
        }
    }

    /// <summary>What is wrong with a label that is none of the known classes.</summary>
    public static string OutOfRange(string label, IReadOnlyList<string> classes) =>
        $"the label '{label}' is out of range; the classes are {string.Join(", ", classes)}.";

    /// <summary>What is wrong with a column of more labels than classes can be.</summary>
    public static string TooMany(bool areLabels) => areLabels
        ? $"the column has more than {DatasetChecks.MostClasses} different labels. Is it a column of classes?"
        : $"the column has more than {MostCategories} different values. Is it a column of categories?";

    private static bool IsWhole(string label, out long value) =>
        long.TryParse(label, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
