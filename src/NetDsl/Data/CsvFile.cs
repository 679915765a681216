using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace NetDsl.Data;

/// <summary>
/// Reads and writes tables: CSV as RFC 4180 has it, UTF-8, numbers with a decimal point. A file to be read may be packed with gzip.
/// </summary>
public static class CsvFile
{
    // What is in memory at a time while rows are written.
    private const long ReadBytes = 1 << 20;

    /// <summary>Reads a whole file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which columns are what; null for a file of numbers under a header, none of them a target.</param>
    /// <exception cref="DataFormatException">
    /// The file is empty, a column is missing or comes twice, a row has too many or too few cells, or a cell is no finite number or no label; the
    /// message names file, line and column.
    /// </exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static Dataset Read(string path, CsvOptions? options = null) => Read(path, options, out _);

    /// <summary>Reads a whole file, and says what was found.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which columns are what; null for a file of numbers under a header, none of them a target.</param>
    /// <param name="report">What each column holds, and what became of it.</param>
    /// <exception cref="DataFormatException">The file cannot be used, as above.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static Dataset Read(string path, CsvOptions? options, out TableReport report)
    {
        options ??= new CsvOptions();
        using TableFile table = ReadTable(path, options);
        return table.Read(options, out report);
    }

    /// <summary>
    /// Opens a file that need not fit into memory, to read its rows where they lie. It is read through once, to find the places of its rows
    /// and what its columns hold. One packed with gzip cannot be read from the middle.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which columns are what; null for a file of numbers under a header, none of them a target.</param>
    /// <exception cref="DataFormatException">The file cannot be used, as above, or it is packed.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static RowSource Open(string path, CsvOptions? options = null) => Open([path], options, out _);

    /// <summary>Opens files with the same columns as one, one after the other.</summary>
    /// <param name="paths">The files; at least one.</param>
    /// <param name="options">Which columns are what; null for files of numbers under a header, none of them a target.</param>
    /// <exception cref="DataFormatException">A file cannot be used, as above, or it is packed, or has other columns than the first.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static RowSource Open(IReadOnlyList<string> paths, CsvOptions? options = null) => Open(paths, options, out _);

    /// <summary>Opens files with the same columns as one, one after the other, and says what was found.</summary>
    /// <param name="paths">The files; at least one.</param>
    /// <param name="options">Which columns are what; null for files of numbers under a header, none of them a target.</param>
    /// <param name="report">What each column holds, in all files, and what became of it.</param>
    /// <exception cref="DataFormatException">A file cannot be used, as above, or it is packed, or has other columns than the first.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static RowSource Open(IReadOnlyList<string> paths, CsvOptions? options, out TableReport report)
    {
        CsvOptions chosen = options ?? new CsvOptions();
        return TableFile.Concatenate(paths, path => CsvTable.Open(path, chosen)).Open(chosen, out report);
    }

    /// <summary>The names of the columns of a file, of which only the beginning is read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Whether there is a header, and what stands between two names; null for a header with commas.</param>
    /// <exception cref="DataFormatException">The file is empty, or two columns have the same name.</exception>
    public static IReadOnlyList<string> ReadColumns(string path, CsvOptions? options = null) =>
        ReadNames(path, options ?? new CsvOptions());

    /// <summary>
    /// Writes data under a header: a column for each feature, then one of labels or one for each target, then one of weights where there are
    /// any. Numbers have as many digits as give the same bits when they are read. A file that is there is replaced only when all is written.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="data">The data.</param>
    /// <param name="delimiter">What stands between two cells.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Dataset data, char delimiter = ',') => Write(path, RowSource.Of(data), delimiter);

    /// <summary>Writes rows as they come, so that there may be more than memory holds, as <see cref="Write(string, Dataset, char)"/> does.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">The rows; they stay open.</param>
    /// <param name="delimiter">What stands between two cells.</param>
    /// <param name="progress">Is told now and then how many rows are written, by the thread that called; null for nobody.</param>
    /// <param name="cancellationToken">Ends it; nothing of the file remains.</param>
    /// <exception cref="DataFormatException">A row cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Write(
        string path, RowSource rows, char delimiter = ',', IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);

        // The same bytes on every system.
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture) { Delimiter = delimiter.ToString(), NewLine = "\n" };
        AtomicFile.Write(path, stream =>
        {
            using CsvWriter writer = new(new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true), configuration);
            foreach (string name in DatasetColumns.Names(rows.Layout))
            {
                writer.WriteField(name);
            }

            writer.NextRecord();
            long done = 0;
            foreach (Dataset data in rows.Batches(rows.RowsWithin(ReadBytes)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (int row = 0; row < data.Count; row++)
                {
                    WriteRow(writer, data, row);
                }

                progress?.Report(done += data.Count);
            }
        });
    }

    private static void WriteRow(CsvWriter writer, Dataset data, int row)
    {
        WriteFeatures(writer, data, row);
        if (data.Classes is { } classes)
        {
            writer.WriteField(classes[data.ClassOf(row)]);
        }
        else
        {
            WriteNumbers(writer, data.Targets(row));
        }

        if (data.HasSampleWeights)
        {
            WriteNumbers(writer, data.SampleWeights.Slice(row, 1));
        }

        writer.NextRecord();
    }

    // As they are read again: a category by its name, and nothing for what is missing.
    private static void WriteFeatures(CsvWriter writer, Dataset data, int row)
    {
        if (data.Layout.Categories.Count == 0 && !data.Layout.MayMissFeatures)
        {
            WriteNumbers(writer, data.Features(row));
            return;
        }

        ReadOnlySpan<float> features = data.Features(row);
        for (int place = 0; place < features.Length; place++)
        {
            float feature = features[place];
            writer.WriteField(
                float.IsNaN(feature) ? string.Empty
                : data.Layout.Categories.TryGetValue(place, out IReadOnlyList<string>? names) ? names[(int)feature]
                : feature.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void WriteNumbers(CsvWriter writer, ReadOnlySpan<float> numbers)
    {
        foreach (float number in numbers)
        {
            writer.WriteField(number.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static TableFile ReadTable(string path, CsvOptions options)
    {
        using CsvScan scan = new(path, options);
        (CsvColumns columns, long count) = scan.ReadAll();
        return columns.Gathered(count);
    }

    private static string[] ReadNames(string path, CsvOptions options)
    {
        using CsvScan scan = new(path, options);
        return scan.ReadNames();
    }
}
