using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>The samples: read where the caller keeps them, or copied where a layer wants zeros around them or whole vectors.</summary>
internal sealed class InputPlanner : LayerPlanner
{
    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        InputNeeds needs = builder.NeedsOf(node);
        TensorView samples = Part(node, builder, Memory.Inputs);
        if (needs == default)
        {
            builder.SetTensor(node, new(samples, "Linear", isInput: true));
            builder.Describe(node, "read in place");
            return;
        }

        TensorView copy = builder.AddBuffer($"{node.Name}_output", $"samples, {node.OutputShape}, with what its readers want around it", node.OutputShape, needs.Halo);
        builder.SetTensor(node, new(copy, "Linear", isInput: true));
        builder.AddForward(node, new CopyStep($"{node.Name}_Copy", $"samples of {node.OutputShape} into a buffer with room around them", samples, copy));
        builder.Describe(node, "copied");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        TensorView gradients = Part(node, builder, Memory.InputGradients);
        builder.AddBackward(node, new CopyStep($"{node.Name}_CopyGradient", $"gradient of the samples, {node.OutputShape}", builder.TensorOf(node).Delta!, gradients)
        {
            ForInputGradient = true,
        });
    }

    /// <summary>A sample holds all inputs, one after the other.</summary>
    private static TensorView Part(LayerNode node, PlanBuilder builder, Memory memory)
    {
        LayerNode[] inputs = [.. builder.Graph.Nodes.Where(other => other is InputNode)];
        TensorView whole = TensorView.Of(node.OutputShape, memory, "", default, padded: false, builder.Element);
        return whole with
        {
            Base = whole.Base with
            {
                Offset = inputs.TakeWhile(other => !ReferenceEquals(other, node)).Sum(other => other.OutputShape.Size),
                SampleStride = inputs.Sum(other => other.OutputShape.Size),
            },
        };
    }
}
