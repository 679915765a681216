using NetDsl.Data;

namespace NetDsl.Interchange;

/// <summary>Data sets as NPY files: one of features, [rows, feature shape], and others of what belongs to the rows.</summary>
public static class NpyDataset
{
    /// <summary>Reads features alone, which can only be predicted, or together with what is to be learnt.</summary>
    /// <param name="featuresPath">The features: [rows, feature shape], or [rows] for one feature.</param>
    /// <param name="targetsPath">The targets, [rows, target shape] or [rows] for one target; or null.</param>
    /// <param name="sampleWeightsPath">The weights of the rows, [rows], or null.</param>
    /// <param name="classNames">Where the targets are labels (one-hot, or one of 0 and 1), the names of the classes; otherwise null.</param>
    /// <exception cref="DataFormatException">A file is broken, the files do not belong together, or a value is not finite.</exception>
    /// <exception cref="ArgumentException">The names do not fit the targets.</exception>
    public static Dataset Read(
        string featuresPath, string? targetsPath = null, string? sampleWeightsPath = null, IReadOnlyList<string>? classNames = null)
    {
        NpyArray features = ReadRows(featuresPath);
        NpyArray? targets = targetsPath is null ? null : ReadRows(targetsPath, features.Shape[0], featuresPath);
        RowLayout layout = new()
        {
            FeatureShape = ShapeOf(features),
            TargetShape = targets is null ? [0] : ShapeOf(targets),
            Classes = classNames,
        };
        float[]? weights = ReadWeights(sampleWeightsPath, features.Shape[0], featuresPath);
        return new Dataset(layout, features.ToSingle(), targets?.ToSingle() ?? [], weights, keys: null, featuresPath);
    }

    /// <summary>Reads features and the numbers of their classes, which become one-hot targets.</summary>
    /// <param name="featuresPath">The features: [rows, feature shape], or [rows] for one feature.</param>
    /// <param name="labelsPath">The number of each row's class, from 0: [rows].</param>
    /// <param name="sampleWeightsPath">The weights of the rows, [rows], or null.</param>
    /// <param name="classes">The number of classes; null for the largest label and one more.</param>
    /// <param name="classNames">The names of the classes, or null for their numbers.</param>
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
        NpyArray features = ReadRows(featuresPath);
        float[] labels = ReadColumn(labelsPath, features.Shape[0], featuresPath);
        (float[] targets, string[] names) = ClassNumbers.OneHot(labelsPath, labels, classes, classNames);
        RowLayout layout = new() { FeatureShape = ShapeOf(features), TargetShape = [names.Length], Classes = names };
        float[]? weights = ReadWeights(sampleWeightsPath, features.Shape[0], featuresPath);
        return new Dataset(layout, features.ToSingle(), targets, weights, keys: null, featuresPath);
    }

    /// <summary>Writes data in single precision. Files that are there are replaced only when all are written.</summary>
    /// <param name="data">The data.</param>
    /// <param name="featuresPath">The file of the features.</param>
    /// <param name="targetsPath">The file of the targets, or null for none.</param>
    /// <param name="sampleWeightsPath">The file of the weights, or null for none.</param>
    /// <exception cref="ArgumentException">There is a file for targets or weights, and the data have none.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(Dataset data, string featuresPath, string? targetsPath = null, string? sampleWeightsPath = null)
    {
        if (targetsPath is not null && data.TargetSize == 0)
        {
            throw new ArgumentException("The data have no targets to write.", nameof(targetsPath));
        }

        if (sampleWeightsPath is not null && !data.HasSampleWeights)
        {
            throw new ArgumentException("The data have no weights to write.", nameof(sampleWeightsPath));
        }

        List<(string Path, Action<Stream> Write)> files = [];
        Add(files, featuresPath, data.AllFeatures, [data.Count, .. data.FeatureShape]);
        Add(files, targetsPath, data.AllTargets, [data.Count, .. data.TargetShape]);
        Add(files, sampleWeightsPath, data.SampleWeights, [data.Count]);
        AtomicFile.Write(files);
    }

    private static void Add(List<(string Path, Action<Stream> Write)> files, string? path, ReadOnlySpan<float> values, int[] shape)
    {
        if (path is not null)
        {
            NpyArray array = new(values.ToArray(), shape);
            files.Add((path, stream => NpyFile.Write(stream, array)));
        }
    }

    private static int[] ShapeOf(NpyArray array) => array.Shape.Count == 1 ? [1] : [.. array.Shape.Skip(1)];

    private static float[]? ReadWeights(string? path, int rows, string featuresPath) => path is null ? null : ReadColumn(path, rows, featuresPath);

    private static float[] ReadColumn(string path, int rows, string featuresPath)
    {
        NpyArray array = ReadRows(path, rows, featuresPath);
        return array.Count == rows
            ? array.ToSingle()
            : throw DataFormatException.InFile(
                path, $"one number for each row was expected; the file has an array of shape ({string.Join(", ", array.Shape)}).");
    }

    private static NpyArray ReadRows(string path, int? rows = null, string? featuresPath = null)
    {
        NpyArray array = NpyFile.Read(path);
        if (array.Shape.Count == 0 || array.Count == 0)
        {
            throw DataFormatException.InFile(
                path, $"rows were expected; the file has an array of shape ({string.Join(", ", array.Shape)}), which holds none.");
        }

        return rows is null || array.Shape[0] == rows
            ? array
            : throw DataFormatException.InFile(
                path, FormattableString.Invariant($"the first extent is {array.Shape[0]}; the features of {featuresPath} have {rows} rows."));
    }
}
