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
    public void No_product_of_an_axis_and_a_matrix_reads_or_writes_outside_its_sample() => ForRandomPlans((plan, region) =>
    {
        foreach (AxisTransform step in Steps(plan).OfType<AxisTransform>())
        {
            foreach ((string role, Operand operand, int first, int last) in new AxisTransformReach(step).Operands)
            {
                (int begin, int end) = region(operand);
                Assert.True(first >= begin && last < end, $"{step.Name} touches {first} to {last} of {role}, which has {begin} to {end - 1}.");
            }
        }
    });

    [Fact]
    public void A_product_of_an_axis_and_a_matrix_asks_for_rows_and_columns_that_there_are() => ForRandomPlans((plan, _) =>
    {
        foreach (AxisTransform step in Steps(plan).OfType<AxisTransform>())
        {
            Assert.NotEmpty(step.Pieces);
            Assert.All(step.Pieces, piece =>
            {
                Assert.InRange(piece.Count, 1, int.MaxValue);
                AssertAmong(step.Matrix.Columns, piece.Inputs);
                AssertAmong(step.Matrix.Rows.Count, piece.Outputs);
            });
            Assert.All(VectorTarget.All, target => Assert.Equal(0, step.Run % target.Lanes(plan.Element, step.Width)));
        }

        static void AssertAmong(int count, EquatableArray<AxisPoint> points)
        {
            Assert.NotEmpty(points);
            Assert.All(points, point => Assert.InRange(point.Index, 0, count - 1));
            Assert.Equal(points.Count, points.Select(point => point.Index).Distinct().Count());
        }
    });

    [Fact]
    public void A_kernel_s_points_and_a_kernel_s_gradient_are_written_once_at_every_place() => ForRandomPlans((plan, region) =>
    {
        foreach (IGrouping<Operand, AxisTransform> kernel in plan.KernelTransforms.OfType<AxisTransform>().Concat(plan.GradientTransforms)
            .GroupBy(step => step.Destination with { Offset = region(step.Destination).Begin }))
        {
            // A narrower last panel is a step of its own.
            IEnumerable<int> written = kernel.SelectMany(step => new AxisTransformReach(step).Written.SelectMany(begin => Enumerable.Range(begin, step.Run)));
            (int begin, int end) = region(kernel.Key);
            Assert.Equal(Enumerable.Range(begin, end - begin), written.Order());
        }
    });

    [Fact]
    public void A_kernel_s_points_come_from_every_weight_of_one_parameter_and_its_gradient_from_every_point() => ForRandomPlans((plan, region) =>
    {
        foreach (IGrouping<Operand, AxisTransform> kernel in plan.KernelTransforms.OfType<AxisTransform>().Concat(plan.GradientTransforms)
            .GroupBy(step => step.Source with { Offset = region(step.Source).Begin }))
        {
            IEnumerable<int> read = kernel.SelectMany(step => new AxisTransformReach(step).Read.SelectMany(begin => Enumerable.Range(begin, step.Run)));
            (int begin, int end) = region(kernel.Key);
            Assert.Equal(Enumerable.Range(begin, end - begin), read.Order());
        }
    });

    [Fact]
    public void The_items_of_a_step_over_kernels_are_the_turns_of_its_outermost_loop() => ForRandomPlans((plan, _) =>
        Assert.All(plan.KernelTransforms.OfType<AxisTransform>().Concat(plan.GradientTransforms), step =>
        {
            Assert.False(step.BySample);
            Assert.Equal(step.Places.Select(loop => loop.Extent).FirstOrDefault(1), step.Items(plan.Element));
        }));

    [Fact]
    public void The_sums_of_a_portion_of_the_batch_end_before_those_of_the_next() => ForRandomPlans((plan, region) =>
    {
        foreach (Contraction contraction in plan.Gradients.OfType<Contraction>().Where(c => c.Portions.Count > 1))
        {
            foreach (VectorTarget target in VectorTarget.All)
            {
                (_, _, int first, int last) = new ContractionReach(contraction, target, plan.Element).Result;
                Assert.InRange(last - first + 1, 1, contraction.Portions.Stride);
            }
        }

        foreach (DepthwiseGradientStep step in plan.Gradients.OfType<DepthwiseGradientStep>())
        {
            Assert.InRange(step.Taps.Aggregate(step.Columns.Padded, (n, loop) => n * loop.Extent), 1, step.Portions.Stride);
        }

        foreach (BiasGradientStep bias in plan.Gradients.OfType<BiasGradientStep>().Where(b => b.Portions.Count > 1))
        {
            Assert.InRange(bias.Columns.Padded, 1, bias.Portions.Stride);
            Assert.InRange(bias.Portions.Count * bias.Portions.Stride, 1, region(bias.Destination).End);
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
                    [
                        (forward.Source, Seen(forward.Windows, l => l.A)),
                        (forward.Destination, Given(forward.Windows, l => l.B)),
                        .. forward.Y is { } y ? new[] { (y, Given(forward.Windows, l => l.Y)) } : [],
                    ]),
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
    public void No_convolution_channel_by_channel_reads_or_writes_outside_its_sample() => ForRandomPlans((plan, region) =>
    {
        foreach (Step step in Steps(plan))
        {
            (Columns Columns, (Operand Operand, IEnumerable<int> Places)[] Operands)? depthwise = step switch
            {
                DepthwiseStep d => (d.Columns,
                    [
                        (d.Source, Sums(TileWalk.Turns(d.Places, l => l.A), TileWalk.Turns(d.Taps, l => l.A))),
                        (d.Kernel, TileWalk.Turns(d.Taps, l => l.B * d.Columns.Padded)),
                        (d.Result, TileWalk.Turns(d.Places, l => l.C)),
                        .. d.Bias is { } bias ? [(bias, [0])] : Array.Empty<(Operand, IEnumerable<int>)>(),
                        .. d.Y is { } y ? [(y, TileWalk.Turns(d.Places, l => l.Y))] : Array.Empty<(Operand, IEnumerable<int>)>(),
                    ]),
                DepthwiseGradientStep d => (d.Columns,
                    [
                        (d.Source, Sums(TileWalk.Turns(d.Places, l => l.A), TileWalk.Turns(d.Taps, l => l.A))),
                        (d.Delta, TileWalk.Turns(d.Places, l => l.C)),
                        (d.Result, TileWalk.Turns(d.Taps, l => l.C * d.Columns.Padded).Select(row => row + ((d.Portions.Count - 1) * d.Portions.Stride))),
                    ]),
                _ => null,
            };
            Assert.All(depthwise?.Operands ?? [], touched =>
            {
                (int begin, int end) = region(touched.Operand);
                int[] places = [.. touched.Places.Select(place => touched.Operand.Offset + place).DefaultIfEmpty(touched.Operand.Offset)];
                Assert.True(
                    places.Min() >= begin && places.Max() + depthwise!.Value.Columns.Padded <= end,
                    $"{step.Name} touches {places.Min()} to {places.Max() + depthwise!.Value.Columns.Padded - 1} of {touched.Operand.Buffer}, which has {begin} to {end - 1}.");
            });
        }

        static IEnumerable<int> Sums(IEnumerable<int> places, IEnumerable<int> taps)
        {
            int[] all = [.. taps];
            return all.Length == 0 ? places : places.SelectMany(place => new[] { place + all.Min(), place + all.Max() });
        }
    });

    [Fact]
    public void A_convolution_channel_by_channel_writes_each_value_of_its_result_once() => ForRandomPlans((plan, region) =>
    {
        foreach (IGrouping<string, DepthwiseStep> steps in plan.Forward.Concat(plan.Backward).OfType<DepthwiseStep>()
            .GroupBy(step => step.Name.Substring(0, step.Name.LastIndexOf("ward", StringComparison.Ordinal))))
        {
            int[] written = [.. steps.SelectMany(step => TileWalk.Turns(step.Places, l => l.C).Select(place => step.Result.Offset + place))];
            Assert.Equal(written.Length, written.Distinct().Count());
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
    public void A_transpose_takes_each_weight_to_a_place_of_its_own() => ForRandomPlans((plan, region) =>
    {
        foreach (TransposeStep step in plan.KernelTransforms.OfType<TransposeStep>().Concat(plan.Prepare))
        {
            Assert.Equal(region(step.Source), (step.Source.Offset, step.Source.Offset + (step.Source.PanelRows * step.SourceColumns.Padded)));
            Assert.Equal(region(step.Destination), (0, step.Destination.PanelRows * step.DestinationColumns.Padded));
            HashSet<(int Row, int Column)> written = [];
            foreach (Place block in TileWalk.Nest(step.Blocks))
            {
                // A block moves down the kernel, and in the transpose down or to the right.
                Assert.InRange(step.SourceRow + block.A, 0, step.Source.PanelRows - step.Rows);
            }

            foreach ((int down, int right) in Blocks(step))
            {
                for (int row = 0; row < step.Rows; row++)
                {
                    for (int column = 0; column < step.SourceColumns.Count; column++)
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

    [Fact]
    public void Runs_of_channels_reach_every_value_of_a_row_once_and_nothing_outside_it() => ForRandomPlans((plan, region) =>
    {
        foreach ((TensorView view, ChannelRun channels) in Steps(plan).SelectMany(Runs))
        {
            int[] groups = [.. TileWalk.Turns(channels.Groups, loop => loop.A)];
            int[] values = [.. TileWalk.Turns(view.Last.Select(d => new Loop("value", d.Extent, A: d.Stride)), loop => loop.A)];
            Assert.Equal(values.Order(), groups.SelectMany(group => Enumerable.Range(group, channels.Run)).Order());
            Assert.Equal(
                Enumerable.Range(0, channels.Count),
                TileWalk.Turns(channels.Groups, loop => loop.B).SelectMany(group => Enumerable.Range(group, channels.Run)).Order());
            Assert.Equal(0, channels.Stored % channels.Width);
            int last = view.Base.Offset + view.Leading.Sum(d => (d.Extent - 1) * d.Stride) + groups.Max() + channels.Stored - 1;
            Assert.InRange(last, 0, region(view.Base).End - 1);
            Assert.True(channels.Groups.Count == 0 || channels.Stored == channels.Run, "Vectors of a run would reach into the next.");
        }
    });

    [Fact]
    public void Coefficients_and_sums_of_a_normalisation_have_room_for_all_their_rows() => ForRandomPlans((plan, region) =>
    {
        foreach (BatchStatisticsStep step in Steps(plan).OfType<BatchStatisticsStep>())
        {
            BatchNormalizationData data = step.Normalization;
            Assert.InRange(6 * data.Stored, 1, region(data.Coefficients).End);
            Assert.True(data.Fused is null || 2 * data.Stored <= region(data.Fused).End);
            foreach (Operand sums in new[] { step.First, step.Second }.OfType<Operand>())
            {
                Assert.InRange(sums.Offset + data.Channels, 1, region(sums).End);
            }
        }
    });

    private static IEnumerable<(TensorView View, ChannelRun Channels)> Runs(Step step) => step switch
    {
        ChannelNormalizationStep normalization => [(normalization.Source, normalization.Channels)],
        ChannelNormalizationGradientStep normalization => [(normalization.Source, normalization.Channels)],
        ChannelStatisticsStep statistics => [(statistics.Source, statistics.Channels)],
        RowNormalizationStep normalization => [(normalization.Source, normalization.Channels)],
        RowNormalizationGradientStep normalization => [(normalization.Source, normalization.Channels)],
        GammaGradientStep gamma => [(gamma.Source, gamma.Channels)],
        _ => [],
    };

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
        plan.Outputs.Count == 0
            ? []
            : [.. plan.KernelTransforms, .. plan.Forward, .. plan.Outputs, .. plan.Backward, .. plan.Gradients, .. plan.GradientTransforms];

    private static IEnumerable<TensorView> Views(Step step) => step switch
    {
        CopyStep copy => [copy.Source, copy.Destination],
        NoiseStep noise => [noise.Source, noise.Destination],
        PoolingStep { Cleared: { } cleared } => [cleared],
        ActivationStep activation => [activation.Values],
        ActivationGradientStep activation => [activation.Delta, activation.Values],
        PoolingGradientStep pooling => [pooling.SourceDelta],
        RepeatChannelsStep repeat => [repeat.Source, repeat.Destination],
        RepeatChannelsGradientStep repeat => [repeat.Delta, repeat.Target.View, repeat.Target.Values],
        JoinStep join => [.. join.Sources, join.Destination],
        JoinGradientStep join => [.. join.Read, join.SourceDelta],
        ChannelNormalizationStep normalization => [normalization.Source, normalization.Destination],
        ChannelNormalizationGradientStep normalization => [normalization.Source, normalization.Delta, normalization.Target.View],
        ChannelStatisticsStep statistics => [statistics.Source, .. statistics.Delta is { } delta ? [delta] : Array.Empty<TensorView>()],
        RowNormalizationStep normalization => [normalization.Source, normalization.Destination, normalization.Statistics],
        RowNormalizationGradientStep normalization =>
            [normalization.Source, normalization.Delta, normalization.Statistics, normalization.Target.View],
        GammaGradientStep gamma => [gamma.Source, gamma.Delta, gamma.Statistics],
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
                        ParameterPlan parameter = plan.Parameters.Single(p => p.Offset <= operand.Offset && operand.Offset < p.Offset + p.Length);
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
