using System.Management.Automation;
using NetDsl.Compilation;

namespace NetDsl.PowerShell;

/// <summary>
/// Compiles declarations for a command: warnings go to its warning stream, and mistakes become errors with places that a person knows.
/// </summary>
/// <param name="command">The command.</param>
/// <param name="target">What an error is about.</param>
/// <param name="cancellation">Ends a compilation early.</param>
internal sealed class ModelCompiler(Cmdlet command, object? target, CancellationToken cancellation)
{
    // One for the process: what one command compiled, the next one finds.
    private static readonly Lazy<NetworkCompiler> Compiler = new(NetworkCompiler.ForUser);

    /// <summary>What a person can do about a mistake where that is not plain from the mistake.</summary>
    public string? Advice { get; init; }

    /// <summary>Compiles a source of the person's own.</summary>
    /// <param name="source">C# text.</param>
    /// <param name="place">From what is said of the source to a place that a person knows, or null.</param>
    /// <exception cref="CommandErrorException">The source has mistakes.</exception>
    public CompiledDeclaration Compile(string source, Func<DeclarationDiagnostic, string?> place) =>
        this.Compile(() => Compiler.Value.Compile(source, cancellation), place);

    /// <summary>Compiles a source that may come from anybody, and may be nothing but a declaration.</summary>
    /// <param name="source">C# text.</param>
    /// <param name="place">From what is said of the source to a place that a person knows, or null.</param>
    /// <exception cref="CommandErrorException">The source has mistakes, or is more than a declaration.</exception>
    public CompiledDeclaration CompileDeclaration(string source, Func<DeclarationDiagnostic, string?> place) =>
        this.Compile(() => Compiler.Value.CompileDeclaration(source, cancellation), place);

    private static string Text(DeclarationDiagnostic diagnostic, Func<DeclarationDiagnostic, string?> place) =>
        $"{(place(diagnostic) is { } position ? $"{position}: " : string.Empty)}{diagnostic.Id}: {diagnostic.Message}";

    private CompiledDeclaration Compile(Func<CompiledDeclaration> compile, Func<DeclarationDiagnostic, string?> place)
    {
        try
        {
            CompiledDeclaration declaration = compile();
            foreach (DeclarationDiagnostic warning in declaration.Warnings)
            {
                command.WriteWarning(Text(warning, place));
            }

            return declaration;
        }
        catch (DeclarationException error) when (error.Diagnostics.Count > 0)
        {
            string mistakes = string.Join("\n", error.Diagnostics.Select(diagnostic => Text(diagnostic, place)));
            throw this.Error(error.Diagnostics[0].Id, ErrorCategory.ParserError, mistakes, error);
        }
        catch (DeclarationException error)
        {
            throw this.Error("InvalidDeclaration", ErrorCategory.ParserError, error.Message, error);
        }
        catch (SurplusCodeException error)
        {
            throw this.Error("CodeInDeclaration", ErrorCategory.SecurityError, error.Message, error);
        }
    }

    private CommandErrorException Error(string id, ErrorCategory category, string message, Exception error) =>
        new(id, category, target, this.Advice is null ? message : $"{message}\n{this.Advice}", error);
}
