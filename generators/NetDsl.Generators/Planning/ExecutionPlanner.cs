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
        foreach (LayerNode node in graph.Nodes)
        {
            LayerPlanner.Of(node).Forward(node, builder);
        }

        OutputStep output = PlanOutput(builder);
        foreach (LayerNode node in graph.Nodes.Reverse())
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
                builder.AddDelta(layer, builder.TensorOf(layer), planner.DeltaHalo(layer));
            }
        }

        DeltaTarget target = PlanBuilder.Contribute(tensor, DerivativeSupport.None);
        return new(
            "Output",
            $"{node.Activation} and {builder.Graph.Loss} of {node.OutputShape}",
            node.Activation,
            builder.Graph.Loss,
            tensor.Values,
            target.View);
    }
}
