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
    // Far more than a number or a name; it ends the search for the partner of a stray quotation mark.
    private const int LongestCell = 1 << 16;

    /// <summary>Reads a whole file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which columns are what; null for a file of numbers under a header, none of them a target.</param>
    /// <exception cref="DataFormatException">
    /// The file is empty, a column is missing or comes twice, a row has too many or too few cells, or a cell is no finite number or no label; the
    /// message names file, line and column.
    /// </exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static Dataset Read(string path, CsvOptions? options = null) => Read(path, options, out _);

    /// <summary>Reads a whole file and says which columns were left out because they hold text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which columns are what; null for a file of numbers under a header, none of them a target.</param>
    /// <param name="textColumns">The names of the columns that were left out.</param>
    /// <exception cref="DataFormatException">The file cannot be used, as above.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static Dataset Read(string path, CsvOptions? options, out IReadOnlyList<string> textColumns)
    {
        DatasetBuilder builder = Parse(path, options ?? new CsvOptions(), table => table.Read());
        textColumns = builder.TextColumns;
        return builder.Build();
    }

    /// <summary>The names of the columns of a file, of which only the beginning is read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Whether there is a header, and what stands between two names; null for a header with commas.</param>
    /// <exception cref="DataFormatException">The file is empty, or two columns have the same name.</exception>
    public static IReadOnlyList<string> ReadColumns(string path, CsvOptions? options = null) =>
        Parse(path, options ?? new CsvOptions(), table => table.ReadColumns());

    /// <summary>
    /// Writes data under a header: a column for each feature, then one of labels or one for each target, then one of weights where there are
    /// any. Numbers have as many digits as give the same bits when they are read. A file that is there is replaced only when all is written.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="data">The data.</param>
    /// <param name="delimiter">What stands between two cells.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Dataset data, char delimiter = ',')
    {
        // The same bytes on every system.
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture) { Delimiter = delimiter.ToString(), NewLine = "\n" };
        AtomicFile.Write(path, stream =>
        {
            using CsvWriter writer = new(new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true), configuration);
            foreach (string name in DatasetColumns.Names(data))
            {
                writer.WriteField(name);
            }

            writer.NextRecord();
            for (int row = 0; row < data.Count; row++)
            {
                WriteRow(writer, data, row);
            }
        });
    }

    private static void WriteRow(CsvWriter writer, Dataset data, int row)
    {
        WriteNumbers(writer, data.Features(row));
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

    private static void WriteNumbers(CsvWriter writer, ReadOnlySpan<float> numbers)
    {
        foreach (float number in numbers)
        {
            writer.WriteField(number.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static T Parse<T>(string path, CsvOptions options, Func<CsvTable, T> read)
    {
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture)
        {
            Delimiter = options.Delimiter.ToString(),
            HasHeaderRecord = false,
            TrimOptions = TrimOptions.Trim,
            MaxFieldSize = LongestCell,
            BadDataFound = bad => RefuseOpenQuotation(path, bad),
        };
        using DataFile file = new(path);
        using StreamReader text = new(file.Stream, Encoding.UTF8);
        using CsvParser parser = new(text, configuration);
        try
        {
            return read(new CsvTable(options, parser, new TableSource(path)));
        }
        catch (MaxFieldSizeException error)
        {
            throw DataFormatException.AtLine(
                path, parser.RawRow, null, $"a cell has more than {LongestCell} characters. Does a quotation mark lack its partner?", error);
        }
        catch (InvalidDataException error)
        {
            throw file.BrokenPacking(error);
        }
    }

    /// <summary>
    /// A quotation mark within a cell harms nothing; a cell that begins with one and does not end with its partner may hold whole rows.
    /// </summary>
    private static void RefuseOpenQuotation(string path, BadDataFoundArgs bad)
    {
        if (bad.Field.TrimStart().StartsWith('"'))
        {
            throw DataFormatException.AtLine(
                path,
                bad.Context.Parser!.RawRow,
                null,
                "a cell that begins with a quotation mark does not end with one. A quotation mark in a quoted cell is written twice.");
        }
    }
}
