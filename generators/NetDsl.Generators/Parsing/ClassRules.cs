using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Parsing;

/// <summary>What the class must be like for another part of it to be generated.</summary>
internal static class ClassRules
{
    // A class cannot have a member of its own name.
    private static readonly string[] GeneratedMembers =
    [
        "CreatePass", "Description", "Initialize", "ParameterDefinitions", "Parameters", "Pass", "Predict", "Summary", "predictions",
    ];

    public static void Check(
        INamedTypeSymbol type, LocationInfo network, ICollection<DiagnosticInfo> problems, CancellationToken cancellation)
    {
        void Report(DiagnosticDescriptor descriptor, LocationInfo location, params string[] values) =>
            problems.Add(new DiagnosticInfo(descriptor, location, new EquatableArray<string>(values)));

        if (!IsPartial(type, cancellation))
        {
            Report(DiagnosticDescriptors.NotPartial, network, type.Name);
        }

        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (!IsPartial(outer, cancellation))
            {
                Report(DiagnosticDescriptors.NestedInNonPartial, network, type.Name, outer.Name);
            }
        }

        if (Chain(type).FirstOrDefault(t => t.IsGenericType && t.TypeParameters.Length > 0) is { } generic)
        {
            Report(DiagnosticDescriptors.Generic, network, type.Name, generic.ToDisplayString());
        }

        if (Unsuitable(type) is { } reason)
        {
            Report(DiagnosticDescriptors.UnsuitableClass, network, type.Name, reason);
        }

        foreach (IMethodSymbol constructor in type.InstanceConstructors.Where(c => !c.IsImplicitlyDeclared))
        {
            Report(DiagnosticDescriptors.OwnConstructor, Identifier(constructor, cancellation) ?? network, type.Name);
        }
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.All(r =>
            r.GetSyntax(cancellation) is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static IEnumerable<INamedTypeSymbol> Chain(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? link = type; link is not null; link = link.ContainingType)
        {
            yield return link;
        }
    }

    private static string? Unsuitable(INamedTypeSymbol type) => type switch
    {
        { IsStatic: true } => "static",
        { IsAbstract: true } => "abstract",
        { IsRecord: true } => "a record",
        _ when Chain(type).Any(t => t.IsFileLocal) => "local to its file",
        _ when HasKeywordAsName(type) => "named like a keyword of C#, or stands in a type or namespace that is",
        _ when GeneratedMembers.Contains(type.Name, StringComparer.Ordinal) => "named like a member that is generated for it",
        _ when DerivesFromNetwork(type) => "derived from another network",
        _ => null,
    };

    private static bool HasKeywordAsName(INamedTypeSymbol type)
    {
        for (ISymbol symbol = type; symbol is not INamespaceSymbol { IsGlobalNamespace: true }; symbol = symbol.ContainingSymbol)
        {
            if (SyntaxFacts.GetKeywordKind(symbol.Name) != SyntaxKind.None)
            {
                return true;
            }
        }

        return false;
    }

    private static bool DerivesFromNetwork(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.GetAttributes().Any(a => KnownTypes.IsNetwork(a.AttributeClass)))
            {
                return true;
            }
        }

        return false;
    }

    private static LocationInfo? Identifier(IMethodSymbol constructor, CancellationToken cancellation) =>
        constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            ConstructorDeclarationSyntax syntax => LocationInfo.Of(syntax.Identifier),
            TypeDeclarationSyntax { ParameterList: { } parameters } => LocationInfo.Of(parameters),
            _ => null,
        };
}
