using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>What makes data of a table, and is told which of its columns are what.</summary>
public abstract class TableCommand : NetCommand
{
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
    /// The classes in order, so that several tables agree; a label that is none of them is an error. For class numbers their names, that of
    /// number 0 first.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Class { get; set; }

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
    /// The shape of one row's features, as 28, 28, 1 for an image of 28 rows and columns and one channel; one after the other where it is left out.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int[]? FeatureShape { get; set; }

    /// <summary>The parameters that name columns.</summary>
    private protected static string[] ColumnParameters => [nameof(Label), nameof(Target), nameof(Feature), nameof(ExcludeFeature), nameof(Weight)];

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
                this.Target, "it is about a column of classes, which -Label names", nameof(this.Class), nameof(this.LabelEncoding));
        }

        return (T)((TableOptions)start with
        {
            Targets = this.Label is null ? this.Target : [this.Label],
            Labels = this.Label is null ? LabelEncoding.Value : this.LabelEncoding,
            Classes = this.Class,
            Features = this.Feature,
            ExcludedFeatures = this.ExcludeFeature,
            SampleWeights = this.Weight,
            FeatureShape = this.FeatureShape,

            // As names are everywhere in PowerShell.
            IgnoreCase = true,
        });
    }

    /// <summary>Tells which columns were left out, for those who ask with -Verbose.</summary>
    /// <param name="columns">Their names.</param>
    private protected void TellTextColumns(IReadOnlyList<string> columns)
    {
        if (columns.Count > 0)
        {
            this.WriteVerbose($"Left out, since they hold text: {string.Join(", ", columns)}. Name a column of classes with -Label");
        }
    }
}
