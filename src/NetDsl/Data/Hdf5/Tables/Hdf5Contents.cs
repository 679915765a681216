using System.Globalization;

namespace NetDsl.Data.Hdf5;

/// <summary>What there is below a group of a file: tables, arrays, and what is neither.</summary>
internal sealed class Hdf5Contents
{
    // Rows may have hundreds of fields.
    private const int LongestType = 80;

    private readonly List<Hdf5Object> tables = [];
    private readonly List<Hdf5Dataset> arrays = [];
    private readonly List<Hdf5Dataset> others = [];

    /// <param name="group">The group.</param>
    public Hdf5Contents(Hdf5Group group)
    {
        this.Group = group;
        HashSet<long> seen = [group.Header.Address];
        Queue<Hdf5Group> open = new([group]);
        while (open.TryDequeue(out Hdf5Group? next))
        {
            // PyTables keeps the indices of its tables in groups of such names.
            foreach (Hdf5Object child in next.Children.Where(child => !child.Name.StartsWith("_i_", StringComparison.Ordinal)))
            {
                if (seen.Add(child.Header.Address))
                {
                    this.Add(child, open);
                }
            }
        }
    }

    /// <summary>The group.</summary>
    public Hdf5Group Group { get; }

    /// <summary>Groups that are tables of pandas, and datasets of rows with named fields.</summary>
    public IReadOnlyList<Hdf5Object> Tables => this.tables;

    /// <summary>Datasets of numbers, and of one text a row.</summary>
    public IReadOnlyList<Hdf5Dataset> Arrays => this.arrays;

    /// <summary>Datasets that are neither.</summary>
    public IReadOnlyList<Hdf5Dataset> Others => this.others;

    /// <summary>All tables and datasets, one a line, with what a person wants to know of them.</summary>
    /// <param name="most">The lines there may be; what is left off is counted.</param>
    public string ToText(int most = int.MaxValue)
    {
        Hdf5Object[] all = [.. this.tables.Concat(this.arrays).Concat(this.others).OrderBy(thing => thing.Path, StringComparer.Ordinal)];
        string[][] lines = [["Path", "Shape", "Type", "Chunk", "Filters", "Stored"], .. all.Take(most).Select(Line)];
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(i => lines.Max(line => line[i].Length))];
        string text = string.Join('\n', lines.Select(line => string.Join("  ", line.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()));
        return all.Length <= most ? text : string.Create(CultureInfo.InvariantCulture, $"{text}\nand {all.Length - most} more");
    }

    private static string[] Line(Hdf5Object thing)
    {
        if (thing is not Hdf5Dataset dataset)
        {
            Hdf5Columns columns = PandasTable.Columns((Hdf5Group)thing);
            string names = string.Join(", ", columns.Readable.Select(column => column.Field.Name));
            return [thing.Path, $"({Number(columns.Rows)})", Short($"DataFrame ({names})"), "-", "-", "-"];
        }

        return
        [
            dataset.Path,
            $"({string.Join(", ", dataset.Shape.Select(Number))})",
            Short(dataset.Type.ToString()),
            dataset.ChunkShape is { } chunk ? $"({string.Join(", ", chunk.Select(Number))})" : "-",
            dataset.Filters.Count > 0 ? string.Join(", ", dataset.Filters) : "-",
            Number(dataset.StoredBytes),
        ];
    }

    private static string Short(string text) => text.Length <= LongestType ? text : $"{text.AsSpan(0, LongestType - 4)} ...";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private void Add(Hdf5Object child, Queue<Hdf5Group> open)
    {
        switch (child)
        {
            case Hdf5Group group when PandasTable.Is(group):
                this.tables.Add(group);
                break;
            case Hdf5Group group:
                open.Enqueue(group);
                break;
            case Hdf5Dataset { Type.Class: Hdf5TypeClass.Compound, Shape.Count: 1 } table:
                this.tables.Add(table);
                break;
            case Hdf5Dataset { Shape.Count: > 0 } dataset when Hdf5TableColumn.Of(dataset.Name, dataset) is not null:
                this.arrays.Add(dataset);
                break;
            case Hdf5Dataset dataset:
                this.others.Add(dataset);
                break;
        }
    }
}
