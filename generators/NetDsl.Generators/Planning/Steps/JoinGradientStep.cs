using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Steps;

/// <summary>Hands the gradient of what was made of several tensors to one of them.</summary>
/// <param name="Join">How it was made.</param>
/// <param name="Source">The place among <paramref name="Sources"/> of the tensor whose gradient it is.</param>
/// <param name="Sources">The tensors.</param>
/// <param name="Joined">What was made of them.</param>
/// <param name="JoinedDelta">Its gradient.</param>
/// <param name="SourceDelta">Where the gradient of the tensor goes.</param>
/// <param name="Epilogue">What is done with it before it is stored.</param>
internal sealed record JoinGradientStep(
    string Name,
    string Comment,
    JoinKind Join,
    int Source,
    EquatableArray<TensorView> Sources,
    TensorView Joined,
    TensorView JoinedDelta,
    TensorView SourceDelta,
    Epilogue Epilogue) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => this.Read.Select(view => view.Base).Append(this.SourceDelta.Base);

    /// <summary>Whether the values of the tensors themselves are read, and not only the gradient.</summary>
    public bool ReadsValues => this.Join is JoinKind.Multiply or JoinKind.Maximum or JoinKind.Minimum;

    /// <summary>Whether what was made of them is read.</summary>
    public bool ReadsJoined => this.Join is JoinKind.Maximum or JoinKind.Minimum;

    /// <summary>What it reads.</summary>
    public IEnumerable<TensorView> Read =>
    [
        this.JoinedDelta,
        .. this.ReadsJoined ? [this.Joined] : Array.Empty<TensorView>(),
        .. this.ReadsValues ? [.. this.Sources] : this.Epilogue.Derivative != "Linear" ? [this.Sources[this.Source]] : Array.Empty<TensorView>(),
    ];
}
