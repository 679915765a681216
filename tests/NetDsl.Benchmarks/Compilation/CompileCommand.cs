using System.Globalization;
using NetDsl.Benchmarks.Measurement;

namespace NetDsl.Benchmarks.Compilation;

/// <summary>Measures how long declared networks take to compile, and how much code is generated for them.</summary>
internal sealed class CompileCommand : ICommand
{
    /// <inheritdoc/>
    public string Name => "compile";

    /// <inheritdoc/>
    public string Usage =>
        """
        compile FILE.cs [...]
            compiles each file by itself: the time of the generator, of all, and the size of the largest generated file; the first
            file pays for the compiler's own start as well
        """;

    /// <inheritdoc/>
    public Action Read(CommandLine line)
    {
        if (line.Positions.Count == 0)
        {
            throw new UsageException("No file is given.");
        }

        IReadOnlyList<string> files = line.Positions;
        return () => Run(files);
    }

    private static void Run(IReadOnlyList<string> files)
    {
        Console.WriteLine($"{"file",-24}{"generator",12}{"in all",12}{"files",8}{"largest",14}");
        foreach (string file in files)
        {
            CompilationResult result = NetworkFile.Compile(file);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(file),-24}{Amount.Time(result.GeneratorSeconds),12}{Amount.Time(result.Seconds),12}{result.Files,8}{result.LargestFile,8:N0} bytes"));
        }
    }
}
