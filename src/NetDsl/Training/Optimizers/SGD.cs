using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Training;

/// <summary>
/// Stochastic gradient descent, plain or with momentum, by Keras's formulas: with velocity v = momentum v - rate g, the parameters
/// change by v, or with Nesterov's look-ahead (Sutskever et al. 2013, equations 3 and 4, in the form of Bengio et al. 2013) by
/// momentum v - rate g. Without momentum they change by -rate g.
/// </summary>
public sealed class SGD : Optimizer
{
    /// <summary>Plain gradient descent with a learning rate of 0.01.</summary>
    public SGD()
        : base(learningRate: 0.01)
    {
    }

    /// <summary>The part of the last change that goes on, 0 to 1; 0 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 to 1.</exception>
    public double Momentum
    {
        get;
        init => field = InRange(value, value is >= 0 and <= 1, "from 0 to 1");
    }

    /// <summary>Whether the gradient counts as taken after the momentum's part of the change; false unless told.</summary>
    public bool Nesterov { get; init; }

    /// <inheritdoc/>
    public override OptimizerState<T> CreateState<T>(ParameterSet<T> parameters, int threads = 1)
    {
        T momentum = T.CreateTruncating(this.Momentum);
        if (this.Momentum == 0)
        {
            return this.StateOf(parameters, threads, (rate, _) => new PlainRule<T>(T.CreateTruncating(rate)));
        }

        return this.Nesterov
            ? this.StateOf(parameters, threads, (rate, _) => new NesterovRule<T>(T.CreateTruncating(rate), momentum))
            : this.StateOf(parameters, threads, (rate, _) => new MomentumRule<T>(T.CreateTruncating(rate), momentum));
    }

    private readonly struct PlainRule<T>(T rate) : IUpdateRule<T>
        where T : unmanaged
    {
        private readonly Vector<T> rate = new(rate);

        public static IReadOnlyList<string> SlotNames => [];

        public static int SlotCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third) =>
            parameter - (gradient * this.rate);
    }

    private readonly struct MomentumRule<T>(T rate, T momentum) : IUpdateRule<T>
        where T : unmanaged
    {
        private readonly Vector<T> rate = new(rate);
        private readonly Vector<T> momentum = new(momentum);

        public static IReadOnlyList<string> SlotNames => ["momentum"];

        public static int SlotCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            first = (first * this.momentum) - (gradient * this.rate);
            return parameter + first;
        }
    }

    private readonly struct NesterovRule<T>(T rate, T momentum) : IUpdateRule<T>
        where T : unmanaged
    {
        private readonly Vector<T> rate = new(rate);
        private readonly Vector<T> momentum = new(momentum);

        public static IReadOnlyList<string> SlotNames => ["momentum"];

        public static int SlotCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            Vector<T> change = gradient * this.rate;
            first = (first * this.momentum) - change;
            return parameter + ((first * this.momentum) - change);
        }
    }
}
