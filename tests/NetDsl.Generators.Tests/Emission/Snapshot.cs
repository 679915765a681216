using NetDsl.Tests;

namespace NetDsl.Generators.Tests.Emission;

/// <summary>Generated text kept as a plain file, so that a change of the generator shows as a change of what it writes.</summary>
internal static class Snapshot
{
    /// <summary>Set to 1, this environment variable makes the tests write what they receive over the snapshots.</summary>
    private const string Accept = "NETDSL_ACCEPT_SNAPSHOTS";

    /// <summary>Fails where a text is not what the snapshot of its name has, and leaves it beside the snapshot.</summary>
    public static void Match(string name, string text)
    {
        string expectedPath = PathOf(name);
        string receivedPath = PathOf(name.Replace(".g.cs", ".received.g.cs", StringComparison.Ordinal));
        File.Delete(receivedPath);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(expectedPath, text);
            return;
        }

        string expected = File.Exists(expectedPath) ? File.ReadAllText(expectedPath).ReplaceLineEndings("\n") : "";
        if (expected != text)
        {
            File.WriteAllText(receivedPath, text);
            Assert.Fail(
                $"{name} {FirstDifference(expected, text)}\nAll of the text is in {receivedPath}.\n"
                + $"Where the change is meant, run the tests with {Accept}=1 and look through the difference before you commit it.");
        }
    }

    private static string FirstDifference(string expected, string received)
    {
        string[] before = expected.Split('\n');
        string[] now = received.Split('\n');
        int line = 0;
        while (line < before.Length && line < now.Length && before[line] == now[line])
        {
            line++;
        }

        return $"differs from its snapshot in line {line + 1}:\n    snapshot: {Line(before)}\n    received: {Line(now)}";

        string Line(string[] lines) => line < lines.Length ? lines[line] : "(the end of the file)";
    }

    private static string PathOf(string name) => Repository.File("tests", "NetDsl.Generators.Tests", "Emission", "Snapshots", name);
}
