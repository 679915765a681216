namespace NetDsl.Generators.Tests.Diagnostics;

/// <summary>What a test needs of a diagnostic's page.</summary>
/// <param name="Example">The code with the mistake.</param>
/// <param name="Message">The message that the page quotes.</param>
/// <param name="Fix">The code without it.</param>
internal sealed record DiagnosticPage(string Example, string Message, string Fix)
{
    private const string Fence = "```";

    public static DiagnosticPage Read(string path)
    {
        string text = File.ReadAllText(path).ReplaceLineEndings("\n");
        string[] blocks = [.. text.Split(Fence + "csharp\n").Skip(1).Select(b => b.Split(Fence)[0])];
        string quote = text.Split('\n').Single(l => l.StartsWith("> ", StringComparison.Ordinal));
        return new DiagnosticPage(blocks[0], quote[2..], blocks[1]);
    }
}
