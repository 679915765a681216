using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Tests.Planning;

public sealed class MemoryReachTests
{
    [Fact]
    public void No_contraction_reads_or_writes_outside_its_sample() => ForRandomPlans((plan, region) =>
    {
        foreach (Contraction contraction in Steps(plan).OfType<Contraction>())
        {
            foreach (VectorTarget target in VectorTarget.All)
            {
                ContractionReach reach = new(contraction, target, plan.Element);
                foreach ((string role, Operand operand, int first, int last) in reach.Operands)
                {
                    (int begin, int end) = region(operand);
                    Assert.True(
                        first >= begin && last < end,
                        $"{contraction.Name} on {target.Name} touches {first} to {last} of {role}, which has {begin} to {end - 1}.");
                }
            }
        }
    });

    [Fact]
    public void No_view_of_a_step_reaches_outside_its_sample() => ForRandomPlans((plan, region) =>
    {
        foreach (Step step in Steps(plan))
        {
            foreach (TensorView view in Views(step))
            {
                // Elementwise work takes the padding of the last axis along.
                int last = view.Base.Offset + view.Dimensions.Sum(d => (d.Extent - 1) * d.Stride) + view.PaddedLast - view.Dimensions.Last().Extent;
                (int begin, int end) = region(view.Base);
                Assert.True(
                    view.Base.Offset >= begin && last < end,
                    $"{step.Name} touches {view.Base.Offset} to {last} of {view.Base.Buffer}, which has {begin} to {end - 1}.");
            }
        }
    });

    [Fact]
    public void No_window_of_a_pooling_reaches_outside_its_sample() => ForRandomPlans((plan, region) =>
    {
        foreach (Step step in Steps(plan))
        {
            (WindowNest Windows, Columns Channels, (Operand Operand, int Reach)[] Operands)? pooling = step switch
            {
                PoolingStep forward => (forward.Windows, forward.Channels,
                    [(forward.Source, Seen(forward.Windows, l => l.A)), (forward.Destination, Given(forward.Windows, l => l.B))]),
                PoolingGradientStep backward => (backward.Windows, backward.Channels,
                    [
                        (backward.Source, Seen(backward.Windows, l => l.A)),
                        (backward.Pooled, Given(backward.Windows, l => l.B)),
                        (backward.SourceDelta.Base, Seen(backward.Windows, l => l.C)),
                        (backward.PooledDelta, Given(backward.Windows, l => l.Y)),
                    ]),
                _ => null,
            };
            Assert.All(pooling?.Operands ?? [], touched =>
            {
                (int begin, int end) = region(touched.Operand);
                int last = touched.Operand.Offset + touched.Reach + pooling!.Value.Channels.Padded - 1;
                Assert.True(
                    touched.Operand.Offset >= begin && last < end,
                    $"{step.Name} touches {touched.Operand.Offset} to {last} of {touched.Operand.Buffer}, which has {begin} to {end - 1}.");
            });
        }
    });

    [Fact]
    public void A_product_of_rows_stays_within_its_sample_and_its_kernel()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork(
            "[Input(20, 20, 3)]", "[Conv2D(5, 3, Padding = Padding.Same)]", "[Flatten]", "[Dense(300)]", "[Dense(1000)]", "[Loss(Loss.MeanSquaredError)]").Graph;
        ExecutionPlan plan = ExecutionPlanner.Plan(graph);

        DotProductStep step = Assert.Single(plan.Backward.OfType<DotProductStep>());
        Assert.InRange(step.Units, 1000, step.Delta.SampleStride);
        Assert.InRange(step.Result.Offset + step.Inputs, 300, step.Result.SampleStride);
        ParameterPlan kernel = plan.Parameters.Single(p => p.Offset == step.Kernel.Offset);
        Assert.Equal((kernel.Rows, kernel.PaddedColumns), (step.Inputs, step.Units));
    }

    [Fact]
    public void A_sum_of_gradients_takes_no_more_columns_than_there_are() => ForRandomPlans((plan, region) =>
    {
        foreach (BiasGradientStep step in plan.Gradients.OfType<BiasGradientStep>())
        {
            int last = step.Delta.Base.Offset + step.Delta.Leading.Sum(d => (d.Extent - 1) * d.Stride) + step.Columns.Padded - 1;
            Assert.InRange(last, 0, region(step.Delta.Base).End - 1);
            Assert.InRange(step.Columns.Padded, step.Columns.Count, region(step.Destination).End - step.Destination.Offset);
        }
    });

    [Fact]
    public void A_transpose_takes_each_weight_to_a_place_of_its_own() => ForRandomPlans((plan, _) =>
    {
        foreach (TransposeStep step in plan.Prepare)
        {
            HashSet<(int Row, int Column)> written = [];
            foreach (Place block in TileWalk.Nest(step.Blocks))
            {
                // A block moves down the kernel, and in the transpose down or to the right.
                Assert.InRange(step.SourceRow + block.A, 0, step.Source.Rows - step.Rows);
            }

            foreach ((int down, int right) in Blocks(step))
            {
                for (int row = 0; row < step.Rows; row++)
                {
                    for (int column = 0; column < step.Source.Columns; column++)
                    {
                        (int Row, int Column) place = (step.DestinationRow + down + column, step.DestinationColumn + right + row);
                        Assert.InRange(place.Row, 0, step.Destination.PanelRows - 1);
                        Assert.InRange(place.Column, 0, step.DestinationColumns.Count - 1);
                        Assert.True(written.Add(place), $"{step.Name} writes {place} twice.");
                    }
                }
            }
        }
    });

    // How far the windows reach into what they are moved over; clipped ones stop at its edge.
    private static int Seen(WindowNest windows, Func<Loop, int> step) => Given(windows, step) + (windows.Clipped.Count > 0
        ? windows.Clipped.Zip(windows.Values, (window, value) => (window.Input - 1) * step(value)).Sum()
        : windows.Values.Sum(value => (value.Extent - 1) * step(value)));

    private static int Given(WindowNest windows, Func<Loop, int> step) => windows.Places.Sum(place => (place.Extent - 1) * step(place));

    private static IEnumerable<(int Down, int Right)> Blocks(TransposeStep step)
    {
        IEnumerable<(int Down, int Right)> blocks = [(0, 0)];
        foreach (Loop loop in step.Blocks)
        {
            blocks = [.. blocks.SelectMany(b => Enumerable.Range(0, loop.Extent).Select(turn => (b.Down + (loop.B * turn), b.Right + (loop.C * turn))))];
        }

        return blocks;
    }

    private static IEnumerable<Step> Steps(ExecutionPlan plan) =>
        plan.Output is null ? [] : [.. plan.Forward, plan.Output, .. plan.Backward, .. plan.Gradients];

    private static IEnumerable<TensorView> Views(Step step) => step switch
    {
        CopyStep copy => [copy.Source, copy.Destination],
        DropoutStep dropout => [dropout.Source, dropout.Destination],
        ActivationStep activation => [activation.Values],
        ActivationGradientStep activation => [activation.Delta, activation.Values],
        PoolingGradientStep pooling => [pooling.SourceDelta],
        OutputStep output => [output.Values, output.Delta],
        _ => [],
    };

    private static void ForRandomPlans(Action<ExecutionPlan, Func<Operand, (int Begin, int End)>> check)
    {
        foreach (RandomNetwork network in RandomNetwork.Draw(300))
        {
            ExecutionPlan plan = network.Plan();
            Dictionary<string, BufferPlan> buffers = plan.Buffers.ToDictionary(b => b.Name);

            // What belongs to one sample of an operand, or to one parameter.
            (int Begin, int End) Region(Operand operand)
            {
                switch (operand.Memory)
                {
                    case Memory.Parameters or Memory.Gradients:
                        ParameterPlan parameter = plan.Parameters.Single(p => p.Offset == operand.Offset);
                        return (parameter.Offset, parameter.Offset + parameter.Length);
                    case Memory.Shared:
                        return (0, buffers[operand.Buffer].Elements);
                    case Memory.Batch:
                        Assert.Equal(buffers[operand.Buffer].Elements, operand.SampleStride);
                        return (0, operand.SampleStride);
                    default:
                        Assert.Equal(network.Graph.Nodes[0].OutputShape.Size, operand.SampleStride);
                        return (0, operand.SampleStride);
                }
            }

            try
            {
                check(plan, Region);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw new InvalidOperationException($"{network}: {exception.Message}", exception);
            }
        }
    }
}
