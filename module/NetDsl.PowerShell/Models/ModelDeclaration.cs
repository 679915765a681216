using System.Management.Automation;
using NetDsl.Compilation;

namespace NetDsl.PowerShell;

/// <summary>What a script block or a table of keys declares, and where each part of it stands.</summary>
internal sealed class ModelDeclaration
{
    private const string Input = "Input";
    private const string Output = "Output";

    private readonly DeclaredPart[] parts;

    private ModelDeclaration(string name, Precision precision, DeclaredPart[] parts)
    {
        this.parts = parts;
        this.Network = new NetworkDeclaration(name, [.. parts.Select(part => part.Attribute)], precision);
    }

    /// <summary>The network.</summary>
    public NetworkDeclaration Network { get; }

    /// <summary>The declaration of a network.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="precision">Its element type.</param>
    /// <param name="ends">Its input and its loss where they are given apart from the layers.</param>
    /// <param name="layers">Its layers, with inputs and outputs among them, in order.</param>
    /// <exception cref="CommandErrorException">Inputs or what training makes small are given in both ways, or in none.</exception>
    public static ModelDeclaration Of(string name, Precision precision, DeclaredEnds ends, IReadOnlyList<DeclaredPart> layers)
    {
        RequireOne(name, "input", ends.Input, ends.InputName, layers.FirstOrDefault(layer => layer.Attribute.Kind == Input), Input);
        RequireOne(name, "loss", ends.Loss, ends.LossName, layers.FirstOrDefault(layer => layer.Attribute.Kind == Output), Output);
        return new ModelDeclaration(name, precision, [.. Present(ends.Input), .. layers, .. Present(ends.Loss)]);
    }

    /// <summary>The same, whose parts stand in a file.</summary>
    /// <param name="file">The file.</param>
    public ModelDeclaration In(string file) => new(
        this.Network.Name, this.Network.Precision, [.. this.parts.Select(part => part with { Place = $"{file}: {part.Place}" })]);

    /// <summary>Where a person finds what a diagnostic is about; null for the declaration as a whole.</summary>
    /// <param name="diagnostic">A diagnostic of the network's source.</param>
    public string? PlaceOf(DeclarationDiagnostic diagnostic) =>
        this.Network.AttributeAt(diagnostic.Line) is { } place ? this.parts[place].Place

        // The compiler itself can only stumble over the name, where that is a word in some places (record, file).
        : diagnostic.Id.StartsWith("CS", StringComparison.Ordinal) ? $"'{this.Network.Name}' as the name of a class"
        : null;

    private static DeclaredPart[] Present(DeclaredPart? part) => part is null ? [] : [part];

    private static void RequireOne(string name, string what, DeclaredPart? apart, string apartName, DeclaredPart? among, string keyword)
    {
        if ((apart is null) == (among is null))
        {
            string problem = among is null ? $"has no {what}" : $"has its {what} twice, in {apartName} and in {among.Place}";
            throw new CommandErrorException(
                among is null ? "IncompleteModel" : "AmbiguousModel",
                ErrorCategory.InvalidArgument,
                name,
                $"The model {name} {problem}. Give {apartName}, or {keyword} among the layers.");
        }
    }
}
