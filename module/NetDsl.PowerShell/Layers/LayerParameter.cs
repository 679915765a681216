using System.Reflection;

namespace NetDsl.PowerShell;

/// <summary>One parameter of a layer keyword: a value that the layer's attribute takes.</summary>
/// <param name="Name">Its name, Keras's in the spelling of .NET: <c>KernelSize</c>.</param>
/// <param name="ValueType">The type of a value: a number, text, a truth value or an enum.</param>
/// <param name="MostValues">How many values can be given: two for height and width.</param>
/// <param name="Position">Its place among those given without a name, or null.</param>
/// <param name="IsRequired">Whether a layer cannot do without.</param>
internal sealed record LayerParameter(string Name, Type ValueType, int MostValues, int? Position, bool IsRequired)
{
    /// <summary>The parameters of an attribute: those of its shortest constructor in order, then its properties by name.</summary>
    /// <param name="attribute">A layer's attribute.</param>
    public static IReadOnlyList<LayerParameter> Of(Type attribute)
    {
        ConstructorInfo[] constructors = [.. attribute.GetConstructors().OrderBy(c => c.GetParameters().Length)];
        LayerParameter[] positional = [.. constructors[0].GetParameters().Select(p => Positional(p, constructors.Length > 1))];
        PropertyInfo[] properties = [.. attribute.GetProperties().Where(p => p.SetMethod is { IsPublic: true })];
        string[] names = [.. properties.Select(p => p.Name)];
        string[] halves = [.. names.Where(name => IsPair(name, names)).SelectMany(Directions)];
        return
        [
            .. positional,
            .. properties
                .Where(p => !positional.Any(a => a.Name == p.Name) && !halves.Contains(p.Name))
                .Select(p => new LayerParameter(p.Name, p.PropertyType, IsPair(p.Name, names) ? 2 : 1, Position: null, IsRequired: false)),
        ];
    }

    /// <summary>The properties of the attribute that these values set.</summary>
    /// <param name="values">As many as there can be, or fewer.</param>
    public IEnumerable<KeyValuePair<string, object>> AsProperties(IReadOnlyList<object> values) =>
        values.Count == 1 ? [KeyValuePair.Create(this.Name, values[0])] : Directions(this.Name).Zip(values, KeyValuePair.Create);

    // A window is given by one size or, to a longer constructor, by height and width.
    private static LayerParameter Positional(ParameterInfo parameter, bool hasLongerConstructor)
    {
        string name = parameter.Name!;
        bool isSize = hasLongerConstructor && name.EndsWith("Size", StringComparison.Ordinal);
        int most = parameter.ParameterType.IsArray ? int.MaxValue : isSize ? 2 : 1;
        return new LayerParameter(
            char.ToUpperInvariant(name[0]) + name[1..],
            parameter.ParameterType.GetElementType() ?? parameter.ParameterType,
            most,
            parameter.Position,
            !parameter.HasDefaultValue);
    }

    // Strides stands for StrideHeight and StrideWidth.
    private static bool IsPair(string name, string[] names) => name.EndsWith('s') && Directions(name).All(names.Contains);

    private static string[] Directions(string name) => [name[..^1] + "Height", name[..^1] + "Width"];
}
