using System.Globalization;
using NetDsl.Generators.Diagnostics;
using NetDsl.Generators.Parsing;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Shapes;

/// <summary>Who is called what, and who feeds whom: all that is known of a network before any shape.</summary>
internal sealed class Wiring
{
    private readonly EquatableArray<LayerSpec> layers;
    private readonly string[] names;
    private readonly int[]?[] inputs;
    private readonly int?[] outputs;

    /// <summary>Names and connects the layers; what cannot be is reported.</summary>
    /// <param name="spec">The declaration.</param>
    /// <param name="problems">Where the mistakes go.</param>
    public Wiring(NetworkSpec spec, ICollection<DeclarationProblem> problems)
    {
        this.layers = spec.Layers;
        this.names = Names(this.layers);
        this.inputs = new int[]?[this.layers.Count];
        for (int i = 0; i < this.layers.Count; i++)
        {
            this.CheckName(i, problems);
            this.inputs[i] = this.layers[i].Kind == InputShape.InputKind ? [] : this.FindInputs(i, problems);
        }

        this.outputs = [.. spec.Outputs.Select((output, i) => this.FindOutput(output, i, problems))];
    }

    /// <summary>The inputs and layers that nobody takes, neither a layer nor the network's outputs.</summary>
    public IEnumerable<int> Unused =>
        Enumerable.Range(0, this.layers.Count).Where(i => !this.inputs.Any(taken => taken?.Contains(i) == true) && !this.outputs.Contains(i));

    /// <summary>The place of the layer that each [Loss] or [Output] is for; null where it is not known.</summary>
    public IReadOnlyList<int?> Outputs => this.outputs;

    /// <summary>The name given to a layer, or its kind and its index among layers of the kind.</summary>
    public string NameOf(int place) => this.names[place];

    /// <summary>The places of what feeds a layer, none for an input; null for a layer that names something unknown.</summary>
    public IReadOnlyList<int>? InputsOf(int place) => this.inputs[place];

    /// <summary>The place of a layer or input of a name; null where there is none.</summary>
    public int? Find(string name) => Array.IndexOf(this.names, name) is >= 0 and var place ? place : null;

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

    /// <summary>
    /// What a layer takes: the layer above it, or the one it names; one that joins takes all that it names, and where it names only one, that
    /// and the layer above it.
    /// </summary>
    private int[]? FindInputs(int place, ICollection<DeclarationProblem> problems)
    {
        LayerSpec layer = this.layers[place];
        string[] joined = layer.Texts(JoinShape.Layers);
        List<int?> found = [];
        if (joined.Length < 2 || layer.From is not null)
        {
            found.Add(layer.From is { } from ? this.FindAbove(place, from, "From", problems) : this.Above(place, problems));
        }

        for (int i = 0; i < joined.Length; i++)
        {
            found.Add(this.FindAbove(place, joined[i], FormattableString.Invariant($"{JoinShape.Layers}[{i}]"), problems));
        }

        return found.All(input => input is not null) ? [.. found.Select(input => input!.Value)] : null;
    }

    private int? Above(int place, ICollection<DeclarationProblem> problems)
    {
        if (place > 0)
        {
            return place - 1;
        }

        if (this.layers.Any(l => l.Kind == InputShape.InputKind))
        {
            problems.Add(new(DiagnosticDescriptors.NothingAbove, new DeclarationSite(place, null), this.layers[place].Kind));
        }

        return null;
    }

    private int? FindAbove(int place, string name, string argument, ICollection<DeclarationProblem> problems)
    {
        int found = Array.IndexOf(this.names, name);
        if (found >= 0 && found < place)
        {
            return found;
        }

        string above = place == 0 ? "nothing" : string.Join(", ", this.names.Take(place));
        problems.Add(new(DiagnosticDescriptors.UnknownFrom, new DeclarationSite(place, argument), name, above));
        return null;
    }

    // [Loss] is for the last layer wherever it is written; [Output] for the layer above it, or the one it names.
    private int? FindOutput(OutputSpec output, int index, ICollection<DeclarationProblem> problems)
    {
        if (output.From is { } from)
        {
            if (this.Find(from) is { } named)
            {
                return named;
            }

            string all = string.Join(", ", this.names);
            problems.Add(new(DiagnosticDescriptors.UnknownOutput, DeclarationSite.OfOutput(index, "From"), from, all));
            return null;
        }

        int place = output.IsOutput ? output.After - 1 : this.layers.Count - 1;
        if (place >= 0 && this.layers[place].Kind != InputShape.InputKind)
        {
            return place;
        }

        if (output.IsOutput)
        {
            problems.Add(new(DiagnosticDescriptors.OutputOfNothing, DeclarationSite.OfOutput(index)));
        }

        return null;
    }
}
