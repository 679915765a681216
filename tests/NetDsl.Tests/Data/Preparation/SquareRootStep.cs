using NetDsl.Data;

namespace NetDsl.Tests.Data.Preparations;

/// <summary>A step as a user writes it: the square root of each feature in units of the largest, and their sum as a further feature.</summary>
internal sealed class SquareRootStep(string name) : CustomStep
{
    public override string Name => name;

    protected internal override IReadOnlyDictionary<string, double[]> Fit(RowSource rows)
    {
        double largest = 0;
        foreach (Dataset batch in rows.Batches(100))
        {
            foreach (float value in batch.AllFeatures)
            {
                largest = Math.Max(largest, value);
            }
        }

        return new Dictionary<string, double[]> { ["largest"] = [largest] };
    }

    protected internal override RowTransform Create(RowLayout layout, IReadOnlyDictionary<string, double[]> numbers)
    {
        double largest = numbers["largest"][0];
        return (features, prepared) =>
        {
            prepared.Clear();
            for (int i = 0; i < features.Length; i++)
            {
                prepared[i] = (float)Math.Sqrt(features[i] / largest);
                prepared[^1] += prepared[i];
            }
        };
    }

    protected override RowLayout LayoutAfter(RowLayout layout, IReadOnlyDictionary<string, double[]> numbers) => layout with
    {
        FeatureShape = [layout.FeatureSize + 1],
        FeatureNames = [.. layout.FeatureNames!, "sum"],
    };
}
