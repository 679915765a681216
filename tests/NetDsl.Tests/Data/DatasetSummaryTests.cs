using System.Text.Json;
using NetDsl.Data;
using NetDsl.Tests.Data.Preparations;

namespace NetDsl.Tests.Data;

public class DatasetSummaryTests
{
    [Fact]
    public void Histograms_and_quartiles_are_those_of_numpy()
    {
        Dataset holes = PreparationVectors.Table("holes");
        DatasetSummary summary = holes.Describe();
        JsonElement[] histograms = [.. PreparationVectors.Element("histograms").EnumerateArray()];
        for (int column = 0; column < 5; column++)
        {
            Histogram histogram = summary.Features[column].Histogram!;
            Assert.Equal(PreparationVectors.Numbers(histograms[column].GetProperty("counts")), histogram.Counts.Select(count => (double)count));
            PreparationVectors.AssertClose(PreparationVectors.Numbers(histograms[column].GetProperty("edges")), histogram.Edges, 1e-13);
        }

        double[] quartiles = [.. summary.Features.Select(column => column.Quartiles!.Value).SelectMany(q => new[] { q.Lower, q.Median, q.Upper })];
        PreparationVectors.AssertClose(PreparationVectors.Numbers("quartiles"), quartiles, 1e-13);
        Assert.Equal(holes.MissingCount, summary.MissingCount);
    }

    [Fact]
    public void A_stream_has_the_same_summary_as_memory()
    {
        Dataset data = MixedTable.Rows(300, seed: 1);
        using BlockedSource rows = new(data, 7);
        Assert.Equal(data.Describe().ToString(), rows.Describe().ToString());
        Assert.Equal(600, rows.RowsRead);
    }

    [Fact]
    public void Classes_weights_and_categories_are_counted()
    {
        RowLayout layout = new()
        {
            FeatureShape = [2],
            FeatureNames = ["x", "kind"],
            Categories = new Dictionary<int, IReadOnlyList<string>> { [1] = ["a", "b", "c"] },
            MayMissFeatures = true,
            TargetShape = [1],
            Classes = ["no", "yes"],
            WeightName = "w",
        };
        Dataset data = new(layout, [1, 0, float.NaN, 2, 3, 2, 4, float.NaN], [0, 1, 1, 0], [0.5f, 2, 1, -1]);

        DatasetSummary summary = data.Describe(bins: 3);

        Assert.Equal(4, summary.Rows);
        Assert.Equal([new("no", 2, -0.5), new("yes", 2, 3)], summary.Classes!);
        Assert.Equal(2.5, summary.SumOfWeights);
        Assert.Equal("w", summary.Weights!.Name);
        Assert.Equal(-1, summary.Weights.Minimum);
        Assert.Empty(summary.Targets);
        Assert.Equal([1L, 0, 2], summary.Features[0].Histogram!.Counts);
        Assert.Equal([1L, 0, 2], summary.Features[1].Histogram!.Counts);
        Assert.Equal(["a", "b", "c"], summary.Features[1].Categories);
        Assert.Equal(1, summary.Features[1].Missing);
        Assert.Contains("kind                    3 categories: a 1, b 0, c 2, missing 1", summary.ToString());
        Assert.StartsWith("4 rows; features (2); 2 classes; 2 features missing; the weights add up to 2.5", summary.ToString());
    }

    [Fact]
    public void Images_are_one_column()
    {
        Dataset images = new([.. Enumerable.Range(0, 24).Select(i => (float)i)], [2, 3, 2], [1, 2], [1]);
        ColumnSummary column = Assert.Single(images.Describe().Features);
        Assert.Equal(("features", 0f, 23f, 11.5), (column.Name, column.Minimum, column.Maximum, column.Mean));
        Assert.Equal(Math.Sqrt(((24 * 24) - 1) / 12.0), column.StandardDeviation, 1e-12);
        Assert.Equal((5.75, 11.5, 17.25), column.Quartiles);
        Assert.Equal(24, column.Histogram!.Counts.Sum());
    }

    [Fact]
    public void A_column_without_values_has_no_histogram()
    {
        Dataset data = new(new RowLayout { FeatureShape = [2], MayMissFeatures = true }, [1, float.NaN, 1, float.NaN], []);
        IReadOnlyList<ColumnSummary> columns = data.Describe(4).Features;
        Assert.Equal([0L, 0, 2, 0], columns[0].Histogram!.Counts);
        Assert.Equal((2, float.NaN, null, null), (columns[1].Missing, columns[1].Minimum, columns[1].Histogram, columns[1].Quartiles));
        Assert.Equal(2, data.DescribeFeatures()[1].Missing);
        Assert.Contains("NaN", data.Describe().ToString());
    }

    [Fact]
    public void The_text_fits_a_screen()
    {
        Dataset wide = new([.. Enumerable.Range(0, 300).Select(i => i * -1.2345e-30f)], [100], [1, 0, 2], [1], [.. Enumerable.Range(0, 100).Select(i => $"a column with a long name {i}")]);
        string[] lines = wide.Describe(bins: 77).ToString().Split(Environment.NewLine);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 120));
        Assert.Equal(1 + 1 + 40 + 1 + 1, lines.Length);
        Assert.Equal("... and 60 more features", lines[^2]);
    }
}
