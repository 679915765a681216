using System.Globalization;
using System.Text;

namespace NetDsl.Data;

/// <summary>A summary of data as text.</summary>
internal static class SummaryTable
{
    private const int Width = 120;
    private const int NameWidth = 24;
    private const int BarWidth = 20;
    private const int MostColumns = 40;

    private const string Bars = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

    /// <summary>The whole text, without a line's end behind the last line.</summary>
    public static string Text(DatasetSummary summary)
    {
        StringBuilder text = new();
        text.Append(Headline(summary));
        foreach (ClassCount one in (summary.Classes ?? []).Take(MostColumns))
        {
            double share = 100.0 * one.Rows / summary.Rows;
            string weights = summary.Weights is null ? string.Empty : Format($", weights {one.SumOfWeights:G6}");
            text.AppendLine().Append(Cut(Format($"  {Cut(one.Name, NameWidth),-NameWidth} {one.Rows,11:N0} rows ({share:F1} %){weights}"), Width));
        }

        AppendMore(text, (summary.Classes?.Count ?? 0) - MostColumns, "classes");
        text.AppendLine().Append(
            $"{"column",-NameWidth}{"minimum",11}{"mean",11}{"std",11}{"median",11}{"maximum",11}{"missing",10}  histogram");
        Append(text, summary.Features, "features");
        Append(text, summary.Targets, "targets");
        if (summary.Weights is { } column)
        {
            Append(text, [column], "weights");
        }

        return text.ToString();
    }

    private static string Headline(DatasetSummary summary)
    {
        string targets = summary.Classes is { } classes ? Format($"{classes.Count} classes") :
            summary.TargetShape is [0] ? "no targets" : $"targets ({string.Join(", ", summary.TargetShape)})";
        string missing = summary.MissingCount > 0 ? Format($"; {summary.MissingCount:N0} features missing") : string.Empty;
        string weights = summary.Weights is null ? string.Empty : Format($"; the weights add up to {summary.SumOfWeights:G6}");
        return Format($"{summary.Rows:N0} rows; features ({string.Join(", ", summary.FeatureShape)}); {targets}{missing}{weights}");
    }

    private static void Append(StringBuilder text, IReadOnlyList<ColumnSummary> columns, string what)
    {
        foreach (ColumnSummary column in columns.Take(MostColumns))
        {
            text.AppendLine().Append(Line(column).TrimEnd());
        }

        AppendMore(text, columns.Count - MostColumns, what);
    }

    private static void AppendMore(StringBuilder text, int more, string what)
    {
        if (more > 0)
        {
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"... and {more:N0} more {what}");
        }
    }

    private static string Line(ColumnSummary column)
    {
        string name = Cut(column.Name, NameWidth - 1).PadRight(NameWidth);
        if (column is { Categories: { } names, Histogram: { } found })
        {
            IEnumerable<string> counts = names.Zip(found.Counts, (category, count) => Format($"{category} {count:N0}"));
            string missing = column.Missing > 0 ? Format($", missing {column.Missing:N0}") : string.Empty;
            return Cut(Format($"{name}{names.Count} categories: {string.Join(", ", counts)}{missing}"), Width);
        }

        return Format(
            $"{name}{column.Minimum,11:G4}{column.Mean,11:G4}{column.StandardDeviation,11:G4}{column.Quartiles?.Median ?? double.NaN,11:G4}") +
            Format($"{column.Maximum,11:G4}{column.Missing,10:N0}  {(column.Histogram is { } histogram ? Bar(histogram.Counts) : string.Empty)}");
    }

    /// <summary>A bar a bin, the highest for the fullest one, none for an empty one; where there are too many bins, several together.</summary>
    private static string Bar(IReadOnlyList<long> counts)
    {
        int width = Math.Min(BarWidth, counts.Count);
        long[] sums = new long[width];
        for (int bin = 0; bin < counts.Count; bin++)
        {
            sums[(int)((long)bin * width / counts.Count)] += counts[bin];
        }

        double most = sums.Max();
        return string.Concat(sums.Select(sum => Bars[(int)Math.Ceiling(sum / most * (Bars.Length - 1))]));
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 3)] + "...";

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
