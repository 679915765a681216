namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Numbers the chunks of a dataset in row-major order.</summary>
internal sealed class ChunkGrid
{
    private readonly long[] chunks;

    /// <summary>Lays a grid over a shape.</summary>
    /// <param name="shape">The dataset's extents.</param>
    /// <param name="chunkShape">A chunk's extents.</param>
    public ChunkGrid(ReadOnlySpan<long> shape, ReadOnlySpan<long> chunkShape)
    {
        this.chunks = new long[shape.Length];
        this.Count = 1;
        for (int i = 0; i < shape.Length; i++)
        {
            this.chunks[i] = (shape[i] / chunkShape[i]) + (shape[i] % chunkShape[i] == 0 ? 0 : 1);
            this.Count *= this.chunks[i];
        }
    }

    /// <summary>All chunks of the grid. No more than the elements, so that it fits.</summary>
    public long Count { get; }

    /// <summary>The chunks along an extent.</summary>
    public long Along(int extent) => this.chunks[extent];

    /// <summary>The number of a chunk.</summary>
    /// <param name="place">Its place along each extent.</param>
    /// <returns>The number; -1 for one outside of the grid.</returns>
    public long Number(ReadOnlySpan<long> place)
    {
        long number = 0;
        for (int i = 0; i < place.Length; i++)
        {
            if (place[i] < 0 || place[i] >= this.chunks[i])
                return -1;

            number = (number * this.chunks[i]) + place[i];
        }

        return number;
    }
}
