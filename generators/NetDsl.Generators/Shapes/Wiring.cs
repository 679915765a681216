using System.Globalization;
using NetDsl.Generators.Diagnostics;
using NetDsl.Generators.Parsing;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Shapes;

/// <summary>Who is called what, and who feeds whom: all that is known of a network before any shape.</summary>
internal sealed class Wiring
{
    private const int None = -1;

    private readonly EquatableArray<LayerSpec> layers;
    private readonly string[] names;
    private readonly int[] inputs;

    /// <summary>Names and connects the layers; what cannot be is reported.</summary>
    /// <param name="layers">The inputs and layers in the order written.</param>
    /// <param name="problems">Where the mistakes go.</param>
    public Wiring(EquatableArray<LayerSpec> layers, ICollection<DeclarationProblem> problems)
    {
        this.layers = layers;
        this.names = Names(layers);
        this.inputs = new int[layers.Count];
        for (int i = 0; i < layers.Count; i++)
        {
            this.CheckName(i, problems);
            this.inputs[i] = layers[i].Kind == InputShape.InputKind ? None : this.FindInput(i, problems);
        }
    }

    /// <summary>The layers, but the last, whose output nobody takes.</summary>
    public IEnumerable<int> Unused =>
        Enumerable.Range(0, Math.Max(this.layers.Count - 1, 0))
            .Where(i => this.layers[i].Kind != InputShape.InputKind && !this.inputs.Contains(i));

    /// <summary>The name given to a layer, or its kind and its index among layers of the kind.</summary>
    public string NameOf(int place) => this.names[place];

    /// <summary>The place of what feeds a layer; null for an input, and for a layer whose input is not known.</summary>
    public int? InputOf(int place) => this.inputs[place] == None ? null : this.inputs[place];

    /// <summary>A layer in words: "layer 4 'Flatten'", counted from 0 without the inputs.</summary>
    public string Describe(int place)
    {
        LayerSpec layer = this.layers[place];
        if (layer.Kind == InputShape.InputKind)
        {
            return layer.Name is null ? "the input" : $"the input '{layer.Name}'";
        }

        int index = this.layers.Take(place).Count(l => l.Kind != InputShape.InputKind);
        string name = layer.Name is null ? $"'{layer.Kind}'" : $"'{layer.Name}' ({layer.Kind})";
        return FormattableString.Invariant($"layer {index} {name}");
    }

    private static string[] Names(EquatableArray<LayerSpec> layers)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        string[] names = new string[layers.Count];
        for (int i = 0; i < names.Length; i++)
        {
            LayerSpec layer = layers[i];
            counts.TryGetValue(layer.Kind, out int index);
            counts[layer.Kind] = index + 1;
            names[i] = layer.Name ?? layer.Kind.ToLowerInvariant() + "_" + index.ToString(CultureInfo.InvariantCulture);
        }

        return names;
    }

    private void CheckName(int place, ICollection<DeclarationProblem> problems)
    {
        string name = this.names[place];
        if (this.layers[place].Name is not null && !IsUsable(name))
        {
            problems.Add(new(DiagnosticDescriptors.UnusableName, new DeclarationSite(place, "Name"), name));
            return;
        }

        // Of two that share a name, the mistake is where it was written by hand, even above the layer that has it automatically.
        int other = Array.FindIndex(this.names, n => n == name);
        other = other == place ? Array.FindIndex(this.names, place + 1, n => n == name) : other;
        if (other >= 0 && this.layers[place].Name is not null && (other < place || this.layers[other].Name is null))
        {
            problems.Add(new(DiagnosticDescriptors.RepeatedName, new DeclarationSite(place, "Name"), name, this.Describe(other)));
        }
    }

    // Letters and digits of any script, so that a name is the beginning of an identifier of C#, and one step of a path.
    private static bool IsUsable(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_');

    private int FindInput(int place, ICollection<DeclarationProblem> problems)
    {
        if (this.layers[place].From is not { } from)
        {
            if (place == 0 && this.layers.Any(l => l.Kind == InputShape.InputKind))
            {
                problems.Add(new(DiagnosticDescriptors.NothingAbove, new DeclarationSite(place, null), this.layers[place].Kind));
            }

            return place - 1;
        }

        int found = Array.IndexOf(this.names, from);
        if (found >= 0 && found < place)
        {
            return found;
        }

        string above = place == 0 ? "nothing" : string.Join(", ", this.names.Take(place));
        problems.Add(new(DiagnosticDescriptors.UnknownFrom, new DeclarationSite(place, "From"), from, above));
        return None;
    }
}
