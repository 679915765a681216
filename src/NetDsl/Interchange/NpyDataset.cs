using NetDsl.Data;

namespace NetDsl.Interchange;

/// <summary>Data sets as NPY files: one of features, [rows, feature shape], and others of what belongs to the rows.</summary>
public static class NpyDataset
{
    /// <summary>Reads features alone, which can only be predicted, or together with what is to be learnt.</summary>
    /// <param name="featuresPath">The features: [rows, feature shape], or [rows] for one feature.</param>
    /// <param name="targetsPath">The targets, [rows, target shape] or [rows] for one target; or null. Text becomes one-hot labels.</param>
    /// <param name="sampleWeightsPath">The weights of the rows, [rows], or null.</param>
    /// <param name="classNames">Where the targets are labels (one-hot, one of 0 and 1, or text), the names of the classes; otherwise null.</param>
    /// <exception cref="DataFormatException">A file is broken, the files do not belong together, or a value is not finite.</exception>
    /// <exception cref="ArgumentException">The names do not fit the targets.</exception>
    public static Dataset Read(
        string featuresPath, string? targetsPath = null, string? sampleWeightsPath = null, IReadOnlyList<string>? classNames = null)
    {
        using ArrayParts parts = Parts(StoredBytes.Open, featuresPath, targetsPath, sampleWeightsPath, TargetRoles.Of(classNames));
        return parts.Read();
    }

    /// <summary>Reads features and the labels of their classes, which become one-hot targets.</summary>
    /// <param name="featuresPath">The features: [rows, feature shape], or [rows] for one feature.</param>
    /// <param name="labelsPath">The number of each row's class, from 0, or its name: [rows].</param>
    /// <param name="sampleWeightsPath">The weights of the rows, [rows], or null.</param>
    /// <param name="classes">The number of classes; null for the largest label and one more.</param>
    /// <param name="classNames">The names of the classes, or null for their numbers, or the names found in ordinal order.</param>
    /// <exception cref="DataFormatException">
    /// A file is broken, the files do not belong together, a label is out of range, or a value is not finite.
    /// </exception>
    public static Dataset ReadLabelled(
        string featuresPath,
        string labelsPath,
        string? sampleWeightsPath = null,
        int? classes = null,
        IReadOnlyList<string>? classNames = null)
    {
        using ArrayParts parts = Parts(
            StoredBytes.Open, featuresPath, labelsPath, sampleWeightsPath, TargetRoles.OfLabels(classes, classNames));
        return parts.Read();
    }

    /// <summary>
    /// Opens the files of <see cref="Read"/> as a stream, of which only what is asked for is in memory. Arrays in Fortran order are gathered from
    /// as many places as a row has values: quick in large blocks, slow row by row.
    /// </summary>
    /// <param name="featuresPath">The features: [rows, feature shape], or [rows] for one feature.</param>
    /// <param name="targetsPath">The targets, [rows, target shape] or [rows] for one target; or null. Text becomes one-hot labels.</param>
    /// <param name="sampleWeightsPath">The weights of the rows, [rows], or null.</param>
    /// <param name="classNames">Where the targets are labels (one-hot, one of 0 and 1, or text), the names of the classes; otherwise null.</param>
    /// <exception cref="DataFormatException">A file is broken or packed, or the files do not belong together.</exception>
    /// <exception cref="ArgumentException">The names do not fit the targets.</exception>
    public static RowSource Open(
        string featuresPath, string? targetsPath = null, string? sampleWeightsPath = null, IReadOnlyList<string>? classNames = null) =>
        Parts(StoredBytes.OpenUnpacked, featuresPath, targetsPath, sampleWeightsPath, TargetRoles.Of(classNames)).Open();

    /// <summary>Opens the files of <see cref="ReadLabelled"/> as a stream; the labels are looked at once.</summary>
    /// <param name="featuresPath">The features: [rows, feature shape], or [rows] for one feature.</param>
    /// <param name="labelsPath">The number of each row's class, from 0, or its name: [rows].</param>
    /// <param name="sampleWeightsPath">The weights of the rows, [rows], or null.</param>
    /// <param name="classes">The number of classes; null for the largest label and one more.</param>
    /// <param name="classNames">The names of the classes, or null for their numbers, or the names found in ordinal order.</param>
    /// <exception cref="DataFormatException">A file is broken or packed, the files do not belong together, or a label is out of range.</exception>
    public static RowSource OpenLabelled(
        string featuresPath,
        string labelsPath,
        string? sampleWeightsPath = null,
        int? classes = null,
        IReadOnlyList<string>? classNames = null) =>
        Parts(StoredBytes.OpenUnpacked, featuresPath, labelsPath, sampleWeightsPath, TargetRoles.OfLabels(classes, classNames)).Open();

    /// <summary>Writes data in single precision. Files that are there are replaced only when all are written.</summary>
    /// <param name="data">The data.</param>
    /// <param name="featuresPath">The file of the features.</param>
    /// <param name="targetsPath">The file of the targets, or null for none.</param>
    /// <param name="sampleWeightsPath">The file of the weights, or null for none.</param>
    /// <exception cref="ArgumentException">There is a file for targets or weights, and the data have none.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(Dataset data, string featuresPath, string? targetsPath = null, string? sampleWeightsPath = null) =>
        Write(RowSource.Of(data), featuresPath, targetsPath, sampleWeightsPath);

    /// <summary>Writes rows as they come, so that there may be more than memory holds. They are read once for each file.</summary>
    /// <param name="rows">The rows; they stay open.</param>
    /// <param name="featuresPath">The file of the features.</param>
    /// <param name="targetsPath">The file of the targets, or null for none.</param>
    /// <param name="sampleWeightsPath">The file of the weights, or null for none.</param>
    /// <param name="progress">Is told now and then how many rows of a file are written, by the thread that called; null for nobody.</param>
    /// <param name="cancellationToken">Ends it; nothing of the files remains.</param>
    /// <exception cref="ArgumentException">There is a file for targets or weights, and the rows have none.</exception>
    /// <exception cref="DataFormatException">A row cannot be read.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Write(
        RowSource rows,
        string featuresPath,
        string? targetsPath = null,
        string? sampleWeightsPath = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowWriter writer = new(rows, progress, cancellationToken);
        if (targetsPath is not null && rows.Layout.TargetSize == 0)
        {
            throw new ArgumentException("The data have no targets to write.", nameof(targetsPath));
        }

        if (sampleWeightsPath is not null && !rows.Layout.HasSampleWeights)
        {
            throw new ArgumentException("The data have no weights to write.", nameof(sampleWeightsPath));
        }

        List<(string Path, Action<Stream> Write)> files =
        [
            (featuresPath, writer.WriteFeatures),
        ];
        if (targetsPath is not null)
        {
            files.Add((targetsPath, writer.WriteTargets));
        }

        if (sampleWeightsPath is not null)
        {
            files.Add((sampleWeightsPath, writer.WriteSampleWeights));
        }

        AtomicFile.Write(files);
    }

    private static ArrayParts Parts(
        Func<string, StoredBytes> open, string featuresPath, string? targetsPath, string? sampleWeightsPath, TargetRoles roles)
    {
        List<StoredBytes> files = [];
        try
        {
            return roles.Parts(files, Content(featuresPath)!, Content(targetsPath), Content(sampleWeightsPath));
        }
        catch
        {
            files.ForEach(file => file.Dispose());
            throw;
        }

        NpyContent? Content(string? path)
        {
            if (path is null)
            {
                return null;
            }

            files.Add(open(path));
            return NpyContent.Read(files[^1]);
        }
    }
}
