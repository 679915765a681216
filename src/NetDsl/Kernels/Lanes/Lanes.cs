using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>Turns samples, one after the other, into vectors with one sample in each lane, and back.</summary>
public static class Lanes
{
    /// <summary>lanes[value, sample] = samples[sample, value]; the lanes without a sample are 0.</summary>
    /// <param name="samples">The first value of the first sample.</param>
    /// <param name="count">The number of samples, at most <paramref name="width"/>.</param>
    /// <param name="values">The values of each sample.</param>
    /// <param name="lanes">Room for a vector for each value.</param>
    /// <param name="width">The lanes of a vector.</param>
    public static void Gather<T>(ref T samples, int count, int values, ref T lanes, int width)
        where T : unmanaged
    {
        for (int value = 0; value < values; value++)
        {
            ref T lane = ref Unsafe.Add(ref lanes, value * width);
            for (int sample = 0; sample < count; sample++)
            {
                Unsafe.Add(ref lane, sample) = Unsafe.Add(ref samples, (sample * values) + value);
            }

            for (int sample = count; sample < width; sample++)
            {
                Unsafe.Add(ref lane, sample) = default;
            }
        }
    }

    /// <summary>samples[sample, value] = lanes[value, sample].</summary>
    /// <param name="lanes">A vector for each value.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="values">The values of each sample.</param>
    /// <param name="samples">Where the first value of the first sample goes.</param>
    /// <param name="width">The lanes of a vector.</param>
    public static void Scatter<T>(ref T lanes, int count, int values, ref T samples, int width)
        where T : unmanaged
    {
        for (int value = 0; value < values; value++)
        {
            ref T lane = ref Unsafe.Add(ref lanes, value * width);
            for (int sample = 0; sample < count; sample++)
            {
                Unsafe.Add(ref samples, (sample * values) + value) = Unsafe.Add(ref lane, sample);
            }
        }
    }
}
