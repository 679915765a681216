using System.Reflection;

namespace NetDsl.PowerShell;

/// <summary>One parameter of a layer keyword: a value that the layer's attribute takes.</summary>
public sealed class LayerParameter
{
    private static readonly string[] Axes = ["Depth", "Height", "Width"];

    private LayerParameter(string name, Type type, IReadOnlyList<int> counts, int? position, bool isRequired, string[] parts)
    {
        this.Name = name;
        this.ValueType = type.GetElementType() ?? type;
        this.Counts = type.IsArray ? [] : counts;
        this.Position = position;
        this.IsRequired = isRequired;
        this.Parts = parts;
    }

    /// <summary>Its name, Keras's in the spelling of .NET: <c>KernelSize</c>.</summary>
    public string Name { get; }

    /// <summary>The type of a value: a number, text, a truth value or an enum.</summary>
    public Type ValueType { get; }

    /// <summary>How many values it can be given: 1, or 2 as well for height and width; empty where it is any number of them.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>Its place among those given without a name, or null.</summary>
    public int? Position { get; }

    /// <summary>Whether a layer cannot do without.</summary>
    public bool IsRequired { get; }

    /// <summary>Whether there can be more values than one.</summary>
    public bool TakesSeveral => this.Counts.Count != 1;

    /// <summary>The properties that several values set, one each; none for a positional one, and where they are set as one array.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>The parameters of an attribute: those of its shortest constructor in order, then its properties by name.</summary>
    /// <param name="attribute">A layer's attribute.</param>
    internal static IReadOnlyList<LayerParameter> Of(Type attribute)
    {
        ParameterInfo[][] constructors = [.. attribute.GetConstructors().Select(c => c.GetParameters()).OrderBy(c => c.Length)];

        // A window is given by one size or, to a longer constructor, by one for each axis or edge: the last of the shortest.
        int last = constructors[0].Length - 1;
        int[] counts = [.. constructors.Select(c => c.Length - last)];
        LayerParameter[] positional = [.. constructors[0].Select(p => Positional(p, p.Position == last ? counts : [1]))];
        PropertyInfo[] properties = [.. attribute.GetProperties().Where(p => p.SetMethod is { IsPublic: true })];
        string[] names = [.. properties.Select(p => p.Name)];
        string[] parts = [.. names.SelectMany(name => PartsOf(name, names))];
        string[] taken = [.. positional.Select(p => p.Name), .. parts];
        return [.. positional, .. properties.Where(p => !taken.Contains(p.Name)).Select(p => Named(p, PartsOf(p.Name, names)))];
    }

    /// <summary>The properties of the attribute that these values set.</summary>
    /// <param name="values">As many as there can be.</param>
    internal IEnumerable<KeyValuePair<string, object>> AsProperties(object[] values)
    {
        if (this.Counts.Count > 0)
        {
            return values.Length == 1 ? [KeyValuePair.Create(this.Name, values[0])] : this.Parts.Zip(values, KeyValuePair.Create);
        }

        Array array = Array.CreateInstance(this.ValueType, values.Length);
        values.CopyTo(array, 0);
        return [KeyValuePair.Create(this.Name, (object)array)];
    }

    private static LayerParameter Positional(ParameterInfo parameter, int[] counts)
    {
        string name = parameter.Name!;
        bool isRequired = !parameter.HasDefaultValue && !parameter.IsDefined(typeof(ParamArrayAttribute));
        return new LayerParameter(
            char.ToUpperInvariant(name[0]) + name[1..], parameter.ParameterType, counts, parameter.Position, isRequired, parts: []);
    }

    private static LayerParameter Named(PropertyInfo property, string[] parts) => new(
        property.Name, property.PropertyType, parts.Length > 1 ? [1, parts.Length] : [1], position: null, isRequired: false, parts);

    // Strides stands for StrideHeight and StrideWidth, DilationRate for DilationHeight and DilationWidth.
    private static string[] PartsOf(string name, string[] names)
    {
        string beginning = name.EndsWith("Rate", StringComparison.Ordinal) ? name[..^4] : name.EndsWith('s') ? name[..^1] : name;
        return [.. Axes.Select(axis => beginning + axis).Where(part => part != name && names.Contains(part))];
    }
}
