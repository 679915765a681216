using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Parsing;

/// <summary>
/// Reads the arguments of any attribute by the names of the properties they set, so that a new layer needs no change here.
/// </summary>
internal static class ArgumentReader
{
    /// <summary>The arguments that were written or have a default in the constructor, ordered ordinally; a null is one not given.</summary>
    /// <param name="attribute">An attribute that the compiler accepts.</param>
    /// <param name="problems">Where values that no member of their enum has are reported.</param>
    public static EquatableArray<ArgumentSpec> Read(AttributeData attribute, ICollection<DiagnosticInfo> problems)
    {
        AttributeLocations locations = Locate(attribute);
        var arguments = new SortedDictionary<string, ArgumentSpec>(StringComparer.Ordinal);
        foreach ((string name, TypedConstant constant) in Named(attribute))
        {
            if (constant.IsNull)
            {
                arguments.Remove(name);
                continue;
            }

            IEnumerable<TypedConstant> values = constant.Kind == TypedConstantKind.Array ? constant.Values : [constant];
            arguments[name] = new ArgumentSpec(name, new EquatableArray<object>(values.Select(v => Plain(v, name, locations, problems))));
        }

        return new EquatableArray<ArgumentSpec>(arguments.Values);
    }

    /// <summary>Where the attribute and its arguments are written.</summary>
    public static AttributeLocations Locate(AttributeData attribute)
    {
        var syntax = (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax();
        var locations = new List<ArgumentLocation>();
        var parameters = attribute.AttributeConstructor!.Parameters;
        int position = 0;
        foreach (AttributeArgumentSyntax argument in syntax.ArgumentList?.Arguments ?? [])
        {
            LocationInfo location = LocationInfo.Of(argument);
            if (argument.NameEquals is { } property)
            {
                locations.Add(new ArgumentLocation(property.Name.Identifier.ValueText, location));
                continue;
            }

            int place = position++;
            IParameterSymbol parameter = argument.NameColon is { } colon
                ? parameters.First(p => p.Name == colon.Name.Identifier.ValueText)
                : parameters[Math.Min(place, parameters.Length - 1)];
            string name = PropertyOf(parameter);
            locations.Add(new ArgumentLocation(name, location));
            if (parameter.IsParams)
            {
                locations.Add(new ArgumentLocation(FormattableString.Invariant($"{name}[{place - parameter.Ordinal}]"), location));
            }
        }

        return new AttributeLocations(LocationInfo.Of(syntax), new EquatableArray<ArgumentLocation>(locations));
    }

    // A named argument is applied after the constructor, so it comes later and wins.
    private static IEnumerable<(string Name, TypedConstant Constant)> Named(AttributeData attribute) =>
        attribute.AttributeConstructor!.Parameters.Select(PropertyOf)
            .Zip(attribute.ConstructorArguments, (name, constant) => (name, constant))
            .Concat(attribute.NamedArguments.Select(a => (a.Key, a.Value)));

    private static string PropertyOf(IParameterSymbol parameter) => char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);

    private static object Plain(TypedConstant constant, string name, AttributeLocations locations, ICollection<DiagnosticInfo> problems)
    {
        if (constant.Kind == TypedConstantKind.Enum)
        {
            return Member(constant, name, locations, problems);
        }

        return constant.Value switch
        {
            bool or int or double or string => constant.Value,
            sbyte or byte or short or ushort => Convert.ToInt32(constant.Value, CultureInfo.InvariantCulture),
            float single => (double)single,
            ITypeSymbol type => type.ToDisplayString(),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        };
    }

    private static string Member(TypedConstant constant, string name, AttributeLocations locations, ICollection<DiagnosticInfo> problems)
    {
        List<IFieldSymbol> members = [.. constant.Type!.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue)];
        if (members.Find(f => Equals(f.ConstantValue, constant.Value)) is { } member)
        {
            return member.Name;
        }

        string value = Convert.ToString(constant.Value, CultureInfo.InvariantCulture)!;
        EquatableArray<string> values = new([constant.Type.Name, value, string.Join(", ", members.Select(m => m.Name))]);
        problems.Add(new DiagnosticInfo(DiagnosticDescriptors.UnknownEnumValue, locations.Of(name), values));
        return value;
    }
}
