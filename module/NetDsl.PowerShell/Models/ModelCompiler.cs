using System.Management.Automation;
using NetDsl.Compilation;

namespace NetDsl.PowerShell;

/// <summary>Compiles declarations for a command, and says in its words what is wrong with them.</summary>
/// <param name="warn">What takes a warning.</param>
/// <param name="cancellation">Ends a compilation early.</param>
internal sealed class ModelCompiler(Action<string> warn, CancellationToken cancellation)
{
    // One for the process: what one command compiled, the next one finds.
    private static readonly Lazy<NetworkCompiler> Compiler = new(NetworkCompiler.ForUser);

    /// <summary>Compiles what a script block or a table of keys declares.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <exception cref="CommandErrorException">It has a mistake.</exception>
    public IReadOnlyList<CompiledNetwork> Compile(ModelDeclaration declaration) =>
        this.Compile(declaration.Network.ToSource(), declaration.PlaceOf, declaration.Network.Name);

    /// <summary>Compiles a C# file.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="path">Its path.</param>
    /// <exception cref="CommandErrorException">It has a mistake, or no network.</exception>
    public IReadOnlyList<CompiledNetwork> Compile(string source, string path) =>
        this.Compile(source, diagnostic => FormattableString.Invariant($"{path}, line {diagnostic.Line}"), path);

    private IReadOnlyList<CompiledNetwork> Compile(string source, Func<DeclarationDiagnostic, string?> place, string target)
    {
        string Text(DeclarationDiagnostic diagnostic) =>
            $"{(place(diagnostic) is { } position ? $"{position}: " : string.Empty)}{diagnostic.Id}: {diagnostic.Message}";
        try
        {
            CompiledDeclaration declaration = Compiler.Value.Compile(source, cancellation);
            foreach (DeclarationDiagnostic warning in declaration.Warnings)
            {
                warn(Text(warning));
            }

            return declaration.Networks;
        }
        catch (DeclarationException error) when (error.Diagnostics.Count > 0)
        {
            string message = string.Join("\n", error.Diagnostics.Select(Text));
            throw new CommandErrorException(error.Diagnostics[0].Id, ErrorCategory.ParserError, target, message, error);
        }
        catch (DeclarationException error)
        {
            throw new CommandErrorException("InvalidDeclaration", ErrorCategory.ParserError, target, $"{target}: {error.Message}", error);
        }
    }
}
