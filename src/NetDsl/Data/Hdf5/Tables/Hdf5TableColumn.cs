namespace NetDsl.Data.Hdf5;

/// <summary>Where the cells of a column lie: in a dataset of its own, in a field of rows with named fields, or among others in either.</summary>
/// <param name="Field">What the column is.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Member">The field of the dataset's rows; null where the rows have no named fields.</param>
internal sealed record Hdf5TableColumn(TableField Field, Hdf5Dataset Dataset, string? Member)
{
    /// <summary>The values of a row of the dataset, or of its field.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>The place of the column's first value among these.</summary>
    public int Start { get; init; }

    /// <summary>The texts that whole numbers stand for; null where there are none. Other numbers are missing values.</summary>
    public IReadOnlyDictionary<long, string>? Named { get; init; }

    /// <summary>The text that stands for a missing one.</summary>
    public string? MissingText { get; init; }

    /// <summary>Whether its values are all that are in the row.</summary>
    public bool IsWhole => this.Field.Width == this.Stride;

    /// <summary>The column of a dataset's rows or of one of their fields; null where these are neither numbers nor texts.</summary>
    /// <param name="name">What the column is called.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="member">The field; null for the rows themselves.</param>
    public static Hdf5TableColumn? Of(string name, Hdf5Dataset dataset, string? member = null)
    {
        Hdf5Type type = member is null ? dataset.Type : dataset.Type.FindField(member)!.Type;
        if (ShapeOf(dataset, type, member is null) is not { } shape || KindOf(type, shape) is not { } kind)
        {
            return null;
        }

        TableField field = new(name, kind, shape);
        if (kind == TableFieldKind.Text && type.Members.Count > 0)
        {
            // Several names may stand for one number; the first is taken.
            Dictionary<long, string> named = [];
            foreach (Hdf5EnumMember one in type.Members)
            {
                named.TryAdd(one.Value, one.Name);
            }

            return new Hdf5TableColumn(field with { Texts = [.. named.Values.Distinct()] }, dataset, member) { Named = named };
        }

        return new Hdf5TableColumn(field, dataset, member) { Stride = field.Width };
    }

    /// <summary>The column as one of texts, for which its numbers stand.</summary>
    /// <param name="texts">The texts of the numbers 0, 1, 2 ...; other numbers are missing values.</param>
    public Hdf5TableColumn WithTexts(IReadOnlyList<string> texts) => this with
    {
        Field = new TableField(this.Field.Name, TableFieldKind.Text) { Texts = [.. texts.Distinct(StringComparer.Ordinal)] },
        Named = texts.Select((text, code) => (text, code)).ToDictionary(pair => (long)pair.code, pair => pair.text),
    };

    private static TableFieldKind? KindOf(Hdf5Type type, int[] shape) => type.Class switch
    {
        Hdf5TypeClass.Opaque => null,
        Hdf5TypeClass.Enum when type.IsBoolean => TableFieldKind.Truth,
        Hdf5TypeClass.Enum when type.IsNumeric && shape.Length == 0 => TableFieldKind.Text,

        // PyTables keeps truth values as bits.
        Hdf5TypeClass.Bitfield when type.Size == 1 => TableFieldKind.Truth,
        _ when type.IsNumeric => TableFieldKind.Number,
        _ when type.IsText && shape.Length == 0 => TableFieldKind.Text,
        _ => null,
    };

    /// <summary>The extents of a cell; null where it is empty, or too large to be one.</summary>
    private static int[]? ShapeOf(Hdf5Dataset dataset, Hdf5Type type, bool isRow)
    {
        long[] outer = isRow ? [.. dataset.Shape.Skip(1)] : [];
        long[] inner = Product(type.ArrayShape) == type.ValueCount ? [.. type.ArrayShape] : [type.ValueCount];
        long[] shape = [.. outer, .. inner];
        long size = 1;
        foreach (long extent in shape)
        {
            size *= extent;
            if (extent < 1 || extent > int.MaxValue || size > Array.MaxLength)
            {
                return null;
            }
        }

        return [.. shape.Select(extent => (int)extent)];
    }

    private static long Product(IReadOnlyList<int> shape)
    {
        long size = 1;
        foreach (int extent in shape)
        {
            size *= extent;
        }

        return size;
    }
}
