namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// A whole tiny network without loops over units: each unit is a variable, a vector with one sample in each lane, and the gradient of
/// each parameter is a sum that stays in a variable over the whole batch.
/// </summary>
/// <param name="Layers">The dense layers, first to last.</param>
/// <param name="Loss">The member of the Loss enum.</param>
internal sealed record UnrolledStep(string Name, string Comment, EquatableArray<UnrolledLayer> Layers, string Loss) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [];

    /// <summary>The values of a sample.</summary>
    public int Inputs => this.Layers[0].Inputs;

    /// <summary>The values of an answer.</summary>
    public int Outputs => this.Layers[this.Layers.Count - 1].Units;
}
