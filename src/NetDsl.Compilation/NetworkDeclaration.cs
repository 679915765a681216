using System.Globalization;
using System.Text;

namespace NetDsl.Compilation;

/// <summary>A network as a list of layers, and the C# that declares it.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="InputShape">The extents of one sample.</param>
/// <param name="Layers">The layers in order.</param>
/// <param name="Loss">What training makes small.</param>
/// <param name="Precision">The element type.</param>
public sealed record NetworkDeclaration(
    string Name, IReadOnlyList<int> InputShape, IReadOnlyList<LayerDeclaration> Layers, Loss Loss, Precision Precision = Precision.Single)
{
    /// <summary>The lines above the first layer: using, an empty one, [Network] and [Input].</summary>
    private const int LinesBeforeLayers = 4;

    /// <summary>The C# text, one attribute a line, in the order and the manner in which a person would write it.</summary>
    /// <exception cref="ArgumentException">The name is none that a class can have.</exception>
    public string ToSource()
    {
        this.CheckName();
        StringBuilder text = new("using NetDsl;\n\n");
        text.Append(this.Precision == Precision.Single ? "[Network]\n" : $"[Network(Precision = {Literal(this.Precision)})]\n");
        text.Append("[Input(").AppendJoin(", ", this.InputShape.Select(extent => Literal(extent))).Append(")]\n");
        foreach (LayerDeclaration layer in this.Layers)
        {
            IEnumerable<string> named = layer.Properties.Select(property => $"{property.Key} = {Literal(property.Value)}");
            string arguments = string.Join(", ", layer.Arguments.Select(Literal).Concat(named));
            text.Append('[').Append(layer.Kind).Append(arguments.Length == 0 ? string.Empty : $"({arguments})").Append("]\n");
        }

        return text.Append($"[Loss({Literal(this.Loss)})]\npublic partial class {this.Name};\n").ToString();
    }

    /// <summary>The layer on a line of <see cref="ToSource"/>.</summary>
    /// <param name="line">From 1.</param>
    /// <returns>Its place in <see cref="Layers"/>, or null where there is none.</returns>
    public int? LayerAt(int line)
    {
        int place = line - 1 - LinesBeforeLayers;
        return place >= 0 && place < this.Layers.Count ? place : null;
    }

    private static string Literal(object value) => value switch
    {
        Enum member => $"{member.GetType().Name}.{member}",
        bool truth => truth ? "true" : "false",
        string text => Quote(text),
        IEnumerable<object> values => $"new[] {{ {string.Join(", ", values.Select(Literal))} }}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A value of type {value.GetType().Name} cannot be written in an attribute.", nameof(value)),
    };

    private static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            quoted.Append(c is '"' or '\\' || char.IsControl(c) ? $"\\u{(int)c:X4}" : c.ToString());
        }

        return quoted.Append('"').ToString();
    }

    private void CheckName()
    {
        bool isName = this.Name.Length > 0
            && (char.IsLetter(this.Name[0]) || this.Name[0] == '_')
            && this.Name.All(c => char.IsLetterOrDigit(c) || c == '_');
        if (!isName)
        {
            throw new ArgumentException(
                $"'{this.Name}' cannot be the name of a network: it becomes a class, so it is made of letters, digits and '_', " +
                "and begins with no digit.");
        }

        if (typeof(NetworkAttribute).Assembly.GetType($"{nameof(NetDsl)}.{this.Name}") is not null)
        {
            throw new ArgumentException($"'{this.Name}' cannot be the name of a network: declarations use it for something else.");
        }
    }
}
