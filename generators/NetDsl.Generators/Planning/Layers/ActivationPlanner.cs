using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>An activation as a layer of its own: one that could not become part of the layer before it.</summary>
internal sealed class ActivationPlanner : LayerPlanner
{
    public override bool ReadsItsOutput(LayerNode node) => true;

    public override bool ReplacesItsInput(LayerNode node) => ((ActivationNode)node).FollowsLinear;

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        ActivationNode activation = (ActivationNode)node;
        TensorView input = builder.ReadInputOf(node).Values;
        TensorView output = builder.AddOutput(node).Values;
        string function = FunctionOf(activation);
        builder.AddForward(node, new FunctionStep(
            $"{node.Name}_Forward", $"{function} of {node.OutputShape}", function, activation.Settings, input, output));
        builder.AddActivation(node);
        builder.Describe(node, "elementwise");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        ActivationNode activation = (ActivationNode)node;
        Tensor input = builder.InputOf(node);
        Tensor output = builder.TensorOf(node);
        DeltaTarget target = PlanBuilder.Contribute(input, DerivativeSupport.None);
        string function = FunctionOf(activation);
        builder.AddBackward(node, new FunctionGradientStep(
            $"{node.Name}_Backward",
            $"derivative of {function} of {node.OutputShape}",
            function,
            activation.Settings,
            output.Delta!,
            activation.TakesSums ? input.Values : output.Values,
            target.View,
            target.Epilogue.Accumulate)
        {
            ForInputGradient = target.ForInputGradient,
        });
    }

    /// <summary>What the layer's own step applies: nothing, where the output step or a step in place applies the function.</summary>
    private static string FunctionOf(ActivationNode node) => node.Activation == "Linear" ? node.Function : "Linear";
}
