using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Training;

/// <summary>
/// Adadelta (Zeiler 2012, algorithm 1), as Keras has it: a step is the gradient times the root mean square of the steps so far over that
/// of the gradients, times the learning rate, which the paper does not have (it is 1 there; PyTorch's is 1 too, and its epsilon 1e-6).
/// </summary>
public sealed class Adadelta : Optimizer
{
    /// <summary>Adadelta with a learning rate of 0.001.</summary>
    public Adadelta()
        : base(learningRate: 0.001)
    {
    }

    /// <summary>The part of both mean squares that is kept at each step, from 0 to below 1; 0.95 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in this range.</exception>
    public double Rho
    {
        get;
        init => field = Part(value);
    }
    = 0.95;

    /// <summary>What lets the first steps begin and keeps them finite where gradients vanish, at least 1e-37; 1e-7 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1e-37 or not finite.</exception>
    public double Epsilon
    {
        get;
        init => field = Small(value);
    }
    = 1e-7;

    /// <inheritdoc/>
    public override OptimizerState<T> CreateState<T>(ParameterSet<T> parameters, int threads = 1) =>
        this.StateOf(parameters, threads, (rate, _) => new Rule<T>(
            T.CreateTruncating(rate), T.CreateTruncating(1 - this.Rho), T.CreateTruncating(this.Epsilon)));

    private readonly struct Rule<T>(T rate, T newInMean, T epsilon) : IUpdateRule<T>
        where T : unmanaged
    {
        private readonly Vector<T> rate = new(rate);
        private readonly Vector<T> newInMean = new(newInMean);
        private readonly Vector<T> epsilon = new(epsilon);

        public static IReadOnlyList<string> SlotNames => ["accumulated_grad", "accumulated_delta_var"];

        public static int SlotCount => 2;

        // Too long to be inlined unasked; a call for each vector takes longer than the formula.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            first += ((gradient * gradient) - first) * this.newInMean;

            // One square root of the quotient is exact enough, and half the time of two.
            Vector<T> delta = gradient * Vector.SquareRoot((second + this.epsilon) / (first + this.epsilon));
            second += ((delta * delta) - second) * this.newInMean;
            return parameter - (delta * this.rate);
        }
    }
}
