using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Tests.Planning;

public sealed class SegmentTests
{
    private const string Loss = "[Loss(Loss.MeanSquaredError)]";

    [Fact]
    public void Without_batch_statistics_samples_go_all_their_way_by_themselves()
    {
        ExecutionPlan plan = Plan("[Input(64)]", "[Normalization]", "[Dense(40)]", "[LayerNormalization]", "[Dense(3)]", Loss);

        Segment segment = Assert.Single(plan.Segments);
        Assert.Empty(segment.Reductions);
    }

    [Fact]
    public void Each_batch_normalisation_stops_the_samples_twice()
    {
        ExecutionPlan plan = Plan("[Input(64)]", "[Dense(40)]", "[BatchNormalization]", "[Dense(30)]", "[BatchNormalization]", "[Dense(3)]", Loss);

        Assert.Equal(5, plan.Segments.Count);
        Assert.Equal(
            ["batchnormalization_0_Statistics", "batchnormalization_1_Statistics", "batchnormalization_1_Gradients", "batchnormalization_0_Gradients"],
            plan.Segments.SelectMany(segment => segment.Reductions).Select(step => step.Name));
        Assert.Equal(["dense_0_Forward"], plan.Segments[0].Steps.Select(step => step.Name));
        Assert.Contains(plan.Outputs[0], plan.Segments[2].Steps);
    }

    [Fact]
    public void Every_step_is_in_one_part_and_none_before_what_it_waits_for()
    {
        foreach (RandomNetwork network in RandomNetwork.Draw(100))
        {
            ExecutionPlan plan = network.Plan();
            Assert.Equal(
                plan.Forward.Count + plan.Outputs.Count + plan.Backward.Count, plan.Segments.Sum(segment => segment.Steps.Count + segment.Reductions.Count));
            Assert.All(plan.Segments.Take(plan.Segments.Count - 1), segment => Assert.DoesNotContain(segment.Steps, step => step.ForInputGradient));
            Assert.All(plan.Segments.SelectMany(segment => segment.Steps), step => Assert.False(step.IsBarrier));
        }
    }

    [Fact]
    public void A_prediction_takes_no_sums_over_the_batch() => Assert.DoesNotContain(
        Plan("[Input(4, 5, 6)]", "[Conv2D(7, 2)]", "[BatchNormalization]", "[Flatten]", "[Dense(3)]", Loss).ForwardOfPrediction,
        step => step is BatchStatisticsStep or ChannelStatisticsStep);

    [Theory]
    [InlineData("[Dense(40)]", true)]
    [InlineData("[Dense(40, Activation.ReLU)]", false)]
    [InlineData("[Dropout(0.5)]", false)]
    public void A_layer_with_a_kernel_and_no_activation_takes_the_normalisation_after_it(string layer, bool isTaken)
    {
        ExecutionPlan plan = Plan("[Input(64)]", layer, "[BatchNormalization]", "[Dense(3)]", Loss);

        Assert.Equal(isTaken, plan.Forward.OfType<ChannelNormalizationStep>().Single().IsFused);
        Assert.Equal(isTaken, plan.Forward.OfType<Contraction>().First().Scale is not null);
    }

    [Fact]
    public void Where_another_layer_reads_what_a_layer_gives_the_normalisation_is_a_step_of_its_own()
    {
        ExecutionPlan plan = Plan(
            "[Input(64)]", "[Dense(40, Name = \"a\")]", "[BatchNormalization]", "[Dense(40)]", "[Add(\"a\", \"dense_1\")]", Loss);

        Assert.False(plan.Forward.OfType<ChannelNormalizationStep>().Single().IsFused);
    }

    private static ExecutionPlan Plan(params string[] attributes) => ExecutionPlanner.Plan(GeneratorRun.OfNetwork(attributes).Graph);
}
