using System.Globalization;
using System.Text;

namespace NetDsl.Training;

/// <summary>Writes what a network is as Keras prints it: a line a layer, and the totals.</summary>
internal static class SummaryTable
{
    private const string Gap = "  ";

    /// <summary>As much of the names of a layer's feeders as leaves the line short; the objects have them all.</summary>
    private const int MostOfFeeders = 24;

    /// <summary>The columns of numbers, which end at the same place.</summary>
    private static readonly int[] Numbers = [2, 3];

    /// <summary>The text, without a line's end after the last line.</summary>
    public static string Of(NetworkSummary summary)
    {
        List<string[]> rows = [.. Rows(summary)];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        string Line(string[] row) => string.Join(Gap, row.Select((cell, column) =>
            Numbers.Contains(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd();
        string rule = new('-', widths.Sum() + (Gap.Length * (widths.Length - 1)));

        StringBuilder text = new();
        text.AppendLine($"{summary.Name}: {(summary.Precision == Precision.Double ? "double" : "single")} precision");
        text.AppendLine(Line(rows[0])).AppendLine(rule);
        text.AppendJoin(Environment.NewLine, rows.Skip(1).Select(Line)).AppendLine().AppendLine(rule);
        text.AppendLine($"Total parameters:         {Total(summary, summary.ParameterCount)}");
        text.AppendLine($"Trainable parameters:     {Total(summary, summary.TrainableParameterCount)}");
        text.AppendLine($"Non-trainable parameters: {Total(summary, summary.NonTrainableParameterCount)}");
        text.AppendLine($"FLOPs of a sample:        {Number(summary.Flops)}");
        return text.Append($"Loss:                     {Losses(summary)}").ToString();
    }

    // Where no layers branch, each takes the one above it, and the table stays narrow.
    private static IEnumerable<string[]> Rows(NetworkSummary summary)
    {
        bool branches = summary.Layers.Any(layer => layer.FedBy is not null);
        string[] Row(string name, string shape, string parameters, string flops, string from) =>
            branches ? [name, shape, parameters, flops, from] : [name, shape, parameters, flops];
        yield return Row("Layer (kind)", "Output shape", "Parameters", "FLOPs", "Connected to");
        foreach (InputSummary input in summary.Inputs)
        {
            yield return Row($"{input.Name} (Input)", Shape(input.Shape), "0", "0", string.Empty);
        }

        for (int i = 0; i < summary.Layers.Count; i++)
        {
            LayerSummary layer = summary.Layers[i];
            string from = string.Join(", ", summary.FeedersOf(i));
            from = from.Length > MostOfFeeders ? from[..(MostOfFeeders - 3)] + "..." : from;
            yield return Row($"{layer.Name} ({layer.Kind})", Shape(layer.OutputShape), Number(layer.Parameters), Number(layer.Flops), from);
        }
    }

    private static string Total(NetworkSummary summary, long parameters)
    {
        long bytes = parameters * summary.BytesPerValue;
        (double size, string unit) = bytes switch
        {
            < 1L << 10 => (bytes, "bytes"),
            < 1L << 20 => (bytes / 1024.0, "KB"),
            < 1L << 30 => (bytes / 1024.0 / 1024, "MB"),
            _ => (bytes / 1024.0 / 1024 / 1024, "GB"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Number(parameters)} ({size:0.##} {unit})");
    }

    private static string Losses(NetworkSummary summary)
    {
        string Term(OutputSummary output) => FormattableString.Invariant($"{output.LossWeight} {output.Loss} of {output.Name}");
        return summary.Outputs.Count == 1 ? summary.Loss.ToString() : string.Join(" + ", summary.Outputs.Select(Term));
    }

    private static string Shape(IReadOnlyList<int> shape) =>
        "(" + string.Join(", ", shape.Select(extent => extent.ToString(CultureInfo.InvariantCulture))) + ")";

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
