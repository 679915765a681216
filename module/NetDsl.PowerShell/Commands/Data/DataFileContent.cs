using System.Globalization;
using NetDsl.Data;
using NetDsl.Data.Hdf5;
using NetDsl.Interchange;

namespace NetDsl.PowerShell;

/// <summary>Lists what is in a file of data.</summary>
internal static class DataFileContent
{
    /// <summary>All that is in a file, in its order.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="DataFormatException">It is broken.</exception>
    public static IReadOnlyList<NetDataItem> Of(string file) => DataFormat.Of(file) switch
    {
        Hdf5Format => OfHdf5(file),
        NpzFormat => [.. NpzFile.List(file).Select(array => OfArray(file, array))],
        NpyFormat => [OfArray(file, NpyFile.Describe(file))],
        NpyTableFormat => OfTable(file),
        IdxFormat => [OfImages(file)],
        FitsFormat => [.. FitsFile.List(file).SelectMany(hdu => OfHdu(file, hdu))],
        _ => OfText(file),
    };

    private static List<NetDataItem> OfHdf5(string file)
    {
        using Hdf5File opened = Hdf5File.Open(file);
        List<NetDataItem> items = [];
        foreach (Hdf5Object thing in opened.Root.Descendants())
        {
            if (thing is Hdf5Dataset dataset)
            {
                items.Add(new NetDataItem
                {
                    File = file,
                    Name = dataset.Path,
                    Kind = dataset.Type.Fields.Count > 0 ? "Table" : "Array",
                    Shape = dataset.Shape,
                    Type = dataset.Type.ToString(),
                    Chunk = dataset.ChunkShape,
                    Filters = dataset.Filters,
                    Bytes = dataset.StoredBytes,
                });
                items.AddRange(dataset.Type.Fields.Select(field => new NetDataItem
                {
                    File = file,
                    Name = field.Name,
                    Kind = "Column",
                    Shape = [dataset.Rows],
                    Type = field.Type.ToString(),
                }));
            }
            else if (thing is Hdf5Group)
            {
                items.Add(new NetDataItem { File = file, Name = thing.Path, Kind = "Group" });
            }
        }

        return items;
    }

    private static NetDataItem OfArray(string file, NpzArray array) => new()
    {
        File = file,
        Name = array.Name,
        Kind = array.Type.StartsWith('[') ? "Table" : "Array",
        Shape = array.Shape,
        Type = array.Type,
        Filters = array.IsPacked ? ["deflate"] : [],
    };

    private static NetDataItem OfImages(string file)
    {
        IdxArray array = IdxFile.Read(file);
        return new NetDataItem
        {
            File = file,
            Name = Path.GetFileName(file),
            Kind = array.Shape.Count > 1 ? "Image" : "Array",
            Shape = [.. array.Shape.Select(extent => (long)extent)],
            Type = array.ElementType.ToString(),
        };
    }

    private static List<NetDataItem> OfTable(string file)
    {
        using TableFile table = NpyFile.OpenTable(file);
        return [.. table.Fields.Select(field => OfField(file, field, table.Count, field.Kind.ToString(), unit: null))];
    }

    private static IEnumerable<NetDataItem> OfHdu(string file, FitsHdu hdu)
    {
        bool isTable = hdu.Kind == FitsHduKind.BinaryTable;
        yield return new NetDataItem
        {
            File = file,
            Name = hdu.Name.Length > 0 ? hdu.Name : hdu.Index.ToString(CultureInfo.InvariantCulture),
            Kind = isTable ? "Table" : hdu.Kind == FitsHduKind.Image ? "Image" : "Other",
            Shape = hdu.Shape,
        };
        foreach (FitsColumn column in hdu.Columns)
        {
            yield return column.Field is { } field
                ? OfField(file, field, hdu.Shape[0], column.Format, column.Unit)
                : new NetDataItem { File = file, Name = column.Name, Kind = "Column", Type = column.Format, Unit = column.Unit, Problem = column.Problem };
        }
    }

    private static NetDataItem OfField(string file, TableField field, long rows, string type, string? unit) => new()
    {
        File = file,
        Name = field.Name,
        Kind = "Column",
        Shape = [rows, .. field.Shape.Select(extent => (long)extent)],
        Type = type,
        Unit = unit,
        Missing = field.Missing,
    };

    private static List<NetDataItem> OfText(string file)
    {
        CsvOptions options = new() { Delimiter = TableFormat.DelimiterOf(file), Missing = MissingValues.Keep };
        NetDataItem Column(string name, TableReport? report) => new()
        {
            File = file,
            Name = name,
            Kind = "Column",
            Shape = report is null ? [] : [report.Rows],
            Type = report?.Columns.First(column => column.Name == name).Kind?.ToString(),
            Missing = report?.Columns.First(column => column.Name == name).Missing,
        };
        IReadOnlyList<string> names = CsvFile.ReadColumns(file, options);
        TableReport? found = null;
        try
        {
            CsvFile.Read(file, options, out found);
        }
        catch (DataFormatException)
        {
            // A table without numbers has columns all the same.
        }

        return [.. names.Select(name => Column(name, found))];
    }
}
