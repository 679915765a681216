namespace NetDsl.PowerShell;

/// <summary>What can be measured that is more than one figure.</summary>
public enum NetCurve
{
    /// <summary>True against false positive rate over the threshold.</summary>
    RocCurve,

    /// <summary>Precision against recall over the threshold.</summary>
    PrecisionRecallCurve,

    /// <summary>How often what was given a probability came true.</summary>
    CalibrationCurve,

    /// <summary>Signal, background and significance at every cut.</summary>
    SignificanceScan,

    /// <summary>Below which values given shares of the residuals lie.</summary>
    ResidualQuantiles,
}
