using NetDsl.Generators.Parsing;

namespace NetDsl.Generators.Tests.Parsing;

public sealed class ArgumentReaderTests
{
    // An attribute that no layer here has the like of: the reader knows none of them.
    private const string Attribute = """

        namespace NetDsl
        {
            public enum Side { Left = 3, Right = 5 }

            public sealed class AnyAttribute : LayerAttribute
            {
                public AnyAttribute(int count, double scale = 0.5, Side side = Side.Right, params string[] names) { }
                public bool Flag { get; set; }
                public int[]? Places { get; set; }
                public Side[]? Sides { get; set; }
                public float Single { get; set; }
                public short Short { get; set; }
                public System.Type? Type { get; set; }
                public int Count { get; set; }
            }
        }
        """;

    [Fact]
    public void Constructor_parameters_are_named_by_their_properties_and_defaults_are_included() =>
        Assert.Equal(
            ["Count = int 3", "Names =", "Scale = double 0.5", "Side = string Right"], Read("Any(3)"));

    [Fact]
    public void Arguments_can_be_given_by_parameter_name() =>
        Assert.Equal(
            ["Count = int 3", "Names =", "Scale = double 0.5", "Side = string Left"], Read("Any(side: Side.Left, count: 3)"));

    [Fact]
    public void A_parameter_array_has_an_element_a_value() =>
        Assert.Equal(
            ["Count = int 3", "Names = string a, string b", "Scale = double 2", "Side = string Left"],
            Read("Any(3, 2, Side.Left, \"a\", \"b\")"));

    [Fact]
    public void Properties_are_read_as_plain_values_in_ordinal_order() =>
        Assert.Equal(
            [
                "Count = int 1",
                "Flag = bool True",
                "From = string a",
                "Names =",
                "Places = int 4, int -5",
                "Scale = double 0.5",
                "Short = int 7",
                "Side = string Right",
                "Sides = string Right, string Left",
                "Single = double 0.25",
                "Type = string string",
            ],
            Read("Any(1, Flag = true, Places = new[] { 4, -5 }, Sides = new[] { Side.Right, Side.Left }, Single = 0.25f, Short = 7, "
                + "Type = typeof(string), From = \"a\")"));

    [Fact]
    public void A_property_overrides_the_parameter_of_its_name() => Assert.Contains("Count = int 9", Read("Any(3, Count = 9)"));

    [Fact]
    public void Null_is_an_argument_not_given() =>
        Assert.Equal(
            ["Count = int 3", "Scale = double 0.5", "Side = string Right"], Read("Any(3, names: null!, Name = null, Places = null)"));

    [Fact]
    public void Constants_and_expressions_are_their_values() =>
        Assert.Equal(
            ["Count = int 12", "Names =", "Scale = double 0.25", "Side = string Left"],
            Read("Any(Sizes.Base * 3, 1.0 / Sizes.Base, (Side)3)", "static class Sizes { public const int Base = 4; }"));

    [Fact]
    public void A_layer_s_accessors_answer_what_was_given()
    {
        LayerSpec layer = Layer("Any(3, Flag = true, Places = new[] { 4, 5 }, Name = \"a\")");

        Assert.Equal(("a", null), (layer.Name, layer.From));
        Assert.Equal((3, 0.5), (layer.Integer("Count", 0), layer.Number("Scale", 0)));
        Assert.Equal((true, "Right"), (layer.Flag("Flag", false), layer.Text("Side")));
        Assert.Equal([4, 5], layer.Integers("Places"));
        Assert.Equal(8, layer.Integer("Absent", 8));
        Assert.True(layer.Has("Flag"));
        Assert.False(layer.Has("From"));
    }

    private static string[] Read(string layer, string more = "") =>
        [.. Layer(layer, more).Arguments.Select(a => $"{a.Name} = {string.Join(", ", a.Value.Select(Text))}".TrimEnd())];

    private static string Text(object value)
    {
        string type = value switch { int => "int", double => "double", bool => "bool", string => "string", _ => "?" };
        return FormattableString.Invariant($"{type} {value}");
    }

    private static LayerSpec Layer(string layer, string more = "")
    {
        GeneratorRun run = GeneratorRun.Of($"[Network]\n[Input(3)]\n[{layer}]\npublic partial class Net;\n{more}", Attribute);

        return Assert.Single(run.Outputs<NetworkDeclaration>(TrackingNames.Declarations)).Spec!.Layers[1];
    }
}
