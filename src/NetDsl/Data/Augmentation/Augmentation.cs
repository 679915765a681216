using System.Diagnostics.CodeAnalysis;
using NetDsl.Kernels;

namespace NetDsl.Data;

/// <summary>
/// Changes a sample in a way that does not change what it shows, so that a network sees another one in each epoch. It does not change itself; several
/// threads may use it at once. A way of your own derives from this class.
/// </summary>
/// <remarks>A checkpoint keeps all public properties and compares them, so what changes its samples is to be one.</remarks>
[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)]
public abstract class Augmentation
{
    /// <summary>Refuses samples that it cannot change.</summary>
    /// <param name="shape">The extents of a sample's features, channels last.</param>
    /// <exception cref="ArgumentException">It cannot change such samples; the message says what it needs.</exception>
    public virtual void Check(IReadOnlyList<int> shape)
    {
    }

    /// <summary>Changes the features of one sample, without allocating.</summary>
    /// <param name="source">The features.</param>
    /// <param name="destination">Room for as many, which does not overlap.</param>
    /// <param name="shape">Their extents, which <see cref="Check"/> has seen.</param>
    /// <param name="random">What is drawn from. Each sample of each epoch has its own numbers, whatever was drawn for others.</param>
    public abstract void Apply(ReadOnlySpan<float> source, Span<float> destination, IReadOnlyList<int> shape, ref RandomStream random);
}
