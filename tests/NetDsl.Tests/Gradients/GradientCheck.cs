using NetDsl.Training;

namespace NetDsl.Tests.Gradients;

/// <summary>
/// Compares the gradients of a pass with central differences of its loss, (L(x + h) - L(x - h)) / 2h. Each array is moved in random directions,
/// in which every value takes part, so that none can be wrong unseen; then some values by themselves, so that a failure says where.
/// </summary>
internal sealed class GradientCheck
{
    /// <summary>
    /// The length of a step. Its error grows as its square, that of rounding as its inverse; with the longest of these both are some
    /// 1e-9. Where a ReLU or a maximum changes over within a step the difference is wrong, not the gradient, and a shorter step is not.
    /// </summary>
    private static readonly double[] Steps = [3e-5, 3e-6, 3e-7];

    /// <summary>Relative to the length of the gradient, or the largest value of it.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>Rounding of a loss of about 1 over the shortest step.</summary>
    private const double Rounding = 1e-9;

    private const int Directions = 2;
    private const int SingleValues = 4;

    private readonly NetworkPass<double> pass;
    private readonly int samples;
    private readonly ulong? noiseSeed;
    private readonly Random random = new(2);

    private GradientCheck(NetworkPass<double> pass, int samples, ulong? noiseSeed)
    {
        this.pass = pass;
        this.samples = samples;
        this.noiseSeed = noiseSeed;
    }

    /// <summary>Checks the gradients of all parameters and of the samples.</summary>
    /// <param name="pass">The pass, filled.</param>
    /// <param name="samples">The samples of the batch.</param>
    /// <param name="noiseSeed">What dropout draws from; null for none, and for statistics of before instead of the batch's.</param>
    public static void Verify(NetworkPass<double> pass, int samples, ulong? noiseSeed)
    {
        pass.ForwardBackward(samples, noiseSeed, inputGradients: true);
        double[] inputGradients = pass.InputGradients.ToArray();
        double[][] gradients = [.. pass.Gradients.Select(gradient => gradient.ToArray())];
        GradientCheck check = new(pass, samples, noiseSeed);
        check.Array("input", inputGradients, i => pass.Inputs[i], (i, value) => pass.Inputs[i] = value);
        for (int p = 0; p < gradients.Length; p++)
        {
            Parameter<double> parameter = pass.Network.Parameters[p];
            if (!parameter.Definition.IsTrainable)
            {
                Assert.All(gradients[p], gradient => Assert.Equal(0, gradient));
                continue;
            }

            check.Array(parameter.Name, gradients[p], i => parameter[i], (i, value) => parameter[i] = value);
        }
    }

    private void Array(string name, double[] gradient, Func<int, double> get, Action<int, double> set)
    {
        double[] values = [.. Enumerable.Range(0, gradient.Length).Select(get)];
        double length = Math.Sqrt(gradient.Sum(g => g * g));
        for (int i = 0; i < SingleValues; i++)
        {
            int place = i switch { 0 => 0, 1 => gradient.Length - 1, _ => this.random.Next(gradient.Length) };
            this.Direction($"{name}[{place}]", gradient, values, set, j => j == place ? 1 : 0, gradient.Max(Math.Abs));
        }

        for (int i = 0; i < Directions; i++)
        {
            double unit = 1 / Math.Sqrt(gradient.Length);
            double[] signs = [.. gradient.Select(_ => this.random.Next(2) == 0 ? -unit : unit)];
            this.Direction($"{name} in direction {i}", gradient, values, set, j => signs[j], length);
        }
    }

    private void Direction(string name, double[] gradient, double[] values, Action<int, double> set, Func<int, double> direction, double scale)
    {
        double expected = gradient.Select((g, i) => g * direction(i)).Sum();
        double[] differences = new double[Steps.Length];
        for (int s = 0; s < Steps.Length; s++)
        {
            double step = Steps[s];
            double Loss(double along)
            {
                for (int i = 0; i < values.Length; i++)
                {
                    set(i, values[i] + (along * direction(i)));
                }

                return this.pass.ForwardBackward(this.samples, this.noiseSeed);
            }

            differences[s] = (Loss(step) - Loss(-step)) / (2 * step);
            Loss(0);
            if (Math.Abs(differences[s] - expected) <= (Tolerance * scale) + Rounding)
            {
                return;
            }
        }

        Assert.Fail(FormattableString.Invariant(
            $"The gradient of {name} is {expected:G12}; differences over {string.Join(", ", Steps)} give {string.Join(", ", differences)}."));
    }
}
