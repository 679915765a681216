namespace NetDsl.Data.Hdf5;

/// <summary>The columns of a table.</summary>
/// <param name="Readable">Those that are read; not empty.</param>
/// <param name="Unreadable">Those that are not, by their names, with the reason: "it holds ...".</param>
/// <param name="Index">Those that are features only where they are called by their names, as the index of a DataFrame.</param>
internal sealed record Hdf5Columns(
    IReadOnlyList<Hdf5TableColumn> Readable, IReadOnlyDictionary<string, string> Unreadable, IReadOnlyList<string> Index)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Columns of which none is an index.</summary>
    public Hdf5Columns(IReadOnlyList<Hdf5TableColumn> readable, IReadOnlyDictionary<string, string>? unreadable = null)
        : this(readable, unreadable ?? None, [])
    {
    }

    /// <summary>The number of rows.</summary>
    public long Rows => this.Readable[0].Dataset.Rows;

    /// <summary>The columns of a dataset of rows with named fields; of nested ones, "outer.inner".</summary>
    /// <exception cref="DataFormatException">It is no such dataset, or no field can be read.</exception>
    public static Hdf5Columns OfFields(Hdf5Dataset dataset)
    {
        List<Hdf5TableColumn> readable = [];
        Dictionary<string, string> unreadable = new(StringComparer.Ordinal);
        foreach (string name in dataset.Shape.Count == 1 ? Fields(dataset.Type, string.Empty) : [])
        {
            if (Hdf5TableColumn.Of(name, dataset, name) is { } column)
            {
                readable.Add(column);
            }
            else
            {
                unreadable.TryAdd(name, $"it holds {dataset.Type.FindField(name)?.Type}");
            }
        }

        return readable.Count > 0
            ? new Hdf5Columns(readable, unreadable)
            : throw DataFormatException.InFile(
                dataset.File.Path, $"the dataset '{dataset.Path}' is no list of rows with fields of numbers or texts, but {dataset.Type}.");
    }

    /// <summary>Refuses names of columns that are there, but not read.</summary>
    /// <exception cref="DataFormatException">There is one; the message says why.</exception>
    public void CheckReadable(string path, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            if (this.Unreadable.TryGetValue(name, out string? reason))
            {
                throw DataFormatException.InFile(path, $"column '{name}' cannot be read: {reason}.", name);
            }
        }
    }

    private static IEnumerable<string> Fields(Hdf5Type type, string before) => type.Fields.SelectMany(field =>
        field.Type.Class == Hdf5TypeClass.Compound ? Fields(field.Type, $"{before}{field.Name}.") : [$"{before}{field.Name}"]);
}
