namespace NetDsl.Evaluation;

/// <summary>How far a signal of s expected events stands out of a background of b.</summary>
public enum SignificanceMeasure
{
    /// <summary>s / sqrt(b), the limit of the others for s much smaller than b; misleading where b is small.</summary>
    SignalOverRootBackground,

    /// <summary>s / sqrt(s + b): the inverse of the relative statistical error of the signal.</summary>
    SignalOverRootTotal,

    /// <summary>
    /// sqrt(2 ((s + b) ln(1 + s / b) - s)), the median significance of a discovery (Cowan, Cranmer, Gross and Vitells, "Asymptotic formulae
    /// for likelihood-based tests of new physics", European Physical Journal C 71, 2011, equation 97); good down to a few events of
    /// background.
    /// </summary>
    Asimov,
}
