namespace NetDsl.Training;

/// <summary>What a network is: its layers, shapes, sizes and cost.</summary>
/// <param name="Name">The name of the declared class.</param>
/// <param name="Precision">The element type.</param>
/// <param name="Inputs">What a sample holds, one after the other.</param>
/// <param name="Outputs">What an answer holds, one after the other; the last is the main one.</param>
/// <param name="Layers">The layers in order of declaration.</param>
public sealed record NetworkSummary(
    string Name,
    Precision Precision,
    IReadOnlyList<InputSummary> Inputs,
    IReadOnlyList<OutputSummary> Outputs,
    IReadOnlyList<LayerSummary> Layers)
{
    /// <summary>
    /// The floating-point operations for which another thread pays, some 80 us of one thread. Between cores of one L3 cache a training step
    /// of 1.7 million a thread gained a quarter; between cores of two such caches, where a machine may place the threads without asking, it
    /// took twice the time of one thread.
    /// </summary>
    private const double FlopsPerThread = 4e6;

    /// <summary>
    /// A training step computes the forward pass and, with twice its operations, the gradients of activations and weights.
    /// </summary>
    private const double FlopsPerForwardFlop = 3;

    /// <summary>What a sample holds, one after the other: an array, as all lists here, which PowerShell indexes too.</summary>
    public IReadOnlyList<InputSummary> Inputs { get; init; } = Inputs.ToArray();

    /// <summary>What an answer holds, one after the other; the last is the main one.</summary>
    public IReadOnlyList<OutputSummary> Outputs { get; init; } = Outputs.ToArray();

    /// <summary>The layers in order of declaration.</summary>
    public IReadOnlyList<LayerSummary> Layers { get; init; } = Layers.ToArray();

    /// <summary>
    /// The C# that declares the network by itself, one attribute a line: what a saved model is declared from again. Empty for a network that nobody
    /// generated.
    /// </summary>
    public string Declaration { get; init; } = string.Empty;

    /// <summary>The number of values of one sample.</summary>
    public int InputSize { get; } = Inputs.Sum(input => input.Size);

    /// <summary>The number of values of one answer.</summary>
    public int OutputSize { get; } = Outputs.Sum(output => output.Size);

    /// <summary>The number of values of one target.</summary>
    public int TargetSize { get; } = Outputs.Sum(output => output.TargetSize);

    /// <summary>The extents of one sample; of several inputs, the number of their values.</summary>
    public IReadOnlyList<int> InputShape => this.Inputs.Count == 1 ? this.Inputs[0].Shape : new[] { this.InputSize };

    /// <summary>The extents of one answer; of several outputs, the number of their values.</summary>
    public IReadOnlyList<int> OutputShape => this.Outputs.Count == 1 ? this.Outputs[0].Shape : new[] { this.OutputSize };

    /// <summary>The extents of one target; of several outputs, the number of their values.</summary>
    public IReadOnlyList<int> TargetShape => this.Outputs.Count == 1 ? this.Outputs[0].TargetShape : new[] { this.TargetSize };

    /// <summary>The output that accuracy is taken of: the last.</summary>
    public OutputSummary MainOutput => this.Outputs[^1];

    /// <summary>What training makes small, for the main output.</summary>
    public Loss Loss => this.MainOutput.Loss;

    /// <summary>The activation of the main output: it tells how an output is to be read (a probability, a class, a value).</summary>
    public Activation OutputActivation => this.MainOutput.Activation;

    /// <summary>Whether it can be trained; otherwise it is for prediction.</summary>
    public bool IsTrainable => this.Outputs.All(output => output.IsTrainable);

    /// <summary>The number of values of all parameters.</summary>
    public long ParameterCount => this.Layers.Sum(l => l.Parameters);

    /// <summary>How many of them an optimiser changes.</summary>
    public long TrainableParameterCount => this.ParameterCount - this.NonTrainableParameterCount;

    /// <summary>How many of them it does not: statistics of the data, which are saved and loaded with the others.</summary>
    public long NonTrainableParameterCount => this.Layers.Sum(l => l.NonTrainableParameters);

    /// <summary>Floating-point operations of one sample's forward pass.</summary>
    public long Flops => this.Layers.Sum(l => l.Flops);

    /// <summary>The bytes of all parameters.</summary>
    public long ParameterBytes => this.ParameterCount * this.BytesPerValue;

    /// <summary>The bytes of one value.</summary>
    internal int BytesPerValue => this.Precision == Precision.Double ? sizeof(double) : sizeof(float);

    /// <summary>How many threads to share a batch among: fewer than there are where sharing would cost more than it gains.</summary>
    /// <param name="batchSize">The samples of a batch.</param>
    /// <param name="most">The most threads, at least 1.</param>
    /// <param name="training">Whether the batch is trained with, not only predicted.</param>
    public int UsefulThreads(int batchSize, int most, bool training)
    {
        double flops = (training ? FlopsPerForwardFlop : 1) * this.Flops * batchSize;
        return (int)Math.Clamp(flops / FlopsPerThread, 1, most);
    }

    /// <summary>The names of the layers and inputs that feed a layer.</summary>
    /// <param name="layer">Its place in <see cref="Layers"/>.</param>
    public IReadOnlyList<string> FeedersOf(int layer) =>
        this.Layers[layer].FedBy?.ToArray() ?? new[] { layer > 0 ? this.Layers[layer - 1].Name : this.Inputs[0].Name };

    /// <summary>The summary as a table: layer, output shape, parameters, FLOPs, where layers branch what feeds it; then the totals.</summary>
    public override string ToString() => SummaryTable.Of(this);
}
