using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Tests.Diagnostics;

public sealed class DiagnosticPageTests
{
    private static readonly DiagnosticDescriptor[] Descriptors =
    [
        .. typeof(DiagnosticDescriptors).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => f.GetValue(null))
            .OfType<DiagnosticDescriptor>(),
    ];

    private static string PageFolder => Path.Combine(AppContext.BaseDirectory, "pages");

    [Fact]
    public void Every_descriptor_has_a_page_and_every_page_a_descriptor()
    {
        IEnumerable<string> pages = Directory.EnumerateFiles(PageFolder).Select(f => Path.GetFileNameWithoutExtension(f));

        Assert.Equal(Descriptors.Select(d => d.Id).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_id_is_given_twice() => Assert.Equal(Descriptors.Length, Descriptors.DistinctBy(d => d.Id).Count());

    [Fact]
    public void Every_descriptor_links_to_its_page() =>
        Assert.All(Descriptors, d => Assert.EndsWith($"/Diagnostics/pages/{d.Id}.md", d.HelpLinkUri, StringComparison.Ordinal));

    [Fact]
    public void Every_descriptor_is_in_the_release_notes_with_its_severity()
    {
        string[] rows =
        [
            .. Directory.EnumerateFiles(AppContext.BaseDirectory, "AnalyzerReleases.*.md")
                .SelectMany(File.ReadAllLines)
                .Where(l => l.StartsWith("NETDSL", StringComparison.Ordinal)),
        ];

        Assert.Equal(
            Descriptors.Select(d => $"{d.Id} | {d.Category} | {d.DefaultSeverity}").Order(StringComparer.Ordinal),
            rows.Select(r => string.Join(" | ", r.Split(" | ").Take(3))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_page_begins_with_the_id_the_title_and_the_severity() => Assert.All(Descriptors, descriptor =>
    {
        string[] lines = File.ReadAllLines(Path.Combine(PageFolder, descriptor.Id + ".md"));
        string title = descriptor.Title.ToString(CultureInfo.InvariantCulture);

        Assert.Equal($"# {descriptor.Id}: {title}", lines[0]);
        Assert.Equal($"Severity: {descriptor.DefaultSeverity.ToString().ToLowerInvariant()}.", lines[2]);
    });

    [Fact]
    public void Every_page_s_example_is_answered_by_the_message_that_the_page_quotes() => Assert.All(Descriptors, descriptor =>
    {
        DiagnosticPage page = DiagnosticPage.Read(Path.Combine(PageFolder, descriptor.Id + ".md"));

        ReportedDiagnostic reported = Assert.Single(GeneratorRun.OfFile("Example.cs", page.Example).Reported);

        Assert.Equal(descriptor.Id, reported.Id);
        Assert.Equal(page.Message, reported.Message);
    });

    [Fact]
    public void Every_page_s_fix_is_without_fault() => Assert.All(Descriptors, descriptor =>
    {
        string fix = DiagnosticPage.Read(Path.Combine(PageFolder, descriptor.Id + ".md")).Fix;

        GeneratorRun run = GeneratorRun.OfFile("Example.cs", fix);

        Assert.Empty(run.Reported);
        Assert.Single(run.Outputs<object>(TrackingNames.Graphs));

        // The page's own code; that what is generated compiles is for the emission's tests to say.
        SemanticModel page = run.Output.GetSemanticModel(run.Compilation.SyntaxTrees[0]);
        Assert.Empty(page.GetDiagnostics(cancellationToken: TestContext.Current.CancellationToken));
    });
}
