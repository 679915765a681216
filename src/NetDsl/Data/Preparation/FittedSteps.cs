namespace NetDsl.Data;

/// <summary>Makes fitted steps of what is known or saved of them.</summary>
internal static class FittedSteps
{
    /// <summary>Whether a name is that of a step that every program has.</summary>
    public static bool IsBuiltIn(string name) => name is nameof(StandardScaler) or nameof(MinMaxScaler) or nameof(LogTransform) or nameof(Clip)
        or nameof(SimpleImputer) or nameof(OneHotEncoder) or nameof(OrdinalEncoder) or nameof(TargetScaler) or nameof(LabelEncoder);

    /// <summary>A step for rows of a layout.</summary>
    /// <param name="state">What it is made of.</param>
    /// <param name="source">What rows are made of before it.</param>
    /// <param name="custom">The step, where it is a user's own and known; otherwise it is looked for among those registered.</param>
    /// <exception cref="FormatException">The state is none of such rows.</exception>
    /// <exception cref="KeyNotFoundException">No step is registered under the name.</exception>
    public static FittedStep Create(StepState state, RowLayout source, CustomStep? custom = null) => state.Kind switch
    {
        nameof(StandardScaler) => StandardScaler.Restore(state, source),
        nameof(MinMaxScaler) => MinMaxScaler.Restore(state, source),
        nameof(LogTransform) => LogTransform.Restore(state, source),
        nameof(Clip) => Clip.Restore(state, source),
        nameof(SimpleImputer) => new FittedImputer(state, source),
        nameof(OneHotEncoder) => new FittedOneHotEncoder(state, source),
        nameof(OrdinalEncoder) => new FittedOrdinalEncoder(state, source),
        nameof(TargetScaler) => new FittedTargetScaler(state, source),
        nameof(LabelEncoder) => new FittedLabelEncoder(state, source),
        _ => custom is null ? Load(state, source) : new FittedCustomStep(custom, state, source),
    };

    private static FittedCustomStep Load(StepState state, RowLayout source)
    {
        CustomStep step = CustomStep.Find(state.Kind) ?? throw Unknown(state.Kind);
        try
        {
            return new FittedCustomStep(step, state, source);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Whatever a user's code does of numbers that someone has changed, it is the file that is at fault.
            throw new FormatException($"the step '{state.Kind}' does not take its numbers: {error.Message}", error);
        }
    }

    private static KeyNotFoundException Unknown(string name) => new(
        $"it was prepared by the step '{name}', which this program does not know: call CustomStep.Register for it before.");
}
