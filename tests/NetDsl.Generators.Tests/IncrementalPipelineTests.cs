using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Tests;

public sealed class IncrementalPipelineTests
{
    private const string First = """
        [Network]
        [Input(6, 6, 1)]
        [Conv2D(2, 3, Activation = Activation.ReLU, Padding = Padding.Same)]
        [MaxPooling2D(2)]
        [Flatten(Name = "flat")]
        [Dropout(0.5)]
        [Dense(2, Activation.Softmax)]
        [Loss(Loss.CategoricalCrossentropy)]
        public partial class First;
        """;

    private const string Second = """
        [Network(Precision = Precision.Double)]
        [Input(3)]
        [Dense(1)]
        [Loss(Loss.MeanSquaredError)]
        public partial class Second;
        """;

    private const string Warned = """
        [Network]
        [Input(3)]
        [Dense(1)]
        [Loss(Loss.BinaryCrossentropy)]
        public partial class Warned;
        """;

    private const string Wrong = """
        [Network]
        [Input(3)]
        [Conv2D(1, 3)]
        [Loss((Loss)9)]
        public class Wrong;
        """;

    private static readonly string[] Steps =
        [TrackingNames.Declarations, TrackingNames.Specs, TrackingNames.Graphs, TrackingNames.Diagnostics];

    [Fact]
    public void A_second_run_over_the_same_source_does_nothing()
    {
        GeneratorRun first = GeneratorRun.Of(First, Second, Warned, Wrong);
        GeneratorRun second = first.Again(first.Compilation.Clone());

        Assert.All(Steps, step => Assert.NotEmpty(first.Outputs<object>(step)));
        Assert.All(Steps, step => Assert.All(Reasons(second, step), AssertNothingNew));
        Assert.Equal(first.Sources.Select(s => s.SourceText.ToString()), second.Sources.Select(s => s.SourceText.ToString()));
        Assert.Equal(first.Reported, second.Reported);
    }

    [Fact]
    public void No_step_keeps_anything_of_the_compiler_s()
    {
        GeneratorRun run = GeneratorRun.Of(First, Second, Warned, Wrong);

        Assert.All(Steps, step => Assert.All(run.Outputs<object>(step), output => ObjectGraph.AssertKeepsNothingOfTheCompiler(output)));
    }

    [Fact]
    public void An_unrelated_type_regenerates_nothing()
    {
        GeneratorRun first = GeneratorRun.Of(First, "class Other;");
        GeneratorRun second = first.AgainWith(1, "class Other { int a; } class Another;");

        Assert.All(Steps, step => Assert.All(Reasons(second, step), AssertNothingNew));
        Assert.All(OutputReasons(second), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_class_that_moves_by_a_line_regenerates_no_source()
    {
        GeneratorRun first = GeneratorRun.Of(First);
        GeneratorRun second = first.AgainWith(0, "// A remark.\n" + First);

        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(Reasons(second, TrackingNames.Declarations)));
        Assert.Equal(IncrementalStepRunReason.Unchanged, Assert.Single(Reasons(second, TrackingNames.Specs)));
        Assert.Equal(IncrementalStepRunReason.Cached, Assert.Single(Reasons(second, TrackingNames.Graphs)));
        Assert.Equal(IncrementalStepRunReason.Cached, Assert.Single(OutputReasons(second)));
    }

    [Fact]
    public void A_warning_moves_with_its_class_while_the_source_stays()
    {
        GeneratorRun first = GeneratorRun.Of(Warned);
        GeneratorRun second = first.AgainWith(0, "// A remark.\n" + Warned);

        Assert.Equal(Assert.Single(first.Reported) with { Line = 6 }, Assert.Single(second.Reported));
        Assert.Equal(IncrementalStepRunReason.Cached, Assert.Single(Reasons(second, TrackingNames.Graphs)));
    }

    [Fact]
    public void A_change_in_the_class_s_body_regenerates_nothing()
    {
        GeneratorRun first = GeneratorRun.Of(Second.TrimEnd(';') + " { int a; }");
        GeneratorRun second = first.AgainWith(0, Second.TrimEnd(';') + " { int b; void M() { } }");

        Assert.All(OutputReasons(second), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_changed_layer_regenerates_its_own_network_only()
    {
        GeneratorRun first = GeneratorRun.Of(First, Second);
        GeneratorRun second = first.AgainWith(1, Second.Replace("Dense(1)", "Dense(2)", StringComparison.Ordinal));

        Assert.Equal(
            [("First", IncrementalStepRunReason.Cached), ("Second", IncrementalStepRunReason.Modified)],
            second.Result.TrackedSteps[TrackingNames.Graphs]
                .SelectMany(s => s.Outputs)
                .Select(o => (((NetworkGraph)o.Value).Spec.TypeName, o.Reason))
                .OrderBy(o => o.TypeName, StringComparer.Ordinal));
        Assert.Equal(
            [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified],
            OutputReasons(second).OrderBy(r => r.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public void A_declaration_with_errors_emits_nothing_until_they_are_gone()
    {
        GeneratorRun wrong = GeneratorRun.Of(Second.Replace("Dense(1)", "Dense(0)", StringComparison.Ordinal));
        GeneratorRun right = wrong.AgainWith(0, Second);

        Assert.Empty(wrong.Sources);
        Assert.Empty(right.Reported);
        Assert.NotEmpty(right.Sources);
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRun run, string step) =>
        run.Result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
            ? runs.SelectMany(s => s.Outputs).Select(o => o.Reason)
            : [];

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRun run) =>
        run.Result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(s => s.Outputs).Select(o => o.Reason);

    private static void AssertNothingNew(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());
}
