using System.Numerics;

namespace NetDsl.Training;

/// <summary>One check of the gradients of a pass.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
internal sealed class GradientComparer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Directions = 2;
    private const int SingleValues = 4;

    /// <summary>
    /// The length of a step. Its error grows as its square, that of rounding as its inverse; with the longest of these both are some 1e-9 in double
    /// precision. Where a ReLU or a maximum changes over within a step the difference is wrong, not the gradient, and a shorter step is not.
    /// </summary>
    private static readonly double[] Steps = typeof(T) == typeof(double) ? [3e-5, 3e-6, 3e-7] : [1e-2, 2e-3];

    /// <summary>How far gradient and difference may be apart, relative to the length of the gradient, or the largest value of it.</summary>
    private static readonly double Tolerance = typeof(T) == typeof(double) ? 1e-6 : 1e-2;

    /// <summary>Rounding of a loss of about 1 over the shortest step.</summary>
    private static readonly double Rounding = typeof(T) == typeof(double) ? 1e-9 : 1e-4;

    private readonly NetworkPass<T> pass;
    private readonly int samples;
    private readonly ulong? noiseSeed;
    private readonly CancellationToken cancellation;
    private readonly Random random = new(2);
    private readonly List<GradientComparison> comparisons = [];

    public GradientComparer(NetworkPass<T> pass, int samples, ulong? noiseSeed, CancellationToken cancellation)
    {
        this.pass = pass;
        this.samples = samples;
        this.noiseSeed = noiseSeed;
        this.cancellation = cancellation;
    }

    public GradientReport Run()
    {
        this.pass.ForwardBackward(this.samples, this.noiseSeed, inputGradients: true);
        double[] inputs = Doubles(this.pass.InputGradients);
        double[][] gradients = [.. this.pass.Gradients.Select(gradient => Doubles(gradient.ToArray()))];
        this.Compare("input", inputs, i => this.pass.Inputs[i], (i, value) => this.pass.Inputs[i] = value);
        for (int p = 0; p < gradients.Length; p++)
        {
            Parameter<T> parameter = this.pass.Network.Parameters[p];
            if (!parameter.Definition.IsTrainable)
            {
                // The loss may depend on it, but it is no function that is descended along it.
                continue;
            }

            this.Compare(parameter.Name, gradients[p], i => parameter[i], (i, value) => parameter[i] = value);
        }

        return new GradientReport(this.comparisons);
    }

    private static double[] Doubles(ReadOnlySpan<T> values)
    {
        double[] converted = new double[values.Length];
        for (int i = 0; i < converted.Length; i++)
        {
            converted[i] = double.CreateTruncating(values[i]);
        }

        return converted;
    }

    private void Compare(string name, double[] gradient, Func<int, T> get, Action<int, T> set)
    {
        T[] values = [.. Enumerable.Range(0, gradient.Length).Select(get)];
        double length = Math.Sqrt(gradient.Sum(g => g * g));
        for (int i = 0; i < SingleValues; i++)
        {
            int place = i switch { 0 => 0, 1 => gradient.Length - 1, _ => this.random.Next(gradient.Length) };
            this.Compare(name, place, gradient, values, set, j => j == place ? 1 : 0, gradient.Max(Math.Abs));
        }

        for (int i = 0; i < Directions; i++)
        {
            double unit = 1 / Math.Sqrt(gradient.Length);
            double[] signs = [.. gradient.Select(_ => this.random.Next(2) == 0 ? -unit : unit)];
            this.Compare(name, null, gradient, values, set, j => signs[j], length);
        }
    }

    private void Compare(string name, int? index, double[] gradient, T[] values, Action<int, T> set, Func<int, double> direction, double scale)
    {
        double expected = gradient.Select((g, i) => g * direction(i)).Sum();
        double tolerance = (Tolerance * scale) + Rounding;
        double nearest = double.NaN;
        foreach (double step in Steps)
        {
            double difference = (this.Loss(values, set, direction, step) - this.Loss(values, set, direction, -step)) / (2 * step);
            if (double.IsNaN(nearest) || Math.Abs(difference - expected) < Math.Abs(nearest - expected))
            {
                nearest = difference;
            }

            if (Math.Abs(nearest - expected) <= tolerance)
            {
                break;
            }
        }

        for (int i = 0; i < values.Length; i++)
        {
            set(i, values[i]);
        }

        this.comparisons.Add(new GradientComparison(name, index, expected, nearest, tolerance));
    }

    private double Loss(T[] values, Action<int, T> set, Func<int, double> direction, double along)
    {
        this.cancellation.ThrowIfCancellationRequested();
        for (int i = 0; i < values.Length; i++)
        {
            set(i, values[i] + T.CreateTruncating(along * direction(i)));
        }

        return this.pass.ForwardBackward(this.samples, this.noiseSeed);
    }
}
