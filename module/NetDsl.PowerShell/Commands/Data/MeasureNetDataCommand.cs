using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Says what data are like: rows, classes, and of each column its range, mean, quartiles, missing values and a histogram.</summary>
/// <remarks>
/// <para>
/// The result shows itself as a table of text with a histogram a column; its properties Features, Targets, Classes and Weights hold the same as objects.
/// Images and other features of several axes have one summary of all values together. A stream is read twice, some rows at a time.
/// </para>
/// </remarks>
/// <example>
/// <para>Look at data before they are trained with</para>
/// <code>
/// New-NetData Sine -Count 500 | Measure-NetData
/// </code>
/// </example>
/// <example>
/// <para>The columns with the largest spread, and the bins of one of them</para>
/// <code>
/// $summary = 1..50 | ForEach-Object { @{ a = $_; b = $_ * $_; z = $_ % 2 } } | ConvertTo-NetData -Target z | Measure-NetData -Bins 5
/// $summary.Features | Sort-Object StandardDeviation -Descending | Select-Object -First 1
/// $summary.Features[0].Histogram.Counts
/// </code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "NetData")]
[OutputType(typeof(DatasetSummary))]
public sealed class MeasureNetDataCommand : NetCommand
{
    /// <summary>The data or the stream, or a part of a split.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [RowSourceTransformation]
    public RowSource Data { get; set; } = null!;

    /// <summary>The bins of each histogram.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [WholeNumber]
    public int Bins { get; set; } = 20;

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.Data.InMemory ?? (object)this.Data;

    /// <inheritdoc/>
    protected override bool ErrorsAreTerminating => false;

    /// <inheritdoc/>
    protected override void Process() => this.WriteObject(this.Data.Describe(this.Bins));
}
