namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// Multiplies the values along one axis by a constant matrix, piece by piece, in vectors along the channels: the sums that surround the
/// products of a <see cref="MinimalFilter"/>.
/// </summary>
/// <param name="Name">The name of its method.</param>
/// <param name="Comment">What it does, with its shapes.</param>
/// <param name="Matrix">The matrix.</param>
/// <param name="Source">What is read.</param>
/// <param name="Destination">The result.</param>
/// <param name="Bias">What is added to each result, by channel; null for nothing.</param>
/// <param name="Y">The activations whose derivative the result is multiplied by; null for none.</param>
/// <param name="BySample">Whether it is done for each sample; otherwise the outermost loop is shared among threads.</param>
/// <param name="Places">The loops around the axis: A moves in the source, C in the destination, Y in the activations.</param>
/// <param name="Pieces">The pieces of the axis.</param>
/// <param name="Run">The elements side by side at each place, which all have the same done to them.</param>
/// <param name="Width">What the run is a multiple of: the longest vector that fits is used.</param>
/// <param name="Epilogue">What is done with the result before it is stored.</param>
internal sealed record AxisTransform(
    string Name,
    string Comment,
    Matrix Matrix,
    Operand Source,
    Operand Destination,
    Operand? Bias,
    Operand? Y,
    bool BySample,
    EquatableArray<Loop> Places,
    EquatableArray<AxisPiece> Pieces,
    int Run,
    int Width,
    Epilogue Epilogue) : Step(Name, Comment)
{
    /// <summary>What each result is multiplied by and, a run further, what is added to it then, by channel; null for nothing.</summary>
    public Operand? Scale { get; init; }

    public override IEnumerable<Operand> Operands =>
        new[] { this.Source, this.Destination, this.Bias, this.Scale, this.Y }.Where(operand => operand is not null).Select(operand => operand!);

    public override bool IsBySample => this.BySample;

    /// <summary>The turns of the outermost loop.</summary>
    public override int Items(ElementType element) => this.Places.Count == 0 ? 1 : this.Places[0].Extent;
}
