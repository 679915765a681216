using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// Layers that only rearrange values. Where the memory of the layer before allows it, those after read it as it lies, in other steps or from
/// another place on; otherwise the values are copied. The gradient has memory of its own and is brought back by one step, which can multiply
/// by the derivative of the activation before the layer, and add where there are other readers.
/// </summary>
internal abstract class RearrangementPlanner : LayerPlanner
{
    // A copy goes in vectors along the channels.
    public override InputNeeds Needs(LayerNode node, PlanBuilder builder)
    {
        InputNeeds needs = builder.NeedsOf(node);
        return new(default, needs.Vectors || !needs.Halo.IsEmpty);
    }

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        Tensor input = builder.ReadInputOf(node);
        if (this.ViewOf(node, input.Values, builder.Element) is { } view && Suffices(view, builder.NeedsOf(node), builder.Element))
        {
            builder.SetTensor(node, new(view, "Linear", input.IsInput));
            builder.Describe(node, "a view, moves nothing");
            return;
        }

        this.Copy(node, builder, input.Values, builder.AddOutput(node).Values);
        builder.Describe(node, "copied");
    }

    /// <summary>The output where the input lies; null where it cannot be seen so.</summary>
    protected abstract TensorView? ViewOf(LayerNode node, TensorView input, ElementType element);

    /// <summary>Adds the steps that copy the values instead.</summary>
    protected abstract void Copy(LayerNode node, PlanBuilder builder, TensorView input, TensorView output);

    /// <summary>Copies between two views of the same values, by way of memory without gaps where neither can be taken in the steps of the other.</summary>
    /// <param name="node">The layer.</param>
    /// <param name="builder">The plan.</param>
    /// <param name="source">Where they are.</param>
    /// <param name="target">Where they go; on the way forward not more than a view.</param>
    /// <param name="isBackward">Whether it is done on the way back.</param>
    protected static void AddCopy(LayerNode node, PlanBuilder builder, TensorView source, DeltaTarget target, bool isBackward)
    {
        string name = $"{node.Name}_{(isBackward ? "Backward" : "Forward")}";
        string comment = isBackward ? $"gradient of {node.OutputShape} -> {node.InputShape}" : $"{node.InputShape} -> {node.OutputShape}";
        if (ViewPair.Of(source, target.View) is null)
        {
            TensorView gathered = builder.AddBuffer(
                $"{node.Name}_{(isBackward ? "gatheredDelta" : "gathered")}", $"values of {node.Name} without gaps", new Shape(node.OutputShape.Size), default);
            Add(new CopyStep(name + "_Gather", comment + ", without gaps", source, gathered));
            source = gathered;
        }

        Add(new CopyStep(name, comment, source, target.View) { Accumulate = target.Epilogue.Accumulate });

        void Add(CopyStep step)
        {
            if (isBackward)
            {
                builder.AddBackward(node, step with { ForInputGradient = target.ForInputGradient });
            }
            else
            {
                builder.AddForward(node, step);
            }
        }
    }

    /// <summary>Where a copy on the way forward goes.</summary>
    protected static DeltaTarget To(TensorView output) => new(output, new(), output, false);

    /// <summary>Whether each axis is one dimension and the last can be read in whole vectors.</summary>
    protected static bool IsRegular(TensorView view, ElementType element) => IsSimple(view) && view.PaddedLast == element.Padded(view.Last[0].Extent);

    private static bool Suffices(TensorView view, InputNeeds needs, ElementType element) =>
        needs.Halo.IsEmpty && (needs.Vectors ? IsRegular(view, element) : IsSimple(view));

    /// <summary>Whether each axis is one dimension and the values of the last follow each other.</summary>
    private static bool IsSimple(TensorView view) =>
        view.Axes.All(axis => axis.Count == 1) && (view.Last[0].Stride == 1 || view.Last[0].Extent == 1);
}
