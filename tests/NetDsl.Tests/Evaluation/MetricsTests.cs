using NetDsl.Evaluation;
using NetDsl.Training;

namespace NetDsl.Tests.Evaluation;

public class MetricsTests
{
    public static TheoryData<Activation, Loss, int, OutputKinds> Networks => new()
    {
        { Activation.Sigmoid, Loss.MeanSquaredError, 1, OutputKinds.Binary },
        { Activation.Sigmoid, Loss.BinaryCrossentropy, 3, OutputKinds.MultiLabel },
        { Activation.Sigmoid, Loss.MeanSquaredError, 3, OutputKinds.Values },
        { Activation.Softmax, Loss.CategoricalCrossentropy, 3, OutputKinds.Categorical },
        { Activation.Softmax, Loss.CategoricalCrossentropy, 2, OutputKinds.Categorical },
        { Activation.HardSigmoid, Loss.BinaryCrossentropy, 1, OutputKinds.Binary },
        { Activation.Sigmoid, Loss.BinaryFocalCrossentropy, 3, OutputKinds.MultiLabel },
        { Activation.Linear, Loss.Hinge, 1, OutputKinds.BinaryScore },
        { Activation.Step, Loss.MeanSquaredError, 1, OutputKinds.BinaryScore },
        { Activation.Sign, Loss.MeanSquaredError, 3, OutputKinds.LabelScores },
        { Activation.Linear, Loss.CategoricalHinge, 3, OutputKinds.ClassScores },
        { Activation.Linear, Loss.MeanSquaredError, 1, OutputKinds.Value },
        { Activation.Linear, Loss.MeanSquaredError, 2, OutputKinds.Values },
    };

    [Fact]
    public void Every_metric_is_described_once()
    {
        Assert.Equal(Enum.GetValues<Metric>(), Metrics.All.Select(description => description.Metric));
        Assert.All(Metrics.All, description => Assert.EndsWith(".", description.Description, StringComparison.Ordinal));
        Assert.All(Metrics.All, description => Assert.NotEqual(OutputKinds.None, description.AppliesTo));
    }

    [Fact]
    public void Every_result_that_is_more_than_a_figure_is_described_once()
    {
        // Classes that a static method of their own makes; records are parts of them, they are made from the answers, and operations
        // are counted before there is any.
        IEnumerable<Type> made = typeof(Metrics).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(Metrics).Namespace && type.GetMethod("<Clone>$") is null)
            .Where(type => type != typeof(NetworkAnswers) && type != typeof(OperationCount))
            .Where(type => type.GetMethods().Any(method => method.IsStatic && method.ReturnType == type));

        Assert.Equal(
            made.Select(type => type.Name).Order(StringComparer.Ordinal),
            Metrics.Analyses.Select(analysis => analysis.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Logarithms_of_probabilities_are_read_as_probabilities()
    {
        NetworkSummary probabilities = Network(Activation.Softmax, Loss.CategoricalCrossentropy, 3);
        NetworkSummary logarithms = Network(Activation.LogSoftmax, Loss.CategoricalCrossentropy, 3);
        (double[] answers, double[] targets) = Answers(probabilities, 12);
        double[] logs = [.. answers.Select(answer => Math.Log(answer))];

        foreach (Metric metric in Metrics.For(probabilities.MainOutput).Select(description => description.Metric).Where(m => m != Metric.TopKCategoricalAccuracy))
        {
            double expected = Metrics.Evaluate<double>(metric, probabilities, answers, targets);
            Assert.Equal(expected, Metrics.Evaluate<double>(metric, logarithms, logs, targets), 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Every_metric_of_a_network_is_evaluated_and_no_other(Activation activation, Loss loss, int outputs, OutputKinds kind)
    {
        NetworkSummary network = Network(activation, loss, outputs);
        (double[] answers, double[] targets) = Answers(network, 12);
        MetricOptions options = new() { TopK = 2 };

        Assert.Equal(kind, Metrics.OutputKindOf(network.MainOutput));
        foreach (Metric metric in Enum.GetValues<Metric>())
        {
            if (Metrics.For(network.MainOutput).Any(description => description.Metric == metric))
            {
                Assert.True(double.IsFinite(Metrics.Evaluate<double>(metric, network, answers, targets, options: options)), $"{metric}");
            }
            else
            {
                ArgumentException error = Assert.Throws<ArgumentException>(
                    () => Metrics.Evaluate<double>(metric, network, answers, targets, options: options));
                Assert.Contains("its metrics are", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_weight_of_two_is_two_samples(Activation activation, Loss loss, int outputs, OutputKinds kind)
    {
        NetworkSummary network = Network(activation, loss, outputs);
        (double[] answers, double[] targets) = Answers(network, 12);
        double[] weights = [.. Enumerable.Range(0, 12).Select(i => 1.0 + (i % 2))];
        double[] repeatedAnswers = [.. Enumerable.Range(0, 12).SelectMany(i => Repeat(answers, outputs, i))];
        double[] repeatedTargets = [.. Enumerable.Range(0, 12).SelectMany(i => Repeat(targets, outputs, i))];
        MetricOptions options = new() { TopK = 2 };

        Assert.Equal(kind, Metrics.OutputKindOf(network.MainOutput));
        foreach (MetricDescription description in Metrics.For(network.MainOutput))
        {
            Assert.Equal(
                Metrics.Evaluate<double>(description.Metric, network, repeatedAnswers, repeatedTargets, options: options),
                Metrics.Evaluate<double>(description.Metric, network, answers, targets, weights, options),
                1e-12);
        }

        static IEnumerable<double> Repeat(double[] values, int outputs, int i) =>
            Enumerable.Repeat(values[(i * outputs)..((i + 1) * outputs)], 1 + (i % 2)).SelectMany(row => row);
    }

    [Fact]
    public void Metrics_are_those_of_the_classes_that_hold_them()
    {
        NetworkSummary network = Network(Activation.Sigmoid, Loss.BinaryCrossentropy, 1);
        (double[] answers, double[] targets) = Answers(network, 30);
        RocCurve curve = RocCurve.Of<double>(answers, targets);
        MetricOptions options = new() { Beta = 3, BackgroundRejection = 0.6, SignalEfficiency = 0.4, CalibrationBins = 3 };

        AssertMetric(curve.AreaUnderCurve, Metric.RocAuc);
        AssertMetric(curve.SignalEfficiencyAt(0.6), Metric.SignalEfficiency);
        AssertMetric(curve.BackgroundRejectionAt(0.4), Metric.BackgroundRejection);
        AssertMetric(CalibrationCurve.Of<double>(answers, targets, bins: 3).ExpectedCalibrationError, Metric.ExpectedCalibrationError);
        AssertMetric(SignificanceScan.Of<double>(answers, targets).BestSignificance, Metric.Significance);
        ConfusionMatrix matrix = ConfusionMatrix.Binary<double>(answers, targets, ["0", "1"]);
        AssertMetric(ClassificationReport.Of(matrix, 3).Classes[1].FBeta, Metric.FBetaScore);
        AssertMetric(ClassificationReport.Of(matrix).Classes[1].FBeta, Metric.F1Score);

        void AssertMetric(double expected, Metric metric) =>
            Assert.Equal(expected, Metrics.Evaluate<double>(metric, network, answers, targets, options: options));
    }

    [Fact]
    public void Two_classes_give_the_same_with_one_output_and_with_two()
    {
        NetworkSummary one = Network(Activation.Sigmoid, Loss.BinaryCrossentropy, 1);
        NetworkSummary two = Network(Activation.Softmax, Loss.CategoricalCrossentropy, 2);
        (double[] answers, double[] targets) = Answers(one, 30);
        double[] both = [.. answers.SelectMany(p => new[] { 1 - p, p })];
        double[] oneHot = [.. targets.SelectMany(t => new[] { 1 - t, t })];

        foreach (Metric metric in Metrics.For(one.MainOutput).Select(description => description.Metric))
        {
            if (Metrics.For(two.MainOutput).Any(description => description.Metric == metric) && metric != Metric.BrierScore)
            {
                double expected = Metrics.Evaluate<double>(metric, one, answers, targets);
                Assert.Equal(expected, Metrics.Evaluate<double>(metric, two, both, oneHot), 1e-12);
            }
        }
    }

    [Fact]
    public void Targets_may_be_class_numbers_after_a_softmax()
    {
        NetworkSummary network = Network(Activation.Softmax, Loss.CategoricalCrossentropy, 3);
        (double[] answers, double[] targets) = Answers(network, 12);
        double[] numbers = [.. targets.Chunk(3).Select(row => (double)Array.IndexOf(row, 1.0))];

        foreach (Metric metric in new[] { Metric.Accuracy, Metric.F1Score, Metric.RocAuc, Metric.RocAucOneVsOne, Metric.LogLoss })
        {
            Assert.Equal(
                Metrics.Evaluate<double>(metric, network, answers, targets), Metrics.Evaluate<double>(metric, network, answers, numbers));
        }
    }

    [Fact]
    public void A_softmax_over_the_last_dimension_decides_at_each_place()
    {
        NetworkSummary network = Network(Activation.Softmax, Loss.CategoricalCrossentropy, 2) with
        {
            Outputs = [Output("conv1d_0", Activation.Softmax, Loss.CategoricalCrossentropy, 2, 2)],
        };
        double[] answers = [0.9, 0.1, 0.9, 0.1, 0.2, 0.8, 0.2, 0.8];
        double[] targets = [1, 0, 0, 1, 0, 1, 0, 1];

        Assert.Equal(0.75, Metrics.Evaluate<double>(Metric.Accuracy, network, answers, targets));
        Assert.Equal(0.6, Metrics.Evaluate<double>(Metric.Accuracy, network, answers, targets, [4, 1]), 1e-15);
    }

    [Fact]
    public void The_positive_class_can_be_chosen()
    {
        NetworkSummary network = Network(Activation.Softmax, Loss.CategoricalCrossentropy, 2);
        double[] answers = [0.9, 0.1, 0.6, 0.4, 0.2, 0.8];
        double[] numbers = [0, 1, 1];

        Assert.Equal(1, Metrics.Evaluate<double>(Metric.Precision, network, answers, numbers));
        Assert.Equal(0.5, Metrics.Evaluate<double>(Metric.Precision, network, answers, numbers, options: new() { PositiveClass = 0 }));
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Metrics.Evaluate<double>(Metric.Precision, network, answers, numbers, options: new() { PositiveClass = 2 }));
        Assert.Contains("classes are 0 to 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_outputs_the_last_is_looked_at_unless_another_is_named()
    {
        NetworkSummary network = new(
            "Two",
            Precision.Double,
            [new InputSummary("input_0", [1])],
            [
                Output("energy", Activation.Linear, Loss.MeanSquaredError, 1),
                Output("class", Activation.Softmax, Loss.CategoricalCrossentropy, 2),
            ],
            []);
        double[] outputs = [1, 0.9, 0.1, 2, 0.2, 0.8];
        double[] targets = [1, 1, 0, 0, 1, 0];
        MetricOptions ofEnergy = new() { Output = "energy" };

        Assert.Equal(0.5, Metrics.Evaluate<double>(Metric.Accuracy, network, outputs, targets));
        Assert.Equal(1, Metrics.Evaluate<double>(Metric.MeanAbsoluteError, network, outputs, targets, options: ofEnergy));
        Assert.Equal(0.5, Metrics.Evaluate<double>(Metric.MeanAbsoluteError, network, outputs, targets, [3, 1], ofEnergy));
        AssertRefused("does not apply to 'energy' of Two", Metric.Accuracy, outputs, ofEnergy);
        AssertRefused("has no output 'mass'; it has energy, class", Metric.Accuracy, outputs, new() { Output = "mass" });
        AssertRefused("3 outputs and 3 targets; there are 4 and 6", Metric.Accuracy, outputs[..4], new());

        void AssertRefused(string why, Metric metric, double[] of, MetricOptions options)
        {
            ArgumentException error = Assert.Throws<ArgumentException>(
                () => Metrics.Evaluate<double>(metric, network, of, targets, options: options));
            Assert.Contains(why, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Answers_that_do_not_fit_the_network_are_refused()
    {
        NetworkSummary network = Network(Activation.Linear, Loss.MeanSquaredError, 2);

        Assert.Throws<ArgumentException>(() => Metrics.Evaluate<double>(Metric.R2Score, network, [1, 2, 3], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => Metrics.Evaluate<double>(Metric.R2Score, network, [1, 2, 3, 4], [1, 2]));
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Metrics.Evaluate<double>(Metric.R2Score, network, [1, 2, 3, 4], [1, 2, 3, 4], [1]));
        Assert.Contains("1 weights and 2 samples", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Metrics.Evaluate<double>((Metric)(-1), network, [1, 2], [1, 2]));
    }

    private static NetworkSummary Network(Activation activation, Loss loss, int outputs) =>
        new("Test", Precision.Double, [new InputSummary("input_0", [1])], [Output("dense_0", activation, loss, outputs)], []);

    private static OutputSummary Output(string name, Activation activation, Loss loss, params int[] shape) =>
        new(name, loss, 1, activation, shape, shape);

    // Targets in turns, and answers that tend towards them, all different.
    private static (double[] Answers, double[] Targets) Answers(NetworkSummary network, int samples)
    {
        int outputs = network.OutputSize;
        double[] answers = new double[samples * outputs];
        double[] targets = new double[samples * outputs];
        for (int i = 0; i < answers.Length; i++)
        {
            (int sample, int output) = Math.DivRem(i, outputs);
            targets[i] = outputs == 1 ? sample % 2 : OutputKinds.OutputPerClass.HasFlag(Metrics.OutputKindOf(network.MainOutput))
                ? (sample % outputs == output ? 1 : 0)
                : (sample + output) % 2;
            answers[i] = (0.25 * targets[i]) + (0.7 * Math.Abs(Math.Sin((3 * i) + 1)));
        }

        if (network.OutputActivation == Activation.Softmax)
        {
            answers = [.. answers.Chunk(outputs).SelectMany(row => row.Select(value => value / row.Sum()))];
        }

        return (answers, targets);
    }
}
