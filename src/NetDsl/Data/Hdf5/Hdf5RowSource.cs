namespace NetDsl.Data.Hdf5;

/// <summary>The rows of a file that <see cref="Hdf5RowWriter"/> wrote, read where they lie, without a copy.</summary>
internal sealed class Hdf5RowSource : RowSource
{
    private readonly Hdf5File file;
    private readonly Hdf5Dataset features;
    private readonly Hdf5Dataset? targets;
    private readonly Hdf5Dataset? weights;
    private readonly Hdf5Dataset? groups;
    private readonly Hdf5Dataset? times;

    private Hdf5RowSource(Hdf5File file, RowLayout layout, Hdf5Dataset features)
        : base(file.Path, layout, features.Rows)
    {
        this.file = file;
        this.features = features;
        this.targets = Find(file, Hdf5Layout.Targets);
        this.weights = Find(file, Hdf5Layout.Weights);
        this.groups = Find(file, Hdf5Layout.Groups);
        this.times = Find(file, Hdf5Layout.Times);
        this.BlockRows = (int)Math.Clamp(features.ChunkShape?[0] ?? 1, 1, Math.Max(1, (1L << 26) / Math.Max(1, features.RowLength * sizeof(float))));
    }

    public override int BlockRows { get; }

    /// <summary>Whether a file says of itself what its rows are made of.</summary>
    public static bool Fits(Hdf5File file) =>
        file.Root.FindAttribute(Hdf5Layout.Format) is { Type.IsText: true, Count: 1 } format && format.ReadStrings()[0] == Hdf5Layout.FormatName;

    /// <summary>The rows of a file.</summary>
    /// <param name="file">The file, closed with the rows.</param>
    /// <exception cref="DataFormatException">What the file says of itself does not fit together.</exception>
    public static Hdf5RowSource Open(Hdf5File file)
    {
        long version = file.Root.FindAttribute(Hdf5Layout.Version) is { Type.IsNumeric: true, Count: 1 } number ? number.Read<long>()[0] : 1;
        if (version != 1)
        {
            throw DataFormatException.InFile(
                file.Path, FormattableString.Invariant($"the data are written in version {version} of the form; this program reads version 1."));
        }

        Hdf5Dataset features = Find(file, Hdf5Layout.Features) ?? throw DataFormatException.InFile(file.Path, "the file does not say where the features are.");
        Hdf5Dataset? targets = Find(file, Hdf5Layout.Targets);
        Hdf5Dataset? weights = Find(file, Hdf5Layout.Weights);
        Check(features, features, 2);
        Check(targets, features, 2);
        Check(weights, features, 1);
        Check(Find(file, Hdf5Layout.Groups), features, 1);
        Check(Find(file, Hdf5Layout.Times), features, 1);
        RowLayout layout = new()
        {
            FeatureShape = ShapeOf(features),
            TargetShape = targets is null ? [0] : ShapeOf(targets),
            FeatureNames = Texts(features, Hdf5Layout.Names),
            TargetNames = Texts(targets, Hdf5Layout.Names),
            Classes = Texts(targets, Hdf5Layout.Classes),
            Categories = CategoriesOf(features),
            LabelName = Texts(targets, Hdf5Layout.Column)?[0],
            WeightName = Texts(weights, Hdf5Layout.Column)?[0],
            HasSampleWeights = weights is not null,
            MayMissFeatures = features.FindAttribute(Hdf5Layout.MayMiss) is not null,
        };
        try
        {
            return new Hdf5RowSource(file, layout, features);
        }
        catch (ArgumentException error)
        {
            throw DataFormatException.InFile(file.Path, $"what the file says of its data does not fit them. {error.Message}", null, error);
        }
    }

    protected internal override void ReadRows(long first, int count, RowValues destination)
    {
        this.features.ReadRows(first, destination.Features);
        this.targets?.ReadRows(first, destination.Targets);
        this.weights?.ReadRows(first, destination.SampleWeights);
    }

    protected internal override RowKeys ReadKeys(long first, int count)
    {
        int[]? someGroups = this.groups is null ? null : new int[count];
        double[]? someTimes = this.times is null ? null : new double[count];
        this.groups?.ReadRows(first, someGroups.AsSpan());
        this.times?.ReadRows(first, someTimes.AsSpan());
        return new RowKeys(someGroups, someTimes);
    }

    protected override void Dispose(bool disposing)
    {
        this.file.Dispose();
        base.Dispose(disposing);
    }

    private static Hdf5Dataset? Find(Hdf5File file, string role) =>
        file.Root.FindAttribute(role) is { Type.IsText: true, Count: 1 } name ? file.FindDataset(name.ReadStrings()[0]) : null;

    private static void Check(Hdf5Dataset? dataset, Hdf5Dataset features, int leastRank)
    {
        if (dataset is null)
        {
            return;
        }

        bool fits = dataset.Type.IsNumeric && dataset.Type.ValueCount == 1 && dataset.Rows == features.Rows && dataset.Rows > 0
            && dataset.Shape.Count >= leastRank && (leastRank > 1 || dataset.Shape.Count == 1)
            && dataset.Shape.Skip(1).All(extent => extent is > 0 and <= int.MaxValue);
        if (!fits)
        {
            throw DataFormatException.InFile(
                dataset.File.Path,
                $"the dataset '{dataset.Path}' has the shape ({string.Join(", ", dataset.Shape)}) and the type {dataset.Type}; numbers were expected, in as " +
                $"many rows as '{features.Path}' has. Say what is what by options.");
        }

        dataset.CheckMemory(checked((long)Math.Min((double)dataset.Count * dataset.Type.Size, long.MaxValue / 2)));
    }

    private static int[] ShapeOf(Hdf5Dataset dataset) => [.. dataset.Shape.Skip(1).Select(extent => (int)extent)];

    /// <summary>The texts of an attribute, which may go on in others.</summary>
    private static List<string>? Texts(Hdf5Object? thing, string name)
    {
        List<string> texts = [];
        for (int part = 0; ; part++)
        {
            Hdf5Attribute? attribute = thing?.FindAttribute(part == 0 ? name : FormattableString.Invariant($"{name}_{part}"));
            if (attribute is not { Type.IsText: true, Count: > 0 })
            {
                return texts.Count > 0 ? texts : null;
            }

            texts.AddRange(attribute.ReadStrings());
        }
    }

    private static Dictionary<int, IReadOnlyList<string>> CategoriesOf(Hdf5Dataset features)
    {
        Dictionary<int, IReadOnlyList<string>> categories = [];
        if (features.FindAttribute(Hdf5Layout.Categories) is { Type.IsNumeric: true } places)
        {
            foreach (int place in places.Read<int>())
            {
                categories.TryAdd(place, Texts(features, Hdf5Layout.CategoriesOf(place)) ?? []);
            }
        }

        return categories;
    }
}
