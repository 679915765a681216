using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Training;

/// <summary>
/// Adam (Kingma and Ba 2015) in the efficient order of the end of its section 2, as Keras has it: epsilon is added to the square root
/// of the uncorrected second moment ("epsilon hat"), and the corrections of both moments go into the step size
/// rate sqrt(1 - beta2^t) / (1 - beta1^t).
/// </summary>
public sealed class Adam : Optimizer
{
    /// <summary>
    /// The smallest epsilon: single precision still holds it, so that a value whose gradient was always 0 (padding) is never 0 / 0.
    /// </summary>
    private const double SmallestEpsilon = 1e-37;

    /// <summary>Adam with a learning rate of 0.001.</summary>
    public Adam()
        : base(learningRate: 0.001)
    {
    }

    /// <summary>The part of the mean gradient that is kept at each step, from 0 to below 1; 0.9 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in this range.</exception>
    public double Beta1
    {
        get;
        init => field = InRange(value, value is >= 0 and < 1, "from 0 to below 1");
    }
    = 0.9;

    /// <summary>The part of the mean squared gradient that is kept at each step, from 0 to below 1; 0.999 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in this range.</exception>
    public double Beta2
    {
        get;
        init => field = InRange(value, value is >= 0 and < 1, "from 0 to below 1");
    }
    = 0.999;

    /// <summary>What keeps the step finite where gradients vanish, at least 1e-37; 1e-7 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1e-37 or not finite.</exception>
    public double Epsilon
    {
        get;
        init => field = InRange(value, value >= SmallestEpsilon && double.IsFinite(value), "a finite number of at least 1e-37");
    }
    = 1e-7;

    /// <inheritdoc/>
    public override OptimizerState<T> CreateState<T>(ParameterSet<T> parameters, int threads = 1) =>
        new SweepState<T, Rule<T>>(this, parameters, threads, (rate, step) =>
        {
            double stepSize = rate * Math.Sqrt(1 - Math.Pow(this.Beta2, step)) / (1 - Math.Pow(this.Beta1, step));
            return new Rule<T>(
                T.CreateTruncating(stepSize),
                T.CreateTruncating(1 - this.Beta1),
                T.CreateTruncating(1 - this.Beta2),
                T.CreateTruncating(this.Epsilon));
        });

    private readonly struct Rule<T>(T stepSize, T newInFirst, T newInSecond, T epsilon) : IUpdateRule<T>
        where T : unmanaged
    {
        private readonly Vector<T> stepSize = new(stepSize);
        private readonly Vector<T> newInFirst = new(newInFirst);
        private readonly Vector<T> newInSecond = new(newInSecond);
        private readonly Vector<T> epsilon = new(epsilon);

        public static IReadOnlyList<string> SlotNames => ["momentum", "velocity"];

        public static int SlotCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second)
        {
            first += (gradient - first) * this.newInFirst;
            second += ((gradient * gradient) - second) * this.newInSecond;
            return parameter - (first * this.stepSize / (Vector.SquareRoot(second) + this.epsilon));
        }
    }
}
