namespace NetDsl.Data;

/// <summary>The arrays in files that make a data set together.</summary>
/// <param name="files">The files, which are closed with it.</param>
internal sealed class ArrayParts(IReadOnlyList<StoredBytes> files) : IDisposable
{
    // Targets of classes that were found in the labels may take this, and four times the bytes of the arrays.
    private const long FreeTargetBytes = 1L << 26;

    /// <summary>The features.</summary>
    public required ArrayRows Features { get; init; }

    /// <summary>What is to be learnt, where it is values or already one-hot.</summary>
    public ArrayRows? Targets { get; init; }

    /// <summary>What is to be learnt, where it is labels.</summary>
    public LabelRows? Labels { get; init; }

    /// <summary>The weights of the rows.</summary>
    public ArrayRows? SampleWeights { get; init; }

    /// <summary>The extents of a row's features, as many values as they have; null for those of the array.</summary>
    public int[]? FeatureShape { get; init; }

    /// <summary>What a row is made of besides the shapes, which the arrays have.</summary>
    public RowLayout Layout { get; init; } = new() { FeatureShape = [1] };

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (StoredBytes file in files)
        {
            file.Dispose();
        }
    }

    /// <summary>The rows as a stream, which closes the files.</summary>
    /// <exception cref="DataFormatException">The arrays do not belong together.</exception>
    /// <exception cref="ArgumentException">Names do not fit the arrays.</exception>
    public RowSource Open()
    {
        this.Check();
        RowLayout layout = this.Layout with
        {
            FeatureShape = this.FeatureShape ?? this.Features.Shape,
            TargetShape = this.Targets?.Shape ?? [this.Labels?.Classes.Count ?? 0],
            Classes = this.Labels?.Classes ?? this.Layout.Classes,
            HasSampleWeights = this.SampleWeights is not null,
        };
        return new ArraySource(this, layout);
    }

    /// <summary>All rows.</summary>
    /// <exception cref="DataFormatException">The arrays do not belong together, or a value is not finite.</exception>
    /// <exception cref="ArgumentException">Names do not fit the arrays, or the rows are more than an array can hold.</exception>
    public Dataset Read()
    {
        using RowSource source = this.Open();
        long targetBytes = source.Count * sizeof(float) * source.Layout.TargetSize;
        long bytes = this.Features.ByteCount + (this.Labels?.ByteCount ?? 0);
        if (this.Labels is { AreFound: true } labels && targetBytes > FreeTargetBytes + (4 * bytes))
        {
            throw DataFormatException.InFile(
                labels.Path,
                FormattableString.Invariant(
                    $"the largest label makes {labels.Classes.Count} classes, whose one-hot targets would take {targetBytes} bytes. ") +
                "If that is right, give the classes or their number.");
        }

        return source.ReadAll();
    }

    private static void CheckColumn(ArrayRows? array)
    {
        if (array is { RowSize: not 1 })
        {
            throw DataFormatException.InFile(
                array.Path,
                FormattableString.Invariant(
                    $"one number for each row was expected; the file has an array of shape ({array.Count}, {string.Join(", ", array.Shape)})."));
        }
    }

    private void Check()
    {
        CheckSize(this.Features);
        CheckSize(this.Targets);
        CheckColumn(this.SampleWeights);
        this.CheckCount(this.Targets?.Path, this.Targets?.Count);
        this.CheckCount(this.Labels?.Path, this.Labels?.Count);
        this.CheckCount(this.SampleWeights?.Path, this.SampleWeights?.Count);
    }

    private static void CheckSize(ArrayRows? array)
    {
        if (array is { RowSize: > int.MaxValue / 2 })
        {
            throw DataFormatException.InFile(
                array.Path, FormattableString.Invariant($"a row has {array.RowSize} values, more than an array can hold."));
        }
    }

    private void CheckCount(string? path, long? rows)
    {
        if (rows is { } count && count != this.Features.Count)
        {
            throw DataFormatException.InFile(
                path,
                FormattableString.Invariant($"the first extent is {count}; the features of {this.Features.Path} have {this.Features.Count} rows."));
        }
    }
}
