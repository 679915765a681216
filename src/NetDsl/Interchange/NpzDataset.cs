using NetDsl.Data;

namespace NetDsl.Interchange;

/// <summary>Data sets as NPZ files: an array of features, and others of what belongs to the rows.</summary>
public static class NpzDataset
{
    private const string FeaturesName = "features";
    private const string TargetsName = "targets";
    private const string WeightsName = "sample_weights";
    private const string ClassesName = "classes";
    private const string FeatureNamesName = "feature_names";
    private const string TargetNamesName = "target_names";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which arrays are what; null for those with the usual names.</param>
    /// <exception cref="DataFormatException">
    /// The file is broken, there is no such array, the arrays do not belong together, or a value is not finite.
    /// </exception>
    /// <exception cref="ArgumentException">The names of the classes do not fit the targets.</exception>
    public static Dataset Read(string path, NpzOptions? options = null)
    {
        options ??= new NpzOptions();
        using NpzArchive archive = new(path, options.LargestUnpackedSize);
        using ArrayParts parts = Parts(archive, archive.Whole, options);
        return parts.Read();
    }

    /// <summary>
    /// Opens a file that is not packed (numpy.savez) as a stream, of which only what is asked for is in memory; labels are looked at once. Check sums
    /// are not: they are those of whole arrays.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which arrays are what; null for those with the usual names.</param>
    /// <exception cref="DataFormatException">
    /// The file is broken, an array is packed or not there, or the arrays do not belong together.
    /// </exception>
    /// <exception cref="ArgumentException">The names of the classes do not fit the targets.</exception>
    public static RowSource Open(string path, NpzOptions? options = null)
    {
        options ??= new NpzOptions();
        NpzArchive archive = new(path, options.LargestUnpackedSize);
        try
        {
            return Parts(archive, archive.InPlace, options).Open();
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Writes data in single precision, as arrays features, targets, sample_weights, and as text classes, feature_names and target_names, each where
    /// there is such. A file that is there is replaced only when all is written.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="data">The data.</param>
    /// <param name="compress">Whether the arrays are packed, as savez_compressed does it; such a file cannot be opened as a stream.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Dataset data, bool compress = false) => Write(path, RowSource.Of(data), compress);

    /// <summary>Writes rows as they come, so that there may be more than memory holds. They are read once for each array.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">The rows; they stay open.</param>
    /// <param name="compress">Whether the arrays are packed, as savez_compressed does it; such a file cannot be opened as a stream.</param>
    /// <param name="progress">Is told now and then how many rows of an array are written, by the thread that called; null for nobody.</param>
    /// <param name="cancellationToken">Ends it; nothing of the file remains.</param>
    /// <exception cref="DataFormatException">A row cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Write(
        string path, RowSource rows, bool compress = false, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowLayout layout = rows.Layout;
        RowWriter writer = new(rows, progress, cancellationToken);
        List<KeyValuePair<string, Action<Stream>>> arrays =
        [
            new(FeaturesName, writer.WriteFeatures),
        ];
        if (layout.TargetSize > 0)
        {
            arrays.Add(new(TargetsName, writer.WriteTargets));
        }

        if (layout.HasSampleWeights)
        {
            arrays.Add(new(WeightsName, writer.WriteSampleWeights));
        }

        AddNames(ClassesName, layout.Classes);
        AddNames(FeatureNamesName, layout.FeatureNames);
        AddNames(TargetNamesName, layout.TargetNames);
        NpzFile.WriteEntries(path, arrays, compress);

        void AddNames(string name, IReadOnlyList<string>? names)
        {
            if (names is not null)
            {
                arrays.Add(new(name, stream => NpyFile.WriteTexts(stream, names)));
            }
        }
    }

    private static ArrayParts Parts(NpzArchive archive, Func<string, NpyContent> open, NpzOptions options)
    {
        string[] names = [.. archive.Names];
        string featuresName = options.Features ?? Usual(names, FeaturesName, "x", "data", "images") ?? (names.Length == 1 ? names[0] : null) ??
            throw DataFormatException.InFile(
                archive.Bytes.Path, $"none of the arrays is called features or x; say which holds them. There are: {string.Join(", ", names)}.");
        string? labelsName = options.Labels ?? (options.Targets is null ? Usual(names, "labels", "label") : null);
        string? targetsName = labelsName ?? options.Targets ?? Usual(names, TargetsName, "target", "y");
        string? weightsName = options.SampleWeights ?? Usual(names, WeightsName, "sample_weight", "weights", "w");

        NpyContent features = open(featuresName);
        NpyContent? targets = targetsName is null ? null : open(targetsName);
        IReadOnlyList<string>? classes = options.ClassNames ?? (targets is null ? null : ClassNames(archive, targets));
        bool areNumbers = classes is not null && targets?.Header is { Type.Kind: 'i' or 'u', Shape.Length: 1 };
        TargetRoles roles = new(labelsName is not null || areNumbers, options.Classes, classes);
        RowLayout layout = new()
        {
            FeatureShape = [1],
            FeatureNames = Names(archive, FeatureNamesName, RowSize(features)),
            TargetNames = targets is null || labelsName is not null || areNumbers ? null : Names(archive, TargetNamesName, RowSize(targets)),
        };
        return roles.Parts([archive.Bytes], features, targets, weightsName is null ? null : open(weightsName), layout);
    }

    /// <summary>The first of some names that an array has, in upper or lower case.</summary>
    private static string? Usual(string[] names, params string[] usual) => usual
        .Select(one => names.FirstOrDefault(name => name.Equals(one, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(name => name is not null);

    private static long RowSize(NpyContent content) => content.Header.Shape is [> 0 and var rows, ..] ? content.Count / rows : 0;

    /// <summary>The names of the classes that the file gives, where they fit its targets.</summary>
    private static IReadOnlyList<string>? ClassNames(NpzArchive archive, NpyContent targets)
    {
        bool areLabels = targets.Header.Type.Kind is 'i' or 'u' or 'S' or 'U';
        long size = RowSize(targets);
        IReadOnlyList<string>? names = Names(archive, ClassesName, size == 1 ? null : size);
        return names is { Count: >= 2 } && (size > 1 || areLabels || names.Count == 2) && names.ToHashSet(StringComparer.Ordinal).Count == names.Count
            ? names
            : null;
    }

    private static IReadOnlyList<string>? Names(NpzArchive archive, string name, long? count) =>
        archive.Names.Contains(name) && archive.Whole(name) is var texts && (count is null || texts.Count == count) ? texts.Texts() : null;
}
