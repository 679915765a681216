namespace NetDsl.Benchmarks.Compilation;

/// <summary>What compiling a file took.</summary>
/// <param name="GeneratorSeconds">The generator's part of the time.</param>
/// <param name="Seconds">All of the time, from text to assembly.</param>
/// <param name="Files">The generated files.</param>
/// <param name="LargestFile">The bytes of the largest of them.</param>
internal sealed record CompilationResult(double GeneratorSeconds, double Seconds, int Files, int LargestFile);
