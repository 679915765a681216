using System.Numerics;
using NetDsl.Kernels;

namespace NetDsl.Training;

/// <summary>Fills parameters before training, by Keras's formulas.</summary>
public static class Initializers
{
    /// <summary>The standard deviation of a standard normal variable that is drawn again until it is within -2 and 2.</summary>
    private const double TruncatedDeviation = 0.87962566103423978;

    private const double TruncationBound = 2;

    /// <summary>
    /// Fills each parameter as its definition says. The numbers are drawn in natural (row-major) order, each parameter from a random stream
    /// of its own, in double precision with operations that IEEE 754 rounds the same way everywhere: neither the layout in
    /// memory nor the machine changes the bits, and another layer's size changes no other layer's values.
    /// </summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="parameters">The parameters to fill.</param>
    /// <param name="seed">The same seed gives the same bits.</param>
    public static void Fill<T>(ParameterSet<T> parameters, ulong seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            Parameter<T> parameter = parameters[i];
            RandomStream random = new(seed, RandomStreams.Initialization + (uint)i);
            T[] values = new T[parameter.Count];
            Fill(values, parameter.Definition, ref random);
            parameter.CopyFrom(values);
        }
    }

    private static void Fill<T>(Span<T> values, ParameterDefinition definition, ref RandomStream random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (definition.InitialValues is { } given)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = T.CreateTruncating(given[given.Count == 1 ? 0 : i]);
            }

            return;
        }

        double fanIn = Math.Max(1, definition.FanIn);
        double fanMean = Math.Max(1, (definition.FanIn + (double)definition.FanOut) / 2);
        switch (definition.Initializer)
        {
            case Initializer.GlorotUniform:
                FillUniform(values, 1 / fanMean, ref random);
                break;
            case Initializer.GlorotNormal:
                FillTruncatedNormal(values, 1 / fanMean, ref random);
                break;
            case Initializer.HeUniform:
                FillUniform(values, 2 / fanIn, ref random);
                break;
            case Initializer.HeNormal:
                FillTruncatedNormal(values, 2 / fanIn, ref random);
                break;
            case Initializer.LecunUniform:
                FillUniform(values, 1 / fanIn, ref random);
                break;
            case Initializer.LecunNormal:
                FillTruncatedNormal(values, 1 / fanIn, ref random);
                break;
            case Initializer.Zeros:
                values.Clear();
                break;
            case Initializer.Ones:
                values.Fill(T.One);
                break;
            default:
                throw new ArgumentException($"Parameter '{definition.Name}' has the initialiser {definition.Initializer}, which is not known.");
        }
    }

    /// <summary>Uniform in +-sqrt(3 variance).</summary>
    private static void FillUniform<T>(Span<T> values, double variance, ref RandomStream random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double limit = Math.Sqrt(3 * variance);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = T.CreateTruncating(((2 * random.NextUniform()) - 1) * limit);
        }
    }

    /// <summary>Normal, drawn again until it is within two standard deviations, and so wide that the variance is right after that.</summary>
    private static void FillTruncatedNormal<T>(Span<T> values, double variance, ref RandomStream random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double deviation = Math.Sqrt(variance) / TruncatedDeviation;
        for (int i = 0; i < values.Length; i++)
        {
            double normal;
            do
            {
                normal = random.NextNormal();
            }
            while (Math.Abs(normal) > TruncationBound);

            values[i] = T.CreateTruncating(normal * deviation);
        }
    }
}
