using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;

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
        Assert.Null(plan.Output);
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
        Assert.NotNull(plan.Output);
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
        Assert.Equal(("Softmax", "CategoricalCrossentropy"), (plan.Output!.Activation, plan.Output.Loss));
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
                IEnumerable<int> destinations = plan.Gradients.SelectMany(s => s.Operands).Where(o => o.Memory == Memory.Gradients).Select(o => o.Offset);
                Assert.Equal(plan.Parameters.Select(p => p.Offset), destinations.Order());
            }
        }
    }

    private static ExecutionPlan Plan(params string[] attributes)
    {
        NetworkGraph graph = GeneratorRun.OfNetwork(attributes).Graph;
        return ExecutionPlanner.Plan(graph);
    }
}
