using NetDsl.Training;

namespace NetDsl.Evaluation;

/// <summary>Picks one output out of answers that hold several, one after the other.</summary>
internal readonly struct OutputSelection
{
    private readonly NetworkSummary network;
    private readonly int firstOutput;
    private readonly int firstTarget;

    /// <summary>Finds an output.</summary>
    /// <param name="network">What the network is.</param>
    /// <param name="name">The name of the output, or null for the last, the main one.</param>
    /// <exception cref="ArgumentException">There is no such output.</exception>
    public OutputSelection(NetworkSummary network, string? name)
    {
        this.network = network;
        int place = PlaceOf(name, network);
        this.Output = network.Outputs[place];
        this.firstOutput = network.Outputs.Take(place).Sum(other => other.Size);
        this.firstTarget = network.Outputs.Take(place).Sum(other => other.TargetSize);
    }

    /// <summary>The output.</summary>
    public OutputSummary Output { get; }

    /// <summary>Some columns of each row.</summary>
    /// <param name="values">[rows, <paramref name="rowSize"/>].</param>
    /// <param name="rowSize">The values of a row.</param>
    /// <param name="first">The first column.</param>
    /// <param name="size">The number of columns.</param>
    public static double[] Part(double[] values, int rowSize, int first, int size)
    {
        double[] part = new double[values.Length / rowSize * size];
        for (int row = 0; row < values.Length / rowSize; row++)
        {
            values.AsSpan((row * rowSize) + first, size).CopyTo(part.AsSpan(row * size));
        }

        return part;
    }

    /// <summary>The outputs and targets of this output alone.</summary>
    /// <param name="outputs">[samples, all outputs].</param>
    /// <param name="targets">[samples, all targets].</param>
    /// <exception cref="ArgumentException">They are not so many.</exception>
    public (double[] Outputs, double[] Targets) Pick(double[] outputs, double[] targets)
    {
        if (this.network.Outputs.Count == 1)
        {
            return (outputs, targets);
        }

        int samples = outputs.Length / this.network.OutputSize;
        if (samples == 0 || outputs.Length != samples * this.network.OutputSize || targets.Length != samples * this.network.TargetSize)
        {
            throw new ArgumentException(
                $"Each sample has {this.network.OutputSize} outputs and {this.network.TargetSize} targets; " +
                $"there are {outputs.Length} and {targets.Length}.");
        }

        return (
            Part(outputs, this.network.OutputSize, this.firstOutput, this.Output.Size),
            Part(targets, this.network.TargetSize, this.firstTarget, this.Output.TargetSize));
    }

    private static int PlaceOf(string? name, NetworkSummary network)
    {
        int place = network.Outputs.Count - 1;
        while (name is not null && place >= 0 && network.Outputs[place].Name != name)
        {
            place--;
        }

        return place >= 0
            ? place
            : throw new ArgumentException(
                $"{network.Name} has no output '{name}'; it has {string.Join(", ", network.Outputs.Select(output => output.Name))}.");
    }
}
