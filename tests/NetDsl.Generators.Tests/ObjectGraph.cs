using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.Generators.Tests;

/// <summary>Follows every field of what a step puts out. A symbol or a tree among them would keep a whole compilation alive.</summary>
internal static class ObjectGraph
{
    public static void AssertKeepsNothingOfTheCompiler(object root) =>
        Visit(root, root.GetType().Name, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void Visit(object? value, string path, HashSet<object> seen)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.False(
            value is ISymbol or AttributeData or Compilation or SemanticModel
                or SyntaxNode or SyntaxTree or SyntaxReference or SourceText or Location,
            $"{path} is a {value.GetType()}");

        // A descriptor is one of this project's own constants.
        if (value is DiagnosticDescriptor)
        {
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Visit(item, path + "[]", seen);
            }
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
