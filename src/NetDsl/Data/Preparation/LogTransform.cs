namespace NetDsl.Data;

/// <summary>
/// Takes the natural logarithm of features that range over orders of magnitude: log(offset + x), or with the sign of the value. Missing values stay
/// missing.
/// </summary>
public sealed class LogTransform : ColumnStep
{
    /// <summary>
    /// What is added to a value before its logarithm is taken. With 1 a value of 0 stays 0; with 0 it is the logarithm itself. A value of minus
    /// this or below is an error.
    /// </summary>
    public double Offset { get; init; } = 1;

    /// <summary>Whether the result is log(1 + |x|) with the sign of x, which takes any value; the offset is not used then.</summary>
    public bool Signed { get; init; }

    internal static FittedStep Restore(StepState state, RowLayout source)
    {
        double[] offset = state.Array("offset", 1);
        return state.Number("signed") != 0
            ? new FittedElements<SignedLogMap>(state, source, offset, offset, (_, _) => "sign(x) log(1 + |x|)")
            : new FittedElements<LogMap>(state, source, offset, offset, (added, _) => FormattableString.Invariant($"log({added:G4} + x)"));
    }

    /// <inheritdoc/>
    internal override StepState Learn(RowSource rows, ulong seed)
    {
        if (!double.IsFinite(this.Offset))
        {
            throw new ArgumentException(FormattableString.Invariant($"{nameof(LogTransform)} cannot add {this.Offset}; a finite offset is needed."));
        }

        return new StepState(nameof(LogTransform))
        {
            Columns = ColumnSelection.Numbers(rows.Layout, this.Columns, nameof(LogTransform)),
            Numbers = new(StringComparer.Ordinal) { ["offset"] = [this.Offset], ["signed"] = [this.Signed ? 1 : 0] },
        };
    }
}
