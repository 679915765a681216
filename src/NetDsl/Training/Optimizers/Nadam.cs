using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Training;

/// <summary>
/// Nadam, Adam with Nesterov's look-ahead (Dozat 2016, algorithm 2), as Keras has it: the momentum of step t is
/// mu(t) = beta1 (1 - 0.96^t / 2), and a step goes along mu(t+1) m / (1 - mu(1) ... mu(t+1)) + (1 - mu(t)) g / (1 - mu(1) ... mu(t)),
/// divided by sqrt(v / (1 - beta2^t)) + epsilon. PyTorch 2's NAdam is the same with momentum_decay = 1.
/// </summary>
public sealed class Nadam : Optimizer
{
    /// <summary>The base of the schedule of the momentum, which Keras fixes.</summary>
    private const double Decay = 0.96;

    /// <summary>Nadam with a learning rate of 0.001.</summary>
    public Nadam()
        : base(learningRate: 0.001)
    {
    }

    /// <summary>The part of the mean gradient that is kept in the end, from 0 to below 1; 0.9 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in this range.</exception>
    public double Beta1
    {
        get;
        init => field = Part(value);
    }
    = 0.9;

    /// <summary>The part of the mean squared gradient that is kept at each step, from 0 to below 1; 0.999 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in this range.</exception>
    public double Beta2
    {
        get;
        init => field = Part(value);
    }
    = 0.999;

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
        MomentumProduct product = new(this);
        return this.StateOf(parameters, threads, (rate, step) =>
        {
            double present = product.UpTo(step);
            double next = this.MomentumAt(step + 1);
            double root = Math.Sqrt(1 - Math.Pow(this.Beta2, step));
            return new Rule<T>(
                T.CreateTruncating(rate * root * next / (1 - (present * next))),
                T.CreateTruncating(rate * root * (1 - this.MomentumAt(step)) / (1 - present)),
                T.CreateTruncating(1 - this.Beta1),
                T.CreateTruncating(1 - this.Beta2),
                T.CreateTruncating(this.Epsilon * root));
        });
    }

    private double MomentumAt(long step) => this.Beta1 * (1 - (0.5 * Math.Pow(Decay, step)));

    // Numerator and denominator are multiplied by sqrt(1 - beta2^t), so that no vector is divided by it.
    private readonly struct Rule<T>(T sizeOfMean, T sizeOfGradient, T newInFirst, T newInSecond, T epsilon) : IUpdateRule<T>
        where T : unmanaged
    {
        private readonly Vector<T> sizeOfMean = new(sizeOfMean);
        private readonly Vector<T> sizeOfGradient = new(sizeOfGradient);
        private readonly Vector<T> newInFirst = new(newInFirst);
        private readonly Vector<T> newInSecond = new(newInSecond);
        private readonly Vector<T> epsilon = new(epsilon);

        public static IReadOnlyList<string> SlotNames => ["momentum", "velocity"];

        public static int SlotCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            first += (gradient - first) * this.newInFirst;
            second += ((gradient * gradient) - second) * this.newInSecond;
            return parameter - (((first * this.sizeOfMean) + (gradient * this.sizeOfGradient)) / (Vector.SquareRoot(second) + this.epsilon));
        }
    }

    // mu(1) mu(2) ... mu(t), multiplied in this order whether step follows on step or training is resumed, so that the bits are the same.
    private sealed class MomentumProduct(Nadam optimizer)
    {
        private long step;
        private double product = 1;

        public double UpTo(long target)
        {
            if (target < this.step)
            {
                this.step = 0;
                this.product = 1;
            }

            // Once 0 it stays 0: nobody waits for millions of factors.
            while (this.step < target && this.product > 0)
            {
                this.product *= optimizer.MomentumAt(++this.step);
            }

            return this.product;
        }
    }
}
