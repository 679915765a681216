using NetDsl.Data;
using NetDsl.Kernels;

namespace NetDsl.Tests.Data.Preparations;

/// <summary>A table with numbers, categories, holes, weights and two targets, drawn from a seed.</summary>
internal static class MixedTable
{
    public static readonly string[] Kinds = ["gamma", "proton", "iron"];

    public static RowLayout Layout { get; } = new()
    {
        FeatureShape = [4],
        FeatureNames = ["energy", "kind", "width", "length"],
        Categories = new Dictionary<int, IReadOnlyList<string>> { [1] = Kinds },
        MayMissFeatures = true,
        TargetShape = [2],
        TargetNames = ["depth", "mass"],
    };

    /// <summary>Every step there is, in an order in which they fit the table.</summary>
    public static PreparationStep[] Steps =>
    [
        new LogTransform { Columns = ["energy"] },
        new SimpleImputer { Strategy = ImputationStrategy.Median, AddIndicator = true },
        new SimpleImputer { Strategy = ImputationStrategy.MostFrequent, Columns = ["kind"] },
        new Clip { Columns = ["w*", "length"], LowerQuantile = 0.05, Maximum = 4 },
        new MinMaxScaler { Columns = ["width"] },
        new OneHotEncoder { HandleUnknown = UnknownCategory.Ignore },
        new OrdinalEncoder { Columns = ["missingindicator_energy"], UnknownValue = -1 },
        new StandardScaler(),
        new TargetScaler(),
    ];

    public static Dataset Rows(int count, ulong seed)
    {
        RandomStream random = new(seed, RandomStreams.Simulation);
        float[] features = new float[count * 4];
        float[] targets = new float[count * 2];
        float[] weights = new float[count];
        for (int row = 0; row < count; row++)
        {
            Span<float> values = features.AsSpan(row * 4, 4);
            values[0] = (float)Math.Exp(3 * random.NextNormal());
            values[1] = random.NextInt(Kinds.Length);
            values[2] = (float)random.NextNormal();
            values[3] = (float)(1000 + random.NextNormal());
            values[random.NextInt(4)] = random.NextInt(3) == 0 ? float.NaN : 1;
            targets[row * 2] = (float)(700 + (50 * random.NextNormal()));
            targets[(row * 2) + 1] = random.NextInt(56);
            weights[row] = (float)random.NextUniform();
        }

        return new Dataset(Layout, features, targets, weights);
    }
}
