using System.Globalization;
using System.Text;

namespace NetDsl.Training;

/// <summary>What a network is: its layers, shapes, sizes and cost.</summary>
/// <param name="Name">The name of the declared class.</param>
/// <param name="Precision">The element type.</param>
/// <param name="Loss">What training makes small.</param>
/// <param name="OutputActivation">The activation of the last layer: it tells how an output is to be read (a probability, a class, a value).</param>
/// <param name="InputShape">The extents of one sample.</param>
/// <param name="OutputShape">The extents of one answer.</param>
/// <param name="Layers">The layers in order of declaration.</param>
public sealed record NetworkSummary(
    string Name,
    Precision Precision,
    Loss Loss,
    Activation OutputActivation,
    IReadOnlyList<int> InputShape,
    IReadOnlyList<int> OutputShape,
    IReadOnlyList<LayerSummary> Layers)
{
    /// <summary>
    /// The floating-point operations for which another thread pays, some 80 us of one thread. Between cores of one L3 cache a training step of
    /// 1.7 million a thread gained a quarter; between cores of two such caches, where a machine may place the threads without asking, it
    /// took twice the time of one thread.
    /// </summary>
    private const double FlopsPerThread = 4e6;

    /// <summary>A training step computes the forward pass and, with twice its operations, the gradients of activations and weights.</summary>
    private const double FlopsPerForwardFlop = 3;

    /// <summary>The number of values of one sample.</summary>
    public int InputSize => this.InputShape.Aggregate(1, (a, b) => a * b);

    /// <summary>The number of values of one answer.</summary>
    public int OutputSize => this.OutputShape.Aggregate(1, (a, b) => a * b);

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
        string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
        List<string[]> rows = [["Layer", "Output shape", "Parameters", "FLOPs"], ["input", Shape(this.InputShape), "0", "0"]];
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

        text.Append(CultureInfo.InvariantCulture, $"{Number(this.Flops)} FLOPs a sample, loss {this.Loss}");
        return text.ToString();
    }
}
