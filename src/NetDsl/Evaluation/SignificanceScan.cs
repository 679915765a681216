using System.Numerics;
using System.Numerics.Tensors;

namespace NetDsl.Evaluation;

/// <summary>
/// The significance of a signal over a background where only events with a score of at least a cut are kept, at every cut, and the best
/// cut.
/// </summary>
/// <remarks>
/// Weights are what makes the sums of events those that are expected (cross section times luminosity over generated events), so that a
/// significance has its meaning; they may be negative. Where the background that is left is zero or below, or not above the least that is
/// asked for, the significance is not a number and the cut is not among the best: a few events say little of it.
/// </remarks>
public sealed class SignificanceScan
{
    /// <summary>What rounding leaves, as a share of all weights, where positive and negative ones cancel: less is no background.</summary>
    private const double Rounding = 1e-12;

    private SignificanceScan(SignificanceMeasure measure, ScoreRanking ranking, double[] significances, int best)
    {
        this.Measure = measure;
        this.Cuts = ranking.Thresholds;
        this.Signals = ranking.TruePositives;
        this.Backgrounds = ranking.FalsePositives;
        this.Significances = significances;
        this.BestIndex = best;
    }

    /// <summary>The formula.</summary>
    public SignificanceMeasure Measure { get; }

    /// <summary>Each score that occurs, from the highest down.</summary>
    public double[] Cuts { get; }

    /// <summary>The sum of the weights of the signal that each cut keeps.</summary>
    public double[] Signals { get; }

    /// <summary>The sum of the weights of the background that each cut keeps.</summary>
    public double[] Backgrounds { get; }

    /// <summary>The significance at each cut, or NaN where it is not defined.</summary>
    public double[] Significances { get; }

    /// <summary>The points of the scan, one for each cut.</summary>
    public IReadOnlyList<SignificancePoint> Points => field ??= (SignificancePoint[])
    [
        .. this.Cuts.Select((cut, i) => new SignificancePoint(cut, this.Signals[i], this.Backgrounds[i], this.Significances[i])),
    ];

    /// <summary>The place of the best cut in the arrays; of equally good ones the highest.</summary>
    public int BestIndex { get; }

    /// <summary>The best cut: keep events with a score of at least this.</summary>
    public double BestCut => this.Cuts[this.BestIndex];

    /// <summary>The significance at the best cut.</summary>
    public double BestSignificance => this.Significances[this.BestIndex];

    /// <summary>Scans the cut over all scores.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="scores">One for each event, higher where it looks like signal.</param>
    /// <param name="labels">1 for signal and 0 for background, or 1 and -1.</param>
    /// <param name="weights">The expected events that each stands for, of either sign; none for one each.</param>
    /// <param name="measure">The formula.</param>
    /// <param name="minimumBackground">Cuts that do not leave more than this many events of background are passed over.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a value is not finite, a label is another number, or the significance is defined at no cut.
    /// </exception>
    public static SignificanceScan Of<T>(
        ReadOnlySpan<T> scores,
        ReadOnlySpan<T> labels,
        ReadOnlySpan<T> weights = default,
        SignificanceMeasure measure = SignificanceMeasure.Asimov,
        double minimumBackground = 0)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ScoreRanking ranking = ScoreRanking.Of(scores, labels, weights);
        double[] significances = new double[ranking.Count];
        double all = weights.IsEmpty ? scores.Length : double.CreateTruncating(TensorPrimitives.SumOfMagnitudes(weights));
        double least = Math.Max(minimumBackground, Rounding * all);
        int best = -1;
        for (int i = 0; i < significances.Length; i++)
        {
            double background = ranking.FalsePositives[i];
            significances[i] = background > least
                ? Significance.Of(measure, ranking.TruePositives[i], background)
                : double.NaN;
            bool isBetter = !double.IsNaN(significances[i]) && (best < 0 || significances[i] > significances[best]);
            best = isBetter ? i : best;
        }

        return best >= 0
            ? new SignificanceScan(measure, ranking, significances, best)
            : throw new ArgumentException(FormattableString.Invariant(
                $"No cut leaves more than {minimumBackground} weighted events of background, so no significance is defined."));
    }
}
