namespace NetDsl.Generators.Shapes.Layers;

/// <summary>Changes values at random during training.</summary>
/// <param name="Noise">How.</param>
/// <param name="Amount">The rate or, of added noise, the standard deviation.</param>
/// <param name="SharedAxes">How many dimensions before the channels share what is drawn, so that whole channels are lost.</param>
internal sealed record NoiseNode(Noise Noise, double Amount, int SharedAxes) : LayerNode
{
    public override bool KeepsValues => true;
}
