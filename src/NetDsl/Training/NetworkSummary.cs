using System.Globalization;
using System.Text;

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

    // An array: scripts cannot index the lists that the compiler makes of collection expressions.
    /// <summary>What a sample holds, one after the other.</summary>
    public IReadOnlyList<InputSummary> Inputs { get; init; } = Inputs.ToArray();

    /// <summary>What an answer holds, one after the other; the last is the main one.</summary>
    public IReadOnlyList<OutputSummary> Outputs { get; init; } = Outputs.ToArray();

    /// <summary>The layers in order of declaration.</summary>
    public IReadOnlyList<LayerSummary> Layers { get; init; } = Layers.ToArray();

    /// <summary>The number of values of one sample.</summary>
    public int InputSize { get; } = Inputs.Sum(input => input.Size);

    /// <summary>The number of values of one answer.</summary>
    public int OutputSize { get; } = Outputs.Sum(output => output.Size);

    /// <summary>The number of values of one target.</summary>
    public int TargetSize { get; } = Outputs.Sum(output => output.TargetSize);

    /// <summary>The extents of one sample; of several inputs, the number of their values.</summary>
    public IReadOnlyList<int> InputShape => this.Inputs.Count == 1 ? this.Inputs[0].Shape : [this.InputSize];

    /// <summary>The extents of one answer; of several outputs, the number of their values.</summary>
    public IReadOnlyList<int> OutputShape => this.Outputs.Count == 1 ? this.Outputs[0].Shape : [this.OutputSize];

    /// <summary>The extents of one target; of several outputs, the number of their values.</summary>
    public IReadOnlyList<int> TargetShape => this.Outputs.Count == 1 ? this.Outputs[0].TargetShape : [this.TargetSize];

    /// <summary>The output that accuracy is taken of: the last.</summary>
    public OutputSummary MainOutput => this.Outputs[^1];

    /// <summary>What training makes small, for the main output.</summary>
    public Loss Loss => this.MainOutput.Loss;

    /// <summary>The activation of the main output: it tells how an output is to be read (a probability, a class, a value).</summary>
    public Activation OutputActivation => this.MainOutput.Activation;

    /// <summary>The number of values of all parameters.</summary>
    public long ParameterCount => this.Layers.Sum(l => l.Parameters);

    /// <summary>How many of them an optimiser changes.</summary>
    public long TrainableParameterCount => this.ParameterCount - this.NonTrainableParameterCount;

    /// <summary>How many of them it does not: statistics of the data, which are saved and loaded with the others.</summary>
    public long NonTrainableParameterCount => this.Layers.Sum(l => l.NonTrainableParameters);

    /// <summary>Floating-point operations of one sample's forward pass.</summary>
    public long Flops => this.Layers.Sum(l => l.Flops);

    /// <summary>The bytes of all parameters.</summary>
    public long ParameterBytes => this.ParameterCount * (this.Precision == Precision.Double ? sizeof(double) : sizeof(float));

    /// <summary>How many threads to share a batch among: fewer than there are where sharing would cost more than it gains.</summary>
    /// <param name="batchSize">The samples of a batch.</param>
    /// <param name="most">The most threads, at least 1.</param>
    /// <param name="training">Whether the batch is trained with, not only predicted.</param>
    public int UsefulThreads(int batchSize, int most, bool training)
    {
        double flops = (training ? FlopsPerForwardFlop : 1) * this.Flops * batchSize;
        return (int)Math.Clamp(flops / FlopsPerThread, 1, most);
    }

    /// <summary>The summary as a table: layer, output shape, parameters, FLOPs.</summary>
    public override string ToString()
    {
        string Shape(IReadOnlyList<int> shape) => "(" + string.Join(", ", shape.Select(d => d.ToString(CultureInfo.InvariantCulture))) + ")";
        string Term(OutputSummary output) => FormattableString.Invariant($"{output.LossWeight} {output.Loss} of {output.Name}");
        string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
        string[] InputRow(InputSummary input) => [this.Inputs.Count == 1 ? "input" : $"{input.Name} (Input)", Shape(input.Shape), "0", "0"];
        List<string[]> rows = [["Layer", "Output shape", "Parameters", "FLOPs"], .. this.Inputs.Select(InputRow)];
        rows.AddRange(this.Layers.Select(l => new[] { $"{l.Name} ({l.Kind})", Shape(l.OutputShape), Number(l.Parameters), Number(l.Flops) }));
        int[] widths = [.. Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length))];

        StringBuilder text = new();
        text.Append(this.Name).Append(": ").AppendLine(this.Precision == Precision.Double ? "double precision" : "single precision");
        string rule = new('-', widths.Sum() + 9);
        for (int i = 0; i < rows.Count; i++)
        {
            string[] row = rows[i];
            text.Append(row[0].PadRight(widths[0])).Append("   ").Append(row[1].PadRight(widths[1])).Append("   ")
                .Append(row[2].PadLeft(widths[2])).Append("   ").AppendLine(row[3].PadLeft(widths[3]));
            if (i == 0)
            {
                text.AppendLine(rule);
            }
        }

        text.AppendLine(rule);
        text.Append(CultureInfo.InvariantCulture, $"{Number(this.ParameterCount)} parameters ({Number(this.ParameterBytes)} bytes), ");
        if (this.NonTrainableParameterCount > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Number(this.TrainableParameterCount)} of them trained, ");
        }

        text.Append(CultureInfo.InvariantCulture, $"{Number(this.Flops)} FLOPs a sample, ");
        text.Append(this.Outputs.Count == 1 ? $"loss {this.Loss}" : "losses " + string.Join(" + ", this.Outputs.Select(Term)));
        return text.ToString();
    }
}
