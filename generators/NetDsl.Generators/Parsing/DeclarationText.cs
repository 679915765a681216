using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace NetDsl.Generators.Parsing;

/// <summary>
/// A declaration as C# that stands by itself: one attribute a line, constants in place of their names, without namespace, containing types and
/// comments. A network carries it, so that a saved model can be declared again wherever it is read.
/// </summary>
internal static class DeclarationText
{
    /// <summary>The text of a declaration.</summary>
    /// <param name="type">The class.</param>
    /// <param name="network">Its [Network].</param>
    /// <param name="parts">The attributes that declare inputs, layers and outputs, in the order written.</param>
    public static string Of(INamedTypeSymbol type, AttributeData network, IEnumerable<AttributeData> parts)
    {
        StringBuilder text = new("using NetDsl;\n\n");
        foreach (AttributeData attribute in parts.Prepend(network))
        {
            string arguments = string.Join(", ", Positional(attribute).Concat(attribute.NamedArguments.Select(a => $"{a.Key} = {Literal(a.Value)}")));
            text.Append('[').Append(KnownTypes.KindOf(attribute.AttributeClass!)).Append(arguments.Length == 0 ? "" : $"({arguments})").Append("]\n");
        }

        return text.Append($"public partial class {type.Name};\n").ToString();
    }

    // What a person left out is left out again: optional arguments from the end that have their default.
    private static IEnumerable<string> Positional(AttributeData attribute)
    {
        var parameters = attribute.AttributeConstructor!.Parameters;
        int count = parameters.Length;
        while (count > 0 && parameters[count - 1] is { HasExplicitDefaultValue: true } last
            && Equals(last.ExplicitDefaultValue, attribute.ConstructorArguments[count - 1].Value))
        {
            count--;
        }

        for (int i = 0; i < count; i++)
        {
            TypedConstant value = attribute.ConstructorArguments[i];
            if (parameters[i].IsParams && value is { Kind: TypedConstantKind.Array, IsNull: false })
            {
                foreach (TypedConstant item in value.Values)
                {
                    yield return Literal(item);
                }
            }
            else
            {
                yield return Literal(value);
            }
        }
    }

    private static string Literal(TypedConstant constant) => constant switch
    {
        { IsNull: true } => "null",
        { Kind: TypedConstantKind.Array } => $"new[] {{ {string.Join(", ", constant.Values.Select(Literal))} }}",
        { Kind: TypedConstantKind.Type } => $"typeof({((ITypeSymbol)constant.Value!).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})",
        { Kind: TypedConstantKind.Enum } => Member(constant),
        { Value: bool truth } => truth ? "true" : "false",
        { Value: string quoted } => Quote(quoted),
        { Value: double number } => number.ToString("R", CultureInfo.InvariantCulture),
        { Value: float number } => number.ToString("R", CultureInfo.InvariantCulture) + "f",
        _ => Convert.ToString(constant.Value, CultureInfo.InvariantCulture)!,
    };

    // A value that no member has is an error of its own, after which there is no network.
    private static string Member(TypedConstant constant) =>
        $"{constant.Type!.Name}.{constant.Type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, constant.Value))?.Name}";

    // Escaped so that no three quotes meet, which would end the literal that the text is written in.
    private static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            quoted.Append(c is '"' or '\\' || char.IsControl(c) ? FormattableString.Invariant($"\\u{(int)c:X4}") : c.ToString());
        }

        return quoted.Append('"').ToString();
    }
}
