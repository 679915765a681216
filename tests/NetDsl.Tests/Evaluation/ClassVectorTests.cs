using NetDsl.Evaluation;
using NetDsl.Training;

namespace NetDsl.Tests.Evaluation;

/// <summary>Metrics of several classes, and of several labels, against scikit-learn's, scores tied, with and without weights.</summary>
public class ClassVectorTests
{
    private const int ClassCount = 4;
    private const int LabelCount = 3;

    private static readonly string[] Classes = ["a", "b", "c", "d"];
    private static readonly MetricVectors Categorical = MetricVectors.Of("categorical");
    private static readonly double[] Outputs = Categorical["outputs"].Numbers;
    private static readonly double[] Numbers = Categorical["labels"].Numbers;
    private static readonly double[] OneHot =
        [.. Numbers.SelectMany(number => Enumerable.Range(0, ClassCount).Select(place => place == number ? 1.0 : 0.0))];

    private static readonly MetricVectors MultiLabel = MetricVectors.Of("multilabel");
    private static readonly double[] LabelOutputs = MultiLabel["outputs"].Numbers;
    private static readonly double[] LabelTargets = MultiLabel["targets"].Numbers;

    public static TheoryData<string> Weightings => MetricVectors.Weightings;

    public static TheoryData<string> PositiveWeightings => MetricVectors.PositiveWeightings;

    [Theory]
    [MemberData(nameof(Weightings))]
    public void Accuracies_agree_with_scikit_learn(string weighting)
    {
        (MetricVectors expected, double[] weights) = Case(Categorical, weighting);
        double[] untied = Categorical["untied"].Numbers;
        int[] labels = [.. Numbers.Select(number => (int)number)];

        expected["accuracy"].AssertEqual(Accuracy.Categorical<double>(Outputs, OneHot, ClassCount, weights));
        expected["accuracy"].AssertEqual(Accuracy.SparseCategorical<double, int>(Outputs, labels, ClassCount, weights));
        expected["top"].AssertEqual(
            [.. Enumerable.Range(1, 3).Select(k => Accuracy.TopKCategorical<double>(untied, OneHot, ClassCount, k, weights))]);
        expected["top"].AssertEqual(
            [.. Enumerable.Range(1, 3).Select(k => Accuracy.SparseTopKCategorical<double, int>(untied, labels, ClassCount, k, weights))]);
    }

    [Theory]
    [MemberData(nameof(Weightings))]
    public void Precision_recall_and_F_agree_with_scikit_learn(string weighting)
    {
        (MetricVectors expected, double[] weights) = Case(Categorical, weighting);

        ConfusionMatrix matrix = ConfusionMatrix.Categorical<double>(Outputs, Numbers, Classes, weights);

        AssertReport(expected, "report_1_", ClassificationReport.Of(matrix));
        AssertReport(expected, "report_0.5_", ClassificationReport.Of(matrix, 0.5));
        expected["confusion"].AssertEqual(
            [.. Enumerable.Range(0, ClassCount).SelectMany(a => Enumerable.Range(0, ClassCount).Select(p => matrix.Weight(a, p)))]);
        expected["accuracy"].AssertEqual(matrix.Accuracy);
    }

    [Theory]
    [MemberData(nameof(PositiveWeightings))]
    public void Areas_of_each_class_against_the_rest_agree_with_scikit_learn(string weighting)
    {
        (MetricVectors expected, double[] weights) = Case(Categorical, weighting);

        foreach (Averaging averaging in Enum.GetValues<Averaging>())
        {
            expected["ovr"][Key(averaging)].AssertEqual(RocAuc.OneVsRest<double>(Outputs, OneHot, ClassCount, averaging, weights));
            expected["average_precision"][Key(averaging)].AssertEqual(
                AveragePrecision.OneVsRest<double>(Outputs, Numbers, ClassCount, averaging, weights));
        }

        expected["ovr"]["macro"].AssertEqual(
            RocCurve.OneVsRest<double>(Outputs, Numbers, ClassCount, weights).Average(curve => curve.AreaUnderCurve));
        expected["average_precision"]["macro"].AssertEqual(
            PrecisionRecallCurve.OneVsRest<double>(Outputs, Numbers, ClassCount, weights).Average(curve => curve.AveragePrecision));
    }

    [Fact]
    public void Areas_of_pairs_of_classes_agree_with_scikit_learn()
    {
        MetricVectors expected = Categorical["cases"]["equal"]["ovo"];

        expected["macro"].AssertEqual(RocAuc.OneVsOne<double>(Outputs, OneHot, ClassCount));
        expected["weighted"].AssertEqual(RocAuc.OneVsOne<double>(Outputs, Numbers, ClassCount, Averaging.Weighted));
    }

    [Fact]
    public void A_sample_of_weight_two_counts_as_two_in_the_areas_of_pairs()
    {
        double[] weights = [.. Numbers.Select((_, i) => i % 3 == 0 ? 2.0 : 1.0)];
        int[] repeated = [.. weights.SelectMany((weight, i) => Enumerable.Repeat(i, (int)weight))];
        double[] outputs = [.. repeated.SelectMany(i => Outputs[(i * ClassCount)..((i + 1) * ClassCount)])];
        double[] numbers = [.. repeated.Select(i => Numbers[i])];

        foreach (Averaging averaging in new[] { Averaging.Macro, Averaging.Weighted })
        {
            Assert.Equal(
                RocAuc.OneVsOne<double>(outputs, numbers, ClassCount, averaging),
                RocAuc.OneVsOne<double>(Outputs, Numbers, ClassCount, averaging, weights),
                1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Weightings))]
    public void Log_loss_and_Brier_score_of_classes_agree(string weighting)
    {
        (MetricVectors expected, double[] weights) = Case(Categorical, weighting);

        expected["log_loss"].AssertEqual(LogLoss.Categorical<double>(Outputs, OneHot, ClassCount, weights));
        expected["log_loss"].AssertEqual(LogLoss.Categorical<double>(Outputs, Numbers, ClassCount, weights));
        expected["brier"].AssertEqual(BrierScore.Categorical<double>(Outputs, Numbers, ClassCount, weights));
    }

    [Theory]
    [MemberData(nameof(Weightings))]
    public void Metrics_of_several_labels_agree_with_scikit_learn(string weighting)
    {
        (MetricVectors expected, double[] weights) = Case(MultiLabel, weighting);

        AssertReport(
            expected,
            "report_",
            ClassificationReport.MultiLabel<double>(LabelOutputs, LabelTargets, Classes[..LabelCount], weights, beta: 2));
        expected["accuracy"].AssertEqual(Accuracy.Binary<double>(LabelOutputs, LabelTargets, weights, labels: LabelCount));
        if (weighting == "negative")
        {
            return;
        }

        foreach (Averaging averaging in Enum.GetValues<Averaging>())
        {
            expected[$"auc_{Key(averaging)}"].AssertEqual(
                RocAuc.MultiLabel<double>(LabelOutputs, LabelTargets, LabelCount, averaging, weights));
            expected[$"ap_{Key(averaging)}"].AssertEqual(
                AveragePrecision.MultiLabel<double>(LabelOutputs, LabelTargets, LabelCount, averaging, weights));
        }
    }

    [Theory]
    [MemberData(nameof(Weightings))]
    public void Log_loss_and_Brier_score_of_labels_are_the_means_over_them(string weighting)
    {
        (MetricVectors expected, double[] weights) = Case(MultiLabel, weighting);
        OutputSummary output = new("dense_0", Loss.BinaryCrossentropy, 1, Activation.Sigmoid, [LabelCount], [LabelCount]);
        NetworkSummary network = new("Labels", Precision.Double, [new InputSummary("input_0", [1])], [output], []);

        expected["log_loss"].AssertEqual(Metrics.Evaluate<double>(Metric.LogLoss, network, LabelOutputs, LabelTargets, weights));
        expected["brier"].AssertEqual(Metrics.Evaluate<double>(Metric.BrierScore, network, LabelOutputs, LabelTargets, weights));
        expected["accuracy"].AssertEqual(Metrics.Evaluate<double>(Metric.Accuracy, network, LabelOutputs, LabelTargets, weights));
    }

    private static (MetricVectors Expected, double[] Weights) Case(MetricVectors vectors, string weighting)
    {
        MetricVectors expected = vectors["cases"][weighting];
        return (expected, expected["weights"].Numbers);
    }

    private static string Key(Averaging averaging) => averaging switch
    {
        Averaging.Macro => "macro",
        Averaging.Micro => "micro",
        _ => "weighted",
    };

    private static void AssertReport(MetricVectors expected, string prefix, ClassificationReport report)
    {
        IReadOnlyList<ClassScore> all = report.Classes;
        expected[prefix + "classes"].AssertEqual(
        [
            .. all.Select(score => score.Precision), .. all.Select(score => score.Recall), .. all.Select(score => score.FBeta),
            .. all.Select(score => score.Support),
        ]);
        foreach (Averaging averaging in Enum.GetValues<Averaging>())
        {
            ClassScore score = report[averaging];
            expected[prefix + Key(averaging)].AssertEqual(score.Precision, score.Recall, score.FBeta);
        }
    }
}
