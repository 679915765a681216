namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Keeps elements as they are in the file.</summary>
/// <param name="destination">Where they go.</param>
/// <param name="elementSize">The bytes of an element.</param>
internal readonly ref struct ByteRuns(Span<byte> destination, int elementSize) : IRuns
{
    private readonly Span<byte> destination = destination;

    /// <inheritdoc/>
    public Span<byte> Place(long first, int count) => this.destination.Slice((int)first * elementSize, count * elementSize);

    /// <inheritdoc/>
    public void Take(ReadOnlySpan<byte> bytes, long first) => bytes.CopyTo(this.destination[((int)first * elementSize)..]);
}
