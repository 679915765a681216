using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Planning;

/// <summary>Several tensors of one shape in one buffer, one after the other within each sample.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many.</param>
/// <param name="Stride">Elements from one to the next.</param>
internal sealed record Planes(TensorView First, int Count, int Stride)
{
    public static Planes Of(int count, Shape shape, string buffer, Halo halo, ElementType element)
    {
        // The planes of one place are read and written together, so they must not fall into the same sets of a cache: neither must samples.
        TensorView plane = TensorView.Of(shape, Memory.Batch, buffer, halo, padded: true, element);
        int stride = plane.Base.SampleStride;
        return new(plane with { Base = plane.Base with { SampleStride = TensorView.SampleStride(count * stride, element) } }, count, stride);
    }

    /// <summary>How far each plane is from the first.</summary>
    public IEnumerable<int> Offsets => Enumerable.Range(0, this.Count).Select(plane => plane * this.Stride);
}
