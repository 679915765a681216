namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// The loop nest that dense layers, convolutions and all their gradients are: result[row, column] = sum over terms of A[row, term] x
/// B[term, column], A being read one value at a time, B and the result in vectors along the columns. Layers describe their loops with
/// it; how it is tiled is decided by <see cref="TilePlanner"/>.
/// </summary>
/// <param name="Name">The name of its method.</param>
/// <param name="Comment">What it does, with its shapes and cost.</param>
/// <param name="A">The operand that is read one value at a time.</param>
/// <param name="B">The operand that is read in vectors.</param>
/// <param name="C">The result.</param>
/// <param name="Bias">What the sums start from; null for zero.</param>
/// <param name="Y">The activations whose derivative the sums are multiplied by; null for none.</param>
/// <param name="Samples">What the samples of the batch are.</param>
/// <param name="Rows">
/// The loops over rows, outermost first, besides the samples. Those in which B moves come first, and are no rows of tiles: each of their turns
/// is a product of its own.
/// </param>
/// <param name="Terms">The loops over terms, outermost first, besides the samples.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Epilogue">What is done with the sums.</param>
internal sealed record Contraction(
    string Name,
    string Comment,
    Operand A,
    Operand B,
    Operand C,
    Operand? Bias,
    Operand? Y,
    SampleRole Samples,
    EquatableArray<Loop> Rows,
    EquatableArray<Loop> Terms,
    Columns Columns,
    Epilogue Epilogue) : Step(Name, Comment)
{
    /// <summary>
    /// What the sums are multiplied by and, one row of columns further, what is added to them then; null for nothing. A normalisation that follows is done
    /// so where the sums are stored.
    /// </summary>
    public Operand? Scale { get; init; }

    /// <summary>For samples as terms, the parts of the batch that have a result each.</summary>
    public Portions Portions { get; init; } = Portions.None;

    /// <summary>With samples as rows, more samples make more of the weights read for them.</summary>
    public override bool IsBySample => this.Samples == SampleRole.Outer;

    public override IEnumerable<Operand> Operands =>
        new[] { this.A, this.B, this.C, this.Bias, this.Scale, this.Y }.Where(operand => operand is not null).Select(operand => operand!);
}
