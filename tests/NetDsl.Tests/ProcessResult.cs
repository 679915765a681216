namespace NetDsl.Tests;

/// <summary>What a program left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">What it wrote to standard error.</param>
internal sealed record ProcessResult(int ExitCode, string Output, string Errors);
