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
    private static readonly string[] Axes = ["Depth", "Height", "Width"];

    /// <summary>The properties that several values set, one each; none where they are set as one array.</summary>
    public IReadOnlyList<string> Parts { get; private init; } = [];

    /// <summary>The parameters of an attribute: those of its shortest constructor in order, then its properties by name.</summary>
    /// <param name="attribute">A layer's attribute.</param>
    public static IReadOnlyList<LayerParameter> Of(Type attribute)
    {
        ParameterInfo[][] constructors = [.. attribute.GetConstructors().Select(c => c.GetParameters()).OrderBy(c => c.Length)];
        int more = constructors[^1].Length - constructors[0].Length;
        LayerParameter[] positional = [.. constructors[0].Select(p => Positional(p, p.Position == constructors[0].Length - 1 ? more : 0))];
        PropertyInfo[] properties = [.. attribute.GetProperties().Where(p => p.SetMethod is { IsPublic: true })];
        string[] names = [.. properties.Select(p => p.Name)];
        string[] parts = [.. names.SelectMany(name => PartsOf(name, names))];
        return
        [
            .. positional,
            .. properties.Where(p => !positional.Any(a => a.Name == p.Name) && !parts.Contains(p.Name)).Select(p => Named(p, PartsOf(p.Name, names))),
        ];
    }

    /// <summary>The properties of the attribute that these values set.</summary>
    /// <param name="values">As many as there can be, or fewer.</param>
    public IEnumerable<KeyValuePair<string, object>> AsProperties(object[] values) => this switch
    {
        { Position: null, MostValues: int.MaxValue } => [KeyValuePair.Create(this.Name, (object)values)],
        _ when values.Length == 1 => [KeyValuePair.Create(this.Name, values[0])],
        _ => this.Parts.Zip(values, KeyValuePair.Create),
    };

    // A window is given by one size or, to a longer constructor, by one for each axis or edge.
    private static LayerParameter Positional(ParameterInfo parameter, int more)
    {
        string name = parameter.Name!;
        return new LayerParameter(
            char.ToUpperInvariant(name[0]) + name[1..],
            parameter.ParameterType.GetElementType() ?? parameter.ParameterType,
            parameter.ParameterType.IsArray ? int.MaxValue : 1 + more,
            parameter.Position,
            !parameter.HasDefaultValue && !parameter.IsDefined(typeof(ParamArrayAttribute)));
    }

    private static LayerParameter Named(PropertyInfo property, string[] parts) => new(
        property.Name,
        property.PropertyType.GetElementType() ?? property.PropertyType,
        property.PropertyType.IsArray ? int.MaxValue : Math.Max(1, parts.Length),
        Position: null,
        IsRequired: false)
    {
        Parts = parts,
    };

    // Strides stands for StrideHeight and StrideWidth, DilationRate for DilationHeight and DilationWidth.
    private static string[] PartsOf(string name, string[] names)
    {
        string beginning = name.EndsWith("Rate", StringComparison.Ordinal) ? name[..^4] : name.EndsWith('s') ? name[..^1] : name;
        return [.. Axes.Select(axis => beginning + axis).Where(part => part != name && names.Contains(part))];
    }
}
