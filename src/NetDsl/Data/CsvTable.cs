using System.Globalization;
using CsvHelper;

namespace NetDsl.Data;

/// <summary>One reading of a CSV file, row by row; only numbers are kept.</summary>
/// <param name="options">Which columns are what.</param>
/// <param name="parser">Reads the cells.</param>
/// <param name="source">Names the file in errors.</param>
internal sealed class CsvTable(CsvOptions options, CsvParser parser, TableSource source)
{
    /// <summary>Reads the names of the columns and stands then at the first row.</summary>
    public string[] ReadColumns()
    {
        if (!parser.Read())
        {
            throw source.Error("the file is empty; a table of numbers was expected.");
        }

        string[] names = new string[parser.Count];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            string cell = options.HasHeader ? parser[i] : string.Empty;

            // A column without a name, such as the row numbers that pandas writes, is called by its place.
            names[i] = cell.Length > 0 ? cell : i.ToString(CultureInfo.InvariantCulture);
            if (!seen.Add(names[i]))
            {
                throw source.RowError(parser.RawRow, names[i], "the header has this name twice; each column needs its own.");
            }
        }

        return names;
    }

    /// <summary>Reads the whole table.</summary>
    public DatasetBuilder Read()
    {
        string[] names = this.ReadColumns();
        if (options.HasHeader && !parser.Read())
        {
            throw source.Error("the file has a header and no rows.");
        }

        DatasetBuilder builder = new(names, options, source);
        do
        {
            // All cells, also those of columns that are not used: a stray quotation mark there can have swallowed other rows.
            string[] cells = parser.Record!;
            if (cells.Length != names.Length)
            {
                throw source.RowError(
                    parser.RawRow,
                    null,
                    $"the row has {cells.Length} cells; the {(options.HasHeader ? "header" : "first row")} has {names.Length}.");
            }

            builder.Add(parser.RawRow, cells);
        }
        while (parser.Read());
        return builder;
    }
}
