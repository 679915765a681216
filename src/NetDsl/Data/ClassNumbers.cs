using System.Globalization;

namespace NetDsl.Data;

/// <summary>Makes one-hot targets of an array of class numbers.</summary>
internal static class ClassNumbers
{
    /// <summary>The targets and the names of the classes.</summary>
    /// <param name="path">The file of the labels, for errors.</param>
    /// <param name="labels">The number of each row's class, from 0.</param>
    /// <param name="count">The number of classes; null for the largest label and one more.</param>
    /// <param name="names">The names of the classes, or null for their numbers.</param>
    /// <exception cref="DataFormatException">A label is out of range, or there are not two classes.</exception>
    public static (float[] Targets, string[] Classes) OneHot(string path, float[] labels, int? count, IReadOnlyList<string>? names)
    {
        if ((names?.Count ?? count) is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(given, 2, "classes");
            count = given;
        }

        float largest = (count ?? DatasetChecks.MostClasses) - 1;
        for (int row = 0; row < labels.Length; row++)
        {
            float label = labels[row];
            if (!(label >= 0 && label <= largest && label == MathF.Floor(label)))
            {
                throw DataFormatException.AtRow(
                    path,
                    row,
                    null,
                    FormattableString.Invariant($"the label {label} is out of range; whole numbers from 0 to {largest} were expected."));
            }
        }

        int width = count ?? (int)labels.Max() + 1;
        if (width < 2)
        {
            throw DataFormatException.InFile(path, "all labels are 0; at least two classes are needed.");
        }

        float[] targets = new float[(long)labels.Length * width];
        for (int row = 0; row < labels.Length; row++)
        {
            targets[(row * width) + (int)labels[row]] = 1;
        }

        return (targets, [.. names ?? Enumerable.Range(0, width).Select(i => i.ToString(CultureInfo.InvariantCulture))]);
    }
}
