using System.Globalization;
using System.Text.Json;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

public class LbfgsTests
{
    [Theory]
    [InlineData("lbfgs", 10)]
    [InlineData("lbfgs_short", 3)]
    [InlineData("lbfgs_rosenbrock", 10)]
    public void Ten_steps_agree_with_PyTorch(string key, int history)
    {
        using JsonDocument vectors = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", "optimizers.json")));
        Function function = key == "lbfgs_rosenbrock"
            ? Function.Rosenbrock()
            : Function.Quadratic(Numbers(vectors.RootElement.GetProperty("start")), Numbers(vectors.RootElement.GetProperty("curvature")));
        OptimizerState<double> state = new LBFGS { HistorySize = history }.CreateState(function.Parameters);
        int step = 0;
        foreach (JsonElement expected in vectors.RootElement.GetProperty(key).EnumerateArray())
        {
            state.Step(function, function.Evaluate());
            step++;
            double[] values = Numbers(expected);
            for (int i = 0; i < values.Length; i++)
            {
                Assert.True(
                    Math.Abs(function.Parameters.Values[i] - values[i]) <= 1e-8 * Math.Max(1, Math.Abs(values[i])),
                    string.Create(CultureInfo.InvariantCulture, $"step {step}, value {i}: {function.Parameters.Values[i]} for {values[i]}"));
            }
        }

        Assert.Equal(10, step);
        Assert.Equal(10, state.Steps);
    }

    [Fact]
    public void It_finds_the_bottom_of_a_curved_valley()
    {
        Function function = Function.Rosenbrock();
        OptimizerState<double> state = new LBFGS().CreateState(function.Parameters);
        for (int step = 0; step < 60; step++)
        {
            double loss = function.Evaluate();
            state.Step(function, loss);
            Assert.True(function.Evaluate() <= loss);
        }

        Assert.Equal([1, 1], function.Parameters.Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-7);
    }

    [Fact]
    public void A_wall_of_infinite_loss_is_stepped_back_from()
    {
        Function function = new([0.01], (w, g) =>
        {
            g[0] = 1 - (1 / w[0]);
            return w[0] > 0 ? w[0] - Math.Log(w[0]) : double.NaN;
        });
        OptimizerState<double> state = new LBFGS { LearningRate = 100 }.CreateState(function.Parameters);
        for (int step = 0; step < 40; step++)
        {
            state.Step(function, function.Evaluate());
        }

        Assert.Equal(1, function.Parameters.Values[0], 1e-6);
    }

    [Fact]
    public void At_the_bottom_nothing_moves()
    {
        Function function = Function.Quadratic([0, 0], [1, 2]);
        OptimizerState<double> state = new LBFGS().CreateState(function.Parameters);
        state.Step(function, function.Evaluate());
        Assert.Equal([0, 0], function.Parameters.Values.ToArray());
        Assert.Equal(1, state.Steps);
    }

    [Fact]
    public void A_restored_state_goes_on_with_the_same_bits()
    {
        Function unbroken = Function.Rosenbrock();
        OptimizerState<double> first = new LBFGS { HistorySize = 3 }.CreateState(unbroken.Parameters);
        for (int step = 0; step < 5; step++)
        {
            first.Step(unbroken, unbroken.Evaluate());
        }

        Function resumed = Function.Rosenbrock();
        resumed.Parameters.CopyFrom(unbroken.Parameters);
        OptimizerState<double> second = new LBFGS { HistorySize = 3 }.CreateState(resumed.Parameters);
        second.Steps = first.Steps;
        foreach ((string name, ParameterSet<double> slot) in first.Slots)
        {
            second.Slots[name].CopyFrom(slot);
        }

        first.Step(unbroken, unbroken.Evaluate());
        second.Step(resumed, resumed.Evaluate());
        Assert.Equal(unbroken.Parameters.Values.ToArray(), resumed.Parameters.Values.ToArray());
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        Function function = Function.Rosenbrock();
        OptimizerState<double> state = new LBFGS().CreateState(function.Parameters);
        state.Step(function, function.Evaluate());
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int step = 0; step < 30; step++)
        {
            state.Step(function, function.Evaluate());
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void The_trainer_gives_it_all_rows_and_it_fits_a_line_in_a_few_epochs()
    {
        SingleLayerNetwork<float> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        network.Initialize(1);
        Trainer<float> trainer = new(network, new LBFGS());
        History history = trainer.Fit(Samples.OfLine(100), epochs: 12, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(12, trainer.OptimizerState.Steps);
        Assert.True(history[^1].Loss < 1e-10, $"loss {history[^1].Loss}");
        Assert.Equal(history["loss"], history["loss"].OrderDescending());
    }

    [Fact]
    public void The_trainer_takes_loss_and_accuracy_before_the_step_as_for_other_optimisers()
    {
        SingleLayerNetwork<float> network = new(3, 3, Activation.Softmax, Loss.CategoricalCrossentropy);
        network.Initialize(1);
        Dataset data = Samples.OfLargest(90);
        EvaluationResult before = new Trainer<float>(network, new SGD()).Evaluate(data, TestContext.Current.CancellationToken);
        History history = new Trainer<float>(network, new LBFGS()).Fit(data, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(before.Loss, history[0].Loss, 1e-6);
        Assert.Equal(before.Accuracy, history[0].Accuracy);
    }

    [Fact]
    public void Smaller_batches_are_refused()
    {
        SingleLayerNetwork<float> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new Trainer<float>(network, new LBFGS()).Fit(
                Samples.OfLine(50), batchSize: 10, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("LBFGS compares the loss of the same rows", error.Message);
        Assert.Contains("all 50 rows", error.Message);
    }

    [Fact]
    public void What_does_not_belong_to_a_loss_is_refused()
    {
        ParameterSet<float> parameters = ParameterSets.OfLength<float>(1);
        Assert.Contains("regulariser", Assert.Throws<InvalidOperationException>(() => new LBFGS { ClipNorm = 1 }.CreateState(parameters)).Message);
        Assert.Contains("objective", Assert.Throws<InvalidOperationException>(() => new LBFGS().CreateState(parameters).Step(parameters)).Message);
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetDouble())];

    private delegate double Formula(ReadOnlySpan<double> parameters, Span<double> gradients);

    private sealed class Function : IObjective<double>
    {
        private readonly Formula formula;

        public Function(double[] start, Formula formula)
        {
            this.formula = formula;
            this.Parameters = ParameterSets.OfLength<double>(start.Length);
            this.Gradients = this.Parameters.CreateLike();
            start.CopyTo(this.Parameters.Values);
        }

        public ParameterSet<double> Parameters { get; }

        public ParameterSet<double> Gradients { get; }

        public static Function Quadratic(double[] start, double[] curvature) => new(start, (w, g) =>
        {
            double sum = 0;
            for (int i = 0; i < curvature.Length; i++)
            {
                g[i] = curvature[i] * w[i];
                sum += 0.5 * g[i] * w[i];
            }

            return sum;
        });

        public static Function Rosenbrock() => new([-1.2, 1], (w, g) =>
        {
            double across = w[1] - (w[0] * w[0]);
            g[0] = (-400 * w[0] * across) - (2 * (1 - w[0]));
            g[1] = 200 * across;
            return (100 * across * across) + ((1 - w[0]) * (1 - w[0]));
        });

        public double Evaluate() => this.formula(this.Parameters.Values, this.Gradients.Values);
    }
}
