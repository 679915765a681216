namespace NetDsl.Data;

/// <summary>What the columns of a table become, by the options and by what the columns hold.</summary>
internal sealed class TablePlan
{
    public const string HoldsText = "holds text";
    public const string HoldsDates = "holds dates";
    public const string AllMissing = "all cells are missing";

    private readonly TableFile table;
    private readonly TableOptions options;
    private readonly TableSource source;
    private readonly ColumnChoice choice;
    private readonly LabelEncoding encoding;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>>? names;
    private readonly List<PlannedColumn> features = [];
    private readonly List<PlannedColumn> targets = [];
    private readonly Dictionary<int, string> leftOut = [];

    /// <param name="table">The table.</param>
    /// <param name="options">Which columns are what.</param>
    /// <param name="names">
    /// The classes and categories by the names of their columns, where an earlier part of the rows has fixed them and which columns are used;
    /// otherwise null.
    /// </param>
    public TablePlan(TableFile table, TableOptions options, IReadOnlyDictionary<string, IReadOnlyList<string>>? names)
    {
        this.names = names;
        this.table = table;
        this.options = options;
        this.source = new TableSource(table.Path);
        this.choice = new ColumnChoice([.. table.Fields.Select(field => field.Name)], options, this.source);
        this.encoding = this.Encoding();
        this.PlanFeatures();
        bool isLabel = this.encoding != LabelEncoding.Value;
        this.targets.AddRange(this.choice.Targets.Select(place => isLabel
            ? this.Column(place, ColumnUse.Label, ColumnContent.Text)
            : this.Numbers(place, ColumnUse.Target)));
        this.Weights = this.choice.Weights is { } weights ? this.Numbers(weights, ColumnUse.SampleWeight) : null;
        this.Group = this.choice.Group is { } group ? this.Key(group, ColumnUse.Group) : null;
        this.Time = this.choice.Time is { } time ? this.Key(time, ColumnUse.Time) : null;
    }

    /// <summary>The features, in their order in a row.</summary>
    public IReadOnlyList<PlannedColumn> Features => this.features;

    /// <summary>The place of the column whose numbers are all features just as they are; null where there is none.</summary>
    public int? SoleFeature => this.features is [{ Use: ColumnUse.Feature, HasIndicator: false } only]
        && (only.Fill is null || only.Missing == 0 || only.Fill.All(float.IsNaN))
            ? only.Block.Place
            : null;

    /// <summary>The targets, or the one column of labels.</summary>
    public IReadOnlyList<PlannedColumn> Targets => this.targets;

    public PlannedColumn? Weights { get; }

    public PlannedColumn? Group { get; }

    public PlannedColumn? Time { get; }

    /// <summary>All columns that are read.</summary>
    public IEnumerable<PlannedColumn> Columns =>
        [.. this.features, .. this.targets, .. new[] { this.Weights, this.Group, this.Time }.OfType<PlannedColumn>()];

    public MissingValues Missing => this.options.Missing;

    /// <summary>The number of labels that stand for a class where rows with others are left out; otherwise null. They are the first texts of their column.</summary>
    public int? KeptLabels => this.options.DropsLabels ? this.options.KnownLabels()!.Count : null;

    /// <summary>Whether labels are one target of 0 and 1.</summary>
    public bool IsBinary => this.encoding == LabelEncoding.Binary;

    /// <summary>
    /// Whether the rows must be read once before they can be used: for texts that are numbered, rows to be dropped, and what is filled in.
    /// </summary>
    public bool NeedsSurvey => this.options.DropsLabels || this.Columns.Any(column =>
        (column.IsText && column.Field.Texts is null && !(column.Use == ColumnUse.Label && this.options.Classes is not null)
            && column.Use != ColumnUse.Time)
        || (column.Field.Missing != 0 && (this.Missing == MissingValues.Drop || (column.IsFeature && this.FillsIn))));

    private bool FillsIn => this.Missing is MissingValues.Mean or MissingValues.Median or MissingValues.Indicator;

    /// <summary>Fixes classes, categories and what stands in for missing values, and says what a row is made of.</summary>
    /// <param name="survey">What the first pass found, or null where none was needed.</param>
    /// <exception cref="DataFormatException">No column holds numbers, or there are too few classes.</exception>
    public RowLayout Complete(TableSurvey? survey)
    {
        this.LeaveOutEmpty();
        foreach (PlannedColumn column in this.Columns)
        {
            this.SetNames(column, survey);
            if (column.IsFeature)
            {
                this.SetFill(column, survey);
            }
        }

        if (this.features.Count == 0)
        {
            throw this.source.Error(
                $"no column but the targets holds numbers. There are: {string.Join(", ", this.table.Fields.Select(field => field.Name))}.");
        }

        int width = Place(this.features);
        Place(this.targets);
        RowLayout layout = this.FeatureLayout(width);
        return this.targets is [{ Use: ColumnUse.Label } label]
            ? layout with { TargetShape = [this.IsBinary ? 1 : label.Names.Count], Classes = label.Names, LabelName = label.Name }
            : this.TargetLayout(layout);
    }

    /// <summary>What was found, and what became of it.</summary>
    public TableReport Report(long dropped)
    {
        Dictionary<int, PlannedColumn> used = this.Columns.ToDictionary(column => column.Block.Place);
        return new TableReport(this.table.Count, dropped, [.. this.table.Fields.Select((field, place) =>
        {
            PlannedColumn? column = used.GetValueOrDefault(place);
            return new ColumnReport
            {
                Name = field.Name,
                Kind = this.IsEmpty(field) ? null : field.Kind,
                Missing = column?.Missing ?? field.Missing,
                Use = column?.Use ?? ColumnUse.LeftOut,
                Remark = column is null ? this.leftOut.GetValueOrDefault(place, "not asked for") : this.Remark(column),
            };
        })]);
    }

    private static int Place(List<PlannedColumn> columns)
    {
        int start = 0;
        foreach (PlannedColumn column in columns)
        {
            column.Start = start;
            start += column.Width + (column.HasIndicator ? 1 : 0);
        }

        return start;
    }

    private static IEnumerable<string> NamesOf(PlannedColumn column) => column switch
    {
        { Field.Shape.Count: > 0 } => Enumerable.Range(0, column.Width).Select(i => FormattableString.Invariant($"{column.Name}[{i}]")),
        { HasIndicator: true } => [column.Name, $"{column.Name}_missing"],
        _ => [column.Name],
    };

    private bool IsEmpty(TableField field) => field.Missing == this.table.Count * field.Width;

    private LabelEncoding Encoding() =>
        this.choice.Targets is not [int only] ? LabelEncoding.Value :
        this.options.Labels ?? (this.options.Classes is null && this.table.Fields[only].Kind == TableFieldKind.Number
            ? LabelEncoding.Value
            : LabelEncoding.OneHot);

    private void PlanFeatures()
    {
        foreach ((int place, bool mayBeText) in this.choice.Features)
        {
            TableField field = this.table.Fields[place];
            bool isText = field.Kind is TableFieldKind.Text or TableFieldKind.Date;
            if (this.choice.NamedCategories.Contains(place) || (isText && this.choice.PossibleCategories.Contains(place)))
            {
                this.features.Add(this.Column(place, ColumnUse.Category, ColumnContent.Text, !mayBeText));
            }
            else if (isText && mayBeText)
            {
                this.leftOut.Add(place, field.Kind == TableFieldKind.Date ? HoldsDates : HoldsText);
            }
            else
            {
                this.features.Add(this.Numbers(place, ColumnUse.Feature, !mayBeText));
            }
        }

        foreach (int place in Enumerable.Range(0, this.table.Fields.Count).Where(place => this.IsEmpty(this.table.Fields[place])))
        {
            this.leftOut.TryAdd(place, AllMissing);
        }
    }

    private PlannedColumn Numbers(int place, ColumnUse use, bool isNamed = true)
    {
        TableField field = this.table.Fields[place];
        return field.Kind is TableFieldKind.Number or TableFieldKind.Truth
            ? new PlannedColumn(place, field, use, ColumnContent.Single, isNamed)
            : throw this.source.Error(
                $"column '{field.Name}' holds {(field.Kind == TableFieldKind.Date ? "dates" : "text")}; numbers were expected. " +
                "Choose another column, or make categories of it.",
                field.Name);
    }

    private PlannedColumn Column(int place, ColumnUse use, ColumnContent content, bool isNamed = true)
    {
        TableField field = this.table.Fields[place];
        return field.Shape.Count == 0
            ? new PlannedColumn(place, field, use, content, isNamed)
            : throw this.source.Error(
                $"column '{field.Name}' has arrays of shape ({string.Join(", ", field.Shape)}) in its cells; a {use} is one value a row.", field.Name);
    }

    private PlannedColumn Key(int place, ColumnUse use) => this.Column(
        place,
        use,
        this.table.Fields[place].Kind == TableFieldKind.Text || (use == ColumnUse.Group && this.table.Fields[place].Kind == TableFieldKind.Date)
            ? ColumnContent.Text
            : ColumnContent.Double);

    /// <summary>A column without a value that nobody called by its name is as little a feature as one of text.</summary>
    private void LeaveOutEmpty()
    {
        foreach (PlannedColumn column in this.features.Where(column => this.names is null && !column.IsNamed && column.Missing == this.table.Count * column.Width).ToArray())
        {
            this.features.Remove(column);
            this.leftOut.TryAdd(column.Block.Place, AllMissing);
        }
    }

    private void SetNames(PlannedColumn column, TableSurvey? survey)
    {
        IReadOnlyList<string>? known = this.names?.GetValueOrDefault(column.Name);
        IEnumerable<string> Found() => survey?.TextsOf(column) ?? column.Field.Texts ?? [];
        if (column.Use == ColumnUse.Label)
        {
            IReadOnlyList<string> classes = this.options.Classes ?? LabelClasses.Sorted(Found());
            LabelClasses.CheckKnown(classes);
            LabelClasses.Check(this.source, column.Name, classes, this.encoding);
            if (this.options.KnownLabels() is { } labels)
            {
                column.SetNames(classes, labels);
            }
            else
            {
                column.SetNames(classes);
            }
        }
        else if (column.Use == ColumnUse.Category)
        {
            column.SetNames(known ?? LabelClasses.Sorted(Found()));
        }
        else if (column is { Use: ColumnUse.Group, IsText: true })
        {
            column.SetNames([.. Found()]);
        }
    }

    private void SetFill(PlannedColumn column, TableSurvey? survey)
    {
        if (this.Missing == MissingValues.Keep)
        {
            column.Fill = new float[column.Width];
            column.Fill.AsSpan().Fill(float.NaN);
        }
        else if (this.FillsIn && survey is not null)
        {
            column.Fill = survey.FillFor(column, this.source);
            column.HasIndicator = this.Missing == MissingValues.Indicator && column.Missing > 0 && column.Field.Shape.Count == 0;
        }
    }

    private RowLayout FeatureLayout(int width)
    {
        int[] shape = this.FeatureShape(width);
        bool isArray = this.features.Any(column => column.Field.Shape.Count > 0);
        return new RowLayout
        {
            FeatureShape = shape,
            FeatureNames = shape.Length > 1 && isArray ? null : [.. this.features.SelectMany(NamesOf)],
            Categories = this.features.Where(column => column.Use == ColumnUse.Category).ToDictionary(column => column.Start, column => column.Names),
            MayMissFeatures = this.Missing == MissingValues.Keep,
            WeightName = this.Weights?.Name,
            HasSampleWeights = this.Weights is not null,
        };
    }

    private RowLayout TargetLayout(RowLayout layout)
    {
        int[] shape = this.targets is [{ Field.Shape: { Count: > 0 } extents }] ? [.. extents] : [this.targets.Sum(column => column.Width)];
        string[]? names = this.targets.Count == 0 || shape.Length > 1 ? null : [.. this.targets.SelectMany(NamesOf)];
        return layout with { TargetShape = shape, TargetNames = names };
    }

    private int[] FeatureShape(int width)
    {
        if (this.options.FeatureShape is not { } wanted)
        {
            return this.features is [{ Field.Shape: { Count: > 0 } extents }] ? [.. extents] : [width];
        }

        int[] shape = [.. wanted];
        int size = DatasetChecks.SizeOf(shape, "feature", least: 1);
        return size == width
            ? shape
            : throw new ArgumentException(
                $"The feature shape ({string.Join(", ", shape)}) has {size} values; the rows have {width}, in the columns " +
                $"{string.Join(", ", this.features.Take(10).Select(column => column.Name))}{(this.features.Count > 10 ? " ..." : string.Empty)}.");
    }

    private string? Remark(PlannedColumn column) =>
        column.Use == ColumnUse.Category || column.Use == ColumnUse.Label ? $"{column.Names.Count} {(column.Use == ColumnUse.Label ? "classes" : "categories")}" :
        column is { Missing: > 0, Fill: [var fill, ..], IsFeature: true } && this.FillsIn
            ? FormattableString.Invariant($"missing filled with {fill}{(column.Width > 1 ? " ..." : string.Empty)}")
            : null;
}
