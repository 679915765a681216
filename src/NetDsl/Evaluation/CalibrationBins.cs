namespace NetDsl.Evaluation;

/// <summary>How the bins of a calibration curve are laid: scikit-learn's strategy.</summary>
public enum CalibrationBins
{
    /// <summary>Bins of equal width from 0 to 1.</summary>
    Uniform,

    /// <summary>Bins that hold equally many samples.</summary>
    Quantile,
}
