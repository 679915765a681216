using System.Collections;
using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Makes data to learn from of objects or arrays.</summary>
/// <remarks>
/// <para>
/// All objects together become one data set, one row each; their properties, keys or columns are the columns of the table. Those named by
/// -Label or -Target are to be learnt, the others that hold numbers are features. Numbers may be text with a decimal point, whatever the
/// culture; true and false are 1 and 0; a property may hold an array, such as an image or a waveform. Columns of text that are not
/// named are left out. A missing property, text among numbers, NaN or an infinite number is an error that names the object, counted
/// from 1, and the column.
/// </para>
/// <para>
/// With -FeatureArray the data are arrays, whose first extent counts the rows.
/// </para>
/// </remarks>
/// <example>
/// <para>Rows of a table, of which only some are wanted</para>
/// <code>
/// 1..100 | ForEach-Object { [pscustomobject]@{ number = $_; last = $_ % 10; kind = ('even', 'odd')[$_ % 2] } } | Export-Csv kinds.csv
/// $data = Import-Csv kinds.csv | Where-Object last -ne 5 | ConvertTo-NetData -Label kind
/// </code>
/// </example>
/// <example>
/// <para>Objects with measured curves of 16 samples and one channel</para>
/// <code>
/// $curves = foreach ($i in 1..50) {
///     @{ curve = 0..15 | ForEach-Object { [math]::Sin($i * $_) }; frequency = $i }
/// }
/// $data = $curves | ConvertTo-NetData -Target frequency -Feature curve -FeatureShape 16, 1
/// </code>
/// </example>
/// <example>
/// <para>Arrays of features and of labels</para>
/// <code>
/// $x = @((0, 0), (0, 1), (1, 0), (1, 1))
/// $data = ConvertTo-NetData -FeatureArray $x -LabelArray no, yes, yes, no -LabelEncoding Binary
/// </code>
/// </example>
[Cmdlet(VerbsData.ConvertTo, "NetData", DefaultParameterSetName = ObjectsSet)]
[OutputType(typeof(Dataset))]
public sealed class ConvertToNetDataCommand : TableCommand
{
    private const string ObjectsSet = "Objects";
    private const string ArraysSet = "Arrays";

    private ObjectTable? table;

    /// <summary>The objects: rows of Import-Csv, hashtables, data rows, or whatever has properties.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectsSet)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>
    /// The features: an array of rows, each a number or an array; an array of several dimensions; or all numbers one after the other, where
    /// -FeatureShape says how many make a row.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ArraysSet)]
    [ValidateNotNull]
    public IList FeatureArray { get; set; } = null!;

    /// <summary>The class of each row.</summary>
    [Parameter(ParameterSetName = ArraysSet)]
    [ValidateNotNull]
    public IList? LabelArray { get; set; }

    /// <summary>The values to be learnt: an array of rows, each a number or an array, or an array of several dimensions.</summary>
    [Parameter(ParameterSetName = ArraysSet)]
    [ValidateNotNull]
    public IList? TargetArray { get; set; }

    /// <summary>The weight of each row: what its loss is multiplied by, of any sign.</summary>
    [Parameter(ParameterSetName = ArraysSet)]
    [ValidateNotNull]
    public IList? WeightArray { get; set; }

    /// <summary>
    /// Gives data sets of so many objects each, one after the other, while others come, so that there may be any number of them. The first one
    /// fixes the classes and categories.
    /// </summary>
    [Parameter(ParameterSetName = ObjectsSet)]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int BatchSize { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.ParameterSetName == ArraysSet ? this.FeatureArray : this.InputObject;

    /// <inheritdoc/>
    protected override void Process()
    {
        if (this.ParameterSetName == ArraysSet)
        {
            this.WriteObject(this.FromArrays());
            return;
        }

        this.table ??= new ObjectTable(this.WithColumns(new TableOptions()), allColumns: this.Feature is null || this.Feature.Any(IsPattern));
        if (LanguagePrimitives.GetEnumerable(this.InputObject) is { } items)
        {
            foreach (object? item in items)
            {
                this.Guard(() => this.AddObject(PSObject.AsPSObject(item)), item);
            }
        }
        else
        {
            this.AddObject(this.InputObject);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (this.ParameterSetName == ObjectsSet)
        {
            this.Guard(this.Finish, this.table?.Columns ?? (object)nameof(this.InputObject));
        }
    }

    private static bool IsPattern(string name) => name.AsSpan().ContainsAny('*', '?');

    private void Finish()
    {
        if (this.table?.Builder is not { } builder)
        {
            throw new CommandErrorException(
                "NoObjects",
                ErrorCategory.InvalidData,
                nameof(this.InputObject),
                "No object came from the pipeline; data need at least one. Check the command before ConvertTo-NetData.");
        }

        if (this.IsGiven(nameof(this.BatchSize)))
        {
            if (builder.Count > 0)
            {
                this.WriteObject(builder.BuildBatch());
            }

            return;
        }

        Dataset data = builder.Build(out TableReport report);
        this.Tell(report);
        this.WriteObject(data);
    }

    private void AddObject(PSObject item)
    {
        this.table!.Add(item);
        if (this.IsGiven(nameof(this.BatchSize)) && this.table.Builder!.Count == this.BatchSize)
        {
            this.WriteObject(this.table.Builder.BuildBatch());
        }
    }

    private Dataset FromArrays()
    {
        this.RefuseGiven(this.FeatureArray, "it names a column of objects, and arrays have none", ColumnParameters);
        if (this.LabelArray is null)
        {
            this.RefuseGiven(
                this.FeatureArray, "it is about classes, which -LabelArray gives", nameof(this.Class), nameof(this.LabelEncoding));
        }
        else
        {
            this.RefuseGiven(this.FeatureArray, "the classes of -LabelArray are what is to be learnt", nameof(this.TargetArray));
        }

        long? rowSize = this.FeatureShape?.Aggregate(1L, (size, extent) => size * extent);
        List<ArrayRows> columns = [new("feature", this.FeatureArray, rowSize)];
        (string Name, IList? Array)[] others = [("label", this.LabelArray), ("target", this.TargetArray), ("weight", this.WeightArray)];
        columns.AddRange(others.Where(other => other.Array is not null).Select(other => new ArrayRows(other.Name, other.Array!)));
        return Join(columns, new TableOptions
        {
            Targets = this.LabelArray is not null ? ["label"] : this.TargetArray is not null ? ["target"] : [],
            Labels = this.LabelArray is null ? LabelEncoding.Value : this.LabelEncoding,
            Classes = this.Class?.Names,
            ClassLabels = this.Class?.Labels,
            Features = ["feature"],
            SampleWeights = this.WeightArray is null ? null : "weight",
            FeatureShape = this.FeatureShape,
        });
    }

    private static Dataset Join(List<ArrayRows> columns, TableOptions options)
    {
        int rows = columns[0].Count;
        if (columns.Find(column => column.Count != rows) is { } other)
        {
            throw new CommandErrorException(
                "RowsDiffer",
                ErrorCategory.InvalidData,
                other.Name,
                FormattableString.Invariant($"The features have {rows} rows, the array of {other.Name}s {other.Count}. Give one for each row."));
        }

        DatasetBuilder builder = new([.. columns.Select(column => column.Name)], options);
        object?[] cells = new object?[columns.Count];
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = columns[i].Row(row);
            }

            builder.Add(cells);
        }

        return builder.Build();
    }
}
