using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Whether the gradients that a model computes are those of its loss.</summary>
public sealed class NetGradientTest
{
    internal NetGradientTest(NetModel model, Precision precision, int samples, GradientReport report)
    {
        this.Model = model;
        this.Precision = precision;
        this.Samples = samples;
        this.Comparisons = report.Comparisons;
        this.FirstDisagreement = report.FirstDisagreement;
        this.Parameters = GradientDeviation.Of(report.Comparisons);
    }

    /// <summary>The model.</summary>
    public NetModel Model { get; }

    /// <summary>Whether all gradients agree with differences of the loss.</summary>
    public bool Agrees => this.FirstDisagreement is null;

    /// <summary>The precision in which they were compared: that of the model, or double for a twin of it.</summary>
    public Precision Precision { get; }

    /// <summary>The samples whose loss was taken.</summary>
    public int Samples { get; }

    /// <summary>The largest deviation of each parameter, the samples first.</summary>
    public IReadOnlyList<GradientDeviation> Parameters { get; }

    /// <summary>The largest deviation of all, against what is allowed.</summary>
    public GradientDeviation Largest => this.Parameters.MaxBy(parameter => parameter.LargestDifference / parameter.Tolerance)!;

    /// <summary>All comparisons: single values, and random directions in which all values take part.</summary>
    public IReadOnlyList<GradientComparison> Comparisons { get; }

    /// <summary>The first comparison that disagrees, or null.</summary>
    public GradientComparison? FirstDisagreement { get; }
}
