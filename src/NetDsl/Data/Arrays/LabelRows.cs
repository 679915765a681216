namespace NetDsl.Data;

/// <summary>
/// The labels of rows in a file, and the classes they name: known when the file is opened, by one pass over it where nobody gave them.
/// </summary>
internal abstract class LabelRows
{
    // Rows that are looked at together.
    private protected const int BlockRows = 1 << 12;

    /// <summary>The file.</summary>
    public abstract string Path { get; }

    /// <summary>The number of rows.</summary>
    public abstract long Count { get; }

    /// <summary>The names of the classes, at least two.</summary>
    public abstract IReadOnlyList<string> Classes { get; }

    /// <summary>Whether the classes were found in the file and not given.</summary>
    public abstract bool AreFound { get; }

    /// <summary>The bytes of the labels.</summary>
    public abstract long ByteCount { get; }

    /// <summary>Reads one-hot targets.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="targets">Room for some whole rows that are there.</param>
    public void Read(long first, Span<float> targets)
    {
        int width = this.Classes.Count;
        int[] labels = new int[Math.Min(BlockRows, targets.Length / width)];
        targets.Clear();
        for (int done = 0; done < targets.Length / width;)
        {
            Span<int> part = labels.AsSpan(0, Math.Min(labels.Length, (targets.Length / width) - done));
            this.ReadClasses(first + done, part);
            foreach (int label in part)
            {
                targets[(done++ * width) + label] = 1;
            }
        }
    }

    /// <summary>Reads the places of the classes of rows.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="classes">Room for some rows that are there, at most <see cref="BlockRows"/>.</param>
    protected abstract void ReadClasses(long first, Span<int> classes);
}
