using System.Numerics;
using NetDsl.Kernels;

namespace NetDsl.Training;

/// <summary>Fills parameters before training, by Keras's formulas.</summary>
public static class Initializers
{
    /// <summary>The standard deviation of a standard normal variable that is drawn again until it is within -2 and 2.</summary>
    private const double TruncatedDeviation = 0.87962566103423978;

    private const double TruncationBound = 2;

    /// <summary>Keras's half-width and standard deviation where none is given.</summary>
    private const double DefaultScale = 0.05;

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
            values.AsSpan(parameter.Definition.OnesFrom..parameter.Definition.OnesTo).Fill(T.One);
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
        double mean = definition.InitializerMean;
        double scale = definition.InitializerScale ?? DefaultScale;
        double gain = definition.InitializerScale ?? 1;
        switch (definition.Initializer)
        {
            case Initializer.GlorotUniform:
                FillUniform(values, 0, Math.Sqrt(3 * (1 / fanMean)), ref random);
                break;
            case Initializer.GlorotNormal:
                FillTruncatedNormal(values, 0, Math.Sqrt(1 / fanMean) / TruncatedDeviation, ref random);
                break;
            case Initializer.HeUniform:
                FillUniform(values, 0, Math.Sqrt(3 * (2 / fanIn)), ref random);
                break;
            case Initializer.HeNormal:
                FillTruncatedNormal(values, 0, Math.Sqrt(2 / fanIn) / TruncatedDeviation, ref random);
                break;
            case Initializer.LecunUniform:
                FillUniform(values, 0, Math.Sqrt(3 * (1 / fanIn)), ref random);
                break;
            case Initializer.LecunNormal:
                FillTruncatedNormal(values, 0, Math.Sqrt(1 / fanIn) / TruncatedDeviation, ref random);
                break;
            case Initializer.InverseSqrtUniform:
                FillUniform(values, 0, Math.Sqrt(1 / fanIn), ref random);
                break;
            case Initializer.RandomUniform:
                FillUniform(values, mean, scale, ref random);
                break;
            case Initializer.RandomNormal:
                FillNormal(values, mean, scale, ref random);
                break;
            case Initializer.TruncatedNormal:
                FillTruncatedNormal(values, mean, scale, ref random);
                break;
            case Initializer.Orthogonal:
                OrthogonalMatrix.Fill(values, definition.Layout.Rows, definition.Layout.Columns, gain, ref random);
                break;
            case Initializer.Identity:
                FillIdentity(values, definition.Layout.Columns, gain);
                break;
            case Initializer.Constant:
                values.Fill(T.CreateTruncating(mean));
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

    /// <summary>Uniform within a limit around the mean.</summary>
    private static void FillUniform<T>(Span<T> values, double mean, double limit, ref RandomStream random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (ref T value in values)
        {
            value = T.CreateTruncating(mean + (((2 * random.NextUniform()) - 1) * limit));
        }
    }

    private static void FillNormal<T>(Span<T> values, double mean, double deviation, ref RandomStream random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (ref T value in values)
        {
            value = T.CreateTruncating(mean + (random.NextNormal() * deviation));
        }
    }

    /// <summary>Normal, drawn again until it is within two standard deviations.</summary>
    private static void FillTruncatedNormal<T>(Span<T> values, double mean, double deviation, ref RandomStream random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (ref T value in values)
        {
            double normal;
            do
            {
                normal = random.NextNormal();
            }
            while (Math.Abs(normal) > TruncationBound);

            value = T.CreateTruncating(mean + (normal * deviation));
        }
    }

    private static void FillIdentity<T>(Span<T> values, int columns, double gain)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        values.Clear();
        for (int i = 0; i < values.Length; i += columns + 1)
        {
            values[i] = i / columns < columns ? T.CreateTruncating(gain) : T.Zero;
        }
    }
}
