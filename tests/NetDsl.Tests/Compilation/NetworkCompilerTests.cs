using System.Runtime.CompilerServices;
using NetDsl.Compilation;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Compilation;

public sealed class NetworkCompilerTests
{
    private const string Source =
        """
        using NetDsl;

        [Network]
        [Input(3)]
        [Dense(4, Activation.Sigmoid)]
        [Dense(1, Activation.Sigmoid)]
        [Loss(Loss.MeanSquaredError)]
        public partial class CompiledTruthTable;
        """;

    private readonly NetworkCompiler compiler = new(cache: null);

    [Fact]
    public void A_declaration_becomes_the_network_that_a_project_would_get()
    {
        CompiledDeclaration declaration = this.Compile(Source);
        CompiledNetwork compiled = Assert.Single(declaration.Networks);
        INetwork<float> network = Assert.IsType<INetwork<float>>(compiled.Create(seed: 7), exactMatch: false);
        CompiledTruthTable own = new(seed: 7);

        Assert.Equal("CompiledTruthTable", compiled.Name);
        Assert.Equal(own.Summary.ToString(), network.Summary.ToString());
        Assert.True(own.Parameters.Values.SequenceEqual(network.Parameters.Values));
        Assert.Equal(Predict(own), Predict(network));
        Assert.Empty(declaration.Warnings);
        Assert.Equal(Source, declaration.Source);
    }

    [Fact]
    public void A_compiled_network_learns()
    {
        INetwork<float> network = (INetwork<float>)this.Compile(Source).Networks[0].Create(seed: 1);
        Dataset data = new([0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1], [3], [0, 0, 1, 1], [1]);

        History history = new Trainer<float>(network, new SGD { LearningRate = 1 })
            .Fit(data, epochs: 200, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(history["loss"][^1] < history["loss"][0] / 2);
    }

    [Fact]
    public void All_networks_of_a_source_are_there_in_order_of_their_names()
    {
        CompiledDeclaration declaration = this.Compile(
            """
            using NetDsl;

            namespace Physics;

            [Network(Precision = Precision.Double), Input(2), Dense(1), Loss(Loss.MeanSquaredError)]
            public partial class Second;

            [Network, Input(2), Dense(1), Loss(Loss.MeanSquaredError)]
            public partial class First;
            """);

        Assert.Equal(["Physics.First", "Physics.Second"], declaration.Networks.Select(n => n.Name));
        Assert.IsType<INetwork<double>>(declaration.Networks[1].Create(), exactMatch: false);
    }

    [Fact]
    public void A_mistake_in_the_declaration_is_named_by_id_and_line()
    {
        DeclarationException error = Assert.Throws<DeclarationException>(() => this.Compile(
            Source.Replace("[Dense(1, Activation.Sigmoid)]", "[Dense(0)]", StringComparison.Ordinal)));

        DeclarationDiagnostic diagnostic = Assert.Single(error.Diagnostics);
        Assert.Equal(("NETDSL017", 6, true), (diagnostic.Id, diagnostic.Line, diagnostic.IsError));
        Assert.Contains("line 6: NETDSL017", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_mistakes_come_in_order_of_their_lines()
    {
        DeclarationException error = Assert.Throws<DeclarationException>(() => this.Compile(
            """
            using NetDsl;
            [Network, Input(2)]
            [Dense(0)]
            [Dropout(1)]
            [Dense(-1)]
            [Loss(Loss.MeanSquaredError)]
            public partial class Wrong;
            """));

        Assert.Equal([3, 4, 5], error.Diagnostics.Select(d => d.Line));
    }

    [Theory]
    [InlineData("public class {", "CS")]
    [InlineData("using NetDsl; [Network, Input(2), Densee(1), Loss(Loss.MeanSquaredError)] public partial class Wrong;", "CS0246")]
    public void What_is_no_correct_CSharp_is_named_as_the_compiler_names_it(string source, string id)
    {
        DeclarationException error = Assert.Throws<DeclarationException>(() => this.Compile(source));

        Assert.Contains(error.Diagnostics, d => d.Id.StartsWith(id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("public class NoNetwork;")]
    public void A_source_without_a_network_is_refused(string source)
    {
        DeclarationException error = Assert.Throws<DeclarationException>(() => this.Compile(source));

        Assert.Contains("[Network]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_stays_with_the_declaration()
    {
        CompiledDeclaration declaration = this.Compile(
            Source.Replace("MeanSquaredError", "CategoricalCrossentropy", StringComparison.Ordinal));

        Assert.Equal("NETDSL022", Assert.Single(declaration.Warnings).Id);
    }

    [Fact]
    public void A_source_that_is_in_use_is_not_compiled_again()
    {
        CompiledDeclaration first = this.Compile(Source);

        Assert.Same(first, this.Compile(Source));
        Assert.NotSame(first, this.Compile(Source + "\n"));
    }

    [Fact]
    public void Two_networks_of_one_name_live_side_by_side()
    {
        INetwork small = this.Compile(Source).Networks[0].Create();
        INetwork large = this.Compile(Source.Replace("Dense(4", "Dense(40", StringComparison.Ordinal)).Networks[0].Create();

        Assert.Equal(small.GetType().FullName, large.GetType().FullName);
        Assert.NotEqual(small.GetType(), large.GetType());
        Assert.True(small.Summary.ParameterCount < large.Summary.ParameterCount);
    }

    [Fact]
    public void A_network_that_nobody_uses_goes_away_with_its_code()
    {
        WeakReference code = this.CompileAndForget();
        for (int i = 0; i < 20 && code.IsAlive; i++)
        {
            Collect();
        }

        Assert.False(code.IsAlive);
    }

    [Fact]
    public void A_network_can_be_used_when_only_it_is_kept()
    {
        INetwork<float> network = this.CreateOnly();
        Collect();
        Collect();

        Assert.Single(Predict(network));
        Assert.Equal(2, network.CreatePass(2).BatchSize);
    }

    [Fact]
    public void A_cancelled_compilation_ends() => Assert.ThrowsAny<OperationCanceledException>(
        () => this.compiler.Compile(Source, new CancellationToken(canceled: true)));

    private static float[] Predict(INetwork<float> network)
    {
        float[] output = new float[1];
        network.Predict([0.25f, -1, 2], output);
        return output;
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [Theory]
    [InlineData("[Network]")]
    [InlineData("[Network()]")]
    [InlineData("[NetDsl.NetworkAttribute]")]
    [InlineData("[global::NetDsl.Network(Precision = Precision.Single)]")]
    [InlineData("[Network /* as written */ (Precision = Precision.Single // the default\n)]")]
    [InlineData("[Network(Precision = Precision.Double)]")]
    public void A_source_can_be_compiled_in_another_precision_than_it_says(string attribute)
    {
        CompiledDeclaration declaration = this.compiler.Compile(
            Source.Replace("[Network]", attribute, StringComparison.Ordinal), Precision.Double, TestContext.Current.CancellationToken);
        INetwork<double> network = Assert.IsType<INetwork<double>>(Assert.Single(declaration.Networks).Create(), exactMatch: false);

        Assert.Equal("CompiledTruthTable", network.Summary.Name);
        Assert.Equal(21, network.Parameters.ValueCount);
    }

    [Fact]
    public void A_mistake_keeps_its_line_in_another_precision()
    {
        DeclarationException error = Assert.Throws<DeclarationException>(() => this.compiler.Compile(
            Source.Replace("[Dense(4,", "[Dense(0,", StringComparison.Ordinal), Precision.Double, TestContext.Current.CancellationToken));
        Assert.Equal(5, Assert.Single(error.Diagnostics).Line);
    }

    private CompiledDeclaration Compile(string source) => this.compiler.Compile(source, TestContext.Current.CancellationToken);

    // A method of its own, so that no register of the caller keeps anything alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference CompileAndForget()
    {
        CompiledNetwork compiled = this.Compile(Source).Networks[0];
        Predict((INetwork<float>)compiled.Create());
        return new WeakReference(compiled.Type.Assembly);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private INetwork<float> CreateOnly() => (INetwork<float>)this.Compile(Source).Networks[0].Create();
}
