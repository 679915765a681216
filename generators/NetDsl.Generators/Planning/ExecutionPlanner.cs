using NetDsl.Generators.Planning.Layers;
using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Planning;

/// <summary>Turns a declaration with its shapes into a plan.</summary>
internal static class ExecutionPlanner
{
    public static ExecutionPlan Plan(NetworkGraph graph)
    {
        PlanBuilder builder = new(graph, graph.Spec.IsDouble ? ElementType.Double : ElementType.Single);
        if (UnrolledPlanner.Plan(graph, builder.Parameter) is { } unrolled)
        {
            return builder.BuildUnrolled(unrolled);
        }

        foreach (LayerNode node in builder.Graph.Nodes)
        {
            LayerPlanner.Of(node).Forward(node, builder);
        }

        OutputStep output = PlanOutput(builder);
        foreach (LayerNode node in builder.Graph.Nodes.Reverse())
        {
            LayerPlanner planner = LayerPlanner.Of(node);
            if (!planner.IsView)
            {
                builder.FinishDelta(node, builder.TensorOf(node));
            }

            planner.Backward(node, builder);
        }

        return builder.Build(output);
    }

    private static OutputStep PlanOutput(PlanBuilder builder)
    {
        LayerNode node = builder.OutputNode;
        Tensor tensor = builder.TensorOf(node);
        tensor.Readers++;
        foreach (LayerNode layer in builder.Graph.Nodes)
        {
            LayerPlanner planner = LayerPlanner.Of(layer);
            if (!planner.IsView)
            {
                builder.AddDelta(layer, builder.TensorOf(layer), planner.DeltaHalo(layer, builder));
            }
        }

        TensorView values = tensor.Values;
        TensorView delta = PlanBuilder.Contribute(tensor, DerivativeSupport.None).View;
        if (!values.IsLastUnbroken || !delta.IsLastUnbroken)
        {
            // A Flatten of padded channels ends the network: the answers are gathered first.
            TensorView gathered = builder.AddBuffer("gathered_output", $"answers, {node.OutputShape}", node.OutputShape, default);
            TensorView spread = builder.AddBuffer("gathered_delta", $"gradient of the answers, {node.OutputShape}", node.OutputShape, default);
            builder.AddForward(node, new CopyStep($"{node.Name}_Gather", $"answers of {node.OutputShape} without gaps", values, gathered));
            builder.AddBackward(node, new CopyStep($"{node.Name}_Spread", $"gradient of {node.OutputShape} to where the answers came from", spread, delta));
            (values, delta) = (gathered, spread);
        }

        return new("Output", $"{node.Activation} and {builder.Graph.Loss} of {node.OutputShape}", node.Activation, builder.Graph.Loss, values, delta);
    }
}
