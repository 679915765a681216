using NetDsl.Evaluation;
using NetDsl.Training;

namespace NetDsl.Tests.Evaluation;

/// <summary>Metrics, curves and tables of a network's answers.</summary>
public sealed class NetworkAnswersTests
{
    private static readonly double[] Margins = [-2, -0.5, 0.25, 0.3, 0.4, 3];
    private static readonly double[] Labels = [-1, 1, -1, 1, 1, 1];

    [Fact]
    public void Margins_decide_by_their_sign_and_rank_by_their_size()
    {
        NetworkAnswers answers = NetworkAnswers.Of<double>(Network(Activation.Linear, Loss.Hinge, 1), Margins, Labels);

        Assert.Equal(OutputKinds.BinaryScore, answers.Kind);
        Assert.Equal(4 / 6.0, answers.Evaluate(Metric.Accuracy), 1e-12);
        Assert.Equal(3 / 4.0, answers.Evaluate(Metric.Precision));
        Assert.Equal(3 / 4.0, answers.Evaluate(Metric.Recall));

        // Of the 8 pairs of a positive and a negative sample one is ranked wrongly: -0.5 below 0.25.
        Assert.Equal(7 / 8.0, answers.Evaluate(Metric.RocAuc));
        Assert.Equal(1, answers.Confusion()[0, 0]);
        Assert.Equal(3, answers.Confusion()[1, 1]);
        Assert.Equal(4, answers.ClassReport().Classes[1].Support);
    }

    [Fact]
    public void Labels_of_zero_and_one_do_for_margins_too()
    {
        double[] zeros = [.. Labels.Select(label => Math.Max(0, label))];
        NetworkSummary network = Network(Activation.Sign, Loss.MeanSquaredError, 1);

        foreach (Metric metric in new[] { Metric.Accuracy, Metric.F1Score, Metric.RocAuc, Metric.AveragePrecision })
        {
            Assert.Equal(
                Metrics.Evaluate<double>(metric, network, Margins, Labels), Metrics.Evaluate<double>(metric, network, Margins, zeros));
        }
    }

    [Fact]
    public void Scores_have_no_metrics_of_probabilities()
    {
        foreach ((Activation activation, Loss loss, int outputs) in new[]
        {
            (Activation.Linear, Loss.Hinge, 1),
            (Activation.Tanh, Loss.SquaredHinge, 3),
            (Activation.Linear, Loss.CategoricalHinge, 3),
            (Activation.Step, Loss.MeanSquaredError, 1),
        })
        {
            Metric[] metrics = [.. Metrics.For(Network(activation, loss, outputs).MainOutput).Select(description => description.Metric)];

            Assert.Contains(Metric.Accuracy, metrics);
            Assert.Contains(Metric.Precision, metrics);
            Assert.Contains(Metric.RocAuc, metrics);
            Assert.DoesNotContain(Metric.LogLoss, metrics);
            Assert.DoesNotContain(Metric.BrierScore, metrics);
            Assert.DoesNotContain(Metric.ExpectedCalibrationError, metrics);
        }
    }

    [Theory]
    [InlineData(Activation.Softmax, Loss.CategoricalCrossentropy, 3)]
    [InlineData(Activation.Linear, Loss.CategoricalHinge, 3)]
    [InlineData(Activation.Sigmoid, Loss.BinaryCrossentropy, 3)]
    [InlineData(Activation.Tanh, Loss.Hinge, 3)]
    [InlineData(Activation.Sigmoid, Loss.MeanSquaredError, 1)]
    [InlineData(Activation.Linear, Loss.Perceptron, 1)]
    public void Accuracy_is_that_of_training(Activation activation, Loss loss, int outputs)
    {
        NetworkSummary network = Network(activation, loss, outputs);
        double[] answers = [.. Enumerable.Range(0, 30 * outputs).Select(i => Math.Sin((3 * i) + 1))];
        double[] targets = [.. Enumerable.Range(0, 30 * outputs).Select(i => i / outputs % outputs == i % outputs && i % 4 > 0 ? 1.0 : 0)];
        Decisions decisions = new(network);

        Assert.Equal(
            decisions.CountRight<double>(answers, targets) / (30.0 * decisions.PerSample),
            Metrics.Evaluate<double>(Metric.Accuracy, network, answers, targets),
            1e-12);
    }

    [Fact]
    public void Numbers_of_classes_are_one_hot_targets_where_values_are_compared()
    {
        NetworkSummary sparse = Network(Activation.Softmax, Loss.SparseCategoricalCrossentropy, 3);
        double[] outputs = [0.7, 0.2, 0.1, 0.3, 0.3, 0.4];

        Assert.Equal(
            Metrics.Evaluate<double>(Metric.MeanAbsoluteError, sparse, outputs, [1, 0, 0, 0, 0, 1]),
            Metrics.Evaluate<double>(Metric.MeanAbsoluteError, sparse, outputs, [0, 2]));
    }

    [Fact]
    public void The_first_of_two_classes_can_be_the_signal_of_a_single_output()
    {
        NetworkSummary network = Network(Activation.Sigmoid, Loss.BinaryCrossentropy, 1);
        double[] outputs = [0.9, 0.6, 0.4, 0.2];
        double[] targets = [1, 0, 1, 0];
        NetworkAnswers second = NetworkAnswers.Of<double>(network, outputs, targets);
        NetworkAnswers first = second.With(new() { PositiveClass = 0 });

        Assert.Equal([0.8, 0.6, 0.4, 0.1], first.Roc().Thresholds[1..].Select(p => Math.Round(p, 12)));
        Assert.Equal(second.Evaluate(Metric.RocAuc), first.Evaluate(Metric.RocAuc), 1e-12);
        Assert.Equal(second.ClassReport().Classes[0].Precision, first.Evaluate(Metric.Precision));
        Assert.Equal(0.9, second.Roc().Points[1].Threshold);
    }

    [Fact]
    public void Probabilities_of_single_precision_are_kept_from_zero_by_its_own_rounding()
    {
        NetworkSummary network = Network(Activation.Sigmoid, Loss.BinaryCrossentropy, 1);

        Assert.Equal(23 * Math.Log(2), Metrics.Evaluate<float>(Metric.LogLoss, network, [0], [1]), 1e-6);
        Assert.Equal(52 * Math.Log(2), Metrics.Evaluate<double>(Metric.LogLoss, network, [0], [1]), 1e-6);
    }

    [Fact]
    public void A_label_is_looked_at_alone_in_curves()
    {
        NetworkSummary network = Network(Activation.Sigmoid, Loss.BinaryCrossentropy, 2);
        double[] outputs = [0.9, 0.1, 0.2, 0.7];
        double[] targets = [1, 0, 0, 1];

        Assert.Equal([double.PositiveInfinity, 0.7, 0.1], NetworkAnswers.Of<double>(network, outputs, targets).Roc().Thresholds);
        Assert.Equal(
            [double.PositiveInfinity, 0.9, 0.2],
            NetworkAnswers.Of<double>(network, outputs, targets, options: new() { PositiveClass = 0 }).Roc().Thresholds);
    }

    [Fact]
    public void The_scores_of_a_class_are_compared_with_those_it_was_trained_with()
    {
        NetworkSummary network = Network(Activation.Sigmoid, Loss.BinaryCrossentropy, 1);
        NetworkAnswers training = NetworkAnswers.Of<double>(network, [0.9, 0.8, 0.1, 0.2], [1, 1, 0, 0], [1, 3, 1, 1]);
        NetworkAnswers test = NetworkAnswers.Of<double>(network, [0.85, 0.7, 0.1, 0.2], [1, 1, 0, 0]);

        // Below 0.8 lies half of the test's weight and nothing of the training's; between 0.8 and 0.85 three quarters of that.
        Assert.Equal(0.5, test.Compare(training).Statistic);
        Assert.Equal(1.6, test.Compare(training).EffectiveTrainEvents, 1e-12);
        Assert.Equal(0, test.With(new() { PositiveClass = 0 }).Compare(training.With(new() { PositiveClass = 0 })).Statistic);
    }

    [Fact]
    public void What_an_output_does_not_have_is_refused_and_what_it_has_is_named()
    {
        NetworkSummary values = Network(Activation.Linear, Loss.MeanSquaredError, 2);
        NetworkSummary labels = Network(Activation.Sigmoid, Loss.BinaryCrossentropy, 2);
        double[] numbers = [1, 0, 0, 1];

        AssertRefused("RocCurve does not apply to 'dense_0'", () => NetworkAnswers.Of<double>(values, numbers, numbers).Roc());
        AssertRefused("there are RegressionReport, ResidualQuantiles, ", () => NetworkAnswers.Of<double>(values, numbers, numbers).Roc());
        AssertRefused("ClassificationReport does not apply", () => NetworkAnswers.Of<double>(values, numbers, numbers).ClassReport());
        AssertRefused("ConfusionMatrix does not apply", () => NetworkAnswers.Of<double>(labels, numbers, numbers).Confusion());

        static void AssertRefused(string why, Action action) =>
            Assert.Contains(why, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_are_the_arrays_of_a_curve_row_by_row()
    {
        NetworkAnswers answers = NetworkAnswers.Of<double>(
            Network(Activation.Sigmoid, Loss.BinaryCrossentropy, 1), [0.9, 0.6, 0.4, 0.2], [1, 0, 1, 0]);

        Assert.Equal(new RocPoint(0.6, 0.5, 0.5), answers.Roc().Points[2]);
        Assert.Equal(new PrecisionRecallPoint(0.9, 1, 0.5), answers.PrecisionRecall().Points[^2]);
        Assert.Equal(new PrecisionRecallPoint(null, 1, 0), answers.PrecisionRecall().Points[^1]);
        Assert.Equal(2, answers.Significances().Points[^1].Background);
        Assert.Equal(4, answers.Calibration().Points.Sum(point => point.Weight));
        Assert.Equal(answers.Residuals().Columns[0], answers.Residuals().Points.Select(point => point.Residual));
    }

    private static NetworkSummary Network(Activation activation, Loss loss, int outputs) => new(
        "Test",
        Precision.Double,
        [new InputSummary("input_0", [1])],
        [new OutputSummary("dense_0", loss, 1, activation, [outputs], [outputs])],
        []);
}
