using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Steps;

/// <summary>Hands the gradient of each window to the first of its largest values.</summary>
/// <param name="Source">What was pooled.</param>
/// <param name="Pooled">The largest values.</param>
/// <param name="PooledDelta">Their gradient.</param>
/// <param name="SourceDelta">The gradient of what was pooled.</param>
/// <param name="Epilogue">What is done with it before it is stored.</param>
internal sealed record MaxPoolingGradientStep(
    string Name,
    string Comment,
    Window Vertical,
    Window Horizontal,
    TensorView Source,
    TensorView Pooled,
    TensorView PooledDelta,
    TensorView SourceDelta,
    Epilogue Epilogue) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Source.Base, this.Pooled.Base, this.PooledDelta.Base, this.SourceDelta.Base];
}
