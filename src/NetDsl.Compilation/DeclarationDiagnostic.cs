namespace NetDsl.Compilation;

/// <summary>What the generator or the compiler says of a declaration.</summary>
/// <param name="Id">NETDSLnnn for a mistake in the declaration, CSnnnn for one in the C# around it.</param>
/// <param name="IsError">Whether there is no network because of it; otherwise it is a warning.</param>
/// <param name="Line">The line of the source, from 1.</param>
/// <param name="Column">The column of the source, from 1.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record DeclarationDiagnostic(string Id, bool IsError, int Line, int Column, string Message)
{
    /// <summary>Line, id and message.</summary>
    public override string ToString() => FormattableString.Invariant($"line {this.Line}: {this.Id}: {this.Message}");
}
