using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Tests.Planning;

public sealed class ArenaPlannerTests
{
    private static readonly ElementType Element = ElementType.Single;

    [Fact]
    public void In_prediction_no_two_buffers_that_live_at_the_same_time_overlap() => ForRandomPlacements((placed, _, steps) =>
        AssertApart(placed, Lives(steps)));

    [Fact]
    public void A_buffer_that_one_run_hands_to_another_shares_with_nothing_that_any_of_these_runs_touch() => ForRandomPlacements((placed, _, steps) =>
        AssertApart(placed, LivesInRuns(steps, Element)));

    [Fact]
    public void A_prediction_in_shared_memory_reads_what_it_would_read_if_every_buffer_had_its_own() => ForRandomPlacements((placed, zeroed, steps) =>
    {
        const int Samples = 6;
        PredictionMemory apart = new(placed, zeroed, steps, Element, Samples, isShared: false);
        PredictionMemory shared = new(placed, zeroed, steps, Element, Samples, isShared: true);
        SortedDictionary<(int, int), int> expected = apart.Predict();
        for (int repetition = 0; repetition < 2; repetition++)
        {
            // The second time it holds what the first has left.
            Assert.Equal(expected, shared.Predict());
        }
    });

    [Fact]
    public void In_prediction_a_buffer_with_zeros_around_its_images_shares_with_none() => ForRandomPlacements((placed, zeroed, _) =>
    {
        foreach ((BufferPlan one, BufferPlan other) in Pairs(placed.Where(b => !b.IsShared && b.PredictionOffset >= 0)))
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
    public void In_prediction_what_samples_share_has_its_own_place() => ForRandomPlacements((placed, _, _) =>
    {
        foreach ((BufferPlan one, BufferPlan other) in Pairs(placed.Where(b => b.IsShared && b.PredictionOffset >= 0)))
        {
            Assert.False(Overlap(one, other, b => b.PredictionOffset), $"{one} and {other}");
        }
    });

    [Fact]
    public void Exactly_the_buffers_that_the_forward_pass_touches_are_placed_for_prediction() => ForRandomPlacements((placed, _, steps) =>
    {
        HashSet<string> touched = [.. steps.SelectMany(step => step.Operands).Select(o => o.Buffer)];
        Assert.All(placed, buffer => Assert.Equal(touched.Contains(buffer.Name), buffer.PredictionOffset >= 0));
    });

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
        Step[] steps = [Copy("a", "b"), Copy("b", "c"), Copy("c", "d"), Output("d")];

        EquatableArray<BufferPlan> placed = ArenaPlanner.Place(buffers, new HashSet<string>(), steps, Element);

        // The last is needed after the steps that are taken together, some samples at a time, so it shares with none of theirs.
        Assert.Equal([0, 64, 0, 128], placed.Select(b => b.PredictionOffset));
    }

    [Fact]
    public void What_samples_share_is_placed_for_prediction_without_what_only_training_needs()
    {
        BufferPlan[] buffers = [Buffer("turned", 64) with { IsShared = true }, Buffer("a", 64), Buffer("b", 64), Buffer("points", 64) with { IsShared = true }];

        EquatableArray<BufferPlan> placed = ArenaPlanner.Place(buffers, new HashSet<string>(), [Product("a", "points", "b"), Output("b")], Element);

        Assert.Equal([(0, -1), (0, 0), (64, 64), (64, 0)], placed.Select(b => (b.TrainingOffset, b.PredictionOffset)));
    }

    [Fact]
    public void A_plan_s_buffers_are_placed_by_the_same_rules()
    {
        foreach (RandomNetwork network in RandomNetwork.Draw(150))
        {
            ExecutionPlan plan = network.Plan();
            if (plan.Outputs.Count == 0)
            {
                continue;
            }

            Assert.Equal(plan.Buffers.Count, plan.Buffers.Select(b => b.Name).Distinct().Count());
            foreach ((BufferPlan one, BufferPlan other) in Pairs(plan.Buffers))
            {
                Assert.False(one.IsShared == other.IsShared && Overlap(one, other, b => b.TrainingOffset), $"{network}: {one} and {other}");
            }

            Step[] steps = [.. plan.KernelTransforms, .. plan.ForwardOfPrediction, .. plan.Outputs];
            HashSet<string> touched = [.. steps.SelectMany(step => step.Operands).Select(o => o.Buffer)];
            Assert.All(plan.Buffers, buffer => Assert.Equal(touched.Contains(buffer.Name), buffer.PredictionOffset >= 0));
            AssertApart(plan.Buffers, LivesInRuns(steps, plan.Element, Same(plan)));
        }
    }

    [Fact]
    public void What_a_prediction_reads_but_no_step_writes_shares_memory_with_nothing()
    {
        foreach (RandomNetwork network in RandomNetwork.Draw(300))
        {
            ExecutionPlan plan = network.Plan();
            if (plan.Outputs.Count == 0)
            {
                continue;
            }

            ForwardTouch touch = new(plan);
            foreach (BufferPlan buffer in plan.Buffers.Where(b => !b.IsShared && touch.ReadsWhatNobodyWrites(b.Name)))
            {
                Dictionary<string, string> same = Same(plan);
                string Root(string name) => same.GetValueOrDefault(name, name);
                Assert.All(plan.Buffers.Where(b => !b.IsShared && b.PredictionOffset >= 0 && Root(b.Name) != Root(buffer.Name)), other =>
                    Assert.False(Overlap(buffer, other, b => b.PredictionOffset), $"{network}: {buffer} and {other}"));
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
                int predictionRoom = buffer.IsShared ? plan.SharedElements(training: false) : plan.ElementsPerSample(training: false);
                Assert.InRange(buffer.PredictionOffset < 0 ? 0 : buffer.PredictionOffset + buffer.Elements, 0, predictionRoom);
                Assert.InRange(buffer.IsShared || buffer.PredictionOffset < 0 || buffer.SameInPrediction is not null ? 0 : buffer.TrainingOffset + buffer.Elements, 0, plan.ElementsPerSampleOfThreads);
            });
        }
    }

    [Fact]
    public void A_buffer_that_is_another_s_memory_in_prediction_lies_as_that_does()
    {
        int count = 0;
        foreach (ExecutionPlan plan in RandomNetwork.Draw(300).Select(network => network.Plan()))
        {
            foreach (BufferPlan buffer in plan.Buffers.Where(b => b.SameInPrediction is not null))
            {
                BufferPlan other = plan.Buffers.Single(b => b.Name == buffer.SameInPrediction);
                Assert.Equal((other.Elements, other.PredictionOffset), (buffer.Elements, buffer.PredictionOffset));
                ChannelNormalizationStep step = plan.Forward.OfType<ChannelNormalizationStep>().Single(s => s.Destination.Base.Buffer == buffer.Name);
                Assert.True(step.IsFused);
                Assert.True(step.Source.LiesLike(step.Destination));
                Assert.Single(plan.Forward, s => s is Contraction { Scale: not null } c && c.C.Buffer == other.Name
                    || s is AxisTransform { Scale: not null } t && t.Destination.Buffer == other.Name);
                count++;
            }
        }

        Assert.InRange(count, 10, int.MaxValue);
    }

    [Fact]
    public void Parameters_that_are_not_trained_lie_after_all_that_are()
    {
        foreach (ExecutionPlan plan in RandomNetwork.Draw(200).Select(network => network.Plan()))
        {
            Assert.Equal(plan.Parameters.Select(p => p.Node.IsTrainable).OrderDescending(), plan.Parameters.Select(p => p.Node.IsTrainable));
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

    private static void ForRandomPlacements(Action<EquatableArray<BufferPlan>, HashSet<string>, Step[]> check)
    {
        Random random = new(3);
        for (int i = 0; i < 400; i++)
        {
            BufferPlan[] buffers = [.. Enumerable.Range(0, random.Next(2, 12)).Select(b =>
                Buffer("b" + b, PredictionMemory.Unit * random.Next(2, 9)) with { IsShared = random.Next(6) == 0 })];
            Dictionary<string, int> sizes = buffers.ToDictionary(b => b.Name, b => b.Elements);
            string[] batch = [.. buffers.Where(b => !b.IsShared).Select(b => b.Name)];
            string[] shared = [.. buffers.Where(b => b.IsShared).Select(b => b.Name)];
            if (batch.Length == 0)
            {
                continue;
            }

            // What is read has been written before, as in any network; the first step has the samples to read.
            List<Step> steps = [];
            List<string> written = [];
            for (int count = random.Next(1, 10); count > 0; count--)
            {
                string from = written.Count == 0 ? "" : written[random.Next(written.Count)];
                string to = batch[random.Next(batch.Length)];
                if (from != to)
                {
                    steps.Add(random.Next(3) > 0 || shared.Length == 0
                        ? Copy(from, to, sizes)
                        : Product(from, shared[random.Next(shared.Length)], to, sizes));
                    written.Add(to);
                }
            }

            steps.Add(Output(written[random.Next(written.Count)], sizes));
            HashSet<string> zeroed = [.. batch.Where(_ => random.Next(5) == 0)];
            check(ArenaPlanner.Place(buffers, zeroed, steps, Element), zeroed, [.. steps]);
        }
    }

    /// <summary>Fails where two buffers overlap in prediction whose lives do.</summary>
    private static void AssertApart(EquatableArray<BufferPlan> placed, Dictionary<string, (int First, int Last)> lives)
    {
        foreach ((BufferPlan one, BufferPlan other) in Pairs(placed.Where(b => !b.IsShared && b.PredictionOffset >= 0 && b.SameInPrediction is null)))
        {
            bool together = lives[one.Name].First <= lives[other.Name].Last && lives[other.Name].First <= lives[one.Name].Last;
            Assert.False(together && Overlap(one, other, b => b.PredictionOffset), $"{one} and {other}");
        }
    }

    /// <summary>The first and the last step that touch each buffer.</summary>
    private static Dictionary<string, (int First, int Last)> Lives(IEnumerable<Step> steps, Dictionary<string, string>? same = null) => steps
        .SelectMany((step, place) => step.Operands.Where(o => o.Memory == Memory.Batch)
            .Select(o => (Buffer: same?.GetValueOrDefault(o.Buffer, o.Buffer) ?? o.Buffer, Place: place)))
        .GroupBy(touch => touch.Buffer)
        .ToDictionary(touches => touches.Key, touches => (touches.Min(t => t.Place), touches.Max(t => t.Place)));

    /// <summary>
    /// The same, but for a buffer that lives in several runs the first step of its first run and the last step of its last one: each goes over all
    /// samples before the next begins.
    /// </summary>
    private static Dictionary<string, (int First, int Last)> LivesInRuns(
        IReadOnlyList<Step> steps, ElementType element, Dictionary<string, string>? same = null)
    {
        List<(int First, int Last)> runs = [];
        foreach (StepRun run in StepRun.Cut(steps, element))
        {
            runs.AddRange(Enumerable.Repeat((runs.Count, runs.Count + run.Steps.Count - 1), run.Steps.Count));
        }

        return Lives(steps, same).ToDictionary(life => life.Key, life => runs[life.Value.First] == runs[life.Value.Last]
            ? life.Value
            : (runs[life.Value.First].First, runs[life.Value.Last].Last));
    }

    /// <summary>The buffers that in a prediction are the memory of another, and of which.</summary>
    private static Dictionary<string, string> Same(ExecutionPlan plan) =>
        plan.Buffers.Where(b => b.SameInPrediction is not null).ToDictionary(b => b.Name, b => b.SameInPrediction!);

    private static IEnumerable<(BufferPlan One, BufferPlan Other)> Pairs(IEnumerable<BufferPlan> buffers)
    {
        BufferPlan[] all = [.. buffers];
        return all.SelectMany((one, i) => all.Skip(i + 1).Select(other => (one, other)));
    }

    private static bool Overlap(BufferPlan one, BufferPlan other, Func<BufferPlan, int> start) =>
        start(one) < start(other) + other.Elements && start(other) < start(one) + one.Elements;

    private static BufferPlan Buffer(string name, int elements) => new(name, "", elements, false, 0, -1);

    private static CopyStep Copy(string source, string destination, Dictionary<string, int>? sizes = null) =>
        new("Copy", "", View(source, sizes), View(destination, sizes));

    /// <summary>A step that takes all samples at once.</summary>
    private static DotProductStep Product(string from, string weights, string to, Dictionary<string, int>? sizes = null) => new(
        "Product", "", View(from, sizes).Base, new(Memory.Shared, weights, 0, 0, 1), View(to, sizes).Base, null, 1, 1, new());

    private static OutputStep Output(string values, Dictionary<string, int>? sizes = null) =>
        new("Output", "", "Linear", "MeanSquaredError", new(0, 1, 0.25, 2, false), 1, View(values, sizes), View(values, sizes), new(0, 1, 1), new(0, 1, 1));

    private static TensorView View(string buffer, Dictionary<string, int>? sizes) => new(
        buffer.Length == 0 ? new(Memory.Inputs, "", 0, 1) : new(Memory.Batch, buffer, 0, sizes?[buffer] ?? 1),
        EquatableArray<EquatableArray<Dimension>>.Empty,
        1,
        1);
}
