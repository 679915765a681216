using NetDsl.Data;

namespace NetDsl.Tests.Data.Preparations;

public class CustomStepTests
{
    private static readonly Dataset Data = new([4, 1, 0, 16], [2], [], [0], ["a", "b"]);

    [Fact]
    public void A_step_of_a_user_is_fitted_applied_saved_and_loaded()
    {
        CustomStep.Register(() => new SquareRootStep("root"));
        Preparation preparation = Preparation.Fit([new SquareRootStep("root"), new MinMaxScaler { Columns = ["sum"] }], Data);

        Dataset prepared = preparation.Apply(Data);

        Assert.Equal(["a", "b", "sum"], prepared.FeatureNames);
        Assert.Equal([0.5f, 0.25f, 0, 0, 1, 1], prepared.AllFeatures);
        Assert.Equal([16.0], preparation.Steps[0].Numbers["largest"]);
        Preparation loaded = Preparation.FromJson(preparation.ToJson());
        Assert.Equal(preparation, loaded);
        Assert.Equal(prepared.AllFeatures, loaded.Apply(Data).AllFeatures);
        Assert.Equal("root: largest 16", loaded.Steps[0].ToString());
    }

    [Fact]
    public void A_step_that_is_not_registered_is_named_when_it_is_loaded()
    {
        string json = Preparation.Fit([new SquareRootStep("nobody's")], Data).ToJson();
        FormatException error = Assert.Throws<FormatException>(() => Preparation.FromJson(json));
        Assert.Contains("the step 'nobody's', which this program does not know: call CustomStep.Register", error.Message);
    }

    [Fact]
    public void Numbers_that_a_step_does_not_take_are_an_error_of_the_text()
    {
        CustomStep.Register(() => new SquareRootStep("changed"));
        string json = Preparation.Fit([new SquareRootStep("changed")], Data).ToJson().Replace("largest", "smallest", StringComparison.Ordinal);
        Assert.Contains("'changed' does not take its numbers", Assert.Throws<FormatException>(() => Preparation.FromJson(json)).Message);
    }

    [Fact]
    public void Names_of_other_steps_and_numbers_that_are_not_finite_are_refused()
    {
        Assert.Throws<ArgumentException>(() => CustomStep.Register(() => new SquareRootStep("Clip")));
        Assert.Throws<ArgumentException>(() => CustomStep.Register(() => new SquareRootStep(" ")));
        Dataset zeros = new([0, 0], [2], [], [0], ["a", "b"]);
        Assert.Throws<DataFormatException>(() => Preparation.Fit([new SquareRootStep("x")], zeros).Apply(Data));
    }
}
