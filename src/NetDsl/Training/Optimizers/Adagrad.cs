using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Training;

/// <summary>
/// Adagrad (Duchi, Hazan and Singer 2011), as Keras has it: a step is the learning rate times the gradient over the root of the sum of all
/// squared gradients so far, to which epsilon is added under the root.
/// </summary>
public sealed class Adagrad : Optimizer
{
    /// <summary>Adagrad with a learning rate of 0.001.</summary>
    public Adagrad()
        : base(learningRate: 0.001)
    {
    }

    /// <summary>What the sums of squared gradients begin with, at least 0; 0.1 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double InitialAccumulatorValue
    {
        get;
        init => field = InRange(value, value >= 0 && double.IsFinite(value), "a finite number of at least 0");
    }
    = 0.1;

    /// <summary>What keeps the step finite where gradients vanish, at least 1e-37; 1e-7 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1e-37 or not finite.</exception>
    public double Epsilon
    {
        get;
        init => field = Small(value);
    }
    = 1e-7;

    /// <inheritdoc/>
    public override OptimizerState<T> CreateState<T>(ParameterSet<T> parameters, int threads = 1)
    {
        OptimizerState<T> state = this.StateOf(
            parameters, threads, (rate, _) => new Rule<T>(T.CreateTruncating(rate), T.CreateTruncating(this.Epsilon)));
        state.Slots.Values.Single().Values.Fill(T.CreateTruncating(this.InitialAccumulatorValue));
        return state;
    }

    private readonly struct Rule<T>(T rate, T epsilon) : IUpdateRule<T>
        where T : unmanaged
    {
        private readonly Vector<T> rate = new(rate);
        private readonly Vector<T> epsilon = new(epsilon);

        public static IReadOnlyList<string> SlotNames => ["accumulator"];

        public static int SlotCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            first += gradient * gradient;
            return parameter - (gradient * this.rate / Vector.SquareRoot(first + this.epsilon));
        }
    }
}
