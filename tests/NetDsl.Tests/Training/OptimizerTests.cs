using System.Globalization;
using System.Text.Json;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

public class OptimizerTests
{
    public static TheoryData<string> Kinds => ["sgd", "momentum", "nesterov", "adam", "adadelta"];

    [Theory]
    [InlineData("sgd")]
    [InlineData("momentum")]
    [InlineData("nesterov")]
    [InlineData("adam")]
    [InlineData("adam_fast")]
    [InlineData("adadelta")]
    [InlineData("adadelta_torch")]
    public void Ten_steps_agree_with_PyTorch(string key)
    {
        using JsonDocument vectors = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", "optimizers.json")));
        double[] curvature = Numbers(vectors.RootElement.GetProperty("curvature"));
        ParameterSet<double> parameters = ParameterSets.OfLength<double>(curvature.Length);
        parameters[0].CopyFrom(Numbers(vectors.RootElement.GetProperty("start")));
        ParameterSet<double> gradients = parameters.CreateLike();
        OptimizerState<double> state = OptimizerOf(key).CreateState(parameters);
        int step = 0;
        foreach (JsonElement expected in vectors.RootElement.GetProperty(key).EnumerateArray())
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
            float[] first = new float[length];
            float[] second = new float[length];
            OptimizerState<float> state = OptimizerOf(kind).CreateState(parameters);
            for (int step = 1; step <= 3; step++)
            {
                ParameterSets.Randomize(gradients, (ulong)step);
                state.Step(gradients);
                for (int i = 0; i < length; i++)
                {
                    values[i] = PlainStep(kind, step, values[i], gradients.Values[i], ref first[i], ref second[i]);
                }

                Assert.Equal(values, parameters.Values.ToArray());
            }

            float[][] slots = [first, second];
            Assert.All(state.Slots.Values.Select((slot, i) => (slot, i)), s => Assert.Equal(slots[s.i], s.slot.Values.ToArray()));
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

        OptimizerState<float> state = OptimizerOf(kind).CreateState(network.Parameters);
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
        OptimizerState<float> first = OptimizerOf(kind).CreateState(unbroken);
        first.Step(ParameterSets.Randomize(gradients, 2));
        first.LearningRate = 0.02;

        ParameterSet<float> resumed = unbroken.CreateLike();
        resumed.CopyFrom(unbroken);
        OptimizerState<float> second = OptimizerOf(kind).CreateState(resumed);
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
        OptimizerState<double> state = OptimizerOf(kind).CreateState(parameters, threads: 2);
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
    }

    [Fact]
    public void Gradients_of_another_network_are_refused()
    {
        OptimizerState<float> state = new SGD().CreateState(ParameterSets.OfLength<float>(4));
        ArgumentException error = Assert.Throws<ArgumentException>(() => state.Step(ParameterSets.OfLength<float>(5)));
        Assert.Contains("4 elements, the gradients 5", error.Message);
        Assert.Equal(0, state.Steps);
    }

    private static Optimizer OptimizerOf(string kind) => kind switch
    {
        "sgd" => new SGD(),
        "momentum" => new SGD { LearningRate = 0.05, Momentum = 0.9 },
        "nesterov" => new SGD { LearningRate = 0.05, Momentum = 0.9, Nesterov = true },
        "adam" => new Adam(),
        "adadelta" => new Adadelta(),
        "adadelta_torch" => new Adadelta { LearningRate = 1, Rho = 0.9, Epsilon = 1e-6 },
        "adam_fast" => new Adam { LearningRate = 0.1, Beta1 = 0.8, Beta2 = 0.95 },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    // Keras's update_step of each optimiser, one value at a time, every operation rounded to single precision.
    private static float PlainStep(string kind, int step, float w, float g, ref float first, ref float second)
    {
        switch (kind)
        {
            case "sgd":
                return w - (g * 0.01f);
            case "momentum":
                first = (first * 0.9f) - (g * 0.05f);
                return w + first;
            case "nesterov":
                first = (first * 0.9f) - (g * 0.05f);
                return w + ((first * 0.9f) - (g * 0.05f));
            case "adadelta":
                first += ((g * g) - first) * (float)(1 - 0.95);
                float delta = g * MathF.Sqrt((second + 1e-7f) / (first + 1e-7f));
                second += ((delta * delta) - second) * (float)(1 - 0.95);
                return w - (delta * 0.001f);
            default:
                float alpha = (float)(0.001 * Math.Sqrt(1 - Math.Pow(0.999, step)) / (1 - Math.Pow(0.9, step)));
                first += (g - first) * (float)(1 - 0.9);
                second += ((g * g) - second) * (float)(1 - 0.999);
                return w - (first * alpha / (MathF.Sqrt(second) + 1e-7f));
        }
    }

    private static float[] ThreeSteps(string kind, int length, int threads)
    {
        ParameterSet<float> parameters = ParameterSets.Randomize(ParameterSets.OfLength<float>(length), 1);
        ParameterSet<float> gradients = parameters.CreateLike();
        OptimizerState<float> state = OptimizerOf(kind).CreateState(parameters, threads);
        for (ulong step = 2; step < 5; step++)
        {
            state.Step(ParameterSets.Randomize(gradients, step));
        }

        return parameters.Values.ToArray();
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetDouble())];
}
