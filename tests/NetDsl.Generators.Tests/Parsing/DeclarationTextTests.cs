using NetDsl.Generators.Parsing;

namespace NetDsl.Generators.Tests.Parsing;

public sealed class DeclarationTextTests
{
    [Fact]
    public void It_is_what_a_person_would_write() => Assert.Equal(
        """
        using NetDsl;

        [Network(Precision = Precision.Double)]
        [Input(8, 8, 2)]
        [Conv2D(4, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
        [Flatten(Name = "flat")]
        [Dense(5, Activation.Tanh)]
        [Dropout(0.25)]
        [Concatenate("flat")]
        [Dense(3, UseBias = false)]
        [Loss(Loss.MeanSquaredError)]
        public partial class Net;

        """,
        GeneratorRun.Of("""
            namespace Physics;

            public static partial class Models
            {
                private const int Units = 5;

                /// <summary>A network.</summary>
                [NetworkAttribute(Precision = Precision.Double), Input(8, 8, 2)]
                [Conv2D(4, 3, Padding = Padding.Same, Activation = Activation.ReLU)] // two channels in
                [Flatten(Name = "fl" + "at"), Dense(units: Units, Activation.Tanh)]
                [Dropout(1 / 4.0)]
                [Concatenate("flat")]
                [Dense(3, UseBias = !true)]
                [Loss(Loss.MeanSquaredError)]
                public partial class Net;
            }
            """).Spec.Declaration);

    [Fact]
    public void It_declares_the_same_network_again()
    {
        int networks = 0;
        foreach (NetworkSpec spec in GeneratorRun.Of(Emission.Declarations.Text).Outputs<NetworkSpec>(TrackingNames.Specs))
        {
            NetworkSpec again = GeneratorRun.Of(spec.Declaration).Spec;
            Assert.Equal(spec with { Namespace = "", ContainingTypes = new EquatableArray<string>([]) }, again);
            networks++;
        }

        Assert.InRange(networks, 20, int.MaxValue);
    }

    [Fact]
    public void The_network_carries_it()
    {
        const string Attributes = "[Input(2)]\n[Dense(3, Activation.ReLU, Name = \"a\")]\n[Dense(1)]\n[Loss(Loss.MeanSquaredError)]\n";
        GeneratorRun run = GeneratorRun.OfNetwork(Attributes);

        Assert.Equal($"using NetDsl;\n\n[Network]\n{Attributes}public partial class Net;\n", run.Spec.Declaration);
        string literal = string.Concat(run.Spec.Declaration.Split('\n').SkipLast(1).Select(line => line.Length == 0 ? "\n" : $"        {line}\n"));
        Assert.Contains($"\"\"\"\n{literal}\n        \"\"\"", run.Sources[0].SourceText.ToString(), StringComparison.Ordinal);
    }
}
