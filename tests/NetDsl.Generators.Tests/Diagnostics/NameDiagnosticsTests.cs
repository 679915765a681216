namespace NetDsl.Generators.Tests.Diagnostics;

public sealed class NameDiagnosticsTests
{
    private const string Loss = "[Loss(Loss.MeanSquaredError)]";

    [Fact]
    public void A_From_that_names_nothing_is_refused_listing_what_there_is()
    {
        GeneratorRun run = GeneratorRun.OfNetwork(
            "[Input(3, Name = \"event\")]", "[Dense(4)]", "[Dense(1, From = \"dens_0\")]", Loss);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL011",
                5,
                "From = \"dens_0\"",
                "Nothing above this layer is named 'dens_0'; above it there are: event, dense_0"),
            Assert.Single(run.Reported));
    }

    [Theory]
    [InlineData("later")]
    [InlineData("self")]
    [InlineData("")]
    public void A_From_that_names_the_layer_itself_or_one_below_is_refused(string from)
    {
        GeneratorRun run = GeneratorRun.OfNetwork(
            "[Input(3)]", $"[Dense(4, Name = \"self\", From = \"{from}\")]", "[Dense(1, Name = \"later\")]", Loss);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL011", 4, $"From = \"{from}\"", $"Nothing above this layer is named '{from}'; above it there are: input_0"),
            Assert.Single(run.Reported));
    }

    [Fact]
    public void A_From_in_the_first_place_is_told_that_there_is_nothing_above()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Dense(4, From = \"a\")]", "[Input(3)]", "[Dense(1)]", Loss);

        Assert.Equal("Nothing above this layer is named 'a'; above it there are: nothing", Assert.Single(run.Reported).Message);
    }

    [Fact]
    public void A_repeated_name_is_refused_at_the_second()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", "[Dense(4, Name = \"a\")]", "[Dense(1, Name = \"a\")]", Loss);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL014",
                5,
                "Name = \"a\"",
                "The name 'a' is taken by layer 0 'a' (Dense); layers and inputs need names of their own"),
            Assert.Single(run.Reported));
    }

    [Fact]
    public void A_name_that_a_layer_below_has_automatically_is_refused_where_it_is_written()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", "[Dense(4, Name = \"dense_1\")]", "[Dense(1)]", Loss);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL014",
                4,
                "Name = \"dense_1\"",
                "The name 'dense_1' is taken by layer 1 'Dense'; layers and inputs need names of their own"),
            Assert.Single(run.Reported));
    }

    [Fact]
    public void A_name_that_a_layer_above_has_automatically_is_refused()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", "[Dense(4)]", "[Dense(1, Name = \"dense_0\")]", Loss);

        Assert.Equal(5, Assert.Single(run.Reported).Line);
    }

    [Fact]
    public void A_layer_named_like_the_input_is_refused()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", "[Dense(1, Name = \"input_0\")]", Loss);

        Assert.Equal(
            "The name 'input_0' is taken by the input; layers and inputs need names of their own", Assert.Single(run.Reported).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("a-b")]
    [InlineData("3x3")]
    [InlineData("zero\u200Bwidth")]
    public void A_name_that_could_not_begin_an_identifier_is_refused(string name)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", $"[Dense(1, Name = \"{name}\")]", Loss);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL015",
                4,
                $"Name = \"{name}\"",
                $"The name '{name}' cannot be used; a name is made of letters, digits and '_', and does not begin with a digit"),
            Assert.Single(run.Reported));
    }

    [Theory]
    [InlineData("Head_2")]
    [InlineData("_3x3")]
    [InlineData("größe")]
    public void A_name_of_letters_digits_and_underscores_is_taken(string name)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", $"[Dense(1, Name = \"{name}\")]", Loss);

        Assert.Empty(run.Reported);
        Assert.Equal(name, run.Graph.Nodes[1].Name);
    }
}
