using NetDsl.Evaluation;

namespace NetDsl.Tests.Evaluation;

/// <summary>Metrics of two classes against scikit-learn's, scores tied, with and without weights.</summary>
public class BinaryVectorTests
{
    private static readonly string[] Classes = ["background", "signal"];
    private static readonly MetricVectors Vectors = MetricVectors.Of("binary");
    private static readonly double[] Scores = Vectors["scores"].Numbers;
    private static readonly double[] Labels = Vectors["labels"].Numbers;

    public static TheoryData<string> Weightings => MetricVectors.Weightings;

    public static TheoryData<string> PositiveWeightings => MetricVectors.PositiveWeightings;

    [Theory]
    [MemberData(nameof(Weightings))]
    public void Decisions_agree_with_scikit_learn(string weighting)
    {
        (MetricVectors expected, double[] weights) = Case(weighting);

        ConfusionMatrix matrix = ConfusionMatrix.Binary<double>(Scores, Labels, Classes, weights);
        ClassScore signal = ClassificationReport.Of(matrix).Classes[1];

        expected["accuracy"].AssertEqual(matrix.Accuracy);
        expected["accuracy"].AssertEqual(Accuracy.Binary<double>(Scores, Labels, weights));
        expected["precision"].AssertEqual(signal.Precision);
        expected["recall"].AssertEqual(signal.Recall);
        expected["f1"].AssertEqual(signal.FBeta);
        expected["f2"].AssertEqual(ClassificationReport.Of(matrix, beta: 2).Classes[1].FBeta);
        Assert.Equal(matrix.TotalWeight, weights.Length == 0 ? matrix.Total : weights.Sum(), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Weightings))]
    public void The_confusion_matrix_agrees_with_scikit_learn_in_every_normalisation(string weighting)
    {
        (MetricVectors expected, double[] weights) = Case(weighting);

        ConfusionMatrix matrix = ConfusionMatrix.Binary<double>(Scores, Labels, Classes, weights);

        expected["confusion"].AssertEqual(matrix.Weight(0, 0), matrix.Weight(0, 1), matrix.Weight(1, 0), matrix.Weight(1, 1));
        expected["confusion_true"].AssertEqual([.. matrix.Normalize(ConfusionNormalization.Actual).Cast<double>()]);
        expected["confusion_pred"].AssertEqual([.. matrix.Normalize(ConfusionNormalization.Predicted).Cast<double>()]);
        expected["confusion_all"].AssertEqual([.. matrix.Normalize(ConfusionNormalization.All).Cast<double>()]);
    }

    [Theory]
    [MemberData(nameof(Weightings))]
    public void The_ROC_curve_agrees_with_scikit_learn_and_its_area_with_the_share_of_pairs(string weighting)
    {
        (MetricVectors expected, double[] weights) = Case(weighting);

        RocCurve curve = RocCurve.Of<double>(Scores, Labels, weights);

        expected["fpr"].AssertEqual(curve.FalsePositiveRates);
        expected["tpr"].AssertEqual(curve.TruePositiveRates);
        expected["thresholds"].AssertEqual(curve.Thresholds[1..]);
        Assert.Equal(double.PositiveInfinity, curve.Thresholds[0]);
        expected["area"].AssertEqual(curve.AreaUnderCurve);
    }

    [Theory]
    [MemberData(nameof(PositiveWeightings))]
    public void The_area_and_points_on_the_ROC_curve_agree_with_scikit_learn(string weighting)
    {
        (MetricVectors expected, double[] weights) = Case(weighting);

        RocCurve curve = RocCurve.Of<double>(Scores, Labels, weights);

        expected["roc_auc_score"].AssertEqual(RocAuc.Binary<double>(Scores, Labels, weights));
        expected["efficiency"].AssertEqual(
            curve.SignalEfficiencyAt(0.55), curve.SignalEfficiencyAt(0.83), curve.SignalEfficiencyAt(0.987));
        expected["rejection"].AssertEqual(
            curve.BackgroundRejectionAt(0.31), curve.BackgroundRejectionAt(0.507), curve.BackgroundRejectionAt(0.93));
    }

    [Theory]
    [MemberData(nameof(Weightings))]
    public void The_precision_recall_curve_agrees_with_scikit_learn(string weighting)
    {
        (MetricVectors expected, double[] weights) = Case(weighting);

        PrecisionRecallCurve curve = PrecisionRecallCurve.Of<double>(Scores, Labels, weights);

        expected["precisions"].AssertEqual(curve.Precisions);
        expected["recalls"].AssertEqual(curve.Recalls);
        expected["pr_thresholds"].AssertEqual(curve.Thresholds);
        expected["average_precision"].AssertEqual(curve.AveragePrecision);
        expected["average_precision"].AssertEqual(AveragePrecision.Binary<double>(Scores, Labels, weights));
    }

    [Theory]
    [MemberData(nameof(Weightings))]
    public void Brier_score_and_log_loss_agree_with_scikit_learn(string weighting)
    {
        (MetricVectors expected, double[] weights) = Case(weighting);

        expected["brier"].AssertEqual(BrierScore.Binary<double>(Scores, Labels, weights));
        expected["log_loss"].AssertEqual(LogLoss.Binary<double>(Scores, Labels, weights));
        if (weighting != "negative")
        {
            expected["brier_score_loss"].AssertEqual(BrierScore.Binary<double>(Scores, Labels, weights));
        }
    }

    [Theory]
    [MemberData(nameof(Weightings))]
    public void Calibration_agrees_with_its_definition(string weighting)
    {
        (MetricVectors expected, double[] weights) = Case(weighting);

        AssertCurve(expected["uniform"], CalibrationCurve.Of<double>(Scores, Labels, weights));
        AssertCurve(
            expected["quantile"], CalibrationCurve.Of<double>(Scores, Labels, weights, bins: 4, strategy: CalibrationBins.Quantile));

        static void AssertCurve(MetricVectors expected, CalibrationCurve curve)
        {
            expected["edges"].AssertEqual(curve.BinEdges);
            expected["predicted"].AssertEqual(curve.MeanPredictedProbabilities);
            expected["positive"].AssertEqual(curve.FractionsOfPositives);
            expected["bin_weights"].AssertEqual(curve.Weights);
            expected["expected"].AssertEqual(curve.ExpectedCalibrationError);
            expected["maximum"].AssertEqual(curve.MaximumCalibrationError);
        }
    }

    [Fact]
    public void Calibration_agrees_with_scikit_learn()
    {
        MetricVectors expected = Vectors["cases"]["equal"];

        CalibrationCurve uniform = CalibrationCurve.Of<double>(Scores, Labels);
        CalibrationCurve quantile = CalibrationCurve.Of<double>(Scores, Labels, bins: 4, strategy: CalibrationBins.Quantile);

        expected["calibration_uniform"]["predicted"].AssertEqual(uniform.MeanPredictedProbabilities);
        expected["calibration_uniform"]["positive"].AssertEqual(uniform.FractionsOfPositives);
        expected["calibration_quantile"]["predicted"].AssertEqual(quantile.MeanPredictedProbabilities);
        expected["calibration_quantile"]["positive"].AssertEqual(quantile.FractionsOfPositives);
    }

    [Theory]
    [MemberData(nameof(Weightings))]
    public void The_scan_of_the_significance_agrees_with_its_definition(string weighting)
    {
        (MetricVectors expected, double[] weights) = Case(weighting);

        AssertScan(expected["asimov"], SignificanceMeasure.Asimov);
        AssertScan(expected["background"], SignificanceMeasure.SignalOverRootBackground);
        AssertScan(expected["total"], SignificanceMeasure.SignalOverRootTotal);

        void AssertScan(MetricVectors of, SignificanceMeasure measure)
        {
            SignificanceScan scan = SignificanceScan.Of<double>(Scores, Labels, weights, measure);
            of["signals"].AssertEqual(scan.Signals);
            of["backgrounds"].AssertEqual(scan.Backgrounds);
            of["significances"].AssertEqual(scan.Significances);
            Assert.Equal(of["best"].Number, scan.BestIndex);
            Assert.Equal(scan.Significances.Max(), scan.BestSignificance);
            Assert.Equal(scan.Cuts[scan.BestIndex], scan.BestCut);
        }
    }

    private static (MetricVectors Expected, double[] Weights) Case(string weighting)
    {
        MetricVectors expected = Vectors["cases"][weighting];
        return (expected, expected["weights"].Numbers);
    }
}
