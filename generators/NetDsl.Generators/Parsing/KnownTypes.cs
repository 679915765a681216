using Microsoft.CodeAnalysis;

namespace NetDsl.Generators.Parsing;

/// <summary>The attributes a network is declared with.</summary>
internal static class KnownTypes
{
    public const string NetworkAttribute = Namespace + ".NetworkAttribute";

    private const string Namespace = "NetDsl";
    private const string Suffix = "Attribute";

    public static bool IsNetwork(INamedTypeSymbol? type) => Is(type, "NetworkAttribute");

    public static bool IsInput(INamedTypeSymbol? type) => Is(type, "InputAttribute");

    /// <summary>Whether it says what is made small: [Loss] or [Output].</summary>
    public static bool IsOutput(INamedTypeSymbol? type) => Is(type, "LossAttribute") || Is(type, "OutputAttribute");

    public static bool IsLayer(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? ancestor = type?.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (Is(ancestor, "LayerAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The attribute's name without "Attribute"; the full name of one that a user derived in a namespace of their own, so that a Dense of
    /// theirs is not taken for this one.
    /// </summary>
    public static string KindOf(INamedTypeSymbol type)
    {
        string name = IsDeclaration(type) ? type.Name : type.ToDisplayString();
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    private static bool Is(INamedTypeSymbol? type, string name) => type is not null && type.Name == name && IsDeclaration(type);

    private static bool IsDeclaration(INamedTypeSymbol type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } };
}
