namespace NetDsl.Evaluation;

/// <summary>The parameters of those metrics that have any.</summary>
public sealed record MetricOptions
{
    /// <summary>The name of the output that is looked at where a network has several; the last, its main one, unless told.</summary>
    public string? Output { get; init; }

    /// <summary>Among how many of the largest outputs the class is looked for; 5 unless told, as in Keras.</summary>
    public int TopK { get; init; } = 5;

    /// <summary>How many times as much recall counts as precision in the F-beta score; 1 unless told.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>How the figures of more than two classes, or of several labels, become one; Macro unless told.</summary>
    public Averaging Averaging { get; init; } = Averaging.Macro;

    /// <summary>
    /// The class that is the signal, from 0; 1 unless told, the second of two. A single output stands for the second: for the first, 1 - p
    /// is taken in place of a probability p and -y in place of another score. Of several labels it is the one that curves are made of.
    /// </summary>
    public int PositiveClass { get; init; } = 1;

    /// <summary>The share of the background that is rejected where the signal efficiency is taken; 0.99 unless told.</summary>
    public double BackgroundRejection { get; init; } = 0.99;

    /// <summary>The share of the signal that is kept where the background rejection is taken; 0.5 unless told.</summary>
    public double SignalEfficiency { get; init; } = 0.5;

    /// <summary>The formula of the significance; that of Asimov unless told.</summary>
    public SignificanceMeasure SignificanceMeasure { get; init; } = SignificanceMeasure.Asimov;

    /// <summary>Cuts that do not leave more than this many weighted events of background are passed over; 0 unless told.</summary>
    public double MinimumBackground { get; init; }

    /// <summary>The number of bins of the calibration error; 10 unless told.</summary>
    public int CalibrationBins { get; init; } = 10;

    /// <summary>How those bins are laid; uniformly unless told.</summary>
    public CalibrationBins CalibrationStrategy { get; init; } = Evaluation.CalibrationBins.Uniform;
}
