namespace NetDsl.Generators.Parsing;

/// <summary>One [Input], layer, [Loss] or [Output] attribute.</summary>
/// <param name="Kind">The attribute's name without "Attribute": Input, Dense, Conv2D ...</param>
/// <param name="Arguments">Its arguments by property name, ordered ordinally: those written and the defaults of optional constructor parameters.</param>
internal sealed record LayerSpec(string Kind, EquatableArray<ArgumentSpec> Arguments)
{
    /// <summary>The name given to the layer, or null.</summary>
    public string? Name => this.Text("Name");

    /// <summary>The name of the layer or input that this one takes, or null.</summary>
    public string? From => this.Text("From");

    /// <summary>The name of the layer whose parameters this one uses, or null for its own.</summary>
    public string? WeightsFrom => this.Text("WeightsFrom");

    /// <summary>Whether the argument was written or has a default in the constructor.</summary>
    public bool Has(string name) => this.Find(name) is not null;

    public int Integer(string name, int otherwise) => this.Find(name)?.Value is { Count: 1 } value ? (int)value[0] : otherwise;

    public double Number(string name, double otherwise) => this.Find(name)?.Value is { Count: 1 } value ? (double)value[0] : otherwise;

    public bool Flag(string name, bool otherwise) => this.Find(name)?.Value is { Count: 1 } value ? (bool)value[0] : otherwise;

    /// <summary>A string, or the name of an enum's member.</summary>
    public string? Text(string name) => this.Find(name)?.Value is { Count: 1 } value ? value[0] as string : null;

    /// <summary>An array of strings.</summary>
    public string[] Texts(string name) => this.Find(name) is { } argument ? [.. argument.Value.Select(v => (string)v)] : [];

    /// <summary>An array of integers.</summary>
    public int[] Integers(string name) => this.Find(name) is { } argument ? [.. argument.Value.Select(v => (int)v)] : [];

    /// <summary>An array of numbers.</summary>
    public double[] Numbers(string name) => this.Find(name) is { } argument ? [.. argument.Value.Select(v => (double)v)] : [];

    private ArgumentSpec? Find(string name) => this.Arguments.FirstOrDefault(a => a.Name == name);
}
