using NetDsl.Data;

namespace NetDsl.Tests.Data;

public class ColumnChoiceTests
{
    private static readonly string[] Columns = ["id", "x1", "x2", "x10", "Y", "w"];

    [Fact]
    public void A_wildcard_stands_for_the_columns_that_are_nothing_else()
    {
        Assert.Equal(["x1", "x2", "x10"], Features(new() { Features = ["x*"] }));
        Assert.Equal(["x1", "x2"], Features(new() { Features = ["x?"] }));
        Assert.Equal(["id", "x1", "x2", "x10"], Features(new() { Features = ["*"], Targets = ["Y"], SampleWeights = "w" }));
    }

    [Fact]
    public void Features_come_in_the_order_given_and_a_name_goes_before_a_wildcard()
    {
        Assert.Equal(["x10", "id", "x1", "x2"], Features(new() { Features = ["x10", "i*", "x*"] }));
        Assert.Equal(["x2", "x10", "x1"], Features(new() { Features = ["x*", "x1"] }));
    }

    [Fact]
    public void Excluded_columns_are_no_features()
    {
        Assert.Equal(["x1", "x2", "x10", "Y"], Features(new() { ExcludedFeatures = ["id", "w"] }));
        Assert.Equal(["id"], Features(new() { Features = ["*"], ExcludedFeatures = ["x*", "w", "Y", "none*"] }));
        Assert.Throws<DataFormatException>(() => Features(new() { ExcludedFeatures = ["ID"] }));
    }

    [Fact]
    public void Targets_may_be_wildcards_too()
    {
        Assert.Equal([1, 2, 3], Choose(new() { Targets = ["x*", "x1"] }).Targets);
    }

    [Fact]
    public void Upper_and_lower_case_differ_unless_said_otherwise()
    {
        Assert.Throws<DataFormatException>(() => Features(new() { Features = ["X1"] }));
        Assert.Throws<DataFormatException>(() => Features(new() { Features = ["X*"] }));
        Assert.Equal(["x1"], Features(new() { Features = ["X1"], IgnoreCase = true }));
        Assert.Equal(["x1", "x2", "x10"], Features(new() { Features = ["X*"], IgnoreCase = true }));
    }

    [Fact]
    public void The_exact_name_goes_before_one_in_another_case_and_before_a_pattern()
    {
        TableOptions options = new() { Features = ["a", "b*"], IgnoreCase = true };
        ColumnChoice choice = new(["A", "a", "bc", "b*"], options, new TableSource("table.csv"));

        Assert.Equal([(1, false), (3, false)], choice.Features);
    }

    [Fact]
    public void Only_a_column_that_was_called_by_its_name_must_hold_numbers()
    {
        Assert.Equal([false, true, true], Choose(new() { Features = ["x1", "x*"] }).Features.Select(feature => feature.MayBeText));
    }

    [Fact]
    public void A_column_cannot_be_two_things()
    {
        Assert.Throws<ArgumentException>(() => Choose(new() { Features = ["x1", "x1"] }));
        Assert.Throws<ArgumentException>(() => Choose(new() { Features = ["x1"], Targets = ["x1"] }));
        Assert.Throws<ArgumentException>(() => Choose(new() { Targets = ["w"], SampleWeights = "w" }));
    }

    private static ColumnChoice Choose(TableOptions options) => new(Columns, options, new TableSource("table.csv"));

    private static IEnumerable<string> Features(TableOptions options) => Choose(options).Features.Select(feature => Columns[feature.Place]);
}
