using System.Globalization;

namespace NetDsl.Data.Hdf5;

/// <summary>
/// The tables that pandas writes (DataFrame.to_hdf, a group with the attribute pandas_type): in the format "table", which PyTables queries,
/// and in the format "fixed". Columns come in the order of the frame, after the index.
/// </summary>
internal static class PandasTable
{
    private const string TypeAttribute = "pandas_type";
    private const string IndexName = "index";

    /// <summary>Whether a group is a table, or a column, of pandas.</summary>
    public static bool Is(Hdf5Group group) => TypeOf(group).Length > 0;

    /// <summary>The columns of a table.</summary>
    /// <param name="group">The group.</param>
    /// <exception cref="DataFormatException">It is of a form that is not read, or broken.</exception>
    public static Hdf5Columns Columns(Hdf5Group group)
    {
        Dictionary<string, string> unreadable = new(StringComparer.Ordinal);
        List<Hdf5TableColumn> columns = TypeOf(group) switch
        {
            "frame_table" or "series_table" => OfTable(group, group.FindDataset("table"), unreadable),
            "frame" => OfFixed(group, unreadable),
            "series" => [.. new[] { Indexed(group, "index"), Numbers("values", group.FindDataset("values"), null) }.OfType<Hdf5TableColumn>()],
            string other => throw Broken(group, $"it is a '{other}' of pandas, which is not read; a DataFrame was expected."),
        };
        string[] index = [.. columns.Select(column => column.Field.Name).Where(name => name == IndexName)];
        return columns.Count > 0
            ? new Hdf5Columns(columns, unreadable, index)
            : throw Broken(group, "the table of pandas has no column that can be read.");
    }

    private static string TypeOf(Hdf5Group group) => Text(group, TypeAttribute) ?? string.Empty;

    private static string? Text(Hdf5Object thing, string attribute) =>
        thing.FindAttribute(attribute) is { Type.IsText: true, Count: 1 } found ? found.ReadStrings()[0] : null;

    private static DataFormatException Broken(Hdf5Group group, string problem) =>
        DataFormatException.InFile(group.File.Path, $"'{group.Path}': {problem}");

    private static List<Hdf5TableColumn> OfTable(Hdf5Group group, Hdf5Dataset table, Dictionary<string, string> unreadable)
    {
        List<Hdf5TableColumn> columns = [];
        foreach (Hdf5Field field in table.Type.Fields)
        {
            if (field.Name == IndexName)
            {
                bool isTime = Text(table, "index_kind")?.StartsWith("datetime64", StringComparison.Ordinal) == true;
                columns.AddRange(new[] { Numbers(IndexName, table, field.Name, isTime ? TableFieldKind.Date : null) }.OfType<Hdf5TableColumn>());
                continue;
            }

            string[] names = Text(table, $"{field.Name}_kind") is { } pickle ? PickledNames.ReadList(pickle) ?? [field.Name] : [field.Name];
            if (Block(group, table, field.Name) is { } block)
            {
                columns.AddRange(Split(block, names));
            }
            else
            {
                LeaveOut(unreadable, names, $"it holds {field.Type}");
            }
        }

        string[] order = Text(group, "non_index_axes") is { } axes && PickledNames.Read(axes) is [List<object> and [_, List<object> all]]
            ? [.. all.Select(name => Convert.ToString(name, CultureInfo.InvariantCulture)!)]
            : [];
        return [.. columns.OrderBy(column => Array.IndexOf(order, column.Field.Name))];
    }

    /// <summary>A field of the table, of one column or of several of one type.</summary>
    private static Hdf5TableColumn? Block(Hdf5Group group, Hdf5Dataset table, string field)
    {
        string type = Text(table, $"{field}_dtype") ?? string.Empty;
        if (Text(table, $"{field}_meta") == "category")
        {
            return Hdf5TableColumn.Of(field, table, field)?.WithTexts(Categories(group, field));
        }

        // Columns of text lie in arrays too, which no other table has.
        Hdf5Type fieldType = table.Type.FindField(field)!.Type;
        return fieldType.IsText
            ? new Hdf5TableColumn(new TableField(field, TableFieldKind.Text), table, field)
            {
                Stride = fieldType.ValueCount,
                MissingText = Text(group, "nan_rep") ?? "nan",
            }
            : Numbers(
                field,
                table,
                field,
                type.StartsWith("datetime64", StringComparison.Ordinal) ? TableFieldKind.Date : type == "bool" ? TableFieldKind.Truth : null);
    }

    private static string[] Categories(Hdf5Group group, string field)
    {
        Hdf5Dataset table = group.FindDataset($"meta/{field}/meta/table");
        int count = (int)Math.Min(table.Rows, LabelClasses.MostCategories);
        using Hdf5Rows rows = table.ReadTable(0, count);
        if (table.Type.FindField("values") is { Type.IsNumeric: true })
        {
            double[] numbers = new double[count];
            rows.Read("values", numbers.AsSpan());
            return [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];
        }

        return rows.ReadStrings("values");
    }

    private static List<Hdf5TableColumn> OfFixed(Hdf5Group group, Dictionary<string, string> unreadable)
    {
        List<Hdf5TableColumn> columns = [];
        columns.AddRange(new[] { Indexed(group, "axis1") }.OfType<Hdf5TableColumn>());
        string[] order = Names(group.FindDataset("axis0"));
        int blocks = group.FindAttribute("nblocks") is { Type.IsNumeric: true, Count: 1 } number ? number.Read<int>()[0] : 0;
        for (int i = 0; i < Math.Min(blocks, order.Length); i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"block{i}");
            Hdf5Dataset values = group.FindDataset($"{name}_values");
            TableFieldKind? kind = Text(values, "value_type")?.StartsWith("datetime64", StringComparison.Ordinal) == true ? TableFieldKind.Date : null;
            string[] names = Names(group.FindDataset($"{name}_items"));

            if (values.Shape.Count == 2 && values.Shape[1] == names.Length && Numbers(name, values, null, kind) is { } block)
            {
                columns.AddRange(Split(block, names));
            }
            else
            {
                LeaveOut(unreadable, names, "pandas keeps texts and other objects as a pickle there, which only Python reads; write it with format='table'");
            }
        }

        return [.. columns.OrderBy(column => Array.IndexOf(order, column.Field.Name))];
    }

    private static void LeaveOut(Dictionary<string, string> unreadable, string[] names, string reason)
    {
        foreach (string name in names)
        {
            unreadable.TryAdd(name, reason);
        }
    }

    private static Hdf5TableColumn? Indexed(Hdf5Group group, string name)
    {
        Hdf5Dataset? index = group.Datasets.FirstOrDefault(dataset => dataset.Name == name);
        if (index is null || index.Shape.Count != 1)
        {
            return null;
        }

        bool isTime = Text(index, "kind")?.StartsWith("datetime64", StringComparison.Ordinal) == true;
        return Numbers(IndexName, index, null, isTime ? TableFieldKind.Date : null);
    }

    private static string[] Names(Hdf5Dataset dataset)
    {
        int count = checked((int)Math.Min(dataset.Rows, int.MaxValue));
        dataset.CheckMemory((long)count * dataset.Type.Size);
        if (dataset.Type.IsText)
        {
            return dataset.ReadStrings(0, count);
        }

        double[] numbers = new double[count];
        dataset.ReadRows(0, numbers.AsSpan());
        return [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    private static Hdf5TableColumn? Numbers(string name, Hdf5Dataset dataset, string? member, TableFieldKind? kind = null) =>
        Hdf5TableColumn.Of(name, dataset, member) is not { } column ? null :
        kind is { } known && column.Field.Kind == TableFieldKind.Number ? column with { Field = column.Field with { Kind = known } } :
        column;

    /// <summary>The columns of a block; one by itself where the names are not as many as its values.</summary>
    private static IEnumerable<Hdf5TableColumn> Split(Hdf5TableColumn block, string[] names) =>
        names.Length != block.Stride
            ? [block]
            : names.Select((name, i) => block with { Field = block.Field with { Name = name, Shape = [] }, Start = i });
}
