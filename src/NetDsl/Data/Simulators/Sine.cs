using NetDsl.Kernels;

namespace NetDsl.Data.Simulators;

/// <summary>A curve to be learnt from noisy points: y = sin x, where x is drawn uniformly from -pi to pi and y gets Gaussian noise.</summary>
public static class Sine
{
    /// <summary>Draws points: one feature x, one target y.</summary>
    /// <param name="count">The number of points, at least 1.</param>
    /// <param name="seed">Point i depends on the seed and on i alone: a longer series begins with the shorter one.</param>
    /// <param name="noise">The standard deviation of the noise, at least 0.</param>
    /// <exception cref="ArgumentException">The count or the noise is out of its range.</exception>
    public static Dataset Simulate(int count, ulong seed, double noise = 0.1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (!(noise >= 0 && double.IsFinite(noise)))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The noise is {noise}; it must be a finite number of at least 0."), nameof(noise));
        }

        float[] features = new float[count];
        float[] targets = new float[count];
        for (int i = 0; i < count; i++)
        {
            RandomStream random = new(seed, RandomStreams.Simulation + (uint)i);
            double x = Math.PI * ((2 * random.NextUniform()) - 1);
            features[i] = (float)x;
            targets[i] = (float)(PortableMath.SineAndCosine(x).Sine + (noise * random.NextNormal()));
        }

        return new Dataset(features, [1], targets, [1], featureNames: ["x"], targetNames: ["y"]);
    }
}
