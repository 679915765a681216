using Microsoft.CodeAnalysis;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Parsing;

/// <summary>What a type must be to compute a layer: [Custom(typeof(...))].</summary>
internal static class CustomTypeRules
{
    private const string Contract = "NetDsl.Kernels.ICustomLayer";

    /// <summary>Reports the types of [Custom] attributes that cannot compute a layer.</summary>
    public static void Check(IEnumerable<AttributeData> layers, ICollection<DiagnosticInfo> problems)
    {
        foreach (AttributeData attribute in layers.Where(layer => KnownTypes.KindOf(layer.AttributeClass!) == "Custom"))
        {
            TypedConstant argument = attribute.ConstructorArguments[0];
            string name = argument.Value is ITypeSymbol given ? given.ToDisplayString() : "null";
            if (Problem(argument.Value as ITypeSymbol) is { } problem)
            {
                LocationInfo location = ArgumentReader.Locate(attribute).Of("Layer");
                problems.Add(new DiagnosticInfo(DiagnosticDescriptors.UnsuitableType, location, new([name, problem])));
            }
        }
    }

    private static string? Problem(ITypeSymbol? type) => type switch
    {
        null => "it is no type",
        INamedTypeSymbol { IsUnboundGenericType: true } => "its type parameters are open",
        _ when type.AllInterfaces.All(contract => contract.ToDisplayString() != Contract) => $"it does not implement {Contract}",
        _ when !IsVisible(type) => "other code in the assembly cannot see it; make it, and the types around it, internal or public",
        _ => null,
    };

    private static bool IsVisible(ITypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type as INamedTypeSymbol; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }
}
