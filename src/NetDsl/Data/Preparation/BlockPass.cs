namespace NetDsl.Data;

/// <summary>Goes once through the rows of a source in blocks, of which one at a time is in memory.</summary>
internal static class BlockPass
{
    /// <summary>The values of a block: 1 MB, unless the source reads larger ones anyway.</summary>
    private const int BlockValues = 1 << 18;

    /// <summary>Takes a block.</summary>
    /// <param name="first">The number of its first row, from 0.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="block">Their values.</param>
    public delegate void Action(long first, int count, RowValues block);

    /// <summary>Features, targets and weights of all rows.</summary>
    /// <exception cref="DataFormatException">The file is broken, or a value is not finite.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void Over(RowSource rows, Action action) => Over(rows, withTargets: true, action);

    /// <summary>The features of all rows; targets and weights are left out.</summary>
    /// <exception cref="DataFormatException">The file is broken, or a value is not finite.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void OverFeatures(RowSource rows, Action action) => Over(rows, withTargets: false, action);

    /// <summary>The rows that are read together: whole blocks of the source, so that each is read once.</summary>
    public static int Rows(RowSource rows)
    {
        long size = Math.Max(1, rows.Layout.RowSize);
        long blocks = Math.Max(1, BlockValues / size / rows.BlockRows);
        return (int)Math.Min(rows.Count, Math.Min(blocks * rows.BlockRows, Math.Max(1, Array.MaxLength / size)));
    }

    private static void Over(RowSource rows, bool withTargets, Action action)
    {
        RowLayout layout = rows.Layout;
        int most = Rows(rows);
        float[] features = new float[most * layout.FeatureSize];
        float[] targets = new float[withTargets ? most * layout.TargetSize : 0];
        float[] weights = new float[withTargets && layout.HasSampleWeights ? most : 0];
        RowValues room = new(features, targets, weights);
        for (long first = 0; first < rows.Count; first += most)
        {
            int count = (int)Math.Min(most, rows.Count - first);
            RowValues block = room.Slice(0, count, layout);
            rows.Read(first, count, block);
            action(first, count, block);
        }
    }
}
