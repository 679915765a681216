using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning;

/// <summary>Recognises networks so small that loops over units would cost more than the units.</summary>
internal static class UnrolledPlanner
{
    /// <summary>
    /// Each parameter is a variable for its gradient, next to those for the units: with more of them than this the compiler gives up
    /// keeping track of variables (512 end inlining, some 1,000 end register allocation), and the code of a step no longer fits its cache.
    /// </summary>
    private const int MostParameters = 128;

    /// <summary>The activations that are written out within a line or two; besides these a softmax at the end.</summary>
    private static readonly string[] Activations =
        ["Linear", "Step", "Sign", "Sigmoid", "HardSigmoid", "Tanh", "ReLU", "ReLU6", "LeakyReLU", "Exponential"];

    /// <summary>The losses that are written out.</summary>
    private static readonly string[] Losses =
    [
        "MeanSquaredError", "MeanAbsoluteError", "BinaryCrossentropy", "CategoricalCrossentropy", "Hinge", "SquaredHinge", "Perceptron",
    ];

    /// <summary>The network as one unrolled step, or null where it is too large or has other layers than dense ones.</summary>
    public static UnrolledStep? Plan(NetworkGraph graph, Func<LayerNode, string, ParameterPlan> parameter)
    {
        LayerNode[] layers = [.. graph.Nodes.Where(node => node is not (InputNode or FlattenNode))];
        bool isChain = graph.Nodes.Select((node, i) => node.Inputs.Count == 0 ? i == 0 : node.Inputs[0] == i - 1).All(follows => follows);
        bool hasOneEnd = graph.Outputs.Count == 1 && graph.Outputs[0].Weight == 1 && graph.Output == graph.Nodes.Count - 1;
        if (!isChain || !hasOneEnd || layers.Any(layer => layer.Owner != layer.Name) || layers.Length == 0 || layers.Any(layer => layer is not DenseNode || layer.OutputShape.Rank != 1)
            || layers.Sum(layer => layer.Parameters.Sum(p => p.Shape.Size)) > MostParameters
            || !graph.Outputs[0].Settings.IsPlain || !Losses.Contains(graph.Loss)
            || layers.Where((layer, i) => !Activations.Contains(layer.Activation) && (i < layers.Length - 1 || layer.Activation != "Softmax")).Any())
        {
            return null;
        }

        return new(
            "Network",
            "the whole network, one sample in each lane",
            new(layers.Select(layer => new UnrolledLayer(
                layer.Name,
                layer.InputShape.Last,
                layer.OutputShape.Last,
                layer.Activation,
                parameter(layer, "kernel"),
                ((DenseNode)layer).UseBias ? parameter(layer, "bias") : null))),
            graph.Loss);
    }
}
