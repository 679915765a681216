using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>A dense layer: output = input . kernel, its gradients delta . kernel' and input' . delta.</summary>
internal sealed class DensePlanner : LayerPlanner
{
    /// <summary>Places per sample from which one sample alone has rows enough for a tile.</summary>
    private const int RowsForOneSample = 4;

    public override bool AppliesActivation => true;

    public override bool ScalesItsOutput => true;

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        DenseNode dense = (DenseNode)node;
        Tensor input = builder.ReadInputOf(node);
        Tensor output = builder.AddOutput(node);
        builder.AddForward(node, new Contraction(
            $"{node.Name}_Forward",
            $"{node.InputShape} . kernel ({node.InputShape.Last}, {dense.Units}) -> {node.OutputShape}; {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            A: input.Values.Base,
            B: builder.ParameterOperand(node, "kernel"),
            C: output.Values.Base,
            Bias: dense.UseBias ? builder.ParameterOperand(node, "bias") : null,
            Y: null,
            Role(input.Values),
            Loop.Merge(Loop.Over(a: input.Values.Leading, c: output.Values.Leading)),
            Loop.Merge(Terms(input.Values.Last)),
            new(dense.Units, output.Values.PaddedLast),
            new(Activation: builder.TileActivation(node)))
        {
            Scale = builder.AddFusedScale(node),
        });
        builder.AddActivation(node);
        builder.Describe(node, Role(input.Values) == SampleRole.Rows ? "tiled, samples as rows" : "tiled, places as rows");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        DenseNode dense = (DenseNode)node;
        AddInputGradient(dense, builder);
        Tensor input = builder.InputOf(node);
        TensorView delta = builder.TensorOf(node).Delta!;
        IEnumerable<Loop> rows = Terms(input.Values.Last).Select(loop => loop with { B = 0, C = loop.B });
        builder.AddGradient(node, new Contraction(
            $"{node.Name}_KernelGradient",
            $"sum over samples of {node.InputShape}' . gradient of {node.OutputShape} -> ({node.InputShape.Last}, {dense.Units}); {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            A: input.Values.Base,
            B: delta.Base,
            C: builder.GradientOperand(node, "kernel"),
            Bias: null,
            Y: null,
            SampleRole.Terms,
            Loop.Merge(rows),
            Loop.Merge(Loop.Over(a: input.Values.Leading, b: delta.Leading)),
            new(dense.Units, delta.PaddedLast),
            new()));
        if (dense.UseBias)
        {
            builder.AddGradient(node, new BiasGradientStep(
                $"{node.Name}_BiasGradient", $"sum over samples of the gradient of {node.OutputShape}", delta, builder.GradientOperand(node, "bias"), new(dense.Units, delta.PaddedLast)));
        }
    }

    /// <summary>
    /// The transpose is packed in the order in which the gradient lies in memory, gaps included, so that its columns are one unbroken
    /// run even where the input is an image with padded channels.
    /// </summary>
    private static void AddInputGradient(DenseNode node, PlanBuilder builder)
    {
        Tensor input = builder.InputOf(node);
        DeltaTarget target = PlanBuilder.Contribute(input, input.Values.Last.Count > 1 ? DerivativeSupport.SameLayout : DerivativeSupport.AnyLayout);
        TensorView delta = builder.TensorOf(node).Delta!;
        if (IsLarge(node) && target.View.Leading.Any() == false && target.View.IsLastUnbroken)
        {
            builder.AddBackward(node, new DotProductStep(
                $"{node.Name}_Backward",
                $"gradient of {node.OutputShape} . kernel' ({node.Units}, {node.InputShape.Last}) -> {node.InputShape}; {PlanBuilder.Number(node.Flops)} FLOPs a sample",
                delta.Base,
                builder.ParameterOperand(node, "kernel"),
                target.View.Base,
                target.Y,
                node.InputShape.Last,
                builder.Parameter(node, "kernel").PaddedColumns,
                target.Epilogue)
            {
                ForInputGradient = target.ForInputGradient,
            });
            return;
        }

        List<Loop> runs = [.. Terms(target.View.Last).Select(loop => new Loop("run", loop.Extent, A: loop.B, C: loop.A))];
        if (runs[runs.Count - 1].C != 1)
        {
            // Single values with zeros between them: an image one pixel wide.
            runs.Add(new("run", 1, A: 1, C: 1));
        }

        // A run that begins after zeros would end in a vector beyond the sample, so it too is taken with all that lies around it.
        bool whole = target.View.Last.Count > 1 && (runs.Count > 1 || target.View.Base.Offset > 0);
        int columns = whole ? target.View.Size : node.InputShape.Last;
        int first = whole ? target.View.Base.Offset : 0;
        Operand start = whole ? target.View.Base with { Offset = 0 } : target.View.Base;
        Operand transpose = builder.AddShared($"{node.Name}_transpose", $"transposed kernel of {node.Name}", node.Units, columns);
        builder.AddPrepare(node, new TransposeStep(
            $"{node.Name}_Transpose",
            $"kernel ({node.InputShape.Last}, {node.Units}) -> ({node.Units}, {columns})",
            builder.ParameterOperand(node, "kernel"),
            new(node.Units, builder.Parameter(node, "kernel").PaddedColumns),
            Rows: runs[runs.Count - 1].Extent,
            SourceRow: 0,
            transpose,
            new(columns, builder.Element.Padded(columns)),
            DestinationRow: 0,
            DestinationColumn: first,
            new(runs.Take(runs.Count - 1)))
        {
            ForInputGradient = target.ForInputGradient,
        });
        builder.AddBackward(node, new Contraction(
            $"{node.Name}_Backward",
            $"gradient of {node.OutputShape} . kernel' ({node.Units}, {node.InputShape.Last}) -> {node.InputShape}; {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            A: delta.Base,
            B: transpose,
            C: start,
            Bias: null,
            Y: target.Y is { } y ? (whole ? y with { Offset = 0 } : y) : null,
            Role(target.View),
            Loop.Merge(Loop.Over(a: delta.Leading, c: target.View.Leading, y: target.Values.Leading)),
            new([new Loop("unit", node.Units, A: 1, B: 1)]),
            new(columns, builder.Element.Padded(columns)),
            target.Epilogue)
        {
            ForInputGradient = target.ForInputGradient,
        });
    }

    /// <summary>
    /// Whether transposing the kernel costs more than the sums over lanes that products of rows end with: for 4096 x 1024 weights and 64
    /// samples 3 ms of the 5 ms that the products take. Below a megabyte the transpose stays in the cache.
    /// </summary>
    private static bool IsLarge(DenseNode node) => node.Units >= 256 && (long)node.InputShape.Last * node.Units >= 1 << 18;

    /// <summary>With few places a sample the samples are the rows of the tiles, with many the places are.</summary>
    private static SampleRole Role(TensorView input) =>
        input.Leading.Aggregate(1, (n, d) => n * d.Extent) >= RowsForOneSample ? SampleRole.Outer : SampleRole.Rows;

    /// <summary>The loops over the values of an axis: A is the step in memory, B the step in the rows of the kernel.</summary>
    private static EquatableArray<Loop> Terms(EquatableArray<Dimension> axis)
    {
        int rows = axis.Aggregate(1, (n, d) => n * d.Extent);
        List<Loop> loops = [];
        foreach (Dimension dimension in axis)
        {
            rows /= dimension.Extent;
            loops.Add(new("term", dimension.Extent, A: dimension.Stride, B: rows));
        }

        EquatableArray<Loop> merged = Loop.Merge(loops);
        return merged.Count == 0 ? new([new Loop("term", 1, A: 1, B: 1)]) : merged;
    }
}
