namespace NetDsl.Generators.Tests.Diagnostics;

public sealed class ClassDiagnosticsTests
{
    private const string Layers = "[Input(3)]\n[Dense(1)]\n[Loss(Loss.MeanSquaredError)]\n";

    [Fact]
    public void A_class_that_is_not_partial_is_refused_at_its_Network_attribute()
    {
        GeneratorRun run = GeneratorRun.Of("[Network]\n" + Layers + "public class Net;");

        Assert.Equal(
            new ReportedDiagnostic("NETDSL001", 2, "Network", "'Net' is not partial, so no code can be added to it; write 'partial class Net'"),
            Assert.Single(run.Reported));
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void Each_type_around_the_class_that_is_not_partial_is_named()
    {
        GeneratorRun run = GeneratorRun.Of(
            "class Outer { partial struct Middle { interface Inner {\n[Network]\n" + Layers + "public partial class Net; } } }");

        Assert.Equal(
            [
                new ReportedDiagnostic(
                    "NETDSL002",
                    3,
                    "Network",
                    "'Net' is nested in 'Inner', which is not partial, so no code can be added to it; make 'Inner' partial or move 'Net' out of it"),
                new ReportedDiagnostic(
                    "NETDSL002",
                    3,
                    "Network",
                    "'Net' is nested in 'Outer', which is not partial, so no code can be added to it; make 'Outer' partial or move 'Net' out of it"),
            ],
            run.Reported);
    }

    [Fact]
    public void A_generic_class_is_refused()
    {
        ReportedDiagnostic reported = Assert.Single(GeneratorRun.Of("[Network]\n" + Layers + "public partial class Net<T>;").Reported);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL003",
                2,
                "Network",
                "'Net' cannot be a network because 'Net<T>' is generic; for double precision write [Network(Precision = Precision.Double)]"),
            reported);
    }

    [Fact]
    public void A_class_in_a_generic_type_is_refused()
    {
        ReportedDiagnostic reported = Assert.Single(
            GeneratorRun.Of("partial class Outer<T> {\n[Network]\n" + Layers + "public partial class Net; }").Reported);

        Assert.Equal("NETDSL003", reported.Id);
        Assert.Contains("because 'Outer<T>' is generic", reported.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static partial class Net;", "'Net' is static")]
    [InlineData("abstract partial class Net;", "'Net' is abstract")]
    [InlineData("partial record Net;", "'Net' is a record")]
    [InlineData("file partial class Net;", "'Net' is local to its file")]
    [InlineData("partial class @event;", "'event' is named like a keyword of C#")]
    [InlineData("partial class Pass;", "'Pass' is named like a member that is generated for it")]
    [InlineData("partial class Parameters;", "'Parameters' is named like a member that is generated for it")]
    [InlineData("partial class Net : Base;\n[Network]\n[Input(1)]\n[Dense(1)]\n[Loss(0)]\nclass Base;", "'Net' is derived from another network")]
    public void A_class_that_cannot_be_a_network_is_refused_with_the_reason(string declaration, string reason)
    {
        ReportedDiagnostic reported = GeneratorRun.Of("[Network]\n" + Layers + declaration).Reported.First();

        Assert.Equal(("NETDSL004", 2, "Network"), (reported.Id, reported.Line, reported.Text));
        Assert.StartsWith(reason, reported.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_in_a_namespace_named_like_a_keyword_is_refused()
    {
        GeneratorRun run = GeneratorRun.Of("namespace A.@event.B {\n[Network]\n" + Layers + "public partial class Net; }");

        Assert.Equal("NETDSL004", Assert.Single(run.Reported).Id);
    }

    [Theory]
    [InlineData("partial class Net { public Net(int a) { } }", "Net")]
    [InlineData("partial class Net(int a) { int A => a; }", "(int a)")]
    public void A_constructor_of_the_user_s_own_is_refused_where_it_is(string declaration, string text)
    {
        ReportedDiagnostic reported = Assert.Single(GeneratorRun.Of("[Network]\n" + Layers + declaration).Reported);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL005",
                6,
                text,
                "'Net' declares a constructor; the generated code declares the one that makes the network, so put this code in a static method that calls it"),
            reported);
    }

    [Theory]
    [InlineData("partial class Net : System.Exception;")]
    [InlineData("internal sealed partial class Net { static Net() { } }")]
    [InlineData("partial class Net { public int Answer { get; set; } = 42; }")]
    public void A_base_class_a_static_constructor_and_members_are_allowed(string declaration)
    {
        GeneratorRun run = GeneratorRun.Of("[Network]\n" + Layers + declaration);

        Assert.Empty(run.Reported);
        Assert.NotEmpty(run.Sources);
    }

    [Fact]
    public void Attributes_on_two_parts_of_a_class_are_refused_naming_the_files()
    {
        GeneratorRun run = GeneratorRun.Of(
            "[Network]\n[Input(3)]\n[Dense(4)]\npublic partial class Net;",
            "\n\n[Dense(1)]\n[Loss(Loss.MeanSquaredError)]\npublic partial class Net;");

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL006",
                4,
                "Dense(1)",
                "The attributes of 'Net' are written on several parts of the class (Test0.cs line 3, Test1.cs line 4), between which there is no order; "
                + "put [Input], the layers and [Loss] on one part"),
            Assert.Single(run.Reported));
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void The_Network_attribute_may_stand_on_another_part_than_the_layers()
    {
        GeneratorRun run = GeneratorRun.Of("[Network]\npublic partial class Net;", Layers + "public partial class Net;");

        Assert.Empty(run.Reported);
        Assert.Equal(2, run.Graph.Nodes.Count);
    }

    [Fact]
    public void A_mistake_of_the_class_and_one_of_a_layer_are_both_reported()
    {
        GeneratorRun run = GeneratorRun.Of("[Network]\n[Input(3)]\n[Dense(0)]\n[Loss(Loss.MeanSquaredError)]\npublic class Net;");

        Assert.Equal(["NETDSL001", "NETDSL017"], run.Reported.Select(r => r.Id));
    }

    [Fact]
    public void What_the_compiler_refuses_is_left_to_the_compiler()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", "[Dense(\"many\")]", "[Loss(Loss.BinaryCrossentropy)]");

        Assert.Empty(run.Reported);
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void Network_written_twice_is_left_to_the_compiler_and_generates_one_file()
    {
        GeneratorRun run = GeneratorRun.Of("[Network]\n" + Layers + "public partial class Net;", "[Network]\npublic partial class Net;");

        Assert.Empty(run.Reported);
        Assert.Single(run.Outputs<object>(TrackingNames.Graphs));
    }

    [Fact]
    public void An_attribute_that_the_compiler_does_not_know_yet_does_not_stop_the_network()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", "[MadeByAnotherGenerator]", "[Dense(1)]", "[Loss(Loss.MeanSquaredError)]");

        Assert.Empty(run.Reported);
        Assert.NotEmpty(run.Sources);
    }
}
