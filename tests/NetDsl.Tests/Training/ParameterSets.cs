using System.Numerics;
using NetDsl.Kernels;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>Parameter sets for tests of what sweeps over them.</summary>
internal static class ParameterSets
{
    /// <summary>One vector of a length, without padding, all zero.</summary>
    public static ParameterSet<T> OfLength<T>(int length)
        where T : unmanaged =>
        new([new("values", [length], new(0, 1, length, length, Math.Max(1, length)), Initializer.Zeros, 1, 1)]);

    /// <summary>Fills all elements from -1 to 1.</summary>
    public static ParameterSet<T> Randomize<T>(ParameterSet<T> parameters, ulong stream)
        where T : unmanaged, INumberBase<T>
    {
        RandomStream random = new(1, stream);
        foreach (ref T value in parameters.Values)
        {
            value = T.CreateTruncating((2 * random.NextUniform()) - 1);
        }

        return parameters;
    }
}
