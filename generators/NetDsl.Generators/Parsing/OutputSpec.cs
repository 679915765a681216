namespace NetDsl.Generators.Parsing;

/// <summary>One [Loss] or [Output] attribute: an output of the network, and what is made small for it.</summary>
/// <param name="Attribute">The attribute: its kind is Loss or Output.</param>
/// <param name="After">The number of inputs and layers written above it.</param>
internal sealed record OutputSpec(LayerSpec Attribute, int After)
{
    /// <summary>Whether it is an [Output], of which there can be several.</summary>
    public bool IsOutput => this.Attribute.Kind == "Output";

    /// <summary>The member of the Loss enum.</summary>
    public string Loss => this.Attribute.Text("Loss")!;

    /// <summary>The layer that it names, or null for the one written above it.</summary>
    public string? From => this.Attribute.From;

    /// <summary>What its loss is multiplied by.</summary>
    public double Weight => this.Attribute.Number("Weight", 1);
}
