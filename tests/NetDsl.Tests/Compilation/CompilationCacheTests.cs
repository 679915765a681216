using NetDsl.Compilation;

namespace NetDsl.Tests.Compilation;

public sealed class CompilationCacheTests : IDisposable
{
    // Its last activation does not fit the loss: a warning that must outlive the compilation.
    private const string Source =
        """
        using NetDsl;

        [Network, Input(2), Dense(2), Loss(Loss.CategoricalCrossentropy)]
        public partial class Cached;
        """;

    private readonly TemporaryFolder folder = new();

    private string Cache => this.folder.File("cache");

    [Fact]
    public void What_was_compiled_once_comes_from_the_disk()
    {
        CompiledDeclaration first = this.CompileAnew();
        CompiledDeclaration second = this.CompileAnew();

        Assert.False(first.IsFromCache);
        Assert.True(second.IsFromCache);
        Assert.Equal(first.Warnings, second.Warnings);
        Assert.Equal("NETDSL022", Assert.Single(second.Warnings).Id);
        Assert.Equal(first.Networks[0].Create().Summary.ToString(), second.Networks[0].Create().Summary.ToString());
    }

    [Fact]
    public void Another_source_is_compiled_anew()
    {
        this.CompileAnew();

        Assert.False(this.CompileAnew(Source + "// changed").IsFromCache);
    }

    [Fact]
    public void A_mistake_is_not_kept()
    {
        Assert.Throws<DeclarationException>(() => this.CompileAnew("public class None;"));
        Assert.Throws<DeclarationException>(() => this.CompileAnew("public class {"));

        Assert.False(Directory.Exists(this.Cache));
    }

    [Theory]
    [InlineData("emptied")]
    [InlineData("cut off")]
    [InlineData("a bit turned")]
    [InlineData("something else")]
    public void A_broken_file_is_compiled_again_and_mended(string damage)
    {
        this.CompileAnew();
        string file = Assert.Single(Directory.GetFiles(this.Cache));
        byte[] content = File.ReadAllBytes(file);
        File.WriteAllBytes(file, Damaged(content, damage));

        CompiledDeclaration again = this.CompileAnew();

        Assert.False(again.IsFromCache);
        Assert.NotNull(again.Networks[0].Create());
        Assert.Equal(content, File.ReadAllBytes(file));
    }

    [Fact]
    public void Nothing_but_whole_files_is_left_behind()
    {
        this.CompileAnew();

        Assert.All(Directory.GetFiles(this.Cache), file => Assert.EndsWith(".netdsl", file, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_very_many_files_those_used_last_are_kept()
    {
        Directory.CreateDirectory(this.Cache);
        for (int i = 0; i < 510; i++)
        {
            string file = Path.Combine(this.Cache, $"{i}.netdsl");
            File.WriteAllBytes(file, []);
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddDays(i));
        }

        this.CompileAnew();

        Assert.True(this.CompileAnew().IsFromCache);
        Assert.Equal(500, Directory.GetFiles(this.Cache).Length);
        Assert.False(File.Exists(Path.Combine(this.Cache, "10.netdsl")));
        Assert.True(File.Exists(Path.Combine(this.Cache, "11.netdsl")));
    }

    [Fact]
    public void A_folder_that_cannot_be_used_costs_time_and_nothing_else()
    {
        File.WriteAllText(this.Cache, "a file where the folder should be");

        Assert.NotNull(this.CompileAnew().Networks[0].Create());
        Assert.False(this.CompileAnew().IsFromCache);
    }

    [Fact]
    public async Task Several_threads_can_compile_the_same_source()
    {
        NetworkCompiler compiler = new(new CompilationCache(this.Cache));
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        CompiledDeclaration[] all = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => compiler.Compile(Source, cancellation), cancellation)));

        Assert.All(all, declaration => Assert.NotNull(declaration.Networks[0].Create()));
        Assert.Single(Directory.GetFiles(this.Cache));
    }

    [Fact]
    public void The_folder_can_be_chosen_by_the_environment()
    {
        string? before = Environment.GetEnvironmentVariable(CompilationCache.FolderVariable);
        try
        {
            Environment.SetEnvironmentVariable(CompilationCache.FolderVariable, this.Cache);
            Assert.Equal(this.Cache, CompilationCache.DefaultFolder);
            Environment.SetEnvironmentVariable(CompilationCache.FolderVariable, null);
            Assert.NotEqual(this.Cache, CompilationCache.DefaultFolder);
        }
        finally
        {
            Environment.SetEnvironmentVariable(CompilationCache.FolderVariable, before);
        }
    }

    public void Dispose() => this.folder.Dispose();

    private static byte[] Damaged(byte[] content, string damage)
    {
        switch (damage)
        {
            case "emptied":
                return [];
            case "cut off":
                return content[..(content.Length / 2)];
            case "a bit turned":
                byte[] turned = [.. content];
                turned[^100] ^= 4;
                return turned;
            default:
                return "something else"u8.ToArray();
        }
    }

    // A compiler of its own each time, as in another process: nothing is found in memory.
    private CompiledDeclaration CompileAnew(string source = Source) =>
        new NetworkCompiler(new CompilationCache(this.Cache)).Compile(source, TestContext.Current.CancellationToken);
}
