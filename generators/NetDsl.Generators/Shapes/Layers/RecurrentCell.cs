namespace NetDsl.Generators.Shapes.Layers;

/// <summary>What a recurrent layer does at each step, given the sums of its gates.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Units">The values of the state.</param>
/// <param name="Activation">The member of the Activation enum for the candidate and the state.</param>
/// <param name="RecurrentActivation">That for the gates.</param>
internal sealed record RecurrentCell(RecurrentCellKind Kind, int Units, string Activation, string RecurrentActivation)
{
    /// <summary>The blocks of units among the columns of the kernels.</summary>
    public int Gates => this.Kind switch
    {
        RecurrentCellKind.Simple => 1,
        RecurrentCellKind.LongShortTerm => 4,
        _ => 3,
    };

    /// <summary>The columns of the kernels.</summary>
    public int Columns => this.Gates * this.Units;

    /// <summary>Whether a second bias is added to the product with the state.</summary>
    public bool HasInnerBias => this.Kind == RecurrentCellKind.GatedResetAfter;
}
