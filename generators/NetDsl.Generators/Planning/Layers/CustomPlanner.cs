using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>A layer of a user's own. It sees plain arrays, so what has padding or zeros around it is copied to and from buffers without.</summary>
internal sealed class CustomPlanner : LayerPlanner
{
    public override bool ReadsItsOutput(LayerNode node) => true;

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        CustomNode custom = (CustomNode)node;
        TensorView input = Plain(builder.ReadInputOf(node).Values, $"{node.Name}_plainInput", custom.InputShape, builder);
        TensorView output = builder.AddOutput(node).Values;
        TensorView plain = Plain(output, $"{node.Name}_plainOutput", custom.OutputShape, builder);
        if (input.Base.Buffer == $"{node.Name}_plainInput")
        {
            builder.AddForward(node, new CopyStep($"{node.Name}_Gather", $"{node.InputShape} without gaps", builder.InputOf(node).Values, input));
        }

        builder.AddForward(node, Call(custom, builder, CustomCall.Forward, $"{node.Name}_Forward", $"{node.InputShape} -> {node.OutputShape}", input, plain));
        if (plain != output)
        {
            builder.AddForward(node, new CopyStep($"{node.Name}_Spread", $"{node.OutputShape} to where its readers want it", plain, output));
        }

        builder.Describe(node, "a layer of your own, " + custom.Type);
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        CustomNode custom = (CustomNode)node;
        Tensor tensor = builder.TensorOf(node);
        Tensor source = builder.InputOf(node);
        TensorView input = Plain(source.Values, $"{node.Name}_plainInput", custom.InputShape, builder);
        TensorView output = Plain(tensor.Values, $"{node.Name}_plainOutput", custom.OutputShape, builder);
        TensorView delta = Plain(tensor.Delta!, $"{node.Name}_plainDelta", custom.OutputShape, builder);
        if (delta != tensor.Delta)
        {
            builder.AddBackward(node, new CopyStep($"{node.Name}_GatherDelta", $"gradient of {node.OutputShape} without gaps", tensor.Delta!, delta));
        }

        DeltaTarget target = PlanBuilder.Contribute(source, DerivativeSupport.AnyLayout);
        TensorView result = builder.AddBuffer(
            $"{node.Name}_inputDelta", $"gradient of the input of {node.Name}", new(node.InputShape.Size), default);
        string shapes = $"gradient of {node.OutputShape} -> {node.InputShape}";
        builder.AddBackward(node, Call(custom, builder, CustomCall.InputGradient, $"{node.Name}_Backward", shapes, input, output) with
        {
            Delta = delta.Base,
            Result = result.Base,
            ForInputGradient = target.ForInputGradient,
        });
        builder.AddBackward(node, new JoinGradientStep(
            $"{node.Name}_HandOn",
            $"gradient of {node.InputShape} to where it is wanted",
            JoinKind.Add,
            0,
            new([source.Values]),
            result,
            result,
            target.View,
            target.Epilogue)
        {
            ForInputGradient = target.ForInputGradient,
        });
        if (custom.Weights > 0)
        {
            string sums = $"sum over samples of the gradient of the kernel, {custom.Weights} values";
            builder.AddGradient(node, Call(custom, builder, CustomCall.AddKernelGradient, $"{node.Name}_KernelGradient", sums, input, output) with
            {
                Delta = delta.Base,
                Result = builder.GradientOperand(node, "kernel"),
            });
        }
    }

    private static CustomStep Call(
        CustomNode node, PlanBuilder builder, CustomCall call, string name, string comment, TensorView input, TensorView output) => new(
        name,
        $"{node.Type}: {comment}",
        call,
        node.Type,
        input.Base,
        node.InputShape.Size,
        node.Weights == 0 ? null : builder.ParameterOperand(node, "kernel"),
        node.Weights,
        output.Base,
        node.OutputShape.Size,
        Delta: null,
        Result: null);

    /// <summary>The tensor itself where its values follow each other without a gap; else a buffer of that name in which they do.</summary>
    private static TensorView Plain(TensorView view, string name, Shape shape, PlanBuilder builder) => view.Flattened().IsLastUnbroken
        ? view
        : builder.HasBuffer(name)
            ? TensorView.Of(new(shape.Size), Memory.Batch, name, default, padded: true, builder.Element)
            : builder.AddBuffer(name, $"{shape} without gaps", new(shape.Size), default);
}
