using System.Management.Automation;
using NetDsl.Compilation;

namespace NetDsl.PowerShell;

/// <summary>Compiles declarations for a command, and says in its words what is wrong with them.</summary>
/// <param name="warn">What takes a warning.</param>
/// <param name="cancellation">Ends a compilation early.</param>
internal sealed class ModelCompiler(Action<string> warn, CancellationToken cancellation)
{
    // One for the process: what one command compiled, the next one finds.
    private static readonly Lazy<NetworkCompiler> Shared = new(NetworkCompiler.ForUser);

    /// <summary>What a person can do about a mistake where that is not plain from the mistake.</summary>
    public string? Advice { get; init; }

    /// <summary>Compiles what a script block or a table of keys declares.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <exception cref="CommandErrorException">It has a mistake.</exception>
    public IReadOnlyList<CompiledNetwork> Compile(ModelDeclaration declaration) =>
        this.Compile(compiler => compiler.Compile(declaration.Network.ToSource(), cancellation), declaration.PlaceOf, declaration.Network.Name);

    /// <summary>Compiles a C# file of the person's own.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="path">Its path.</param>
    /// <exception cref="CommandErrorException">It has a mistake, or no network.</exception>
    public IReadOnlyList<CompiledNetwork> Compile(string source, string path) => this.Compile(
        compiler => compiler.Compile(source, cancellation), diagnostic => FormattableString.Invariant($"{path}, line {diagnostic.Line}"), path);

    /// <summary>Compiles the declaration in a file that may come from anybody, and may hold nothing else.</summary>
    /// <param name="source">The declaration.</param>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="CommandErrorException">It has a mistake, or is more than a declaration.</exception>
    public IReadOnlyList<CompiledNetwork> CompileDeclaration(string source, string path) => this.Compile(
        compiler => compiler.CompileDeclaration(source, cancellation),
        diagnostic => FormattableString.Invariant($"{path}, line {diagnostic.Line} of its declaration"),
        path);

    /// <summary>Compiles a network again in another precision.</summary>
    /// <param name="source">The C# that declares it.</param>
    /// <param name="precision">The precision.</param>
    /// <exception cref="DeclarationException">The source has mistakes, or declares no network.</exception>
    public CompiledDeclaration CompileIn(string source, Precision precision) => Shared.Value.Compile(source, precision, cancellation);

    private IReadOnlyList<CompiledNetwork> Compile(
        Func<NetworkCompiler, CompiledDeclaration> compile, Func<DeclarationDiagnostic, string?> place, string target)
    {
        string Text(DeclarationDiagnostic diagnostic) =>
            $"{(place(diagnostic) is { } position ? $"{position}: " : string.Empty)}{diagnostic.Id}: {diagnostic.Message}";
        CommandErrorException Error(string id, ErrorCategory category, string message, Exception error) =>
            new(id, category, target, this.Advice is null ? message : $"{message}\n{this.Advice}", error);
        try
        {
            CompiledDeclaration declaration = compile(Shared.Value);
            foreach (DeclarationDiagnostic warning in declaration.Warnings)
            {
                warn(Text(warning));
            }

            return declaration.Networks;
        }
        catch (DeclarationException error) when (error.Diagnostics.Count > 0)
        {
            throw Error(error.Diagnostics[0].Id, ErrorCategory.ParserError, string.Join("\n", error.Diagnostics.Select(Text)), error);
        }
        catch (DeclarationException error)
        {
            throw Error("InvalidDeclaration", ErrorCategory.ParserError, $"{target}: {error.Message}", error);
        }
        catch (SurplusCodeException error)
        {
            throw Error("CodeInDeclaration", ErrorCategory.SecurityError, error.Message, error);
        }
    }
}
