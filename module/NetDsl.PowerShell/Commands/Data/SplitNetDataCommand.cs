using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Deals the rows of data into parts to train, to validate and to test with, or into folds.</summary>
/// <remarks>
/// <para>
/// The parts are Train, Validation and Test of the result. Validation data tell during training how well the network does on rows it
/// does not learn from; test data are for the end. What is in neither is to train with. -By says how rows are dealt: by chance unless told.
/// </para>
/// <para>
/// With -Fold there is a split for each fold, which is the test of it while the other folds train.
/// </para>
/// <para>
/// With -Step the data are prepared: the steps find their numbers in the part to train with alone, and all parts are prepared by them.
/// .Train.Preparation is what was found; a model that is trained with such parts remembers it.
/// </para>
/// <para>
/// A stream is dealt by blocks of rows, at random or in its order, and the parts are streams of the same file.
/// </para>
/// </remarks>
/// <example>
/// <para>A tenth to validate and a fifth to test with</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 1000 | Split-NetData -Validation 0.1 -Test 0.2
/// </code>
/// </example>
/// <example>
/// <para>The same share of each class in both parts</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 1000 | Split-NetData -Test 0.2 -Stratify -Seed 7
/// </code>
/// </example>
/// <example>
/// <para>Scaled by the rows to train with, and what was found in them</para>
/// <code>
/// $rows = 1..60 | ForEach-Object { @{ energy = $_ * 10; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
/// $data = $rows | ConvertTo-NetData -Target z -Category kind | Split-NetData -Test 0.2 -Step (StandardScaler energy), OneHotEncoder
/// $data.Train.Preparation.Steps
/// </code>
/// </example>
/// <example>
/// <para>A cross-validation that keeps the rows of each run together</para>
/// <code>
/// $rows = 1..60 | ForEach-Object { @{ x = $_ / 10; run = $_ % 6; z = $_ % 3 } }
/// $rows | ConvertTo-NetData -Target z -Group run | Split-NetData -Fold 3 -By Group | ForEach-Object { $_.Test.Count }
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Split, "NetData", DefaultParameterSetName = PartsSet)]
[OutputType(typeof(DataSplit), typeof(SourceSplit))]
public sealed class SplitNetDataCommand : NetCommand
{
    private const string PartsSet = "Parts";
    private const string FoldsSet = "Folds";

    /// <summary>The data or the stream, from Import-NetData, ConvertTo-NetData or New-NetData.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [RowSourceTransformation]
    public RowSource Data { get; set; } = null!;

    /// <summary>The fraction of the rows for validation, from 0 to below 1.</summary>
    [Parameter(ParameterSetName = PartsSet)]
    public double Validation { get; set; }

    /// <summary>The fraction of the rows for the test, from 0 to below 1.</summary>
    [Parameter(ParameterSetName = PartsSet)]
    public double Test { get; set; }

    /// <summary>The number of folds for a cross-validation, in place of fractions.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FoldsSet)]
    [ValidateRange(2, int.MaxValue)]
    [WholeNumber]
    public int Fold { get; set; }

    /// <summary>
    /// How rows are dealt: Random; Stratified, with the same share of each class in each part; Group, which keeps the rows of a group together; Time,
    /// the latest rows to the test and those before them to validation; Order, as the rows come.
    /// </summary>
    [Parameter]
    public SplitMethod By { get; set; }

    /// <summary>With -By Group or Time: the feature whose values are the groups or times, in place of those that -Group or -Time named at the import.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KeyFeature { get; set; }

    /// <summary>What chance is drawn from: the same seed gives the same parts on every machine.</summary>
    [Parameter]
    public ulong Seed { get; set; }

    /// <summary>Gives each part the same share of each class, as nearly as whole rows allow: -By Stratified in a word.</summary>
    [Parameter]
    public SwitchParameter Stratify { get; set; }

    /// <summary>
    /// Makes all classes count alike in the part to train with: Oversample repeats rows of the smaller classes, Undersample leaves rows of the larger ones out,
    /// Weights gives the rows weights.
    /// </summary>
    [Parameter]
    public BalanceMethod Balance { get; set; }

    /// <summary>What prepares the parts, in order: names of steps, steps with settings as in (StandardScaler energy*), script blocks.</summary>
    [Parameter]
    [PreparationStepTransformation]
    [ArgumentCompleter(typeof(PreparationStepCompleter))]
    [ValidateNotNullOrEmpty]
    public PreparationStep[] Step { get; set; } = [];

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.Data.InMemory ?? (object)this.Data;

    /// <inheritdoc/>
    protected override void Process()
    {
        SplitMethod method = this.Method();
        if (method is not (SplitMethod.Group or SplitMethod.Time))
        {
            this.RefuseGiven(this.Data, "it is about -By Group or -By Time", nameof(this.KeyFeature));
        }

        if (this.Data.InMemory is not { } data)
        {
            this.WriteObject(this.SplitStream(method));
            return;
        }

        IReadOnlyList<DataSplit> splits = this.ParameterSetName == FoldsSet
            ? data.KFold(this.Fold, method, this.Seed, this.KeyFeature)
            : [data.Split(method, this.Validation, this.Test, this.Seed, this.KeyFeature)];
        foreach (DataSplit split in splits)
        {
            DataSplit prepared = this.Step.Length > 0 ? split.Prepare(this.Step) : split;
            this.WriteObject(this.IsGiven(nameof(this.Balance))
                ? new DataSplit(prepared.Train.Balance(this.Balance, this.Seed), prepared.Validation, prepared.Test)
                : prepared);
        }
    }

    private SplitMethod Method()
    {
        if (!this.Stratify)
        {
            return this.By;
        }

        if (this.By != SplitMethod.Stratified)
        {
            this.RefuseGiven(this.Data, "-Stratify says how rows are dealt already", nameof(this.By));
        }

        return SplitMethod.Stratified;
    }

    private SourceSplit SplitStream(SplitMethod method)
    {
        if (this.ParameterSetName == FoldsSet || this.IsGiven(nameof(this.Balance)))
        {
            throw new CommandErrorException(
                "DataNotInMemory",
                ErrorCategory.InvalidArgument,
                this.Data,
                $"Folds and balanced classes need all rows in memory, and {this.Data.Name} is a stream. Read it with .ReadAll(), give fractions, or weigh the " +
                "classes with Invoke-NetTraining -ClassWeight Balanced.");
        }

        SourceSplit split = this.Data.Split(this.Validation, this.Test, this.Seed, method);
        return this.Step.Length > 0 ? split.Prepare(this.Step) : split;
    }
}
