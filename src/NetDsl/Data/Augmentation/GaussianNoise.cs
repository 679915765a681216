using System.Numerics;
using NetDsl.Kernels;

namespace NetDsl.Data;

/// <summary>Adds normal noise of mean 0 to each feature: Keras's GaussianNoise, on the data rather than as a layer.</summary>
public sealed class GaussianNoise : Augmentation
{
    /// <summary>Noise of a size.</summary>
    /// <param name="stddev">Its standard deviation, in the unit of the features as the network sees them; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public GaussianNoise(double stddev)
    {
        if (!(stddev >= 0 && stddev <= float.MaxValue))
        {
            throw new ArgumentOutOfRangeException(nameof(stddev), stddev, "A standard deviation is a finite number of at least 0.");
        }

        this.Stddev = stddev;
    }

    /// <summary>The standard deviation of what is added.</summary>
    public double Stddev { get; }

    /// <inheritdoc/>
    public override void Apply(ReadOnlySpan<float> source, Span<float> destination, IReadOnlyList<int> shape, ref RandomStream random)
    {
        float size = (float)this.Stddev;
        Span<uint> bits = stackalloc uint[Vector<uint>.Count];
        int i = 0;
        for (; i <= source.Length - bits.Length; i += bits.Length)
        {
            for (int lane = 0; lane < bits.Length; lane++)
            {
                bits[lane] = random.NextUInt32();
            }

            (new Vector<float>(source[i..]) + (size * NormalLanes.Of(new Vector<uint>(bits)))).CopyTo(destination[i..]);
        }

        for (; i < source.Length; i++)
        {
            destination[i] = source[i] + (size * NormalLanes.Of(random.NextUInt32()));
        }
    }
}
