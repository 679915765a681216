namespace NetDsl.Data;

/// <summary>
/// Makes a data set of rows that come one after the other, for example of the objects of a program or the lines of a file. A cell is a number
/// of any type, text with a number (with a decimal point, whatever the culture), a truth value, which counts as 1 or 0, or an array or
/// nested list of these; in a column of labels it may be anything. After an error the builder cannot be used any more.
/// </summary>
public sealed class DatasetBuilder
{
    private readonly TableSource source;
    private readonly TableOptions options;
    private readonly string[] names;
    private readonly ColumnChoice choice;
    private readonly NumberColumn[] features;
    private readonly NumberColumn? weights;
    private NumberColumn[] targets = [];
    private LabelColumn? labels;

    /// <summary>A builder for rows with given columns.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="options">Which columns are what; null for columns of numbers, none of them a target.</param>
    /// <exception cref="DataFormatException">A column that the options name is missing.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public DatasetBuilder(IReadOnlyList<string> columns, TableOptions? options = null)
        : this(columns, options ?? new TableOptions(), new TableSource(path: null))
    {
    }

    /// <summary>A builder for the rows of a file, which errors name.</summary>
    internal DatasetBuilder(IReadOnlyList<string> columns, TableOptions options, TableSource source)
    {
        this.names = [.. columns];
        this.options = options;
        this.source = source;
        this.choice = new ColumnChoice(this.names, options, source);
        this.CheckLabels();
        this.features = [.. this.choice.Features.Select(feature => this.Numbers(feature.Place, feature.MayBeText))];
        this.weights = this.choice.Weights is { } place ? this.Numbers(place) : null;
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns => this.names;

    /// <summary>The number of rows so far.</summary>
    public int Count { get; private set; }

    /// <summary>The columns that nobody called by their names and that hold no numbers so far: they are left out.</summary>
    public IReadOnlyList<string> TextColumns => [.. this.features.Where(column => column.IsText).Select(column => column.Name)];

    /// <summary>Whether a column is read; the cells of one that is not may be anything.</summary>
    /// <param name="column">Its place in <see cref="Columns"/>.</param>
    public bool Uses(int column) =>
        this.choice.Weights == column || this.choice.Targets.Contains(column) || this.choice.Features.Any(feature => feature.Place == column);

    /// <summary>Takes a row.</summary>
    /// <param name="cells">One for each of <see cref="Columns"/>.</param>
    /// <exception cref="ArgumentException">There are not as many cells as columns.</exception>
    /// <exception cref="DataFormatException">A cell is no finite number or no label; the message gives the number of the row, from 1.</exception>
    public void Add(ReadOnlySpan<object?> cells) => this.Add(this.Count + 1, cells);

    /// <summary>The data set of all rows.</summary>
    /// <exception cref="DataFormatException">There is no row, no column of numbers, or there are too few classes.</exception>
    /// <exception cref="ArgumentException">The feature shape does not fit the columns.</exception>
    public Dataset Build()
    {
        if (this.Count == 0)
        {
            throw this.source.Error("there are no rows.");
        }

        NumberColumn[] columns = [.. this.features.Where(column => !column.IsText)];
        if (columns.Length == 0)
        {
            throw this.source.Error($"no column but the targets holds numbers. There are: {string.Join(", ", this.names)}.");
        }

        int[] shape = this.FeatureShape(columns);
        string[]? featureNames = shape.Length > 1 && columns.Any(column => column.Shape.Length > 0) ? null : Names(columns);
        float[]? sampleWeights = this.weights is { } weight ? weight.Values.ToArray() : null;
        float[] values = this.Rows(columns);
        RowLayout layout = new() { FeatureShape = shape, FeatureNames = featureNames, WeightName = this.weights?.Name };
        if (this.labels is { } label)
        {
            (float[] encoded, string[] classes, int width) = label.Encode();
            RowLayout labelled = layout with { TargetShape = [width], Classes = classes, LabelName = label.Name };
            return new Dataset(labelled, values, encoded, sampleWeights, keys: null, this.source.Path);
        }

        int[] targetShape = this.targets is [{ Shape.Length: > 0 } array] ? array.Shape : [this.targets.Sum(column => column.Width)];
        string[]? targetNames = this.targets.Length == 0 || targetShape.Length > 1 ? null : Names(this.targets);
        RowLayout all = layout with { TargetShape = targetShape, TargetNames = targetNames };
        return new Dataset(all, values, this.Rows(this.targets), sampleWeights, keys: null, this.source.Path);
    }

    /// <summary>Takes the row that stands in a line of the file.</summary>
    internal void Add(long row, ReadOnlySpan<object?> cells)
    {
        if (cells.Length != this.names.Length)
        {
            throw new ArgumentException($"The row has {cells.Length} cells; there are {this.names.Length} columns.", nameof(cells));
        }

        this.source.Row = row;
        if (this.Count == 0)
        {
            this.ChooseTargets(cells);
        }

        AddTo(this.features, cells);
        AddTo(this.targets, cells);
        this.weights?.Add(cells[this.weights.Place]);
        this.labels?.Add(cells[this.labels.Place]);
        this.Count++;
    }

    private static void AddTo(NumberColumn[] columns, ReadOnlySpan<object?> cells)
    {
        foreach (NumberColumn column in columns)
        {
            column.Add(cells[column.Place]);
        }
    }

    private static string[] Names(NumberColumn[] columns) => [.. columns.SelectMany(column => column.Names)];

    private NumberColumn Numbers(int place, bool mayBeText = false) => new(this.source, this.names[place], place, mayBeText);

    private void CheckLabels()
    {
        int count = this.choice.Targets.Length;
        if (count != 1 && (this.options.Classes is not null || this.options.Labels is LabelEncoding.OneHot or LabelEncoding.Binary))
        {
            throw new ArgumentException(
                $"Labels stand in one target column; {count} were chosen. Several target columns can only be values.");
        }

        if (this.options.Classes is not null && this.options.Labels is LabelEncoding.Value)
        {
            throw new ArgumentException("Values have no classes: choose OneHot or Binary labels, or leave the classes out.");
        }
    }

    /// <summary>The first row tells whether targets are labels, where the options do not.</summary>
    private void ChooseTargets(ReadOnlySpan<object?> cells)
    {
        int[] places = this.choice.Targets;
        if (places is [int only])
        {
            bool isValue = this.options.Classes is null && (CellValue.TryNumber(cells[only], out _) || CellValue.Array(cells[only]) is not null);
            LabelEncoding encoding = this.options.Labels ?? (isValue ? LabelEncoding.Value : LabelEncoding.OneHot);
            if (encoding != LabelEncoding.Value)
            {
                this.labels = new LabelColumn(this.source, this.names[only], only, encoding, this.options.Classes);
                return;
            }
        }

        this.targets = [.. places.Select(place => this.Numbers(place))];
    }

    private int[] FeatureShape(NumberColumn[] columns)
    {
        int width = columns.Sum(column => column.Width);
        if (this.options.FeatureShape is not { } wanted)
        {
            return columns is [{ Shape.Length: > 0 } array] ? array.Shape : [width];
        }

        int[] shape = [.. wanted];
        int size = DatasetChecks.SizeOf(shape, "feature", least: 1);
        return size == width
            ? shape
            : throw new ArgumentException(
                $"The feature shape ({string.Join(", ", shape)}) has {size} values; the rows have {width}, in the columns " +
                $"{string.Join(", ", columns.Take(10).Select(column => column.Name))}{(columns.Length > 10 ? " ..." : string.Empty)}.");
    }

    /// <summary>The values of some columns, row by row.</summary>
    private float[] Rows(NumberColumn[] columns)
    {
        int width = columns.Sum(column => column.Width);
        float[] values = new float[(long)this.Count * width];
        int start = 0;
        foreach (NumberColumn column in columns)
        {
            ReadOnlySpan<float> numbers = column.Values;
            for (int row = 0; row < this.Count; row++)
            {
                numbers.Slice(row * column.Width, column.Width).CopyTo(values.AsSpan(start + (row * width)));
            }

            start += column.Width;
        }

        return values;
    }
}
