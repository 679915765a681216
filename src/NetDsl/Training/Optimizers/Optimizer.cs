using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Training;

/// <summary>
/// How a gradient changes the parameters. An optimiser only holds settings, so one object serves any number of networks; what it
/// remembers from step to step lives in the <see cref="OptimizerState{T}"/> it makes for each. Names and defaults are Keras's.
/// </summary>
/// <remarks>A checkpoint keeps all public properties and compares them, so what changes the steps of an optimiser is to be one.</remarks>
[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)]
public abstract class Optimizer
{
    /// <summary>
    /// The smallest epsilon: single precision still holds it, so that a value whose gradient was always 0 (padding) is never 0 / 0.
    /// </summary>
    private const double SmallestEpsilon = 1e-37;

    /// <summary>An optimiser of the given defaults.</summary>
    /// <param name="learningRate">The learning rate unless another is set.</param>
    /// <param name="weightDecay">The weight decay unless another is set.</param>
    protected Optimizer(double learningRate, double weightDecay = 0)
    {
        this.LearningRate = learningRate;
        this.WeightDecay = weightDecay;
    }

    /// <summary>How far a step goes; finite and not negative. Training starts with it, unless there is a <see cref="Schedule"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double LearningRate
    {
        get;
        init => field = InRange(value, value >= 0 && double.IsFinite(value), "a finite number of at least 0");
    }

    /// <summary>What gives the learning rate of each step in place of <see cref="LearningRate"/>; null unless told.</summary>
    public LearningRateSchedule? Schedule { get; init; }

    /// <summary>
    /// The part of each parameter, times the learning rate, that is subtracted from it before each step, apart from the gradient
    /// ("decoupled": Loshchilov and Hutter 2019); 0 unless told.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double WeightDecay
    {
        get;
        init => field = InRange(value, value >= 0 && double.IsFinite(value), "a finite number of at least 0");
    }

    /// <summary>Whether <see cref="WeightDecay"/> holds for biases too, as in Keras; true unless told.</summary>
    public bool DecayBiases { get; init; } = true;

    /// <summary>The largest magnitude of each value of a gradient, above which it is cut; above 0, or null for any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0 or not finite.</exception>
    public double? ClipValue
    {
        get;
        init => field = Bound(value);
    }

    /// <summary>
    /// The largest norm of the gradient of each parameter (each kernel, each bias), above which it is shortened; null for any.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0 or not finite.</exception>
    public double? ClipNorm
    {
        get;
        init => field = Bound(value);
    }

    /// <summary>The largest norm of the gradient of all parameters together, above which it is shortened; null for any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0 or not finite.</exception>
    public double? GlobalClipNorm
    {
        get;
        init => field = Bound(value);
    }

    /// <summary>Whether a step compares the loss at several points, so that each batch must be all rows.</summary>
    protected internal virtual bool NeedsAllRows => false;

    /// <summary>Whether anything happens to gradients or parameters before the formula.</summary>
    private protected bool IsConditioned =>
        this.WeightDecay > 0 || this.ClipValue is not null || this.ClipNorm is not null || this.GlobalClipNorm is not null;

    /// <summary>Makes what this optimiser remembers of one network, as before the first step.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="parameters">The parameters it will change.</param>
    /// <param name="threads">The threads that share a step, at least 1; they do not change the bits.</param>
    /// <exception cref="InvalidOperationException">More than one kind of clipping is set.</exception>
    public abstract OptimizerState<T> CreateState<T>(ParameterSet<T> parameters, int threads = 1)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>The state of an optimiser that is a formula.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <typeparam name="TRule">The formula.</typeparam>
    /// <param name="parameters">The parameters it will change.</param>
    /// <param name="threads">The threads that share a step.</param>
    /// <param name="ruleOfStep">
    /// Gives the formula with the constants of a step, from the learning rate and the step's number from 1.
    /// </param>
    private protected OptimizerState<T> StateOf<T, TRule>(ParameterSet<T> parameters, int threads, Func<double, long, TRule> ruleOfStep)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IUpdateRule<T> =>
        this.IsConditioned
            ? new ConditionedSweepState<T, TRule>(this, parameters, threads, ruleOfStep)
            : new SweepState<T, TRule>(this, parameters, threads, ruleOfStep);

    /// <summary>Passes a setting on, or says which values it may have.</summary>
    /// <param name="value">The setting.</param>
    /// <param name="valid">Whether it may have that value; false for NaN.</param>
    /// <param name="expected">The values it may have, in words.</param>
    /// <param name="name">The setting's name.</param>
    private protected static double InRange(double value, bool valid, string expected, [CallerMemberName] string name = "") =>
        valid ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be {expected}.");

    /// <summary>A part that is kept from step to step.</summary>
    private protected static double Part(double value, [CallerMemberName] string name = "") =>
        InRange(value, value is >= 0 and < 1, "from 0 to below 1", name);

    /// <summary>What is added to a divisor.</summary>
    private protected static double Small(double value, [CallerMemberName] string name = "") =>
        InRange(value, value >= SmallestEpsilon && double.IsFinite(value), "a finite number of at least 1e-37", name);

    private static double? Bound(double? value, [CallerMemberName] string name = "") =>
        value is { } bound ? InRange(bound, bound > 0 && double.IsFinite(bound), "a finite number above 0, or null", name) : null;
}
