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
        if (UnrolledPlanner.Plan(builder.Graph, builder.Parameter) is { } unrolled)
        {
            return builder.BuildUnrolled(unrolled);
        }

        foreach (LayerNode node in builder.Graph.Nodes)
        {
            LayerPlanner.Of(node).Forward(node, builder);
        }

        AddDeltas(builder);
        List<OutputStep> outputs = [];
        foreach (OutputNode output in builder.Graph.Outputs)
        {
            outputs.Add(PlanOutput(builder, output, outputs));
        }

        foreach (LayerNode node in builder.Graph.Nodes.Reverse())
        {
            LayerPlanner planner = LayerPlanner.Of(node);
            if (!planner.IsView)
            {
                builder.FinishDelta(node, builder.TensorOf(node));
            }

            planner.Backward(node, builder);
        }

        return builder.Build(outputs);
    }

    private static void AddDeltas(PlanBuilder builder)
    {
        foreach (LayerNode layer in builder.Graph.Nodes)
        {
            LayerPlanner planner = LayerPlanner.Of(layer);
            if (!planner.IsView)
            {
                builder.AddDelta(layer, builder.TensorOf(layer), planner.DeltaHalo(layer, builder));
            }
        }
    }

    private static OutputStep PlanOutput(PlanBuilder builder, OutputNode output, List<OutputStep> before)
    {
        LayerNode node = builder.Graph.Nodes[output.Layer];
        Tensor tensor = builder.TensorOf(node);
        tensor.Readers++;
        TensorView values = tensor.Values;
        TensorView delta = PlanBuilder.Contribute(tensor, DerivativeSupport.None).View;
        string suffix = builder.Graph.Outputs.Count == 1 ? "" : "_" + output.Name;
        if (!values.IsLastUnbroken || !delta.IsLastUnbroken)
        {
            // A Flatten of padded channels ends the network: the answers are gathered first.
            TensorView gathered = builder.AddBuffer("gathered_output" + suffix, $"answers, {node.OutputShape}", node.OutputShape, default);
            TensorView spread = builder.AddBuffer("gathered_delta" + suffix, $"gradient of the answers, {node.OutputShape}", node.OutputShape, default);
            builder.AddForward(node, new CopyStep($"{node.Name}_Gather", $"answers of {node.OutputShape} without gaps", values, gathered));
            builder.AddBackward(node, new CopyStep($"{node.Name}_Spread", $"gradient of {node.OutputShape} to where the answers came from", spread, delta));
            (values, delta) = (gathered, spread);
        }


        // The logarithms of a softmax are their own, and losses must know that they are logarithms.
        string activation = builder.LeavesActivationToOutput(node) || node.Activation == "LogSoftmax" ? node.Activation : "Linear";
        return new(
            "Output" + suffix,
            $"{activation} and {output.Loss} of {node.OutputShape}",
            activation,
            output.Loss,
            output.Settings,
            output.Weight,
            values,
            delta,
            new(before.Sum(step => step.Answers.Count), node.OutputShape.Size, builder.Graph.Outputs.Sum(o => builder.Graph.Nodes[o.Layer].OutputShape.Size)),
            new(before.Sum(step => step.Targets.Count), output.TargetShape.Size, builder.Graph.Outputs.Sum(o => o.TargetShape.Size)));
    }
}
