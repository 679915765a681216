namespace NetDsl.Evaluation;

/// <summary>What must hold of outputs and targets that are compared.</summary>
internal static class EvaluationChecks
{
    /// <summary>Both have the same, whole and positive number of samples.</summary>
    public static void Lengths(int outputs, int targets, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (outputs != targets)
        {
            throw new ArgumentException($"There are {outputs} outputs and {targets} targets; each output is compared with its target.");
        }

        if (outputs == 0 || outputs % size != 0)
        {
            throw new ArgumentException($"{outputs} outputs are no whole, positive number of samples of {size}.");
        }
    }
}
