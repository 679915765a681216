using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace NetDsl.Data;

/// <summary>Reads tables: CSV as RFC 4180 has it, UTF-8, numbers with a decimal point, packed with gzip or not.</summary>
public static class CsvFile
{
    // Far more than a number or a name; it ends the search for the partner of a stray quotation mark.
    private const int LongestCell = 1 << 16;

    /// <summary>Reads a whole file. The features have the shape [columns].</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which columns are what; null for a file of numbers under a header, none of them a target.</param>
    /// <exception cref="DataFormatException">
    /// The file is empty, a column is missing or comes twice, a row has too many or too few cells, or a cell is no finite number or no label; the
    /// message names file, line and column.
    /// </exception>
    public static Dataset Read(string path, CsvOptions? options = null)
    {
        options ??= new CsvOptions();
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
            return new CsvTable(path, options, parser).Read();
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
