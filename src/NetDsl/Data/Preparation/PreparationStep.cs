namespace NetDsl.Data;

/// <summary>
/// A step of a preparation as it is declared: what is to be done, not yet with which numbers. <see cref="Preparation.Fit(IReadOnlyList{PreparationStep}, Dataset, ulong)"/>
/// finds those in the training data. A declared step does not change, so that one list of steps can be fitted to each fold of a cross-validation.
/// A step of your own derives from <see cref="CustomStep"/>.
/// </summary>
public abstract class PreparationStep
{
    private protected PreparationStep()
    {
    }

    /// <summary>Finds the numbers of the step.</summary>
    /// <param name="rows">The training data, as the steps before have prepared them.</param>
    /// <param name="seed">What samples of the rows are drawn from.</param>
    /// <exception cref="ArgumentException">The step does not fit such rows.</exception>
    /// <exception cref="DataFormatException">The rows have no such numbers: a column without a value, for example.</exception>
    internal abstract StepState Learn(RowSource rows, ulong seed);
}
