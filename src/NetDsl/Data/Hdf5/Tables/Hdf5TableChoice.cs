using System.IO.Enumeration;

namespace NetDsl.Data.Hdf5;

/// <summary>Finds the table in a file that options mean, or that there is no other of.</summary>
internal static class Hdf5TableChoice
{
    // What a person may read of a file of thousands of datasets.
    private const int MostLines = 40;

    /// <summary>The table, and the options in the names of its columns.</summary>
    /// <param name="file">The file, which the table closes.</param>
    /// <param name="options">What is wanted.</param>
    /// <exception cref="DataFormatException">There is no such table, or several; the message lists what there is.</exception>
    public static (Hdf5Table Table, Hdf5Options Options) Choose(Hdf5File file, Hdf5Options options)
    {
        Hdf5Object place = options.Location is { } location ? file.Find(location) : file.Root;
        (Hdf5Columns columns, Hdf5Options renamed) = place switch
        {
            Hdf5Group group when PandasTable.Is(group) => (PandasTable.Columns(group), options),
            Hdf5Dataset { Type.Class: Hdf5TypeClass.Compound } table => (Hdf5Columns.OfFields(table), options),
            Hdf5Dataset dataset => OfArray(file, dataset, options),
            Hdf5Group group => OfGroup(group, options),
            _ => throw DataFormatException.InFile(file.Path, $"'{place.Path}' is neither a table nor a dataset nor a group."),
        };
        columns.CheckReadable(file.Path, renamed.Names);
        foreach (Hdf5Dataset dataset in columns.Readable.Select(column => column.Dataset).Distinct())
        {
            dataset.CheckMemory(checked((long)Math.Min((double)dataset.Count * dataset.Type.Size, long.MaxValue / 2)));
        }

        // The index is what rows are called by, and no feature unless somebody says so.
        string[] unnamed = [.. columns.Index.Where(name => renamed.Features?.Contains(name) != true)];
        return (new Hdf5Table(file, columns.Readable), renamed with { ExcludedFeatures = [.. renamed.ExcludedFeatures, .. unnamed] });
    }

    /// <summary>A dataset is the features, and others in its group may be what else is named.</summary>
    private static (Hdf5Columns Columns, Hdf5Options Options) OfArray(Hdf5File file, Hdf5Dataset dataset, Hdf5Options options)
    {
        if (dataset.Shape.Count == 0)
        {
            throw DataFormatException.InFile(file.Path, $"the dataset '{dataset.Path}' is a single value; rows were expected.");
        }

        if (Hdf5TableColumn.Of(dataset.Name, dataset) is null)
        {
            throw DataFormatException.InFile(file.Path, $"the dataset '{dataset.Path}' holds {dataset.Type}; numbers or texts were expected.");
        }

        string folder = dataset.Path[..dataset.Path.LastIndexOf('/')];
        Hdf5Options named = options.Features is null ? options with { Features = [dataset.Path] } : options;
        return OfColumns(new Hdf5Contents((Hdf5Group)file.Find(folder.Length == 0 ? "/" : folder)), named);
    }

    private static (Hdf5Columns Columns, Hdf5Options Options) OfGroup(Hdf5Group group, Hdf5Options options)
    {
        Hdf5Contents contents = new(group);
        bool namesArrays = options.Names.Any(name => contents.Arrays.Any(array => Matches(group, array, name, options.IgnoreCase)));
        if (namesArrays)
        {
            return OfColumns(contents, options);
        }

        if (contents.Tables.Count == 1 && (options.NamesColumns || contents.Arrays.Count == 0))
        {
            Hdf5Object only = contents.Tables[0];
            return (only is Hdf5Group frame ? PandasTable.Columns(frame) : Hdf5Columns.OfFields((Hdf5Dataset)only), options);
        }

        if (contents.Tables.Count == 0 && contents.Arrays.Count == 1)
        {
            return OfColumns(contents, options);
        }

        if (contents.Tables.Count == 0 && contents.Arrays.Count > 0 && options.Location is not null && !options.NamesColumns
            && contents.Arrays.Select(array => array.Rows).Distinct().Count() == 1)
        {
            // Whoever says which group it is means all that is in it.
            return OfColumns(contents, options);
        }

        string problem = contents.Tables.Count + contents.Arrays.Count == 0
            ? "there is no table and no array of numbers"
            : options.NamesColumns
                ? $"no dataset is called {string.Join(" or ", options.Names.Select(name => $"'{name}'"))}, and there is not just one table"
                : "there is more than one table or array. Say which are the features and the targets, or where the table is (Location)";
        throw DataFormatException.InFile(group.File.Path, $"{problem}. There is:\n{contents.ToText(MostLines)}");
    }

    private static (Hdf5Columns Columns, Hdf5Options Options) OfColumns(Hdf5Contents contents, Hdf5Options options)
    {
        Hdf5Group group = contents.Group;
        Hdf5Dataset[] named =
        [
            .. options.Names.SelectMany(name => contents.Arrays.Where(array => Matches(group, array, name, options.IgnoreCase))).Distinct(),
        ];
        long rows = (named.Length > 0 ? named[0] : contents.Arrays[0]).Rows;
        if (Array.Find(named, array => array.Rows != rows) is { } other)
        {
            throw DataFormatException.InFile(
                group.File.Path,
                FormattableString.Invariant(
                    $"'{named[0].Path}' has {rows} rows and '{other.Path}' {other.Rows}; data have the same rows in all of them. There is:\n") +
                contents.ToText(MostLines));
        }

        Hdf5TableColumn[] columns =
        [
            .. contents.Arrays
                .Where(array => array.Rows == rows)
                .Select(array => Hdf5TableColumn.Of(Relative(group, array.Path), array))
                .OfType<Hdf5TableColumn>(),
        ];
        Dictionary<string, string> unreadable = contents.Others.ToDictionary(
            other => Relative(group, other.Path), other => $"it holds {other.Type}", StringComparer.Ordinal);
        return (new Hdf5Columns(columns, unreadable), options.Rename(name => Relative(group, name)));
    }

    private static bool Matches(Hdf5Group group, Hdf5Dataset array, string name, bool ignoreCase)
    {
        string wanted = Relative(group, name);
        string path = Relative(group, array.Path);
        return wanted == path || FileSystemName.MatchesSimpleExpression(wanted, path, ignoreCase);
    }

    /// <summary>A path from the group on: what a column is called.</summary>
    private static string Relative(Hdf5Group group, string path)
    {
        string folder = group.Path == "/" ? "/" : $"{group.Path}/";
        return path.StartsWith(folder, StringComparison.Ordinal) ? path[folder.Length..] : path;
    }
}
