using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Tests.Planning;

public sealed class ArenaPlannerTests
{
    private static readonly ElementType Element = ElementType.Single;

    [Fact]
    public void In_prediction_no_two_buffers_that_live_at_the_same_time_overlap() => ForRandomPlacements((placed, lives, _) =>
    {
        foreach ((BufferPlan one, BufferPlan other) in Pairs(placed.Where(b => b.PredictionOffset >= 0)))
        {
            bool together = lives[one.Name].First <= lives[other.Name].Last && lives[other.Name].First <= lives[one.Name].Last;
            Assert.False(together && Overlap(one, other, b => b.PredictionOffset), $"{one} and {other}");
        }
    });

    [Fact]
    public void In_prediction_a_buffer_with_zeros_around_its_images_shares_with_none() => ForRandomPlacements((placed, _, zeroed) =>
    {
        foreach ((BufferPlan one, BufferPlan other) in Pairs(placed.Where(b => b.PredictionOffset >= 0)))
        {
            bool kept = zeroed.Contains(one.Name) || zeroed.Contains(other.Name);
            Assert.False(kept && Overlap(one, other, b => b.PredictionOffset), $"{one} and {other}");
        }
    });

    [Fact]
    public void In_training_every_buffer_has_its_own_place() => ForRandomPlacements((placed, _, _) =>
    {
        foreach ((BufferPlan one, BufferPlan other) in Pairs(placed))
        {
            Assert.False(one.IsShared == other.IsShared && Overlap(one, other, b => b.TrainingOffset), $"{one} and {other}");
        }
    });

    [Fact]
    public void Exactly_the_buffers_that_the_forward_pass_touches_are_placed_for_prediction() => ForRandomPlacements((placed, lives, _) =>
        Assert.All(placed, buffer => Assert.Equal(lives.ContainsKey(buffer.Name), buffer.PredictionOffset >= 0)));

    [Fact]
    public void Every_buffer_begins_at_a_cache_line() => ForRandomPlacements((placed, _, _) => Assert.All(placed, buffer =>
    {
        Assert.Equal(0, buffer.TrainingOffset % Element.LongestVector);
        Assert.True(buffer.PredictionOffset < 0 || buffer.PredictionOffset % Element.LongestVector == 0, buffer.ToString());
    }));

    [Fact]
    public void Buffers_that_are_never_needed_together_share_memory()
    {
        BufferPlan[] buffers = [Buffer("a", 64), Buffer("b", 64), Buffer("c", 64), Buffer("d", 64)];
        Step[] forward = [Copy("a", "b"), Copy("b", "c"), Copy("c", "d")];

        EquatableArray<BufferPlan> placed = ArenaPlanner.Place(buffers, new HashSet<string>(), forward, Output("d"), Element);

        Assert.Equal([0, 64, 0, 64], placed.Select(b => b.PredictionOffset));
    }

    [Fact]
    public void A_plan_s_buffers_are_placed_by_the_same_rules()
    {
        foreach (RandomNetwork network in RandomNetwork.Draw(150))
        {
            ExecutionPlan plan = network.Plan();
            if (plan.Output is null)
            {
                continue;
            }

            Dictionary<string, (int First, int Last)> lives = Lives([.. plan.Forward, plan.Output]);
            Assert.Equal(plan.Buffers.Count, plan.Buffers.Select(b => b.Name).Distinct().Count());
            foreach ((BufferPlan one, BufferPlan other) in Pairs(plan.Buffers))
            {
                Assert.False(one.IsShared == other.IsShared && Overlap(one, other, b => b.TrainingOffset), $"{network}: {one} and {other}");
                Assert.False(
                    one.PredictionOffset >= 0 && other.PredictionOffset >= 0
                    && lives[one.Name].First <= lives[other.Name].Last && lives[other.Name].First <= lives[one.Name].Last
                    && Overlap(one, other, b => b.PredictionOffset),
                    $"{network}: {one} and {other}");
            }
        }
    }

    [Fact]
    public void What_a_pass_needs_reaches_to_the_end_of_its_last_buffer()
    {
        foreach (ExecutionPlan plan in RandomNetwork.Draw(100).Select(network => network.Plan()))
        {
            Assert.All(plan.Buffers, buffer =>
            {
                int room = buffer.IsShared ? plan.SharedElements(training: true) : plan.ElementsPerSample(training: true);
                Assert.InRange(buffer.TrainingOffset + buffer.Elements, 1, room);
                Assert.InRange(buffer.PredictionOffset < 0 ? 0 : buffer.PredictionOffset + buffer.Elements, 0, plan.ElementsPerSample(training: false));
            });
        }
    }

    [Fact]
    public void Parameters_do_not_overlap_and_begin_at_cache_lines()
    {
        foreach (RandomNetwork network in RandomNetwork.Draw(200))
        {
            ExecutionPlan plan = network.Plan();
            int end = 0;
            foreach (ParameterPlan parameter in plan.Parameters)
            {
                Assert.True(parameter.Offset >= end, $"{network}: {parameter} begins before {end}");
                Assert.Equal(0, parameter.Offset * plan.Element.Size % 64);
                Assert.Equal(parameter.Node.Shape.Size, parameter.Rows * parameter.Columns);
                Assert.InRange(parameter.Columns, 1, parameter.PaddedColumns);
                end = parameter.Offset + parameter.Length;
            }

            Assert.Equal(end, plan.ParameterLength);
            Assert.Equal(network.Graph.Nodes.Sum(n => n.Parameters.Count), plan.Parameters.Count);
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void What_is_stored_for_a_last_dimension_is_a_power_of_two_or_whole_cache_lines(int size)
    {
        ElementType element = size == 4 ? ElementType.Single : ElementType.Double;
        for (int extent = 1; extent < 200; extent++)
        {
            int padded = element.Padded(extent);
            Assert.InRange(padded, extent, Math.Max((2 * extent) - 1, extent));
            Assert.True(padded * size < 64 ? int.IsPow2(padded) : padded * size % 64 == 0, $"{extent} is stored as {padded}");
        }
    }

    private static void ForRandomPlacements(
        Action<EquatableArray<BufferPlan>, Dictionary<string, (int First, int Last)>, HashSet<string>> check)
    {
        Random random = new(3);
        for (int i = 0; i < 300; i++)
        {
            BufferPlan[] buffers = [.. Enumerable.Range(0, random.Next(1, 12)).Select(b =>
                Buffer("b" + b, random.Next(1, 200)) with { IsShared = random.Next(6) == 0 })];
            string[] batch = [.. buffers.Where(b => !b.IsShared).Select(b => b.Name)];
            if (batch.Length == 0)
            {
                continue;
            }

            string Any() => batch[random.Next(batch.Length)];
            Step[] forward = [.. Enumerable.Range(0, random.Next(1, 10)).Select(_ => Copy(Any(), Any()))];
            OutputStep output = Output(Any());
            HashSet<string> zeroed = [.. batch.Where(_ => random.Next(5) == 0)];

            check(ArenaPlanner.Place(buffers, zeroed, forward, output, Element), Lives([.. forward, output]), zeroed);
        }
    }

    /// <summary>The first and the last step that touch each buffer.</summary>
    private static Dictionary<string, (int First, int Last)> Lives(Step[] steps) => steps
        .SelectMany((step, place) => step.Operands.Where(o => o.Memory == Memory.Batch).Select(o => (o.Buffer, Place: place)))
        .GroupBy(touch => touch.Buffer)
        .ToDictionary(touches => touches.Key, touches => (touches.Min(t => t.Place), touches.Max(t => t.Place)));

    private static IEnumerable<(BufferPlan One, BufferPlan Other)> Pairs(IEnumerable<BufferPlan> buffers)
    {
        BufferPlan[] all = [.. buffers];
        return all.SelectMany((one, i) => all.Skip(i + 1).Select(other => (one, other)));
    }

    private static bool Overlap(BufferPlan one, BufferPlan other, Func<BufferPlan, int> start) =>
        start(one) < start(other) + other.Elements && start(other) < start(one) + one.Elements;

    private static BufferPlan Buffer(string name, int elements) => new(name, "", elements, false, 0, -1);

    private static CopyStep Copy(string source, string destination) => new("Copy", "", View(source), View(destination));

    private static OutputStep Output(string values) => new("Output", "", "Linear", "MeanSquaredError", View(values), View(values));

    private static TensorView View(string buffer) =>
        new(new Operand(Memory.Batch, buffer, 0, 1), EquatableArray<EquatableArray<Dimension>>.Empty, 1, 1);
}
