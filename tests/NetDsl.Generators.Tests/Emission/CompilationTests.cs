using Microsoft.CodeAnalysis.CSharp;

namespace NetDsl.Generators.Tests.Emission;

public sealed class CompilationTests
{
    private const string Small = """
        [global::NetDsl.Network]
        [global::NetDsl.Input(6, 6, 1)]
        [global::NetDsl.Conv2D(4, 3, Activation = global::NetDsl.Activation.Tanh)]
        [global::NetDsl.MaxPooling2D(2)]
        [global::NetDsl.Flatten]
        [global::NetDsl.Dropout(0.5)]
        [global::NetDsl.Dense(2, global::NetDsl.Activation.Softmax)]
        [global::NetDsl.Loss(global::NetDsl.Loss.CategoricalCrossentropy)]
        """;

    private const string Tiny = """
        [global::NetDsl.Network]
        [global::NetDsl.Input(2)]
        [global::NetDsl.Dense(2, global::NetDsl.Activation.Tanh)]
        [global::NetDsl.Loss(global::NetDsl.Loss.MeanSquaredError)]
        """;

    [Fact]
    public void Any_network_compiles_without_a_warning() =>
        Assert.All(Declarations.Names, name => Assert.Contains(Declarations.Compiled.GetType(name)!.GetInterfaces(), i => i.Name == "INetwork`1"));

    // The compiler that the tests reference knows as a preview what of C# 14 was settled then; the packed project is built with the whole.
    [Fact]
    public void The_next_language_version_compiles_it_too() =>
        StrictCompilation.Of(LanguageVersion.Preview, $"{Small}\ninternal partial class Net;\n{Tiny}\ninternal partial class TinyNet;").Load();

    [Fact]
    public void Types_of_the_user_s_with_the_library_s_names_are_left_alone()
    {
        string[] names =
        [
            "Activation", "Loss", "Math", "MathF", "PassMode", "Padding", "Precision", "Initializer", "Initializers", "Lanes", "LaneMath", "Parameter",
            "ParameterSet", "ParameterDefinition", "ParameterLayout", "NetworkPass", "NetworkSummary", "LayerSummary", "PredictionPool", "INetwork",
            "Activations", "ActivationGradients", "RandomNoise", "NoiseKind", "NoiseRows", "OutputLayer", "Reductions", "Transposition", "Network", "Input", "Dense", "Output",
            "Training", "Kernels", "NetDsl", "Vector512Loops", "ScalarLoops",
        ];
        string types = string.Join("\n", names.Select(name => $"internal static class {name};"));

        StrictCompilation.Of(LanguageVersion.CSharp13, $"namespace Mine;\n{types}\n{Small}\ninternal partial class Net;\n{Tiny}\ninternal partial class TinyNet;")
            .Load();
        StrictCompilation.Of(LanguageVersion.CSharp13, $"namespace Mine;\npartial class Outer {{\n{types}\n{Small}\ninternal partial class Net;\n}}").Load();
    }

    [Fact]
    public void A_namespace_of_the_user_s_may_end_like_one_of_the_library_s() =>
        StrictCompilation.Of(LanguageVersion.CSharp13, $"namespace Mine.NetDsl.Training.System;\n{Small}\ninternal partial class Net;").Load();

    [Fact]
    public void Networks_stand_in_types_of_any_kind_and_share_names_across_them() => StrictCompilation.Of(LanguageVersion.CSharp13, $$"""
        namespace First
        {
            {{Tiny}}
            internal partial class Net;

            internal static partial class Outer { {{Tiny}} internal partial class Net; }
            internal partial struct Structure { internal partial record Inner { {{Tiny}} private sealed partial class Net; } }
            internal partial interface IOuter { {{Tiny}} internal partial class Net; }
            internal partial record struct Both { {{Tiny}} internal partial class Net; }
        }

        namespace Second.Deep
        {
            {{Tiny}}
            internal partial class Net;
        }
        """).Load();

    [Fact]
    public void A_network_may_stand_in_no_namespace_and_have_members_of_its_own() => StrictCompilation.Of(LanguageVersion.CSharp13, $$"""
        {{Small}}
        internal sealed partial class Net
        {
            public int Runs { get; set; }

            public override string ToString() => this.Summary.ToString();
        }
        """).Load();

    [Fact]
    public void A_network_may_have_a_base_class_and_interfaces() => StrictCompilation.Of(LanguageVersion.CSharp13, $$"""
        internal abstract class Base(int size = 1)
        {
            public int Size => size;
        }

        {{Small}}
        internal partial class Net : Base, global::System.IDisposable
        {
            public void Dispose()
            {
            }
        }
        """).Load();
}
