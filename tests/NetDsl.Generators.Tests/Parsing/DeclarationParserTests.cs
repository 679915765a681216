using NetDsl.Generators.Parsing;

namespace NetDsl.Generators.Tests.Parsing;

public sealed class DeclarationParserTests
{
    private const string Layers = "[Input(3)]\n[Dense(1)]\n[Loss(Loss.MeanSquaredError)]\n";

    [Fact]
    public void Attributes_are_read_in_the_order_written_whatever_the_lists_they_stand_in()
    {
        NetworkSpec spec = GeneratorRun.Of(
            "[Loss(Loss.MeanSquaredError), Input(3)]\n[Dense(4), Dropout(0.5)]\n[System.Obsolete] [Dense(1), Network]\n"
            + "public partial class Net;").Spec;

        Assert.Equal(["Input", "Dense", "Dropout", "Dense"], spec.Layers.Select(l => l.Kind));
        Assert.Equal([4, 1], spec.Layers.Where(l => l.Kind == "Dense").Select(l => l.Integer("Units", 0)));
        Assert.Equal("MeanSquaredError", Assert.Single(spec.Outputs).Loss);
    }

    [Theory]
    [InlineData("[Network]", false)]
    [InlineData("[Network(Precision = Precision.Single)]", false)]
    [InlineData("[Network(Precision = Precision.Double)]", true)]
    [InlineData("[NetDsl.NetworkAttribute(Precision = Precision.Double)]", true)]
    public void The_precision_is_read(string network, bool isDouble) =>
        Assert.Equal(isDouble, GeneratorRun.Of($"{network}\n{Layers}public partial class Net;").Spec.IsDouble);

    [Fact]
    public void A_class_in_the_global_namespace_has_an_empty_one()
    {
        NetworkSpec spec = GeneratorRun.Of($"[Network]\n{Layers}public partial class Net;").Spec;

        Assert.Equal(("", "Net"), (spec.Namespace, spec.TypeName));
        Assert.Empty(spec.ContainingTypes);
    }

    [Fact]
    public void The_types_around_a_class_are_read_from_the_outermost()
    {
        NetworkSpec spec = GeneratorRun.Of(
            "namespace A.B; static partial class C { partial struct S { partial record R { partial record struct T { partial interface I {\n"
            + $"[Network]\n{Layers}internal partial class Net; }} }} }} }} }}").Spec;

        Assert.Equal("A.B", spec.Namespace);
        Assert.Equal(
            ["partial class C", "partial struct S", "partial record R", "partial record struct T", "partial interface I"],
            spec.ContainingTypes);
    }

    [Fact]
    public void Two_networks_of_one_file_are_two_declarations()
    {
        GeneratorRun run = GeneratorRun.Of($"[Network]\n{Layers}partial class A;\n[Network]\n{Layers}partial class B;");

        Assert.Equal(["A", "B"], run.Outputs<NetworkSpec>(TrackingNames.Specs).Select(s => s.TypeName));
    }

    [Fact]
    public void Declarations_that_say_the_same_are_equal()
    {
        const string Example = "[Network]\n[Input(3)]\n[Dropout(double.NaN)]\n[Dense(1)]\n[Loss(Loss.MeanSquaredError)]\n";
        NetworkDeclaration first = Declaration();
        NetworkDeclaration second = Declaration();

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotSame(first, second);

        static NetworkDeclaration Declaration() => Assert.Single(
            GeneratorRun.Of(Example + "partial class Net;").Outputs<NetworkDeclaration>(TrackingNames.Declarations));
    }
}
