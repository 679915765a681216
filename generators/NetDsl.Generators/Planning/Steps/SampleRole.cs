namespace NetDsl.Generators.Planning.Steps;

/// <summary>What the samples of a batch are to a contraction.</summary>
internal enum SampleRole
{
    /// <summary>The rows of its tiles: a weight, once read, serves several samples.</summary>
    Rows,

    /// <summary>A loop around it: one sample has rows enough.</summary>
    Outer,

    /// <summary>Its terms: the gradient of a parameter is a sum over all samples.</summary>
    Terms,
}
