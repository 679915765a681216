using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Compilation;
using NetDsl.Training;

namespace NetDsl.Tests.Compilation;

public sealed class NetworkAssemblyTests : IDisposable
{
    /// <summary>What makes a class a network to the outside, which is all that counts here.</summary>
    private const string Network =
        """
        using NetDsl;
        using NetDsl.Training;

        public sealed class Net : INetwork
        {
            public Net(ulong seed) => this.Summary = new NetworkSummary(TEXT, Precision.Single, [], [], []);

            public NetworkSummary Summary { get; }
        }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public void Networks_of_an_assembly_are_those_of_this_process()
    {
        string file = this.Build("Nets", Network.Replace("TEXT", "\"one\"", StringComparison.Ordinal));

        CompiledNetwork network = Assert.Single(NetworkAssembly.Load(file));

        Assert.Equal("Net", network.Name);
        Assert.Equal("one", network.Create().Summary.Name);
        Assert.Empty(network.Source);
    }

    [Fact]
    public void The_file_can_be_built_over_and_two_versions_live_side_by_side()
    {
        string file = this.Build("Nets", Network.Replace("TEXT", "\"old\"", StringComparison.Ordinal));
        CompiledNetwork old = NetworkAssembly.Load(file)[0];
        using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
        }

        CompiledNetwork young = NetworkAssembly.Load(this.Build("Nets", Network.Replace("TEXT", "\"young\"", StringComparison.Ordinal)))[0];

        Assert.Equal(old.Type.Assembly.FullName, young.Type.Assembly.FullName);
        Assert.Equal(["old", "young"], new[] { old, young }.Select(network => network.Create().Summary.Name));
    }

    [Fact]
    public void What_a_network_uses_is_found_beside_it_when_it_is_needed()
    {
        string library = this.Build("Physics.Units", "public static class Units { public static string Name => \"GeV\"; }");
        string file = this.Build("Nets", Network.Replace("TEXT", "Units.Name", StringComparison.Ordinal), library);

        Assert.Equal("GeV", NetworkAssembly.Load(file)[0].Create().Summary.Name);
    }

    [Fact]
    public void What_cannot_be_found_is_named()
    {
        string library = this.Build("Physics.Units", "public class Units { }");
        string source = Network.Replace("TEXT", "\"one\"", StringComparison.Ordinal) + "public class More : Units { }";
        string file = this.Build("Nets", source, library);
        File.Delete(library);

        DeclarationException error = Assert.Throws<DeclarationException>(() => NetworkAssembly.Load(file));

        Assert.Contains("Physics.Units", error.Message, StringComparison.Ordinal);
        Assert.Contains("beside it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_of_another_NetDsl_is_refused_before_it_is_loaded()
    {
        string other = this.Build("NetDsl", "[assembly: System.Reflection.AssemblyVersion(\"7.1.0.0\")] public class Old { }");
        string file = this.Build("Nets", "public class New : Old { }", other);

        DeclarationException error = Assert.Throws<DeclarationException>(() => NetworkAssembly.Load(file));

        Assert.Contains("NetDsl 7.1.0.0", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class None { }")]
    [InlineData("public class User { public NetDsl.Loss Loss; }")]
    [InlineData("using NetDsl.Training; public abstract class Half : INetwork { public abstract NetworkSummary Summary { get; } }")]
    public void An_assembly_without_a_network_is_refused(string source)
    {
        DeclarationException error = Assert.Throws<DeclarationException>(() => NetworkAssembly.Load(this.Build("None", source)));

        Assert.Contains("has no network", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_assembly_is_refused()
    {
        string file = this.folder.File("text.dll");
        File.WriteAllText(file, "no assembly");

        DeclarationException error = Assert.Throws<DeclarationException>(() => NetworkAssembly.Load(file));

        Assert.Contains("no assembly of .NET", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loaded_class_is_taken_if_it_is_a_network()
    {
        Assert.Equal(nameof(CompiledTruthTable), CompiledNetwork.Of(typeof(CompiledTruthTable)).Create().Summary.Name);

        DeclarationException error = Assert.Throws<DeclarationException>(() => CompiledNetwork.Of(typeof(string)));
        Assert.Contains("System.String is no network", error.Message, StringComparison.Ordinal);
    }

    private string Build(string name, string source, params string[] libraries)
    {
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        bool hasOwnRuntime = libraries.Any(library => Path.GetFileName(library) == "NetDsl.dll");
        IEnumerable<string> references = trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Concat(libraries)
            .Concat(hasOwnRuntime ? [] : [typeof(NetworkAttribute).Assembly.Location]);
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)],
            references.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        string file = this.folder.File(name + ".dll");
        using FileStream stream = File.Create(file);
        Assert.Empty(compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Diagnostics);
        return file;
    }
}
