using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>A join of several layers value by value, in vectors along whatever lies unbroken in memory.</summary>
internal sealed class JoinPlanner : LayerPlanner
{
    public override bool ReadsItsOutput(LayerNode node) => true;

    public override InputNeeds Needs(LayerNode node, ElementType element) => new(default, Vectors: true);

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        JoinKind join = ((JoinNode)node).Join;
        TensorView[] inputs = [.. Enumerable.Range(0, node.Inputs.Count).Select(i => builder.ReadInputOf(node, i).Values)];
        TensorView output = builder.AddOutput(node).Values;
        builder.AddForward(node, new JoinStep($"{node.Name}_Forward", $"{join} of {inputs.Length} x {node.InputShape}", join, new(inputs), output));
        builder.Describe(node, "elementwise");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        Tensor output = builder.TensorOf(node);
        EquatableArray<TensorView> inputs = new(Enumerable.Range(0, node.Inputs.Count).Select(i => builder.InputOf(node, i).Values));
        for (int i = 0; i < node.Inputs.Count; i++)
        {
            DeltaTarget target = PlanBuilder.Contribute(builder.InputOf(node, i), DerivativeSupport.AnyLayout);
            builder.AddBackward(node, new JoinGradientStep(
                FormattableString.Invariant($"{node.Name}_Backward{i}"),
                $"gradient of {node.OutputShape} to {builder.Graph.Nodes[node.Inputs[i]].Name}",
                ((JoinNode)node).Join,
                i,
                inputs,
                output.Values,
                output.Delta!,
                target.View,
                target.Epilogue)
            {
                ForInputGradient = target.ForInputGradient,
            });
        }
    }
}
