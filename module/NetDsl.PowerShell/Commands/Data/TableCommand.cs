using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>What makes data of a table, and is told which of its columns are what.</summary>
public abstract class TableCommand : NetCommand
{
    private readonly List<TableReport> reports = [];

    /// <summary>The column of classes. Whole numbers are ordered by value, other classes by their characters.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? Label { get; set; }

    /// <summary>
    /// How a class becomes targets: OneHot, one target for each class, for a softmax; Binary, one target of 0 or 1, for a sigmoid.
    /// </summary>
    [Parameter]
    [ValidateSet(nameof(Data.LabelEncoding.OneHot), nameof(Data.LabelEncoding.Binary))]
    public LabelEncoding LabelEncoding { get; set; } = LabelEncoding.OneHot;

    /// <summary>
    /// The classes in order, so that several tables agree; a label that is none of them is an error unless -OtherClass says otherwise. For class
    /// numbers their names, that of number 0 first. Where several labels stand for a class, a table of them: [ordered]@{ blazar = 'bll',
    /// 'fsrq'; pulsar = 'psr' }; without [ordered] the classes are sorted.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ClassTransformation]
    public ClassArgument? Class { get; set; }

    /// <summary>
    /// With -Class: what becomes of rows whose label is none of the classes: Error, unless told, or Drop, which also leaves those without a label
    /// out.
    /// </summary>
    [Parameter]
    public OtherLabels OtherClass { get; set; }

    /// <summary>The columns of values to be learnt; wildcards * and ? are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] Target { get; set; } = [];

    /// <summary>
    /// The columns to learn from, in this order; all other columns of numbers where it is left out. The wildcards * and ? stand for columns of
    /// numbers that are nothing else.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[]? Feature { get; set; }

    /// <summary>The columns not to learn from; wildcards * and ? are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] ExcludeFeature { get; set; } = [];

    /// <summary>The column of weights: what the loss of a row is multiplied by, of any sign.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? Weight { get; set; }

    /// <summary>
    /// The columns of text to learn from, as categories, besides the features; the wildcards * and ? stand for columns of text that are nothing
    /// else. A step OneHotEncoder or OrdinalEncoder makes of them what a network takes.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] Category { get; set; } = [];

    /// <summary>The column that tells which rows belong together, for Split-NetData -By Group.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? Group { get; set; }

    /// <summary>The column of the times of the rows, numbers or dates, for Split-NetData -By Time.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? Time { get; set; }

    /// <summary>
    /// What becomes of missing values: Error, unless told; Drop leaves the row out; Keep leaves a feature missing, for a step SimpleImputer to
    /// fill in; Mean and Median fill it in with that of all rows; Indicator does as Mean and adds a feature that says where.
    /// </summary>
    [Parameter]
    public MissingValues Missing { get; set; }

    /// <summary>The texts that stand for a missing value, besides an empty cell; those that programs usually write into columns of numbers where it is left out.</summary>
    [Parameter]
    [ValidateNotNull]
    public string[]? MissingMarker { get; set; }

    /// <summary>
    /// The name of a variable that gets a report of what was found in each table: its rows and columns, what they hold, how many values are
    /// missing, and what each is used as. -Verbose shows it as text.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReportVariable { get; set; }

    /// <summary>
    /// The shape of one row's features, as 28, 28, 1 for an image of 28 rows and columns and one channel; one after the other where it is left out.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int[]? FeatureShape { get; set; }

    /// <summary>The parameters that name columns.</summary>
    private protected static string[] ColumnParameters =>
    [
        nameof(Label), nameof(Target), nameof(Feature), nameof(ExcludeFeature), nameof(Weight), nameof(Category), nameof(Group), nameof(Time),
        nameof(Missing), nameof(MissingMarker), nameof(OtherClass), nameof(ReportVariable),
    ];

    /// <summary>Completes options by what the parameters say.</summary>
    /// <param name="start">The options of the table's format.</param>
    private protected T WithColumns<T>(T start)
        where T : TableOptions
    {
        if (this.Label is not null && this.Target.Length > 0)
        {
            throw new CommandErrorException(
                "LabelAndTarget",
                ErrorCategory.InvalidArgument,
                this.Label,
                "Give -Label for a column of classes or -Target for columns of values, not both.");
        }

        if (this.Label is null)
        {
            this.RefuseGiven(
                this.Target,
                "it is about a column of classes, which -Label names",
                nameof(this.Class),
                nameof(this.LabelEncoding),
                nameof(this.OtherClass));
        }

        if (this.Class is null)
        {
            this.RefuseGiven(nameof(this.Class), "it is about classes that are listed, which -Class does", nameof(this.OtherClass));
        }

        return (T)((TableOptions)start with
        {
            Targets = this.Label is null ? this.Target : [this.Label],
            Labels = this.Label is null ? LabelEncoding.Value : this.LabelEncoding,
            Classes = this.Class?.Names,
            ClassLabels = this.Class?.Labels,
            OtherLabels = this.OtherClass,
            Categories = this.Category,
            Group = this.Group,
            Time = this.Time,
            Missing = this.Missing,
            MissingMarkers = this.MissingMarker,
            Features = this.Feature,
            ExcludedFeatures = this.ExcludeFeature,
            SampleWeights = this.Weight,
            FeatureShape = this.FeatureShape,

            // As names are everywhere in PowerShell.
            IgnoreCase = true,
        });
    }

    /// <summary>Tells what was found in a table, for those who ask with -Verbose or -ReportVariable.</summary>
    /// <param name="report">What was found; null where there is nothing to tell.</param>
    private protected void Tell(TableReport? report)
    {
        if (report is null)
        {
            return;
        }

        this.reports.Add(report);
        if (this.ReportVariable is not null)
        {
            this.SessionState.PSVariable.Set(this.ReportVariable, this.reports.Count == 1 ? report : this.reports.ToArray());
        }

        string[] texts =
        [
            .. report.Columns.Where(column => column is { Use: ColumnUse.LeftOut, Kind: TableFieldKind.Text, Remark: "holds text" }).Select(column => column.Name),
        ];
        if (texts.Length > 0)
        {
            this.WriteVerbose($"Left out, since they hold text: {string.Join(", ", texts)}. Name a column of classes with -Label, and categories with -Category");
        }

        this.WriteVerbose(report.ToString());
    }
}
