using NetDsl.Compilation;

namespace NetDsl.Tests.Compilation;

public sealed class NetworkDeclarationTests
{
    private static readonly AttributeDeclaration Input = new("Input", 2);

    private static readonly AttributeDeclaration Flatten = new("Flatten");

    [Fact]
    public void The_text_is_what_a_person_would_write()
    {
        NetworkDeclaration declaration = new(
            "Whole",
            [
                new AttributeDeclaration("Input", 32, 32, 1),
                new AttributeDeclaration("Conv2D", [32, 5], [KeyValuePair.Create<string, object>("Activation", Activation.ReLU)]),
                Flatten,
                new AttributeDeclaration("Dropout", 0.5),
                new AttributeDeclaration(
                    "Dense", [2, Activation.Softmax], [new("UseBias", false), new("Name", "last")]),
                new AttributeDeclaration("Loss", Loss.CategoricalCrossentropy),
            ],
            Precision.Double);

        Assert.Equal(
            """
            using NetDsl;

            [Network(Precision = Precision.Double)]
            [Input(32, 32, 1)]
            [Conv2D(32, 5, Activation = Activation.ReLU)]
            [Flatten]
            [Dropout(0.5)]
            [Dense(2, Activation.Softmax, UseBias = false, Name = "last")]
            [Loss(Loss.CategoricalCrossentropy)]
            public partial class Whole;

            """.ReplaceLineEndings("\n"),
            declaration.ToSource());
    }

    [Fact]
    public void Each_attribute_is_found_by_its_line_and_nothing_else_is()
    {
        NetworkDeclaration declaration = new("Lines", [Input, Flatten]);
        string[] lines = declaration.ToSource().Split('\n');

        Assert.Equal("[Flatten]", lines[5 - 1]);
        Assert.Equal([null, 0, 1, null], Enumerable.Range(3, 4).Select(declaration.AttributeAt));
    }

    [Fact]
    public void Text_cannot_break_out_of_its_quotation_marks()
    {
        AttributeDeclaration layer = new("Dense", [1], [KeyValuePair.Create<string, object>("Name", "a\"]\\\n[Dense(9)")]);
        string source = new NetworkDeclaration("Quoted", [Input, layer]).ToSource();

        Assert.Contains("""[Dense(1, Name = "a\u0022]\u005C\u000A[Dense(9)")]""", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_have_no_digits_and_arrays_are_written_as_C_sharp_has_them()
    {
        AttributeDeclaration layer = new(
            "Normalization",
            [],
            [
                new("Mean", new double[] { 1, 0.5 }),
                new("Axes", new[] { 1, 2 }),
                new("Most", double.PositiveInfinity),
                new("Least", double.NegativeInfinity),
                new("None", double.NaN),
            ]);
        string source = new NetworkDeclaration("Numbers", [Input, layer]).ToSource();

        Assert.Contains(
            "[Normalization(Mean = new double[] { 1, 0.5 }, Axes = new[] { 1, 2 }, Most = double.PositiveInfinity, " +
            "Least = double.NegativeInfinity, None = double.NaN)]",
            source,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("1st")]
    [InlineData("a;b")]
    [InlineData("Activation")]
    public void A_name_that_no_class_can_have_is_refused(string name)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new NetworkDeclaration(name, [Input, Flatten]).ToSource());

        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_no_attribute_takes_is_refused()
    {
        AttributeDeclaration layer = new("Dense", new object());

        Assert.Throws<ArgumentException>(() => new NetworkDeclaration("Wrong", [Input, layer]).ToSource());
    }
}
