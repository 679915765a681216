using NetDsl.Compilation;

namespace NetDsl.Tests.Compilation;

public sealed class PlainDeclarationTests : IDisposable
{
    private const string Layers = "[Network, Input(2), Dense(1), Loss(Loss.MeanSquaredError)]";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => this.folder.Dispose();

    [Theory]
    [InlineData("using NetDsl;\n[Network]\n[Input(2)]\n[Dense(1)]\n[Loss(Loss.MeanSquaredError)]\npublic partial class Net;\n")]
    [InlineData("using NetDsl; namespace A.B; " + Layers + " internal sealed partial class Net { }")]
    [InlineData("namespace A { using NetDsl; /* a comment */ " + Layers + " partial class Net { } " + Layers + " partial class Other { } }")]
    [InlineData("[NetDsl.NetworkAttribute, NetDsl.Input(2), NetDsl.Dense(2 * 4, NetDsl.Activation.ReLU), NetDsl.Loss(NetDsl.Loss.MeanSquaredError)] partial class Net;")]
    [InlineData("using NetDsl; [Network, Input(2), Normalization(Mean = new[] { -1.5, 2 }, Variance = new double[] { 1, (2) }), Dense(1), Loss(Loss.MeanSquaredError)] partial class Net;")]
    [InlineData("using NetDsl; [Network, Input(2), Dense(1, Name = \"\\u0061\"), Loss(Loss.MeanSquaredError)] partial class Net;")]
    public void A_declaration_and_nothing_else_becomes_a_network(string source)
    {
        Assert.NotEmpty(new NetworkCompiler(cache: null).CompileDeclaration(source, TestContext.Current.CancellationToken).Networks);
    }

    [Theory]
    [InlineData("using NetDsl; " + Layers + " partial class Net { static Net() => System.Environment.Exit(1); }", "a member of the class Net")]
    [InlineData("using NetDsl; " + Layers + " partial class Net { static int x = System.Environment.TickCount; }", "a member of the class Net")]
    [InlineData("using NetDsl; " + Layers + " partial class Net { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() { } }", "a member")]
    [InlineData("using NetDsl; " + Layers + " partial class Net { class Inner; }", "a member of the class Net")]
    [InlineData("using NetDsl; " + Layers + " partial class Net; partial class Net { static Net() { } }", "a member of the class Net")]
    [InlineData("using NetDsl; " + Layers + " partial class Net; static class Other { }", "more than attributes on the class Other")]
    [InlineData("using NetDsl; " + Layers + " partial class Net; class Other;", "more than attributes on the class Other")]
    [InlineData("using NetDsl; " + Layers + " partial class Net : System.Exception;", "more than attributes on the class Net")]
    [InlineData("using NetDsl; " + Layers + " partial class Net(int x);", "more than attributes on the class Net")]
    [InlineData("using NetDsl; " + Layers + " partial class Net<T> where T : new();", "more than attributes on the class Net")]
    [InlineData("using NetDsl; " + Layers + " unsafe partial class Net;", "more than attributes on the class Net")]
    [InlineData("using NetDsl; " + Layers + " partial class Net; struct S;", "something that is no class")]
    [InlineData("using NetDsl; " + Layers + " partial class Net; record R(int X);", "something that is no class")]
    [InlineData("using NetDsl; " + Layers + " partial class Net; delegate void D();", "something that is no class")]
    [InlineData("using NetDsl; System.Environment.Exit(1); " + Layers + " partial class Net;", "something that is no class")]
    [InlineData("using NetDsl; [Network, Input(2), Custom(typeof(string)), Loss(Loss.MeanSquaredError)] partial class Net;", "a type")]
    [InlineData("using NetDsl; [Network, Input(2), Dense(1, Name = $\"{nameof(System)}\"), Loss(Loss.MeanSquaredError)] partial class Net;", "an argument that is no constant")]
    [InlineData("using NetDsl; [Network, Input(2), Dense(sizeof(int)), Loss(Loss.MeanSquaredError)] partial class Net;", "an argument that is no constant")]
    [InlineData("using NetDsl; [System.Serializable] " + Layers + " partial class Net;", "an attribute that is not one of NetDsl")]
    [InlineData("using NetDsl; [type: Network] " + Layers + " partial class Net;", "an attribute with a target")]
    [InlineData("using NetDsl; [assembly: System.Reflection.AssemblyTitle(\"x\")] " + Layers + " partial class Net;", "an attribute of the assembly")]
    [InlineData("global using NetDsl; " + Layers + " partial class Net;", "a using directive that is global")]
    [InlineData("using static NetDsl.Activation; using NetDsl; " + Layers + " partial class Net;", "a using directive that is global or static")]
    [InlineData("using NetDsl; using Dense = System.SerializableAttribute; " + Layers + " partial class Net;", "gives another name")]
    [InlineData("namespace A { using NetDsl; using unsafe P = int*; " + Layers + " partial class Net; }", "gives another name")]
    [InlineData("extern alias other; using NetDsl; " + Layers + " partial class Net;", "an extern alias")]
    [InlineData("#if true\nusing NetDsl;\n#endif\n" + Layers + " partial class Net;", "line 1 has a preprocessor directive")]
    [InlineData("using NetDsl;\n#line 1 \"/etc/passwd\"\n" + Layers + " partial class Net;", "a preprocessor directive")]
    [InlineData("using NetDsl;\n#pragma warning disable\n" + Layers + " partial class Net;", "line 2 has a preprocessor directive")]
    public void Code_besides_a_declaration_is_refused(string source, string expected)
    {
        SurplusCodeException error = Assert.Throws<SurplusCodeException>(() =>
            new NetworkCompiler(cache: null).CompileDeclaration(source, TestContext.Current.CancellationToken));
        Assert.Contains(expected, error.Message);
    }

    [Theory]
    [InlineData("using NetDsl; [Network, Input(2), Dense(1, Name = \"a\\\"; static Net() { } string b = \\\"\"), Loss(Loss.MeanSquaredError)] partial class Net;")]
    [InlineData("using NetDsl; [Network, Input(2), Dense(1, From = \"*/ static Net() { } /*\"), Loss(Loss.MeanSquaredError)] partial class Net;")]
    [InlineData("using NetDsl; [Network, Input(2, Name = \"a\\n}\"), Dense(1), Loss(Loss.MeanSquaredError)] partial class Net;")]
    public void A_text_cannot_break_out_of_the_generated_code(string source)
    {
        DeclarationException error = Assert.Throws<DeclarationException>(() =>
            new NetworkCompiler(cache: null).CompileDeclaration(source, TestContext.Current.CancellationToken));
        Assert.All(error.Diagnostics, diagnostic => Assert.StartsWith("NETDSL", diagnostic.Id));
    }

    [Fact]
    public void Code_that_was_compiled_before_is_refused_all_the_same()
    {
        string source = "using NetDsl; " + Layers + " partial class Net { public int Own => 1; }";
        NetworkCompiler compiler = this.Compiler();
        CompiledDeclaration own = compiler.Compile(source, TestContext.Current.CancellationToken);

        Assert.Throws<SurplusCodeException>(() => compiler.CompileDeclaration(source, TestContext.Current.CancellationToken));
        Assert.Throws<SurplusCodeException>(() => this.Compiler().CompileDeclaration(source, TestContext.Current.CancellationToken));
        GC.KeepAlive(own);
    }

    [Fact]
    public void A_declaration_that_was_compiled_before_comes_from_the_disk()
    {
        const string Source = "using NetDsl; " + Layers + " partial class Net;";
        this.Compiler().Compile(Source, TestContext.Current.CancellationToken);

        Assert.True(this.Compiler().CompileDeclaration(Source, TestContext.Current.CancellationToken).IsFromCache);
    }

    private NetworkCompiler Compiler() => new(new CompilationCache(this.folder.File("cache")));
}
