using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Measures how fast a model is on this machine.</summary>
/// <remarks>
/// <para>
/// Gives the samples that are trained with and predicted in a second, a batch at once, and the time of the prediction of one sample: the
/// median, and what one of ten and one of a hundred exceed. Each is also given in floating-point operations and as a fraction of the most that the
/// machine can do, which is measured in the same run by multiply-adds on registers alone. Only the multiplications and additions are counted that a
/// layer cannot do without; a convolution that needs fewer than its definition says may exceed the peak.
/// </para>
/// <para>
/// The model is not changed: a copy of it is trained. Nothing else should work on the machine meanwhile. Where a prediction is so short that
/// reading the clock counts, several are timed together, as CallsPerReading says; the quantiles are those of their means.
/// </para>
/// </remarks>
/// <example>
/// <para>See how fast a network is</para>
/// <code>
/// $model = New-NetModel Tabular -InputShape 26 -Loss BinaryCrossentropy {
///     Dense 64 -Activation ReLU
///     Dense 32 -Activation ReLU
///     Dense 1 -Activation Sigmoid
/// }
/// Measure-NetPerformance $model -Seconds 0.2 | Format-List
/// </code>
/// </example>
/// <example>
/// <para>Compare the latency of networks of several widths</para>
/// <code>
/// $models = foreach ($units in 16, 32, 64) {
///     New-NetModel "Width$units" -InputShape 26 -Loss MeanSquaredError {
///         Dense $units -Activation ReLU
///         Dense 1
///     }
/// }
/// $models | Measure-NetPerformance -Mode Latency -Threads 1 -Seconds 0.2
/// </code>
/// </example>
/// <example>
/// <para>Find the batch size that trains fastest on your data</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 128
/// $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
///     Flatten
///     Dense 2 -Activation Softmax
/// }
/// 32, 64, 128 | ForEach-Object { Measure-NetPerformance $model $data -BatchSize $_ -Mode Training -Optimizer SGD -Seconds 0.2 } |
///     Format-Table BatchSize, { $_.Training.SamplesPerSecond }
/// </code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "NetPerformance")]
[OutputType(typeof(NetPerformance))]
public sealed class MeasureNetPerformanceCommand : ModelCommand
{
    private const int DefaultBatchSize = 64;

    /// <summary>Rows to measure with, the first ones. Without them samples are drawn at random that the model and its loss can use.</summary>
    [Parameter(Position = 1)]
    [DatasetTransformation]
    public Dataset? Data { get; set; }

    /// <summary>What is measured: everything, unless told. A network that ends with a step cannot be trained and is measured without.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public PerformanceMode[] Mode { get; set; } = Enum.GetValues<PerformanceMode>();

    /// <summary>The samples of a training step and of a prediction of many: 64, or all rows of the data where they have fewer.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int BatchSize { get; set; } = DefaultBatchSize;

    /// <summary>How gradients change the parameters: a name, or (Adam ...) or (SGD ...) with settings.</summary>
    [Parameter]
    [OptimizerTransformation]
    [ArgumentCompleter(typeof(OptimizerCompleter))]
    [ValidateNotNull]
    public Optimizer Optimizer { get; set; } = new Adam();

    /// <summary>
    /// The most threads that share a batch, and that reach the peak: all processors where it is left out. A network so small that sharing would cost
    /// more than it gains takes fewer. The latency is always that of one thread.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    [WholeNumber]
    public int Threads { get; set; } = Environment.ProcessorCount;

    /// <summary>The time of each measurement in seconds; there are three, and one or two of the peak.</summary>
    [Parameter]
    [ValidateRange(0.001, 3600.0)]
    public double Seconds { get; set; } = 2;

    /// <inheritdoc/>
    protected override bool ErrorsAreTerminating => false;

    /// <inheritdoc/>
    protected override void Process()
    {
        PerformanceMode[] modes = this.IsGiven(nameof(this.Mode)) || this.Model.Network.Summary.IsTrainable
            ? [.. this.Mode.Distinct()]
            : [.. this.Mode.Where(mode => mode != PerformanceMode.Training)];
        PerformanceOptions options = new(modes, this.Optimizer, this.BatchSizeFor(this.Data), this.Threads, this.Seconds);
        this.WriteVerbose(
            $"Measuring {this.Model.Name} in batches of {options.BatchSize} with up to {options.Threads} threads on " +
            (this.Data is null ? "random samples." : "the first rows of the data."));
        using ActivityProgress progress = new(this, $"Measuring the speed of {this.Model.Name}");
        this.WriteObject(this.Model.Engine.MeasurePerformance(this.Model, this.Model.Prepared(this.Data), options, progress, this.Cancellation));
    }

    private int BatchSizeFor(Dataset? data)
    {
        if (data is null || this.BatchSize <= data.Count)
        {
            return this.BatchSize;
        }

        return this.IsGiven(nameof(this.BatchSize))
            ? throw new CommandErrorException(
                "BatchSizeTooLarge",
                ErrorCategory.InvalidArgument,
                this.BatchSize,
                $"The batch size is {this.BatchSize}, and the data have {data.Count} rows; give a -BatchSize of at most {data.Count}, or no data.")
            : data.Count;
    }
}
