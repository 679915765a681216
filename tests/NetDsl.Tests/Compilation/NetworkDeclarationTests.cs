using NetDsl.Compilation;

namespace NetDsl.Tests.Compilation;

public sealed class NetworkDeclarationTests
{
    private static readonly LayerDeclaration Flatten = new("Flatten", [], []);

    [Fact]
    public void The_text_is_what_a_person_would_write()
    {
        NetworkDeclaration declaration = new(
            "Whole",
            [32, 32, 1],
            [
                new LayerDeclaration("Conv2D", [32, 5], [KeyValuePair.Create<string, object>("Activation", Activation.ReLU)]),
                Flatten,
                new LayerDeclaration("Dropout", [0.5], []),
                new LayerDeclaration(
                    "Dense", [2, Activation.Softmax], [new("UseBias", false), new("Name", "last")]),
            ],
            Loss.CategoricalCrossentropy,
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
    public void Each_layer_is_found_by_its_line_and_nothing_else_is()
    {
        NetworkDeclaration declaration = new("Lines", [2], [Flatten, Flatten], Loss.MeanSquaredError);
        string[] lines = declaration.ToSource().Split('\n');

        Assert.Equal("[Flatten]", lines[5 - 1]);
        Assert.Equal([null, 0, 1, null], Enumerable.Range(4, 4).Select(declaration.LayerAt));
    }

    [Fact]
    public void Text_cannot_break_out_of_its_quotation_marks()
    {
        LayerDeclaration layer = new("Dense", [1], [KeyValuePair.Create<string, object>("Name", "a\"]\\\n[Dense(9)")]);
        string source = new NetworkDeclaration("Quoted", [2], [layer], Loss.MeanSquaredError).ToSource();

        Assert.Contains("""[Dense(1, Name = "a\u0022]\u005C\u000A[Dense(9)")]""", source, StringComparison.Ordinal);
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
            () => new NetworkDeclaration(name, [2], [Flatten], Loss.MeanSquaredError).ToSource());

        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_no_attribute_takes_is_refused()
    {
        LayerDeclaration layer = new("Dense", [new object()], []);

        Assert.Throws<ArgumentException>(() => new NetworkDeclaration("Wrong", [2], [layer], Loss.MeanSquaredError).ToSource());
    }
}
