using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Training;

/// <summary>
/// Adamax (Kingma and Ba 2015, algorithm 2), as Keras has it: Adam with the largest magnitude of a gradient, fading, in place of the mean
/// square; epsilon is added to it.
/// </summary>
public sealed class Adamax : Optimizer
{
    /// <summary>Adamax with a learning rate of 0.001.</summary>
    public Adamax()
        : base(learningRate: 0.001)
    {
    }

    /// <summary>The part of the mean gradient that is kept at each step, from 0 to below 1; 0.9 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in this range.</exception>
    public double Beta1
    {
        get;
        init => field = Part(value);
    }
    = 0.9;

    /// <summary>The part of the largest magnitude that is kept at each step, from 0 to below 1; 0.999 unless told.</summary>
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
    public override OptimizerState<T> CreateState<T>(ParameterSet<T> parameters, int threads = 1) =>
        this.StateOf(parameters, threads, (rate, step) => new Rule<T>(
            T.CreateTruncating(rate / (1 - Math.Pow(this.Beta1, step))),
            T.CreateTruncating(1 - this.Beta1),
            T.CreateTruncating(this.Beta2),
            T.CreateTruncating(this.Epsilon)));

    private readonly struct Rule<T>(T stepSize, T newInMean, T beta2, T epsilon) : IUpdateRule<T>
        where T : unmanaged
    {
        private readonly Vector<T> stepSize = new(stepSize);
        private readonly Vector<T> newInMean = new(newInMean);
        private readonly Vector<T> beta2 = new(beta2);
        private readonly Vector<T> epsilon = new(epsilon);

        public static IReadOnlyList<string> SlotNames => ["momentum", "norm"];

        public static int SlotCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            first += (gradient - first) * this.newInMean;
            second = Vector.Max(second * this.beta2, Vector.Abs(gradient));
            return parameter - (first * this.stepSize / (second + this.epsilon));
        }
    }
}
