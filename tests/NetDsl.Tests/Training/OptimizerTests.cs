using System.Globalization;
using System.Text.Json;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

public class OptimizerTests
{
    public static TheoryData<string> Kinds => [.. OptimizerKinds.Formulas];

    [Theory]
    [InlineData("sgd")]
    [InlineData("momentum")]
    [InlineData("nesterov")]
    [InlineData("adam")]
    [InlineData("adam_fast")]
    [InlineData("adadelta")]
    [InlineData("adadelta_torch")]
    [InlineData("amsgrad")]
    [InlineData("adamw")]
    [InlineData("adamw_strong")]
    [InlineData("nadam")]
    [InlineData("nadam_fast")]
    [InlineData("adamax")]
    [InlineData("adamax_torch")]
    [InlineData("adagrad")]
    [InlineData("adagrad_torch")]
    [InlineData("rmsprop")]
    [InlineData("rmsprop_momentum")]
    [InlineData("rmsprop_centered")]
    [InlineData("rmsprop_centered_momentum")]
    [InlineData("rmsprop_torch")]
    [InlineData("clip_value")]
    [InlineData("clip_norm")]
    [InlineData("global_clip_norm", "clip_norm")]
    [InlineData("weight_decay")]
    public void Ten_steps_agree_with_PyTorch_or_the_formula_of_Keras(string key, string? vector = null)
    {
        using JsonDocument vectors = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", "optimizers.json")));
        double[] curvature = Numbers(vectors.RootElement.GetProperty("curvature"));
        ParameterSet<double> parameters = ParameterSets.OfLength<double>(curvature.Length);
        parameters[0].CopyFrom(Numbers(vectors.RootElement.GetProperty("start")));
        ParameterSet<double> gradients = parameters.CreateLike();
        OptimizerState<double> state = OptimizerKinds.Of(key).CreateState(parameters);
        int step = 0;
        foreach (JsonElement expected in vectors.RootElement.GetProperty(vector ?? key).EnumerateArray())
        {
            for (int i = 0; i < curvature.Length; i++)
            {
                gradients.Values[i] = curvature[i] * parameters.Values[i];
            }

            state.Step(gradients);
            step++;
            double[] values = Numbers(expected);
            for (int i = 0; i < values.Length; i++)
            {
                Assert.True(
                    Math.Abs(parameters.Values[i] - values[i]) <= 1e-12 * Math.Max(1, Math.Abs(values[i])),
                    string.Create(CultureInfo.InvariantCulture, $"step {step}, value {i}: {parameters.Values[i]} for {values[i]}"));
            }
        }

        Assert.Equal(10, step);
        Assert.Equal(10, state.Steps);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_length_gives_the_bits_of_the_plain_formula_in_single_precision(string kind)
    {
        for (int length = 0; length <= 70; length++)
        {
            ParameterSet<float> parameters = ParameterSets.Randomize(ParameterSets.OfLength<float>(length), 1);
            ParameterSet<float> gradients = parameters.CreateLike();
            float[] values = parameters.Values.ToArray();
            float[] slots = new float[3 * length];
            Array.Fill(slots, OptimizerKinds.InitialSlot(kind));
            OptimizerState<float> state = OptimizerKinds.Of(kind).CreateState(parameters);
            for (int step = 1; step <= 3; step++)
            {
                ParameterSets.Randomize(gradients, (ulong)step);
                state.Step(gradients);
                for (int i = 0; i < length; i++)
                {
                    values[i] = OptimizerKinds.PlainStep(kind, step, values[i], gradients.Values[i], slots.AsSpan(3 * i, 3));
                }

                Assert.Equal(values, parameters.Values.ToArray());
            }

            int slot = 0;
            foreach (ParameterSet<float> remembered in state.Slots.Values)
            {
                Assert.Equal(Enumerable.Range(0, length).Select(i => slots[(3 * i) + slot]), remembered.Values.ToArray());
                slot++;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Any_number_of_threads_gives_the_same_bits(string kind)
    {
        foreach (int length in (int[])[1000, 40_000, 65_536, 70_001])
        {
            float[] alone = ThreeSteps(kind, length, threads: 1);
            Assert.Equal(alone, ThreeSteps(kind, length, threads: 2));
            Assert.Equal(alone, ThreeSteps(kind, length, threads: 3));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Padding_stays_zero(string kind)
    {
        SingleLayerNetwork<float> network = new(3, 5, Activation.Linear, Loss.MeanSquaredError);
        network.Initialize(1);
        ParameterSet<float> gradients = network.Parameters.CreateLike();
        foreach (Parameter<float> gradient in gradients)
        {
            gradient.CopyFrom([.. Enumerable.Range(1, gradient.Count).Select(i => (float)i)]);
        }

        OptimizerState<float> state = OptimizerKinds.Of(kind).CreateState(network.Parameters);
        for (int step = 0; step < 5; step++)
        {
            state.Step(gradients);
        }

        HashSet<int> used = [];
        foreach (Parameter<float> parameter in network.Parameters)
        {
            ParameterLayout layout = parameter.Definition.Layout;
            used.UnionWith(Enumerable.Range(0, parameter.Count).Select(i => layout.IndexOf(i / layout.Columns, i % layout.Columns)));
        }

        float[] values = network.Parameters.Values.ToArray();
        Assert.All(Enumerable.Range(0, values.Length).Where(i => !used.Contains(i)), i => Assert.Equal(0f, values[i]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_restored_state_goes_on_with_the_same_bits(string kind)
    {
        const int Length = 33;
        ParameterSet<float> unbroken = ParameterSets.Randomize(ParameterSets.OfLength<float>(Length), 1);
        ParameterSet<float> gradients = unbroken.CreateLike();
        OptimizerState<float> first = OptimizerKinds.Of(kind).CreateState(unbroken);
        first.Step(ParameterSets.Randomize(gradients, 2));
        first.LearningRate = 0.02;

        ParameterSet<float> resumed = unbroken.CreateLike();
        resumed.CopyFrom(unbroken);
        OptimizerState<float> second = OptimizerKinds.Of(kind).CreateState(resumed);
        second.Steps = first.Steps;
        second.LearningRate = first.LearningRate;
        foreach ((string name, ParameterSet<float> slot) in first.Slots)
        {
            second.Slots[name].CopyFrom(slot);
        }

        ParameterSets.Randomize(gradients, 3);
        first.Step(gradients);
        second.Step(gradients);
        Assert.Equal(unbroken.Values.ToArray(), resumed.Values.ToArray());
    }

    [Fact]
    public void One_optimiser_serves_two_networks()
    {
        Adam adam = new();
        ParameterSet<float> one = ParameterSets.OfLength<float>(5);
        ParameterSet<float> other = ParameterSets.OfLength<float>(5);
        OptimizerState<float> stateOfOne = adam.CreateState(one);
        OptimizerState<float> stateOfOther = adam.CreateState(other);
        ParameterSet<float> gradients = ParameterSets.Randomize(one.CreateLike(), 1);
        stateOfOne.Step(gradients);
        stateOfOther.Step(gradients);
        Assert.Equal(one.Values.ToArray(), other.Values.ToArray());
        Assert.Equal(1, stateOfOther.Steps);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_step_allocates_nothing(string kind)
    {
        ParameterSet<double> parameters = ParameterSets.OfLength<double>(100_001);
        ParameterSet<double> gradients = ParameterSets.Randomize(parameters.CreateLike(), 1);
        OptimizerState<double> state = OptimizerKinds.Of(kind).CreateState(parameters, threads: 2);
        state.Step(gradients);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int step = 0; step < 100; step++)
        {
            state.Step(gradients);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Defaults_are_those_of_Keras()
    {
        SGD sgd = new();
        Adam adam = new();
        Adadelta adadelta = new();
        Assert.Equal((0.01, 0.0, false), (sgd.LearningRate, sgd.Momentum, sgd.Nesterov));
        Assert.Equal((0.001, 0.9, 0.999, 1e-7), (adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon));
        Assert.Equal((0.001, 0.95, 1e-7), (adadelta.LearningRate, adadelta.Rho, adadelta.Epsilon));
        Assert.Equal(["momentum", "velocity"], adam.CreateState(ParameterSets.OfLength<float>(1)).Slots.Keys);
        Assert.Equal(["accumulated_grad", "accumulated_delta_var"], adadelta.CreateState(ParameterSets.OfLength<float>(1)).Slots.Keys);
        Assert.Empty(sgd.CreateState(ParameterSets.OfLength<float>(1)).Slots);
        Assert.Equal((0.001, 0.004), (new AdamW().LearningRate, new AdamW().WeightDecay));
        Assert.Equal((0.001, 0.9, 0.999, 1e-7), (new Nadam().LearningRate, new Nadam().Beta1, new Nadam().Beta2, new Nadam().Epsilon));
        Assert.Equal((0.001, 0.9, 0.999, 1e-7), (new Adamax().LearningRate, new Adamax().Beta1, new Adamax().Beta2, new Adamax().Epsilon));
        Assert.Equal((0.001, 0.1, 1e-7), (new Adagrad().LearningRate, new Adagrad().InitialAccumulatorValue, new Adagrad().Epsilon));
        RMSprop rmsprop = new();
        Assert.Equal((0.001, 0.9, 0.0, 1e-7, false), (rmsprop.LearningRate, rmsprop.Rho, rmsprop.Momentum, rmsprop.Epsilon, rmsprop.Centered));
        Assert.Equal((0.0, null, null, null), (adam.WeightDecay, adam.ClipValue, adam.ClipNorm, adam.GlobalClipNorm));
    }

    [Fact]
    public void Slots_are_no_more_than_the_settings_need_and_have_the_names_of_Keras()
    {
        string[] Names(Optimizer optimizer) => [.. optimizer.CreateState(ParameterSets.OfLength<float>(1)).Slots.Keys];
        Assert.Equal(["momentum", "velocity", "velocity_hat"], Names(new Adam { AmsGrad = true }));
        Assert.Equal(["momentum", "velocity"], Names(new AdamW()));
        Assert.Equal(["momentum", "norm"], Names(new Adamax()));
        Assert.Equal(["accumulator"], Names(new Adagrad()));
        Assert.Equal(["velocity"], Names(new RMSprop()));
        Assert.Equal(["velocity", "average_gradient", "momentum"], Names(new RMSprop { Centered = true, Momentum = 0.9 }));
    }

    [Fact]
    public void Each_parameter_is_clipped_by_its_own_norm_and_all_by_the_global_one()
    {
        float[] gradients = [3, 4, 0, 0.3f, 0.4f, 0];
        float[] each = Clipped(new SGD { LearningRate = 1, ClipNorm = 1 }, gradients);
        Assert.Equal([-0.6f, -0.8f, 0, -0.3f, -0.4f, 0], each, (a, b) => Math.Abs(a - b) < 1e-6);
        float norm = MathF.Sqrt(25.25f);
        float[] all = Clipped(new SGD { LearningRate = 1, GlobalClipNorm = 1 }, gradients);
        Assert.Equal(gradients.Select(g => -g / norm), all, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Weight_decay_can_leave_biases_alone()
    {
        ParameterSet<float> parameters = KernelAndBias();
        parameters.Values.Fill(2);
        new AdamW { LearningRate = 0.1, WeightDecay = 0.5, DecayBiases = false }.CreateState(parameters).Step(parameters.CreateLike());
        Assert.Equal([1.9f, 1.9f, 1.9f, 2, 2, 2], parameters.Values.ToArray());
    }

    [Fact]
    public void Segments_that_threads_share_give_the_same_bits()
    {
        float[] Run(int threads)
        {
            const int Length = 40_001;
            ParameterSet<float> parameters = ParameterSets.Randomize(
                new ParameterSet<float>(
                [
                    new("layer/kernel", [Length], new(0, 1, Length, Length, Length), Initializer.Zeros, 1, 1),
                    new("layer/bias", [77], new(Length, 1, 77, 77, 77), Initializer.Zeros, 1, 1),
                ]),
                1);
            OptimizerState<float> state = new AdamW { ClipNorm = 1, DecayBiases = false }.CreateState(parameters, threads);
            for (ulong step = 2; step < 5; step++)
            {
                state.Step(ParameterSets.Randomize(parameters.CreateLike(), step));
            }

            return parameters.Values.ToArray();
        }

        Assert.Equal(Run(1), Run(2));
        Assert.Equal(Run(1), Run(3));
    }

    [Fact]
    public void A_constant_gradient_does_not_break_the_variance_of_a_centred_RMSprop()
    {
        ParameterSet<float> parameters = ParameterSets.OfLength<float>(8);
        ParameterSet<float> gradients = parameters.CreateLike();
        gradients.Values.Fill(123.4567f);
        OptimizerState<float> state = new RMSprop { Centered = true }.CreateState(parameters);
        for (int step = 0; step < 2000; step++)
        {
            state.Step(gradients);
        }

        Assert.All(parameters.Values.ToArray(), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void A_schedule_gives_the_rate_of_each_step_and_nobody_else_can()
    {
        ParameterSet<float> parameters = ParameterSets.OfLength<float>(1);
        ParameterSet<float> gradients = parameters.CreateLike();
        gradients.Values.Fill(1);
        OptimizerState<float> state = new SGD { Schedule = new StepDecay(1, decaySteps: 1, decayRate: 0.5) }.CreateState(parameters);
        Assert.Equal(1, state.LearningRate);
        state.Step(gradients);
        state.Step(gradients);
        Assert.Equal(-1.5f, parameters.Values[0]);
        Assert.Equal(0.25, state.LearningRate);
        state.Steps = 10;
        Assert.Equal(Math.Pow(0.5, 10), state.LearningRate);
        Assert.Contains("follows the optimiser's StepDecay", Assert.Throws<InvalidOperationException>(() => state.LearningRate = 1).Message);
    }

    [Fact]
    public void A_setting_out_of_range_is_refused_by_name()
    {
        Assert.Contains("LearningRate must be", Assert.Throws<ArgumentOutOfRangeException>(() => new SGD { LearningRate = -1 }).Message);
        Assert.Contains("Momentum must be", Assert.Throws<ArgumentOutOfRangeException>(() => new SGD { Momentum = 1.5 }).Message);
        Assert.Contains("Beta1 must be", Assert.Throws<ArgumentOutOfRangeException>(() => new Adam { Beta1 = 1 }).Message);
        Assert.Contains("Beta2 must be", Assert.Throws<ArgumentOutOfRangeException>(() => new Adam { Beta2 = double.NaN }).Message);
        Assert.Contains("Epsilon must be", Assert.Throws<ArgumentOutOfRangeException>(() => new Adam { Epsilon = 0 }).Message);
        Assert.Contains("Rho must be", Assert.Throws<ArgumentOutOfRangeException>(() => new Adadelta { Rho = 1 }).Message);
        Assert.Contains("Epsilon must be", Assert.Throws<ArgumentOutOfRangeException>(() => new Adadelta { Epsilon = double.NaN }).Message);
        Assert.Contains("WeightDecay must be", Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW { WeightDecay = -1 }).Message);
        Assert.Contains("ClipNorm must be", Assert.Throws<ArgumentOutOfRangeException>(() => new SGD { ClipNorm = 0 }).Message);
        Assert.Contains("only one of", Assert.Throws<InvalidOperationException>(
            () => new SGD { ClipNorm = 1, ClipValue = 1 }.CreateState(ParameterSets.OfLength<float>(1))).Message);
    }

    [Fact]
    public void Gradients_of_another_network_are_refused()
    {
        OptimizerState<float> state = new SGD().CreateState(ParameterSets.OfLength<float>(4));
        ArgumentException error = Assert.Throws<ArgumentException>(() => state.Step(ParameterSets.OfLength<float>(5)));
        Assert.Contains("4 elements, the gradients 5", error.Message);
        Assert.Equal(0, state.Steps);
    }

    private static ParameterSet<float> KernelAndBias() => new(
    [
        new("layer/kernel", [3], new(0, 1, 3, 3, 3), Initializer.Zeros, 1, 1),
        new("layer/bias", [3], new(3, 1, 3, 3, 3), Initializer.Zeros, 1, 1),
    ]);

    private static float[] Clipped(Optimizer optimizer, float[] gradient)
    {
        ParameterSet<float> parameters = KernelAndBias();
        ParameterSet<float> gradients = parameters.CreateLike();
        gradient.CopyTo(gradients.Values);
        optimizer.CreateState(parameters).Step(gradients);
        return parameters.Values.ToArray();
    }

    private static float[] ThreeSteps(string kind, int length, int threads)
    {
        ParameterSet<float> parameters = ParameterSets.Randomize(ParameterSets.OfLength<float>(length), 1);
        ParameterSet<float> gradients = parameters.CreateLike();
        OptimizerState<float> state = OptimizerKinds.Of(kind).CreateState(parameters, threads);
        for (ulong step = 2; step < 5; step++)
        {
            state.Step(ParameterSets.Randomize(gradients, step));
        }

        return parameters.Values.ToArray();
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetDouble())];
}
