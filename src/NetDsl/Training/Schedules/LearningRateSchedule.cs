using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NetDsl.Training;

/// <summary>
/// A learning rate that depends on the step. It remembers nothing, so that training resumed at a step goes on with the rate of that step.
/// Names and formulas are Keras's where it has them.
/// </summary>
/// <remarks>A checkpoint keeps all fields and compares them, so they are to hold numbers, lists of them or other schedules.</remarks>
[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.NonPublicFields)]
public abstract class LearningRateSchedule
{
    /// <summary>The learning rate of a step.</summary>
    /// <param name="step">The steps done before it, so 0 for the first.</param>
    public abstract double RateAt(long step);

    /// <summary>Half a cosine from 1 to 0.</summary>
    private protected static double Cosine(double part) => 0.5 * (1 + Math.Cos(Math.PI * part));

    /// <summary>Passes a learning rate on, or says which it may be.</summary>
    private protected static double Rate(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        InRange(value, value >= 0 && double.IsFinite(value), "a finite number of at least 0", name);

    /// <summary>Passes a number of steps on, or says which it may be.</summary>
    private protected static long Count(long value, long least = 1, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} must be at least {least}."));

    /// <summary>Passes a number on, or says which it may be.</summary>
    private protected static double InRange(
        double value, bool valid, string expected, [CallerArgumentExpression(nameof(value))] string name = "") =>
        valid ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be {expected}.");
}
