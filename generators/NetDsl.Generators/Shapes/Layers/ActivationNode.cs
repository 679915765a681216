namespace NetDsl.Generators.Shapes.Layers;

/// <summary>
/// An activation as a layer of its own. Planned, its <see cref="LayerNode.Activation"/> is Linear, or the function where the output step or a step in
/// place applies it.
/// </summary>
/// <param name="Function">The member of the Activation enum.</param>
/// <param name="Settings">What it was given.</param>
internal sealed record ActivationNode(string Function, ActivationSettings Settings) : LayerNode
{
    /// <summary>Whether it is what the argument of a layer would be.</summary>
    public bool IsPlain => this.Settings == ActivationSettings.Of(this.Function);

    /// <summary>Whether its derivative takes what it takes, and not what it gives.</summary>
    public bool TakesSums => ActivationTraits.TakesSums(this.Function) || (this.Function == "ReLU" && !this.IsPlain);

    /// <summary>Whether the layer before it ends with no activation, whose derivative would have to be multiplied in on the way back.</summary>
    public bool FollowsLinear { get; init; }
}
