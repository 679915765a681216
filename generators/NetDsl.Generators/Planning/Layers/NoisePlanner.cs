using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>Dropout and other noise: a changed copy; what is drawn is drawn again, not kept, on the way back.</summary>
internal sealed class NoisePlanner : LayerPlanner
{
    public override InputNeeds Needs(LayerNode node, ElementType element) => new(default, Vectors: true);

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        Tensor input = builder.ReadInputOf(node);
        Tensor output = builder.AddOutput(node);
        builder.AddForward(node, Step(node, builder, $"{node.Name}_Forward", input.Values, output.Values));
        builder.Describe(node, "elementwise");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        DeltaTarget target = PlanBuilder.Contribute(builder.InputOf(node), DerivativeSupport.None);
        builder.AddBackward(node, Step(node, builder, $"{node.Name}_Backward", builder.TensorOf(node).Delta!, target.View) with
        {
            IsGradient = true,
            Accumulate = target.Epilogue.Accumulate,
            ForInputGradient = target.ForInputGradient,
        });
    }

    private static NoiseStep Step(LayerNode node, PlanBuilder builder, string name, TensorView source, TensorView destination)
    {
        NoiseNode noise = (NoiseNode)node;
        string amount = noise.Noise == Noise.GaussianNoise ? "standard deviation" : "rate";
        return new(
            name,
            FormattableString.Invariant($"{node.OutputShape}, {amount} {noise.Amount:R}"),
            noise.Noise,
            noise.Amount,
            StreamOf(node, builder),
            noise.SharedAxes,
            source,
            destination);
    }

    // The place among the layers: the same whatever the layers are called.
    private static int StreamOf(LayerNode node, PlanBuilder builder) => builder.Graph.Nodes.TakeWhile(n => !ReferenceEquals(n, node)).Count();
}
