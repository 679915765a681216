using NetDsl.Data.Hdf5;

namespace NetDsl.Tests.Data.Hdf5;

/// <summary>Reads whatever can be read of a file, as a careful program would: never more at a time than it has room for.</summary>
internal sealed class Hdf5Walk
{
    private const int MostValues = 1 << 16;

    private readonly double[] numbers = new double[MostValues];

    /// <summary>The values that were read.</summary>
    public long Values { get; private set; }

    /// <summary>Reads a file.</summary>
    public void Read(string path, bool verifyChecksums)
    {
        using Hdf5File file = Hdf5File.Open(path, verifyChecksums);
        this.ReadAttributes(file.Root);
        foreach (Hdf5Object item in file.Root.Descendants())
        {
            this.ReadAttributes(item);
            _ = item is Hdf5Group group ? group.Links.Count : 0;
            if (item is Hdf5Dataset dataset)
                this.ReadValues(dataset);
        }
    }

    private void ReadAttributes(Hdf5Object item)
    {
        foreach (Hdf5Attribute attribute in item.Attributes)
        {
            _ = attribute.Type.ToString();
            if (attribute.Type.IsText)
                this.Values += attribute.ReadStrings().Length;
            else if (attribute.Type.IsNumeric)
                this.Values += attribute.Read<double>().Length;
        }
    }

    private void ReadValues(Hdf5Dataset dataset)
    {
        _ = dataset.Type.ToString();
        _ = dataset.StoredBytes;
        long perRow = dataset.Rows == 0 ? 0 : dataset.Count / dataset.Rows;
        if (perRow == 0)
            return;

        if (dataset.Type.IsNumeric)
        {
            this.ReadNumbers(dataset);
            return;
        }

        int rows = (int)Math.Min(dataset.Rows, Math.Max(1, MostValues / perRow));
        if (dataset.Type.IsText && perRow < MostValues && dataset.Type.ValueCount < MostValues)
            this.Values += dataset.ReadStrings(0, rows).Length;
        else if (dataset.Type.Class == Hdf5TypeClass.Compound)
            this.ReadTable(dataset, rows);
    }

    private void ReadNumbers(Hdf5Dataset dataset)
    {
        long[] start = new long[dataset.Shape.Count];
        long[] count = new long[dataset.Shape.Count];
        long values = dataset.Type.ValueCount;
        for (int i = count.Length - 1; i >= 0; i--)
        {
            count[i] = Math.Min(dataset.Shape[i], Math.Max(1, MostValues / values));
            start[i] = (dataset.Shape[i] - count[i]) / 2;
            values *= count[i];
        }

        if (values > MostValues)
            return;

        dataset.Read<double>(start, count, this.numbers.AsSpan(0, (int)values));
        this.Values += values;
    }

    private void ReadTable(Hdf5Dataset dataset, int rows)
    {
        using Hdf5Rows table = dataset.ReadTable(0, rows);
        foreach (Hdf5Field field in dataset.Type.Fields)
        {
            long values = dataset.Count / dataset.Rows * rows * field.Type.ValueCount;
            if (values > MostValues)
                continue;

            if (field.Type.IsText)
                _ = table.ReadStrings(field.Name);
            else if (field.Type.IsNumeric)
                table.Read<double>(field.Name, this.numbers.AsSpan(0, (int)values));

            this.Values += values;
        }
    }
}
