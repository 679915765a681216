using System.Globalization;
using System.Numerics;
using NetDsl.Training;

namespace NetDsl.Evaluation;

/// <summary>One output of a network, read as what it stands for.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal readonly ref struct MetricInputs<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly OutputKinds kind;

    // The outputs of one decision: the classes of a softmax over the last dimension, or all outputs of a sample.
    private readonly int columns;
    private readonly ReadOnlySpan<T> outputs;
    private readonly ReadOnlySpan<T> targets;
    private readonly ReadOnlySpan<T> weights;
    private readonly MetricOptions options;

    /// <summary>Reads an output.</summary>
    /// <param name="output">What it is.</param>
    /// <param name="outputs">[samples, its shape].</param>
    /// <param name="targets">As many values; or, where it tells classes apart, their numbers.</param>
    /// <param name="weights">One for each sample, or none.</param>
    /// <param name="options">The metrics' parameters.</param>
    public MetricInputs(
        OutputSummary output, ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> weights, MetricOptions options)
    {
        this.kind = Metrics.OutputKindOf(output);
        this.columns = this.kind == OutputKinds.Categorical ? output.Shape[^1] : output.Size;
        int decisions = output.Size / this.columns;
        bool areNumbers = this.kind == OutputKinds.Categorical && targets.Length == outputs.Length / this.columns;
        EvaluationChecks.Lengths(outputs.Length, areNumbers ? outputs.Length : targets.Length, output.Size);
        EvaluationChecks.WeightCount(weights.Length, outputs.Length / output.Size);
        this.outputs = output.Activation == Activation.LogSoftmax ? Exponentials(outputs) : outputs;
        this.targets = targets;
        this.weights = RepeatEach(weights, decisions);
        this.options = options;
    }

    /// <summary>The share of right decisions.</summary>
    public double Accuracy() => this.kind == OutputKinds.Categorical
        ? this.TopKAccuracy(1)
        : Evaluation.Accuracy.Binary(this.outputs, this.targets, this.weights, labels: this.columns);

    /// <summary>The share of samples whose class is among those of the k largest outputs.</summary>
    public double TopKAccuracy(int k) => this.targets.Length == this.outputs.Length
        ? Evaluation.Accuracy.TopKCategorical(this.outputs, this.targets, this.columns, k, this.weights)
        : Evaluation.Accuracy.SparseTopKCategorical(this.outputs, this.targets, this.columns, k, this.weights);

    /// <summary>Precision, recall and F-beta: of the positive one of two classes, else the average that was asked for.</summary>
    public ClassScore Scores(double beta)
    {
        if (this.kind == OutputKinds.MultiLabel)
        {
            string[] labels = Names(this.columns);
            return ClassificationReport.MultiLabel(this.outputs, this.targets, labels, this.weights, beta)[this.options.Averaging];
        }

        bool isBinary = this.kind == OutputKinds.Binary;
        ConfusionMatrix matrix = isBinary
            ? ConfusionMatrix.Binary(this.outputs, this.targets, Names(2), this.weights)
            : ConfusionMatrix.Categorical(this.outputs, this.targets, Names(this.columns), this.weights);
        ClassificationReport report = ClassificationReport.Of(matrix, beta);
        return matrix.Classes.Count == 2 ? report.Classes[isBinary ? 1 : this.PositiveClass()] : report[this.options.Averaging];
    }

    /// <summary>The area under the ROC curve.</summary>
    public double RocAuc() => this.kind switch
    {
        OutputKinds.MultiLabel => Evaluation.RocAuc.MultiLabel(
            this.outputs, this.targets, this.columns, this.options.Averaging, this.weights),
        OutputKinds.Categorical when this.columns > 2 => Evaluation.RocAuc.OneVsRest(
            this.outputs, this.targets, this.columns, this.options.Averaging, this.weights),
        _ => this.Roc().AreaUnderCurve,
    };

    /// <summary>The area under the ROC curve, over pairs of classes.</summary>
    public double RocAucOneVsOne() =>
        Evaluation.RocAuc.OneVsOne(this.outputs, this.targets, this.columns, this.options.Averaging, this.weights);

    /// <summary>The average precision.</summary>
    public double AveragePrecision()
    {
        switch (this.kind)
        {
            case OutputKinds.MultiLabel:
                return Evaluation.AveragePrecision.MultiLabel(
                    this.outputs, this.targets, this.columns, this.options.Averaging, this.weights);
            case OutputKinds.Categorical when this.columns > 2:
                return Evaluation.AveragePrecision.OneVsRest(
                    this.outputs, this.targets, this.columns, this.options.Averaging, this.weights);
            default:
                (T[] scores, T[] labels) = this.Signal();
                return Evaluation.AveragePrecision.Binary(scores, labels, this.weights);
        }
    }

    /// <summary>The ROC curve of the signal.</summary>
    public RocCurve Roc()
    {
        (T[] scores, T[] labels) = this.Signal();
        return RocCurve.Of(scores, labels, this.weights);
    }

    /// <summary>The largest significance of the signal.</summary>
    public double Significance()
    {
        (T[] scores, T[] labels) = this.Signal();
        return SignificanceScan.Of(
            scores, labels, this.weights, this.options.SignificanceMeasure, this.options.MinimumBackground).BestSignificance;
    }

    /// <summary>The calibration error of the signal's probability.</summary>
    public double CalibrationError()
    {
        (T[] scores, T[] labels) = this.Signal();
        return CalibrationCurve.Of(
            scores, labels, this.weights, this.options.CalibrationBins, this.options.CalibrationStrategy).ExpectedCalibrationError;
    }

    /// <summary>The log loss; of several labels their mean.</summary>
    public double LogLoss() => this.kind == OutputKinds.Categorical
        ? Evaluation.LogLoss.Categorical(this.outputs, this.targets, this.columns, this.weights)
        : Evaluation.LogLoss.Binary(this.outputs, this.targets, RepeatEach(this.weights, this.columns));

    /// <summary>The Brier score; of several labels their mean.</summary>
    public double BrierScore() => this.kind == OutputKinds.Categorical
        ? Evaluation.BrierScore.Categorical(this.outputs, this.targets, this.columns, this.weights)
        : Evaluation.BrierScore.Binary(this.outputs, this.targets, RepeatEach(this.weights, this.columns));

    /// <summary>The errors of values, averaged over the columns.</summary>
    public RegressionScore Errors() => RegressionReport.Of(this.outputs, this.targets, this.columns, this.weights).Average;

    private static string[] Names(int count) =>
        [.. Enumerable.Range(0, count).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    private static ReadOnlySpan<T> RepeatEach(ReadOnlySpan<T> weights, int times)
    {
        if (times == 1)
        {
            return weights;
        }

        T[] repeated = new T[weights.Length * times];
        for (int i = 0; i < repeated.Length; i++)
        {
            repeated[i] = weights[i / times];
        }

        return repeated;
    }

    private int PositiveClass() => (uint)this.options.PositiveClass < (uint)this.columns
        ? this.options.PositiveClass
        : throw new ArgumentException(
            $"The positive class is {this.options.PositiveClass}; the network's classes are 0 to {this.columns - 1}.");

    // The score and the label of each sample: those of the only output, or of the positive class against the rest.
    private (T[] Scores, T[] Labels) Signal()
    {
        if (this.kind != OutputKinds.Categorical)
        {
            return (this.outputs.ToArray(), this.targets.ToArray());
        }

        int positive = this.PositiveClass();
        int[] actual = ClassTargets.Read(this.outputs.Length, this.targets, this.columns);
        T[] scores = new T[actual.Length];
        for (int sample = 0; sample < scores.Length; sample++)
        {
            scores[sample] = this.outputs[(sample * this.columns) + positive];
        }

        return (scores, [.. actual.Select(number => number == positive ? T.One : T.Zero)]);
    }

    // Metrics of probabilities read them as such.
    private static T[] Exponentials(ReadOnlySpan<T> logarithms)
    {
        T[] probabilities = new T[logarithms.Length];
        for (int i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = T.Exp(logarithms[i]);
        }

        return probabilities;
    }
}
