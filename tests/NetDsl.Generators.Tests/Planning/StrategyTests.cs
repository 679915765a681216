using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Layers;
using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Tests.Planning;

public sealed class StrategyTests
{
    private const string Error = "[Loss(Loss.MeanSquaredError)]";

    [Fact]
    public void A_tiny_network_is_unrolled_as_a_whole()
    {
        ExecutionPlan plan = Plan("[Input(3)]", "[Dense(4, Activation.Sigmoid, Name = \"hidden\")]", "[Dense(1, Activation.Sigmoid, UseBias = false)]", Error);

        Assert.NotNull(plan.Unrolled);
        Assert.Equal((3, 1, "MeanSquaredError"), (plan.Unrolled.Inputs, plan.Unrolled.Outputs, plan.Unrolled.Loss));
        Assert.Equal(
            [("hidden", 3, 4, "Sigmoid", "hidden/bias"), ("dense_1", 4, 1, "Sigmoid", null)],
            plan.Unrolled.Layers.Select(l => (l.Name, l.Inputs, l.Units, l.Activation, l.Bias?.FullName)));
        Assert.Equal(["hidden/kernel", "dense_1/kernel"], plan.Unrolled.Layers.Select(l => l.Kernel.FullName));
        Assert.Empty(plan.Outputs);
        Assert.Empty(plan.Buffers);
        Assert.Empty(plan.Prepare);
        Assert.Empty(plan.Forward.Concat(plan.Backward).Concat(plan.Gradients));
        Assert.All(plan.Layers, layer => Assert.StartsWith("unrolled", layer.Strategy, StringComparison.Ordinal));
    }

    [Fact]
    public void A_flatten_is_no_hindrance_to_unrolling() =>
        Assert.NotNull(Plan("[Input(2, 2)]", "[Flatten]", "[Dense(2, Activation.ReLU)]", "[Dense(2, Activation.Softmax)]", Error).Unrolled);

    [Theory]
    [InlineData("[Input(784)]", "[Dense(10)]")]
    [InlineData("[Input(2, 3)]", "[Dense(2)]")]
    [InlineData("[Input(3)]", "[Dropout(0.5)]", "[Dense(2)]")]
    [InlineData("[Input(3)]", "[Dense(2, Activation.Softmax)]", "[Dense(2)]")]
    [InlineData("[Input(2, 2, 1)]", "[Conv2D(1, 2)]", "[Flatten]")]
    [InlineData("[Input(2, 2, 1)]", "[MaxPooling2D(2)]", "[Flatten]", "[Dense(1)]")]
    public void A_network_that_is_larger_or_has_other_layers_is_tiled(params string[] layers)
    {
        ExecutionPlan plan = Plan([.. layers, Error]);

        Assert.Null(plan.Unrolled);
        Assert.NotEmpty(plan.Outputs);
        Assert.NotEmpty(plan.Forward);
        Assert.NotEmpty(plan.Buffers);
        Assert.DoesNotContain(plan.Layers, layer => layer.Strategy.StartsWith("unrolled", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_layer_has_its_strategy_in_the_order_declared()
    {
        foreach (RandomNetwork network in RandomNetwork.Draw(100))
        {
            Assert.Equal(network.Graph.Nodes.Select(n => n.Name), network.Plan().Layers.Select(l => l.Name));
        }
    }

    [Fact]
    public void Two_plans_of_one_network_are_equal()
    {
        foreach (RandomNetwork network in RandomNetwork.Draw(50))
        {
            Assert.Equal(network.Plan(), network.Plan());
        }
    }

    [Fact]
    public void What_only_the_gradient_of_the_samples_needs_is_marked_as_such()
    {
        ExecutionPlan plan = Plan("[Input(8, 8, 1)]", "[Conv2D(4, 3, Name = \"first\")]", "[Conv2D(4, 3, Name = \"second\")]", "[Flatten]", "[Dense(2)]", Error);

        Assert.Equal(["input_0", "first"], plan.Backward.Where(s => s.ForInputGradient).Select(s => s.Layer).Distinct().Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(["first"], plan.Prepare.Where(s => s.ForInputGradient).Select(s => s.Layer).Distinct());
        Assert.Contains(plan.Backward, step => step is { Layer: "second", ForInputGradient: false });
    }

    [Fact]
    public void Relu_is_fused_into_the_tile_and_its_derivative_into_the_one_that_stores_the_gradient()
    {
        ExecutionPlan plan = Plan("[Input(100)]", "[Dense(50, Activation.ReLU, Name = \"a\")]", "[Dense(20, Name = \"b\")]", Error);

        Contraction forward = Assert.IsType<Contraction>(Assert.Single(plan.Forward, s => s.Layer == "a"));
        Contraction backward = Assert.IsType<Contraction>(Assert.Single(plan.Backward, s => s.Layer == "b"));
        Assert.Equal("ReLU", forward.Epilogue.Activation);
        Assert.Equal("ReLU", backward.Epilogue.Derivative);
        Assert.Equal(forward.C.Buffer, backward.Y!.Buffer);
    }

    [Fact]
    public void An_activation_that_a_tile_cannot_apply_is_a_step_after_it()
    {
        ExecutionPlan plan = Plan("[Input(100)]", "[Dense(50, Activation.Tanh, Name = \"a\")]", "[Dense(20)]", Error);

        Assert.Collection(
            plan.Forward.Where(s => s.Layer == "a"),
            step => Assert.Equal("Linear", Assert.IsType<Contraction>(step).Epilogue.Activation),
            step => Assert.Equal("Tanh", Assert.IsType<ActivationStep>(step).Activation));
    }

    [Fact]
    public void The_last_activation_is_left_to_the_step_that_computes_the_loss()
    {
        ExecutionPlan plan = Plan("[Input(100)]", "[Dense(20, Activation.Softmax)]", "[Loss(Loss.CategoricalCrossentropy)]");

        Assert.Equal("Linear", Assert.IsType<Contraction>(Assert.Single(plan.Forward)).Epilogue.Activation);
        Assert.Equal(("Softmax", "CategoricalCrossentropy"), (plan.Outputs[0].Activation, plan.Outputs[0].Loss));
    }

    [Fact]
    public void A_flatten_and_the_samples_of_a_dense_layer_are_not_copied()
    {
        ExecutionPlan plan = Plan("[Input(10, 10)]", "[Flatten]", "[Dense(20)]", Error);

        Assert.Equal(Memory.Inputs, Assert.IsType<Contraction>(Assert.Single(plan.Forward)).A.Memory);
    }

    [Fact]
    public void Each_parameter_has_one_step_that_sums_its_gradient()
    {
        foreach (RandomNetwork network in RandomNetwork.Draw(100))
        {
            ExecutionPlan plan = network.Plan();
            if (plan.Unrolled is null)
            {
                // A kernel's gradient may be transformed panel by panel: those of one width together, and a narrower last one.
                IEnumerable<(string, int)> destinations = plan.Gradients.Concat(plan.GradientTransforms).Concat(plan.Backward.OfType<BatchStatisticsStep>())
                    .SelectMany(step => step.Operands.Where(o => o.Memory == Memory.Gradients).Select(o => (step, o.Offset)))
                    .Select(to => (to.step.Name.Replace("_LastPanel", "", StringComparison.Ordinal), plan.Parameters.Last(p => p.Offset <= to.Offset).Offset))
                    .Distinct();
                Assert.Equal(plan.Parameters.Where(p => p.Node.IsTrainable).Select(p => p.Offset), destinations.Select(to => to.Item2).Order());
            }
        }
    }

    [Theory]
    [InlineData("[Input(16, 16, 32)]", "[Conv2D(64, 5, Padding = Padding.Same)]", "F(4, 5)")]
    [InlineData("[Input(6, 6, 64, 16)]", "[Conv1D(32, 5)]", "F(4, 5)")]
    [InlineData("[Input(64, 16)]", "[Conv1D(32, 5)]", "F(4, 5)")]
    [InlineData("[Input(8, 5, 16)]", "[Conv2D(16, 5, 2, Padding = Padding.Same)]", "F(5, 2)")]
    [InlineData("[Input(8, 3, 16)]", "[Conv2D(16, 5, 2, Padding = Padding.Same)]", "F(3, 2)")]
    [InlineData("[Input(8, 14, 16)]", "[Conv2D(16, 5, 2, Padding = Padding.Same)]", "F(7, 2)")]
    [InlineData("[Input(8, 2, 16)]", "[Conv2D(16, 5, 3, Padding = Padding.Same)]", "F(2, 3)")]
    [InlineData("[Input(8, 8, 16)]", "[Conv2D(16, 5, 3, Padding = Padding.Same)]", "F(4, 3)")]
    [InlineData("[Input(8, 12, 16)]", "[Conv2D(16, 5, 3, Padding = Padding.Same)]", "F(6, 3)")]
    [InlineData("[Input(8, 3, 16)]", "[Conv2D(16, 5, 4, Padding = Padding.Same)]", "F(3, 4)")]
    [InlineData("[Input(8, 10, 16)]", "[Conv2D(16, 5, 4, Padding = Padding.Same)]", "F(5, 4)")]
    public void A_convolution_of_many_channels_is_taken_by_the_minimal_filter_of_fewest_products(string input, string layer, string filter)
    {
        ExecutionPlan plan = Plan(input, layer, Error);

        Assert.Equal($"minimal filter {filter}, tiled", plan.Layers[^1].Strategy);
        Assert.NotEmpty(plan.KernelTransforms);
        Assert.NotEmpty(plan.GradientTransforms);
    }

    [Theory]
    [InlineData("few channels", "[Input(32, 32, 1)]", "[Conv2D(8, 5)]")]
    [InlineData("few channels and filters", "[Input(64, 4)]", "[Conv1D(4, 5)]")]
    [InlineData("a stride along the last axis", "[Input(32, 32, 16)]", "[Conv2D(32, 5, StrideWidth = 2)]")]
    [InlineData("a stride along another axis", "[Input(32, 32, 16)]", "[Conv2D(32, 5, StrideHeight = 2)]")]
    [InlineData("one tap", "[Input(32, 32, 64)]", "[Conv2D(64, 5, 1)]")]
    [InlineData("more taps than outputs of a piece", "[Input(64, 64)]", "[Conv1D(64, 6)]")]
    [InlineData("three pieces in all", "[Input(16, 64)]", "[Conv1D(64, 5)]")]
    [InlineData("a kernel as wide as the image", "[Input(32, 5, 16)]", "[Conv2D(32, 5)]")]
    public void A_convolution_that_no_filter_makes_faster_is_tiled_over_its_implicit_matrix(string reason, string input, string layer)
    {
        ExecutionPlan plan = Plan(input, layer, Error);

        Assert.True(plan.Layers[^1].Strategy == "tiled over the implicit matrix", reason);
        Assert.Empty(plan.KernelTransforms);

        // What is left to do with its gradients is to add the sums of the portions.
        Assert.All(plan.GradientTransforms, step => Assert.Equal((1, Portions.OfConvolution), (step.Matrix.Rows.Count, step.Matrix.Columns)));
    }

    [Fact]
    public void Four_pieces_of_one_sample_are_enough_for_a_filter() =>
        Assert.StartsWith("minimal filter", Plan("[Input(17, 64)]", "[Conv1D(64, 5)]", Error).Layers[^1].Strategy, StringComparison.Ordinal);

    [Fact]
    public void Steps_that_go_from_sample_to_sample_are_taken_together_for_no_more_samples_than_a_cache_holds()
    {
        const int CacheBytes = 1 << 19;
        int together = 0;
        foreach (ExecutionPlan plan in RandomNetwork.Draw(200).Select(network => network.Plan()).Where(plan => plan.Outputs.Count > 0))
        {
            Step[] steps = [.. plan.KernelTransforms, .. plan.Forward, .. plan.Outputs];
            StepRun[] runs = [.. StepRun.Cut(steps, plan.Element)];

            // What is emitted is cut without the steps around it.
            Assert.Equal(steps, runs.SelectMany(run => run.Steps));
            Assert.Equal(runs.Where(run => !plan.KernelTransforms.Contains(run.Steps[0]) && run.Steps[0] is not OutputStep), StepRun.Cut(plan.Forward, plan.Element));
            foreach (StepRun run in runs)
            {
                Assert.Equal(run.Steps.Count > 1, run.Samples > 0);
                Assert.All(run.Steps.Where(_ => run.Samples > 0), step =>
                {
                    Assert.True(step.IsBySample, step.Name);
                    long bytes = step.Operands.Where(o => o.Memory == Memory.Batch).DistinctBy(o => o.Buffer).Sum(o => (long)o.SampleStride * plan.Element.Size);
                    Assert.True(run.Samples == 1 || run.Samples * bytes <= CacheBytes, step.Name);
                });
                together += run.Steps.Count > 1 ? 1 : 0;
            }
        }

        Assert.InRange(together, 50, int.MaxValue);
    }

    [Fact]
    public void Random_networks_have_convolutions_of_every_kind_by_a_minimal_filter()
    {
        IEnumerable<ConvolutionNode> filtered = RandomNetwork.Draw(300)
            .SelectMany(network => network.Graph.Nodes)
            .OfType<ConvolutionNode>()
            .Where(node => FilteredConvolution.For(node, ElementType.Single) is not null);

        ILookup<(int Windows, bool HasLeading), ConvolutionNode> kinds =
            filtered.ToLookup(node => (node.Windows.Count, node.InputShape.Rank > node.Windows.Count + 1));
        foreach (int windows in new[] { 1, 2 })
        {
            Assert.InRange(kinds[(windows, false)].Count(), 5, 300);
            Assert.InRange(kinds[(windows, true)].Count(), 5, 300);
        }
    }

    private static ExecutionPlan Plan(params string[] attributes)
    {
        NetworkGraph graph = GeneratorRun.OfNetwork(attributes).Graph;
        return ExecutionPlanner.Plan(graph);
    }
}
