using NetDsl.Data;

namespace NetDsl.Tests.Data.Preparations;

/// <summary>Each step finds the numbers that scikit-learn finds, and makes the same of all rows.</summary>
public class PreparationVectorTests
{
    [Theory]
    [InlineData("complete", "standard")]
    [InlineData("holes", "standard_holes")]
    public void Means_and_deviations_are_those_of_StandardScaler(string table, string vector) =>
        AssertStep(new StandardScaler(), PreparationVectors.Table(table), vector, ("mean", "mean"), ("std", "std"));

    [Fact]
    public void Channels_share_a_mean_and_a_deviation()
    {
        Dataset images = PreparationVectors.Table("images", 3, 4, 2);
        AssertStep(new StandardScaler { PerChannel = true }, images, "standard_channels", ("mean", "mean"), ("std", "std"));
        AssertStep(new MinMaxScaler { PerChannel = true }, images, "min_max_channels", ("scale", "scale"), ("min", "min"));
    }

    [Fact]
    public void Ranges_are_those_of_MinMaxScaler()
    {
        Dataset complete = PreparationVectors.Table("complete");
        AssertStep(new MinMaxScaler { Minimum = -1, Maximum = 3 }, complete, "min_max", ("scale", "scale"), ("min", "min"));
        AssertStep(new MinMaxScaler(), PreparationVectors.Table("holes"), "min_max_holes", ("scale", "scale"), ("min", "min"));
    }

    [Fact]
    public void Logarithms_are_those_of_numpy()
    {
        Dataset complete = PreparationVectors.Table("complete");
        AssertPrepared(new LogTransform { Signed = true }, complete, PreparationVectors.Numbers("signed_log"));
        AssertPrepared(new LogTransform { Offset = 100 }, complete, PreparationVectors.Numbers("log_offset"));
        float[] magnitudes = [.. complete.AllFeatures.ToArray().Select(Math.Abs)];
        AssertPrepared(new LogTransform(), new Dataset(magnitudes, [5], [], [0]), PreparationVectors.Numbers("log"));
    }

    [Fact]
    public void Values_are_clipped_at_bounds_and_at_quantiles()
    {
        Dataset complete = PreparationVectors.Table("complete");
        AssertPrepared(new Clip { Minimum = -0.5, Maximum = 2 }, complete, PreparationVectors.Numbers("clip"));
        AssertPrepared(new Clip { LowerQuantile = 0.1, UpperQuantile = 0.8 }, complete, PreparationVectors.Numbers("clip_quantiles"));
    }

    [Theory]
    [InlineData(ImputationStrategy.Mean, "impute_mean")]
    [InlineData(ImputationStrategy.Median, "impute_median")]
    [InlineData(ImputationStrategy.MostFrequent, "impute_most_frequent")]
    public void Missing_values_are_filled_in_as_by_SimpleImputer(ImputationStrategy strategy, string vector)
    {
        Dataset prepared = AssertStep(
            new SimpleImputer { Strategy = strategy }, PreparationVectors.Table("holes"), vector, ("fill", "statistics"));
        Assert.False(prepared.Layout.MayMissFeatures);
        Assert.Equal(0, prepared.MissingCount);
    }

    [Fact]
    public void A_constant_is_filled_in_and_indicators_are_added_as_by_SimpleImputer()
    {
        Dataset holes = PreparationVectors.Table("holes");
        SimpleImputer constant = new() { Strategy = ImputationStrategy.Constant, FillValue = -2.5 };
        AssertPrepared(constant, holes, PreparationVectors.Numbers("impute_constant", "prepared"));
        Dataset indicated = AssertPrepared(
            new SimpleImputer { AddIndicator = true }, holes, PreparationVectors.Numbers("impute_indicator", "prepared"));
        Assert.Equal(["3", "4", "missingindicator_0", "missingindicator_1"], indicated.FeatureNames!.Skip(3).Take(4));
    }

    [Fact]
    public void Each_step_is_fitted_to_what_the_steps_before_have_made()
    {
        Dataset holes = PreparationVectors.Table("holes");
        PreparationStep[] steps = [new SimpleImputer { Strategy = ImputationStrategy.Median, AddIndicator = true }, new StandardScaler()];
        Preparation preparation = Preparation.Fit(steps, PreparationVectors.TrainRows(holes));
        PreparationVectors.AssertPrepared(PreparationVectors.Numbers("impute_standard", "prepared"), preparation.Apply(holes));
    }

    [Fact]
    public void Categories_become_the_columns_of_OneHotEncoder()
    {
        string[] names = ["red", "green", "blue"];
        string[] colours = [.. PreparationVectors.Element("colours").EnumerateArray().Select(colour => colour.GetString()!)];
        double[] numbers = PreparationVectors.Numbers("numbers");
        RowLayout layout = new()
        {
            FeatureShape = [2],
            FeatureNames = ["colour", "number"],
            Categories = new Dictionary<int, IReadOnlyList<string>> { [0] = names },
        };
        Dataset data = new(layout, [.. colours.Zip(numbers).SelectMany(row => new[] { Array.IndexOf(names, row.First), (float)row.Second })], []);

        Dataset prepared = AssertPrepared(
            new OneHotEncoder { Columns = ["colour", "number"] }, data, PreparationVectors.Numbers("one_hot"));

        Assert.Equal(["colour_red", "colour_green", "colour_blue", "number_-4.25", "number_1.5", "number_2"], prepared.FeatureNames);
    }

    [Fact]
    public void Targets_are_scaled_as_by_StandardScaler_and_come_back()
    {
        float[] targets = [.. PreparationVectors.Numbers("targets").Select(number => (float)number)];
        Dataset data = new(new float[targets.Length / 2], [1], targets, [2]);
        Preparation preparation = Preparation.Fit([new TargetScaler()], PreparationVectors.TrainRows(data));

        FittedStep step = Assert.Single(preparation.Steps);
        PreparationVectors.AssertClose(PreparationVectors.Numbers("target", "mean"), step.Numbers["mean"], 1e-12);
        PreparationVectors.AssertClose(PreparationVectors.Numbers("target", "std"), step.Numbers["std"], 1e-12);
        Dataset prepared = preparation.Apply(data);
        PreparationVectors.AssertClose(
            PreparationVectors.Numbers("target", "prepared"), prepared.AllTargets.ToArray().Select(value => (double)value), 1e-7);

        float[] back = prepared.AllTargets.ToArray();
        preparation.InverseTargets(back);
        PreparationVectors.AssertClose(PreparationVectors.Numbers("targets"), back.Select(value => (double)value), 1e-6);
        double[] exact = PreparationVectors.Numbers("target", "prepared");
        preparation.InverseTargets(exact);
        PreparationVectors.AssertClose(PreparationVectors.Numbers("targets"), exact, 1e-13);
    }

    private static Dataset AssertStep(PreparationStep step, Dataset data, string vector, params (string Ours, string Theirs)[] numbers)
    {
        Preparation preparation = Preparation.Fit([step], PreparationVectors.TrainRows(data));
        foreach ((string ours, string theirs) in numbers)
        {
            PreparationVectors.AssertClose(PreparationVectors.Numbers(vector, theirs), preparation.Steps[0].Numbers[ours], 1e-12);
        }

        return AssertPrepared(step, data, PreparationVectors.Numbers(vector, "prepared"));
    }

    private static Dataset AssertPrepared(PreparationStep step, Dataset data, double[] expected)
    {
        Dataset prepared = Preparation.Fit([step], PreparationVectors.TrainRows(data)).Apply(data);
        PreparationVectors.AssertPrepared(expected, prepared);
        return prepared;
    }
}
