using System.Diagnostics.CodeAnalysis;
using System.Runtime.Intrinsics;

namespace NetDsl.Kernels;

/// <summary>
/// Random numbers drawn one after the other from one of the 2^64 independent streams of a seed. The same seed, stream and position give
/// the same bits on every machine. It is a struct that changes as it draws: keep it in a field or a local, and pass it by reference.
/// </summary>
/// <param name="seed">The seed.</param>
/// <param name="stream">The stream; <see cref="RandomStreams"/> keeps those of different purposes apart.</param>
[SuppressMessage("Naming", "CA1711", Justification = "A stream of random numbers is the term of the field; no one takes it for a file.")]
public struct RandomStream(ulong seed, ulong stream)
{
    private const int WordsPerBlock = 4;

    private ulong position;
    private Vector128<uint> block;

    /// <summary>The number of 32-bit words drawn so far. Set it to go on from where an interrupted run stopped.</summary>
    public ulong Position
    {
        readonly get => this.position;
        set
        {
            this.position = value;
            this.block = Philox.Block(seed, value / WordsPerBlock, stream);
        }
    }

    /// <summary>Draws 32 random bits: one word.</summary>
    public uint NextUInt32()
    {
        int lane = (int)(this.position % WordsPerBlock);
        if (lane == 0)
        {
            this.block = Philox.Block(seed, this.position / WordsPerBlock, stream);
        }

        this.position++;
        return this.block.GetElement(lane);
    }

    /// <summary>Draws a multiple of 2^-53, uniform in [0, 1): two words.</summary>
    public double NextUniform() => (this.NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// Draws from the normal distribution of mean 0 and variance 1: two words. By inversion, which uses as many words for each draw and
    /// needs no function of the C library, whose last bits differ between systems.
    /// </summary>
    public double NextNormal()
    {
        // Halfway between multiples of 2^-52, so that neither 0 nor 1 is met.
        return NormalDistribution.Quantile(((this.NextUInt64() >> 12) + 0.5) * (1.0 / (1UL << 52)));
    }

    /// <summary>
    /// Draws a whole number from 0 to below the given one, each equally likely (Lemire, "Fast random integer generation in an interval",
    /// ACM TOMACS 29, 2019): one word, seldom more.
    /// </summary>
    /// <param name="exclusiveMax">At least 1.</param>
    public int NextInt(int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exclusiveMax, 1);
        uint range = (uint)exclusiveMax;
        ulong product = (ulong)this.NextUInt32() * range;
        if ((uint)product < range)
        {
            uint rejected = (0u - range) % range;
            while ((uint)product < rejected)
            {
                product = (ulong)this.NextUInt32() * range;
            }
        }

        return (int)(product >> 32);
    }

    private ulong NextUInt64()
    {
        ulong low = this.NextUInt32();
        return ((ulong)this.NextUInt32() << 32) | low;
    }
}
