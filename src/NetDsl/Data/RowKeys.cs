namespace NetDsl.Data;

/// <summary>What rows are told apart by when data are split: the group that a row belongs to, and the time it was taken at.</summary>
/// <param name="groups">The number of each row's group, of any value, or null: rows of one group stay together.</param>
/// <param name="times">A time for each row, in any unit, or null: the latest rows are those to test with.</param>
public sealed class RowKeys(int[]? groups = null, double[]? times = null)
{
    private readonly int[] groups = groups ?? [];
    private readonly double[] times = times ?? [];

    /// <summary>No groups and no times.</summary>
    public static RowKeys None { get; } = new();

    /// <summary>The number of each row's group; empty where there are no groups.</summary>
    public ReadOnlySpan<int> Groups => this.groups;

    /// <summary>The time of each row; empty where there are no times.</summary>
    public ReadOnlySpan<double> Times => this.times;

    /// <summary>The keys of rows that follow each other.</summary>
    internal static RowKeys Concatenate(IReadOnlyList<RowKeys> parts) => new(
        parts.Any(part => part.groups.Length == 0) ? null : [.. parts.SelectMany(part => part.groups)],
        parts.Any(part => part.times.Length == 0) ? null : [.. parts.SelectMany(part => part.times)]);

    /// <summary>Refuses keys that are not as many as rows.</summary>
    /// <exception cref="ArgumentException">They are not, or a time is not a number.</exception>
    internal void Check(int rows)
    {
        if ((this.groups.Length > 0 && this.groups.Length != rows) || (this.times.Length > 0 && this.times.Length != rows))
        {
            throw new ArgumentException(
                $"There are {this.groups.Length} groups and {this.times.Length} times for {rows} rows; each row needs one, or none does.");
        }

        int odd = Array.FindIndex(this.times, double.IsNaN);
        if (odd >= 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"The time of row {odd} is missing."));
        }
    }

    /// <summary>The keys of some rows.</summary>
    internal RowKeys Subset(ReadOnlySpan<int> rows)
    {
        if (this.groups.Length == 0 && this.times.Length == 0)
        {
            return None;
        }

        int[]? someGroups = this.groups.Length == 0 ? null : new int[rows.Length];
        double[]? someTimes = this.times.Length == 0 ? null : new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            if (someGroups is not null)
            {
                someGroups[i] = this.groups[rows[i]];
            }

            if (someTimes is not null)
            {
                someTimes[i] = this.times[rows[i]];
            }
        }

        return new RowKeys(someGroups, someTimes);
    }
}
