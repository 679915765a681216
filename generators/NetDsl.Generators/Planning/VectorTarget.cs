namespace NetDsl.Generators.Planning;

/// <summary>A machine to plan tiles for, as its vectors and registers; chosen at run time.</summary>
/// <param name="Name">Vector512, Vector256, Vector128 or Scalar.</param>
/// <param name="VectorBytes">The length of a vector; 0 for one element at a time.</param>
/// <param name="TileRows">The most rows of a register tile whose rows are fixed.</param>
/// <param name="SampleRows">The rows of a register tile whose rows are samples; also the samples that are never parted between threads.</param>
/// <param name="TileVectors">The most vectors of a register tile's row.</param>
internal sealed record VectorTarget(string Name, int VectorBytes, int TileRows, int SampleRows, int TileVectors)
{
    /// <summary>
    /// AVX-512 has 32 registers: 14 x 2 sums, two weights, one value. Batches come in powers of two, and 8 x 2 sums already hide the four
    /// cycles that a multiply-add takes.
    /// AVX2 and SSE have 16: 6 x 2 sums, two weights, one value. Every processor that .NET runs on has vectors of 128 bits, so the scalar path
    /// is there for tests and for switched-off vectors, and its tiles are small to keep its code short.
    /// </summary>
    public static readonly EquatableArray<VectorTarget> All = new(
    [
        new("Vector512", 64, 14, 8, 2),
        new("Vector256", 32, 6, 6, 2),
        new("Vector128", 16, 6, 6, 2),
        new("Scalar", 0, 2, 4, 2),
    ]);

    /// <summary>The elements of the vector to use for columns that are stored as so many.</summary>
    public int Lanes(ElementType element, int paddedColumns)
    {
        int lanes = Math.Max(1, this.VectorBytes / element.Size);
        while (lanes > paddedColumns)
        {
            lanes /= 2;
        }

        // There is no vector shorter than 16 bytes that is fast everywhere.
        return lanes * element.Size < 16 ? 1 : lanes;
    }
}
