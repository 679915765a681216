using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Training;

/// <summary>
/// RMSprop (Tieleman and Hinton 2012), as Keras has it: a step is the learning rate times the gradient over the root of the mean squared
/// gradient, to which epsilon is added under the root; or, centred, over the root of the gradient's variance (Graves 2013, equations 38 to
/// 45). With momentum, such steps are summed as they fade.
/// </summary>
public sealed class RMSprop : Optimizer
{
    /// <summary>RMSprop with a learning rate of 0.001.</summary>
    public RMSprop()
        : base(learningRate: 0.001)
    {
    }

    /// <summary>The part of the means that is kept at each step, from 0 to below 1; 0.9 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in this range.</exception>
    public double Rho
    {
        get;
        init => field = Part(value);
    }
    = 0.9;

    /// <summary>The part of the last change that goes on, 0 to 1; 0 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 to 1.</exception>
    public double Momentum
    {
        get;
        init => field = InRange(value, value is >= 0 and <= 1, "from 0 to 1");
    }

    /// <summary>What keeps the step finite where gradients vanish, at least 1e-37; 1e-7 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1e-37 or not finite.</exception>
    public double Epsilon
    {
        get;
        init => field = Small(value);
    }
    = 1e-7;

    /// <summary>Whether the mean gradient is subtracted before squaring; false unless told.</summary>
    public bool Centered { get; init; }

    /// <inheritdoc/>
    public override OptimizerState<T> CreateState<T>(ParameterSet<T> parameters, int threads = 1)
    {
        Constants<T> ConstantsOf(double rate) => new(
            T.CreateTruncating(rate), T.CreateTruncating(1 - this.Rho), T.CreateTruncating(this.Momentum), T.CreateTruncating(this.Epsilon));
        return (this.Centered, this.Momentum > 0) switch
        {
            (false, false) => this.StateOf(parameters, threads, (rate, _) => new PlainRule<T>(ConstantsOf(rate))),
            (false, true) => this.StateOf(parameters, threads, (rate, _) => new MomentumRule<T>(ConstantsOf(rate))),
            (true, false) => this.StateOf(parameters, threads, (rate, _) => new CenteredRule<T>(ConstantsOf(rate))),
            (true, true) => this.StateOf(parameters, threads, (rate, _) => new CenteredMomentumRule<T>(ConstantsOf(rate))),
        };
    }

    private readonly struct Constants<T>(T rate, T newInMean, T momentum, T epsilon)
        where T : unmanaged
    {
        private readonly Vector<T> rate = new(rate);
        private readonly Vector<T> newInMean = new(newInMean);
        private readonly Vector<T> epsilon = new(epsilon);

        public Vector<T> Momentum { get; } = new(momentum);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Plain(Vector<T> gradient, ref Vector<T> velocity)
        {
            velocity += ((gradient * gradient) - velocity) * this.newInMean;
            return gradient * this.rate / Vector.SquareRoot(velocity + this.epsilon);
        }

        // A variance is not negative, whatever rounding makes of the difference: a constant gradient would otherwise give the root of -1e-7.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Centered(Vector<T> gradient, ref Vector<T> velocity, ref Vector<T> mean)
        {
            velocity += ((gradient * gradient) - velocity) * this.newInMean;
            mean += (gradient - mean) * this.newInMean;
            Vector<T> variance = Vector.Max(velocity - (mean * mean), Vector<T>.Zero);
            return gradient * this.rate / Vector.SquareRoot(variance + this.epsilon);
        }
    }

    private readonly struct PlainRule<T>(Constants<T> constants) : IUpdateRule<T>
        where T : unmanaged
    {
        private readonly Constants<T> constants = constants;

        public static IReadOnlyList<string> SlotNames => ["velocity"];

        public static int SlotCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third) =>
            parameter - this.constants.Plain(gradient, ref first);
    }

    private readonly struct MomentumRule<T>(Constants<T> constants) : IUpdateRule<T>
        where T : unmanaged
    {
        private readonly Constants<T> constants = constants;

        public static IReadOnlyList<string> SlotNames => ["velocity", "momentum"];

        public static int SlotCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            second = (second * this.constants.Momentum) + this.constants.Plain(gradient, ref first);
            return parameter - second;
        }
    }

    private readonly struct CenteredRule<T>(Constants<T> constants) : IUpdateRule<T>
        where T : unmanaged
    {
        private readonly Constants<T> constants = constants;

        public static IReadOnlyList<string> SlotNames => ["velocity", "average_gradient"];

        public static int SlotCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third) =>
            parameter - this.constants.Centered(gradient, ref first, ref second);
    }

    private readonly struct CenteredMomentumRule<T>(Constants<T> constants) : IUpdateRule<T>
        where T : unmanaged
    {
        private readonly Constants<T> constants = constants;

        public static IReadOnlyList<string> SlotNames => ["velocity", "average_gradient", "momentum"];

        public static int SlotCount => 3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            third = (third * this.constants.Momentum) + this.constants.Centered(gradient, ref first, ref second);
            return parameter - third;
        }
    }
}
