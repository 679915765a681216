using NetDsl.Kernels;

namespace NetDsl.Data;

/// <summary>Makes classes of different size count alike. Classes without a row are not counted.</summary>
internal static class ClassBalance
{
    /// <summary>Balanced data, the rows in the order in which they were.</summary>
    /// <exception cref="InvalidOperationException">The targets are no labels.</exception>
    public static Dataset Of(Dataset data, BalanceMethod method, ulong seed)
    {
        if (data.Classes is null)
        {
            throw new InvalidOperationException("Only data with classes can be balanced: the targets here are values, not labels.");
        }

        int[] labels = [.. Enumerable.Range(0, data.Count).Select(data.ClassOf)];
        return method == BalanceMethod.Weights ? Weighted(data, labels) : Resampled(data, labels, method == BalanceMethod.Oversample, seed);
    }

    private static Dataset Resampled(Dataset data, int[] labels, bool grow, ulong seed)
    {
        int[][] rows = [.. Enumerable.Range(0, data.Classes!.Count).Select(label =>
            Enumerable.Range(0, data.Count).Where(row => labels[row] == label).ToArray())];
        int[] sizes = [.. rows.Where(ofClass => ofClass.Length > 0).Select(ofClass => ofClass.Length)];
        int wanted = grow ? sizes.Max() : sizes.Min();
        if ((long)wanted * sizes.Length * Math.Max(data.FeatureSize, data.TargetSize) > Array.MaxLength)
        {
            throw new ArgumentException($"{sizes.Length} classes of {wanted} rows are more than an array can hold: balance by undersampling or weights.");
        }

        List<int> taken = new(wanted * sizes.Length);
        for (int label = 0; label < rows.Length; label++)
        {
            int[] ofClass = rows[label];
            if (ofClass.Length == 0)
            {
                continue;
            }

            for (int turn = 0; turn < wanted / ofClass.Length; turn++)
            {
                taken.AddRange(ofClass);
            }

            // Undersampling is all rest: no whole turn fits, unless the class is the smallest.
            RandomStream random = new(seed, RandomStreams.Balance + (uint)label);
            int[] order = new int[ofClass.Length];
            Shuffle.Permutation(order, ref random);
            taken.AddRange(order.Take(wanted % ofClass.Length).Select(place => ofClass[place]));
        }

        taken.Sort();
        return data.Subset([.. taken]);
    }

    private static Dataset Weighted(Dataset data, int[] labels)
    {
        double[] sums = new double[data.Classes!.Count];
        for (int row = 0; row < labels.Length; row++)
        {
            sums[labels[row]] += data.HasSampleWeights ? data.SampleWeights[row] : 1;
        }

        bool[] isPresent = new bool[sums.Length];
        foreach (int label in labels)
        {
            isPresent[label] = true;
        }

        for (int label = 0; label < sums.Length; label++)
        {
            if (isPresent[label] && !(sums[label] > 0))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"The weights of class '{data.Classes[label]}' add up to {sums[label]}; only positive sums can be balanced."));
            }
        }

        double each = sums.Sum() / isPresent.Count(present => present);
        return data.WithSampleWeights(
            [.. labels.Select((label, row) => (float)((data.HasSampleWeights ? data.SampleWeights[row] : 1) * each / sums[label]))]);
    }
}
