using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// Upsampling, in vectors along the channels. Repeated places are copies, their gradient a sum over a window; straight lines are a product of
/// each axis and a constant matrix, one axis after the other.
/// </summary>
internal sealed class UpSamplingPlanner : LayerPlanner
{
    public override InputNeeds Needs(LayerNode node, ElementType element) => new(default, Vectors: true);

    public override bool ReplacesItsInput(LayerNode node) => !((UpSamplingNode)node).IsBilinear;

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        UpSamplingNode upSampling = (UpSamplingNode)node;
        TensorView input = builder.ReadInputOf(node).Values;
        TensorView output = builder.AddOutput(node).Values;
        builder.Describe(node, "vectors along the channels");
        if (upSampling.IsBilinear)
        {
            if (upSampling.Sizes[0] > 1)
            {
                // On the way back the same memory takes the gradient of the same rows.
                TensorView rows = Rows(node, builder);
                builder.AddForward(node, LineTransform.Forward(node, "Height", input, rows, axis: 0, upSampling.Sizes[0]));
                input = rows;
            }

            builder.AddForward(node, LineTransform.Forward(node, "Width", input, output, axis: 1, upSampling.Sizes[1]));
            return;
        }

        int axes = upSampling.Sizes.Count;
        IEnumerable<Loop> places = upSampling.Sizes.SelectMany((size, i) => new[]
        {
            new Loop("place", input.Axes[input.Axes.Count - 1 - axes + i][0].Extent, A: input.Strides(axes)[i], B: size * output.Strides(axes)[i]),
            new Loop("copy", size, B: output.Strides(axes)[i]),
        });
        builder.AddForward(node, new PoolingStep(
            $"{node.Name}_Forward",
            $"{string.Join(" x ", upSampling.Sizes)} times: {node.InputShape} -> {node.OutputShape}",
            Pooling.Sum,
            WindowNest.Single(Loop.Over(a: input.Before(axes), b: output.Before(axes)).Concat(places)),
            input.Base,
            output.Base,
            new(node.OutputShape.Last, output.PaddedLast)));
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        UpSamplingNode upSampling = (UpSamplingNode)node;
        TensorView delta = builder.TensorOf(node).Delta!;
        DeltaTarget target = PlanBuilder.Contribute(builder.InputOf(node), DerivativeSupport.AnyLayout);
        if (upSampling.IsBilinear)
        {
            bool hasRows = upSampling.Sizes[0] > 1;
            TensorView rows = hasRows ? RowsOf(node, builder) : target.View;
            DeltaTarget first = hasRows ? new(rows, new(), rows, target.ForInputGradient) : target;
            builder.AddBackward(node, LineTransform.Backward(node, "Width", delta, first, axis: 1, upSampling.Sizes[1]));
            if (hasRows)
            {
                builder.AddBackward(node, LineTransform.Backward(node, "Height", rows, target, axis: 0, upSampling.Sizes[0]));
            }

            return;
        }

        int axes = upSampling.Sizes.Count;
        IEnumerable<Loop> places = Loop.Over(a: delta.Leading, b: target.View.Leading, y: target.Values.Leading)
            .Select((loop, i) => i < target.View.Axes.Count - 1 - axes ? loop : Stepped(loop, target.View.Axes[i][0].Extent, i - (target.View.Axes.Count - 1 - axes)));
        builder.AddBackward(node, new PoolingStep(
            $"{node.Name}_Backward",
            $"sums of {string.Join(" x ", upSampling.Sizes)}: gradient of {node.OutputShape} -> {node.InputShape}",
            Pooling.Sum,
            new(
                Loop.Merge(places),
                Loop.Merge(upSampling.Sizes.Select((size, i) => new Loop("value", size, A: delta.Strides(axes)[i]))),
                EquatableArray<Window>.Empty,
                false),
            delta.Base,
            target.View.Base,
            new(node.OutputShape.Last, delta.PaddedLast))
        {
            Y = target.Y,
            Epilogue = target.Epilogue,
            ForInputGradient = target.ForInputGradient,
        });

        Loop Stepped(Loop loop, int extent, int axis) => loop with { Extent = extent, A = loop.A * upSampling.Sizes[axis] };
    }

    /// <summary>Makes memory for the image with all its rows but the columns of the input.</summary>
    private static TensorView Rows(LayerNode node, PlanBuilder builder) => builder.AddBuffer(
        RowsName(node), $"{node.Name}'s input with as many rows as its output; on the way back the gradient of it", RowsShape(node), default);

    private static TensorView RowsOf(LayerNode node, PlanBuilder builder) =>
        TensorView.Of(RowsShape(node), Memory.Batch, RowsName(node), default, padded: true, builder.Element);

    private static string RowsName(LayerNode node) => $"{node.Name}_rows";

    private static Shape RowsShape(LayerNode node)
    {
        int rank = node.InputShape.Rank;
        return new([.. node.OutputShape.Extents.Take(rank - 2), node.InputShape[rank - 2], node.InputShape.Last]);
    }
}
